"""What stands below the signature of an order: who agrees to it, who has read it."""

from __future__ import annotations

import re
from typing import Any

from roadmapc.importing.material import Grid, Text
from roadmapc.importing.understanding.draft import Draft
from roadmapc.importing.understanding.persons import NAME
from roadmapc.importing.understanding.words import one_line, paragraph, squeezed

_LISTS = {
    "agreement": re.compile(r"согласован|проект .{0,60}(?:внес|визы)|визы", re.IGNORECASE),
    "acquaintance": re.compile(r"(?:с (?:приказом|распоряжением|постановлением) )?ознакомлен", re.IGNORECASE),
}
_NAMED = re.compile(rf"(?:_\s?/?\s?)?(?P<name>{NAME})[\s_/«»\"]{{0,20}}(?:20[\d_]{{0,3}}\s?г?\.?)?")


class OrderTail:
    """Reads what stands below the signature: `found` are the lists of the order by their keys; the rest is left."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.found: dict[str, Any] = {}
        self.key = ""

    def take(self, text: Text) -> None:
        """Take a paragraph: the heading of a list, a name below it."""
        words = one_line(text.text)
        key = next((key for key, pattern in _LISTS.items() if pattern.match(words)), "")
        named = None if key else _NAMED.fullmatch(squeezed(words))
        if named and self.key == "acquaintance":
            self.found.setdefault("acquaintance", []).append({"name": named["name"]})
            return
        self.key = key or self.key
        self.draft.leave("after the signature", paragraph(text), text.place)

    def person(self, person: dict[str, str], block: Text | Grid) -> None:
        """Take a post with a name."""
        if self.key == "acquaintance":
            person = {"name": person["name"], "position": person["position"]}
        if self.key:
            self.found.setdefault(self.key, []).append(person)
        else:
            self.draft.leave("after the signature", " ".join(person.values()), block.place)
