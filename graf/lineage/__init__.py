"""Resolved extractions to the graph: decisions, assignments, instruments, and the statements that join them."""

from graf.lineage.graph import link
from graf.lineage.people import without_people

__all__ = ["link", "without_people"]
