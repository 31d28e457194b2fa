"""From a page to the files it quotes: only where the user says they lie, and never to a file that is not there."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from graf.cli import main
from graf.errors import GrafError
from graf.links import Links, links_from
from graf.model import Document, Evidence

PDF = Evidence("2016/Protokoll maj.pdf", 4, 9, "beslut", page=3)
WORD = Evidence("skrivelse.docx", 4, 9, "beslut", paragraph=7)
HELD = (Document("2016/Protokoll maj.pdf", ""), Document("skrivelse.docx", ""))


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder with the PDF, and no Word file."""
    folder = tmp_path / "handlingar å"
    (folder / "2016").mkdir(parents=True)
    (folder / "2016" / "Protokoll maj.pdf").write_bytes(b"%PDF")
    return folder


def test_a_page_leads_to_the_file_and_its_page_from_where_it_lies(tmp_path: Path, papers: Path) -> None:
    links = links_from(tmp_path / "graf-out" / "threads", HELD, [str(papers)])
    assert links.to(PDF) == "../../handlingar%20%C3%A5/2016/Protokoll%20maj.pdf#page=3"


def test_a_page_beside_the_documents_leads_to_them(papers: Path) -> None:
    assert links_from(papers, HELD, [str(papers)]).to(PDF) == "./2016/Protokoll%20maj.pdf#page=3"


def test_a_file_that_is_not_there_gets_no_link(tmp_path: Path, papers: Path) -> None:
    assert links_from(tmp_path, HELD, [str(papers)]).to(WORD) == ""


def test_the_first_folder_that_holds_a_document_is_its_place(tmp_path: Path, papers: Path) -> None:
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "skrivelse.docx").write_bytes(b"PK")
    links = links_from(tmp_path, HELD, [str(papers), str(tmp_path / "more")])
    assert links.to(PDF).startswith("handlingar")
    assert links.to(WORD) == "more/skrivelse.docx"


@pytest.mark.parametrize("where", ["https://www.malmo.se/handlingar", "https://www.malmo.se/handlingar/"])
def test_a_web_address_is_believed(where: str) -> None:
    links = links_from(Path(), HELD, [where])
    assert links.to(PDF) == "https://www.malmo.se/handlingar/2016/Protokoll%20maj.pdf#page=3"


def test_a_name_cannot_become_an_address_of_its_own(papers: Path) -> None:
    hostile = Evidence("javascript:alert(1)//.pdf", 0, 1, "x", page=1)
    assert (
        links_from(papers, [Document(hostile.document, "")], ["https://a.se"])
        .to(hostile)
        .startswith("https://a.se/javascript%3A")
    )


@pytest.mark.parametrize("name", ["../utanför.pdf", "a\0b", "x" * 5_000])
def test_a_name_that_no_file_has_gets_no_link(papers: Path, name: str) -> None:
    assert links_from(papers, [Document(name, "")], [str(papers)]).to(Evidence(name, 0, 1, "x")) == ""


@pytest.mark.parametrize("where", ["ingenstans", "javascript://a", "https://a.se/?q=1"])
def test_what_is_no_place_is_refused(where: str) -> None:
    with pytest.raises(GrafError, match=r"no folder|no address"):
        links_from(Path(), HELD, [where])


def test_without_a_place_nothing_is_linked() -> None:
    assert Links().to(PDF) == ""


# --- in the pages -------------------------------------------------------------------------------


def hrefs(page: str) -> set[str]:
    return {way for way in re.findall(r'href="([^"#][^"]*)"', page) if not way.startswith("threads/")}


def test_the_pages_of_a_build_link_to_the_documents_where_asked(sample: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["build", str(sample), "-o", str(tmp_path / "g"), "--documents", str(sample)])
    assert done.exit_code == 0, done.output
    for page in [tmp_path / "g" / "index.html", *sorted((tmp_path / "g" / "threads").iterdir())]:
        ways = hrefs(page.read_text(encoding="utf-8"))
        assert ways, page
        assert all((page.parent / way.split("#")[0]).is_file() for way in ways), page


def test_the_panel_of_a_thread_has_the_link_of_each_quote(sample: Path, tmp_path: Path) -> None:
    runner = CliRunner()
    runner.invoke(main, ["build", str(sample), "-o", str(tmp_path / "g")])
    for options in ([], ["--documents", "https://a.se"]):
        made = tmp_path / "thread.html"
        runner.invoke(main, ["view", "STK-2016-796", "-g", str(tmp_path / "g"), "-o", str(made), *options])
        data = json.loads(made.read_text(encoding="utf-8").split('id="graf-data">')[1].split("</script>")[0])
        found = {quote["link"] for fact in data["facts"].values() for quote in fact["quotes"]}
        assert found == {""} if not options else found and all(way.startswith("https://a.se/") for way in found)


def test_a_wrong_place_is_told_before_anything_is_read(sample: Path, tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["build", str(sample), "-o", str(tmp_path / "g"), "--documents", "ingenstans"])
    assert done.exit_code == 2
    assert not (tmp_path / "g").exists()
