"""What the parts of an Open XML workbook (.xlsx) say beside values; see `workbook_facts`.

Source: ECMA-376 part 1, 18.3 (sheets), 18.8 (styles).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping

from roadmapc.importing.reading.open_xml_styles import Styles, styles_of
from roadmapc.importing.reading.safe_xml import Attributes, read_part, refuse
from roadmapc.importing.reading.sheet_facts import (
    MOST_COLUMNS,
    Cell,
    SheetFacts,
    check_formulas,
    check_merged,
    check_place,
)

WORKBOOK = "xl/workbook.xml"
_REFERENCE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_YES = frozenset({"1", "true"})
_MM_PER_CHARACTER = 1.9  # of Calibri 11, which widths are counted in


def open_xml_facts(parts: Mapping[str, bytes]) -> dict[str, SheetFacts]:
    """Return what is known of each sheet by its name; every part is gone through as if it were a sheet."""
    styles = styles_of(parts.get("xl/styles.xml", b""))
    sheets = {name: _sheet(data, styles) for name, data in parts.items()}
    settings = _elements(parts.get(WORKBOOK, b"<x/>"), "workbookPr")
    for facts in sheets.values():
        facts.from_1904 = any(one.get("date1904") in _YES for one in settings)
    return {title: _with_comments(sheets[name], name, parts) for title, name in _titles(parts) if name in sheets}


def _place(reference: str) -> Cell:
    """Return the row and the column of «D7»."""
    match = _REFERENCE.fullmatch(reference)
    if not match:
        refuse()
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1


class _SheetReader:
    """Reads the sheet of an Open XML workbook."""

    def __init__(self, styles: Styles) -> None:
        self.facts = SheetFacts()
        self._styles = styles
        self._at, self._format, self._inside = (-1, -1), "", False
        self._row, self._rows, self._cells = -1, -1, -1
        self._merged = 0

    def start(self, name: str, attributes: Attributes) -> None:
        if name == "f":
            self._formula(attributes)
        if self._inside:  # whatever is in a cell: that there is anything makes it one
            self._inside = False
            self._content()
        elif name == "c":
            self._cell(attributes)
        elif name == "row":
            self._rows += 1
            self._row = int(attributes["r"]) - 1 if "r" in attributes else max(self._row + 1, self._rows)
            self._cells, self._at = -1, (self._row, -1)
            self.facts.hidden += attributes.get("hidden") in _YES
        elif name == "col":
            self._width(attributes)
        elif name == "mergeCell":
            self._merged += 1
            check_merged(self._merged)

    def end(self, name: str) -> None:
        if name == "c":
            self._inside = False

    def _cell(self, attributes: Attributes) -> None:
        self._inside, self._format = True, attributes.get("s", "0")
        self._cells += 1
        row, column = self._at
        self._at = _place(attributes["r"]) if "r" in attributes else (row, column + 1)

    def _content(self) -> None:
        """Note a cell that is not empty; where its reference and its order disagree, both are held to the limits."""
        row, column = self._at
        check_place(max(row, self._row), max(column, self._cells))
        if self._format in self._styles.ruled:
            self.facts.ruled.add(self._at)
        if self._format in self._styles.percents:
            self.facts.percents.add(self._at)

    def _formula(self, attributes: Attributes) -> None:
        """Note a cell with a formula; one formula may fill a range, whose other cells have values only."""
        first, _, last = attributes.get("ref", "").partition(":")
        self.facts.formulas.append((*self._at, *self._at))
        if last:
            self.facts.formulas.append((*_place(first), *_place(last)))
        check_formulas(len(self.facts.formulas))

    def _width(self, attributes: Attributes) -> None:
        first, last = int(attributes.get("min", 1)), int(attributes.get("max", 1))
        width = 0.0 if attributes.get("hidden") in _YES else float(attributes.get("width", 9))
        for column in range(max(0, first - 1), min(last, MOST_COLUMNS)):
            self.facts.widths[column] = min(max(width, 0.0), 255) * _MM_PER_CHARACTER


def _sheet(data: bytes, styles: Styles) -> SheetFacts:
    reader = _SheetReader(styles)
    read_part(data, reader.start, end=reader.end)
    return reader.facts


def _elements(data: bytes, wanted: str) -> list[Attributes]:
    found: list[Attributes] = []

    def start(name: str, attributes: Attributes) -> None:
        if name == wanted:
            found.append(attributes)

    read_part(data, start)
    return found


def _relation(attributes: Attributes) -> str:
    """Return the id of the relation that an element names, by whatever prefix."""
    return next((value for key, value in attributes.items() if key.endswith(":id")), "")


def _related(parts: Mapping[str, bytes], name: str) -> Iterator[tuple[str, str, str]]:
    """Yield the id, the kind and the part of each relation of a part."""
    folder, _, last = name.rpartition("/")
    for one in _elements(parts.get(f"{folder}/_rels/{last}.rels", b"<x/>"), "Relationship"):
        target = one.get("Target", "")
        place = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        yield one.get("Id", ""), one.get("Type", "").rpartition("/")[2], place


def _titles(parts: Mapping[str, bytes]) -> list[tuple[str, str]]:
    """Return the name of each sheet with that of its part."""
    places = {relation: place for relation, _, place in _related(parts, WORKBOOK)}
    sheets = _elements(parts.get(WORKBOOK, b"<x/>"), "sheet")
    return [(one.get("name", ""), places.get(_relation(one), "")) for one in sheets]


def _with_comments(facts: SheetFacts, name: str, parts: Mapping[str, bytes]) -> SheetFacts:
    for _, kind, place in _related(parts, name):
        if kind == "comments" and place in parts:
            facts.comments += _comments(parts[place])
    return facts


def _comments(data: bytes) -> list[tuple[Cell, str]]:
    found: list[tuple[Cell, list[str]]] = []
    inside: list[bool] = []

    def start(name: str, attributes: Attributes) -> None:
        if name == "comment":
            found.append((_place(attributes.get("ref", "")), []))
        elif name == "t":
            inside.append(True)

    def text(words: str) -> None:
        if inside and found:
            found[-1][1].append(words)

    read_part(data, start, end=lambda name: inside.clear() if name == "t" else None, text=text)
    return [(place, "".join(words)) for place, words in found]
