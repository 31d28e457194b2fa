"""The command line: one file per command, loaded only when it is called, so that ``--help`` stays fast.

Results go to standard output, progress and errors to standard error. Exit codes: 0 done, 1 done but
something could not be read, 2 wrong usage or something asked for does not exist, 3 nothing could be read.
"""

import importlib
import io
import sys
from typing import Any

import click

from graf import __version__
from graf.errors import GrafError

COMMANDS: dict[str, str] = {
    "assignments": "The ledger of assignments: who was to do what by when, and what answered it.",
    "audit": "The audit sheet: what a body decided that others were to do, and what answered it.",
    "build": "Read documents and write the graph folder.",
    "diff": "What changed between two graphs: facts and edges gained, lost, changed.",
    "export": "Write the graph in one more format.",
    "extract": "Print what each document says, one JSON object a line.",
    "find": "Find cases by topic, title or any spelling of a number.",
    "instruments": "The policy instruments: what was established, changed, ended, and in force on a date.",
    "missing": "What is cited but not held, and the letter that asks for it.",
    "ontology": "Write the ontology's files and the page that explains them.",
    "push": "Send the graph to a SPARQL 1.1 store.",
    "query": "Ask the graph a SPARQL question.",
    "questions": "List the named questions.",
    "rule": "Accept, reject, join, separate, date or settle: the analyst's last word.",
    "score": "Measure extraction on annotated texts.",
    "thread": "Show how a policy moved from case to case.",
    "validate": "Check that a graph is well formed: shapes, IRIs, quotes.",
    "view": "Write an interactive page of one thread or of the whole graph.",
    "why": "Show the words and the rule behind an edge.",
    "why-not": "Show what keeps an edge from being drawn.",
}
"""Every command and its line in ``graf --help``; the code is ``command`` in ``graf/cli/NAME.py``, a hyphen written ``_``."""


class LazyGroup(click.Group):
    """A group whose commands are modules of this package, imported when called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in order of the alphabet."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the command's module."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"graf.cli.{cmd_name.replace('-', '_')}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands from the table, with no command imported."""
        with formatter.section("Commands"):
            formatter.write_dl(sorted(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an error becomes one plain line and exit code 2."""
        _speak_utf8()
        try:
            return super().invoke(ctx)
        except (GrafError, click.UsageError) as error:
            click.echo(f"graf: {_told(error)}", err=True)
            ctx.exit(2)


def _told(error: Exception) -> str:
    """An error in one line, with what to do next."""
    if not isinstance(error, click.UsageError):
        return str(error)
    where = error.ctx.command_path if error.ctx else "graf"
    return f"{' '.join(error.format_message().split()).rstrip('.')}; {where} --help tells more"


def _speak_utf8() -> None:
    """Make files and pipes UTF-8 whatever the system's code page; a terminal shows what it can."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace") if stream.isatty() else stream.reconfigure(encoding="utf-8")


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="graf")
def main() -> None:
    """Follow Swedish decisions (beslut) from case to case.

    \b
    graf build documents/ -o my-graph       read a folder of minutes, reports, excerpts
    graf thread STK-2016-796 -g my-graph    how that policy came about and where it went
    graf view STK-2016-796 -g my-graph      the same as an interactive page
    """
