"""``graf rule``: an analyst's rulings, kept in one file and applied at every build."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from graf.cli.options import body_name, graph_option, town_option
from graf.cli.sheets import form_options, put_rows
from graf.dates import day_of
from graf.errors import RulingError
from graf.find import find_case, number_key
from graf.keys import case_key
from graf.model import CaseGraph, CaseId, Reference, Relation, Ruling, RulingKind, Statement
from graf.rulings import RULINGS, add_ruling, load_rulings, ruling_row
from graf.store import load_graph

_Command = TypeVar("_Command", bound=Callable[..., Any])
_HEADS = ("kind", "case", "other", "relation", "words", "day", "author", "date", "reason")


@click.group()
def command() -> None:
    """The analyst's last word on the graph: kept in a file that outlives every build, with author, date and reason.

    Rulings stand in rulings.toml in the graph folder, or in the file that --rulings names: keep it under version control.
    graf build applies them, and tells of every ruling whose ground has vanished.

    \b
    graf rule reject STK-2017-488 STK-2016-796 --because 'another organisation' --by 'Vera Alm'
    graf rule draw STK-2019-7 STK-2016-796 --relation continues --because 'told by the registrar' --by 'Vera Alm'
    graf rule same 145/13 STK-2013-145 --because 'the same report' --by 'Vera Alm'
    graf rule settle STK-2018-1094 'tidigare beslutet om stärkt organisation' STK-2016-796 --because ... --by ...
    graf build documents/ -o my-graph
    """


def _made(command: _Command) -> _Command:
    """The options of every ruling."""
    options = (
        click.option("--because", "reason", required=True, help="Why."),
        click.option("--by", "author", required=True, envvar="GRAF_AUTHOR", help="Who rules; or set GRAF_AUTHOR."),
        click.option("--on", "when", type=click.DateTime(["%Y-%m-%d"]), help="The day of the ruling; default: today."),
        click.option("--rulings", type=click.Path(dir_okay=False, path_type=Path), help="Default: rulings.toml in the graph."),
        town_option,
        graph_option,
    )
    for option in options:
        command = option(command)
    return command


def _edge(kind: RulingKind, text: str) -> None:
    @command.command(kind.value, help=text)
    @click.argument("one")
    @click.argument("other")
    @click.option("--relation", type=click.Choice([r.value for r in Relation]), help="Only this relation; default: all.")
    @_made
    def rule(one: str, other: str, relation: str | None, folder: Path, municipality: str | None, **made: Any) -> None:
        graph = load_graph(folder)
        ends = find_case(graph, one, municipality), find_case(graph, other, municipality)
        found = _between(graph, ends, relation)
        if not found and _between(graph, ends[::-1], relation):
            raise RulingError(f"the edge runs the other way; write: graf rule {kind} {other} {one}")
        if not found:
            draw = f"graf rule draw {one} {other} --relation {relation or Relation.CONTINUES}"
            told = f"graf why-not {one} {other} tells why; to draw an edge that no paper tells of, write: {draw}"
            raise RulingError(f"nothing joins {one} to {other}; {told}")
        ground = next((words.quote for said in found for words in said.evidence), "")
        ruled = Relation(relation) if relation else None
        _keep(Ruling(kind, ends[0], ends[1], ruled, None, None, *_who(made), ground), folder, made)


def _between(graph: CaseGraph, ends: tuple[CaseId, ...], relation: str | None) -> list[Statement]:
    owners = {a.key: case_key(a.case) for a in graph.assignments if a.case}
    owners |= {d.key: case_key(d.case) for d in graph.decisions if d.case}
    keys = tuple(case_key(case) for case in ends)
    return [
        s
        for s in graph.statements
        if (owners.get(s.subject, s.subject), owners.get(s.object, s.object)) == keys and relation in {None, s.relation.value}
    ]


_edge(RulingKind.ACCEPT, "ONE bears on OTHER, as graf says: the edge is reviewed.")
_edge(RulingKind.REJECT, "ONE does not bear on OTHER, whatever graf says: the edge is rejected and carries no thread.")


@command.command("draw")
@click.argument("one")
@click.argument("other")
@click.option("--relation", type=click.Choice([r.value for r in Relation]), required=True, help="How ONE bears on OTHER.")
@_made
def rule_draw(one: str, other: str, relation: str, folder: Path, municipality: str | None, **made: Any) -> None:
    """ONE bears on OTHER, though no paper held tells of it: a new edge, reviewed, that rests on the reason you give."""
    graph = load_graph(folder)
    ends = find_case(graph, one, municipality), find_case(graph, other, municipality)
    if ends[0] == ends[1]:
        raise RulingError(f"{one} and {other} are one case; name two")
    if ends[0].municipality != ends[1].municipality:
        raise RulingError(f"{one} and {other} are of two towns, and a thread does not cross towns")
    if _between(graph, ends, relation):
        raise RulingError(f"graf has that edge; to review it, write: graf rule accept {one} {other} --relation {relation}")
    _keep(Ruling(RulingKind.DRAW, *ends, Relation(relation), None, None, *_who(made)), folder, made)


def _identity(kind: RulingKind, text: str) -> None:
    @command.command(kind.value, help=text)
    @click.argument("one")
    @click.argument("other")
    @_made
    def rule(one: str, other: str, folder: Path, municipality: str | None, **made: Any) -> None:
        graph = load_graph(folder)
        target = find_case(graph, other, municipality)
        key = number_key(one.rsplit(":", 1)[-1])
        source = CaseId(one.split(":", 1)[0] if ":" in one else municipality or target.municipality, key)
        if source == target:
            raise RulingError(f"{one} and {other} are one number; name two")
        ground = next((r.reference.evidence.quote for r in graph.resolutions if r.reference.key == key), None)
        if ground is None:
            raise RulingError(f"no document of this graph prints {one}; graf find looks for it")
        _keep(Ruling(kind, source, target, None, None, None, *_who(made), ground), folder, made)


_identity(RulingKind.SAME, "The number ONE is the case OTHER: the two are one case.")
_identity(RulingKind.DIFFERENT, "The number ONE is not the case OTHER, though graf holds it to be.")


@command.command("date")
@click.argument("case")
@click.argument("day")
@click.option("--body", help="The body that decided, where several have in the case.")
@_made
def rule_date(case: str, day: str, body: str | None, folder: Path, municipality: str | None, **made: Any) -> None:
    """The decision in CASE was taken on DAY (2017-11-08, or 2017-11)."""
    graph = load_graph(folder)
    found = find_case(graph, case, municipality)
    if day_of(day) is None:
        raise RulingError(f"{day} is no date; write 2017-11-08 or 2017-11")
    whose = body_name(body) if body is not None else None
    held = [d for d in graph.decisions if d.case == found and d.status.holds and whose in {None, d.body}]
    if not held:
        raise RulingError(f"no decision in {case} is known{f' of {whose}' if whose else ''}; graf thread {case} shows what is")
    bodies = sorted({d.body for d in held if d.body})
    if len(held) > 1 and len(bodies) > 1:
        raise RulingError(f"several bodies decided in {case}: {', '.join(bodies)}; name one with --body")
    ground = next((point.evidence.quote for d in held for point in d.points), "")
    _keep(Ruling(RulingKind.DATE, found, None, None, whose, day, *_who(made), ground), folder, made)


@command.command("settle")
@click.argument("case")
@click.argument("words")
@click.argument("target")
@_made
def rule_settle(case: str, words: str, target: str, folder: Path, municipality: str | None, **made: Any) -> None:
    """In the papers of CASE the reference printed as WORDS, or with these words in it, means the case TARGET."""
    graph = load_graph(folder)
    found, meant = find_case(graph, case, municipality), find_case(graph, target, municipality)
    held = [r for r in graph.resolutions if r.case == found]
    printed = _printed([r.reference for r in held], words)
    if not printed:
        # what several cases fit comes first: that is what there is to settle
        unsure = sorted((not r.candidates, r.reference.text) for r in held if r.reason and (r.candidates or not r.target))
        some = list(dict.fromkeys(text for _, text in unsure))[:5]
        told = f"; left open there: {'; '.join(some)}" if some else ""
        raise RulingError(f"no reference in {case} is printed {words!r}{told}")
    exact = printed[0]
    _keep(Ruling(RulingKind.SETTLE, found, meant, None, exact.text, None, *_who(made), exact.evidence.quote), folder, made)


def _printed(references: list[Reference], words: str) -> list[Reference]:
    """The references printed so; else those with the words in them, where these are one and the same text."""
    plain = _plain(words)
    if same := [r for r in references if _plain(r.text) == plain]:
        return same
    around = [r for r in references if plain and f" {plain} " in f" {_plain(r.text)} "]
    return around if len({_plain(r.text) for r in around}) == 1 else []


def _plain(words: str) -> str:
    return " ".join(words.split()).lower()


@command.command("list")
@click.option("--rulings", type=click.Path(dir_okay=False, path_type=Path), help="Default: rulings.toml in the graph.")
@graph_option
@form_options()
def rule_list(folder: Path, rulings: Path | None, form: str, output: Path | None) -> None:
    """The rulings that stand: who ruled what, when and why."""
    place = rulings or folder / RULINGS
    # a graph on which nobody has ruled has no file; where there is no graph either, the name is wrong
    if not place.is_file() and (rulings or not folder.is_dir()):
        raise RulingError(f"there is no {place}; name the graph with -g, or the file with --rulings")
    put_rows([ruling_row(ruling) for ruling in load_rulings(place)], _HEADS, "rulings", form, output)


def _who(made: dict[str, Any]) -> tuple[str, str, str]:
    # the one place where graf asks what day it is: a ruling is written by hand, and no output depends on it
    when: date = (made["when"] or datetime.now(tz=UTC)).date()
    return made["author"], when.isoformat(), made["reason"]


def _keep(ruling: Ruling, folder: Path, made: dict[str, Any]) -> None:
    place = made["rulings"] or folder / RULINGS
    what = f"{ruling.kind} {ruling.case}{f' {ruling.other}' if ruling.other else ''}"
    if known := next((one for one in load_rulings(place) if one.key == ruling.key), None):
        click.echo(f"{what}: ruled so already by {known.author} on {known.date}, in {place}; nothing is added")
        return
    add_ruling(place, ruling)
    click.echo(f"{what}: kept in {place}; graf build applies it")
