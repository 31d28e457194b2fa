"""A real Chromium for tests of pages: found on the machine, offline, with every request and error recorded."""

import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
REASON = "no Chromium: set CHROMIUM=/path/to/chromium, install one, or run: playwright install chromium"


@dataclass(frozen=True)
class Visit:
    """An open page, the requests it made beyond its own file, and what it complained of."""

    page: Page
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


Open = Callable[..., Visit]


def find_chromium() -> str | None:
    """The browser named by CHROMIUM, else one on the PATH, else the one Playwright installed."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named
    found = next((path for path in map(shutil.which, NAMES) if path), None)
    return found or _own_browser()


def _own_browser() -> str | None:
    with sync_playwright() as player:
        path = player.chromium.executable_path
    return path if Path(path).is_file() else None


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One headless browser for all tests; without one they skip, but fail where CI promises one."""
    path = find_chromium()
    if path is None:
        if os.environ.get("CI") == "true":
            pytest.fail(REASON)
        pytest.skip(REASON)
    with sync_playwright() as player:
        started = player.chromium.launch(executable_path=path, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser, tmp_path: Path) -> Iterator[Open]:
    """Opens a page's text as a file, offline: ``visit(html, width=800, scheme="dark")``."""
    contexts = []

    def open_page(html: str, width: int = 1280, scheme: str = "light", **options: object) -> Visit:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme=scheme,  # type: ignore[arg-type]
            **options,  # type: ignore[arg-type]
        )
        contexts.append(context)
        context.set_offline(True)
        return _load(context.new_page(), html, tmp_path / "page.html")

    yield open_page
    for context in contexts:
        context.close()


def _load(page: Page, html: str, path: Path) -> Visit:
    path.write_text(html, encoding="utf-8", newline="\n")
    seen = Visit(page)
    page.on("request", lambda request: seen.requests.append(request.url) if request.url != path.as_uri() else None)
    page.on("console", lambda message: seen.errors.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: seen.errors.append(str(error)))
    page.on("dialog", lambda dialog: _refuse(dialog, seen))
    page.goto(path.as_uri())
    return seen


def _refuse(dialog: Dialog, seen: Visit) -> None:
    seen.errors.append(f"dialog: {dialog.message}")
    dialog.dismiss()
