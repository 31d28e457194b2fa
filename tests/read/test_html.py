"""What an HTML page must not lose, double or tear apart."""

from pathlib import Path

import pytest

from graf.read import Source, read
from graf.read.html import to_text

PAGES = [
    pytest.param("<h2>Beslut</h2><p>Motionen avslås.", "## Beslut\n\nMotionen avslås.\n", id="heading and paragraph"),
    pytest.param("<p>Stadskontoret<br>Datum 2016-08-17</p>", "Stadskontoret\nDatum 2016-08-17\n", id="a line's end"),
    pytest.param("<ul><li>ett<li><p>två</p></ul>", "- ett\n- två\n", id="a list"),
    pytest.param("<ol start=3><li>ett<li value=7>två<li>tre</ol>", "3. ett\n7. två\n8. tre\n", id="numbers of a list"),
    pytest.param("<ol type=a><li>ett<li>två</ol>", "a) ett\nb) två\n", id="letters of a list"),
    pytest.param("<ol type=a start=3><li>ett<li>två</ol>", "c) ett\nd) två\n", id="letters from the third"),
    pytest.param("<ol type=i><li>ett<li>två<li value=9>tre</ol>", "i) ett\nii) två\nix) tre\n", id="Roman numbers"),
    pytest.param("<ol reversed><li>ett<li>två</ol>", "2. ett\n1. två\n", id="numbers that count down"),
    pytest.param("<ol reversed start=8><li>ett<li>två</ol>", "8. ett\n7. två\n", id="numbers that count down from eight"),
    pytest.param("<ol type=1><li>ett<li>två</ol>", "1. ett\n2. två\n", id="figures by name"),
    pytest.param("<ul><li>ett<ol><li>x<li>y</ol><li>två</ul>", "- ett\n1. x\n2. y\n- två\n", id="a list in a list"),
    pytest.param("<p>1. ett</p><p>2. två</p>", "1. ett\n2. två\n", id="numbers that were typed"),
    pytest.param(
        "<table><tr><th>Dnr<td>KS 2016/1<tr><td>Datum<td>5 maj</table>", "Dnr\tKS 2016/1\nDatum\t5 maj\n", id="a table"
    ),
    pytest.param(
        "<table><tr><td>Närvarande<td><p>Ett (S)</p><p>Två (M)</p></table>",
        "Närvarande\tEtt (S) Två (M)\n",
        id="lines in a cell",
    ),
    pytest.param(
        "<table><tr><td>Malmö stad<br>Kontoret<td>Datum<br>5 maj</table>",
        "Malmö stad\nKontoret\n\nDatum\n5 maj\n",
        id="a masthead of cells with lines",
    ),
    pytest.param(
        "<table><tr><td>Yttre<table><tr><td>Dnr<td>KS 2016/1</table></table>",
        "Yttre\n\nDnr\tKS 2016/1\n",
        id="a table in a table",
    ),
    pytest.param("<p><strong>Bakgrund</strong></p><p>Ord.", "#### Bakgrund\n\nOrd.\n", id="a bold paragraph is a heading"),
    pytest.param("<p><b>Datum:</b> 5 maj</p>", "Datum: 5 maj\n", id="a bold label is none"),
    pytest.param(
        "<p>år 2016<sup>1</sup> och 5 m<sup>2</sup>", "år 2016 [1] och 5 m2\n", id="a note's number lengthens no number"
    ),
    pytest.param(
        "<p>STK-<b>2016</b>-796 &amp; 5&nbsp;&lt; 6", "STK-2016-796 & 5\u00a0< 6\n", id="marks and entities inside words"
    ),
    pytest.param("<p>ett <ins>nytt</ins><del>gammalt</del> ord", "ett nytt ord\n", id="inserted stays, deleted goes"),
    pytest.param("<nav>Meny</nav><script>x</script><style>y</style><p hidden>z</p>Ord", "Ord\n", id="what nobody reads"),
    pytest.param("<p title='a > b'>Ord</p><!-- bort <p> -->", "Ord\n", id="signs of tags inside marks"),
    pytest.param("<pre>ett\n  två</pre>", "ett\n  två\n", id="preformatted"),
    pytest.param("<title>Protokoll</title><p>Ord", "Protokoll\n\nOrd\n", id="a title where no heading is"),
    pytest.param("<title>Protokoll</title><h1>Rubrik</h1>", "# Rubrik\n", id="no title where one is"),
    pytest.param("<pre>ett\n<pre>  två</pre></pre>", "ett\n  två\n", id="preformatted in preformatted"),
    pytest.param("<p>ett<br><br>två</p>", "ett\n\ntvå\n", id="two line's ends are a paragraph's"),
    pytest.param("<ul><li><ul><li>x</ul><li><p>y<p>z</ul>", "- - x\n- y\nz\n", id="an item that begins with a list"),
    pytest.param("<ol><li>a<li><li>c</ol><p>-</p>", "1. a\n3. c\n\n-\n", id="an empty item, a lone dash"),
    pytest.param("<ol start=99999999999999999999><li>x</ol>", "1. x\n", id="a number that no list has"),
    pytest.param("<div><center>a</center>b<form>c</form>d</div>", "a\n\nb\n\nc\n\nd\n", id="blocks of old pages"),
    pytest.param(
        "<table><caption>Budget</caption><tr><td colspan=2>År<tr><td>2016<td>5</table>",
        "Budget\n\nÅr\n2016\t5\n",
        id="a caption, and a cell over two columns, once",
    ),
    pytest.param("<table><tr><td>a<td> <td>c<tr><td></table>", "a\tc\n", id="empty cells and rows"),
    pytest.param("<table></table><p>Ord", "Ord\n", id="an empty table"),
    pytest.param("<table><tr><td>a&#x1d;b&#31;c</table>", "a\ufffdb\ufffdc\n", id="signs that no text holds, by number"),
    pytest.param("<xmp><b>x</xmp>", "<b>x\n", id="text that shows its tags"),
    pytest.param("</td></li></table><p>Ord</ol></tr>", "Ord\n", id="ends without beginnings"),
    pytest.param("", "", id="nothing"),
]


HIDDEN = [
    pytest.param('<p style="display:none">dolt</p>', id="not displayed"),
    pytest.param('<p style="color: red; DISPLAY: none !important">dolt</p>', id="in other letters"),
    pytest.param("<div style=display:none><p>dolt<p>dolt</div>", id="a block of it"),
    pytest.param('<span style="visibility: hidden">dolt</span>', id="not visible"),
    pytest.param("<p hidden>dolt</p>", id="by attribute"),
]


@pytest.mark.parametrize("hidden", HIDDEN)
def test_what_nobody_sees_is_dropped(hidden: str) -> None:
    assert to_text(f"<p>Före</p>{hidden}<p>Efter</p>") == "Före\n\nEfter\n"


SEEN = [
    pytest.param('<p style="display: block">synligt</p>', id="displayed"),
    pytest.param('<p style="list-style: none">synligt</p>', id="another property"),
    pytest.param('<p aria-hidden="true">synligt</p>', id="only not read aloud"),
    pytest.param("<p title='style=display:none'>synligt</p>", id="a title that speaks of it"),
]


@pytest.mark.parametrize("seen", SEEN)
def test_what_is_seen_stays(seen: str) -> None:
    assert "synligt" in to_text(seen)


FRAGMENTS = [
    pytest.param("a.html", "<p>Dnr&nbsp;KS 2018/77</p>", "Dnr KS 2018/77\n", id="a part of a page"),
    pytest.param("a.txt", "<!-- utdrag -->\n<div class='x'>Bifall</div>", "Bifall\n", id="with another suffix"),
    pytest.param("a", "<h2>Beslut</h2>", "## Beslut\n", id="without suffix"),
    pytest.param("a.htm", "Vallby<br>Protokoll", "Vallby\nProtokoll\n", id="that begins with words"),
    pytest.param("a.html", "Barn <5 år", "Barn <5 år", id="no tag at all"),
    pytest.param("a.txt", "Skriv <b>fetstil</b>", "Skriv <b>fetstil</b>", id="text that speaks of a tag"),
    pytest.param("a.txt", "<påhitt> är ett ord", "<påhitt> är ett ord", id="no tag of HTML"),
    pytest.param("a.md", "<div>Bifall</div>", "<div>Bifall</div>", id="Markdown may hold tags"),
]


@pytest.mark.parametrize(("name", "content", "text"), FRAGMENTS)
def test_a_part_of_a_page_is_one(tmp_path: Path, name: str, content: str, text: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert read(Source(tmp_path / name, name)).text.replace("\u00a0", " ") == text


@pytest.mark.parametrize(("page", "text"), PAGES)
def test_a_page_becomes_lines(page: str, text: str) -> None:
    assert to_text(page) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_page_is_read_in_its_encoding(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "a.txt").write_bytes("<!DOCTYPE html><p>Ärende på Öland".encode(encoding))
    assert read(Source(tmp_path / "a.txt", "a.txt")).text == "Ärende på Öland\n"


NESTS = ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<pre>", "<blockquote>", "<svg><p>"]


@pytest.mark.parametrize("tags", NESTS)
def test_a_page_nested_without_end_is_read(tags: str) -> None:
    assert to_text(tags * 20_000 + "Ord").endswith("Ord\n")
