"""Rows and sections of a new plan as the old one would write them: its columns, its owners, its way of numbering."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from roadmapc.diagnostics import Route
from roadmapc.plan.changes.columns import paired_columns
from roadmapc.plan.changes.values import Change, RowAdded
from roadmapc.plan.changes.words import is_alike, plain
from roadmapc.plan.plan import Plan, PlanTable, Row
from roadmapc.plan.splicing.rendering import as_plain

_LISTED = re.compile(r"[-–—•]\s+")


class NewRows:
    """Writes rows of `new` into tables of `old`; `added` are the routes of the rows that are new."""

    def __init__(self, old: Plan, new: Plan, changes: Sequence[Change]) -> None:
        self.old, self.new = old, new
        self.added = {one.new_route for one in changes if isinstance(one, RowAdded)}
        self.aliases = {plain(owner.post): alias for alias, owner in reversed([*old.owners.items()])}

    def owners(self, texts: Sequence[str], printed: str, style: str) -> Any:
        """Return a cell of owners: aliases where the directory has the words; its words where it prints others."""
        texts = [_LISTED.sub("", text).rstrip(";") for text in texts] if style == "list" else texts
        who = [self.aliases.get(plain(text), text) for text in texts]
        value: Any = who[0] if len(who) == 1 and who[0] not in texts else who
        if len(who) == 1 and "\n" in who[0]:
            value = who
        return value if is_alike(joined(texts, style), printed) else {"who": who, "text": printed}

    def row(self, row: Row, within: Route) -> dict[str, Any]:
        """Return a row with the new ones below it, as the table that holds `within` writes it."""
        former, latter = self.table_at(within), self.new.tables[row.table]
        values: dict[str, Any] = {"number": row.number} if self._writes_numbers(former) else {}
        values |= {"activity": row.text.strip()} | dict(self._cells(row, former, latter))
        below = [one for one in self._children(row.route) if one.route in self.added]
        return _in_order(as_plain(values | {"activities": [self.row(one, within) for one in below]}))

    def section(self, route: Route, within: Route) -> dict[str, Any]:
        """Return a section with its new rows."""
        former = self.table_at(within)
        section = next(one for one in self.new.sections if one.route == route)
        values: dict[str, Any] = {"number": section.number} if self._writes_section_numbers(former) else {}
        values |= {"title": section.title, "task": section.task}
        if section.own:
            values |= dict(self._cells(section.own, former, self.new.tables[section.table]))
        below = [one for one in self._children(route) if one.route in self.added]
        return as_plain(values | {"activities": [self.row(one, within) for one in below]})  # type: ignore[no-any-return]

    def table_at(self, within: Route) -> PlanTable:
        """Return the table of the old plan in which a section or a row stands."""
        for table in self.old.tables:
            route = table.source.sections_route
            if within[: len(route)] == route:
                return table
        return self.old.tables[0]

    def _children(self, route: Route) -> Iterator[Row]:
        return (row for row in self.new.rows if row.route[:-2] == route and row.route[-2] == "activities")

    def _cells(self, row: Row, former: PlanTable, latter: PlanTable) -> Iterator[tuple[str, Any]]:
        for column, other in paired_columns(former, latter):
            if column is None or other is None or column.kind in ("number", "activity", "blank"):
                continue
            if other.key in row.shared:
                yield column.key, {"same_as_above": "да"}
            elif column.kind == "owners" and plain(words := row.words_of(other)):
                is_owners = other.key == row.owners_key
                texts = [one.text for one in row.assignees] if is_owners else words.split("\n")
                yield column.key, self.owners(texts, words, former.source.table.owners)
            elif (words := row.words_of(other)) and plain(words):
                yield column.key, words

    def _writes_numbers(self, table: PlanTable) -> bool:
        """Say whether the rows of a table have their numbers written."""
        rows = [row for section in table.sections for row in section.rows]
        written = any((*row.route, "number") in self.old.tree.values for row in rows)
        return written or table.source.table.numbering == "printed"

    def _writes_section_numbers(self, table: PlanTable) -> bool:
        written = any((*one.route, "number") in self.old.tree.values for one in table.sections)
        return written or table.source.table.numbering == "printed"


def joined(texts: Sequence[str], style: str) -> str:
    """Return owners as a table prints them."""
    if style == "list":
        return "\n".join(f"- {text}" for text in [*(f"{text};" for text in texts[:-1]), *texts[-1:]])
    return (", " if style == "comma" else "\n").join(texts)


_FIRST = ("number", "activity", "deadline", "owners", "result")


def _in_order(values: dict[str, Any]) -> dict[str, Any]:
    """Return the cells of a row in the order of the format, what stands below it last."""
    rank = {key: at for at, key in enumerate((*_FIRST, "activities"))}
    names = sorted(values, key=lambda key: (key == "activities", rank.get(key, len(rank))))
    return {key: values[key] for key in names}
