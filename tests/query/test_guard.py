"""What a query may not do."""

import pytest

from graf.errors import QueryError
from graf.query.guard import check

SERVICE = [
    ("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }", "at the top"),
    ("SELECT * { service SILENT <http://example.org/> { ?s ?p ?o } }", "silent, in small letters"),
    ("SELECT * { ?s ?p ?o OPTIONAL { SERVICE ?s { ?a ?b ?c } } }", "optional, its place a variable"),
    ("SELECT * { { ?s ?p ?o } UNION { SERVICE <http://example.org/> { ?s ?p ?o } } }", "in a union"),
    ("SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <http://example.org/> { ?s ?p ?o } } }", "in a filter"),
    ("SELECT * { ?s ?p ?o FILTER NOT EXISTS { SERVICE <http://example.org/> { ?s ?p ?o } } }", "in a negated filter"),
    ("SELECT * { ?s ?p ?o MINUS { SERVICE <http://example.org/> { ?s ?p ?o } } }", "in what is taken away"),
    ("SELECT * { GRAPH ?g { SERVICE <http://example.org/> { ?s ?p ?o } } }", "in a named graph"),
    ("SELECT * { { SELECT ?s { SERVICE <http://example.org/> { ?s ?p ?o } } } }", "in a query inside"),
    ("SELECT (1 AS ?x) { BIND(EXISTS { SERVICE <http://example.org/> { ?s ?p ?o } } AS ?y) }", "in an expression"),
    ("SELECT ?s { ?s ?p ?o } GROUP BY ?s HAVING (EXISTS { SERVICE <http://example.org/> { ?s ?p ?o } })", "in HAVING"),
    ("SELECT ?s { ?s ?p ?o } ORDER BY (EXISTS { SERVICE <http://example.org/> { ?s ?p ?o } })", "in the order"),
    ("SELECT (EXISTS { SERVICE <http://example.org/> { ?s ?p ?o } } AS ?x) { }", "in what is selected"),
    ("ASK { SERVICE <http://example.org/> { ?s ?p ?o } }", "in ASK"),
    ("CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }", "in CONSTRUCT"),
    ("DESCRIBE ?s { SERVICE <http://example.org/> { ?s ?p ?o } }", "in DESCRIBE"),
    ("SELECT * { \\u0053ERVICE <http://example.org/> { ?s ?p ?o } }", "its first letter escaped"),
]
DATASET = [
    ("SELECT * FROM <file:///etc/hostname> { ?s ?p ?o }", "a local file"),
    ("SELECT * FROM NAMED <http://example.org/> { ?s ?p ?o }", "a named graph"),
    ("CONSTRUCT { ?s ?p ?o } FROM <http://example.org/> WHERE { ?s ?p ?o }", "in CONSTRUCT"),
    ("CONSTRUCT FROM <http://example.org/> WHERE { ?s ?p ?o }", "in short CONSTRUCT"),
    ("ASK FROM <http://example.org/> { ?s ?p ?o }", "in ASK"),
    ("DESCRIBE <a:b> FROM <http://example.org/>", "in DESCRIBE"),
]
UPDATES = [
    ("INSERT DATA { <a:b> <a:b> <a:b> }", "insert"),
    ("DELETE WHERE { ?s ?p ?o }", "delete"),
    ("LOAD <http://example.org/>", "load from the network"),
    ("CLEAR ALL", "clear"),
    ("DROP ALL", "drop"),
    ("PREFIX a: <a:> DELETE { ?s ?p ?o } INSERT { ?s ?p 1 } WHERE { ?s ?p ?o }", "both, after a prefix"),
    ("# a note\nCREATE GRAPH <a:b>", "after a comment"),
]
ALLOWED = [
    ("SELECT * { ?s ?p 'SERVICE <http://example.org/> { }' }", "the word in a string"),
    ("SELECT * { ?s <http://example.org/SERVICE> ?o } # FROM", "the words in a name and a comment"),
    ("SELECT ?from ?service { ?from ?load ?service }", "the words as variables"),
    ("ASK { ?s graf:buildsOn+ ?o }", "a prefix that is not declared, which the engine knows"),
]


@pytest.mark.parametrize("query", [pytest.param(query, id=reason) for query, reason in SERVICE])
def test_no_query_reaches_the_network(query: str) -> None:
    with pytest.raises(QueryError, match="SERVICE is refused"):
        check(query)


@pytest.mark.parametrize("query", [pytest.param(query, id=reason) for query, reason in DATASET])
def test_no_query_reads_another_graph(query: str) -> None:
    with pytest.raises(QueryError, match="FROM is refused"):
        check(query)


@pytest.mark.parametrize("query", [pytest.param(query, id=reason) for query, reason in UPDATES])
def test_no_query_changes_the_graph(query: str) -> None:
    with pytest.raises(QueryError, match="updates are refused"):
        check(query)


@pytest.mark.parametrize("query", [pytest.param(query, id=reason) for query, reason in ALLOWED])
def test_a_query_that_only_looks_dangerous_passes(query: str) -> None:
    check(query)
    assert query


@pytest.mark.parametrize(("query", "line"), [("SELECT * {\n?s ?p }", 2), ("SELCT * { ?s ?p ?o }", 1), ("", 1)])
def test_a_wrong_query_is_told_its_line_in_one_line(query: str, line: int) -> None:
    with pytest.raises(QueryError, match=f"^line {line},") as caught:
        check(query)
    assert "\n" not in str(caught.value)


def test_deep_nesting_is_an_error_and_no_crash() -> None:
    with pytest.raises(QueryError):
        check("SELECT * " + "{" * 5000 + "}" * 5000)
