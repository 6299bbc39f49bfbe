"""What a field of a form shows that has no text of its own: the entry that is chosen of a list, a box that is ticked.

ECMA-376, 17.16.7 (`w:checkBox`) and 17.16.9 (`w:ddList`), inside the mark with which the field begins.
"""

from __future__ import annotations

from lxml.etree import _Element as Element

from roadmapc.word.package.attributes import W, child, count, is_on, value


def shown(mark: Element) -> str:
    """Return what the field shows that begins at a mark (`w:fldChar`); nothing for any other."""
    data = child(mark, "ffData")
    if data is None or _has_text(mark):
        return ""
    entries = child(data, "ddList")
    if entries is not None:
        texts = [value(one, "val") for one in entries.iter(f"{W}listEntry")]
        chosen = child(entries, "result")
        if chosen is None:
            chosen = child(entries, "default")
        at = 0 if chosen is None else count(value(chosen, "val")) or 0
        return texts[at] if 0 <= at < len(texts) else ""
    box = child(data, "checkBox")
    if box is None:
        return ""
    ticked = child(box, "checked")
    return "☒" if is_on(child(box, "default") if ticked is None else ticked) else "☐"


def _has_text(mark: Element) -> bool:
    """Say whether a field has text of its own, between its second mark and its last."""
    run = mark.getparent()
    is_result = False
    for element in () if run is None else run.itersiblings(f"{W}r"):
        kind = value(child(element, "fldChar"), "fldCharType")
        if kind == "end":
            return False
        is_result |= kind == "separate"
        if is_result and any((one.text or "").strip() for one in element.iter(f"{W}t")):
            return True
    return False
