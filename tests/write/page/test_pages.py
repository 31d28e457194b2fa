"""What the three pages hold, and that documents cannot do anything with them."""

import base64
import dataclasses
import hashlib
import html
import json
import os
import re
import subprocess
import sys
from typing import Any

import msgspec
import pytest

from graf.model import CaseGraph, Modality, Problem, Thread
from graf.write.page import graph_page, index_page, page_name, thread_page
from graf.write.page.html import as_json
from tests.factories import case, link, mission

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\u2028{{ 7777*7777 }}"


def hostile() -> tuple[CaseGraph, Thread]:
    """The mission's thread, where every title, body, quote and task is an attack."""
    graph, thread = mission()
    return _poison(graph), _poison(thread)


def _poison(value: Any) -> Any:
    if isinstance(value, tuple):
        return tuple(_poison(one) for one in value)
    names = _fields(value)
    if not names:
        return value
    bad = {"title", "body", "quote", "before", "after", "task", "assignee", "rule", "document", "label", "name"}
    old = {name: getattr(value, name) for name in names}
    changed = {name: HOSTILE if name in bad and isinstance(one, str) else _poison(one) for name, one in old.items()}
    return type(value)(**changed)


def _fields(value: Any) -> tuple[str, ...]:
    if isinstance(value, msgspec.Struct):
        return value.__struct_fields__
    return tuple(one.name for one in dataclasses.fields(value)) if dataclasses.is_dataclass(value) else ()


def three_pages(graph: CaseGraph, thread: Thread) -> dict[str, str]:
    return {
        "thread": thread_page(graph, thread),
        "graph": graph_page(graph),
        "index": index_page(graph, (thread,), {thread.seed: page_name(thread.seed)}),
    }


PAGES = three_pages(*mission())
HOSTILE_PAGES = three_pages(*hostile())


def data_of(page: str) -> Any:
    return json.loads(page.split('id="graf-data">')[1].split("</script>")[0])


def text_of(page: str) -> str:
    """A page without its scripts, its style and its still figure."""
    return re.sub(r"<(script|style|svg)[^>]*>.*?</\1>", "", page, flags=re.DOTALL)


def read_of(page: str) -> str:
    """What a reader sees of a page, without its elements."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", text_of(page))).split())


@pytest.mark.parametrize("name", PAGES)
def test_a_page_names_nothing_on_any_network(name: str) -> None:
    assert re.findall(r"""(?:src|href|action)\s*=\s*["']?\s*(?:https?:)?//""", PAGES[name]) == []
    assert "<link" not in PAGES[name]
    assert "@import" not in PAGES[name]


@pytest.mark.parametrize("name", PAGES)
def test_the_policy_allows_these_scripts_and_this_style_and_nothing_else(name: str) -> None:
    page = PAGES[name]
    policy = html.unescape(re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)[0])
    scripts = re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL)
    styles = re.findall(r"<style>(.*?)</style>", page, flags=re.DOTALL)
    rules = {words[0]: words[1:] for words in (rule.split() for rule in policy.split(";"))}
    assert rules["default-src"] == ["'none'"]
    assert [sha(text) for text in scripts] == rules["script-src"]
    assert [sha(text) for text in styles] == rules["style-src"]
    assert "unsafe" not in policy


def sha(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@pytest.mark.parametrize("name", PAGES)
def test_a_page_says_its_language_its_title_and_that_it_fits_a_phone(name: str) -> None:
    assert PAGES[name].startswith('<!doctype html>\n<html lang="sv">')
    assert re.search(r"<title>\S[^<]*</title>", PAGES[name])
    assert 'name="viewport"' in PAGES[name]
    assert PAGES[name].count("<h1>") == 1


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_no_handlers_and_no_styles_in_its_elements(name: str) -> None:
    assert re.findall(r"<[a-z][^>]*\s(?:on\w+|style)\s*=", text_of(PAGES[name])) == []


@pytest.mark.parametrize("name", HOSTILE_PAGES)
def test_hostile_words_stay_text(name: str) -> None:
    page = HOSTILE_PAGES[name]
    assert "<img" not in page
    assert "<script>alert" not in page
    assert str(7777 * 7777) not in page
    assert PAGES[name].count("<script") == page.count("<script")


@pytest.mark.parametrize("text", ["</script>", "<!--", "&amp;", "\u2028\u2029", "å § ”"])
def test_json_in_a_page_reads_back_and_cannot_end_its_element(text: str) -> None:
    assert text == json.loads(as_json(text))
    assert not set("<>&\u2028\u2029") & set(as_json(text))


def test_the_pages_are_the_same_bytes_under_any_hash_seed() -> None:
    code = (
        "import hashlib; from tests.write.page.test_pages import PAGES;"
        "print({n: hashlib.sha256(p.encode()).hexdigest() for n, p in PAGES.items()})"
    )
    seen = {
        subprocess.run(
            [sys.executable, "-c", code], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(seen) == 1


def test_a_thread_page_is_well_below_a_megabyte() -> None:
    assert len(PAGES["thread"].encode()) < 700_000
    assert len(PAGES["index"].encode()) < 600_000


def test_the_table_holds_every_step_with_its_quote_and_source() -> None:
    text = read_of(PAGES["thread"])
    for number in ("STK-2015-553", "STK-2016-796", "STK-2017-488", "STK-2017-1030", "STK-2018-1094"):
        assert f"beslut i {number} skrivelse.md, tecken 100–" in text
    assert "fortsätter STK-2016-796" in text
    assert "härlett av graf , 80 %" in text


def test_the_page_lists_branches_assignments_and_what_is_missing() -> None:
    text = text_of(PAGES["thread"])
    assert "kompletterar" in text
    assert re.search('<span class="state state-answered"[^>]*>besvarat</span>', text)
    assert re.search('<span class="state state-proposed"[^>]*>föreslaget</span>', text)
    assert text.count("<li><strong>STK-") == 4


def test_every_button_and_every_drawn_thing_has_its_evidence() -> None:
    for page in (PAGES["thread"], PAGES["graph"]):
        data = data_of(page)
        drawn = {one["id"] for made in data["drawings"] for one in (*made["nodes"], *made["edges"])}
        assert drawn | set(re.findall(r'data-fact="([^"]*)"', page)) <= set(data["facts"])


def test_a_fact_holds_the_quote_in_its_context_with_place_rule_and_confidence() -> None:
    fact = data_of(PAGES["thread"])["facts"]["arende/1280/STK-2017-488"]
    (quote,) = fact["quotes"]
    assert (quote["before"], quote["quote"], quote["after"]) == ("Före. ", "beslut i STK-2017-488", " Efter.")
    assert (quote["document"], quote["place"]) == ("skrivelse.md", ["ui.characters", "100", "121"])
    assert quote["head"] == ["ui.did", "Kommunfullmäktige", ["action.repeal"], ["modality.recounted"]]
    assert quote["note"] == ["ui.rule_and_confidence", "test", "90 %"]


def test_a_step_that_is_only_proposed_is_drawn_hollow() -> None:
    graph, thread = mission()
    last = thread.steps[-1]
    proposed = dataclasses.replace(last.decisions[0], status=Modality.PROPOSED)
    steps = (*thread.steps[:-1], dataclasses.replace(last, decisions=(proposed,)))
    drawn = data_of(thread_page(graph, dataclasses.replace(thread, steps=steps)))["drawings"][0]["nodes"]
    assert [node["id"] for node in drawn if node["graf"].get("proposal")] == ["arende/1280/STK-2018-1094"]


def test_above_its_limit_the_graph_page_shows_the_best_connected_and_says_so() -> None:
    cases = tuple(case(f"STK-2016-{number}") for number in range(1, 41))
    links = tuple(link(f"STK-2016-{number}", link_kind(), "STK-2016-7") for number in (11, 12, 13))
    page = graph_page(CaseGraph(cases=cases, statements=links), limit=4)
    assert "Visar 4 av 40" in page
    shown = {node["graf"]["lines"][0] for node in data_of(page)["drawings"][0]["nodes"]}
    assert {"STK-2016-7", "STK-2016-11", "STK-2016-12", "STK-2016-13"} == shown


def link_kind() -> Any:
    return mission()[1].branches[0].statement.relation


def test_a_large_graph_makes_a_page_below_a_megabyte() -> None:
    cases = tuple(case(f"STK-20{number % 20:02}-{number}", title="En rubrik av vanlig längd om något") for number in range(500))
    pairs = [pair for apart in (3, 7) for pair in zip(cases, cases[apart:], strict=False)]
    links = tuple(link(one.label, link_kind(), other.label, quote="vanliga ord " * 25) for one, other in pairs)
    assert len(graph_page(CaseGraph(cases=cases, statements=links)).encode()) < 1_000_000


def test_an_empty_graph_has_its_pages() -> None:
    assert "Visar 0 av 0" in graph_page(CaseGraph())
    assert "Inga trådar hittades." in index_page(CaseGraph(), ())


def test_the_overview_ranks_threads_by_length_and_links_only_pages_that_exist() -> None:
    graph, thread = mission()
    short = dataclasses.replace(thread, seed=thread.steps[0].case.id, steps=thread.steps[:1])
    page = index_page(graph, (short, thread), {thread.seed: "STK-2016-796.html"})
    rows = re.findall(r'<td>\d</td><td><a href="([^"]*)">', page.replace("\n", ""))
    assert rows == ["STK-2016-796.html", "STK-2016-796.html#arende/1280/STK-2015-553"]
    assert '<a href="STK-2015-553.html">' not in page


def test_the_overview_tells_of_problems() -> None:
    page = index_page(CaseGraph(problems=(Problem("låst.pdf", "encrypted", "Filen är låst."),)), ())
    assert "låst.pdf" in page
    assert "Filen är låst." in page
