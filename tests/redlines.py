"""What tests of tracked changes share: the text of a Word file block by block, and all changes accepted or rejected."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from docx.oxml import parse_xml
from lxml.etree import _Element as Element

from roadmapc.word.package.attributes import W
from roadmapc.word.reader.tracked_changes import resolve_changes

Table = list[list[str]]
_JOINER = "\u200d"  # what LibreOffice puts into a marked row of empty cells, to keep the mark on something


def texts(data: bytes, *, reject: bool | None = None, repeated: bool = False) -> list[str | Table]:
    """Return the paragraphs with any text and the tables of a Word file, with no change left if `reject` is given.

    Tables that touch are one. A cell that is one with that above it has no words, or with `repeated` those of that.
    """
    with ZipFile(BytesIO(data)) as archive:
        root = parse_xml(archive.read("word/document.xml"))
    if reject is not None:
        resolve_changes(root, reject=reject)
    body = root.find(f"{W}body")
    assert body is not None
    found: list[str | Table] = []
    for element in body:
        if element.tag == f"{W}tbl":
            rows = _rows(element, repeated)
            if found and isinstance(found[-1], list):
                found[-1] += rows
            elif rows:
                found.append(rows)
        elif element.tag == f"{W}p" and _text(element):
            found.append(_text(element))
    return found


def is_same(data: bytes, edition: bytes, *, reject: bool | None = None) -> bool:
    """Say whether a Word file has the text of another one, cell by cell.

    What is one cell in the other may be several with the same words: where rows above it come or go.
    """
    got, once, again = texts(data, reject=reject), texts(edition), texts(edition, repeated=True)
    if len(got) != len(once):
        return False
    return all(_is_same(*blocks) for blocks in zip(got, once, again, strict=True))


def _is_same(got: str | Table, once: str | Table, again: str | Table) -> bool:
    if isinstance(got, str) or isinstance(once, str) or isinstance(again, str):
        return got == once
    shapes = [[len(row) for row in table] for table in (got, once)]
    cells = (zip(*rows, strict=True) for rows in zip(got, once, again, strict=False))
    return shapes[0] == shapes[1] and all(cell[0] in cell[1:] for row in cells for cell in row)


def _rows(table: Element, repeated: bool) -> Table:
    above: dict[int, str] = {}
    found = []
    for row in table.iter(f"{W}tr"):
        words = []
        for at, cell in enumerate(row.iter(f"{W}tc")):
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            is_further = merge is not None and merge.get(f"{W}val") != "restart"
            own = "\n".join(_text(paragraph) for paragraph in cell.iter(f"{W}p"))
            above[at] = above.get(at, "") if is_further else own
            words.append(above[at] if is_further and repeated else own)
        found.append(words)
    return found


def _text(paragraph: Element) -> str:
    signs = {f"{W}t": None, f"{W}br": "\n", f"{W}tab": "\t"}
    words = "".join(signs[str(e.tag)] or e.text or "" for e in paragraph.iter(*signs))
    return words.replace(_JOINER, "")


def marks(data: bytes) -> int:
    """Return how many revisions a Word file has."""
    with ZipFile(BytesIO(data)) as archive:
        xml = archive.read("word/document.xml")
    return xml.count(b"<w:ins ") + xml.count(b"<w:del ")
