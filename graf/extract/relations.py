"""Relations between cases that a sentence states with a cue phrase right before a number."""

from collections.abc import Iterator

from graf.extract.context import Context, Sentence
from graf.model import Modality, Printed, RelationMention
from graf.tables import RelationRow, cue, relations


def find_relations(context: Context) -> tuple[RelationMention, ...]:
    """Every stated relation of a document, in order."""
    return tuple(mention for sentence in context.sentences for mention in _of(context, sentence))


def _of(context: Context, sentence: Sentence) -> Iterator[RelationMention]:
    cases = sentence.cases
    if not cases or sentence.section.kind in {"papers", "contents"}:
        return
    modality = Modality.PROPOSED if cue("proposes").search(sentence.text) else Modality.RECOUNTED
    for case in cases:
        before = _before(context, sentence, case)
        for row in relations():
            if phrase := row.pattern.search(before):
                denied = cue("negates").search(before[: phrase.start()])
                yield _mention(context, sentence, row, cases, case, Modality.NEGATED if denied else modality)
                break


def _before(context: Context, sentence: Sentence, case: Printed) -> str:
    """The words that lead up to a number, its label left out."""
    words = context.flat[sentence.span.start : case.span.start]
    for label in ("dnr ", "Dnr ", "dnr. ", "diarienummer "):
        words = words.removesuffix(label)
    return words


def _mention(
    context: Context, sentence: Sentence, row: RelationRow, cases: tuple[Printed, ...], case: Printed, modality: Modality
) -> RelationMention:
    other = next((c.normal for c in reversed(cases) if c.span.end <= case.span.start and c.normal != case.normal), None)
    own = sentence.part.case
    source, target = (case.normal, other or own or "") if row.passive else (other or own, case.normal)
    return RelationMention(
        row.relation,
        source,
        target,
        row.name,
        row.confidence,
        context.evidence(sentence.span),
        modality,
        context.item(sentence.span.start),
    )
