"""Sending a graph to a SPARQL 1.1 store: in batches, over either of the two protocols, again and again with the same result.

Each document is a named graph, and one more, the shared graph, holds what no single document says. A store's default graph
means different things in different stores, so nothing is put there.
"""

from graf.push.batches import Batch, Plan, planned, shared_graph
from graf.push.http import Access, connect
from graf.push.protocols import PROTOCOLS, Protocol, protocol_for
from graf.push.record import Record
from graf.push.sending import Sent, push

__all__ = [
    "PROTOCOLS",
    "Access",
    "Batch",
    "Plan",
    "Protocol",
    "Record",
    "Sent",
    "connect",
    "planned",
    "protocol_for",
    "push",
    "shared_graph",
]
