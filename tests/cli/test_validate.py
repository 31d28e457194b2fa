"""``graf validate`` and ``graf build --validate``: a report in words or JSON, and the exit code."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graf.cli import main
from graf.validate import Finding, Report, Severity
from graf.validate.report import to_text


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def built(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A graph folder of the sample, validated as it was built."""
    folder = tmp_path_factory.mktemp("built") / "graph"
    done = run("build", sample, "-o", folder, "--validate")
    assert done.exit_code == 0, done.output
    assert "no violations" in done.output
    return folder


def test_a_sound_graph_tells_its_warnings_and_exits_with_nought(built: Path) -> None:
    done = run("validate", built)
    assert done.exit_code == 0
    assert "WARNING  The case is cited but no document of it is held" in done.output
    assert done.output.splitlines()[-1].endswith("quotes in their texts.")


def test_all_names_every_node(built: Path) -> None:
    shown, every = run("validate", built).output, run("validate", built, "--all").output
    assert "--all names them" in shown
    assert "--all names them" not in every
    assert len(every.splitlines()) > len(shown.splitlines())


def test_the_json_holds_every_finding(built: Path) -> None:
    told = json.loads(run("validate", built, "--format", "json").output)
    assert told["conforms"] is True
    assert told["counts"]["warning"] == len(told["findings"]) > 0
    assert set(told["findings"][0]) == {"severity", "check", "node", "message", "value"}


def test_a_graph_that_somebody_has_changed_exits_with_one(built: Path, tmp_path: Path) -> None:
    words = (built / "graph.ttl").read_text(encoding="utf-8")
    (tmp_path / "graph.ttl").write_text(words.replace("graf:Rule ;", "graf:Rule , graf:Case ;", 1), encoding="utf-8")
    done = run("validate", tmp_path)
    assert done.exit_code == 1
    assert done.output.startswith("VIOLATION  ")


def test_a_file_that_is_no_graph_exits_with_one_and_a_line(tmp_path: Path) -> None:
    (tmp_path / "graph.ttl").write_text("no turtle", encoding="utf-8")
    done = run("validate", tmp_path)
    assert done.exit_code == 1
    assert done.output.startswith("graf: ")
    assert len(done.output.splitlines()) == 1


@pytest.mark.parametrize("name", ["nothing", "picture.png"])
def test_what_does_not_exist_or_is_no_graph_exits_with_two(tmp_path: Path, name: str) -> None:
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    done = run("validate", tmp_path / name)
    assert done.exit_code == 2
    assert len(done.output.splitlines()) == 1


def test_one_message_about_several_nodes_is_told_once_with_the_value_of_each() -> None:
    made = [Finding(Severity.WARNING, "shape:X", f"n{n}", "The year {?value} is wrong.", str(2000 + n)) for n in (1, 2)]
    assert to_text(Report.of(made, 10, 1)).splitlines()[:3] == [
        "WARNING  The year … is wrong.  [shape:X]",
        "  n1  (2001)",
        "  n2  (2002)",
    ]
    assert to_text(Report.of(made[:1], 10, 1)).splitlines()[:2] == ["WARNING  The year 2001 is wrong.  [shape:X]", "  n1"]
