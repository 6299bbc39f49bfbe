"""An item of an amending order: its sentence, what it quotes, the items below it, and why it is said so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from roadmapc.diagnostics import Message
from roadmapc.documents._table import TableRowView

_LETTERS = "абвгдежзиклмнопрстуфхцчшщэюя"


@dataclass(frozen=True, slots=True)
class Change:
    """A change in words: `text` is the sentence without its number and its end.

    `quoted` are paragraphs, or `rows` the rows of a table, that stand in quotes behind it; `of` is the unit of the plan
    whose changes stand together («пункт 2.3»), with the sentence for when the unit is named above it.
    `widths` are those of the rows, in millimetres, where they are of no table of the plan.
    """

    text: str
    why: Message
    rows: tuple[TableRowView, ...] = ()
    quoted: tuple[str, ...] = ()
    of: str = ""
    short: str = ""
    items: tuple[Change, ...] = ()
    widths: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ItemView:
    """A line of the order: its number, its words with their end; the name of the table that follows, or none.

    `level` is 1 for items of the order, 2 for changes, 3 for changes of one unit; `more` are further paragraphs.
    """

    number: str
    text: str
    level: int
    rows: tuple[TableRowView, ...] = ()
    more: tuple[str, ...] = ()
    widths: tuple[int, ...] = ()


def together(found: Sequence[Change]) -> tuple[Change, ...]:
    """Return changes in which those of one unit that follow one another stand below it: «в пункте 2.3:»."""
    kept: list[Change] = []
    for change in found:
        last = kept[-1] if kept else None
        if last and change.of and change.of == last.of:
            items = last.items or (replace(last, text=last.short),)
            below = (*items, replace(change, text=change.short))
            kept[-1] = Change(last.of, last.why, of=last.of, items=below)
        else:
            kept.append(change)
    return tuple(kept)


def numbered(changes: Sequence[Change], above: str, *, decimal: bool) -> Iterator[ItemView]:
    """Yield the lines of changes: «1)» and «а)», or «1.1.» and «1.1.1.»; each ends with «;», the last with «.»."""
    for n, change in enumerate(changes, 1):
        number = f"{above}{n}." if decimal else f"{n})"
        end = "." if n == len(changes) else ";"
        if change.items:
            yield ItemView(number, f"{change.text}:", 2)
            for m, inner in enumerate(change.items, 1):
                letter = f"{number}{m}." if decimal else f"{_letter(m)})"
                last = end if m == len(change.items) else ";"
                yield _line(letter, inner, 3, last)
        else:
            yield _line(number, change, 2, end)


def _letter(n: int) -> str:
    return _LETTERS[n - 1] if n <= len(_LETTERS) else f"{_LETTERS[(n - 1) % len(_LETTERS)]}{(n - 1) // len(_LETTERS)}"


def _line(number: str, change: Change, level: int, end: str) -> ItemView:
    if change.rows:
        return ItemView(number, f"{change.text}:", level, quoted_rows(change.rows, end), widths=change.widths)
    if change.quoted:
        *before, last = (f"«{change.quoted[0]}", *change.quoted[1:])
        return ItemView(number, f"{change.text}:", level, more=(*before, f"{last}»{end}"))
    return ItemView(number, f"{change.text}{end}", level)


def quoted_rows(rows: Sequence[TableRowView], end: str) -> tuple[TableRowView, ...]:
    """Return rows in quotes: « in the first cell, » and the end of the item in the last: no quote stands alone."""
    found = [*rows]
    found[0] = _marked(found[0], "«", "")
    found[-1] = _marked(found[-1], "", f"»{end}")
    return tuple(found)


def _marked(row: TableRowView, before: str, behind: str) -> TableRowView:
    if row.section is not None:
        section = row.section
        if before and section.number and section.cell:
            section = replace(section, number=before + section.number)
        elif before and (section.number or section.title):
            field = "number" if section.number else "title"
            section = replace(section, **{field: before + getattr(section, field)})
        elif before:
            section = replace(section, task=before + section.task)
        if behind:
            field = "task" if section.task else "title"
            section = replace(section, **{field: getattr(section, field) + behind})
        return TableRowView(section)
    cells = [*row.cells]
    if before:
        cells[0] = replace(cells[0], text=before + cells[0].text)
    if behind:
        cells[-1] = replace(cells[-1], text=cells[-1].text + behind)
    return TableRowView(cells=tuple(cells))
