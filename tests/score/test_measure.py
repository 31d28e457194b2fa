"""A score says what is right, missed, extra and wrong, of gold with places and of gold without."""

import json
from pathlib import Path
from typing import Any

import pytest

from graf.errors import GoldError
from graf.model import Action, DecisionPoint, Document, Evidence, Extraction, Item, Modality, Reference, Role, Span
from graf.score import Outcome, changes, load_gold, score, score_row
from graf.score.totals import Tally, macro

WORDS = Evidence("a.txt", 0, 9, "en mening")


def reference(normal: str, start: int, kind: str = "case", role: Role = Role.CITED) -> Reference:
    return Reference(kind, normal, normal, normal, Span(start, start + len(normal)), role, "test", 0.9, WORDS)


def wanted(normal: str, start: int, kind: str = "case", role: str = "cited") -> dict[str, Any]:
    return {"start": start, "end": start + len(normal), "text": normal, "kind": kind, "normal": normal, "role": role}


def counted(normal: str, count: int = 1, kind: str = "case", role: str = "cited") -> dict[str, Any]:
    return {"text": normal, "kind": kind, "normal": normal, "role": role, "count": count}


def point(action: Action, status: Modality, start: int = 0, item: str | None = None) -> DecisionPoint:
    return DecisionPoint(action, status, Evidence("a.txt", start, start + 9, "en mening"), "test", 0.9, item=item)


def located(tmp_path: Path, **row: Any) -> Path:
    path = tmp_path / "gold.json"
    path.write_text(json.dumps({"a": {"references": [], **row}}), encoding="utf-8")
    return path


def folder(tmp_path: Path, **row: Any) -> Path:
    (tmp_path / "a.json").write_text(json.dumps({"document": "a.txt", "references": [], **row}), encoding="utf-8")
    return tmp_path


def outcomes(path: Path, measure: str, *found: Reference, **rest: Any) -> list[tuple[str, str]]:
    """The outcome and the words of each verdict of one measure."""
    own_case, items = rest.pop("own_case", None), rest.pop("items", ())
    document = Document("folder/a.txt" if path.is_file() else "a.txt", "", own_case=own_case, items=items)
    verdicts = score(load_gold(path), [Extraction(document, found, **rest)])
    return [(v.outcome, v.words) for v in verdicts if v.measure == measure]


REFERENCES = [
    ("another spelling of the form", "KS 2018/14", "KS 2018/0014", 5, [("right", "KS 2018/14")]),
    ("another number in its place", "KS 2018/14", "KS 2018/15", 5, [("wrong", "KS 2018/14")]),
    ("the number in another place", "KS 2018/14", "KS 2018/14", 90, [("missed", "KS 2018/14"), ("extra", "KS 2018/14 at 90")]),
    ("a year of two digits", "363/2010", "363/10", 5, [("right", "363/2010")]),
]


@pytest.mark.parametrize(
    ("normal", "found", "start", "told"), [row[1:] for row in REFERENCES], ids=[row[0] for row in REFERENCES]
)
def test_a_reference_with_a_place(tmp_path: Path, normal: str, found: str, start: int, told: list[tuple[str, str]]) -> None:
    path = located(tmp_path, references=[wanted(normal, 5)])
    assert outcomes(path, "reference", reference(found, start)) == told


def test_a_wrong_form_at_the_right_place_is_a_mention_found(tmp_path: Path) -> None:
    path = located(tmp_path, references=[wanted("KS 2018/14", 5)])
    assert outcomes(path, "mention", reference("KS 2018/15", 5)) == [("right", "KS 2018/14")]


def test_a_kind_that_the_gold_never_names_is_neutral(tmp_path: Path) -> None:
    path = located(tmp_path, references=[wanted("KS 2018/14", 5)])
    assert outcomes(path, "reference", reference("KS 2018/14", 5), reference("SOU 2015:88", 50, "sou")) == [
        ("right", "KS 2018/14")
    ]


def test_a_place_of_kind_other_is_neutral(tmp_path: Path) -> None:
    path = located(tmp_path, references=[wanted("KS 2018/14", 5), wanted("4 kap. 2 §", 50, "other")])
    assert outcomes(path, "reference", reference("KS 2018/14", 5), reference("KS 2/2018", 52)) == [("right", "KS 2018/14")]


def test_a_trap_is_hit_by_a_reference_on_it_and_not_inside_a_gold_reference(tmp_path: Path) -> None:
    traps = [{"start": 50, "end": 55, "text": "2(36)"}, {"start": 7, "end": 9, "text": "20"}]
    path = located(tmp_path, references=[wanted("KS 2018/14", 5)], negatives=traps)
    assert outcomes(path, "trap", reference("2/36", 51)) == [("wrong", "at 50")]
    assert outcomes(path, "trap", reference("KS 2018/14", 5)) == [("right", "at 50")]


def test_own_case_and_role(tmp_path: Path) -> None:
    path = located(tmp_path, references=[wanted("KS 2018/14", 5, role="own")], own_case="KS 2018/14")
    assert outcomes(path, "own case", own_case="Dnr KS 2018/0014") == [("right", "KS 2018/14")]
    assert outcomes(path, "own case") == [("wrong", "KS 2018/14")]
    assert outcomes(path, "role", reference("KS 2018/14", 5)) == [("wrong", "KS 2018/14 own")]


def test_a_text_that_is_not_there_is_missed(tmp_path: Path) -> None:
    gold = load_gold(located(tmp_path, references=[wanted("KS 2018/14", 5)]))
    assert [v.outcome for v in score(gold, []) if v.measure == "reference"] == [Outcome.MISSED]


def test_a_form_may_be_found_more_often_than_it_is_counted_but_not_less_often(tmp_path: Path) -> None:
    path = folder(tmp_path, references=[counted("KS 2018/14", 2)])
    one, more = [reference("KS 2018/14", 5)], [reference("KS 2018/14", n) for n in (5, 50, 90)]
    assert outcomes(path, "reference", *one) == [("right", "KS 2018/14"), ("missed", "KS 2018/14")]
    assert outcomes(path, "reference", *more) == [("right", "KS 2018/14")] * 2


def test_a_form_with_two_roles_may_have_either(tmp_path: Path) -> None:
    path = folder(tmp_path, references=[counted("§ 8", kind="paragraph", role="own"), counted("§ 8", kind="paragraph")])
    found = [reference("§ 8", 5, "paragraph"), reference("§ 8", 50, "paragraph", Role.OWN)]
    assert [outcome for outcome, _ in outcomes(path, "role", *found)] == ["right", "right"]


def test_words_that_are_no_reference(tmp_path: Path) -> None:
    path = folder(tmp_path, references=[counted("KS 2018/14")], not_references=["52/17", "43/134"])
    assert outcomes(path, "trap", reference("52/17", 5)) == [("wrong", "52/17"), ("right", "43/134")]


def test_items_of_minutes_and_their_cases(tmp_path: Path) -> None:
    path = folder(
        tmp_path,
        items=[{"paragraph": "1", "case": "KS 2018/14"}, {"paragraph": "2", "case": None}, {"paragraph": "3", "case": None}],
    )
    items = tuple(Item(p, c, None, Span(0, 1)) for p, c in [("1", "KS 2018/15"), ("2", None), ("4", None)])
    assert outcomes(path, "item", items=items) == [("right", "§ 1"), ("right", "§ 2"), ("missed", "§ 3"), ("extra", "§ 4")]
    assert outcomes(path, "item's case", items=items) == [("wrong", "§ 1 KS 2018/14"), ("right", "§ 2 none")]


def test_a_decision_with_a_place_has_its_action_and_standing_judged(tmp_path: Path) -> None:
    path = located(
        tmp_path, decisions=[{"start": 0, "end": 20, "action": "approve"}, {"start": 40, "end": 60, "action": "propose"}]
    )
    points = (
        point(Action.ADOPT, Modality.DECIDED, 5),
        point(Action.REJECT, Modality.DECIDED, 45),
        point(Action.NOTE, Modality.DECIDED, 90),
    )
    assert [outcome for outcome, _ in outcomes(path, "decision", points=points)] == ["right", "right", "extra"]
    assert [outcome for outcome, _ in outcomes(path, "action", points=points)] == ["right"]
    assert [outcome for outcome, _ in outcomes(path, "standing", points=points)] == ["right", "wrong"]


def test_a_decision_without_a_place_is_found_by_item_action_and_status(tmp_path: Path) -> None:
    rows = [{"action": "grant", "status": "decided", "item": "7"}, {"action": "grant", "status": "decided", "item": "8"}]
    path = folder(tmp_path, decisions=rows)
    points = (point(Action.GRANT, Modality.DECIDED, item="8"), point(Action.GRANT, Modality.DECIDED, 50, item="8"))
    assert outcomes(path, "decision", points=points) == [("missed", "decided grant 7"), ("right", "decided grant 8")]


def test_what_is_gained_and_lost(tmp_path: Path) -> None:
    gold = load_gold(located(tmp_path, references=[wanted("KS 2018/14", 5), wanted("KS 2018/15", 50)]))
    before, now = (
        score_row(score(gold, [Extraction(Document("a.txt", ""), (found,))]))
        for found in (reference("KS 2018/14", 5), reference("KS 2018/15", 50))
    )
    assert changes(now, before) == (("missed reference case: KS 2018/15 in a",), ("missed reference case: KS 2018/14 in a",))


def test_macro_gives_every_group_the_same_weight() -> None:
    assert macro([Tally(right=99, missed=0), Tally(right=0, missed=1), Tally(extra=5)]) == 0.5


@pytest.mark.parametrize("content", ["{", "[]", "{}", '{"a": {"references": [{}]}}'], ids=["cut", "list", "empty", "no places"])
def test_what_is_no_gold_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "gold.json").write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match="annotated"):
        load_gold(tmp_path / "gold.json")
