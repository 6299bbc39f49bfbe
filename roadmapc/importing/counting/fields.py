"""Fields: their results print, their code does not."""

from __future__ import annotations

from roadmapc.importing.counting.names import W
from roadmapc.importing.counting.scanner import Attributes, Scanner

_PAGE_NUMBERS = frozenset({"PAGE", "NUMPAGES", "SECTIONPAGES"})
_ENOUGH = 50
"""Characters of a code that have its first word, which says what it is."""


class _Field:
    code = ""
    in_code = True
    left_out = True


class Fields:
    """The fields that are open; `left_out` says whether text is part of a code, or of a page number in a header.

    `ignored` reads on as if there were none: for a part in which a field has no end, so that nothing is swallowed.
    """

    def __init__(self, *, page_numbers: bool, ignored: bool = False) -> None:
        self.left_out = 0
        self.in_code = 0
        self._page_numbers = page_numbers
        self._ignored = ignored
        self._open: list[_Field] = []
        self._simple: list[bool] = []

    @property
    def unfinished(self) -> bool:
        """Whether a field has begun whose code does not end."""
        return self.in_code > 0

    def listen(self, scanner: Scanner) -> None:
        """Hear of the fields that a part has."""
        if self._ignored:
            return
        scanner.starts[W + "fldChar"] = self._character
        if not self._page_numbers:
            scanner.starts[W + "fldSimple"] = self._begin_simple
            scanner.ends[W + "fldSimple"] = self._end_simple
            scanner.starts[W + "instrText"] = scanner.clear
            scanner.ends[W + "instrText"] = lambda: self._code(scanner.taken())

    def _character(self, attributes: Attributes) -> None:
        kind = attributes.get(W + "fldCharType")
        if kind == "begin":
            self._open.append(_Field())
            self.left_out += 1
            self.in_code += 1
        elif kind == "separate" and self._open and self._open[-1].in_code:
            self._separate(self._open[-1])
        elif kind == "end" and self._open:
            field = self._open.pop()
            self.left_out -= field.left_out
            self.in_code -= field.in_code

    def _separate(self, field: _Field) -> None:
        field.in_code = False
        self.in_code -= 1
        if self._page_numbers or not _is_page_number(field.code):
            field.left_out = False
            self.left_out -= 1

    def _code(self, text: str) -> None:
        if self._open and self._open[-1].in_code and len(self._open[-1].code) < _ENOUGH:
            self._open[-1].code += text

    def _begin_simple(self, attributes: Attributes) -> None:
        left_out = _is_page_number(attributes.get(W + "instr", ""))
        self._simple.append(left_out)
        self.left_out += left_out

    def _end_simple(self) -> None:
        self.left_out -= self._simple.pop()


def _is_page_number(code: str) -> bool:
    return (code.upper().split() or [""])[0] in _PAGE_NUMBERS
