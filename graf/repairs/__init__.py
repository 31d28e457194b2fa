"""What is made good in a text before it is read, on a copy, with the way back.

:func:`composed` and :func:`joined` change lengths and return the way back; :func:`recognised` puts one sign in another's
place and tells where, since each of those is a guess and what rests on it is believed less.
"""

from graf.repairs.edits import Edits, composed, joined
from graf.repairs.signs import recognised

__all__ = ["Edits", "composed", "joined", "recognised"]
