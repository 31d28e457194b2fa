"""A report in words, and as JSON."""

import json
from collections.abc import Iterator
from itertools import groupby

from graf.validate.findings import VALUE, Finding, Report, Severity, short

SHOWN = 5
"""Nodes that are named under one message, where not all are asked for."""
_TITLES = {Severity.VIOLATION: "violation", Severity.WARNING: "warning", Severity.INFO: "remark"}


def to_text(report: Report, shown: int | None = SHOWN) -> str:
    """The report in words, worst first: each message once, with the nodes it is about."""
    blocks = [block for severity in Severity for block in _blocks(report, severity, shown)]
    return "\n".join([*blocks, _summary(report)]) + "\n"


def _blocks(report: Report, severity: Severity, shown: int | None) -> Iterator[str]:
    found = [finding for finding in report.findings if finding.severity is severity]
    for (check, words), same in groupby(found, key=lambda finding: (finding.check, finding.words)):
        nodes = list(same)
        message = nodes[0].message if len(nodes) == 1 else words.replace(VALUE, "…")
        yield f"{_TITLES[severity].upper()}  {message}  [{check}]"
        yield from (f"  {_node(finding, message)}" for finding in nodes[:shown])
        if shown is not None and len(nodes) > shown:
            yield f"  and {len(nodes) - shown:,} more; --all names them"
        yield ""


def _node(finding: Finding, message: str) -> str:
    told = finding.value == finding.node or short(finding.value) in message
    return short(finding.node) if told else f"{short(finding.node)}  ({short(finding.value)})"


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
