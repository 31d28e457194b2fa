"""Extractions against annotated texts (gold): what was found, missed and added, mention by mention."""

from graf.score.gold import GoldDocument, load_gold
from graf.score.measure import measure
from graf.score.report import SHARES, changes, score_row
from graf.score.run import score
from graf.score.verdicts import Outcome, Verdict

__all__ = ["SHARES", "GoldDocument", "Outcome", "Verdict", "changes", "load_gold", "measure", "score", "score_row"]
