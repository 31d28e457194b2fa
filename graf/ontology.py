"""Where the ontology's files lie: in the wheel beside the code, in a checkout at the top level."""

from pathlib import Path

_HERE = Path(__file__).parent


def ontology_folder() -> Path:
    """The folder of ``graf.ttl``; the same files in a wheel and in a checkout."""
    carried = _HERE / "ontology_files"
    return carried if carried.is_dir() else _HERE.parent / "ontology"
