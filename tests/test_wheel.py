"""The wheel, installed where there is no checkout, has all that graf needs to run."""

import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

from graf.ontology import ontology_folder

pytestmark = pytest.mark.install


def run(*command: str | Path, cwd: Path) -> str:
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", folder, root, cwd=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, root: Path) -> Path:
    """The folder with the programs of an environment that holds the wheel and its dependencies alone."""
    folder = wheel.parent / "environment"
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    pip = (programs / "python", "-m", "pip", "--disable-pip-version-check", "-q", "install", "--no-compile")
    run(*pip, "--constraint", root / "constraints.txt", wheel, cwd=folder)
    return programs


def carried(root: Path) -> list[str]:
    """What must be in the wheel beside the code: whatever else lies in the package, and the ontology."""
    kinds = {".css", ".csv", ".html", ".js", ".rq", ".toml", ".ttf", ".txt", ".typ"}
    package = [path for path in (root / "graf").rglob("*") if path.is_file() and path.suffix in kinds]
    ontology = [f"graf/ontology_files/{path.name}" for path in (root / "ontology").iterdir() if path.is_file()]
    return [path.relative_to(root).as_posix() for path in package] + ontology


def test_the_wheel_carries_the_tables_and_the_ontology(wheel: Path, root: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    assert not set(carried(root)) - names
    assert "graf/ontology_files/graf.ttl" in names


def test_the_wheel_carries_no_tests_and_no_data(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"graf"}


def test_the_installed_program_runs(installed: Path) -> None:
    assert run(installed / "graf", "--version", cwd=installed).startswith("graf, version ")


def test_the_ontology_is_found_in_the_wheel_as_in_the_checkout(installed: Path, root: Path) -> None:
    code = "from graf.ontology import ontology_folder; print(ontology_folder())"
    folder = Path(run(installed / "python", "-c", code, cwd=installed).strip())
    assert installed.parent in folder.parents
    assert (folder / "graf.ttl").read_bytes() == (root / "ontology" / "graf.ttl").read_bytes()
    assert ontology_folder() == root / "ontology"
