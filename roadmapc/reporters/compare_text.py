"""What differs between two plans, on the terminal: in the order of the document, then what follows from it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from roadmapc.diagnostics import Count, Message, Translate
from roadmapc.diagnostics.visible import visible, visible_lines
from roadmapc.plan.addresses import printed_address
from roadmapc.plan.changes import MovedDeadline, OwnerLoad
from roadmapc.plan.changes.comparison import Comparison
from roadmapc.plan.changes.word_diff import Piece, word_diff
from roadmapc.plan.plan import Plan, Row
from roadmapc.reporters._changes import Entry, Side, entries, headed, shift_words, template

_INLINE = 60
"""Letters of both texts that stand in one line, old → new."""
_CONTEXT = 32
"""Letters of what stayed the same, shown beside a change."""
_MOST_DAYS = 6
_STYLES = {"deleted": "red", "inserted": "green"}
_SIGNS = {"deleted": ("[-", "-]"), "inserted": ("{+", "+}")}
"""As `git diff --word-diff` writes them: colours alone are nothing on paper."""


def show(
    out: Console, found: Comparison, sides: tuple[Side, Side], today: date, translate: Translate, *, typography: bool
) -> None:
    """Print what differs; of typography alone only how much, but where it is asked for."""
    screen = _Screen(out, translate)
    screen.line(Text(f"{visible(sides[0].name)} → {visible(sides[1].name)}", "bold"), 0)
    if found.is_nothing:
        screen.line(Text(translate("nothing changed")), 0)
        return
    screen.entries(entries(found, found.words))
    if typography and found.typography:
        screen.title(Message("In typography alone"))
        screen.entries(entries(found, found.typography))
    if found.consequences.deadlines:
        screen.title(Message("Deadlines that moved"))
        for moved in found.consequences.deadlines:
            screen.line(_moved(found.new, moved, today, translate))
    if found.consequences.owners:
        screen.title(Message("Owners who gain or lose rows"))
        for load in found.consequences.owners:
            screen.line(_load(found, load, translate))
    out.print()
    screen.line(Text("; ".join(part.text(translate) for part in _sums(found, listed=typography))), 0)


class _Screen:
    """A terminal on which lines hang below what they belong to; what goes to a file keeps its lines."""

    def __init__(self, out: Console, translate: Translate) -> None:
        self.out, self.translate = out, translate

    def line(self, text: Text, indent: int = 2) -> None:
        if self.out.soft_wrap:
            self.out.print(Text(" " * indent) + text)
        else:
            self.out.print(Padding(text, (0, 0, 0, indent)))

    def title(self, words: Message) -> None:
        self.out.print()
        self.line(Text(words.text(self.translate), "bold"), 0)

    def entries(self, some: Sequence[Entry]) -> None:
        for heading, listed in headed(some):
            self.out.print()
            self.line(Text(visible(heading), "underline"), 0)
            for one in listed:
                for at, text in enumerate(_lines(one, self.translate)):
                    self.line(text, 4 if at else 2)


def _lines(one: Entry, translate: Translate) -> Iterator[Text]:
    """Yield the lines that tell of a change; the first names it."""
    change, head = one.change, Text()
    if one.address:
        head.append(f"{visible(one.address)}  ", "bold")
    head.append(visible(template(one).text(translate)))
    old, new = (_in_one_line(words) for words in (change.old, change.new))
    if one.kind == "row-moved":
        yield head.append(f": {new}")
    elif old and new and len(old) + len(new) > _INLINE:
        yield head.append(":")
        pieces = word_diff(old, new)
        if any(piece.kind == "kept" and piece.text.strip() for piece in pieces):
            yield _marked(pieces)
        else:
            yield from (_marked([piece]) for piece in pieces if piece.text.strip())
    else:
        yield head.append(": ").append_text(_arrow(old, new, one.kind))
    if change.uncertain:
        yield Text(translate("matched by likeness: see whether it is so"), "yellow")
    if one.kind == "row-added" and one.row:
        words = (one.row.deadline_text, one.row.owners_text, one.row.result)
        if cells := [visible(" ".join(word.split())) for word in words if word.strip()]:
            yield Text("; ".join(cells), "dim")


def _in_one_line(text: str) -> str:
    """Return the lines of a cell with bars between them."""
    return " / ".join(line.strip() for line in visible_lines(text).split("\n") if line.strip())


def _arrow(old: str, new: str, kind: str) -> Text:
    """Return both texts with an arrow between them; what is only gone or only new stands alone."""
    if kind.endswith(("-added", "-removed")):
        return Text(old or new, _STYLES["inserted" if new else "deleted"])
    return Text.assemble((old or "–", _STYLES["deleted"]), " → ", (new or "–", _STYLES["inserted"]))


def _marked(pieces: Sequence[Piece]) -> Text:
    """Return the words of both texts, those that differ marked; long parts that stayed are cut."""
    text = Text()
    for at, piece in enumerate(pieces):
        if piece.kind == "kept":
            text.append(_cut(piece.text, first=at == 0, last=at == len(pieces) - 1))
        else:
            before, behind = _SIGNS[piece.kind]
            text.append(f"{before}{piece.text}{behind}", _STYLES[piece.kind])
    return text


def _cut(text: str, *, first: bool, last: bool) -> str:
    """Return what stayed the same; of a long text what stands beside a change."""
    if len(text) <= 2 * _CONTEXT + 2:
        return text
    head = "" if first else text[:_CONTEXT].rpartition(" ")[0] or text[:_CONTEXT]
    tail = "" if last else text[-_CONTEXT:].partition(" ")[2] or text[-_CONTEXT:]
    return f"{head}{' ' if head else ''}…{' ' if tail else ''}{tail}"


def _moved(plan: Plan, moved: MovedDeadline, today: date, translate: Translate) -> Text:
    text = Text.assemble((f"{visible(printed_address(plan, moved.new))}  ", "bold"))
    text.append(f"{_days(moved.before)} → {_days(moved.now)}")
    if words := shift_words(moved.before, moved.now):
        text.append(f", {words.text(translate)}")
    if moved.now and max(moved.now) < today:
        text.append(f", {translate('past by now')}", "yellow")
    return text


def _days(days: Sequence[date]) -> str:
    shown = [f"{day:%d.%m.%Y}" for day in days[:_MOST_DAYS]]
    return ", ".join(shown) + (f" … ({len(days)})" if len(days) > _MOST_DAYS else "") if days else "–"


def _load(found: Comparison, load: OwnerLoad, translate: Translate) -> Text:
    text = Text.assemble((visible(" ".join(load.owner.split())), "bold"))
    gains = Message("gains {n}", n=len(load.gained)), found.new, load.gained
    loses = Message("loses {n}", n=len(load.lost)), found.old, load.lost
    told = [f"{words.text(translate)} ({_addresses(plan, rows)})" for words, plan, rows in (gains, loses) if rows]
    return text.append(f": {'; '.join(told)}")


def _addresses(plan: Plan, rows: Sequence[Row]) -> str:
    return ", ".join(visible(printed_address(plan, row)) for row in rows)


def _sums(found: Comparison, *, listed: bool) -> Iterator[Message]:
    yield Count.of("{n} change", "{n} changes", len(found.words))
    if found.uncertain:
        yield Message("matched by likeness: {n}", n=found.uncertain)
    if found.typography and listed:
        yield Message("in typography alone: {n}", n=len(found.typography))
    elif found.typography:
        yield Message("in typography alone: {n} (to list them: --typography)", n=len(found.typography))
