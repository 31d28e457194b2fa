"""The RDF terms that graf writes: names, code lists, and what each member of the model is called there.

``ontology/graf.ttl`` and ``ontology/codes.ttl`` say what the terms mean; a test compares the two both ways.
"""

from functools import cache
from types import MappingProxyType
from typing import Final

from rdflib import DCTERMS, FOAF, ORG, PROV, RDF, RDFS, SKOS, XSD, Namespace, URIRef
from rdflib.namespace import DefinedNamespace

from graf.model import Action, AssignmentState, DissentKind, MeetingRole, Modality, Relation, Role, Status

KOD: Final = Namespace("https://w3id.org/graf/kod/")
REGEL: Final = Namespace(f"{KOD}regel/")


class GRAF(DefinedNamespace):
    """Classes and properties of graf's own."""

    _fail = True
    _NS = Namespace("https://w3id.org/graf/ns#")

    AdministrativeOffice: URIRef
    Assignment: URIRef
    Authority: URIRef
    Body: URIRef
    Case: URIRef
    CitedCase: URIRef
    DateExpression: URIRef
    DecidingBody: URIRef
    Decision: URIRef
    DecisionPoint: URIRef
    Dissent: URIRef
    Document: URIRef
    Evidence: URIRef
    ExtractionRun: URIRef
    InferenceRule: URIRef
    Meeting: URIRef
    Municipality: URIRef
    Participation: URIRef
    Party: URIRef
    PolicyInstrument: URIRef
    PolicyThread: URIRef
    Proposal: URIRef
    ProposedAssignment: URIRef
    ProposedPoint: URIRef
    Reference: URIRef
    Rule: URIRef
    Statement: URIRef
    TextVersion: URIRef
    Vote: URIRef

    action: URIRef
    activity: URIRef
    addressee: URIRef
    answeredOn: URIRef
    assignedIn: URIRef
    assignee: URIRef
    assigner: URIRef
    candidate: URIRef
    confidence: URIRef
    deadline: URIRef
    decidingBody: URIRef
    decisionDate: URIRef
    diaryNumber: URIRef
    diaryNumberVariant: URIRef
    dissentKind: URIRef
    dissentOn: URIRef
    documentDate: URIRef
    documentType: URIRef
    documentTypeVerbatim: URIRef
    earliest: URIRef
    edtf: URIRef
    evidence: URIRef
    givenOn: URIRef
    hasBranch: URIRef
    hasPoint: URIRef
    hasProposedPoint: URIRef
    hasStep: URIRef
    heldBy: URIRef
    inCase: URIRef
    issuedBy: URIRef
    latest: URIRef
    meeting: URIRef
    meetingDate: URIRef
    minutes: URIRef
    modality: URIRef
    municipality: URIRef
    objectVerbatim: URIRef
    onBehalfOf: URIRef
    page: URIRef
    paragraphNumber: URIRef
    participants: URIRef
    place: URIRef
    pointNumber: URIRef
    precision: URIRef
    proposalDate: URIRef
    proposingBody: URIRef
    reason: URIRef
    referenceKind: URIRef
    referenceRole: URIRef
    reservesAgainst: URIRef
    reviewedBy: URIRef
    rule: URIRef
    sha256: URIRef
    softwareVersion: URIRef
    status: URIRef
    tablesDigest: URIRef
    targetVerbatim: URIRef
    voteOn: URIRef
    votesAbstained: URIRef
    votesAgainst: URIRef
    votesFor: URIRef

    adopts: URIRef
    amends: URIRef
    answeredWithReferenceTo: URIRef
    answers: URIRef
    awaits: URIRef
    buildsOn: URIRef
    closes: URIRef
    complements: URIRef
    confirms: URIRef
    continues: URIRef
    continuesAssignment: URIRef
    corrects: URIRef
    defers: URIRef
    extendsTerm: URIRef
    financedBy: URIRef
    followsUp: URIRef
    implements: URIRef
    inAccordanceWith: URIRef
    mergedInto: URIRef
    occasionedBy: URIRef
    preparedBy: URIRef
    refersTo: URIRef
    repeals: URIRef
    replaces: URIRef
    reportsOn: URIRef
    sameCaseAs: URIRef
    seeAlso: URIRef
    splitFrom: URIRef
    withdraws: URIRef


class OA(DefinedNamespace):
    """The terms of the Web Annotation vocabulary that evidence uses."""

    _fail = True
    _NS = Namespace("http://www.w3.org/ns/oa#")

    TextPositionSelector: URIRef
    TextQuoteSelector: URIRef
    end: URIRef
    exact: URIRef
    hasSource: URIRef
    prefix: URIRef
    start: URIRef
    suffix: URIRef


for _namespace in (GRAF, OA):
    for _name in [name for name in _namespace.__annotations__ if not name.startswith("_")]:
        # A plain attribute is found at once; rdflib's namespaces look each term up anew.
        setattr(_namespace, _name, _namespace[_name])

EDTF: Final = URIRef("http://id.loc.gov/datatypes/edtf/EDTF")

ACTIONS: Final = MappingProxyType(
    {
        Action.APPROVE: "godkanner",
        Action.ADOPT: "antar",
        Action.ESTABLISH: "inrattar",
        Action.ASSIGN: "uppdrar",
        Action.ALLOCATE: "anslar_medel",
        Action.REPEAL: "upphaver",
        Action.REPLACE: "ersatter",
        Action.AMEND: "reviderar",
        Action.CORRECT: "rattar",
        Action.EXTEND: "forlanger",
        Action.GRANT: "bifaller",
        Action.GRANT_PARTLY: "bifaller_delvis",
        Action.REJECT: "avslar",
        Action.ANSWER: "besvarad",
        Action.COMMENT: "yttrar_sig",
        Action.DEFER: "avvaktar",
        Action.POSTPONE: "bordlagger",
        Action.REFER: "remitterar",
        Action.REFER_BACK: "aterremitterar",
        Action.SEND: "overlamnar",
        Action.NOTE: "noterar",
        Action.FILE: "lagger_till_handlingarna",
        Action.DELEGATE: "delegerar",
        Action.APPOINT: "utser",
        Action.DISMISS: "entledigar",
        Action.CLOSE: "avskriver",
        Action.DECIDE: "beslutar",
    }
)
STATUSES: Final = MappingProxyType(
    {Status.STATED: "uttryckt", Status.INFERRED: "harledd", Status.REVIEWED: "granskad", Status.REJECTED: "avvisad"}
)
MODALITIES: Final = MappingProxyType(
    {
        Modality.DECIDED: "beslutad",
        Modality.PROPOSED: "foreslagen",
        Modality.MOVED: "yrkad",
        Modality.RECOUNTED: "refererad",
        Modality.NEGATED: "nekad",
        Modality.CONDITIONAL: "villkorad",
    }
)
ROLES: Final = MappingProxyType({Role.OWN: "eget", Role.CITED: "citerat", Role.LISTED: "uppraknat"})
ASSIGNMENT_STATES: Final = MappingProxyType(
    {
        AssignmentState.PROPOSED: "foreslaget",
        AssignmentState.OPEN: "oppet",
        AssignmentState.ANSWERED: "besvarat",
        AssignmentState.LATE: "forsenat",
        AssignmentState.DEFERRED: "uppskjutet",
        AssignmentState.WITHDRAWN: "aterkallat",
        AssignmentState.SUPERSEDED: "ersatt",
    }
)
RELATIONS: Final = MappingProxyType(
    {
        Relation.REPEALS: "upphaver",
        Relation.REPLACES: "ersatter",
        Relation.AMENDS: "andrar",
        Relation.ADOPTS: "antar",
        Relation.CONTINUES: "fortsatter",
        Relation.REPORTS_ON: "aterrapporterar",
        Relation.CONTINUES_ASSIGNMENT: "fornyar_uppdrag",
        Relation.FOLLOWS_UP: "foljer_upp",
        Relation.OCCASIONED_BY: "foranleds_av",
        Relation.IN_ACCORDANCE_WITH: "i_enlighet_med",
        Relation.ANSWERS: "besvarar",
        Relation.COMPLEMENTS: "kompletterar",
        Relation.DEFERS: "avvaktar_med",
        Relation.REFERS_TO: "hanvisar_till",
        Relation.SEE_ALSO: "se_aven",
        Relation.SAME_CASE_AS: "samma_arende_som",
        Relation.CORRECTS: "rattar_beslut",
        Relation.EXTENDS_TERM: "forlanger_tid",
        Relation.CONFIRMS: "vidhaller",
        Relation.IMPLEMENTS: "verkstaller",
        Relation.CLOSES: "avslutar",
        Relation.ANSWERED_WITH_REFERENCE_TO: "besvarad_med_hanvisning_till",
        Relation.PREPARED_BY: "bereds_av",
        Relation.AWAITS: "i_avvaktan_pa",
        Relation.FINANCED_BY: "finansieras_av",
        Relation.MERGED_INTO: "uppgar_i",
        Relation.SPLIT_FROM: "utbruten_ur",
        Relation.WITHDRAWS: "atertar",
    }
)
DOCUMENT_KINDS: Final = MappingProxyType(
    {
        "bilaga": "bilaga",
        "direktiv": "direktiv",
        "dom": "dom",
        "interpellation": "interpellation",
        "kallelse": "kallelse",
        "medborgarförslag": "medborgarforslag",
        "motion": "motion",
        "protokoll": "protokoll",
        "protokollsutdrag": "protokollsutdrag",
        "rapport": "rapport",
        "regeringsuppdrag": "regeringsuppdrag",
        "remiss": "remiss",
        "remissvar": "remissvar",
        "reservation": "reservation",
        "skrivelse": "skrivelse",
        "styrdokument": "styrdokument",
        "tjänsteskrivelse": "tjansteskrivelse",
        "tjänsteutlåtande": "tjansteutlatande",
        "utlåtande": "utlatande",
        "yttrande": "yttrande",
    }
)
"""A kind of document as its masthead names it, and its code."""
PRECISIONS: Final = MappingProxyType(
    {
        "day": "dag",
        "month": "manad",
        "season": "arstid",
        "quarter": "kvartal",
        "half": "halvar",
        "year": "ar",
        "interval": "intervall",
    }
)
BODY_KINDS: Final = MappingProxyType(
    {
        "council": "fullmaktige",
        "board": "namnd",
        "committee": "utskott",
        "office": "forvaltning",
        "officer": "befattning",
        "state": "stat",
    }
)
"""A kind of body as ``tables/bodies.toml`` has it, and its code."""
MEETING_ROLES: Final = MappingProxyType(
    {
        MeetingRole.CHAIR: "ordforande",
        MeetingRole.VICE_CHAIR: "vice_ordforande",
        MeetingRole.MEMBER: "ledamot",
        MeetingRole.SERVING_SUBSTITUTE: "tjanstgorande_ersattare",
        MeetingRole.SUBSTITUTE: "ersattare",
        MeetingRole.CERTIFIER: "justerande",
        MeetingRole.SECRETARY: "sekreterare",
        MeetingRole.PRESENTER: "foredragande",
        MeetingRole.ELECTED: "fortroendevald",
        MeetingRole.OFFICIAL: "tjansteperson",
    }
)
DISSENTS: Final = MappingProxyType(
    {
        DissentKind.RESERVATION: "reservation",
        DissentKind.STATEMENT: "sarskilt_yttrande",
        DissentKind.NOTE: "protokollsanteckning",
        DissentKind.NO_PART: "deltar_inte",
    }
)
LISTS: Final = MappingProxyType(
    {
        "akt": ACTIONS,
        "avvikelse": DISSENTS,
        "handlingstyp": DOCUMENT_KINDS,
        "hanvisningsroll": ROLES,
        "modalitet": MODALITIES,
        "organtyp": BODY_KINDS,
        "precision": PRECISIONS,
        "relationstyp": RELATIONS,
        "roll": MEETING_ROLES,
        "uppdragsstatus": ASSIGNMENT_STATES,
        "utsagestatus": STATUSES,
    }
)
"""Every code list by the last part of its IRI: member of the model → code."""


@cache
def code(name: str, member: str) -> URIRef:
    """The concept of a member in the code list ``name``.

    >>> str(code("akt", Action.REFER_BACK))
    'https://w3id.org/graf/kod/akt/aterremitterar'
    """
    return KOD[f"{name}/{LISTS[name][member]}"]


def term(relation: Relation) -> URIRef:
    """The property of a relation.

    >>> str(term(Relation.REPORTS_ON))
    'https://w3id.org/graf/ns#reportsOn'
    """
    return GRAF[relation.value]


PREFIXES: Final = MappingProxyType(
    {
        "graf": str(GRAF),
        "akt": f"{KOD}akt/",
        "avv": f"{KOD}avvikelse/",
        "dok": f"{KOD}handlingstyp/",
        "hroll": f"{KOD}hanvisningsroll/",
        "moda": f"{KOD}modalitet/",
        "orgtyp": f"{KOD}organtyp/",
        "prec": f"{KOD}precision/",
        "regel": str(REGEL),
        "roll": f"{KOD}roll/",
        "sts": f"{KOD}utsagestatus/",
        "dcterms": str(DCTERMS),
        "edtf": "http://id.loc.gov/datatypes/edtf/",
        "foaf": str(FOAF),
        "oa": str(OA),
        "org": str(ORG),
        "prov": str(PROV),
        "rdf": str(RDF),
        "rdfs": str(RDFS),
        "skos": str(SKOS),
        "xsd": str(XSD),
    }
)
"""The prefixes that graf's files bear and that a query need not repeat."""
