"""A report in words, and as JSON."""

import json
from collections.abc import Iterator
from itertools import groupby

from graf.validate.findings import Finding, Report, Severity

SHOWN = 5
"""Nodes that are named under one message, where not all are asked for."""
_TITLES = {Severity.VIOLATION: "violation", Severity.WARNING: "warning", Severity.INFO: "remark"}


def to_text(report: Report, shown: int | None = SHOWN) -> str:
    """The report in words, worst first: each message once, with the nodes it is about."""
    blocks = [block for severity in Severity for block in _blocks(report, severity, shown)]
    return "\n".join([*blocks, _summary(report)]) + "\n"


def _blocks(report: Report, severity: Severity, shown: int | None) -> Iterator[str]:
    found = [finding for finding in report.findings if finding.severity is severity]
    for (check, message), same in groupby(found, key=lambda finding: (finding.check, finding.message)):
        nodes = list(same)
        yield f"{_TITLES[severity].upper()}  {message}  [{check}]"
        yield from (f"  {_node(finding)}" for finding in nodes[:shown])
        if shown is not None and len(nodes) > shown:
            yield f"  and {len(nodes) - shown} more; --all names them"
        yield ""


def _node(finding: Finding) -> str:
    told = finding.value == finding.node or short(finding.value) in finding.message
    return short(finding.node) if told else f"{short(finding.node)}  ({short(finding.value)})"


def short(iri: str) -> str:
    """A node as it is called in the graph's files.

    >>> short("https://w3id.org/graf/id/arende/1280/STK-2016-796")
    'arende/1280/STK-2016-796'
    """
    return iri.split("/id/", 1)[-1]


def _summary(report: Report) -> str:
    counts = report.counts
    told = f"{_counted(counts[Severity.VIOLATION], 'violation')}, {_counted(counts[Severity.WARNING], 'warning')}"
    quotes = "no quotes, for there are no texts" if report.quotes is None else f"{report.quotes:,} quotes in their texts"
    return f"{told}. Checked: {report.triples:,} triples against the shapes and the templates of IRIs, and {quotes}."


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}" if number else f"no {noun}s"


def to_json(report: Report) -> str:
    """The report as JSON: the counts, and one object for each finding."""
    findings = [
        {"severity": f.severity, "check": f.check, "node": f.node, "message": f.message, "value": f.value or None}
        for f in report.findings
    ]
    told = {"conforms": report.conforms, "counts": report.counts, "triples": report.triples, "quotes": report.quotes}
    return json.dumps({**told, "findings": findings}, ensure_ascii=False, indent=1) + "\n"
