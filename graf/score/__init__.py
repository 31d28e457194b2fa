"""Extractions against annotated texts (gold): what was found, missed and added, mention by mention."""

from graf.score.gold import GoldDocument, load_gold
from graf.score.lineage import is_lineage_gold, lineage_lines, load_lineage_gold, score_lineage
from graf.score.measure import measure
from graf.score.proofs import is_gold_of_rules, load_proofs, score_proofs
from graf.score.report import SHARES, changes, score_row
from graf.score.run import score
from graf.score.verdicts import Outcome, Verdict

__all__ = [
    "SHARES",
    "GoldDocument",
    "Outcome",
    "Verdict",
    "changes",
    "is_gold_of_rules",
    "is_lineage_gold",
    "lineage_lines",
    "load_gold",
    "load_lineage_gold",
    "load_proofs",
    "measure",
    "score",
    "score_lineage",
    "score_proofs",
    "score_row",
]
