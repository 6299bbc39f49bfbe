"""The items of an order with those below them, by the numbers that they print."""

from __future__ import annotations

import re
from typing import Any

from roadmapc.importing.material import Text
from roadmapc.importing.understanding.words import is_item, paragraph

_ITEM_NUMBER = re.compile(
    r"\s*(?P<number>\d{1,2}(?:\.\d{1,2})*)(?P<end>[.)]?)(?:\s+|(?=[А-ЯЁ]))(?P<text>\S.*)", re.DOTALL
)


class OrderItems:
    """Takes the paragraphs behind the resolution one by one and puts them below each other."""

    def __init__(self) -> None:
        self._items: list[dict[str, Any]] = []
        self._open: list[list[dict[str, Any]]] = [self._items]
        self._end = ""  # what the numbers of the items end in: «1)» below «1.» is a list

    @property
    def values(self) -> list[Any]:
        """Return the items as the format writes them."""
        return [_plain(item) for item in self._items]

    def take(self, text: Text) -> None:
        """Take a paragraph: a numbered one is an item, any other goes on in the item before."""
        number, words = numbered(text)
        if number and self._end and self._end != _end_of(text) and "." not in number:
            number = None
        if number:
            self._end = self._end or _end_of(text)
            self._add(min(number.count(".") + 1, len(self._open) + bool(self._items)), {"text": words})
        elif self._items:
            self._open[-1][-1]["text"] += ("\n" if is_item(text) else "\n\n") + paragraph(text)
        else:
            self._items.append({"text": paragraph(text)})

    def _add(self, depth: int, item: dict[str, Any]) -> None:
        while len(self._open) < depth:
            self._open.append(self._open[-1][-1].setdefault("items", []))
        self._open = self._open[:depth]
        self._open[-1].append(item)


def _end_of(text: Text) -> str:
    """Return what the number of a paragraph ends in: «.» or «)»."""
    match = re.match(r"\s*[\d.]*\d(?P<end>[.)]?)", text.mark or text.text)
    return match["end"] or "." if match else "."


def numbered(text: Text) -> tuple[str | None, str]:
    """Return the number of an item without its last point, and its text."""
    if re.fullmatch(r"\d{1,2}(?:\.\d{1,2})*[.)]?", text.mark):
        return text.mark.rstrip(".)"), paragraph(text._replace(mark=""))
    typed = None if text.mark else _ITEM_NUMBER.match(text.text)
    if typed and not typed["end"] and "." not in typed["number"]:
        typed = None
    if typed:
        return typed["number"], paragraph(text._replace(text=typed["text"]))
    return None, ""


def _plain(item: dict[str, Any]) -> Any:
    if "items" not in item:
        return item["text"]
    return {"text": item["text"], "items": [_plain(one) for one in item["items"]]}
