"""The rules of the house that no linter knows."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

FILE_LINES = 400
FUNCTION_LINES = 40
VAGUE_NAMES = {"util", "utils", "helper", "helpers", "common", "base", "core", "misc"}
VENDORED = ("vendor/", ".min.")

# Put together here, so that this file does not hold what it looks for.
MACHINE_PATHS = re.compile("|".join(["(?<![.\\w])/" + name + "/" for name in ("work", "root", "home/[a-z]", "Users/[a-z]")]))
BARE_TODO = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|X" + r"XX)\b(?!\s*[(:]?\s*#\d+)")


def tracked() -> list[Path]:
    """The files of the project: what git tracks, or in an unpacked source archive all that lies in it."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0:
        paths = [ROOT / name for name in listed.stdout.decode().split("\0") if name]
    else:
        paths = [path for part in ("graf", "tests", "docs") for path in (ROOT / part).rglob("*")]
    return [path for path in paths if path.is_file() and not any(mark in path.as_posix() for mark in VENDORED)]


def texts() -> Iterator[tuple[str, str]]:
    for path in tracked():
        content = path.read_bytes()
        if b"\0" not in content[:4096]:
            yield path.relative_to(ROOT).as_posix(), content.decode("utf-8", "replace")


def python_files() -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in tracked() if path.suffix == ".py"]


@pytest.mark.parametrize("name", python_files())
def test_no_file_is_long(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").count("\n")
    assert lines <= FILE_LINES, f"{name} has {lines} lines: split it by its nouns"


@pytest.mark.parametrize("name", [name for name in python_files() if name.startswith("graf/")])
def test_no_function_is_long(name: str) -> None:
    tree = ast.parse((ROOT / name).read_text(encoding="utf-8"))
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]
    long = {node.name: size for node in functions if (size := (node.end_lineno or 0) - node.lineno + 1) > FUNCTION_LINES}
    assert not long, f"{name}: give each step of these a name of its own"


@pytest.mark.parametrize("name", python_files())
def test_no_module_has_a_vague_name(name: str) -> None:
    parts = {part.removesuffix(".py") for part in Path(name).parts}
    assert not parts & VAGUE_NAMES, "a module is named after what it holds"


def test_no_bare_todo() -> None:
    found = [f"{name}: {mark.group()}" for name, text in texts() for mark in BARE_TODO.finditer(text)]
    assert not found, "a thing to do is an issue: name its number"


def test_no_path_of_one_machine() -> None:
    found = [f"{name}: {mark.group()}" for name, text in texts() for mark in MACHINE_PATHS.finditer(text)]
    assert not found
