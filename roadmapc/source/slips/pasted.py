"""What was pasted, or left by another program: rows of a spreadsheet, marks of a merge, the end of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from roadmapc.diagnostics import Message
from roadmapc.source.slips.slip import Slip, as_value

_MARKER = re.compile(r"(<{7}|>{7}|\|{7})(?: .*)?$|={7}$")
_CELLS = re.compile(r"[\t;]")
_ROW_NUMBER = re.compile(r"[\d.]*\.?")
_COLUMNS = ("activity", "deadline", "owners", "result")
_FEWEST = 3


def merge_marker(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find the lines by which git shows two versions of a text."""
    if not _MARKER.match(lines[at]):
        return
    message = Message("two versions of the text stand here: git could not merge them")
    hint = Message("keep the lines that hold, delete the others and the three lines “<<<<<<<”, “=======”, “>>>>>>>”")
    yield Slip(at, 0, len(lines[at]), message, "", hint=hint, is_sequel=lines[at][0] != "<")


def table_row(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find a row copied out of a table: its cells are parted by tabs."""
    line = lines[at]
    cells = [cell for cell in (part.strip(" ") for part in _CELLS.split(line.strip())) if cell]
    if len(cells) < _FEWEST or (":" in cells[0] and "\t" not in line):
        return
    if _ROW_NUMBER.fullmatch(cells[0]):
        cells = cells[1:]
    indent = next((len(one) - len(one.lstrip()) for one in reversed(lines[:at]) if one.lstrip().startswith("- ")), 6)
    shown = [f"{key}: {as_value(cell)}" for key, cell in zip(_COLUMNS, cells, strict=False)]
    dashed = "\n".join(" " * indent + ("- " if number == 0 else "  ") + one for number, one in enumerate(shown))
    message = Message("a row of a table was pasted here: every cell needs its key")
    start = len(line) - len(line.lstrip())
    yield Slip(at, start, len(line.rstrip()), message, "", dashed)


def document_end(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find three dots, which end a document of YAML."""
    for one in range(at, max(at - 40, -1), -1):
        if re.fullmatch(r"\.\.\.[ ]*|…[ ]*", lines[one]):
            message = Message("a line of three dots ends the file for YAML: what follows is not read")
            yield Slip(one, 0, len(lines[one].rstrip()), message, "", hint=Message("delete the line"))
            return
