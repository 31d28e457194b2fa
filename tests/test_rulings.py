"""The file of rulings: what is written is read, and what is wrong is told with its place."""

from dataclasses import replace
from pathlib import Path

import pytest

from graf.errors import RulingError
from graf.model import CaseId, Relation, Ruling, RulingKind
from graf.rulings import add_ruling, load_rulings

MADE = Ruling(
    RulingKind.REJECT,
    CaseId("1280", "STK-2017-488"),
    CaseId("1280", "STK-2016-796"),
    Relation.CONTINUES,
    None,
    None,
    'Vera "Ve" Alm',
    "2020-02-03",
    "rad ett\nrad två \\ å",
    "ord\tsom\x7fgrund",
)
SETTLED = replace(MADE, kind=RulingKind.SETTLE, relation=None, words="tidigare beslut")


def test_what_is_written_is_read(tmp_path: Path) -> None:
    place = tmp_path / "rulings.toml"
    for ruling in (MADE, SETTLED):
        add_ruling(place, ruling)
    assert load_rulings(place) == (MADE, SETTLED)
    assert place.read_text(encoding="utf-8").startswith("# Rulings")


def test_no_file_is_no_rulings(tmp_path: Path) -> None:
    assert load_rulings(tmp_path / "rulings.toml") == ()


def test_of_two_rulings_on_one_matter_the_later_counts(tmp_path: Path) -> None:
    place, later = tmp_path / "rulings.toml", replace(MADE, kind=RulingKind.ACCEPT, reason="ändrad mening")
    for ruling in (MADE, later):
        add_ruling(place, ruling)
    assert load_rulings(place) == (later,)


def test_what_people_wrote_beside_the_rulings_stays(tmp_path: Path) -> None:
    place = tmp_path / "rulings.toml"
    place.write_text("# vår anteckning\n", encoding="utf-8")
    add_ruling(place, MADE)
    assert place.read_text(encoding="utf-8").startswith("# vår anteckning\n")


WHOLE = 'kind = "reject"\ncase = "1280:STK-1"\nother = "1280:STK-2"\nauthor = "V"\ndate = "2020-02-03"\nreason = "r"\n'
WRONG = [
    pytest.param("[[ruling", "cannot be read", id="no TOML"),
    pytest.param("ruling = 3", "tables", id="no tables"),
    pytest.param(f"[[ruling]]\n{WHOLE.replace('reject', 'perhaps')}", "accept, reject", id="an unknown kind"),
    pytest.param(f"[[ruling]]\n{WHOLE.replace('1280:STK-1', 'STK-1')}", "ruling 1: case", id="a case without its town"),
    pytest.param(
        f"[[ruling]]\n{WHOLE}\n[[ruling]]\n{WHOLE.replace('reason', 'why')}", "ruling 2: .* needs reason", id="no reason"
    ),
    pytest.param(f"[[rulings]]\n{WHOLE}", "tables", id="tables of another name"),
    pytest.param(f"[[ruling]]\n{WHOLE}realtion = 'continues'", "realtion is no field", id="a field misspelt"),
    pytest.param(f"[[ruling]]\n{WHOLE}relation = 'near'", "relation is 'near'", id="an unknown relation"),
    pytest.param(f"[[ruling]]\n{WHOLE.replace('reject', 'date')}day = 'snart'", "snart is no date", id="no date"),
    pytest.param(f"[[ruling]]\n{WHOLE.replace('2020-02-03', '2020-02-30')}", "date is '2020-02-30'", id="no such day"),
    pytest.param(
        f"[[ruling]]\n{WHOLE.replace('2020-02-03', '3/2 2020')}", "write it as 2020-02-03", id="a day otherwise written"
    ),
    pytest.param(
        f"[[ruling]]\n{WHOLE.replace('2020-02-03', '20200203')}", "write it as 2020-02-03", id="a day without hyphens"
    ),
    pytest.param(f"[[ruling]]\n{WHOLE.replace('reject', 'date')}day = '2017-13'", "2017-13 is no date", id="no such month"),
    pytest.param(f"[[ruling]]\n{WHOLE.replace('reject', 'draw')}", "needs relation", id="an edge drawn without its relation"),
    pytest.param(f"[[ruling]]\n{WHOLE}".replace('"r"', '["r"]'), "between quotation marks", id="a field that is no words"),
    pytest.param(f"[[ruling]]\n{WHOLE.replace('reject', 'settle')}", "needs words", id="nothing to settle"),
]


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_a_file_that_is_wrong_is_told_with_the_ruling(text: str, message: str, tmp_path: Path) -> None:
    place = tmp_path / "rulings.toml"
    place.write_text(text, encoding="utf-8")
    with pytest.raises(RulingError, match=message):
        load_rulings(place)


def test_a_day_without_quotation_marks_is_a_day(tmp_path: Path) -> None:
    place = tmp_path / "rulings.toml"
    place.write_text(f"[[ruling]]\n{WHOLE}".replace('"2020-02-03"', "2020-02-03"), encoding="utf-8")
    assert [ruling.date for ruling in load_rulings(place)] == ["2020-02-03"]


@pytest.mark.parametrize("blank", [replace(MADE, author=" "), replace(MADE, reason="")], ids=["author", "reason"])
def test_a_ruling_without_author_or_reason_is_not_written(blank: Ruling, tmp_path: Path) -> None:
    place = tmp_path / "rulings.toml"
    with pytest.raises(RulingError, match="--by and --because"):
        add_ruling(place, blank)
    assert not place.exists()
