"""References back: "a. prop.", "ovan nämnda motion", "samma ärende" mean one that was named before.

The antecedent is the nearest one of a fitting kind before it in the same item. Where another of that kind stands
beside the nearest, the words do not tell which is meant: the reference keeps its words and stays open.
"""

from msgspec.structs import replace

from graf.model import Reference

_MEANT = {
    "back-proposition": {"prop"},
    "back-motion": {"mot"},
    "back-inquiry": {"sou", "ds", "bet"},
    "back-case": {"case", "gov_case"},
}
"""The kinds that each row of ``tables/references.toml`` may mean."""
_FAR = 2_000
"""Characters: what was named farther back is no longer what the reader has in mind."""
_BESIDE = 200
"""Characters before the antecedent in which another of its kind makes it uncertain which is meant."""
_OPEN = 0.3


def with_antecedents(references: tuple[Reference, ...]) -> tuple[Reference, ...]:
    """The references of a document, those that refer back with the number of what they mean."""
    return tuple(_meant(one, references[:place]) if one.kind == "back" else one for place, one in enumerate(references))


def _meant(back: Reference, before: tuple[Reference, ...]) -> Reference:
    candidates = [
        other
        for other in before
        if other.kind in _MEANT[back.rule] and other.item == back.item and back.span.start - other.span.end <= _FAR
    ]
    if not candidates:
        return replace(back, confidence=_OPEN)
    nearest = candidates[-1]
    beside = {other.key for other in candidates if nearest.span.start - other.span.end <= _BESIDE}
    if len(beside) > 1:
        return replace(back, confidence=_OPEN)
    return replace(back, normal=nearest.normal, key=nearest.key)
