"""What stands below what in a table of activities: rows in sections, and below one another by their numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any

from roadmapc.importing.understanding.owners import OwnersCell
from roadmapc.importing.understanding.rows import TOTAL, Line
from roadmapc.importing.understanding.words import one_line

_NAMES = ("number", "activity")
_LETTER = re.compile(r"[а-я]\)", re.IGNORECASE)
_PART = re.compile(r"(?:[а-я]|\d{1,2})\)|[-–—•]\s")


class Outline:
    """Puts lines below one another; `cell` makes the values of a row's cells."""

    def __init__(self, lines: Sequence[Line], kinds: Sequence[str], values: Any) -> None:
        self.lines = lines
        self.kinds = kinds
        self.values = values
        self.activity = kinds.index("activity")
        self.sections: list[dict[str, Any]] = []
        self.stack: list[tuple[Line, dict[str, Any]]] = []
        self.rows: list[tuple[Line, dict[str, Any], int]] = []
        self.merged: list[str] = []  # activities of several rows, of which each says something in two columns
        self.following: dict[int, Line] = {}
        self.opened: dict[str, Any] | None = None  # an activity that ends in a colon: its items are rows of their own

    def read(self) -> list[dict[str, Any]]:
        """Return the sections with their activities."""
        self._find_sections()
        self.following = self._numbered_behind()
        previous: dict[str, Any] | None = None
        for line in self.lines:
            if (
                line.kind == "task"
                and self.sections
                and "activities" not in self.sections[-1]
                and "task" not in self.sections[-1]
            ):
                self.sections[-1]["task"] = line.cells[self.activity]
            elif line.kind == "task":
                self._section({"task": line.cells[self.activity]}, line)
            elif line.kind == "section":
                self._section(self.values(line, "title"), line)
            elif previous is not None and (self.activity in line.covered or self._goes_on(line)):
                self._append(previous, line)
            else:
                previous = self.values(line, "activity")
                self._activity(previous, line)
        return self.sections

    def _goes_on(self, line: Line) -> bool:
        """Say whether a row has neither a number nor an activity: a page has parted the one above."""
        return bool(line.cells) and not line.number and self.activity not in line.cells and not line.covered

    def _find_sections(self) -> None:
        """Find the rows that are sections though no cell of theirs spans the table."""
        numbered = [line for line in self.lines if line.parts]
        parents = {
            id(line)
            for line, following in pairwise(numbered)
            if len(following.parts) == len(line.parts) + 1 and following.parts[: len(line.parts)] == line.parts
        }
        tops = [line for line in numbered if len(line.parts) == 1]
        deep = any(id(line) in parents for line in tops) or (
            any(line.kind == "section" and len(line.parts) == 1 for line in self.lines)
            and any(len(line.parts) > 1 for line in numbered)
        )
        titled = any(line.kind == "section" and not line.number for line in self.lines)
        data = [at for at, kind in enumerate(self.kinds) if kind not in ("number", "activity", "blank")]
        for at, line in enumerate(self.lines):
            bare = self.activity in line.cells and not line.covered and not any(one in line.cells for one in data)
            below = self.lines[at + 1] if at + 1 < len(self.lines) else None
            if line.kind != "row" or line.covered:
                continue
            if TOTAL.match(line.cells.get(self.activity, "")):
                continue
            filled = any(one in line.cells for one in data)
            if len(line.parts) == 1 and deep and not (titled and filled):
                line.kind, line.number_apart = "section", True
            elif bare and data and line.bold and below and below.kind == "row" and not below.bold:
                line.kind, line.number_apart = "section", bool(line.number)

    def _numbered_behind(self) -> dict[int, Line]:
        """Return for each row, by its identity, the next one in its section that has a number."""
        found: dict[int, Line] = {}
        behind: Line | None = None
        for line in reversed(self.lines):
            if behind is not None:
                found[id(line)] = behind
            behind = None if line.kind != "row" else line if line.parts else behind
        return found

    def _section(self, values: dict[str, Any], line: Line) -> None:
        self.sections.append(values)
        self.stack = []
        self.opened = None
        self.rows.append((line, values, 0))

    def _activity(self, values: dict[str, Any], line: Line) -> None:
        if not self.sections:
            self.sections.append({})
        words = line.cells.get(self.activity, "")
        above = self._above(line, words)
        if above is not None:
            above.setdefault("activities", []).append(values)
            self.rows.append((line, values, len(self.stack) + 1))
            return
        self.opened = values if words.endswith(":") else None
        place = self._place_of(line)
        while self.stack and not self._is_below(place, self.stack[-1][0]):
            self.stack.pop()
        parent = self.stack[-1][1] if self.stack else self.sections[-1]
        parent.setdefault("activities", []).append(values)
        self.rows.append((line, values, len(self.stack) + 1))
        if line.parts:
            self.stack.append((line, values))

    def _place_of(self, line: Line) -> Line:
        """Return the row by whose number the place of one is known.

        Without a number, or with one of another place, it stands where the next row does: below 3.2 before 3.2.2.
        """
        following = self.following.get(id(line), line)
        is_odd = not line.parts or len(line.parts) == len(following.parts)
        return following if is_odd and not any(self._is_below(line, above) for above, _ in self.stack) else line

    def _above(self, line: Line, words: str) -> dict[str, Any] | None:
        """Return the activity whose list a row goes on: «а)» and «–» in rows of their own."""
        if _LETTER.fullmatch(line.number):
            return self.opened or (self.stack[-1][1] if self.stack else None)
        return self.opened if not line.number and _PART.match(words) else None

    @staticmethod
    def _is_below(line: Line, above: Line) -> bool:
        if not line.parts:
            return False
        return len(line.parts) > len(above.parts) and line.parts[: len(above.parts)] == above.parts

    def _append(self, previous: dict[str, Any], line: Line) -> None:
        """Put the words of a row whose activity is that of the row above into the cells of that row."""
        values = self.values(line, "activity")
        own = {key: one for key, one in values.items() if isinstance(one, (str, OwnersCell)) and key not in _NAMES}
        both = [key for key, one in own.items() if previous.get(key) not in (None, one)]
        if both and len(own) > 1:
            self.merged.append(one_line(str(previous.get("activity", ""))))
        for key, value in values.items():
            before = previous.get(key)
            if key in ("number", "activity"):
                continue
            if isinstance(value, str):
                previous[key] = f"{before}\n{value}" if isinstance(before, str) else value
            elif value and not isinstance(value, dict):
                previous[key] = _joined(before, value) if before else value


def _joined(one: Any, other: Any) -> Any:
    if isinstance(one, OwnersCell) and isinstance(other, OwnersCell):
        return OwnersCell((*one.who, *other.who), f"{one.text}\n{other.text}", "lines")
    return other
