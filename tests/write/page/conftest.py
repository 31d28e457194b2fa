"""The browser for the tests of this folder."""

from tests.browser import browser, visit

__all__ = ["browser", "visit"]
