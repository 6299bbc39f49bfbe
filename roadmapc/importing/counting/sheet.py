"""A sheet of a workbook: the texts of its cells, row by row, and what is printed above and below them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from roadmapc.importing.counting.cell_formats import CellFormats, iso_day
from roadmapc.importing.counting.names import S
from roadmapc.importing.counting.scanner import Attributes, Scanner, integer, is_on
from roadmapc.importing.counting.shared_texts import unescaped
from roadmapc.importing.counting.word_count import PRINTED, Tally

_MOST_COLUMNS = 16_384
_CODE = re.compile(r'&(?:"[^"]*"|K[0-9A-Fa-f]{6}|K\d\d[+-]\d{3}|\d+|[A-Za-z])')
"""What is no text in a header: fonts, colours, sizes; numbers of pages, days, names of files; places."""

_HEADERS = {"odd": "", "even": "differentOddEven", "first": "differentFirst"}
"""Kinds of headers, and the switch without which they are not printed."""


class Sheet(Scanner):
    """Adds the words of a sheet to a tally; all cells of a `hidden` one are hidden."""

    def __init__(self, tally: Tally, strings: Sequence[str], formats: CellFormats, *, hidden: bool) -> None:
        super().__init__()
        self._tally = tally
        self._strings = strings
        self._formats = formats
        self._hidden = hidden
        self._hidden_columns: set[int] = set()
        self._row_hidden = False
        self._column = 0
        self._kind = PRINTED
        self._type = ""
        self._format: str | None = None
        self._value = ""
        self._inline: list[str] = []
        self.starts = {
            S + "col": self._begin_columns,
            S + "row": self._begin_row,
            S + "c": self._begin_cell,
            S + "v": self.clear,
            S + "t": self.clear,
            S + "rPh": lambda _: self.skip(),
            S + "headerFooter": self._headers,
        }
        self.ends = {
            S + "c": self._end_cell,
            S + "v": self._end_value,
            S + "t": lambda: self._inline.append(self.taken()),
        }

    def _begin_columns(self, attributes: Attributes) -> None:
        if is_on(attributes.get("hidden", "0")):
            first, last = integer(attributes.get("min")) or 1, integer(attributes.get("max")) or 1
            self._hidden_columns.update(range(first, min(last, _MOST_COLUMNS) + 1))

    def _begin_row(self, attributes: Attributes) -> None:
        self._row_hidden = self._hidden or is_on(attributes.get("hidden", "0"))
        self._column = 0

    def _begin_cell(self, attributes: Attributes) -> None:
        self._column = _column(attributes.get("r", "")) or self._column + 1
        hidden = self._row_hidden or self._column in self._hidden_columns
        self._kind = "hidden" if hidden else PRINTED
        self._type = attributes.get("t", "n")
        self._format = attributes.get("s")
        self._value = ""
        self._inline.clear()

    def _end_value(self) -> None:
        self._value = self.taken()

    def _end_cell(self) -> None:
        text = self._shown()
        if text:
            self._tally.line(self._kind, text)

    def _shown(self) -> str:
        value = self._value
        match self._type:
            case "s":
                at = integer(value)
                return self._strings[at] if at is not None and 0 <= at < len(self._strings) else ""
            case "inlineStr":
                return unescaped("".join(self._inline))
            case "b":
                return {"1": "ИСТИНА", "0": "ЛОЖЬ"}.get(value.strip(), value)
            case "n":
                return self._formats.shown(value, self._format)
            case "d":
                return iso_day(value)
            case _:
                return unescaped(value)

    def _headers(self, attributes: Attributes) -> None:
        for which, switch in _HEADERS.items():
            if not switch or is_on(attributes.get(switch, "0")):
                for kind in ("header", "footer"):
                    name = f"{S}{which}{kind.capitalize()}"
                    self.starts[name] = self.clear
                    self.ends[name] = self._header_of(kind)

    def _header_of(self, kind: str) -> Callable[[], None]:
        return lambda: self._tally.line(kind, _CODE.sub("\n", unescaped(self.taken()).replace("&&", " ")))


def _column(reference: str) -> int:
    """Return which column a cell is in, from 1; 0 where its reference does not say."""
    column = 0
    for character in reference[:3]:
        if not "A" <= character <= "Z":
            break
        column = 26 * column + ord(character) - ord("A") + 1
    return column
