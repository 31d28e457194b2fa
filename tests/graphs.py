"""A graph with one of everything that the projections and the questions know of; all of it is made up."""

from dataclasses import replace

from graf.keys import case_key
from graf.model import (
    Action,
    Assignment,
    Ballot,
    CaseGraph,
    CaseId,
    DateExpression,
    DissentKind,
    Meeting,
    MeetingRole,
    Modality,
    Participation,
    PolicyInstrument,
    Problem,
    Reference,
    Relation,
    Resolution,
    Role,
    Span,
    Stand,
    Statement,
    Status,
)
from tests.factories import TOWN, case, day, decision, evidence, mission, month, point

FUND = PolicyInstrument(f"styrmedel/{TOWN}/sociala-fonder", "sociala fonder")
MOTION = CaseId(TOWN, "STK-2014-12")
HOSTILE = '=cmd|"x"!A1\u2028\x0b <b>&amp;</b> \\ \n "ord"'


def reference(normal: str, role: Role = Role.CITED, kind: str = "case", start: int = 40) -> Reference:
    """A printed reference."""
    words = evidence(f"se {normal}", start=start)
    return Reference(kind, normal, normal, normal, Span(start, start + len(normal)), role, "tryckt-nummer", 0.99, words)


def resolution(normal: str, target: CaseId | None, role: Role = Role.CITED, **rest: object) -> Resolution:
    """A reference in the letter of STK-2018-1094, and what it means."""
    rule = "samma-nummer" if target else "inget-nummer"
    made = Resolution(reference(normal, role), "skrivelse.md", CaseId(TOWN, "STK-2018-1094"), target, rule)
    return replace(made, **rest)  # type: ignore[arg-type]


def statement(source: str, relation: Relation, target: str, modality: Modality, status: Status = Status.STATED) -> Statement:
    """A statement between two keys."""
    return Statement(source, relation, target, status, modality, 0.6, "test-rule", (evidence("ord", start=7),))


def assignment(number: str, deadline: DateExpression, modality: Modality = Modality.DECIDED) -> Assignment:
    """An assignment that nothing answers."""
    key = f"uppdrag/{TOWN}/{number}-9"
    given = f"beslut/{TOWN}/{number}-2017-11"
    who = ("Kommunstyrelsen", "Stadskontoret", "utreda frågan")
    return Assignment(key, CaseId(TOWN, number), given, *who, deadline, month(2017, 11), modality, (evidence("utreda"),))


def met(graph: CaseGraph) -> CaseGraph:
    """The graph with the meeting of its last decision: who was there, a vote, and those who did not agree."""
    held = graph.decisions[4]
    assert held.body
    assert held.date
    key = f"sammantrade/{TOWN}/kommunstyrelsens-arbetsutskott-2018-11-26"
    words = (evidence("Med 5 ja-röster mot 3 nej-röster", start=60),)
    told = (evidence("Bo Ek (M) reserverar sig mot beslutet", start=120),)
    home = held.key.removeprefix("beslut/")
    return replace(
        graph,
        meetings=(Meeting(key, held.body, held.date, ("skrivelse.md",)),),
        participations=(
            Participation(key, MeetingRole.CHAIR, "S", 1, "Vera Alm"),
            Participation(key, MeetingRole.ELECTED, "M", 1, "Bo Ek"),
            Participation(key, MeetingRole.ELECTED, "M", 1, "Cia Dal"),
            Participation(key, MeetingRole.SECRETARY, None, 1, "Disa Fors"),
        ),
        ballots=(Ballot(f"omrostning/{home}-5-3-1", held.case, held.key, 5, 3, 1, words),),
        stands=(
            Stand(f"avvikelse/{home}-reservation-m", held.case, held.key, DissentKind.RESERVATION, ("M",), told, ("Bo Ek",)),
            Stand(f"avvikelse/{TOWN}/STK-2016-796-note", CaseId(TOWN, "STK-2016-796"), None, DissentKind.NOTE, (), told),
        ),
    )


def rich() -> CaseGraph:
    """The mission's thread with an instrument, a motion, proposals, references, a renewed task and a contradiction."""
    graph = met(mission()[0])
    first, later = assignment("STK-2017-1030", month(2018, 3)), assignment("STK-2017-488", month(2018, 6))
    third = assignment("STK-2016-796", month(2019, 1), Modality.PROPOSED)
    known = {c.label: case_key(c.id) for c in graph.cases}
    motion = case(MOTION.key, title=HOSTILE)
    answered = decision(MOTION.key, "Kommunfullmäktige", day("2015-02-03"), point(Action.ANSWER, Modality.DECIDED))
    proposal = decision("STK-2018-1094", "Stadskontoret", month(2018, 10), point(Action.APPROVE, Modality.PROPOSED, number=1))
    repeals = statement(graph.decisions[2].key, Relation.REPEALS, FUND.key, Modality.RECOUNTED)
    renewed = statement(later.key, Relation.CONTINUES_ASSIGNMENT, first.key, Modality.DECIDED)
    ends = known["STK-2018-1094"], known["STK-2015-553"]
    proposed = statement(ends[0], Relation.REPLACES, ends[1], Modality.PROPOSED)
    denied = statement(ends[0], Relation.REPLACES, ends[1], Modality.NEGATED)
    rejected = statement(ends[0], Relation.AMENDS, ends[1], Modality.DECIDED, Status.REJECTED)
    answers = statement(case_key(MOTION), Relation.REFERS_TO, known["STK-2016-796"], Modality.DECIDED)
    found = (
        resolution("STK-2016-796", CaseId(TOWN, "STK-2016-796")),
        replace(resolution("STK-2016-796", CaseId(TOWN, "STK-2016-796")), reference=reference("STK-2016-796", start=90)),
        resolution("STK-2015-553", CaseId(TOWN, "STK-2015-553"), Role.LISTED),
        resolution("STK-2018-1094", CaseId(TOWN, "STK-2018-1094"), Role.OWN),
        resolution("363/2010", None, candidates=(MOTION, CaseId(TOWN, "STK-2015-553")), reason="två möjliga ärenden"),
        resolution("SOU 2015:1", None, case=None, reason="utanför materialet"),
    )
    return replace(
        graph,
        cases=(*graph.cases, motion),
        decisions=(*graph.decisions, answered, proposal),
        assignments=(*graph.assignments, first, later, third),
        instruments=(FUND,),
        statements=(*graph.statements, repeals, renewed, proposed, denied, rejected, answers),
        resolutions=found,
        problems=(Problem("@trasig.pdf", "no-text", "-ingen text"),),
    )
