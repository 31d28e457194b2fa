"""Asking: in a process of its own, that can be ended when it takes too long, on a copy of the graph that it cannot change.

All that the graph says is in one default graph, so a query needs no GRAPH and counts nothing twice.
"""

import itertools
import os
import pickle
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import pyoxigraph
from pyoxigraph import Literal, NamedNode, QueryBoolean, QuerySolutions, Store

from graf.errors import GrafError, QueryError
from graf.query.guard import check
from graf.query.parameters import Given, bind
from graf.query.stores import open_store, prepare
from graf.query.syntax import explained
from graf.vocab import PREFIXES

SECONDS, ROWS = 30.0, 10_000
"""The limits of a question where none are asked for."""
Term: TypeAlias = NamedNode | pyoxigraph.BlankNode | Literal | pyoxigraph.Triple
Row: TypeAlias = tuple[Term | None, ...]
# Not multiprocessing: that runs a user's own script a second time. -P: a file beside the user is no module.
_WORKER = (sys.executable, "-P", "-m", "graf.query.worker")
_UNPROJECTED = re.compile(r"variable \?(\w+) in its SELECT")


@dataclass(frozen=True, slots=True)
class Limits:
    """How long a question may take, and how many rows it may give."""

    seconds: float = SECONDS
    rows: int = ROWS


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gave: rows under variables, the triples of a graph, or yes or no."""

    variables: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    truth: bool | None = None
    """Set by ASK alone."""
    is_graph: bool = False
    """Whether the rows are triples, as CONSTRUCT and DESCRIBE give."""
    cut: bool = False
    """Whether there was more than the limit lets through."""


def ask(folder: Path, text: str, given: Given | None = None, limits: Limits | None = None) -> Answer:
    """Ask a graph folder a SPARQL question.

    Raises:
        GraphFolderError: The folder holds no graph.
        QueryError: The query is refused, wrong, or too slow.
    """
    limits = limits or Limits()
    job = pickle.dumps((prepare(folder), text, given or Given(), limits.rows))
    try:
        done = subprocess.run(_WORKER, input=job, capture_output=True, timeout=limits.seconds, env=_environment())
    except subprocess.TimeoutExpired:
        raise QueryError(f"no answer within {limits.seconds:g} seconds; ask for less, or allow more with --timeout") from None
    if done.returncode:
        raise QueryError("the query's process ended without an answer, most likely for want of memory; ask for less")
    answer: Answer | GrafError = pickle.loads(done.stdout)
    if isinstance(answer, GrafError):
        raise answer
    return answer


def _environment() -> dict[str, str]:
    """The worker finds the same packages, and nothing in the folder the user stands in."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(entry for entry in sys.path if entry)}


def answer_safely(place: Path, text: str, given: Given, rows: int) -> Answer | GrafError:
    """What a guarded query gives, or what is wrong with it."""
    try:
        check(text)
        return answer_from(open_store(place), text, given, rows)
    except GrafError as error:
        return error


def answer_from(store: Store, text: str, given: Given, rows: int) -> Answer:
    """Ask a store that is already loaded; the query must have passed the guard."""
    try:
        found = store.query(text, prefixes=dict(PREFIXES), substitutions=bind(store, text, given))
        if isinstance(found, QueryBoolean):
            return Answer(truth=bool(found))
        if isinstance(found, QuerySolutions):
            taken = [tuple(row) for row in itertools.islice(found, rows + 1)]
            return Answer(tuple(v.value for v in found.variables), tuple(taken[:rows]), cut=len(taken) > rows)
        triples = [tuple(triple) for triple in itertools.islice(found, rows + 1)]
        return Answer(("subject", "predicate", "object"), tuple(triples[:rows]), is_graph=True, cut=len(triples) > rows)
    except SyntaxError as error:
        raise explained(text, str(error)) from None
    except OSError as error:
        raise QueryError(f"the query could not be answered: {error}") from None
    except RuntimeError as error:
        missing = _UNPROJECTED.search(str(error))
        raise QueryError(f"the query must select ?{missing[1]} to be asked about it" if missing else str(error)) from None
