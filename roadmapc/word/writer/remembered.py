"""What of a document has been written before: cells that repeat are written, and proved well-formed, once."""

from __future__ import annotations

from collections.abc import Iterable


class RowXml(bytes):
    """A row as it is written; `new` is the row without the cells that have been written before."""

    new: bytes


def new_in(parts: Iterable[bytes]) -> bytes:
    """Return parts of a document without cells that have stood in it before: two thirds of what all documents hold.

    What is well-formed without them is so with them: each is one element, which has been read where it stood first.
    """
    return b"".join([part.new if type(part) is RowXml else part for part in parts])


class Remembered:
    """What was written for tables of one shape, which a document may have many of: a page for each year.

    Cells are known by their identity: the document keeps them, so none comes twice.
    """

    def __init__(self) -> None:
        # what most cells and paragraphs begin with: by column and whether it stands in the middle; by style and look
        self.opened: dict[tuple[int, bool], str] = {}
        self.starts: dict[tuple[str, bool, str], str] = {}
        # cells, of each column and by the cell: by whether the row is kept, and its kind
        self.done: dict[tuple[bool, str], list[dict[int, bytes]]] = {}
        self.long: set[bytes | None] = set()  # cells that a page may not well hold, as they are written
        self.heights: dict[int, int] = {}  # of cells of upright text, in letters
