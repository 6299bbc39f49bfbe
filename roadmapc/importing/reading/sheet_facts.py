"""What the parts of a workbook's package say beside the values of cells, read before anything else reads them.

calamine lays a sheet out as a full rectangle, so two cells in opposite corners would take all memory: every part is
read here first, cell by cell, and one with a cell beyond the limits, with a document type or not well-formed is
refused. On the way borders, percents, widths, comments and hidden rows are noted, of which calamine tells nothing.

Sources: ECMA-376 part 1, 18.3 (sheets), 18.8 (styles); OASIS OpenDocument 1.3 part 3, 9 (tables).
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pyexpat import ExpatError, ParserCreate
from typing import NoReturn

from roadmapc.diagnostics import Message
from roadmapc.importing.reading.kinds import Kind, refused
from roadmapc.importing.reading.unreadable import UnreadableFile

MOST_COLUMNS = 63
MOST_ROWS = 20_000
MOST_MERGED = 20_000
_CELLS = frozenset({"table-cell", "covered-table-cell"})
Cell = tuple[int, int]
"""A row and a column, both from 0."""
Range = tuple[int, int, int, int]
"""The first row and column of a merged range, and its last ones, all from 0."""
Attributes = dict[str, str]
_REFERENCE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
_ENCODINGS = frozenset({"utf-8", "utf-16", "us-ascii"})
_PERCENT = frozenset({"9", "10"})  # formats that every workbook has, by their numbers
_MM_PER_CHARACTER = 1.9  # of Calibri 11, which widths are counted in


@dataclass
class SheetFacts:
    """What is known of a sheet beside its values; `widths` are in millimetres by column."""

    widths: dict[int, float] = field(default_factory=dict)
    ruled: set[Cell] = field(default_factory=set)
    percents: set[Cell] = field(default_factory=set)
    merged: list[Range] = field(default_factory=list)
    comments: list[tuple[Cell, str]] = field(default_factory=list)
    hidden: int = 0


@dataclass(frozen=True)
class _Styles:
    """Which formats of cells have a border, and which show percents."""

    ruled: frozenset[str] = frozenset()
    percents: frozenset[str] = frozenset()


def facts_of(parts: Mapping[str, bytes]) -> dict[str, SheetFacts]:
    """Return what is known of each sheet by its name; raises UnreadableFile for what may not be opened."""
    if "content.xml" in parts and "xl/workbook.xml" not in parts:
        _prove_all(parts)
        return _open_document(parts["content.xml"])
    styles = _styles(parts.get("xl/styles.xml", b""))
    sheets = {name: _sheet(data, styles) for name, data in parts.items()}
    return {title: _with_comments(sheets[name], name, parts) for title, name in _titles(parts) if name in sheets}


def _prove_all(parts: Mapping[str, bytes]) -> None:
    for data in parts.values():
        _sheet(data, _Styles())


def _read(data: bytes, start: Callable[[str, Attributes], None], **handlers: Callable[..., None]) -> None:
    """Go through a part, names without their prefixes; raises UnreadableFile where it is no XML without a DTD."""
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, attributes: start(_local(name), attributes)
    parser.StartDoctypeDeclHandler = _refuse
    parser.XmlDeclHandler = _declared
    if end := handlers.get("end"):
        parser.EndElementHandler = lambda name: end(_local(name))
    if text := handlers.get("text"):
        parser.CharacterDataHandler = text
    try:
        parser.Parse(data, True)
    except (ExpatError, LookupError, ValueError):  # the latter two: encodings that nobody knows, numbers that are none
        raise refused(Kind.DAMAGED) from None


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _declared(_version: str, encoding: str | None, _standalone: int) -> None:
    if encoding and encoding.lower() not in _ENCODINGS:
        _refuse()


def _refuse(*_: object) -> NoReturn:
    raise refused(Kind.DAMAGED)


def check_place(row: int, column: int) -> None:
    """Raise UnreadableFile for a cell with a content beyond the limits."""
    if column >= MOST_COLUMNS:
        hint = Message("leave the columns of the roadmap alone in it, and delete the others")
        raise UnreadableFile(Message("the sheet has more than {most} columns", most=MOST_COLUMNS), hint)
    if row >= MOST_ROWS:
        hint = Message("leave the rows of the roadmap alone in it, and delete the others")
        raise UnreadableFile(Message("the sheet has more than {most} rows", most=MOST_ROWS), hint)


def _place(reference: str) -> Cell:
    """Return the row and the column of «D7»."""
    match = _REFERENCE.fullmatch(reference)
    if not match:
        _refuse()
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - 64
    return int(match[2]) - 1, column - 1


class _SheetReader:
    """Reads the sheet of an Open XML workbook."""

    def __init__(self, styles: _Styles) -> None:
        self.facts = SheetFacts()
        self._styles = styles
        self._at, self._format, self._inside = (-1, -1), "", False
        self._row, self._rows, self._cells = -1, -1, -1
        self._merged = 0

    def start(self, name: str, attributes: Attributes) -> None:
        if self._inside:  # whatever is in a cell: that there is anything makes it one
            self._inside = False
            self._content()
        elif name == "c":
            self._cell(attributes)
        elif name == "row":
            self._rows += 1
            self._row = int(attributes["r"]) - 1 if "r" in attributes else max(self._row + 1, self._rows)
            self._cells, self._at = -1, (self._row, -1)
            self.facts.hidden += attributes.get("hidden") in {"1", "true"}
        elif name == "col":
            self._width(attributes)
        elif name == "mergeCell":
            self._merged += 1
            if self._merged > MOST_MERGED:
                raise UnreadableFile(Message("the sheet has more than {most} merged ranges", most=MOST_MERGED))

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

    def _width(self, attributes: Attributes) -> None:
        first, last = int(attributes.get("min", 1)), int(attributes.get("max", 1))
        width = 0.0 if attributes.get("hidden") in {"1", "true"} else float(attributes.get("width", 9))
        for column in range(max(0, first - 1), min(last, MOST_COLUMNS)):
            self.facts.widths[column] = min(max(width, 0.0), 255) * _MM_PER_CHARACTER


def _sheet(data: bytes, styles: _Styles) -> SheetFacts:
    reader = _SheetReader(styles)
    _read(data, reader.start, end=reader.end)
    return reader.facts


def _styles(data: bytes) -> _Styles:
    """Return which formats of cells, by their numbers, have a border or show percents."""
    if not data:
        return _Styles()
    borders: list[bool] = []
    percents = set(_PERCENT)
    formats: list[Attributes] = []
    within: list[str] = []

    def start(name: str, attributes: Attributes) -> None:
        within.append(name)
        if name == "border":
            borders.append(False)
        elif within[-2:-1] == ["border"] and borders and attributes.get("style", "none") != "none":
            borders[-1] = True
        elif name == "numFmt" and "%" in attributes.get("formatCode", ""):
            percents.add(attributes.get("numFmtId", ""))
        elif name == "xf" and within[-2:-1] == ["cellXfs"]:
            formats.append(attributes)

    def end(_: str) -> None:
        within.pop()

    _read(data, start, end=end)
    ruled = {str(at) for at, on in enumerate(borders) if on}
    return _Styles(
        frozenset(str(at) for at, one in enumerate(formats) if one.get("borderId") in ruled),
        frozenset(str(at) for at, one in enumerate(formats) if one.get("numFmtId") in percents),
    )


def _elements(data: bytes, wanted: str) -> list[Attributes]:
    found: list[Attributes] = []

    def start(name: str, attributes: Attributes) -> None:
        if name == wanted:
            found.append(attributes)

    _read(data, start)
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
    places = {relation: place for relation, _, place in _related(parts, "xl/workbook.xml")}
    sheets = _elements(parts.get("xl/workbook.xml", b"<x/>"), "sheet")
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

    _read(data, start, end=lambda name: inside.clear() if name == "t" else None, text=text)
    return [(place, "".join(words)) for place, words in found]


class _OpenDocumentReader:
    """Reads all sheets of an OpenDocument workbook; one is a table in no other."""

    def __init__(self) -> None:
        self.sheets: dict[str, SheetFacts] = {}
        self._facts = SheetFacts()
        self._row, self._column = 0, 0
        self._rows, self._columns = 1, 1
        self._attributes: Attributes = {}
        self._depth = self._in_cell = self._tables = 0
        self._note: list[str] | None = None

    def start(self, name: str, attributes: Attributes) -> None:
        self._in_cell += bool(self._in_cell)
        if name == "table":
            self._table(attributes)
        elif name == "table-row":
            self._rows, self._column = _repeated(attributes, "table:number-rows-repeated"), 0
            self._facts.hidden += attributes.get("table:visibility", "visible") != "visible"
        elif name in _CELLS:
            if self._in_cell:
                _refuse()
            self._columns, self._attributes = _repeated(attributes, "table:number-columns-repeated"), attributes
            self._in_cell = 1
            if "office:value-type" in attributes or "table:formula" in attributes:
                self._content()
        elif self._in_cell == 2 and name == "annotation":
            self._note = []
        elif self._in_cell == 2:
            self._content()

    def end(self, name: str) -> None:
        if name == "table":
            self._tables -= 1
        elif name == "table-row":
            self._row += self._rows
        elif name == "annotation" and self._note is not None:
            self._facts.comments.append(((self._row, self._column), " ".join(self._note)))
            self._note = None
        if self._in_cell == 1:
            self._column += self._columns
        self._in_cell -= bool(self._in_cell)

    def text(self, words: str) -> None:
        if self._note is not None and words.strip():
            self._note.append(words.strip())

    def _table(self, attributes: Attributes) -> None:
        self._tables += 1
        if self._tables > 1:  # a table within a cell, which no office program writes
            _refuse()
        self._row = 0
        self._facts = self.sheets[attributes.get("table:name", "")] = SheetFacts()

    def _content(self) -> None:
        check_place(self._row + self._rows - 1, self._column + self._columns - 1)
        if self._attributes.get("office:value-type") == "percentage":
            self._facts.percents |= {
                (row, column)
                for row in range(self._row, self._row + self._rows)
                for column in range(self._column, self._column + self._columns)
            }
        down = _repeated(self._attributes, "table:number-rows-spanned")
        across = _repeated(self._attributes, "table:number-columns-spanned")
        if down > 1 or across > 1:
            self._facts.merged.append((self._row, self._column, self._row + down - 1, self._column + across - 1))
            if len(self._facts.merged) > 2 * MOST_MERGED:
                raise UnreadableFile(Message("the sheet has more than {most} merged ranges", most=MOST_MERGED))


def _repeated(attributes: Attributes, name: str) -> int:
    return max(1, int(attributes.get(name, "1")))


def _open_document(data: bytes) -> dict[str, SheetFacts]:
    reader = _OpenDocumentReader()
    _read(data, reader.start, end=reader.end, text=reader.text)
    return reader.sheets
