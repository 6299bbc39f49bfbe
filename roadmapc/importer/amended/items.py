"""The text of an amending order → its items: numbers, sentences, what each quotes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from roadmapc.importer.amended.texts import TextCell, TextParagraph, TextTable, WordText

_MARKED = re.compile(r"(?P<mark>\d+(?:\.\d+)*\.|\d+\)|[а-я]\d*\))\t(?P<text>.*)", re.DOTALL)


@dataclass
class Item:
    """An item: its level (1 of the order, 2 a change, 3 one of several of a unit), words, and what it quotes."""

    level: int
    text: str
    rows: list[list[TextCell]] = field(default_factory=list)
    quoted: list[str] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)


def items_of(order: WordText) -> tuple[list[Item], list[WordText]]:
    """Return the items of an order with those below them, and the attachments behind it."""
    found: list[Item] = []
    attached: list[WordText] = []
    last: Item | None = None
    for at, block in enumerate(order.blocks):
        if isinstance(block, TextParagraph) and _is_attachment(block.text) and found:
            attached = _attachments(order.blocks[at:])
            break
        if isinstance(block, TextTable):
            if last is not None and not _is_signature(block):
                last.rows += block.rows
            continue
        match = _MARKED.fullmatch(block.text)
        if match:
            last = Item(_level(match["mark"]), match["text"])
            _place(found, last)
        elif last is not None and block.text.startswith("«"):
            last.quoted.append(block.text)
    return found, attached


def _level(mark: str) -> int:
    if mark.endswith(")"):
        return 2 if mark[0].isdigit() else 3
    return mark.count(".")


def _place(found: list[Item], item: Item) -> None:
    holder = found
    for _ in range(item.level - 1):
        if not holder:
            break
        holder = holder[-1].items
    holder.append(item)


def _is_signature(table: TextTable) -> bool:
    return len(table.rows) == 1 and not table.rows[0][0].text.startswith("«")


def _is_attachment(text: str) -> bool:
    return re.match(r"Приложение( № \d+)?\nк ", text) is not None


def _attachments(blocks: list[TextParagraph | TextTable]) -> list[WordText]:
    """Return what is attached to the order, each without the mark that says so."""
    found: list[WordText] = []
    for block in blocks:
        if isinstance(block, TextParagraph) and _is_attachment(block.text) and _begins_anew(found):
            found.append(WordText())
        elif found:
            found[-1].blocks.append(block)
    return found


def _begins_anew(found: list[WordText]) -> bool:
    """Say whether a mark begins a further attachment: the one behind it is that of the base act."""
    return not found or (bool(found[-1].blocks) and any(isinstance(one, TextTable) for one in found[-1].blocks))
