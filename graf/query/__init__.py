"""Questions to a written graph, in SPARQL 1.1: fifteen named ones, and any that a user writes."""

from graf.query.catalogue import Question, named, questions
from graf.query.engine import Answer, Limits, ask
from graf.query.parameters import Given
from graf.query.stores import open_rdflib

__all__ = ["Answer", "Given", "Limits", "Question", "ask", "named", "open_rdflib", "questions"]
