"""``graf ontology``."""

from pathlib import Path

import click

from graf.publish import ontology_files, publish


@click.command()
@click.option("-o", "--output", type=click.Path(path_type=Path), help="The folder to write them to.")
def command(output: Path | None) -> None:
    """Write the ontology's files, and the page that explains them, to a folder; without -o, say where the files lie.

    \b
    graf ontology -o ontology/       then open ontology/index.html
    graf ontology
    """
    if output is None:
        for path in ontology_files():
            click.echo(path)
        return
    names = publish(output)
    click.echo(f"{len(names)} files. Open {output / 'index.html'}")
