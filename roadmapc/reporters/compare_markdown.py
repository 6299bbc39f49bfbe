"""What differs between two plans, in Markdown for a merge request: a table «Было / Стало» for each part.

Source: “GitHub Flavored Markdown Spec” (tables; `<br>`, `<del>` and `<ins>` in cells), which GitLab reads alike. What
would be longer than GitHub takes of a comment (65,536 characters) is cut between rows, and the last line says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from roadmapc.diagnostics import Count, Message, Translate
from roadmapc.plan.addresses import printed_address
from roadmapc.plan.changes import MovedDeadline, OwnerLoad
from roadmapc.plan.changes.comparison import Comparison
from roadmapc.plan.changes.word_diff import Piece, word_diff
from roadmapc.plan.plan import Plan, Row
from roadmapc.reporters._changes import Entry, Side, entries, headed, shift_words, template
from roadmapc.reporters.markdown import escaped

LIMIT = 65_000
"""Bytes; GitHub counts characters, of which none takes less."""
_TAGS = {"deleted": "del", "inserted": "ins"}


def report(found: Comparison, sides: tuple[Side, Side], today: date, translate: Translate, *, typography: bool) -> str:
    """Return a headline, a table for each part of the document, and what follows in days and work."""
    names = " → ".join(escaped(side.name) for side in sides)
    title = escaped(" ".join((found.new.roadmap.document.title or found.new.municipality).split()))
    text = f"## {title}\n\n{names}\n"
    if found.is_nothing:
        return f"{text}\n{escaped(translate('nothing changed'))}\n"
    parts = [text, f"\n{escaped(_sums(found, translate))}\n"]
    left = LIMIT - sum(len(part.encode()) for part in parts)
    rows = [*_rows(found, today, translate, typography=typography)]
    for at, (head, row) in enumerate(rows):
        part = (head if at == 0 or rows[at - 1][0] != head else "") + row
        left -= len(part.encode(errors="replace"))
        if left < 0:
            n = len(rows) - at
            words = Count.of("{n} more change does not fit in here", "{n} more changes do not fit in here", n)
            return "".join([*parts, f"\n{escaped(words.text(translate))}\n"])
        parts.append(part)
    return "".join(parts)


def _rows(found: Comparison, today: date, translate: Translate, *, typography: bool) -> Iterator[tuple[str, str]]:
    """Yield the rows of all tables, each with the heading of its own."""
    for heading, some in headed(entries(found, found.words)):
        yield from ((_head(heading, translate), _row(one, translate)) for one in some)
    if typography:
        title = translate("In typography alone")
        for heading, some in headed(entries(found, found.typography)):
            yield from ((_head(f"{title}: {heading}", translate), _row(one, translate)) for one in some)
    columns = (translate("Row"), translate("Was"), translate("Is now"), translate("Difference"))
    head = _table(translate("Deadlines that moved"), columns)
    for moved in found.consequences.deadlines:
        yield head, _moved(found.new, moved, today, translate)
    head = _table(
        translate("Owners who gain or lose rows"), (translate("Owner"), translate("Gains"), translate("Loses"))
    )
    for load in found.consequences.owners:
        yield head, _load(found, load)


def _head(heading: str, translate: Translate) -> str:
    return _table(heading, (translate("Row"), translate("What"), translate("Was"), translate("Is now")))


def _table(heading: str, columns: Sequence[str]) -> str:
    return (
        f"\n### {escaped(' '.join(heading.split()))}\n\n{_cells(map(escaped, columns))}{_cells('---' for _ in columns)}"
    )


def _cells(cells: Iterator[str] | map[str]) -> str:
    return f"| {' | '.join(cells)} |\n"


def _row(one: Entry, translate: Translate) -> str:
    change = one.change
    old, new = change.old.strip(), change.new.strip()
    pieces = word_diff(old, new) if old and new else ()
    label = escaped(template(one).text(translate))
    if change.uncertain:
        label += f"<br>*{escaped(translate('matched by likeness: see whether it is so'))}*"
    before = _marked(pieces, "inserted") if pieces else escaped(old)
    after = _marked(pieces, "deleted") if pieces else escaped(new)
    if one.kind == "row-added" and one.row:
        after = "<br>".join([after, *(escaped(words) for words in _further(one.row))])
    return _cells(iter((escaped(one.address), label, before or "–", after or "–")))


def _further(row: Row) -> list[str]:
    return [words.strip() for words in (row.deadline_text, row.owners_text, row.result) if words.strip()]


def _marked(pieces: Sequence[Piece], without: str) -> str:
    """Return one side of two texts, with what the other has not marked."""
    found = []
    for piece in pieces:
        if piece.kind == without:
            continue
        words = escaped(piece.text)
        tag = _TAGS.get(piece.kind)
        found.append(f"<{tag}>{words}</{tag}>" if tag and words.strip() else words)
    return "".join(found)


def _moved(plan: Plan, moved: MovedDeadline, today: date, translate: Translate) -> str:
    words = shift_words(moved.before, moved.now)
    told = [words.text(translate)] if words else []
    told += [translate("past by now")] if moved.now and max(moved.now) < today else []
    days = ("<br>".join(f"{day:%d.%m.%Y}" for day in side) or "–" for side in (moved.before, moved.now))
    return _cells(iter((escaped(printed_address(plan, moved.new)), *days, escaped(", ".join(told)))))


def _load(found: Comparison, load: OwnerLoad) -> str:
    sides = ((found.new, load.gained), (found.old, load.lost))
    rows = (", ".join(escaped(printed_address(plan, row)) for row in some) for plan, some in sides)
    return _cells(iter((escaped(load.owner), *rows)))


def _sums(found: Comparison, translate: Translate) -> str:
    parts: list[Message] = [Count.of("{n} change", "{n} changes", len(found.words))]
    if found.uncertain:
        parts.append(Message("matched by likeness: {n}", n=found.uncertain))
    if found.typography:
        parts.append(Message("in typography alone: {n}", n=len(found.typography)))
    return "; ".join(part.text(translate) for part in parts)
