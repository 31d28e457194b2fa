"""Resolved extractions to the graph: decisions, assignments, instruments, and the statements that join them."""

from graf.lineage.graph import link

__all__ = ["link"]
