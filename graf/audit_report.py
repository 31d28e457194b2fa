"""The audit sheet as a page to print, in Swedish: one file, no script, nothing fetched."""

from collections import Counter
from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from graf.audit import Line, Period, undated
from graf.bounds import Bounds
from graf.ledger import latest_day
from graf.model import CaseGraph, CaseId, DateExpression, Evidence

_KINDS = {
    "assignment": "Uppdrag",
    "approved motion": "Bifallen motion",
    "motion without decision": "Motion utan beslut",
    "motion settled": "Avgjord motion",
}
_STATES = {
    "open": "öppet",
    "late": "försenat",
    "answered": "besvarat",
    "deferred": "uppskjutet",
    "withdrawn": "återkallat",
    "superseded": "ersatt",
    "followed up": "följt upp",
    "day not known": "dag okänd: om beslutet kom inom ett år framgår inte",
    "older than a year": "äldre än ett år (5 kap. 35 § kommunallagen)",
}
_NO_ANSWER = "inget svar i de handlingar som finns"
_PAGE = Markup(
    """<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><title>{title}</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
body {{ font: 11pt/1.4 Georgia, serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #111; background: #fff }}
h1 {{ font-size: 1.5rem }} table {{ border-collapse: collapse; width: 100%; font-size: .85rem }}
caption {{ text-align: left; padding: .5rem 0 }} th, td {{ border: 1px solid #888; padding: .3rem .45rem; vertical-align: top;
text-align: left; overflow-wrap: anywhere }} th {{ background: #eee }} q {{ font-style: italic }} .place {{ color: #555 }}
.none {{ font-weight: bold }} tr {{ break-inside: avoid }} thead {{ display: table-header-group }}
@page {{ size: A4 landscape; margin: 1.5cm }} @media print {{ body {{ margin: 0; max-width: none }} }}
</style></head><body>
<h1>{title}</h1>
<p>{scope}</p>
<p>{counts}</p>
<p>Uppställningen bygger på {documents} handlingar, den senaste daterad {day}. Att ett svar saknas betyder att det inte finns
bland dem, inte att det aldrig har lämnats.</p>
<table><caption>Beslut i tidsordning</caption><thead><tr><th scope="col">Beslut</th><th scope="col">Ärende</th>
<th scope="col">Vad</th><th scope="col">Ansvarig</th><th scope="col">Senast</th><th scope="col">Läge</th>
<th scope="col">Svar</th></tr></thead><tbody>
{rows}
</tbody></table></body></html>
"""
)


def report(graph: CaseGraph, asked: Period, lines: Sequence[Line]) -> str:
    """The page; every word of a document in it is escaped."""
    labels = {case.id: case.label for case in graph.cases}
    return str(
        _PAGE.format(
            title=f"Granskning av verkställighet: {asked.body or 'alla organ'}",
            scope=_scope(asked, undated(graph, asked)),
            counts=_counts(lines),
            documents=len(graph.documents),
            day=latest_day(graph).isoformat(),
            rows=Markup("\n").join(_row(line, labels) for line in lines),
        )
    )


def _scope(asked: Period, without: int) -> str:
    first, last = asked.first or "början", asked.last or "slutet"
    left = f" {without} till kan höra till perioden eller inte: dagen är inte känd, och de är inte med." if without else ""
    return f"Uppdrag och bifallna motioner från {first} till {last}; svar räknade till och med {asked.as_of}.{left}"


def _counts(lines: Iterable[Line]) -> str:
    states = Counter(line.state for line in lines)
    if not states:
        return "Inget sådant beslut finns i handlingarna."
    told = ", ".join(f"{number} {_STATES.get(state, state)}" for state, number in sorted(states.items()))
    return f"{sum(states.values())} rader: {told}."


def _row(line: Line, labels: dict[CaseId, str]) -> Markup:
    cells = (
        Markup("{} {}").format(_when(line.decided, line.bounds), line.body or ""),
        Markup("{}").format(labels.get(line.case, line.case.key) if line.case else "–"),
        Markup("<b>{}.</b> {}{}").format(_KINDS[line.kind], line.title, _quote(line.words)),
        escape(line.responsible or "–"),
        escape(_when(line.deadline)),
        escape(_STATES.get(line.state, line.state)),
        _answer(line, labels),
    )
    return Markup("<tr>{}</tr>").format(Markup("").join(Markup("<td>{}</td>").format(cell) for cell in cells))


def _answer(line: Line, labels: dict[CaseId, str]) -> Markup:
    if line.answered_by is None:
        return Markup('<span class="none">{}</span>').format(_NO_ANSWER)
    label = labels.get(line.answered_by, line.answered_by.key)
    return Markup("{} {}{}").format(label, _when(line.answered_on), _quote(line.answer))


def _when(date: DateExpression | None, bounds: Bounds | None = None) -> str:
    """A day as EDTF; where it is not known, the days that bound it."""
    return date.edtf if date else (bounds and bounds.edtf) or "–"


def _quote(words: tuple[Evidence, ...]) -> Markup:
    if not words:
        return Markup("")
    place = f"{words[0].document}{f', s. {words[0].page}' if words[0].page else ''}"
    quote = " ".join(words[0].quote.split())
    return Markup('<br><q>{}</q> <span class="place">({})</span>').format(quote, place)
