"""The page itself: words, rows and sums as HTML, the same as data for its script; no word of a source is markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from functools import cache, lru_cache
from itertools import starmap
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from roadmapc.diagnostics import Message
from roadmapc.documents.output import File
from roadmapc.documents.web_page.bars import BarStyles
from roadmapc.documents.web_page.data import NO_TEXT, PagePlan, PageRow, Unread
from roadmapc.documents.web_page.packing import packed
from roadmapc.documents.web_page.region_page import REGION, region_page
from roadmapc.documents.web_page.settings import PageSettings
from roadmapc.documents.web_page.words import KINDS, PARENT, STATES, UNDATED, Translate, page_words
from roadmapc.plan.execution import Totals
from roadmapc.plan.execution.totals import share
from roadmapc.rendering.pages import data_block, policy, render_page, trusted
from roadmapc.russian.calendar import DEFAULT_CALENDAR, Calendar

if TYPE_CHECKING:
    from roadmapc.documents.region._report import RegionReport

MOST_ROWS = 3_000
"""Rows that stand in the page as HTML; of more there are pages for each roadmap, and data for the script."""
_PACKED_FROM = 400
"""Rows from which the data is packed."""
_HERE = Path(__file__).parent
_TAKEN = re.compile(r"(index|region)(-roadmap)*")
_MOST_DAYS = 3
_MOST_YEARS = 60
"""Of which the calendar is shown: the years of the plans, one before and one behind them."""
_EPOCH = date(1970, 1, 1).toordinal()


Pages = Callable[[Callable[..., bytes], Sequence[tuple[Any, ...]]], Iterable[bytes]]
"""Calls what makes a page for each row of arguments."""


def _one_by_one(make: Callable[..., bytes], rows: Sequence[tuple[Any, ...]]) -> Iterable[bytes]:
    return starmap(make, rows)


def site_files(
    plans: Sequence[PagePlan],
    unread: Sequence[Unread],
    settings: PageSettings,
    translate: Translate,
    pages: Pages = _one_by_one,
    region: RegionReport | None = None,
) -> Iterator[File]:
    """Yield `index.html`, the tables of a region and, where one page cannot hold all rows, `<id>.html` of each roadmap.

    `pages` makes the pages of single roadmaps: by itself, or by several processes.
    """
    many = sum(len(one.rows) for one in plans) > MOST_ROWS
    yield File("index.html", page(plans, unread, settings, translate, many=many, has_region=region is not None))
    if region:
        yield File(REGION, region_page(region, settings, translate))
    if many:
        made = pages(page, [([one], (), settings, translate) for one in plans])
        yield from (File(page_name(one.id), data) for one, data in zip(plans, made, strict=True))


def page_name(id: str) -> str:
    """Return the name of the page of a roadmap, whose id is safe; that of all of them and of the region are taken."""
    return f"{id}-roadmap.html" if _TAKEN.fullmatch(id.casefold()) else f"{id}.html"


def page(
    plans: Sequence[PagePlan],
    unread: Iterable[Unread],
    settings: PageSettings,
    translate: Translate,
    *,
    many: bool = False,
    has_region: bool = False,
) -> bytes:
    """Return a page of plans; with `many` its rows are data alone, and each plan has a page of its own.

    With `has_region` the tables of the region lie beside it.
    """
    words = page_words(translate)
    made = _Page(plans, settings, words, translate, many=many)
    data = data_block(made.data(), packed=sum(len(one.rows) for one in plans) > _PACKED_FROM)
    rows = [] if many else [*made.rows()]
    ruler = made.ruler  # drawn like the rows before the places that are used are told
    css, script = _file("page.css") + made.bars.css, _file("page.js") + (_file("live.js") if settings.live else "")
    rules = policy(script, css)
    if settings.live:
        rules += "; connect-src 'self'"
    values = {
        "lang": settings.lang,
        "policy": rules,
        "css": trusted(css),
        "script": trusted(script),
        "data": data,
        "title": made.title,
        "subtitle": Message("State on {day:%d.%m.%Y}", day=settings.as_of).text(translate),
        "views": made.views,
        "problems": [*unread, *(Unread(one.municipality, one.problems) for one in plans if one.problems)],
        "plans": made.plans,
        "region": REGION if has_region else "",
        "sum_names": [name.text(translate) for name in _SUMS],
        "total": made.total,
        "columns": [{"key": key, "title": words[key]} for key in _COLUMNS],
        "ruler": ruler,
        "rows": rows,
        "legend": [(name, text) for name, text in words["states"].items() if name in made.states.keys() - _UNMARKED],
    }
    return render_page(_HERE / "page.html", {"page": values, "words": words})


@cache
def _file(name: str) -> str:
    return (_HERE / name).read_text("utf-8")


_UNMARKED = frozenset({UNDATED, PARENT})
"""States that no colour and no sign tells."""
_COLUMNS = ("number", "activity", "deadline", "owners", "state", "chart")
_SUMS = (
    *(Message("activities"), Message("due by now"), Message("done"), Message("share of done"), Message("done in time")),
    Message("not done"),
)


class _Page:
    """What is shown of some plans, made for the template and for the script."""

    def __init__(
        self,
        plans: Sequence[PagePlan],
        settings: PageSettings,
        words: dict[str, Any],
        translate: Translate,
        *,
        many: bool,
    ) -> None:
        self.all, self.settings, self.words, self.translate, self.many = plans, settings, words, translate, many
        periods = [one.period for one in plans if one.period]
        days = [day for one in plans for row in one.rows for unit in row.units for day in (unit.first, unit.due)]
        self.first = min([*(one.first for one in periods), *days], default=None)
        self.last = max([*(one.last for one in periods), *days], default=None)
        self.bars = BarStyles(self.first, self.last)
        self.states = dict.fromkeys(
            name for one in plans for row in one.rows for name in (row.state, *(unit.state for unit in row.units))
        )

    def _years(self) -> range:
        """Return the years whose days off are known to the page: those of the plans, one before, one behind."""
        first, last = self.first or self.settings.as_of, self.last or self.settings.as_of
        start = max(first.year - 1, last.year + 1 - _MOST_YEARS, date.min.year)
        return range(start, min(last.year + 1, date.max.year) + 1)

    @property
    def title(self) -> str:
        if self.settings.title:
            return self.settings.title
        if len(self.all) == 1:
            return self.all[0].title
        return Message("Roadmaps of municipalities").text(self.translate)

    @property
    def views(self) -> tuple[str, ...]:
        views = ("year", "list", "calendar", "load", "documents")
        return views if len(self.all) == 1 else ("region", *views)

    @property
    def ruler(self) -> str:
        return trusted(self.bars.ruler())

    @property
    def plans(self) -> list[dict[str, Any]]:
        return [
            {
                "municipality": one.municipality,
                "href": quote(page_name(one.id)) if self.many else "",
                "note": "" if one.has_marks else Message("no marks").text(self.translate),
                "sums": _sums(one.totals) if one.has_marks else [str(one.totals.rows), *[NO_TEXT] * (len(_SUMS) - 1)],
                "files": one.files,
            }
            for one in self.all
        ]

    @property
    def total(self) -> list[str]:
        """Return the sums of all that have marks."""
        told = [one.totals for one in self.all if one.has_marks]
        if len(told) < 2:
            return []
        start, *rest = told
        for one in rest:
            start = Totals(start.counted + one.counted, start.outside + one.outside)
        return _sums(start)

    def rows(self) -> Iterator[dict[str, Any]]:
        """Yield the rows as the template has them, with the heads of plans and sections."""
        at = 0
        for one in self.all:
            before = None
            for row in one.rows:
                parts = (one.municipality if len(self.all) > 1 else "", row.section)
                head = " · ".join(filter(None, parts))
                if head != before and head:
                    yield {"head": head}
                before = head
                yield self._row(row, at)
                at += 1

    def _row(self, row: PageRow, at: int) -> dict[str, Any]:
        return {
            "head": "",
            "at": at,
            "number": row.number,
            "activity": row.activity,
            "problems": row.problems,
            "deadline": row.deadline or NO_TEXT,
            "days": _days(row),
            "owners": "; ".join(row.owners) or NO_TEXT,
            "state": row.state,
            "state_words": self.words["states"][row.state],
            "result": row.result,
            "bars": trusted(self.bars.track(row, self.settings.as_of)),
        }

    def data(self) -> dict[str, Any]:
        """Return what the script reads."""
        calendars = list(dict.fromkeys(one.calendar for one in self.all)) or [DEFAULT_CALENDAR]
        years = self._years()
        return {
            "lang": self.settings.lang,
            "today": _number(self.settings.as_of),
            "first": _number(self.first) if self.first else None,
            "last": _number(self.last) if self.last else None,
            "years": [years.start, years.stop - 1],
            "calendars": [_days_off(one, years) for one in calendars],
            "words": self.words,
            "plans": [
                {"name": one.municipality, "id": one.id, "calendar": calendars.index(one.calendar)} for one in self.all
            ],
            "states": [*STATES],
            **packed(self.all, [*STATES], [*KINDS]),
        }


def _sums(totals: Totals) -> list[str]:
    tenths = share(totals.done, totals.due) if totals.due else 0
    done = f"{tenths // 10},{tenths % 10} %" if totals.due else NO_TEXT
    return [*map(str, (totals.rows, totals.due, totals.done)), done, *map(str, (totals.in_time, totals.missed))]


def _days(row: PageRow) -> str:
    """Return the days on which a row is due, a few of them."""
    days = list(dict.fromkeys(f"{unit.due:%d.%m.%Y}" for unit in row.units)) if row.kind != "continuous" else []
    return ", ".join(days[:_MOST_DAYS]) + (f", … ({len(days)})" if len(days) > _MOST_DAYS else "")


def _number(day: date) -> int:
    return day.toordinal() - _EPOCH


def _day(number: int) -> date:
    return date.fromordinal(number + _EPOCH)


@lru_cache(maxsize=64)
def _days_off(calendar: Calendar, years: range) -> tuple[list[int], list[int]]:
    """Return the weekdays off and the working days at weekends of some years."""
    days = range(_number(date(years.start, 1, 1)), _number(date(years.stop - 1, 12, 31)) + 1)
    odd = [n for n in days if calendar.is_working(_day(n)) == (_day(n).weekday() > 4)]
    return [n for n in odd if _day(n).weekday() < 5], [n for n in odd if _day(n).weekday() > 4]
