"""References to cases: each by a named rule, or kept unresolved with its reason."""

from graf.resolve.cases import own_case_of, point_cases
from graf.resolve.index import Index, scope_of
from graf.resolve.rules import RULES, resolve

__all__ = ["RULES", "Index", "own_case_of", "point_cases", "resolve", "scope_of"]
