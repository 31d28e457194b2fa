"""The notebooks run from top to bottom, show something, and are kept without what they showed."""

import json
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

NOTEBOOKS = sorted((Path(__file__).resolve().parent.parent / "notebooks").glob("*.ipynb"))


@pytest.fixture(scope="module", params=NOTEBOOKS, ids=lambda place: place.stem)
def executed(request: pytest.FixtureRequest) -> Any:
    """One notebook, executed in a kernel of its own."""
    book = nbformat.read(request.param, as_version=4)  # type: ignore[no-untyped-call]
    NotebookClient(book, timeout=300, resources={"metadata": {"path": str(request.param.parent)}}).execute()
    return book


def test_every_cell_runs_and_the_last_of_each_question_shows_something(executed: Any) -> None:
    cells = [cell for cell in executed.cells if cell.cell_type == "code"]
    assert all(cell.execution_count for cell in cells)
    assert sum(bool(cell.outputs) for cell in cells) >= len(cells) - 1
    assert not [
        out for cell in cells for out in cell.outputs if out.output_type in {"error", "stream"} and out.get("name") == "stderr"
    ]


def test_no_table_is_empty(executed: Any) -> None:
    tables = [
        out.data["text/markdown"]
        for cell in executed.cells
        for out in cell.get("outputs", ())
        if "data" in out and "text/markdown" in out.data
    ]
    assert all(text.count("\n") >= 2 for text in tables)


@pytest.mark.parametrize("place", NOTEBOOKS, ids=lambda place: place.stem)
def test_a_notebook_is_kept_without_outputs(place: Path) -> None:
    book = json.loads(place.read_text(encoding="utf-8"))
    code = [cell for cell in book["cells"] if cell["cell_type"] == "code"]
    assert code
    assert all(cell["outputs"] == [] and cell["execution_count"] is None for cell in code)
    assert book["cells"][0]["source"][0].startswith("# ")
