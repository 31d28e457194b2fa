"""Sending what a store lacks."""

from collections.abc import Callable
from dataclasses import dataclass

from graf.errors import PushError
from graf.push.batches import Batch, Plan
from graf.push.http import Connection
from graf.push.protocols import Protocol
from graf.push.record import Record


@dataclass(frozen=True, slots=True)
class Sent:
    """What a push did: batches sent, batches that the store had already, and named graphs taken away."""

    sent: int = 0
    known: int = 0
    dropped: int = 0


def push(
    plan: Plan, connection: Connection, protocol: Protocol, url: str, record: Record, told: Callable[[int], object] = bool
) -> Sent:
    """Make a store hold exactly the named graphs of a plan, of those that it was ever sent; ``told`` counts the batches.

    Raises:
        PushError: The store does not answer or does not take a batch; what it has is recorded.
    """
    gone = [graph for graph in record.sent if graph not in plan.digests]
    _forget_changed(plan, record)
    sent = known = 0
    for batch in plan:
        done = record.sent.setdefault(batch.graph, [])
        if batch.digest in done:
            known += 1
        else:
            _send(connection, protocol, url, batch, f"{sent + known} of {len(plan)} batches are in the store")
            done.append(batch.digest)
            record.write()
            sent += 1
        told(1)
    for graph in gone:
        protocol.drop(connection, url, graph)
        del record.sent[graph]
        record.write()
    return Sent(sent, known, len(gone))


def _forget_changed(plan: Plan, record: Record) -> None:
    """A graph that changed since is sent anew from its first batch, which takes the old one away."""
    for graph, digests in plan.digests.items():
        sent = record.sent.get(graph, [])
        if tuple(sent) != digests[: len(sent)]:
            record.sent[graph] = []


def _send(connection: Connection, protocol: Protocol, url: str, batch: Batch, so_far: str) -> None:
    try:
        protocol.put(connection, url, batch)
    except PushError as error:
        raise PushError(f"{error}; {so_far}, and the same command goes on from there") from error
