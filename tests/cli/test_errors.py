"""What goes wrong is said in plain lines on standard error, with the exit code that scripts rely on."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Graf
from tests.papers import letter

CASE_COMMANDS = [["thread", "STK-2016-796"], ["why", "STK-2016-796", "STK-2015-553"], ["view", "STK-2016-796"]]
READERS = [*CASE_COMMANDS, ["find", "träd"], ["assignments"], ["export", "turtle"], ["view"]]


def check_refusal(result: object, code: int = 2) -> str:
    """An error in one plain line, nothing on standard output; the line is returned."""
    (told,) = str(getattr(result, "stderr", "")).splitlines()
    assert told.startswith("graf: ")
    assert "Traceback" not in told
    assert getattr(result, "stdout", None) == ""
    assert getattr(result, "exit_code", None) == code
    return told


def words_of(words: list[str]) -> str:
    return " ".join(words)


@pytest.mark.parametrize("words", READERS, ids=words_of)
def test_a_graph_folder_that_is_not_there(graf: Graf, tmp_path: Path, words: list[str]) -> None:
    assert "graf build" in check_refusal(graf(*words, "-g", tmp_path / "nowhere"))


@pytest.mark.parametrize("words", READERS, ids=words_of)
@pytest.mark.parametrize(
    "content", [b"", b"{", b"\xff\xfe\xfa", b'{"format":99,"graph":{}}'], ids=["empty", "cut", "bytes", "version"]
)
def test_a_broken_model(graf: Graf, tmp_path: Path, words: list[str], content: bytes) -> None:
    (tmp_path / "model.json").write_bytes(content)
    assert "graf build" in check_refusal(graf(*words, "-g", tmp_path))


@pytest.mark.parametrize(
    "words", [["thread", "STK-1999-1"], ["view", "STK-1999-1"], ["why", "STK-2016-796", "STK-1999-1"]], ids=words_of
)
def test_a_case_that_is_not_there_is_told_with_the_nearest(graf: Graf, sample_graph: Path, words: list[str]) -> None:
    told = check_refusal(graf(*words, "-g", sample_graph))
    assert "STK-1999-1" in told
    assert "near it: STK-" in told


def test_words_that_fit_no_case(graf: Graf, sample_graph: Path) -> None:
    assert "fewer or other words" in check_refusal(graf("find", "kärnkraftverk", "-g", sample_graph))


@pytest.fixture
def two_towns(graf: Graf, tmp_path: Path) -> Path:
    """A graph in which a number exists in two towns."""
    for number, town in enumerate(("Malmö stad", "Lunds kommun")):
        text = letter("Om gatuträd.", "KS 2020/88", town=town)
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    assert graf("build", tmp_path, "-o", tmp_path / "g").exit_code == 0
    return tmp_path / "g"


@pytest.mark.parametrize(
    "words", [["thread", "KS 2020/88"], ["view", "KS 2020/88"], ["why", "KS 2020/88", "KS 2020/88"]], ids=words_of
)
def test_a_case_of_two_towns_is_asked_about(graf: Graf, two_towns: Path, words: list[str]) -> None:
    told = check_refusal(graf(*words, "-g", two_towns))
    assert "1280:KS-2020-88 or 1281:KS-2020-88" in told
    assert "--municipality" in told


@pytest.mark.parametrize(
    "words", [["thread", "1281:KS-2020-88"], ["thread", "ks 2020/88", "--municipality", "1281"]], ids=words_of
)
def test_a_case_of_two_towns_is_found_with_its_town(graf: Graf, two_towns: Path, words: list[str]) -> None:
    result = graf(*words, "--json", "-g", two_towns)
    assert result.exit_code == 0
    assert "arende/1281/KS-2020-88" in result.stdout


# --- reading ------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["build", "extract"])
def test_a_source_that_does_not_exist(graf: Graf, tmp_path: Path, command: str) -> None:
    told = check_refusal(graf(command, tmp_path / "nowhere.txt"))
    assert "nowhere.txt" in told
    assert f"graf {command} --help" in told


@pytest.mark.parametrize("command", ["build", "extract"])
def test_a_folder_of_nothing_readable(graf: Graf, tmp_path: Path, command: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "empty.txt").write_bytes(b"")
    output = ["-o", tmp_path / "g"] if command == "build" else []
    result = graf(command, tmp_path / "in", *output)
    assert result.exit_code == 3
    assert [line.split(":")[0] for line in result.stderr.splitlines()] == ["graf", "graf"]
    assert "empty.txt" in result.stderr
    assert not (tmp_path / "g").exists()


@pytest.mark.parametrize("command", ["build", "extract"])
def test_an_empty_folder(graf: Graf, tmp_path: Path, command: str) -> None:
    (tmp_path / "in").mkdir()
    output = ["-o", tmp_path / "g"] if command == "build" else []
    assert "nothing could be read" in check_refusal(graf(command, tmp_path / "in", *output), 3)


@pytest.mark.parametrize("command", ["build", "extract"])
def test_one_file_that_cannot_be_read_among_others(graf: Graf, tmp_path: Path, command: str) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "good.txt").write_text(letter("Om gatuträd."), encoding="utf-8")
    output = ["-o", tmp_path / "g"] if command == "build" else []
    result = graf(command, tmp_path, *output)
    assert result.exit_code == 1
    assert result.stderr == "graf: empty.txt: the file is empty: fetch or save it again\n"
    assert result.stdout


@pytest.mark.parametrize("command", ["build", "extract"])
@pytest.mark.parametrize(("code", "told"), [("9999", "four digits"), ("Malmö", "1280"), ("", "four digits")])
def test_a_town_that_is_none(graf: Graf, sample: Path, tmp_path: Path, command: str, code: str, told: str) -> None:
    output = ["-o", tmp_path / "g"] if command == "build" else []
    assert told in check_refusal(graf(command, sample, *output, "--municipality", code))


# --- writing ------------------------------------------------------------------------------------


def test_a_graph_in_the_place_of_a_file(graf: Graf, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("ett brev", encoding="utf-8")
    assert "-o" in check_refusal(graf("build", sample, "-o", tmp_path / "file"))
    assert "cannot be written" in check_refusal(graf("build", sample, "-o", tmp_path / "file" / "g"))


def test_a_graph_among_other_files(graf: Graf, sample: Path, tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("ett brev", encoding="utf-8")
    assert "other files" in check_refusal(graf("build", sample, "-o", tmp_path))


@pytest.mark.parametrize("words", [["view", "STK-2016-796"], ["view"]], ids=words_of)
def test_a_page_that_cannot_be_written(graf: Graf, sample_graph: Path, tmp_path: Path, words: list[str]) -> None:
    place = tmp_path / "no folder" / "page.html"
    assert "cannot be written" in check_refusal(graf(*words, "-g", sample_graph, "-o", place))


# --- usage --------------------------------------------------------------------------------------

WRONG = [
    (["why", "STK-2016-796"], "OTHER"),
    (["thread"], "CASE"),
    (["build"], "SOURCE"),
    (["assignments", "--as-of", "2016-13-01"], "2016-13-01"),
    (["assignments", "--format", "pdf"], "pdf"),
    (["find", "träd", "--number", "0"], "0"),
    (["build", ".", "--jobs", "0"], "0"),
    (["thread", "STK-1", "--colour"], "--colour"),
    (["frobnicate"], "frobnicate"),
]


@pytest.mark.parametrize(("words", "told"), WRONG, ids=[" ".join(words) for words, _ in WRONG])
def test_wrong_usage_is_one_line_that_names_the_help(graf: Graf, words: list[str], told: str) -> None:
    line = check_refusal(graf(*words))
    assert told in line
    assert line.endswith("--help tells more")


def test_a_code_page_without_arrows_is_no_matter(sample_graph: Path) -> None:
    command = [sys.executable, "-m", "graf", "thread", "STK-2016-796", "-g", str(sample_graph)]
    environment = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    done = subprocess.run(command, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "↑" in done.stdout.decode("utf-8")
