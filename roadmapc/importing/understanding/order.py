"""The order (приказ): where it stands in a file, and its head, items, signature and lists put together."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

from roadmapc.importing.material import Grid, Text
from roadmapc.importing.understanding.approval import begins_attachment
from roadmapc.importing.understanding.draft import MARK, Draft
from roadmapc.importing.understanding.order_head import OrderHead
from roadmapc.importing.understanding.order_items import OrderItems, numbered
from roadmapc.importing.understanding.order_tail import OrderTail
from roadmapc.importing.understanding.persons import signature_at
from roadmapc.importing.understanding.words import is_right, one_line, texts_of

_ACT = r"(?:приказываю|приказывает|постановляю|постановляет|распоряжаюсь|обязываю|решил[аи]?|предлагаю)"
_RESOLUTION = re.compile(rf"\b(?P<word>{_ACT}) ?:?$", re.IGNORECASE)


class OrderText(NamedTuple):
    """The order's blocks: where its resolution is, where it ends, which tables of a plan stand among its items."""

    resolution: int
    end: int
    inside: tuple[int, ...] = ()


def find_order(blocks: Sequence[Text | Grid]) -> OrderText | None:
    """Return where the order is: from the first block to its signature, or to the first attachment."""
    resolution = None
    for at, block in enumerate(blocks):
        if isinstance(block, Grid):
            if block.ruled and len(block.rows) > 2:
                break
        elif begins_attachment(block):
            break
        elif _RESOLUTION.search(one_line(block.text)):
            resolution = at
            break
    if resolution is None:
        return None
    inside: tuple[int, ...] = ()
    for at in range(resolution + 1, len(blocks)):
        block = blocks[at]
        if begins_attachment(block):
            return OrderText(resolution, at, inside)
        signed = signature_at(blocks, at)
        if signed:
            return OrderText(resolution, _tail(blocks, at + signed.blocks), inside)
        if isinstance(block, Grid) and block.ruled and len(block.rows) > 2:
            if not _goes_on_behind(blocks, at):
                return OrderText(resolution, at, inside)
            inside = (*inside, at)
    return OrderText(resolution, len(blocks), inside)


def _goes_on_behind(blocks: Sequence[Text | Grid], at: int) -> bool:
    """Tell whether the items of an order go on behind a table: a number follows, and then the signature."""
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if not isinstance(following, Text) or numbered(following)[0] is None:
        return False
    return any(signature_at(blocks, place) for place in range(at + 2, min(at + 12, len(blocks))))


def _tail(blocks: Sequence[Text | Grid], at: int) -> int:
    """Return where what stands below an order's signature ends: who agrees, who has read it, who has written it."""
    while at < len(blocks):
        block = blocks[at]
        if isinstance(block, Grid):
            if block.ruled or begins_attachment(block):
                break
        elif (
            begins_attachment(block)
            or block.align == "center"
            or block.bold
            or is_right(block)
            or len(block.words) > 200
        ):
            break
        at += 1
    return at


def read_order(blocks: Sequence[Text | Grid], found: OrderText, draft: Draft) -> dict[str, Any]:
    """Return the order; what has no place in it is left."""
    resolution = blocks[found.resolution]
    assert isinstance(resolution, Text)  # so it was found
    match = _RESOLUTION.search(one_line(resolution.text))
    assert match is not None
    order = OrderHead(draft).read(blocks[: found.resolution])
    before = match.string[: match.start()].strip()
    preamble = [one for one in (order.pop("preamble"), before) if one]
    order["preamble"] = "\n\n".join(preamble) or None
    closes = bool(before) or (match["word"].islower() and bool(preamble))
    order["resolution"] = match["word"].lower() if closes else match["word"]
    behind = range(found.resolution + 1, found.end)
    order |= _behind([blocks[at] for at in behind if at not in found.inside], draft)
    order["subject"] = order["subject"] or f"{MARK} заголовок приказа"
    draft.decide("order", order["subject"], 0.95 if order.get("name") else 0.8, resolution.place)
    return {key: value for key, value in order.items() if value}


def _behind(blocks: Sequence[Text | Grid], draft: Draft) -> dict[str, Any]:
    """Return what stands behind the resolution: items, the first signature, what is below it."""
    items, tail = OrderItems(), OrderTail(draft)
    signature: dict[str, str] | None = None
    at = 0
    while at < len(blocks):
        signed = signature_at(blocks, at)
        if signed:
            person = {"position": signed.post, "name": signed.name}
            if signature:
                tail.person(person, blocks[at])
            signature = signature or person
            at += signed.blocks
            continue
        for text in texts_of(blocks[at]):
            (tail if signature else items).take(text)
        at += 1
    missing = {"position": f"{MARK} должность", "name": f"{MARK} подпись"}
    return {
        "items": items.values or [f"{MARK} пункты приказа"],
        "signature": signature or missing,
        **tail.found,
    }
