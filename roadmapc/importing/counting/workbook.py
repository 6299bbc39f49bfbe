"""The words of a workbook: its cells as they are shown, its comments, headers and footers."""

from __future__ import annotations

from roadmapc.importing.counting.cell_formats import CellFormats
from roadmapc.importing.counting.names import R_ID, S
from roadmapc.importing.counting.parts import Package
from roadmapc.importing.counting.scanner import Attributes, Scanner, is_on
from roadmapc.importing.counting.shared_texts import texts
from roadmapc.importing.counting.sheet import Sheet
from roadmapc.importing.counting.word_count import Tally, WordCount


class Workbook:
    """The words of a workbook, sheet by sheet in their order."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._tally = Tally()

    def count(self) -> WordCount:
        """Return how often each word stands in it; raises `PackageError`."""
        main = self._package.main
        sheets = _Sheets()
        sheets.read(self._package.main_part)
        formats = CellFormats(self._package.first(main, "styles"), since_1904=sheets.since_1904)
        strings = texts(self._package.first(main, "sharedStrings"), S + "si")
        related = self._package.related(main)
        for name, hidden in sheets.found:
            if name in related:
                self._sheet(related[name].part, Sheet(self._tally, strings, formats, hidden=hidden))
        return self._tally.count()

    def _sheet(self, name: str, sheet: Sheet) -> None:
        data = self._package.part(name)
        if data is None:
            return
        sheet.read(data)
        for text in texts(self._package.first(name, "comments"), S + "comment"):
            self._tally.line("comment", text)


class _Sheets(Scanner):
    """Reads which sheets there are: the id of each, and whether it is hidden."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, bool]] = []
        self.since_1904 = False
        self.starts = {S + "sheet": self._sheet, S + "workbookPr": self._properties}

    def _sheet(self, attributes: Attributes) -> None:
        self.found.append((attributes.get(R_ID, ""), attributes.get("state", "visible") != "visible"))

    def _properties(self, attributes: Attributes) -> None:
        self.since_1904 = is_on(attributes.get("date1904", "0"))
