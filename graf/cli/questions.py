"""``graf questions``."""

import click

from graf.query import questions


@click.command()
@click.option("--swedish", is_flag=True, help="Say what they ask in Swedish.")
def command(swedish: bool) -> None:
    """List the named questions (frågor), one a line: name, what it asks, what may be given.

    \b
    graf questions
    graf questions --swedish
    """
    for question in questions():
        takes = " ".join(f"--{name}" if name in question.needs else f"[--{name}]" for name in question.takes)
        click.echo("\t".join((question.name, question.swedish if swedish else question.english, takes)).rstrip())
