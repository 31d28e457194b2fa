"""graf reads Swedish decision documents and shows how a policy moved from case to case."""

__version__ = "0.1.0"
