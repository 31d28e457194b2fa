"""A browser that prints pages to PDF."""

from tests.browser import browser

__all__ = ["browser"]
