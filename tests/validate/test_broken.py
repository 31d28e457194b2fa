"""Every shape and check catches the graph that breaks it, names the node, and says what to do."""

import hashlib
from pathlib import Path

import pytest
from rdflib import RDF, SH

from graf.store import keep_text
from graf.validate import IllFormedGraphError, Report, Severity, validate
from graf.validate.shapes import SHAPES, shapes
from tests.validate.breaking import Broken
from tests.validate.broken import BROKEN
from tests.validate.sound import PREFIXES, SOUND, TEXT

DIGEST = hashlib.sha256(TEXT.encode()).hexdigest()


def report_of(folder: Path, turtle: str) -> Report:
    """What validation says of a graph folder with this graph and the text that it quotes."""
    words = (PREFIXES + turtle).replace("DIGEST16", DIGEST[:16]).replace("DIGEST", DIGEST)
    (folder / "graph.ttl").write_text(words, encoding="utf-8")
    keep_text(folder, DIGEST, TEXT)
    return validate(folder)


def test_the_sound_graph_has_nothing_to_find(tmp_path: Path) -> None:
    report = report_of(tmp_path, SOUND)
    assert report.findings == ()
    assert report.quotes == 1


@pytest.mark.parametrize("broken", [pytest.param(row, id=row.why) for row in BROKEN])
def test_what_breaks_a_graph_is_caught_by_the_right_check(tmp_path: Path, broken: Broken) -> None:
    assert broken.old in SOUND, "the row breaks nothing"
    report = report_of(tmp_path, SOUND.replace(broken.old, broken.new, 1))
    wanted = broken.node.replace("DIGEST16", DIGEST[:16])
    found = [f for f in report.findings if f.check == broken.check and f.node.endswith(wanted)]
    assert found, [(f.check, f.node) for f in report.findings]
    assert {finding.severity for finding in found} == {Severity(broken.severity)}
    assert all(len(finding.message) > 20 for finding in found)
    assert not report.conforms or broken.severity == "warning"


def test_every_shape_and_check_has_a_graph_that_breaks_it() -> None:
    named = {f"shape:{str(shape).removeprefix(SHAPES)}" for shape in shapes().subjects(RDF.type, SH.NodeShape)}
    assert {row.check for row in BROKEN} == named | {"iri-templates", "quotes"}
    assert len(BROKEN) >= 40


def test_another_text_under_the_same_name_is_told(tmp_path: Path) -> None:
    report_of(tmp_path, SOUND)
    (place,) = (tmp_path / "texts").iterdir()
    place.write_text(TEXT.replace("december", "november"), encoding="utf-8")
    assert [(f.check, f.severity) for f in validate(tmp_path).findings] == [("quotes", Severity.VIOLATION)]


def test_a_text_that_is_gone_is_a_warning(tmp_path: Path) -> None:
    report_of(tmp_path, SOUND)
    (place,) = (tmp_path / "texts").iterdir()
    place.rename(tmp_path / "texts" / "other.txt")
    report = validate(tmp_path)
    assert [(f.check, f.severity) for f in report.findings] == [("quotes", Severity.WARNING)]
    assert report.quotes == 0


@pytest.mark.parametrize("name", ["graph.ttl", "graph.nq", "graph.jsonld", "graph.rdf"])
def test_a_file_that_is_no_rdf_is_told_in_one_line(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("<a> <b> {", encoding="utf-8")
    with pytest.raises(IllFormedGraphError, match=rf"{name} is not well formed: [^\n]*; mend"):
        validate(tmp_path / name)
