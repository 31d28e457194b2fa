"""Small values for tests: defaults for all that a row does not speak of, and the mission's thread as a graph."""

import itertools
from datetime import date

from graf.keys import case_key
from graf.model import (
    Action,
    Assignment,
    Branch,
    Case,
    CaseGraph,
    CaseId,
    DateExpression,
    Decision,
    DecisionPoint,
    Document,
    Evidence,
    Modality,
    Relation,
    Statement,
    Status,
    Step,
    Thread,
)

TOWN = "1280"


def month(year: int, number: int) -> DateExpression:
    """A whole month."""
    last = date(year + number // 12, number % 12 + 1, 1).toordinal() - 1
    return DateExpression(f"{year}-{number:02}", date(year, number, 1), date.fromordinal(last))


def day(text: str) -> DateExpression:
    """One day, from ISO."""
    return DateExpression(text, date.fromisoformat(text), date.fromisoformat(text))


def evidence(quote: str = "en mening", document: str = "skrivelse.md", start: int = 100) -> Evidence:
    """Words at a place."""
    return Evidence(document, start, start + len(quote), quote, before="Före. ", after=" Efter.")


def case(number: str, *, held: bool = False, title: str | None = None) -> Case:
    """A case of the test town."""
    return Case(CaseId(TOWN, number), number, title=title, held=held, variants=(number,), documents=("skrivelse.md",))


def point(action: Action, status: Modality = Modality.RECOUNTED, quote: str = "en mening", **rest: object) -> DecisionPoint:
    """A decision point."""
    return DecisionPoint(action, status, evidence(quote), rule="test", confidence=0.9, **rest)  # type: ignore[arg-type]


def decision(number: str, body: str | None, when: DateExpression, *points: DecisionPoint) -> Decision:
    """A decision in a case of the test town."""
    return Decision(
        f"beslut/{TOWN}/{number}-{when.edtf}",
        CaseId(TOWN, number),
        body,
        when,
        None,
        points[0].status if points else Modality.DECIDED,
        points,
    )


def link(source: str, relation: Relation, target: str, *, stated: bool = False, quote: str = "en mening") -> Statement:
    """A statement between two cases of the test town."""
    return Statement(
        case_key(CaseId(TOWN, source)),
        relation,
        case_key(CaseId(TOWN, target)),
        Status.STATED if stated else Status.INFERRED,
        Modality.RECOUNTED,
        0.97 if stated else 0.8,
        "test-rule",
        (evidence(quote),),
    )


def mission() -> tuple[CaseGraph, Thread]:
    """The mission's thread: five cases, one branch, two assignments; only the last case is held."""
    rows = (
        ("STK-2015-553", month(2016, 5), "Kommunstyrelsen", Action.ASSIGN),
        ("STK-2016-796", month(2016, 8), "Kommunstyrelsen", Action.ALLOCATE),
        ("STK-2017-488", month(2017, 8), "Kommunfullmäktige", Action.REPEAL),
        ("STK-2017-1030", month(2017, 11), "Kommunstyrelsen", Action.DEFER),
        ("STK-2018-1094", day("2018-11-26"), "Kommunstyrelsens arbetsutskott", Action.APPROVE),
    )
    cases = {number: case(number, held=number == "STK-2018-1094", title=f"Ärende {number}") for number, *_ in rows}
    side = case("STK-2015-1525")
    decisions = {
        number: decision(number, body, when, point(action, quote=f"beslut i {number}", body=body, date=when, cases=(number,)))
        for number, when, body, action in rows
    }
    numbers = list(cases)
    links = [
        link(later, Relation.CONTINUES, earlier, quote=f"{earlier} och {later}")
        for earlier, later in itertools.pairwise(numbers)
    ]
    beside = link("STK-2015-1525", Relation.COMPLEMENTS, "STK-2016-796", stated=True, quote="ett komplement till ärendet")
    tasks = tuple(
        Assignment(
            f"uppdrag/{TOWN}/{number}-1",
            CaseId(TOWN, number),
            decisions[number].key,
            "Kommunstyrelsen",
            "Stadskontoret",
            "återkomma med en lägesbeskrivning",
            deadline,
            decisions[number].date,
            status,
            (evidence("senast"),),
            answered,
        )
        for number, deadline, status, answered in (
            ("STK-2017-1030", month(2018, 12), Modality.RECOUNTED, CaseId(TOWN, "STK-2018-1094")),
            ("STK-2018-1094", month(2019, 9), Modality.PROPOSED, None),
        )
    )
    document = Document(
        "skrivelse.md",
        "0" * 64,
        "tjänsteskrivelse",
        "Malmö stad",
        TOWN,
        "Stadskontoret",
        day("2018-11-16"),
        "Lägesbeskrivning <img src=x onerror=alert(1)>",
        "STK-2018-1094",
        places=("skrivelse.md",),
    )
    graph = CaseGraph((document,), (*cases.values(), side), tuple(decisions.values()), tasks, (), (*links, beside))
    steps = tuple(
        Step(cases[n], decisions[n].date, decisions[n].body, (decisions[n],), via)
        for n, via in zip(numbers, [None, *links], strict=True)
    )
    branch = Branch(side, side.label, CaseId(TOWN, "STK-2016-796"), beside)
    return graph, Thread(CaseId(TOWN, "STK-2016-796"), steps, (branch,), tasks, tuple(c for c in cases.values() if not c.held))
