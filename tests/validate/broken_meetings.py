"""What breaks the meeting, the vote, the dissent and the thread of the sound graph."""

from tests.validate.breaking import CASE, DECISION, DISSENT, MEETING, OLDER, PART, VOTE, Broken, more

MEETINGS: tuple[Broken, ...] = (
    # meetings, votes, dissents and threads
    Broken("a meeting of nobody", "graf:heldBy <organ/1280/kommunstyrelsen> ;", "", "shape:Meeting", MEETING),
    Broken("a meeting on two days", *more(f"<{MEETING}> graf:meetingDate <datum/2018-12>"), "shape:Meeting", MEETING),
    Broken("minutes that nothing describes", *more(f"<{MEETING}> graf:minutes <handling/1280/x>"), "shape:Meeting", MEETING),
    Broken(
        "a decision of another day than its meeting",
        "graf:decidingBody <organ/1280/kommunstyrelsen> ; graf:decisionDate <datum/2017-11-08>",
        "graf:decidingBody <organ/1280/kommunstyrelsen> ; graf:decisionDate <datum/2018-12>",
        "shape:MeetingOfDecision",
        DECISION,
    ),
    Broken("a participation in no meeting", f"graf:activity <{MEETING}> ;", "", "shape:Participation", PART),
    Broken("a role of no list", "prov:hadRole roll:ledamot", "prov:hadRole roll:publik", "shape:Participation", PART),
    Broken(
        "a participant of two parties",
        *more(f'<{PART}> graf:onBehalfOf <parti/s> . <parti/s> a graf:Party ; skos:notation "S"'),
        "shape:Participation",
        PART,
    ),
    Broken(
        "a person who is only named", "prov:agent <person/1280/vera-alm>", 'prov:agent "Vera Alm"', "shape:Participation", PART
    ),
    Broken("a person of no role", " ;\n  prov:agent <person/1280/vera-alm>", "", "shape:Person", "person/1280/vera-alm"),
    Broken("a party without letters", 'graf:Party ; skos:notation "M" ;', "graf:Party ;", "shape:Party", "parti/m"),
    Broken("a vote without votes against", "graf:votesAgainst 5 ;", "", "shape:Vote", VOTE),
    Broken("votes that are words", "graf:votesFor 8 ; graf:votes", 'graf:votesFor "åtta" ; graf:votes', "shape:Vote", VOTE),
    Broken(
        "a vote that no statement counts", "graf:votesFor 8 ; graf:votes", "graf:votesFor 9 ; graf:votes", "shape:Counted", VOTE
    ),
    Broken(
        "a reservation that no statement tells of",
        *more(f"<parti/m> graf:reservesAgainst <{CASE}>"),
        "shape:Counted",
        "parti/m",
    ),
    Broken("a dissent of no list", "graf:dissentKind avv:reservation ;", "graf:dissentKind avv:x ;", "shape:Dissent", DISSENT),
    Broken(
        "a dissent of nobody",
        "graf:Dissent ; graf:onBehalfOf <parti/m> ;",
        "graf:Dissent ;",
        "shape:DissentWithoutParty",
        DISSENT,
        "warning",
    ),
    Broken(
        "a dissent from nothing",
        f"graf:dissentKind avv:reservation ; graf:dissentOn <{DECISION}>",
        "graf:dissentKind avv:reservation",
        "shape:DissentWithoutDecision",
        DISSENT,
        "warning",
    ),
    Broken(
        "a thread of one case",
        f"graf:hasStep <{OLDER}> , <{CASE}>",
        f"graf:hasStep <{OLDER}>",
        "shape:PolicyThread",
        "trad/1280/STK-2016-1",
    ),
    Broken(
        "a case that builds on one of another thread",
        f"graf:hasStep <{OLDER}> , <{CASE}>",
        f"graf:hasStep <{OLDER}> , <arende/1280/x>",
        "shape:StepOfThread",
        CASE,
    ),
)
