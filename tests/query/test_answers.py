"""What the named questions answer on the sample, read and found right, and on real documents; the same on both engines."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from graf.keys import BASE
from graf.model import CaseId
from graf.query import Given, named, questions
from graf.query.results import cells
from graf.sheets import sheet
from tests.factories import TOWN
from tests.query.engines import Engines, words

NAMES = [question.name for question in questions()]
HASH = re.compile(r"\b[0-9a-f]{12,16}\b")
"""What names a statement, a text, a point without number; it says nothing to a reader, and moves with every offset."""
ASKED = {"builds-on": "STK-2018-1094", "led-to": "STK-2015-553"}
"""The ends of the thread, for the questions that look along it; others ask of its middle."""


def about(name: str) -> Given:
    """What a question is asked about."""
    return Given(case=CaseId(TOWN, ASKED.get(name, "STK-2016-796")) if "case" in named(name).needs else None)


@pytest.fixture(scope="module")
def sample_engines(made_up: Path) -> Engines:
    """The sample in both."""
    return Engines.of(made_up)


@pytest.fixture(scope="module")
def real_engines(real: Path) -> Engines:
    """The real documents in both."""
    return Engines.of(real)


@pytest.mark.parametrize("name", NAMES)
def test_the_sample_answers_as_it_was_read(sample_engines: Engines, name: str, golden: Callable[[str, str], None]) -> None:
    header, *rows = cells(sample_engines.default(named(name).text, about(name)))
    text = "".join(sheet(header, rows)).replace(f"{BASE}id/", "").replace("\r\n", "\n")
    golden(f"questions/{name}.csv", HASH.sub("…", text))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("corpus", ["sample_engines", "real_engines"])
def test_both_engines_answer_alike(corpus: str, name: str, request: pytest.FixtureRequest) -> None:
    engines: Engines = request.getfixturevalue(corpus)
    text = named(name).text
    answer = engines.default(text, about(name))
    assert [tuple(map(words, row)) for row in answer.rows] == engines.rdflib(text, about(name))[1]


def real_rows(engines: Engines, name: str, given: Given, *columns: str) -> list[tuple[str, ...]]:
    """The last parts of some columns of an answer on the real documents, each row once."""
    answer = engines.default(named(name).text, given)
    picked = [answer.variables.index(column) for column in columns]
    rows = (tuple((words(row[n]) or "").rsplit("/", 1)[-1].rsplit("#", 1)[-1] for n in picked) for row in answer.rows)
    return list(dict.fromkeys(rows))


STK_2018_1094 = Given(case=CaseId(TOWN, "STK-2018-1094"))
STK_2016_796 = Given(case=CaseId(TOWN, "STK-2016-796"))
REAL = [
    (
        *("builds-on", STK_2018_1094, ("earlier", "date", "body")),
        [
            ("STK-2015-553", "2016-05", "Kommunstyrelsen"),
            ("STK-2016-796", "2016-08", "Kommunstyrelsen"),
            ("STK-2017-488", "2017-08", "Kommunfullmäktige"),
            ("STK-2017-1030", "2017-11", "Kommunstyrelsen"),
        ],
    ),
    ("decisions-of-case", Given(case=CaseId(TOWN, "STK-2017-488")), ("date", "body"), [("2017-08", "Kommunfullmäktige")]),
    (
        *("led-to", Given(case=CaseId(TOWN, "STK-2015-553")), ("later",)),
        [("STK-2018-1094",), ("STK-2016-796",), ("STK-2017-488",), ("STK-2017-1030",)],
    ),
    ("complements", STK_2016_796, ("complement",), [("STK-2015-1525",)]),
    ("thread-duration", STK_2018_1094, ("first", "last", "cases"), [("2016-05-01", "2017-11-01", "4")]),
    (
        "answer-times",
        Given(),
        ("given", "deadline", "answered"),
        [("2016-05", "", "2016-08"), ("2017-11", "2018-12", "2018-11-16")],
    ),
    ("allocations", Given(), ("body", "date", "case"), [("kommunstyrelsen", "2016-08", "STK-2016-796")]),
    ("sent-back", Given(), ("date", "action", "case"), [("2017-11", "avvaktar", "STK-2017-1030")]),
]


@pytest.mark.parametrize(("name", "given", "columns", "rows"), [pytest.param(*row, id=row[0]) for row in REAL])
def test_the_real_documents_answer_as_they_were_read(
    real_engines: Engines, name: str, given: Given, columns: tuple[str, ...], rows: list[tuple[str, ...]]
) -> None:
    assert real_rows(real_engines, name, given, *columns) == rows


def test_every_edge_of_the_real_thread_has_its_words_and_rule(real_engines: Engines) -> None:
    rows = real_rows(real_engines, "evidence-of-thread", STK_2018_1094, "from", "relation", "to", "rule")
    continues = {(one, other) for one, relation, other, _ in rows if relation == "continues"}
    assert {("STK-2016-796", "STK-2015-553"), ("STK-2017-488", "STK-2016-796")} <= continues
    assert all(rule for *_, rule in rows)
