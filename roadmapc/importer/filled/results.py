"""What was read back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from roadmapc.diagnostics import Message
from roadmapc.plan.control.columns import letters
from roadmapc.plan.control.lines import ControlLine


@dataclass(frozen=True)
class MarkChange:
    """A key of a mark that a person filled in, changed or emptied.

    `old` and `new` are its cells as people see them; `value` is what the format has for it, None where it is emptied.
    `line` is the line it belongs to, with the mark that is there, if there is one.
    """

    line: ControlLine
    key: str
    old: str
    new: str
    value: Any
    place: Message


@dataclass(frozen=True)
class EditedCell:
    """A cell that is no mark and was changed: its place, its heading, what stands there now. It is not taken."""

    place: Message
    heading: str
    new: str


@dataclass(frozen=True)
class FilledProblem:
    """Something that was typed and is not taken: its place, why, what to do."""

    place: Message
    message: Message
    hint: Message | None = None


@dataclass(frozen=True)
class ReadBack:
    """What a file that came back says: changes of marks, problems, edited cells that are no marks, remarks."""

    changes: tuple[MarkChange, ...] = ()
    problems: tuple[FilledProblem, ...] = ()
    edited: tuple[EditedCell, ...] = ()
    remarks: tuple[FilledProblem, ...] = ()


def place_of(sheet: str, row: int, column: int) -> Message:
    """Return how people name a cell: «Контроль!D7»; row and column from 0."""
    return Message("{sheet}!{cell}", sheet=sheet, cell=f"{letters(column)}{row + 1}")
