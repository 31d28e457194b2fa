"""What every test may ask for, and the rule that a skip in continuous integration is a failure."""

import os
from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from hypothesis import settings

from graf.read import find_sources, read
from graf.tables import actions, bodies, references
from graf.text import Folded
from tests.browser import browser, visit

__all__ = ["browser", "visit"]
"""One browser for the whole run: Playwright starts once in a process."""

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
NO_SHARED = "the folder ../shared, with real documents, is not beside this checkout"
NO_VIRTUOSO = "virtuoso-t is not installed, so nothing is known of that store: apt-get install virtuoso-opensource-7-bin"
MAY_SKIP = (NO_SHARED, NO_VIRTUOSO)
"""The reasons for which a test may be skipped in continuous integration too; ``make test`` prints them."""

_IN_CI = os.environ.get("CI") == "true"

# A busy machine is no fault of the code; and what continuous integration finds must be found again.
settings.register_profile("graf", deadline=None, derandomize=_IN_CI)
settings.load_profile("graf")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the expected outputs in tests/golden anew")


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def sample() -> Path:
    """The sample corpus: a short thread of cases, made up."""
    return ROOT / "data" / "sample"


@pytest.fixture(scope="session")
def prose(sample: Path) -> str:
    """The sample, and every phrase of the tables."""
    texts = [read(source).text for source in find_sources([sample])]
    rows = [
        *(example.text for row in references() for example in row.examples),
        *(example.text for row in bodies() for example in row.examples),
        *(phrase for row in actions() for phrase in (*row.examples, *row.past_examples)),
    ]
    return Folded("\n".join((*texts, *rows))).text


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents beside the checkout; the test is skipped where there is none."""
    if not SHARED.is_dir():
        pytest.skip(NO_SHARED)
    return SHARED


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """A check that a text is what ``tests/golden/NAME`` holds; ``pytest --update-golden`` writes it anew."""

    def check(name: str, text: str) -> None:
        path = ROOT / "tests" / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.is_file(), f"no tests/golden/{name}: pytest --update-golden writes it"
        assert path.read_text(encoding="utf-8") == text, "if the change is meant: pytest --update-golden, and read the diff"

    return check


def _fail_a_skip(report: pytest.TestReport | pytest.CollectReport) -> None:
    """A test that does not run in continuous integration is not known to pass."""
    reason = str(report.longrepr[2]) if isinstance(report.longrepr, tuple) else str(report.longrepr)
    if (
        _IN_CI
        and report.outcome == "skipped"
        and not hasattr(report, "wasxfail")
        and not any(known in reason for known in MAY_SKIP)
    ):
        report.outcome = "failed"
        report.longrepr = f"a skip is a failure where CI=true: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    _fail_a_skip(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    report = yield
    _fail_a_skip(report)
    return report
