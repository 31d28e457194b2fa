"""Graphs of any size in graf's own shape, made up: the ground of the benchmarks."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from graf.keys import case_key, decision_key
from graf.model import (
    Action,
    Assignment,
    Case,
    CaseGraph,
    CaseId,
    DateExpression,
    Decision,
    DecisionPoint,
    Document,
    Evidence,
    Modality,
    PolicyInstrument,
    Reference,
    Relation,
    Resolution,
    Role,
    Span,
    Statement,
    Status,
)

TRIPLES_A_CASE = 228
"""Of which three in four are statements with their words, as in graphs of real documents."""
TOWNS = ("1280", "0180", "1480", "1281", "1283")
BODIES = ("Kommunstyrelsen", "Kommunfullmäktige", "Stadsbyggnadsnämnden", "Tekniska nämnden", "Kulturnämnden", "Servicenämnden")
OFFICES = ("Stadskontoret", "Fastighetskontoret", "Kulturförvaltningen")
ACTIONS = (Action.APPROVE, Action.ASSIGN, Action.ALLOCATE, Action.ADOPT, Action.ANSWER, Action.NOTE, Action.REFER_BACK)
RELATIONS = (Relation.CONTINUES, Relation.OCCASIONED_BY, Relation.IN_ACCORDANCE_WITH, Relation.FOLLOWS_UP, Relation.COMPLEMENTS)
WORDS = "Kommunstyrelsen beslutade den 5 maj 2016 att uppdra åt stadskontoret att återkomma med en redovisning av arbetet"
FIRST_DAY = date(2001, 1, 8)


def graph_of(triples: int, seed: int = 7) -> CaseGraph:
    """A graph of about so many triples, always the same for the same numbers."""
    dice = random.Random(seed)
    parts = [_matter(number, dice) for number in range(triples // TRIPLES_A_CASE)]
    return CaseGraph(
        tuple(part[0] for part in parts),
        tuple(part[1] for part in parts),
        tuple(decision for part in parts for decision in part[2]),
        tuple(given for part in parts for given in part[3]),
        tuple(PolicyInstrument(f"styrmedel/{town}/fond-{n}", f"fond {n}") for town in TOWNS for n in range(10)),
        tuple(said for number, part in enumerate(parts) for said in _statements(number, part[2], dice)),
        tuple(found for number in range(len(parts)) for found in _references(number, dice)),
    )


def case_id(number: int) -> CaseId:
    """The case of a number; every fifth is of the same town."""
    return CaseId(TOWNS[number % len(TOWNS)], f"STK-{2001 + number % 18}-{number}")


def _day(number: int, more: int = 0) -> DateExpression:
    when = FIRST_DAY + timedelta(days=number % 6000 + more)
    return DateExpression(when.isoformat(), when, when)


def _name(number: int) -> str:
    return f"{case_id(number).municipality}/{number}.txt"


def _words(number: int, start: int) -> Evidence:
    return Evidence(_name(number), start, start + len(WORDS), WORDS, "Ärendet. ", " Nästa mening.", page=1 + start // 3000)


def _matter(number: int, dice: random.Random) -> tuple[Document, Case, list[Decision], list[Assignment]]:
    case, when = case_id(number), _day(number)
    body, office = dice.choice(BODIES), dice.choice(OFFICES)
    label = f"{case.key}"
    who = "tjänsteskrivelse", f"Kommun {case.municipality}", case.municipality, office, when
    document = Document(
        _name(number), f"{number:016x}{number:048x}", *who, f"Ärende om fråga {number}", label, places=(_name(number),)
    )
    held = Case(case, label, document.title, held=number % 10 != 0, variants=(label,), documents=(document.name,))
    proposal = _decision(case, office, when, Modality.PROPOSED, number, dice)
    decided = _decision(case, body, _day(number, 30), Modality.DECIDED, number, dice)
    given = [
        Assignment(
            f"uppdrag/{case.municipality}/{case.key}-{n}", case, decided.key, body, office, f"återkomma om fråga {number}",
            _day(number, 400 + n) if dice.random() < 0.7 else None, decided.date, Modality.DECIDED, (point.evidence,),
        )
        for n, point in enumerate(decided.points) if point.action is Action.ASSIGN
    ]  # fmt: skip
    return document, held, [proposal, decided], given


def _decision(case: CaseId, body: str, when: DateExpression, status: Modality, number: int, dice: random.Random) -> Decision:
    points = tuple(
        DecisionPoint(dice.choice(ACTIONS), status, _words(number, 1000 * n + (7 if status.holds else 0)), "att-sats", 0.9, n)
        for n in (1, 2)
    )
    key = decision_key(case.municipality, case, body, when, None, "")
    return Decision(key, case, body, when, None, status, points)


def _statements(number: int, decisions: list[Decision], dice: random.Random) -> Iterator[Statement]:
    """Each case builds on one or two before it in the same town; now and then a decision bears on a fund."""
    for n in range(dice.choice((1, 2))):
        earlier = number - len(TOWNS) * dice.choice((1, 2, 3, 5, 8, 40))
        if earlier >= 0:
            status = Status.STATED if n else Status.INFERRED
            grounds = tuple(_words(number, 5000 + 500 * n + 150 * more) for more in range(dice.choice((1, 1, 2))))
            ends = case_key(case_id(number)), dice.choice(RELATIONS), case_key(case_id(earlier))
            yield Statement(*ends, status, Modality.RECOUNTED, 0.8, "tal-om-tidigare", grounds)
    if number % 50 == 0:
        fund = f"styrmedel/{case_id(number).municipality}/fond-{dice.randrange(10)}"
        words = (_words(number, 9000),)
        yield Statement(decisions[1].key, Relation.AMENDS, fund, Status.STATED, Modality.DECIDED, 0.9, "styrmedel", words)


def _references(number: int, dice: random.Random) -> Iterator[Resolution]:
    """What each text names: a case that is known, and now and then one that is not."""
    for n in range(2):
        meant = case_id(dice.randrange(max(1, number))) if n == 0 or dice.random() < 0.5 else None
        normal = meant.key if meant else f"{dice.randrange(400)}/{1990 + dice.randrange(30)}"
        place = 12000 + 300 * n
        printed = Reference(
            "case", normal, normal, normal, Span(place, place + len(normal)), Role.CITED, "dnr", 0.99, _words(number, place)
        )
        yield Resolution(
            printed, _name(number), case_id(number), meant, "samma-nummer", reason=None if meant else "okänt nummer"
        )
