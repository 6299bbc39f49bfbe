"""What the content of an OpenDocument workbook (.ods) says beside values; see `workbook_facts`.

Source: OASIS OpenDocument 1.3 part 3, 9 (tables).
"""

from __future__ import annotations

from collections.abc import Mapping

from roadmapc.importing.reading.safe_xml import Attributes, prove, read_part, refuse
from roadmapc.importing.reading.sheet_facts import MOST_MERGED, SheetFacts, check_formulas, check_merged, check_place

CONTENT = "content.xml"
_CELLS = frozenset({"table-cell", "covered-table-cell"})


def open_document_facts(parts: Mapping[str, bytes]) -> dict[str, SheetFacts]:
    """Return what is known of each sheet by its name; the other parts are seen to be sound."""
    for name, data in parts.items():
        if name != CONTENT:
            prove(data)
    reader = _OpenDocumentReader()
    read_part(parts[CONTENT], reader.start, end=reader.end, text=reader.text)
    return reader.sheets


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
                refuse()
            self._columns, self._attributes = _repeated(attributes, "table:number-columns-repeated"), attributes
            self._in_cell = 1
            if "table:formula" in attributes:
                self._formula()
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
            refuse()
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
            check_merged(len(self._facts.merged), 2 * MOST_MERGED)

    def _formula(self) -> None:
        down = max(self._rows, _repeated(self._attributes, "table:number-matrix-rows-spanned"))
        across = max(self._columns, _repeated(self._attributes, "table:number-matrix-columns-spanned"))
        self._facts.formulas.append((self._row, self._column, self._row + down - 1, self._column + across - 1))
        check_formulas(len(self._facts.formulas))


def _repeated(attributes: Attributes, name: str) -> int:
    return max(1, int(attributes.get(name, "1")))
