"""What breaks the sound graph: one row for each thing that a shape or a check must catch."""

from tests.validate.breaking import CASE, DECISION, MEETING, OLDER, POINT, SAID, TASK, WORDS, Broken, more
from tests.validate.broken_meetings import MEETINGS

BROKEN: tuple[Broken, ...] = (
    # cases
    Broken("a case without a number", 'graf:diaryNumber "STK-2017-2" ;', "", "shape:Case", CASE),
    Broken(
        "a case with two numbers", 'graf:diaryNumber "STK-2017-2"', 'graf:diaryNumber "STK-2017-2" , "9"', "shape:Case", CASE
    ),
    Broken("a number without a digit", 'graf:diaryNumber "STK-2017-2"', 'graf:diaryNumber "STK"', "shape:Case", CASE),
    Broken("a case of no town", '"STK-2017-2" ;\n  graf:municipality <kommun/1280> ;', '"STK-2017-2" ;', "shape:Case", CASE),
    Broken("a case of two towns", *more(f"<{CASE}> graf:municipality <kommun/0180>"), "shape:Case", CASE),
    Broken("a case without an identifier", 'dcterms:identifier "1280:STK-2017-2" ;', "", "shape:Case", CASE),
    Broken(
        "two cases that build on each other",
        *more(f"<{OLDER}> graf:buildsOn <{CASE}>"),
        "shape:CaseLineage",
        OLDER,
    ),
    Broken(
        "a case that is only cited",
        f"<{OLDER}> a graf:Case",
        f"<{OLDER}> a graf:CitedCase",
        "shape:CitedCase",
        OLDER,
        "warning",
    ),
    Broken(
        "a number of a year after the decision",
        'graf:diaryNumber "STK-2017-2"',
        'graf:diaryNumber "STK-2019-2"',
        "shape:CaseYear",
        DECISION,
        "warning",
    ),
    # decisions and proposals
    Broken("a decision in two cases", *more(f"<{DECISION}> graf:inCase <{OLDER}>"), "shape:Decision", DECISION),
    Broken("a decision of two §", *more(f'<{DECISION}> graf:paragraphNumber "342"'), "shape:Decision", DECISION),
    Broken("a § that is a number", 'paragraphNumber "341"', "paragraphNumber 341", "shape:Decision", DECISION),
    Broken(
        "a decision of two bodies",
        *more(f"<{DECISION}> graf:decidingBody <organ/1280/stadskontoret>"),
        "shape:Decision",
        DECISION,
    ),
    Broken(
        "a body that nothing describes",
        "graf:decidingBody <organ/1280/kommunstyrelsen>",
        "graf:decidingBody <organ/1280/okand>",
        "shape:Decision",
        DECISION,
    ),
    Broken(
        "a date that is a literal", "decisionDate <datum/2017-11-08>", 'decisionDate "2017-11-08"', "shape:Decision", DECISION
    ),
    Broken("a decision without a point", f"; graf:hasPoint <{POINT}>", "", "shape:Decision", DECISION),
    Broken("a decision that is proposed", "moda:beslutad", "moda:foreslagen", "shape:Decision", DECISION),
    Broken(
        "a decision in no case",
        "graf:Decision ; graf:inCase <arende/1280/STK-2017-2> ;",
        "graf:Decision ;",
        "shape:DecisionWithoutCase",
        DECISION,
        "warning",
    ),
    Broken(
        "a decision of no body",
        "graf:decidingBody <organ/1280/kommunstyrelsen> ;",
        "",
        "shape:DecisionWithoutBody",
        DECISION,
        "warning",
    ),
    Broken(
        "a proposal that was decided", "moda:foreslagen ; graf:has", "moda:beslutad ; graf:has", "shape:Proposal", "-proposed"
    ),
    Broken(
        "a proposal of a deciding body",
        *more("<beslut/1280/STK-2017-2-stadskontoret-2017-11-08-proposed> graf:decidingBody <organ/1280/stadskontoret>"),
        "shape:Proposal",
        "-proposed",
    ),
    Broken("a point without an action", " ; graf:action akt:uppdrar", "", "shape:DecisionPoint", POINT),
    Broken("an action of no list", "akt:uppdrar", "akt:hurrar", "shape:DecisionPoint", POINT),
    Broken(
        "a point with number nought",
        "DecisionPoint ; graf:pointNumber 1",
        "DecisionPoint ; graf:pointNumber 0",
        "shape:DecisionPoint",
        POINT,
    ),
    Broken(
        "a point of two decisions",
        *more(f"<beslut/1280/x> a graf:Decision ; graf:modality moda:beslutad ; graf:hasPoint <{POINT}>"),
        "shape:DecisionPoint",
        POINT,
    ),
    Broken(
        "a proposed point that acts",
        "a graf:ProposedPoint ;",
        "a graf:ProposedPoint ; graf:action akt:godkanner ;",
        "shape:ProposedPoint",
        "-proposed-1",
    ),
    # assignments
    Broken("an assignment of no decision", f"graf:assignedIn <{DECISION}> ;", "", "shape:Assignment", TASK),
    Broken("an assignment with two deadlines", *more(f"<{TASK}> graf:deadline <datum/2017-11-08>"), "shape:Assignment", TASK),
    Broken(
        "an assignment to nobody known",
        "graf:assignee <organ/1280/stadskontoret>",
        "graf:assignee <organ/1280/x>",
        "shape:Assignment",
        TASK,
    ),
    Broken(
        "an assignment of nothing",
        'graf:Assignment ; dcterms:description "återkomma"@sv ;',
        "graf:Assignment ;",
        "shape:Assignment",
        TASK,
    ),
    Broken("a deadline before the decision", '"2018-12-31"^^xsd:date', '"2016-12-31"^^xsd:date', "shape:Assignment", TASK),
    Broken("an assignment that no point gives", "akt:uppdrar", "akt:godkanner", "shape:AssigningPoint", TASK),
    Broken(
        "a point that assigns, and no assignment",
        f"graf:assignedIn <{DECISION}>",
        "graf:assignedIn <beslut/1280/x>",
        "shape:PointWithoutAssignment",
        POINT,
    ),
    Broken(
        "a proposed assignment that binds",
        "a graf:ProposedAssignment ;",
        "a graf:ProposedAssignment ; graf:deadline <datum/2018-12> ;",
        "shape:ProposedAssignment",
        "STK-2017-2-proposed-1",
    ),
    Broken(
        "an assignment without a deadline",
        " ; graf:deadline <datum/2018-12>",
        "",
        "shape:AssignmentWithoutDeadline",
        TASK,
        "warning",
    ),
    Broken(
        "an assignment without an assignee",
        "  graf:assignee <organ/1280/stadskontoret> ;",
        " ",
        "shape:AssignmentWithoutAssignee",
        TASK,
        "warning",
    ),
    Broken(
        "two statements of different deadlines",
        *more(
            f"<utsaga/5> rdf:subject <{TASK}> ; rdf:predicate graf:deadline ; rdf:object <datum/2018-12> . "
            f"<utsaga/6> rdf:subject <{TASK}> ; rdf:predicate graf:deadline ; rdf:object <datum/2017-11-08>"
        ),
        "shape:ContradictedDeadline",
        TASK,
        "warning",
    ),
    # dates
    Broken("a date without EDTF", 'graf:edtf "2018-12"^^edtf:EDTF ;', "", "shape:DateExpression", "datum/2018-12"),
    Broken(
        "a date that ends before it starts",
        '"2018-12-31"^^xsd:date',
        '"2018-11-30"^^xsd:date',
        "shape:DateExpression",
        "datum/2018-12",
    ),
    Broken("a precision that is not the date's", "prec:manad", "prec:ar", "shape:DateExpression", "datum/2018-12"),
    Broken(
        "a bound that is a month", '"2018-12-01"^^xsd:date', '"2018-12"^^xsd:gYearMonth', "shape:NoPartialDate", "datum/2018-12"
    ),
    # statements
    Broken(
        "a statement about nothing",
        f"<{SAID}> a graf:Statement ; rdf:subject <{CASE}> ;",
        f"<{SAID}> a graf:Statement ;",
        "shape:Statement",
        SAID,
    ),
    Broken("a statement that says two things", *more(f"<{SAID}> rdf:predicate graf:answers"), "shape:Statement", SAID),
    Broken("a statement of two objects", *more(f"<{SAID}> rdf:object <{CASE}>"), "shape:Statement", SAID),
    Broken("a confidence above one", *more(f"<{SAID}> graf:confidence 1.5"), "shape:Statement", SAID),
    Broken("a status of no list", *more(f"<{SAID}> graf:status sts:gissad"), "shape:Statement", SAID),
    Broken(
        "a statement of no run",
        f"<{SAID}> a graf:Statement",
        f"<{SAID}> a graf:Statement ; prov:wasGeneratedBy <x>",
        "shape:Statement",
        SAID,
    ),
    Broken(
        "a statement derived from what is not there",
        *more("<utsaga/000000000002> prov:wasDerivedFrom <utsaga/9>"),
        "shape:Statement",
        "utsaga/000000000002",
    ),
    Broken(
        "a reference with neither object nor words",
        'graf:objectVerbatim "363/2010" ;',
        "",
        "shape:UnsaidStatement",
        "utsaga/000000000003",
    ),
    Broken(
        "a stated thing without words",
        "0.9 ;\n  graf:rule regel:continues-case ; prov:wasGeneratedBy <korning/000000000000> ;"
        " graf:evidence <text/DIGEST16#char=79,92> .\n<utsaga/000000000002>",
        "0.9 ;\n  graf:rule regel:continues-case ; prov:wasGeneratedBy <korning/000000000000> .\n<utsaga/000000000002>",
        "shape:Grounds",
        SAID,
    ),
    Broken(
        "an inference from nothing",
        'graf:Rule , graf:InferenceRule ; skos:notation "lifted-to-case" .',
        'graf:Rule ; skos:notation "lifted-to-case" .'
        " <utsaga/000000000005> graf:status sts:harledd ; graf:rule regel:lifted-to-case .",
        "shape:Grounds",
        "utsaga/000000000005",
    ),
    Broken("a statement of no rule", "graf:rule regel:lifted-to-case ;", "", "shape:Grounds", "utsaga/000000000002"),
    Broken(
        "a proposal whose triple stands in the graph",
        *more(f"<{CASE}> graf:replaces <{OLDER}>"),
        "shape:UnheldFact",
        "utsaga/000000000004",
    ),
    Broken("an edge that no statement tells", *more(f"<{OLDER}> graf:answers <{CASE}>"), "shape:BareLineage", OLDER),
    Broken(
        "a statement that is unsure",
        "graf:modality moda:foreslagen ; graf:confidence 0.9",
        "graf:modality moda:foreslagen ; graf:confidence 0.3",
        "shape:UnsureStatement",
        "utsaga/000000000004",
        "warning",
    ),
    Broken("a reference of no role", "graf:referenceRole hroll:citerat ;", "", "shape:Reference", "utsaga/000000000003"),
    # evidence, texts and documents
    Broken("evidence of no text", "graf:Evidence ; oa:hasSource <text/DIGEST16> ;", "graf:Evidence ;", "shape:Evidence", WORDS),
    Broken(
        "evidence that ends before it starts", "oa:start 79 ; oa:end 92", "oa:start 92 ; oa:end 79", "shape:Evidence", WORDS
    ),
    Broken("a quote longer than its place", 'oa:exact "Se STK-2016-1"', 'oa:exact "Se STK-2016-11"', "shape:Evidence", WORDS),
    Broken("a document of no place", 'graf:place "a.txt" ;', "", "shape:Document", "handling/1280/DIGEST16"),
    Broken("a document of no known kind", "dok:protokollsutdrag", "dok:vykort", "shape:Document", "handling/1280/DIGEST16"),
    Broken("a digest that is none", 'graf:sha256 "DIGEST"', 'graf:sha256 "abc"', "shape:TextVersion", "text/DIGEST16"),
    # relations
    Broken("a thing that repeals itself", *more(f"<{CASE}> graf:repeals <{CASE}>"), "shape:Change", CASE),
    Broken("a repealed thing that is none", *more(f"<{CASE}> graf:repeals <kommun/1280>"), "shape:Change", CASE),
    Broken(
        "a change of something later",
        *more(f"<{DECISION}> graf:amends <beslut/1280/y> . <beslut/1280/y> graf:decisionDate <datum/2018-12>"),
        "shape:ChangeOfLater",
        DECISION,
        "warning",
    ),
    Broken(
        "a report before its assignment",
        *more(
            f"<beslut/1280/z> graf:reportsOn <{TASK}> ; graf:decisionDate <datum/2010> . "
            '<datum/2010> graf:latest "2010-12-31"^^xsd:date'
        ),
        "shape:ReportsOn",
        "beslut/1280/z",
    ),
    Broken("a report on a fund", *more(f"<{CASE}> graf:reportsOn <styrmedel/1280/fond-social>"), "shape:ReportsOn", CASE),
    Broken("an answer to a fund", *more(f"<{CASE}> graf:answers <styrmedel/1280/fond-social>"), "shape:Answers", CASE),
    *MEETINGS,
    # organisations, instruments, rules, runs
    Broken(
        "a town without its leading nought",
        'Municipality ; dcterms:identifier "1280"',
        'Municipality ; dcterms:identifier "180"',
        "shape:Municipality",
        "kommun/1280",
    ),
    Broken("an authority without a code", *more("<myndighet/x> a graf:Authority"), "shape:Organization", "myndighet/x"),
    Broken(
        "a body without a name",
        'graf:DecidingBody ; skos:prefLabel "Kommunstyrelsen"@sv ;',
        "graf:DecidingBody ;",
        "shape:Body",
        "organ/1280/kommunstyrelsen",
    ),
    Broken(
        "a thing without a name",
        'graf:PolicyInstrument ; skos:prefLabel "sociala fonder"@sv',
        "graf:PolicyInstrument",
        "shape:PolicyInstrument",
        "styrmedel/1280/fond-social",
    ),
    Broken(
        "a rule without a name", 'graf:Rule ; skos:notation "continues-case"', "graf:Rule", "shape:Rule", "regel/continues-case"
    ),
    Broken("a run that tells no version", 'graf:softwareVersion "0.1.0" ;', "", "shape:ExtractionRun", "korning/000000000000"),
    Broken(
        "a code without an English name",
        *more('<k> a skos:Concept ; skos:prefLabel "kod"@sv ; skos:notation "k" ; skos:inScheme <l>'),
        "shape:Concept",
        "id/k",
    ),
    # names
    Broken(
        "a case under another number",
        f'<{OLDER}> a graf:Case ; dcterms:identifier "1280:STK-2016-1"',
        f'<{OLDER}> a graf:Case ; dcterms:identifier "1280:STK-2016-9"',
        "iri-templates",
        OLDER,
    ),
    Broken("a decision under another §", 'graf:paragraphNumber "341"', 'graf:paragraphNumber "342"', "iri-templates", DECISION),
    Broken(
        "a body under another name", '"Stadskontoret"@sv', '"Kulturkontoret"@sv', "iri-templates", "organ/1280/stadskontoret"
    ),
    Broken("words under another place", "oa:end 92", "oa:end 91", "iri-templates", WORDS),
    Broken("a date under another month", '"2018-12"^^edtf:EDTF', '"2018-11"^^edtf:EDTF', "iri-templates", "datum/2018-12"),
    Broken(
        "a meeting under another day",
        "graf:meetingDate <datum/2017-11-08>",
        "graf:meetingDate <datum/2018-12>",
        "iri-templates",
        MEETING,
    ),
    Broken("a party under other letters", 'skos:notation "M"', 'skos:notation "MP"', "iri-templates", "parti/m"),
    Broken("a person under another name", '"Vera Alm"', '"Vera Ek"', "iri-templates", "person/1280/vera-alm"),
    # texts
    Broken("a quote that is not in the text", "Se STK-2016-1", "Se STK-2016-7", "quotes", WORDS),
    Broken("words beside it that are not", 'oa:prefix "2018. "', 'oa:prefix "2019. "', "quotes", WORDS),
)
