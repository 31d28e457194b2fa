"""Where words stand and how to cite them, as phrases."""

from collections.abc import Iterable, Mapping

from graf.model import CaseGraph, Document, Evidence
from graf.write.picture.phrases import Said, joined, phrase
from graf.write.picture.words import words


def place(evidence: Evidence) -> Said:
    """Where a quote stands in its document: page or paragraph, and characters."""
    page = phrase("ui.page", evidence.page) if evidence.page is not None else ""
    paragraph = phrase("ui.paragraph_number", evidence.paragraph) if evidence.paragraph is not None else ""
    return joined(", ", (page, paragraph, phrase("ui.characters", evidence.start, evidence.end)))


def document_and_place(evidence: Evidence) -> Said:
    """The same with the document's name."""
    return joined(", ", (evidence.document, place(evidence)))


def percent(confidence: float) -> str:
    """A confidence as a reader says it.

    >>> percent(0.8)
    '80 %'
    """
    return f"{round(confidence * 100)} %"


def rule_said(name: str) -> Said:
    """A rule in a sentence, with the name that ``graf why`` knows it by."""
    return phrase("ui.rule_named", phrase(f"rule.{name}"), name) if name in words().rule else name


def reason_said(reason: str) -> Said:
    """Why a reference could not be followed."""
    return phrase(f"reason.{reason}") if reason in words().reason else reason


def source(document: Document) -> Said:
    """A document as a reference names it: who, what, title, case, day, file."""
    who = ", ".join(dict.fromkeys(name for name in (document.authority, document.body) if name))
    case = phrase("ui.case_number", document.own_case) if document.own_case else ""
    return joined(", ", (who, document.kind, document.title, case, document.date, document.name))


def sources(graph: CaseGraph, names: Iterable[str]) -> Mapping[str, Said]:
    """The documents of these names, in order of their names."""
    wanted = set(names)
    return {one.name: source(one) for one in sorted(graph.documents, key=lambda one: one.name) if one.name in wanted}
