"""Two editions of a table → the changes of its rows, in the order of the amended text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby

from roadmapc.diagnostics import Message
from roadmapc.documents._table import TableRowView, sourced_rows
from roadmapc.documents.amending._cells import Formula, formula
from roadmapc.documents.amending._items import Change
from roadmapc.documents.amending._names import ACCUSATIVE, GENITIVE, INSTRUMENTAL, PREPOSITIONAL, Names
from roadmapc.plan.amending import AmendSettings
from roadmapc.plan.changes.paired_tables import PairedTables
from roadmapc.plan.columns import printed_columns
from roadmapc.plan.plan import PlanSection, Row
from roadmapc.russian.normal_form import normal_form

Source = Row | PlanSection


class Whole(Exception):
    """A document that changes in a way that cannot be said by parts: it is given in a new edition, and this is why."""

    def __init__(self, why: Message) -> None:
        super().__init__(str(why))
        self.why = why


@dataclass(frozen=True, slots=True)
class _Line:
    """A printed row with the row or section that it is of; `old` is the old line that it was, if it was there."""

    view: TableRowView
    source: Source
    is_task: bool


@dataclass(frozen=True)
class TableChanges:
    """Finds the changes of one table."""

    tables: PairedTables
    names: Names
    settings: AmendSettings

    def changes(self) -> Iterator[Change]:
        """Yield the changes; raises Whole where the table's shape is another or most of its rows are."""
        self._require_shape()
        yield from self._headings()
        yield from self._rows()

    def _require_shape(self) -> None:
        former, latter = self.tables.former, self.tables.latter
        columns = [[(one.kind, one.key) for one in printed_columns(table)] for table in (former, latter)]
        if columns[0] != columns[1]:
            raise Whole(Message("the columns of the table are others"))
        settings = (former.source.table, latter.source.table)
        if len({(one.head, one.column_numbers, one.section_number) for one in settings}) > 1:
            raise Whole(Message("the head of the table is another"))
        if any(_line(one.heading) != _line(other.heading) for one, other in [settings]):
            raise Whole(Message("the heading of the table is another"))
        if any(_line(one.notes) != _line(other.notes) for one, other in [settings]):
            raise Whole(Message("the notes below the table are others"))

    def _headings(self) -> Iterator[Change]:
        sides = ((self.tables.old, self.tables.former), (self.tables.new, self.tables.latter))
        old, new = (Names(plan, table, self.settings).headings for plan, table in sides)
        for at, (was, now) in enumerate(zip(old, new, strict=True)):
            if was == now:
                continue
            found = formula(was, now, self.settings)
            if found is None or not self.tables.former.source.table.head:
                raise Whole(Message("the heading of a column cannot be quoted"))
            place = f"графы {at + 1}{self.names.behind}"
            if found.within:
                yield Change(f"в наименовании {place} {found.words}", found.why)
            else:
                yield Change(f"наименование {place} {found.words}", found.why)

    @cached_property
    def old_lines(self) -> list[_Line]:
        """Return the printed rows of the old table."""
        return [_Line(view, source, _is_task(view)) for view, source in sourced_rows(self.tables.former)]

    @cached_property
    def new_lines(self) -> list[_Line]:
        """Return the printed rows of the new table."""
        return [_Line(view, source, _is_task(view)) for view, source in sourced_rows(self.tables.latter)]

    @cached_property
    def was(self) -> list[int | None]:
        """Return of each new line the old one that it was; those that moved were none."""
        rows = {id(self.tables.new_rows[b]): id(self.tables.old_rows[a]) for a, b in self.tables.rows.new_of.items()}
        former, latter = self.tables.former.sections, self.tables.latter.sections
        rows |= {id(latter[b]): id(former[a]) for a, b in self.tables.sections.new_of.items()}
        place = {(id(line.source), line.is_task): at for at, line in enumerate(self.old_lines)}
        found = [place.get((rows.get(id(line.source), 0), line.is_task)) for line in self.new_lines]
        return _in_order(found)

    def _rows(self) -> Iterator[Change]:
        was = self.was
        kept = {old: new for new, old in enumerate(was) if old is not None}
        changed = sum(1 for old, new in kept.items() if self._differs(old, new))
        gone = len(self.old_lines) - len(kept)
        added = len(self.new_lines) - len(kept)
        if changed + gone + added > self.settings.new_edition * max(len(self.old_lines), 1):
            n, of = changed + gone + added, len(self.old_lines)
            raise Whole(Message("rows that change: {n} of {of}, more than is said one by one", n=n, of=of))
        found: list[tuple[float, Change]] = []
        for old, new in kept.items():
            found += [(old, change) for change in self._line(old, new)]
        found += self._removed([at for at in range(len(self.old_lines)) if at not in kept])
        found += self._added(was)
        for _at, change in sorted(found, key=lambda one: one[0]):
            yield change

    def _differs(self, old: int, new: int) -> bool:
        one, other = self.old_lines[old].view, self.new_lines[new].view
        return _texts(one) != _texts(other)

    def _line(self, old: int, new: int) -> Iterator[Change]:
        one, other = self.old_lines[old], self.new_lines[new]
        if one.view.section or other.view.section:
            yield from self._section(one, other)
        elif isinstance(one.source, Row):
            yield from self._row(one.source, one.view, other.view)

    def _section(self, one: _Line, other: _Line) -> Iterator[Change]:
        was, now = one.view.section, other.view.section
        if was is None or now is None:
            raise Whole(Message("a section became a row of cells, or a row a section"))
        if was.number != now.number:
            raise Whole(Message("a section has another number: {old}, {new}", old=was.number, new=now.number))
        section = one.source
        assert isinstance(section, PlanSection)  # a view of a section is of one
        if _line(was.title) != _line(now.title):
            found = self._whole_text(was.title, now.title)
            yield Change(f"наименование {self._named(section)} {found.words}", found.why)
        if _line(was.task) != _line(now.task):
            found = self._whole_text(was.task, now.task)
            yield Change(f"задачу {self._named(section)} {found.words}", found.why)

    def _whole_text(self, old: str, new: str) -> Formula:
        found = formula(_line(old), _line(new), self.settings)
        if found is None or not new.strip() or "\n" in new.strip():
            raise Whole(Message("a heading cannot be quoted"))
        if found.within:
            from roadmapc.documents.amending._cells import quote

            words = f"изложить в следующей редакции: {quote(_line(new), self.settings)}"
            return Formula(False, words, Message("a heading is given anew"))
        return found

    def _named(self, section: PlanSection) -> str:
        return self.names.section(section, "раздела") + self.names.behind

    def _row(self, row: Row, was: TableRowView, now: TableRowView) -> Iterator[Change]:
        columns = printed_columns(self.tables.former)
        if [one.rows for one in was.cells] != [one.rows for one in now.cells]:
            raise Whole(Message("cells are joined in another way"))
        both = enumerate(zip(was.cells, now.cells, strict=True))
        differ = [at for at, (one, other) in both if _text(one.text) != _text(other.text)]
        if not differ:
            return
        if any(columns[at].kind == "number" for at in differ):
            old, new = (view.cells[differ[0]].text for view in (was, now))
            raise Whole(Message("a row has another number: {old}, {new}", old=old, new=new))
        formulas = [formula(_text(was.cells[at].text), _text(now.cells[at].text), self.settings) for at in differ]
        rewritten = any(
            columns[at].kind == "activity" and found is not None and found.anew
            for at, found in zip(differ, formulas, strict=True)
        )
        is_most = 2 * len(differ) >= sum(one.kind != "number" for one in columns)
        if is_most or rewritten or None in formulas:
            yield self._whole_row(row, now)
            return
        for at, found in zip(differ, formulas, strict=True):
            assert found is not None  # told above
            yield self._cell(row, at, found)

    def _whole_row(self, row: Row, now: TableRowView) -> Change:
        if any(cell.rows != 1 for cell in now.cells):
            raise Whole(Message("a row changes that shares a cell with others"))
        text = f"{self.names.row(row, ACCUSATIVE)} изложить в следующей редакции"
        return Change(text, Message("half of the row or its activity changes: it is given as a whole"), (now,))

    def _cell(self, row: Row, at: int, found: Formula) -> Change:
        case = PREPOSITIONAL if found.within else ACCUSATIVE
        column = f"{'в ' if found.within else ''}{self.names.column(at, case)}"
        text = f"{column} {self.names.row(row, GENITIVE)} {found.words}"
        return Change(text, found.why, of=f"в {self.names.row(row, PREPOSITIONAL)}", short=f"{column} {found.words}")

    def _removed(self, lines: Sequence[int]) -> Iterator[tuple[float, Change]]:
        gone_sections = {
            id(self.old_lines[at].source) for at in lines if isinstance(self.old_lines[at].source, PlanSection)
        }
        rest: list[int] = []
        for at in lines:
            line = self.old_lines[at]
            section = line.source if isinstance(line.source, PlanSection) else None
            if section is not None:
                if not line.is_task:
                    yield at, self._section_removed(section, lines)
                elif id(section) in gone_sections and not self._has_head(section):
                    raise Whole(Message("a section without a title goes"))
            elif isinstance(line.source, Row):
                if line.view.cells and any(cell.rows != 1 for cell in line.view.cells):
                    raise Whole(Message("a row goes that shares a cell with others"))
                if id(self.tables.old.sections[line.source.section]) not in gone_sections:
                    rest.append(at)
        for _, run in groupby(enumerate(rest), key=lambda pair: pair[1] - pair[0]):
            yield from self._run_removed([at for _n, at in run])

    def _has_head(self, section: PlanSection) -> bool:
        return any(one.source is section and not one.is_task for one in self.old_lines)

    def _section_removed(self, section: PlanSection, lines: Sequence[int]) -> Change:
        inside = [at for at, one in enumerate(self.old_lines) if isinstance(one.source, Row)]
        own = [at for at in inside if self.tables.old.sections[self._row_at(at).section] is section]
        if not set(own) <= {*lines}:
            raise Whole(Message("a section goes and its rows stay"))
        text = f"{self.names.section(section)}{self.names.behind} {self.settings.dropping}"
        return Change(_dropping(text, self.settings), Message("the section goes with its rows"))

    def _row_at(self, at: int) -> Row:
        source = self.old_lines[at].source
        assert isinstance(source, Row)  # asked of rows alone
        return source

    def _run_removed(self, run: list[int]) -> Iterator[tuple[float, Change]]:
        rows = [self._row_at(at) for at in run]
        named = [self.names.row(row, ACCUSATIVE) for row in rows]
        plain = [f"{self._word} {row.number.rstrip('.')}{self.names.behind}" for row in rows]
        if len(rows) > 1 and named == plain:
            text = f"{self.names.numbered([row.number for row in rows], ACCUSATIVE)}{self.names.behind}"
            yield run[0], Change(_dropping(f"{text} {self.settings.dropping}", self.settings), _GONE)
            return
        for at, name in zip(run, named, strict=True):
            yield at, Change(_dropping(f"{name} {self.settings.dropping}", self.settings), _GONE)

    @property
    def _word(self) -> str:
        return {"пункт": "пункт", "строка": "строку", "позиция": "позицию"}[self.settings.row]

    def _added(self, was: Sequence[int | None]) -> Iterator[tuple[float, Change]]:
        """Yield the rows that are new, those that stand together as one change, each behind the old line before it."""
        at = 0
        while at < len(was):
            if was[at] is not None:
                at += 1
                continue
            end = next((n for n in range(at, len(was)) if was[n] is not None), len(was))
            before = was[at - 1] if at else None
            yield from self._run_added(at, end, before, was[end] if end < len(was) else None)
            at = end

    def _run_added(self, at: int, end: int, before: int | None, behind: int | None) -> Iterator[tuple[float, Change]]:
        place = (behind if behind is not None else len(self.old_lines)) - 0.5
        parts: list[list[int]] = [[]]
        for n in range(at, end):
            line = self.new_lines[n]
            if any(cell.rows != 1 for cell in line.view.cells):
                raise Whole(Message("a new row shares a cell with others"))
            if isinstance(line.source, PlanSection) and not line.is_task:
                parts.append([])
            elif isinstance(line.source, PlanSection) and not self._begins_section(n, at):
                raise Whole(Message("a task is put into a section"))
            parts[-1].append(n)
        rows, *sections = parts
        if rows:
            yield place, self._rows_added(rows, before, behind if not sections else None)
        for n, section in enumerate(sections):
            if behind is not None and not self._is_section(behind):
                raise Whole(Message("a section is put before rows that were of another"))
            yield place + (n + 1) / 1000, self._section_added(section, before, behind)

    def _begins_section(self, n: int, at: int) -> bool:
        return n > at and self.new_lines[n - 1].source is self.new_lines[n].source

    def _is_section(self, at: int) -> bool:
        return isinstance(self.old_lines[at].source, PlanSection)

    def _rows_added(self, lines: Sequence[int], before: int | None, behind: int | None) -> Change:
        rows = [self.new_lines[n].source for n in lines]
        numbers = [row.number for row in rows if isinstance(row, Row) and row.number]
        are_numbered = len(numbers) == len(rows)
        new = self.names.numbered(numbers, INSTRUMENTAL) if are_numbered else self.names.unnumbered(len(rows))
        tail = "следующего содержания"
        views = tuple(self.new_lines[n].view for n in lines)
        is_last = behind is None or self._is_section(behind)
        former = self._section_before(before)
        if is_last and former is not None and (former.title or former.number):
            text = f"{self.names.section(former)}{self.names.behind} дополнить {new} {tail}"
            return Change(text, Message("rows are added at the end of the section"), views)
        if before is not None and isinstance(self.old_lines[before].source, Row):
            name = self.names.row(self._row_at(before), GENITIVE)
            return Change(f"после {name} дополнить {new} {tail}", Message("rows are added inside"), views)
        if behind is not None and isinstance(self.old_lines[behind].source, Row):
            name = self.names.row(self._row_at(behind), INSTRUMENTAL)
            return Change(f"перед {name} дополнить {new} {tail}", Message("rows are added at the beginning"), views)
        raise Whole(Message("rows are added to a table that had none there"))

    def _section_before(self, before: int | None) -> PlanSection | None:
        if before is None:
            return None
        source = self.old_lines[before].source
        return source if isinstance(source, PlanSection) else self.tables.old.sections[source.section]

    def _section_added(self, lines: Sequence[int], before: int | None, behind: int | None) -> Change:
        section = self.new_lines[lines[0]].source
        assert isinstance(section, PlanSection)  # it begins with its title
        views = tuple(self.new_lines[n].view for n in lines)
        name = self.names.section(section, "разделом")
        former = self._section_before(before)
        is_inside = behind is not None and former is not None
        at = f"после {self.names.section(former, 'раздела')}{self.names.behind} " if is_inside and former else ""
        where = "" if at or not self.names.behind else f"таблицу {self.names.ordinal} "
        return Change(f"{at}{where}дополнить {name} следующего содержания", Message("a section is added"), views)


_GONE = Message("the row goes, its number stays vacant")


def _dropping(text: str, settings: AmendSettings) -> str:
    """Return «признать утратившими силу» of several."""
    if settings.dropping == "исключить" or not text.startswith(("пункты", "строки", "позиции")):
        return text
    return text.replace("признать утратившим силу", "признать утратившими силу")


def _is_task(view: TableRowView) -> bool:
    return view.section is not None and not (view.section.number or view.section.title)


def _in_order(found: list[int | None]) -> list[int | None]:
    """Return places of which the longest rising row is kept: what stands elsewhere was dropped and is new."""
    tails: list[int] = []
    ends: list[int] = []
    back: dict[int, int] = {}
    for at, value in enumerate(found):
        if value is None:
            continue
        n = bisect_left(tails, value)
        if n == len(tails):
            tails.append(value)
            ends.append(at)
        else:
            tails[n], ends[n] = value, at
        back[at] = ends[n - 1] if n else -1
    kept: set[int] = set()
    at = ends[-1] if ends else -1
    while at >= 0:
        kept.add(at)
        at = back[at]
    return [value if at in kept else None for at, value in enumerate(found)]


def _texts(view: TableRowView) -> tuple[str, ...]:
    if view.section:
        return (view.section.number, _line(view.section.title), _line(view.section.task))
    return tuple(_text(cell.text) for cell in view.cells)


def _text(text: str) -> str:
    """Return the words of a cell: lines stay, spaces of all kinds are one."""
    return "\n".join(" ".join(line.split()) for line in normal_form(text).strip().split("\n"))


def _line(text: str | None) -> str:
    return " ".join(normal_form(text or "").split())
