"""Where the picture puts things."""

import dataclasses
import itertools
from collections.abc import Iterator
from datetime import date

import pytest

from graf.keys import case_key
from graf.model import CaseGraph, DateExpression, Document, Relation
from graf.write.page.network import drawing
from graf.write.page.overview import overview
from graf.write.page.pages import WIDTHS
from graf.write.picture.lanes import ALONE, Lane, rank_of
from graf.write.picture.layout import Box, Picture, arrange, pack
from graf.write.picture.routes import bend, curves
from graf.write.picture.scene import Item, Line, Scene, line_id
from graf.write.picture.threads import thread_scene
from graf.write.picture.timeline import Scale, usable
from graf.write.picture.whereabouts import whereabouts
from graf.write.picture.words import words
from tests.factories import TOWN, case, day, decision, link, mission, month


def mission_picture(width: float) -> Picture:
    return arrange(thread_scene(*mission()), width)


def overlapping(boxes: tuple[Box, ...]) -> Iterator[tuple[str, str]]:
    for one, other in itertools.combinations(boxes, 2):
        aside = abs(one.x - other.x) >= (one.width + other.width) / 2
        apart = abs(one.y - other.y) >= (one.height + other.height) / 2
        if not aside and not apart:
            yield one.id, other.id


def step(name: str, when: DateExpression | None, body: str = "Kommunstyrelsen") -> Item:
    return Item(name, name, "antar", Lane(ALONE, rank_of(body), body), when, main=True)


@pytest.mark.parametrize("width", WIDTHS)
def test_no_two_labels_overlap(width: int) -> None:
    assert list(overlapping(mission_picture(width).boxes)) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_every_box_lies_inside_the_picture(width: int) -> None:
    picture = mission_picture(width)
    assert all(box.left >= 0 and box.right <= picture.width for box in picture.boxes)
    assert all(box.y + box.height / 2 <= picture.height for box in picture.boxes)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_steps_go_from_left_to_right_in_order_of_time(width: int) -> None:
    _, thread = mission()
    places = {box.id: box.x for box in mission_picture(width).boxes}
    xs = [places[case_key(one.case.id)] for one in thread.steps]
    assert sorted(xs) == xs
    assert len(set(xs)) == len(xs)


def test_lanes_go_from_the_council_to_its_boards_committee_to_assignments() -> None:
    labels = [words().say(stripe.label) for stripe in mission_picture(1160).stripes]
    assert labels == [
        "Kommunfullmäktige",
        "Kommunstyrelsen",
        "Kommunstyrelsens arbetsutskott",
        "Sidospår utan känt datum",
        "Uppdrag",
    ]


@pytest.mark.parametrize(
    ("upper", "lower"),
    [
        ("Kommunfullmäktige", "Kommunstyrelsen"),
        ("Regionfullmäktige", "Regionstyrelsen"),
        ("Kommunstyrelsen", "Kommunstyrelsens arbetsutskott"),
        ("Kommunstyrelsens arbetsutskott", "Södermalms stadsdelsnämnd"),
        ("Kulturnämnden", "Stadskontoret"),
    ],
)
def test_a_body_ranks_above_what_prepares_for_it(upper: str, lower: str) -> None:
    assert rank_of(upper) < rank_of(lower)


def test_a_month_is_drawn_as_a_span_and_a_day_as_a_point() -> None:
    boxes = {box.id: box for box in mission_picture(1160).boxes}
    whole = boxes[f"arende/{TOWN}/STK-2016-796"].span
    assert whole is not None
    assert 20 < whole[1] - whole[0] < 32
    exact = boxes[f"arende/{TOWN}/STK-2018-1094"].span
    assert exact is not None
    assert exact[0] == exact[1]


def test_a_year_wide_date_stays_left_of_a_later_step_within_the_year() -> None:
    year = DateExpression("2017", date(2017, 1, 1), date(2017, 12, 31))
    picture = arrange(Scene((step("a", year), step("b", day("2017-02-03")), step("c", day("2017-02-03"))), ()), 900)
    xs = {box.id: box.x for box in picture.boxes}
    assert xs["a"] < xs["b"] < xs["c"]


def test_steps_without_any_date_keep_their_order() -> None:
    picture = arrange(Scene((step("a", None), step("b", None)), ()), 740)
    xs = {box.id: box.x for box in picture.boxes}
    assert xs["a"] < xs["b"]
    assert list(overlapping(picture.boxes)) == []


def test_sixty_steps_in_one_week_do_not_overlap() -> None:
    items = tuple(step(f"STK-2017-{number:03}", day(f"2017-03-0{1 + number // 12}")) for number in range(60))
    assert list(overlapping(arrange(Scene(items, ()), 3600).boxes)) == []


@pytest.mark.parametrize(
    "when",
    [
        None,
        DateExpression("0001", date(1, 1, 1), date(1, 1, 1)),
        DateExpression("../2014", date(1900, 1, 1), date(2014, 1, 1)),
        DateExpression("9999", date(9999, 12, 31), date(9999, 12, 31)),
    ],
    ids=["none", "slip of the pen", "half open", "end of time"],
)
def test_a_date_that_says_too_little_is_not_drawn(when: DateExpression | None) -> None:
    assert usable(when) is None


def test_an_empty_scene_has_a_picture() -> None:
    picture = arrange(Scene((), ()), 740)
    assert picture.boxes == ()
    assert picture.height > 0


def test_boxes_that_touch_get_rows_of_their_own() -> None:
    boxes = [Box("a", 100, 0, 80, 20), Box("b", 150, 0, 80, 20), Box("c", 300, 0, 80, 20)]
    assert pack(boxes) == {"a": 0, "b": 1, "c": 0}


@pytest.mark.parametrize("room", [60, 200, 900, 4000])
def test_marks_of_the_axis_keep_their_distance(room: int) -> None:
    ticks = Scale(date(2010, 3, 1), date(2019, 10, 1), 0, room).ticks()
    assert all(later.x - earlier.x >= 44 for earlier, later in itertools.pairwise(ticks))


def test_the_first_mark_names_its_year() -> None:
    first, second, *_ = Scale(date(2016, 2, 1), date(2017, 2, 1), 0, 800).ticks()
    assert tuple(map(words().say, (first.label, second.label))) == ("feb 2016", "mars")


def test_a_line_bends_around_a_box_that_stands_in_its_way() -> None:
    ends = Box("a", 100, 20, 100, 40), Box("b", 100, 400, 100, 40)
    assert bend(*ends, ends, 0) == 0
    assert bend(*ends, (*ends, Box("c", 100, 200, 100, 40)), 0) != 0


def test_two_lines_between_the_same_boxes_run_apart() -> None:
    scene = Scene(
        (step("a", month(2016, 5)), step("b", month(2018, 5))),
        tuple(Line(name, "a", "b", main=True, dashed=False, hollow=False) for name in ("one", "two")),
    )
    made = drawing(scene, arrange(scene, 740))
    first, second = (edge.get("smooth", {}).get("roundness", 0) for edge in made["edges"])
    assert first != second


def test_inferred_lines_are_dashed_and_stated_ones_solid() -> None:
    scene = thread_scene(*mission())
    dashed = {line.id.split("--")[1]: line.dashed for line in scene.lines}
    assert dashed == {"continues": True, "complements": False}


def test_an_undated_branch_stands_beside_the_step_it_belongs_to() -> None:
    boxes = {box.id: box for box in mission_picture(1160).boxes}
    assert boxes[f"arende/{TOWN}/STK-2015-1525"].x == boxes[f"arende/{TOWN}/STK-2016-796"].x


def test_a_held_case_without_a_decision_stands_at_the_date_of_its_own_document() -> None:
    paper = Document("rapport.md", "1", body="Stadskontoret", date=day("2016-09-12"))
    held = dataclasses.replace(case("STK-2015-1525", held=True), documents=("rapport.md",))
    known = whereabouts(CaseGraph(documents=(paper,), cases=(held,)), (held,))[held.id]
    assert (known.when, known.body) == (day("2016-09-12"), "Stadskontoret")


def test_several_statements_between_two_cases_are_one_line_in_the_overview() -> None:
    cases = case("STK-2016-1"), case("STK-2016-2")
    links = (
        link("STK-2016-2", Relation.REFERS_TO, "STK-2016-1", stated=True),
        link("STK-2016-2", Relation.CONTINUES, "STK-2016-1"),
        link("STK-2016-2", Relation.ANSWERS, "STK-2016-1", stated=True),
    )
    (drawn,) = overview(CaseGraph(cases=cases, statements=links)).scene.lines
    assert line_id(links[2]) == drawn.id


def test_a_branch_whose_statement_names_the_thing_still_has_its_line() -> None:
    graph, thread = mission()
    (branch,) = thread.branches
    statement = dataclasses.replace(branch.statement, subject=case_key(branch.to), object="styrmedel/1280/fonder")
    scene = thread_scene(graph, dataclasses.replace(thread, branches=(dataclasses.replace(branch, statement=statement),)))
    ends = {(line.source, line.target) for line in scene.lines if not line.main}
    assert ends == {(f"arende/{TOWN}/STK-2015-1525", f"arende/{TOWN}/STK-2016-796")}


def test_a_branch_from_long_ago_stands_at_the_edge_and_says_its_year() -> None:
    graph, thread = mission()
    old = decision("STK-2015-1525", "Kommunstyrelsen", day("1996-03-01"))
    scene = thread_scene(dataclasses.replace(graph, decisions=(*graph.decisions, old)), thread)
    picture = arrange(scene, 840)
    item = next(one for one in scene.items if one.light)
    assert [words().say(line) for line in item.lines] == ["STK-2015-1525", "kompletterar", "← 1996"]
    assert min(picture.boxes, key=lambda box: box.x).id == item.id
    assert list(overlapping(picture.boxes)) == []


def test_the_overview_draws_only_cases_that_a_line_reaches() -> None:
    cases = case("STK-2016-1"), case("STK-2016-2"), case("STK-2016-3")
    graph = CaseGraph(cases=cases, statements=(link("STK-2016-2", Relation.CONTINUES, "STK-2016-1"),))
    shown = overview(graph)
    assert [item.label for item in shown.scene.items] == ["STK-2016-1", "STK-2016-2"]
    assert len(shown.cases) == 3


def test_a_line_does_not_bend_out_of_the_picture() -> None:
    ends = Box("a", 700, 20, 100, 40), Box("b", 700, 600, 100, 40)
    between = tuple(Box(f"c{at}", 700 - 20 * at, 200 + 100 * at, 100, 40) for at in range(3))
    drawn = curves(
        [Line("l", "a", "b", main=False, dashed=False, hollow=False)], {box.id: box for box in (*ends, *between)}, 760
    )
    xs = [drawn["l"].at(share / 20)[0] for share in range(21)]
    assert max(xs) <= 760
