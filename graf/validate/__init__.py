"""Is the graph well formed? The shapes of the ontology, the templates of IRIs, and every quote in its text."""

from pathlib import Path

from graf.validate.findings import Finding, Report, Severity
from graf.validate.material import IllFormedGraphError, open_graph, to_rdflib
from graf.validate.quotes import quote_findings
from graf.validate.shapes import constraint_findings, core_findings
from graf.validate.templates import template_findings

__all__ = ["Finding", "IllFormedGraphError", "Report", "Severity", "validate"]


def validate(path: Path) -> Report:
    """Validate a graph folder, or any RDF file in graf's terms.

    Raises:
        IllFormedGraphError: The file is there, and no parser can read it.
        GraphFolderError: There is no graph at the path.
    """
    store = open_graph(path)
    misquoted, quotes = quote_findings(store, path)
    shaped = (*core_findings(to_rdflib(store)), *constraint_findings(store))
    return Report.of((*shaped, *template_findings(store), *misquoted), len(store), quotes)
