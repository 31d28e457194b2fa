"""The command line: one file per command, loaded only when it is called."""

import click


class LazyGroup(click.Group):
    """A group whose commands are modules of this package, imported on use so that ``--help`` stays fast."""


@click.group(cls=LazyGroup)
def main() -> None:
    """Follow Swedish decisions from case to case."""
