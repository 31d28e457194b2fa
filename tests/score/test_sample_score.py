"""The sample's score never falls below the kept one: ``make rescore`` keeps a better one."""

import json
from pathlib import Path

from graf.pipeline import extract_all
from graf.score import changes, load_gold, score, score_row


def test_nothing_is_lost_since_the_kept_score(root: Path) -> None:
    now = score_row(score(load_gold(root / "data" / "gold"), extract_all([root / "data" / "sample"])))
    kept = json.loads((root / "data" / "score.json").read_text(encoding="utf-8"))
    _, lost = changes(now, kept)
    assert lost == (), "if the change is meant: make rescore, and read the difference"
