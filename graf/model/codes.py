"""The code lists: closed sets of words that values are taken from."""

from enum import StrEnum


class Status(StrEnum):
    """How a statement came about (utsagestatus)."""

    STATED = "stated"
    INFERRED = "inferred"
    REVIEWED = "reviewed"
    REJECTED = "rejected"


class Modality(StrEnum):
    """How a text puts a thing (modalitet): a committee that proposes has not decided."""

    DECIDED = "decided"
    PROPOSED = "proposed"
    MOVED = "moved"
    RECOUNTED = "recounted"
    NEGATED = "negated"
    CONDITIONAL = "conditional"

    @property
    def holds(self) -> bool:
        """Whether the thing was really done, by this text or one it recounts."""
        return self in {Modality.DECIDED, Modality.RECOUNTED}


class Role(StrEnum):
    """What a reference is to the document or item it stands in (hänvisningens roll)."""

    OWN = "own"
    CITED = "cited"
    LISTED = "listed"


class Action(StrEnum):
    """What a decision point does (beslutsåtgärd)."""

    APPROVE = "approve"
    ADOPT = "adopt"
    ESTABLISH = "establish"
    ASSIGN = "assign"
    ALLOCATE = "allocate"
    REPEAL = "repeal"
    REPLACE = "replace"
    AMEND = "amend"
    CORRECT = "correct"
    EXTEND = "extend"
    GRANT = "grant"
    GRANT_PARTLY = "grant_partly"
    REJECT = "reject"
    ANSWER = "answer"
    COMMENT = "comment"
    DEFER = "defer"
    POSTPONE = "postpone"
    REFER = "refer"
    REFER_BACK = "refer_back"
    SEND = "send"
    NOTE = "note"
    FILE = "file"
    DELEGATE = "delegate"
    APPOINT = "appoint"
    DISMISS = "dismiss"
    CLOSE = "close"
    DECIDE = "decide"
    """Something that none of the other actions is: "att ägaren ska betala en avgift"."""


class Relation(StrEnum):
    """How one node bears on another (relationstyp); always later or citing → earlier or cited."""

    REPEALS = "repeals"
    REPLACES = "replaces"
    AMENDS = "amends"
    ADOPTS = "adopts"
    CONTINUES = "continues"
    REPORTS_ON = "reportsOn"
    CONTINUES_ASSIGNMENT = "continuesAssignment"
    FOLLOWS_UP = "followsUp"
    OCCASIONED_BY = "occasionedBy"
    IN_ACCORDANCE_WITH = "inAccordanceWith"
    ANSWERS = "answers"
    COMPLEMENTS = "complements"
    DEFERS = "defers"
    REFERS_TO = "refersTo"
    SEE_ALSO = "seeAlso"
    SAME_CASE_AS = "sameCaseAs"
    CORRECTS = "corrects"
    EXTENDS_TERM = "extendsTerm"
    CONFIRMS = "confirms"
    IMPLEMENTS = "implements"
    CLOSES = "closes"
    ANSWERED_WITH_REFERENCE_TO = "answeredWithReferenceTo"
    PREPARED_BY = "preparedBy"
    AWAITS = "awaits"
    FINANCED_BY = "financedBy"
    MERGED_INTO = "mergedInto"
    SPLIT_FROM = "splitFrom"
    WITHDRAWS = "withdraws"

    @property
    def builds_on(self) -> bool:
        """Whether the relation carries a thread from one case to the next."""
        return self in BUILDS_ON


BUILDS_ON = frozenset(
    {
        Relation.REPEALS,
        Relation.REPLACES,
        Relation.AMENDS,
        Relation.CONTINUES,
        Relation.REPORTS_ON,
        Relation.FOLLOWS_UP,
        Relation.OCCASIONED_BY,
        Relation.IN_ACCORDANCE_WITH,
        Relation.ANSWERS,
        Relation.CORRECTS,
        Relation.CONFIRMS,
        Relation.IMPLEMENTS,
        Relation.ANSWERED_WITH_REFERENCE_TO,
        Relation.PREPARED_BY,
        Relation.SPLIT_FROM,
    }
)


class AssignmentState(StrEnum):
    """Where an assignment (uppdrag) stands on a date."""

    PROPOSED = "proposed"
    OPEN = "open"
    ANSWERED = "answered"
    LATE = "late"
    DEFERRED = "deferred"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


class RulingKind(StrEnum):
    """What an analyst rules (granskningsbeslut)."""

    ACCEPT = "accept"
    REJECT = "reject"
    DRAW = "draw"
    SAME = "same"
    DIFFERENT = "different"
    DATE = "date"
    SETTLE = "settle"


class MeetingRole(StrEnum):
    """What somebody does at a meeting (roll)."""

    CHAIR = "chair"
    VICE_CHAIR = "vice_chair"
    MEMBER = "member"
    SERVING_SUBSTITUTE = "serving_substitute"
    SUBSTITUTE = "substitute"
    CERTIFIER = "certifier"
    SECRETARY = "secretary"
    PRESENTER = "presenter"
    ELECTED = "elected"
    """Somebody of a party; the minutes do not tell as what."""
    OFFICIAL = "official"


class DissentKind(StrEnum):
    """How somebody stands outside a decision (avvikelse)."""

    RESERVATION = "reservation"
    STATEMENT = "statement"
    NOTE = "note"
    NO_PART = "no-part"
