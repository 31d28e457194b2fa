"""How long lineage takes on the minutes of one council over three years, beside the reading of the same text.

    python -m benchmarks.lineage [ITEMS]

The corpus is made by ``tests/council.py``, whose truth is known: the figures of correctness are printed with those of time.
"""

import sys
import time

from graf.lineage import link
from graf.model import Role
from graf.resolve.index import key_of
from tests.council import council
from tests.papers import read_paper


def main(items: int = 3000) -> None:
    """Make, read and link; print."""
    made = council(items)
    start = time.perf_counter()
    papers = [read_paper(text, name, "2480") for name, text in made.minutes.items()]
    reading = time.perf_counter() - start
    start = time.perf_counter()
    graph = link(papers)
    linking = time.perf_counter() - start
    found = {
        (r.document, r.reference.item, r.reference.normal.lstrip("§ "), r.reference.date.edtf): r.target
        for r in graph.resolutions
        if r.reference.kind == "paragraph" and r.reference.role is not Role.OWN and r.reference.date
    }
    held = [c for c in made.cited if c.case]
    meant = [(found.get((c.document, c.item, c.paragraph, c.day)), key_of(c.case or "")) for c in held]
    right = sum(target is not None and target.key == key for target, key in meant)
    carrying = [s for s in graph.statements if s.relation.builds_on and s.modality.holds]
    said = {(s.subject.split("/")[2], s.object.split("/")[2]) for s in carrying if s.subject[0] == s.object[0] == "a"}
    true = {(key_of(one), key_of(other)) for one, other in made.edges}
    print(f"{made.items} items, {len(made.minutes)} minutes, {sum(map(len, made.minutes.values())) / 1e6:.2f} MB")
    print(f"date and §: {right} of {len(held)} right; hops: {len(said & true)} of {len(said)} right, {len(true)} wanted")
    print(f"reading {reading:.1f} s, lineage {linking:.1f} s: {linking / reading:.2f} of it")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
