"""How values show themselves in Jupyter and Quarto.

The floor that draws is named, not imported: the model needs nothing, and only a notebook asks.
"""

import importlib


def shown(form: str, value: object) -> str:
    """A value as the function ``form`` of :mod:`graf.write.notebook` shows it."""
    text: str = getattr(importlib.import_module("graf.write.notebook"), form)(value)
    return text
