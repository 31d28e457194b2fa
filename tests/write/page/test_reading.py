"""The pages as they are read: in both languages, on any day, filtered, printed, framed, and by assistive technology."""

import dataclasses
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from graf.keys import case_key
from graf.model import CaseGraph
from graf.write.figure import iframe
from graf.write.page import index_page, thread_page
from tests.browser import Open, Visit
from tests.factories import case, day, link, mission
from tests.write.page.test_in_browser import clean, key
from tests.write.page.test_pages import PAGES, link_kind

pytestmark = pytest.mark.browser

GRAPH, THREAD = mission()
DRAWN = (
    "Object.keys(graf.network.body.nodes).filter(id => !graf.network.body.nodes[id].options.hidden && !id.startsWith('edgeId'))"
)
LINES = "graf.network.body.data.edges.get({ filter: (edge) => !edge.hidden }).length"
TO_DAY = "(day) => { const box = document.getElementById('day'); box.value = day; box.dispatchEvent(new Event('input')); }"


def visible_steps(seen: Visit) -> list[str]:
    return seen.page.locator("table.steps tbody tr:visible th .show").all_inner_texts()


# --- accessibility ------------------------------------------------------------------------------


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(visit: Open, name: str, scheme: str) -> None:
    seen = visit(PAGES[name], scheme=scheme)
    found = Axe().run(seen.page).response["violations"]
    assert [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found] == []


def test_the_tree_of_a_screen_reader_tells_the_thread_step_by_step(visit: Open) -> None:
    told = visit(PAGES["thread"]).page.locator("body").aria_snapshot()
    assert 'heading "Tråden genom STK-2016-796" [level=1]' in told
    assert 'heading "I korthet" [level=2]' in told
    assert told.count("rowheader") >= 5 + 1
    assert 'slider "Läget den"' in told
    assert "canvas" not in told


def test_a_thread_is_walked_by_keyboard_alone(visit: Open) -> None:
    seen = visit(PAGES["thread"])
    seen.page.locator(".brief .show").first.focus()
    seen.page.keyboard.press("Enter")
    assert seen.page.inner_text("#evidence-title") == "Ärende STK-2015-553"
    for number in ("STK-2016-796", "STK-2017-488", "STK-2017-1030", "STK-2018-1094"):
        seen.page.locator("#evidence button", has_text="Nästa").press("Enter")
        assert seen.page.inner_text("#evidence-title") == f"Ärende {number}"
    assert seen.page.locator("#evidence button", has_text="Nästa").count() == 0
    seen.page.keyboard.press("Escape")
    assert seen.page.inner_text("#evidence-title") == "Belägg"


# --- language and theme -------------------------------------------------------------------------


def test_the_page_changes_to_english_and_back_and_quotes_stay_as_they_are(visit: Open) -> None:
    seen = visit(PAGES["thread"])
    swedish = seen.page.inner_text("main")
    seen.page.select_option("#language", "en")
    assert seen.page.inner_text("h1") == "The thread through STK-2016-796"
    assert seen.page.evaluate("document.documentElement.lang") == "en"
    shown = seen.page.inner_text("main")
    assert all(
        words in shown for words in ("What was decided", "repeals", "August 2017", "inferred by graf", "26 November 2018")
    )
    assert "upphäver" not in shown
    assert seen.page.inner_text("#evidence mark") == "beslut i STK-2016-796"
    seen.page.select_option("#language", "sv")
    assert seen.page.inner_text("main") == swedish
    clean(seen)


@pytest.mark.parametrize("name", PAGES)
def test_the_script_says_in_swedish_what_the_page_says_without_it(visit: Open, name: str) -> None:
    plain = visit(PAGES[name], java_script_enabled=False).page.locator("[data-t]").all_text_contents()
    seen = visit(PAGES[name])
    seen.page.select_option("#language", "en")
    seen.page.select_option("#language", "sv")
    said = seen.page.locator("[data-t]").all_text_contents()
    assert set(said) <= set(plain)


def test_a_page_made_in_english_opens_in_it(visit: Open) -> None:
    seen = visit(thread_page(GRAPH, THREAD, language="en"))
    assert seen.page.evaluate("document.documentElement.lang") == "en"
    assert "The thread through" in seen.page.inner_text("h1")


def test_the_theme_is_chosen_against_the_system(visit: Open) -> None:
    seen = visit(PAGES["thread"], scheme="light")
    seen.page.select_option("#theme", "dark")
    assert seen.page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(20, 24, 29)"
    assert seen.page.evaluate("graf.colours.paper") == "#14181d"


# --- what is shown ------------------------------------------------------------------------------


def test_the_slider_shows_the_thread_as_it_stood_that_day(visit: Open) -> None:
    seen = visit(PAGES["thread"])
    assert len(visible_steps(seen)) == 5
    seen.page.evaluate(TO_DAY, 17410)
    assert seen.page.inner_text("#day-told") == "1 september 2017"
    assert visible_steps(seen) == ["STK-2015-553", "STK-2016-796", "STK-2017-488"]
    drawn = seen.page.evaluate(DRAWN)
    assert key("STK-2017-488") in drawn
    assert key("STK-2017-1030") not in drawn


def test_an_assignment_has_the_state_of_the_day(visit: Open) -> None:
    answered = dataclasses.replace(THREAD.assignments[0], answered_on=day("2018-11-10"), given=day("2017-11-08"))
    thread = dataclasses.replace(THREAD, assignments=(answered, *THREAD.assignments[1:]))
    seen = visit(thread_page(GRAPH, thread))
    state = seen.page.locator(f'table [data-task="{answered.key}"]')
    assert state.inner_text() == "besvarat"
    seen.page.evaluate(TO_DAY, 17500)
    assert seen.page.locator(f'table [data-task="{answered.key}"]').inner_text() == "öppet"


def test_a_filter_takes_lines_away_and_a_reset_brings_them_back(visit: Open) -> None:
    seen = visit(PAGES["thread"])
    assert seen.page.evaluate(LINES) == 5
    seen.page.locator("summary", has_text="Urval").click()
    seen.page.uncheck('input[name="status"][value="inferred"]')
    assert seen.page.evaluate(LINES) == 1
    seen.page.uncheck('input[name="relation"][value="complements"]')
    assert seen.page.evaluate(LINES) == 0
    assert key("STK-2015-1525") not in seen.page.evaluate(DRAWN), "a branch goes with its line"
    seen.page.click('button[type="reset"]')
    seen.page.wait_for_timeout(50)
    assert seen.page.evaluate(LINES) == 5


def test_a_filter_by_body_and_year_leaves_the_steps_that_fit(visit: Open) -> None:
    seen = visit(PAGES["thread"])
    seen.page.locator("summary", has_text="Urval").click()
    seen.page.fill('input[name="from"]', "2017")
    seen.page.fill('input[name="to"]', "2017")
    assert visible_steps(seen) == ["STK-2017-488", "STK-2017-1030"]
    seen.page.uncheck('input[name="body"][value="Kommunfullmäktige"]')
    assert visible_steps(seen) == ["STK-2017-1030"]


@pytest.mark.parametrize("words", ["stk-2017-488", "STK 2017/488", "stk2017 488", "fullmäktige upphäver"])
def test_the_search_finds_a_step_by_any_spelling_or_by_its_words(visit: Open, words: str) -> None:
    seen = visit(PAGES["thread"])
    seen.page.fill("#search", words)
    assert "STK-2017-488" in visible_steps(seen)
    assert "STK-2015-553" not in visible_steps(seen)
    seen.page.press("#search", "Enter")
    assert seen.page.inner_text("#evidence-title") == "Ärende STK-2017-488"


# --- what is taken away -------------------------------------------------------------------------


def test_a_citation_and_a_permalink_can_be_copied(visit: Open) -> None:
    seen = visit(PAGES["thread"], permissions=["clipboard-read"])
    seen.page.locator("#evidence button", has_text="Kopiera källhänvisning").first.click()
    assert seen.page.inner_text("#told") == "Kopierat"
    copied = seen.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("”beslut i STK-2016-796” Malmö stad, Stadskontoret, tjänsteskrivelse")
    assert copied.endswith("skrivelse.md, tecken 100–121.")
    seen.page.locator("#evidence button", has_text="Kopiera länk").click()
    assert seen.page.evaluate("navigator.clipboard.readText()").endswith("page.html#arende%2F1280%2FSTK-2016-796")


def test_a_print_has_the_figure_as_vectors_and_the_table_and_no_controls(visit: Open) -> None:
    seen = visit(PAGES["thread"])
    seen.page.emulate_media(media="print")
    assert seen.page.locator(".still:lang(sv) svg").is_visible()
    assert not any(seen.page.locator(part).is_visible() for part in ("#scroll", ".tools", ".choose", "#evidence", ".skip"))
    assert seen.page.locator("table.steps").is_visible()
    seen.page.emulate_media(media="screen")
    seen.page.select_option("#language", "en")
    seen.page.emulate_media(media="print")
    assert seen.page.locator(".still svg:visible text", has_text="repeals").count() == 1


def test_a_page_works_in_a_sandboxed_frame_of_another_origin(visit: Open) -> None:
    around = f"<!doctype html><title>x</title><h1>Runt om</h1>{iframe.write(GRAPH, THREAD, 'sv')}"
    seen = visit(around)
    frame = seen.page.frames[1]
    frame.wait_for_function("window.graf && graf.network")
    assert frame.evaluate("window.origin") == "null"
    frame.fill("#search", "488")
    frame.press("#search", "Enter")
    assert frame.inner_text("#evidence-title") == "Ärende STK-2017-488"
    frame.select_option("#language", "en")
    assert [error for error in seen.errors if "sandbox" not in error] == []


# --- the overview -------------------------------------------------------------------------------


def many(cases: int) -> CaseGraph:
    made = tuple(case(f"STK-{2000 + at % 20}-{at + 1}", held=at % 3 == 0, title=f"Ärende om sak {at}") for at in range(cases))
    links = tuple(link(other.label, link_kind(), one.label) for one, other in zip(made, made[7:], strict=False))
    return CaseGraph(cases=made, statements=links)


@pytest.mark.parametrize("words", ["STK-2007-8", "stk 2007/0008", "8/2007", "8/07", "STK2007.8"])
def test_the_overview_finds_a_case_by_any_spelling(visit: Open, words: str) -> None:
    seen = visit(index_page(many(300), ()))
    seen.page.fill("#search", words)
    assert seen.page.locator("#found tbody tr td:first-child").first.inner_text() == "STK-2007-8"


def test_a_neighbourhood_is_drawn_listed_and_walked(visit: Open) -> None:
    seen = visit(PAGES["index"])
    seen.page.fill("#search", "2016 796")
    seen.page.press("#search", "Enter")
    assert seen.page.inner_text("#around-title") == "Grannarna till STK-2016-796"
    assert seen.page.locator("#earlier button").all_inner_texts() == ["STK-2015-553"]
    assert seen.page.locator("#later button").all_inner_texts() == ["STK-2017-488", "STK-2015-1525"]
    seen.page.locator("#later button").first.press("Enter")
    assert seen.page.inner_text("#around-title") == "Grannarna till STK-2017-488"
    clean(seen)


def test_a_thread_without_a_page_leads_to_its_neighbours(visit: Open) -> None:
    seen = visit(index_page(GRAPH, (THREAD,), {}))
    seen.page.locator("#threads tbody a").first.click()
    assert seen.page.inner_text("#around-title") == "Grannarna till STK-2016-796"
    assert seen.page.input_value("#search") == "STK-2016-796"


def test_a_list_pages_sorts_and_searches(visit: Open) -> None:
    graph = many(120)
    seen = visit(index_page(dataclasses.replace(graph, documents=tuple(documents(120))), ()))
    rows = seen.page.locator("#documents tbody tr")
    assert (rows.count(), seen.page.inner_text("#documents output")) == (50, "1–50 av 120")
    seen.page.locator("#documents button", has_text="Nästa sida").click()
    assert rows.first.inner_text().startswith("handling-050.md")
    seen.page.locator("#documents th button", has_text="Handling").click(click_count=1)
    seen.page.locator("#documents th button", has_text="Handling").click(click_count=1)
    assert rows.first.inner_text().startswith("handling-119.md")
    seen.page.fill("#documents input", "handling-077")
    assert rows.count() == 1


def documents(number: int) -> list[Any]:
    return [dataclasses.replace(GRAPH.documents[0], name=f"handling-{at:03}.md") for at in range(number)]


def test_without_scripts_the_overview_shows_the_first_of_each_list_and_says_so(visit: Open) -> None:
    page = index_page(dataclasses.replace(GRAPH, documents=tuple(documents(120))), (THREAD,), {})
    seen = visit(page, java_script_enabled=False)
    assert seen.page.locator("#documents tbody tr").count() == 50
    assert "Visar 50 av 120" in seen.page.inner_text("#documents")
    assert case_key(THREAD.seed).rsplit("/", 1)[1] in seen.page.inner_text("#threads")
