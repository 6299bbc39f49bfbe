"""Rows of the passport and of the indicators that change: «строку «Цели» паспорта изложить …» (§4)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from roadmapc.diagnostics import Message
from roadmapc.documents._passport import PassportView
from roadmapc.documents._table import NO_TEXT, CellView, TableRowView
from roadmapc.documents.amending._cells import Formula, formula, quotable, quote
from roadmapc.documents.amending._items import Change
from roadmapc.documents.amending._lines import Whole, cell_words, line_words
from roadmapc.documents.attachment import IndicatorsView
from roadmapc.plan.amending import AmendSettings


@dataclass(frozen=True)
class Grid:
    """A table of names and texts: its name in the genitive and the accusative, rows, which column names a row.

    `shape` is what no formula says: title, headings, cells of rows that are parted further.
    """

    name: str
    whole: str
    rows: tuple[tuple[str, ...], ...]
    key: int
    is_numbered: bool
    widths: tuple[int, ...]
    shape: object

    @property
    def keys(self) -> list[str]:
        """Return the names of the rows."""
        return [line_words(row[self.key]) for row in self.rows]


def passport_grid(view: PassportView) -> Grid:
    """Return the passport; a row with indicators in it has no text that a formula could change."""
    rows = tuple(
        (*((row.number,) if view.numbers else ()), row.name, row.lines[0][0].text if len(row.lines) == 1 else "")
        for row in view.grid
    )
    parted = tuple((row.name, row.lines) for row in view.grid if len(row.lines) != 1)
    shape = (view.title, view.head, view.numbers, parted)
    return Grid("паспорта", "паспорт", rows, int(view.numbers), view.numbers, view.widths, shape)


def indicators_grid(view: IndicatorsView) -> Grid:
    """Return the indicators, each named by its words."""
    key = view.kinds.index("") if "" in view.kinds else 0
    shape = (view.title, view.headings, view.kinds)
    numbered = "number" in view.kinds
    return Grid("таблицы показателей", "таблицу показателей", view.rows, key, numbered, view.widths, shape)


def grid_changes(old: Grid, new: Grid, why: Message, settings: AmendSettings) -> Iterator[Change]:
    """Yield the changes of rows, in the order of the old text; raises Whole with `why` where no formula says them."""
    if old.shape != new.shape or len(old.widths) != len(new.widths):
        raise Whole(why)
    if any(len(set(grid.keys)) < len(grid.keys) or "" in grid.keys for grid in (old, new)):
        raise Whole(why)
    yield from _GridChanges(old, new, why, settings).changes()


@dataclass(frozen=True)
class _GridChanges:
    old: Grid
    new: Grid
    why: Message
    settings: AmendSettings

    def changes(self) -> Iterator[Change]:
        for kind, a, b, c, d in SequenceMatcher(None, self.old.keys, self.new.keys, autojunk=False).get_opcodes():
            if kind == "equal":
                for was, now in zip(self.old.rows[a:b], self.new.rows[c:d], strict=True):
                    yield from self._kept(was, now)
                continue
            paired = min(b - a, d - c)
            for was, now in zip(self.old.rows[a : a + paired], self.new.rows[c : c + paired], strict=True):
                yield self._anew(was, now)
            for row in self.old.rows[a + paired : b]:
                yield Change(f"{self._named('строку', row)} {self._dropping}", Message("the row goes"))
            if added := self.new.rows[c + paired : d]:
                yield self._added(b, added)

    @property
    def _dropping(self) -> str:
        return self.settings.dropping.replace("утратившим", "утратившей")

    def _named(self, word: str, row: Sequence[str]) -> str:
        name = line_words(row[self.old.key])
        if not quotable(name, self.settings):
            raise Whole(self.why)
        return f"{word} {quote(name, self.settings)} {self.old.name}"

    def _kept(self, was: tuple[str, ...], now: tuple[str, ...]) -> Iterator[Change]:
        differ = [at for at in range(len(was)) if cell_words(was[at]) != cell_words(now[at])]
        if not differ:
            return
        if self.old.is_numbered and 0 in differ:
            raise Whole(self.why)
        texts = len(was) - 1 - self.old.is_numbered
        found = [self._formula(was[at], now[at]) for at in differ]
        is_most = texts > 1 and 2 * len(differ) >= texts
        if is_most or any(one is None or (one.anew and texts == 1) for one in found):
            yield self._anew(was, now)
            return
        for at, one in zip(differ, found, strict=True):
            assert one is not None  # told above
            row = self._named("строки" if texts > 1 else "строке" if one.within else "строку", was)
            column = f"{'графе' if one.within else 'графу'} {at + 1} " if texts > 1 else ""
            yield Change(f"{'в ' if one.within else ''}{column}{row} {one.words}", one.why)

    def _formula(self, was: str, now: str) -> Formula | None:
        return formula(cell_words(was or NO_TEXT), cell_words(now or NO_TEXT), self.settings)

    def _anew(self, was: tuple[str, ...], now: tuple[str, ...]) -> Change:
        if self.old.is_numbered and was[0] != now[0]:
            raise Whole(self.why)
        text = f"{self._named('строку', was)} изложить в следующей редакции"
        return self._with_rows(text, Message("the row is given as a whole"), [now])

    def _added(self, at: int, rows: Sequence[tuple[str, ...]]) -> Change:
        if not self.old.rows or (self.old.is_numbered and at < len(self.old.rows)):
            raise Whole(self.why)
        where = ("после строки", self.old.rows[at - 1]) if at else ("перед строкой", self.old.rows[0])
        word = "строкой" if len(rows) == 1 else "строками"
        return self._with_rows(
            f"{self._named(*where)} дополнить {word} следующего содержания", Message("rows come in"), rows
        )

    def _with_rows(self, text: str, why: Message, rows: Sequence[tuple[str, ...]]) -> Change:
        views = (tuple(CellView(self._kind(at), one or NO_TEXT) for at, one in enumerate(row)) for row in rows)
        return Change(text, why, tuple(TableRowView(cells=cells) for cells in views), widths=self.new.widths)

    def _kind(self, at: int) -> str:
        return "number" if self.old.is_numbered and at == 0 else "text"
