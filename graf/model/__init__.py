"""Every noun of graf, as frozen values.

Offsets are 0-based, half-open and count Unicode code points of the document's text as read.
No value points back at a larger one: what belongs together is joined by keys.
A *key* of a node is the last part of its IRI, ``arende/1280/STK-2016-796`` (see :mod:`graf.keys`).
"""

from graf.model.codes import (
    BUILDS_ON,
    Action,
    AssignmentState,
    DissentKind,
    MeetingRole,
    Modality,
    Relation,
    Role,
    RulingKind,
    Status,
)
from graf.model.documents import Document, Item, Parsed, Part, Printed, RawText, Section
from graf.model.findings import (
    DecisionPoint,
    Dissent,
    Extraction,
    PersonMention,
    Problem,
    Reference,
    RelationMention,
    Sequence,
    Vote,
)
from graf.model.graph import (
    Assignment,
    Branch,
    Case,
    CaseGraph,
    Decision,
    Move,
    PolicyInstrument,
    Resolution,
    Ruling,
    Statement,
    Step,
    Thread,
)
from graf.model.meetings import Ballot, Meeting, Participation, Stand
from graf.model.values import CaseId, DateExpression, Evidence, Span

__all__ = [
    "BUILDS_ON",
    "Action",
    "Assignment",
    "AssignmentState",
    "Ballot",
    "Branch",
    "Case",
    "CaseGraph",
    "CaseId",
    "DateExpression",
    "Decision",
    "DecisionPoint",
    "Dissent",
    "DissentKind",
    "Document",
    "Evidence",
    "Extraction",
    "Item",
    "Meeting",
    "MeetingRole",
    "Modality",
    "Move",
    "Parsed",
    "Part",
    "Participation",
    "PersonMention",
    "PolicyInstrument",
    "Printed",
    "Problem",
    "RawText",
    "Reference",
    "Relation",
    "RelationMention",
    "Resolution",
    "Role",
    "Ruling",
    "RulingKind",
    "Section",
    "Sequence",
    "Span",
    "Stand",
    "Statement",
    "Status",
    "Step",
    "Thread",
    "Vote",
]
