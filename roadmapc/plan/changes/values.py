"""Changes as values: what was, what is, and where each stands in its plan."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from roadmapc.diagnostics import Route
from roadmapc.plan.plan import Row


@dataclass(frozen=True, kw_only=True)
class Change:
    """One change: routes and words in the old plan and in the new one; a route is None where nothing stands there.

    `field` names what has changed in words of the format: «title», «order.items», «deadline». `uncertain` says that
    the two were taken for one and the same by likeness alone. `typography` says that nothing but the kind of spaces,
    dashes or dots of a list differs.
    """

    field: str
    old_route: Route | None
    new_route: Route | None
    old: str = ""
    new: str = ""
    uncertain: bool = False
    typography: bool = False


class FieldChanged(Change):
    """Words that are printed once were put, changed or taken away: a title, a line of the order, a note."""


class LayoutChanged(FieldChanged):
    """How something is laid out: a setting of a table, of the passport, of a row; old and new are words of the format.

    It is told only with `everything`: most of it changes no word that is printed.
    """


class AsideChanged(FieldChanged):
    """What the signed text does not print, but calendars and checklists do: the period, names of owners, whose it is.

    But for the period it is told only with `everything`.
    """


@dataclass(frozen=True, kw_only=True)
class ItemAdded(Change):
    """A new item of a list: of the order, of the passport, of the preface. `behind` is the old item before it."""

    behind: Route | None = None


class ItemRemoved(Change):
    """An item of a list that is no more."""


@dataclass(frozen=True, kw_only=True)
class RowChange(Change):
    """A change of a row: `number` as it was printed, or as it is where the row is new."""

    number: str = ""
    row: Row | None = None
    """The row of the new plan; None where there is none."""


@dataclass(frozen=True, kw_only=True)
class RowAdded(RowChange):
    """A new row. `behind` is the old row or section before it; `within` the old row or section that it stands below.

    `behind` is None for the first row below `within`; `follows` is the new row that is added just before it.
    """

    behind: Route | None = None
    within: Route | None = None
    follows: Route | None = None


class RowRemoved(RowChange):
    """A row that is no more, with all that stood below it."""


class RowMoved(RowChange):
    """A row that stands elsewhere: below another section or row, or in another order."""


class RowRenumbered(RowChange):
    """A row or a section with another printed number."""


@dataclass(frozen=True, kw_only=True)
class CellChanged(RowChange):
    """Other words in a cell: `field` is the key of the old column, `heading` how it is headed."""

    heading: str = ""


@dataclass(frozen=True, kw_only=True)
class OwnersChanged(CellChanged):
    """Other owners: those who were taken in, those who are no more, and all by now."""

    gained: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()
    now: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class SectionAdded(RowAdded):
    """A new section; its rows are changes of their own, below its new route."""


class SectionRemoved(RowRemoved):
    """A section that is no more, with its rows."""


class ColumnAdded(Change):
    """A new column."""


class ColumnRemoved(Change):
    """A column that is no more."""


class TableAdded(Change):
    """A table that the old plan does not have, by its heading or its first row; its rows are no further changes."""


class TableRemoved(Change):
    """A table that the new plan does not have, by its heading or its first row."""


class AttachmentAdded(Change):
    """A further attachment that the old plan does not have."""


class AttachmentRemoved(Change):
    """A further attachment that the new plan does not have."""


@dataclass(frozen=True)
class Changes:
    """All changes in the order of the document."""

    all: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.all)

    @cached_property
    def signed(self) -> Changes:
        """Return those of the signed text: what calendars and checklists alone show is no matter of an act."""
        return Changes(tuple(one for one in self.all if not isinstance(one, AsideChanged)))
