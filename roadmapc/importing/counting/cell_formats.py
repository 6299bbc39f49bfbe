"""Which cells of a workbook show a day, and which day a number is."""

from __future__ import annotations

import re
from datetime import date, timedelta

from roadmapc.importing.counting.names import S
from roadmapc.importing.counting.scanner import Attributes, Scanner, integer

_DATES = frozenset((*range(14, 18), 22, *range(27, 37), *range(50, 59)))
"""Formats of days that every workbook has, those of other countries too (ECMA-376 part 1, 18.8.30)."""

_LITERAL = re.compile(r'"[^"]*"|\[[^\]]*\]|\\.|_.|\*.')
_DAY_OR_YEAR = re.compile("[dy]", re.IGNORECASE)
_MONTH = re.compile("m", re.IGNORECASE)
_TIME = re.compile("[hs]", re.IGNORECASE)
_ISO_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_FIRST_OF_1900, _FIRST_OF_1904 = date(1899, 12, 30), date(1904, 1, 1)
_NEVER = 60
"""The number of 29 February 1900, which Excel believes in."""


class CellFormats(Scanner):
    """Reads the part of styles."""

    def __init__(self, data: bytes | None, *, since_1904: bool) -> None:
        super().__init__()
        self._since_1904 = since_1904
        self._codes: dict[int, str] = {}
        self._formats: list[int] = []
        self.starts = {
            S + "numFmt": self._code,
            S + "cellXfs": lambda _: self._formats.clear(),
            S + "cellStyleXfs": lambda _: self.skip(),
            S + "dxfs": lambda _: self.skip(),
            S + "xf": self._format,
        }
        if data is not None:
            self.read(data)
        self._dates = {str(at) for at, number in enumerate(self._formats) if self._is_date(number)}

    def shown(self, number: str, style: str | None) -> str:
        """Return a number as a cell of a style shows it: as it is written, or a day as dd.mm.yyyy."""
        if style not in self._dates:
            return number
        try:
            return self._day(int(float(number)))
        except (ValueError, OverflowError):
            return number

    def _day(self, number: int) -> str:
        if self._since_1904:
            day = _FIRST_OF_1904 + timedelta(number)
        elif number == _NEVER:
            return "29.02.1900"
        else:
            day = _FIRST_OF_1900 + timedelta(number + (number < _NEVER))
        return written(day)

    def _code(self, attributes: Attributes) -> None:
        number = integer(attributes.get("numFmtId"))
        if number is not None:
            self._codes[number] = attributes.get("formatCode", "")

    def _format(self, attributes: Attributes) -> None:
        self._formats.append(integer(attributes.get("numFmtId")) or 0)

    def _is_date(self, number: int) -> bool:
        code = self._codes.get(number)
        if code is None:
            return number in _DATES
        code = _LITERAL.sub("", code)
        return bool(_DAY_OR_YEAR.search(code) or (_MONTH.search(code) and not _TIME.search(code)))


def written(day: date) -> str:
    """Return a day as dd.mm.yyyy."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def iso_day(text: str) -> str:
    """Return a day that is written as 2024-05-31 as dd.mm.yyyy; any other text is returned as it is."""
    found = _ISO_DATE.match(text)
    return f"{found[3]}.{found[2]}.{found[1]}" if found else text
