"""Reading Word files: what each reader keeps of words, numbers and tables, and how long it takes.

The files are the samples of the tests: content controls, tracked changes, merged cells, automatic numbers. What they
hold is told by the count of words and by the raw elements. docx2python and mammoth are no dependencies, not even of
development: where they are not installed the table says so. `pip install docx2python mammoth`, and pandoc's program.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

import docx
from docx.text.paragraph import Paragraph
from lxml import etree, html

from benchmarks.paired import compare, table
from roadmapc.importing.counting import counted, words_of
from roadmapc.importing.material import Grid, Material
from roadmapc.importing.reading.from_word import read_word
from tests.importing.test_samples_are_files import NAMES, made

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Cells = Counter[tuple[int, str]]
"""Cells with words: the column in which one begins, its words."""


class Seen(NamedTuple):
    """What a reader gives of a file: its text, and the cells of its tables."""

    text: str
    cells: Cells


class Kept(NamedTuple):
    """Shares of what the files hold, from 0 to 1."""

    words: float
    numbers: float
    cells: float


def main() -> None:
    """Print the table."""
    files = [made(name) for name in NAMES]
    print(f"Reading {len(files)} Word files (time: medians of paired runs against python-docx's own walk)")
    rows = []
    for name, read in READERS.items():
        if name not in missing():
            kept = _kept(read, files)
            ours, theirs, _ = compare(partial(_all, read, files), partial(_all, python_docx, files), 5)
            shares = (f"{share:.1%}" for share in kept)
            rows.append((name, *shares, f"{ours * 1e3:.0f}", f"{ours / theirs:.2f}"))
        else:
            rows.append((name, "not installed", "", "", "", ""))
    print(table(("reader", "words kept", "numbers kept", "cells in their column", "ms", "of python-docx"), rows))


def _all(read: Callable[[bytes], Seen], files: list[bytes]) -> None:
    for data in files:
        read(data)


def missing() -> set[str]:
    """Return the readers that are not installed."""
    found = {name for name in ("docx2python", "mammoth") if find_spec(name) is None}
    return found if shutil.which("pandoc") else found | {"pandoc"}


def _kept(read: Callable[[bytes], Seen], files: list[bytes]) -> Kept:
    kept, all_there = [0, 0, 0], [0, 0, 0]
    for data in files:
        count, seen = counted(data), read(data)
        words = count.printed + sum((one for kind, one in count.aside.items() if kind != "deleted"), Counter())
        found = Counter(words_of(seen.text))
        there = raw_cells(data)
        shared = ((words & found).total(), (count.numbers & (found - words)).total(), (there & seen.cells).total())
        kept = [sum(pair) for pair in zip(kept, shared, strict=True)]
        totals = (words.total(), count.numbers.total(), there.total())
        all_there = [sum(pair) for pair in zip(all_there, totals, strict=True)]
    return Kept(*(one / other for one, other in zip(kept, all_there, strict=True)))


def raw_cells(data: bytes) -> Cells:
    """Return the cells of the outermost tables by their raw elements."""
    with ZipFile(BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    found: Cells = Counter()
    for row in root.iter(f"{W}tr"):
        if len([*row.iterancestors(f"{W}tbl")]) > 1 or row.find(f"{W}trPr/{W}del") is not None:
            continue
        at = int(_value(row.find(f"{W}trPr/{W}gridBefore"), "0"))
        for cell in row.iter(f"{W}tc"):
            if next(cell.iterancestors(f"{W}tr")) is row:
                found.update(_cell(at, "".join(_texts(cell))))
                at += int(_value(cell.find(f"{W}tcPr/{W}gridSpan"), "1"))
    return found


def _value(element: etree._Element | None, default: str) -> str:
    return default if element is None else str(element.get(f"{W}val"))


def _texts(cell: etree._Element) -> Iterator[str]:
    for one in cell.iter(f"{W}t", f"{W}p", f"{W}br", f"{W}tab", f"{W}noBreakHyphen"):
        gone = any(up.tag in (f"{W}del", f"{W}moveFrom", f"{W}txbxContent") for up in one.iterancestors())
        if not gone:
            yield one.text or "" if one.tag == f"{W}t" else " "


def _cell(column: int, text: str) -> Cells:
    words = " ".join(words_of(text))
    return Counter({(column, words): 1}) if words else Counter()


def roadmapc(data: bytes) -> Seen:
    """Read by our reader."""
    material = read_word(data)
    texts = [text.words for text in material.texts] + [one.text for one in material.asides if one.kind != "deleted"]
    return Seen("\n".join(texts), sum(_cells_of(material), Counter()))


def _cells_of(material: Material) -> Iterator[Cells]:
    for block in material.blocks:
        for row in block.rows if isinstance(block, Grid) else ():
            for cell in row.cells:
                yield _cell(cell.column, " ".join(text.text for text in cell.texts))


def python_docx(data: bytes) -> Seen:
    """Read as python-docx's manual walks a document."""
    texts: list[str] = []
    cells: Cells = Counter()
    for block in docx.Document(BytesIO(data)).iter_inner_content():
        if isinstance(block, Paragraph):
            texts.append(block.text)
            continue
        for row in block.rows:
            before = None
            for at, cell in enumerate(row.cells, row.grid_cols_before):
                if cell is not before:  # a merged cell comes once for each of its columns
                    texts.append(cell.text)
                    cells.update(_cell(at, cell.text))
                before = cell
    return Seen("\n".join(texts), cells)


def pandoc(data: bytes) -> Seen:
    """Read by pandoc's program, to a page."""
    command = ["pandoc", "-f", "docx", "-t", "html", "--wrap=none"]
    return _page(subprocess.run(command, input=data, capture_output=True, check=True).stdout.decode())


def mammoth(data: bytes) -> Seen:
    """Read by mammoth, to a page."""
    return _page(import_module("mammoth").convert_to_html(BytesIO(data)).value)


def docx2python(data: bytes) -> Seen:
    """Read by docx2python: everything is a table there."""
    with import_module("docx2python").docx2python(BytesIO(data)) as found:
        cells: Cells = Counter()
        for grid in found.body:
            for row in grid if len(grid) > 1 or len(grid[0]) > 1 else ():
                for at, cell in enumerate(row):
                    cells.update(_cell(at, _plain("\n".join(cell))))
        try:
            text = found.text
        except KeyError:  # it stumbles over a part with notes that does not name the namespace of relations
            text = "\n".join(line for grid in found.body for row in grid for cell in row for line in cell)
        return Seen(_plain(text), cells)


def _plain(text: str) -> str:
    return re.sub(r"-{4}(?:foot|end)note\d+-{4}|<[^>]*>|^\s*--\t", " ", text, flags=re.MULTILINE)


def _page(text: str) -> Seen:
    """Return the text of a page, and the cells of its tables."""
    parted = re.sub("<(p|br|li|td|th|h[1-6])", r" <\1", text)
    root = html.fromstring(f"<div>{parted}</div>")
    cells: Cells = Counter()
    for grid in root.iter("table"):
        taken: set[tuple[int, int]] = set()
        for number, row in enumerate(grid.iter("tr")):
            at = 0
            for cell in row.iter("td", "th"):
                while (number, at) in taken:
                    at += 1
                across, down = int(cell.get("colspan", 1)), int(cell.get("rowspan", 1))
                taken |= {(number + y, at + x) for y in range(down) for x in range(across)}
                cells.update(_cell(at, "".join(map(str, cell.itertext()))))
    return Seen("".join(map(str, root.itertext())), cells)


READERS: dict[str, Callable[[bytes], Seen]] = {
    "roadmapc": roadmapc,
    "python-docx": python_docx,
    "docx2python": docx2python,
    "mammoth": mammoth,
    "pandoc": pandoc,
}
