"""The letterhead that a form has in its body: the head of the order, in the office's own words and pictures.

It goes into documents as the office laid it out. Only what the order says of itself is put in, where the form has a
mark for it: [вид], [дата], [номер], [место]. A mark may be cut into several runs, as Word cuts texts that were edited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy

from lxml import etree
from lxml.etree import _Element as Element

from roadmapc.diagnostics import Message
from roadmapc.word.package.attributes import R, W, child, value
from roadmapc.word.package.form_facts import MARKS, Letterhead
from roadmapc.word.package.opening import parse_part
from roadmapc.word.package.unpacking import PackageError

_IGNORABLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Ignorable"
_DRAWN, _FIRST_DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr", 10_001
_CUT = "cut"
_BODY, _BODY_END = "<w:body>", "</w:body>"
_SHOWN = (f"{W}drawing", f"{W}pict", f"{W}object")
_FOREIGN = (f"{W}altChunk", f"{W}subDoc")
_READS = re.compile(r"\b(INCLUDEPICTURE|INCLUDETEXT|DDEAUTO|DDE|LINK|IMPORT|RD|DATABASE)\b", re.IGNORECASE)
"""Fields that read other files."""


def read_letterhead(main: bytes, kind_style: str) -> Letterhead | None:
    """Return the letterhead in a form's main part, or none where its body is empty; raises PackageError.

    `kind_style` is the form's id of the style for the kind of act.
    """
    given = parse_part(main)
    refuse_foreign(given)
    blocks = list(_blocks(given))
    if not any(map(_is_shown, blocks)):
        return None
    ignorable = [prefix for prefix in given.get(_IGNORABLE, "").split() if prefix in given.nsmap]
    others = {prefix: uri for prefix, uri in given.nsmap.items() if prefix not in {None, "w", "r"}}
    root = etree.Element(f"{W}document", nsmap={**others, "w": W[1:-1], "r": R[1:-1]})
    if ignorable:
        root.set(_IGNORABLE, " ".join(ignorable))
    body = etree.SubElement(root, f"{W}body")
    body.extend(deepcopy(blocks))
    for number, one in enumerate(body.iter(_DRAWN), start=_FIRST_DRAWN):
        one.set("id", str(number))  # as a rule a picture of a header has the same
    fields = _join_marks(body)
    if any(value(child(child(one, "pPr"), "pStyle")) == kind_style for one in body.iter(f"{W}p")):
        fields.add("kind")
    alone, ends_with_table = [*map(_only_mark, body)], body[-1].tag == f"{W}tbl"
    for block in list(body)[1:]:
        block.addprevious(etree.Comment(_CUT))  # there is none besides: what was parsed has no comments
    start, _, rest = etree.tostring(root, encoding="unicode").partition(_BODY)
    head = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{start}{_BODY}'
    cut = rest.rpartition(_BODY_END)[0].split(f"<!--{_CUT}-->")
    return Letterhead(head, tuple(zip(cut, alone, strict=True)), frozenset(fields), ends_with_table)


def _only_mark(block: Element) -> str:
    """Return the field whose mark is all that a paragraph shows."""
    shown = "".join(one.text or "" for one in block.iter(f"{W}t")).strip()
    is_plain = block.tag == f"{W}p" and next(block.iter(*_SHOWN), None) is None
    return next((name for name, mark in MARKS.items() if is_plain and shown == mark), "")


def _blocks(root: Element) -> Iterator[Element]:
    """Yield the blocks of a main part without its pages, and without the empty paragraphs that end it."""
    body = child(root, "body")
    blocks = [] if body is None else [one for one in body if one.tag != f"{W}sectPr"]
    for one in blocks:
        for section in list(one.iter(f"{W}sectPr")):
            above = section.getparent()
            if above is not None:
                above.remove(section)
    while blocks and not _is_shown(blocks[-1]):
        blocks.pop()
    yield from blocks


def _is_shown(block: Element) -> bool:
    """Say whether a block leaves anything on paper; an empty table may be there for its lines."""
    texts = any((one.text or "").strip() for one in block.iter(f"{W}t"))
    return texts or block.tag == f"{W}tbl" or next(block.iter(*_SHOWN), None) is not None


def refuse_foreign(root: Element) -> None:
    """Raise for what would bring in another file, of another computer too, when a document is opened."""
    found = [str(one.tag).removeprefix(W) for one in root.iter(*_FOREIGN)]
    said = "".join(one.text or "" for one in root.iter(f"{W}instrText"))
    said += "".join(f" {value(one, 'instr')} " for one in root.iter(f"{W}fldSimple"))
    found += [match[0] for match in _READS.finditer(said)]
    if found:
        raise PackageError(Message("the letterhead of the form brings in another file: {what}", what=found[0]))


def _join_marks(body: Element) -> set[str]:
    """Bring each mark into one text, and return the names of those that there are."""
    found: set[str] = set()
    for paragraph in body.iter(f"{W}p"):
        texts = [one for one in paragraph.iter(f"{W}t") if _holder(one) is paragraph]
        for name, mark in MARKS.items():
            while _join(texts, mark):
                pass
            if any(mark in (one.text or "") for one in texts):
                found.add(name)
    return found


def _holder(text: Element) -> Element | None:
    """Return the paragraph that a text belongs to: a text box has paragraphs inside a paragraph."""
    return next(text.iterancestors(f"{W}p"), None)


def _join(texts: list[Element], mark: str) -> bool:
    """Bring the first mark that is cut into the text in which it begins; say whether there was one."""
    whole = "".join(one.text or "" for one in texts)
    start = 0
    for at, one in enumerate(texts):
        own = one.text or ""
        for place in (match.start() for match in re.finditer(re.escape(mark), whole)):
            begins = start <= place < start + len(own)
            if begins and place + len(mark) > start + len(own):
                _take(texts[at + 1 :], place + len(mark) - start - len(own))
                one.text = own[: place - start] + mark
                return True
        start += len(own)
    return False


def _take(texts: list[Element], letters: int) -> None:
    """Take the first letters from the texts that follow one another."""
    for one in texts:
        own = one.text or ""
        one.text, letters = own[letters:], max(letters - len(own), 0)
