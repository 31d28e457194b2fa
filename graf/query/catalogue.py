"""The named questions: one file each, whose first lines say what it asks, in whose interest, and of what."""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.resources import files

from graf.errors import QueryError
from graf.query.parameters import Given

_LINE = re.compile(r"# (?P<name>[a-z-]+): (?P<words>.+)")
PARAMETERS = ("case", "as-of", "body")


@dataclass(frozen=True, slots=True)
class Question:
    """A question by name (fråga): its help in Swedish and English, what it takes, and its SPARQL."""

    name: str
    swedish: str
    english: str
    audience: str
    text: str
    takes: tuple[str, ...] = ()
    """What may be given: ``case``, ``as-of``, ``body``."""
    needs: tuple[str, ...] = ()
    """What must be given."""

    def text_for(self, given: Given) -> str:
        """Its SPARQL, once all that it needs is given.

        Raises:
            QueryError: It asks about something that was not given.
        """
        for parameter in self.needs:
            if getattr(given, parameter.replace("-", "_")) is None:
                raise QueryError(f"{self.name} asks about one {parameter}; give it with --{parameter}")
        return self.text


def questions() -> tuple[Question, ...]:
    """Every named question, in order of the alphabet."""
    folder = files("graf.query") / "questions"
    found = [(path.name.removesuffix(".rq"), path.read_text("utf-8")) for path in folder.iterdir() if path.name.endswith(".rq")]
    return tuple(_question(name, text) for name, text in sorted(found))


def named(name: str) -> Question:
    """The question of a name.

    Raises:
        QueryError: There is none.
    """
    for question in questions():
        if question.name == name:
            return question
    near = get_close_matches(name, [question.name for question in questions()], 2, 0.5)
    hint = f"; did you mean {' or '.join(near)}?" if near else ";"
    raise QueryError(f"no question is called {name}{hint} graf questions lists them")


def _question(name: str, text: str) -> Question:
    said = {line["name"]: line["words"] for line in _LINE.finditer(text)}
    takes = tuple(parameter for parameter in PARAMETERS if parameter in said)
    needs = tuple(parameter for parameter in takes if said[parameter] == "required")
    return Question(name, said["sv"], said["en"], said["who"], text, takes, needs)
