"""What has been understood of a file: values of the format, doubts about them, words that found no place."""

from __future__ import annotations

from dataclasses import dataclass, field
from textwrap import TextWrapper
from typing import Any, NamedTuple

from roadmapc.diagnostics import Message, Route
from roadmapc.importing.material import Place

MARK = "ВПИШИТЕ"
"""Stands where the file says nothing and only the author knows; `check` reports each, as in what `new` writes."""

NOWHERE = Place()

_LONGEST = 50_000
"""Letters of a piece that is left: a text of a source has at most twice as many."""
_PIECES = TextWrapper(
    _LONGEST, expand_tabs=False, replace_whitespace=False, break_long_words=False, break_on_hyphens=False
)

Values = dict[str, Any]


class Left(NamedTuple):
    """Words that have no place in the roadmap: what they are, where they stand."""

    kind: str
    text: str
    place: Place


class Doubt(NamedTuple):
    """A decision that a person must look at: the place of the value in the roadmap, and why.

    A `grave` one says that the file is perhaps not what was asked for: no plan, or more than one.
    """

    route: Route
    message: Message
    grave: bool = False


class Decision(NamedTuple):
    """How something was understood: «column», «table», …; `confidence` is from 0 to 1."""

    what: str
    value: str
    confidence: float
    place: Place


@dataclass
class Draft:
    """A roadmap as plain values by the keys of the format.

    `repeated` are heads that came again, `removed` is what changes took away.
    """

    values: Values = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    repeated: list[Left] = field(default_factory=list)
    removed: list[Left] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)

    def take(self, other: Draft) -> None:
        """Add what another draft has noted."""
        self.left += other.left
        self.repeated += other.repeated
        self.removed += other.removed
        self.decisions += other.decisions

    def leave(self, kind: str, text: str, place: Place) -> None:
        """Put words on the list of what is left, what is too long for one text of a source in pieces."""
        self.left += [Left(kind, piece, place) for piece in _PIECES.wrap(text.strip())]

    def decide(self, what: str, value: str, confidence: float, place: Place = NOWHERE) -> None:
        """Note a decision."""
        self.decisions.append(Decision(what, value, round(confidence, 2), place))
