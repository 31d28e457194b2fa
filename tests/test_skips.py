"""A skipped test is a failure in continuous integration, and nowhere else."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import NO_SHARED, NO_VIRTUOSO

CASES = [
    pytest.param("def test_x(): pytest.skip('no browser')", "true", False, id="a skip inside a test"),
    pytest.param("@pytest.mark.skip(reason='later')\ndef test_x(): ...", "true", False, id="a mark"),
    pytest.param("pytest.importorskip('no_such_package')\ndef test_x(): ...", "true", False, id="a whole file"),
    pytest.param("@pytest.fixture\ndef f(): pytest.skip('no')\ndef test_x(f): ...", "true", False, id="a fixture"),
    pytest.param("def test_x(): pytest.skip('no browser')", "", True, id="elsewhere a skip is a skip"),
    pytest.param(f"def test_x(): pytest.skip('{NO_SHARED}')", "true", True, id="real documents may be absent"),
    pytest.param(f"def test_x(): pytest.skip('{NO_VIRTUOSO}')", "true", True, id="so may a store that only Debian has"),
    pytest.param("@pytest.mark.xfail\ndef test_x(): assert 0", "true", True, id="a known fault is no skip"),
]


@pytest.mark.parametrize(("code", "ci", "passes"), CASES)
def test_a_skip(tmp_path: Path, root: Path, code: str, ci: str, passes: bool) -> None:
    (tmp_path / "test_x.py").write_text(f"import pytest\n{code}\n", encoding="utf-8")
    environment = {**os.environ, "CI": ci, "PYTHONPATH": str(root), "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    command = (sys.executable, "-m", "pytest", "-c", os.devnull, "--rootdir", tmp_path, "-p", "tests.conftest", tmp_path)
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode == 0) is passes, done.stdout
