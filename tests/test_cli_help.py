"""Every command explains itself, quickly, and stands in the documentation."""

import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from graf.cli import COMMANDS, main

SLOW = ["mammoth", "networkx", "pypdfium2", "pyoxigraph", "pyshacl", "pyvis", "rdflib", "turbohtml"]


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_has_help_with_an_example(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"], terminal_width=200)
    assert result.exit_code == 0, result.output
    body = result.output.split("\n", 1)[1]
    assert f"graf {name}" in body, "an example that can be copied"


def test_the_list_of_commands_has_each_with_its_line() -> None:
    output = CliRunner().invoke(main, ["--help"], terminal_width=200).output
    for name, line in COMMANDS.items():
        assert f"  {name} " in output
        assert line in output


def test_help_imports_nothing_slow() -> None:
    code = "import sys; from graf.cli import main; main(['--help'], standalone_mode=False); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split("\n")[-2].split())
    assert "graf.cli" in loaded
    assert not loaded & set(SLOW)


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_stands_in_the_documentation(name: str, root: Path) -> None:
    pages = "".join((root / page).read_text(encoding="utf-8") for page in ("README.md", "docs/cli.md"))
    assert f"graf {name}" in pages


def test_an_unknown_command_is_wrong_usage_in_plain_lines() -> None:
    result = CliRunner().invoke(main, ["frobnicate"])
    assert result.exit_code == 2
    assert "No such command" in result.output
    assert "Traceback" not in result.output


def test_python_dash_m_is_the_same_program() -> None:
    done = subprocess.run([sys.executable, "-m", "graf", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("graf, version ")
