"""Roadmap → plan: rows walked in order, their numbers computed, owners resolved, deadlines dated."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

from roadmapc.deadlines import DatedDeadline, DateRange, DeadlineError, Period, read
from roadmapc.deadlines.dating.periods import parse_period, parse_window
from roadmapc.diagnostics import Route
from roadmapc.plan.calendar_settings import SettingError, configured
from roadmapc.plan.numbering import Numbers
from roadmapc.plan.plan import Assignee, Occurrence, Plan, PlanSection, Row
from roadmapc.russian.calendar import DEFAULT_CALENDAR, Calendar
from roadmapc.russian.normal_form import normal_form
from roadmapc.source.model import Activity, DeadlineCell, Roadmap, Section
from roadmapc.source.shared_owners import Directory
from roadmapc.source.tree import Tree


def make_plan(
    roadmap: Roadmap,
    tree: Tree,
    name: str,
    *,
    calendar: Calendar = DEFAULT_CALENDAR,
    directory: Directory | None = None,
) -> Plan:
    """Compute the plan of a roadmap; `name` is its id where the source gives none, `directory` what it shares."""
    period, period_error = None, None
    try:
        period = parse_period(roadmap.document.period)
    except DeadlineError as error:
        period_error = error
    calendar_error = None
    try:
        calendar = configured(calendar, roadmap.calendar)
    except SettingError as problem:
        calendar_error = problem
    maker = _Maker(roadmap, period, calendar, directory)
    sections = tuple(maker.section(index, section) for index, section in enumerate(roadmap.sections))
    known_as = normal_form(roadmap.id or name)
    return Plan(known_as, roadmap, tree, period, period_error, calendar, calendar_error, sections, directory)


@lru_cache(maxsize=4096)
def _read(text: str, period: Period, calendar: Calendar) -> DatedDeadline:
    """Read a deadline; the plans of one region say the same words again and again."""
    return read(text, period, calendar=calendar)


class _Maker:
    """Walks the sections in order, remembering ids and the owners of the row above."""

    def __init__(
        self, roadmap: Roadmap, period: Period | None, calendar: Calendar, directory: Directory | None
    ) -> None:
        self.roadmap = roadmap
        owners = {**(directory.owners if directory else {}), **roadmap.owners}
        self.owners = {normal_form(alias): (alias, owner) for alias, owner in owners.items()}
        self.period = period
        self.calendar = calendar
        self.numbers = Numbers(roadmap)
        self.ids: dict[str, int] = {}
        self.above: tuple[Assignee, ...] = ()

    def section(self, index: int, section: Section) -> PlanSection:
        route: Route = ("sections", index)
        own = None
        number = self.numbers.of_section(index, section)
        if section.deadline or section.owners or section.result:
            own = self._row(route, section, section.title or "", number, index, 1)
        rows = tuple(self._rows(route, section.activities, index, 2, (index + 1,)))
        return PlanSection(route, number, section.title or "", section.task or "", own, rows)

    def _rows(
        self,
        route: Route,
        activities: tuple[Activity, ...],
        section: int,
        level: int,
        above: tuple[int, ...],
        parent: Row | None = None,
    ) -> Iterator[Row]:
        for at, activity in enumerate(activities):
            here = (*above, at + 1)
            where = (*route, "activities", at)
            number = self.numbers.of_activity(activity, here)
            row = self._row(where, activity, activity.activity, number, section, level)
            row = _inheriting(row, parent) if parent else row
            yield row
            yield from self._rows(where, activity.activities, section, level + 1, here, row)

    def _row(self, route: Route, item: Activity | Section, text: str, number: str, section: int, level: int) -> Row:
        dated, error = self._dated(item.deadline)
        given, dates_error = _given(item.deadline)
        windows = given or (dated.windows if dated else ())
        assignees = self._assignees(item)
        self.above = assignees
        owners = item.owners
        return Row(
            route=route,
            id=item.id or self._id(text, section),
            number=number,
            level=level,
            section=section,
            text=text,
            deadline_text=(item.deadline.text or "").strip() if item.deadline else "",
            dated=dated,
            deadline_error=error,
            dates_error=dates_error,
            occurrences=tuple(self._occurrence(window, dated, given=bool(given)) for window in windows),
            has_dates=bool(given),
            assignees=assignees,
            owners_text=(owners.text or self._joined(assignees)).strip() if owners else "",
            owners_shared=bool(owners and owners.same_as_above),
            result=(item.result or "").strip(),
        )

    def _occurrence(self, window: DateRange, dated: DatedDeadline | None, *, given: bool) -> Occurrence:
        """Return one time; `given` says that its days stand beside the words, which then only tell what they are."""
        is_event = not (dated and dated.is_limit) if given else dated is not None and window in dated.events
        times = dated.times if dated and not given else 1
        return Occurrence(*window, self.calendar.act_by(window.last, window.first, is_event=is_event), times)

    def _dated(self, deadline: DeadlineCell | None) -> tuple[DatedDeadline | None, DeadlineError | None]:
        if deadline is None or not deadline.text or self.period is None:
            return None, None
        try:
            return _read(deadline.text, self.period, self.calendar), None
        except DeadlineError as error:
            return None, error

    def _assignees(self, item: Activity | Section) -> tuple[Assignee, ...]:
        if item.owners is None:
            return ()
        if item.owners.same_as_above:
            return self.above
        found = tuple(self._assignee(who) for who in item.owners.who)
        return found or ((Assignee(item.owners.text.strip()),) if item.owners.text else ())

    def _assignee(self, who: str) -> Assignee:
        alias, owner = self.owners.get(normal_form(who), (who, None))
        return Assignee(owner.post, alias, owner.name, owner.contacts) if owner else Assignee(who)

    def _joined(self, assignees: tuple[Assignee, ...]) -> str:
        texts = [assignee.text for assignee in assignees]
        style = self.roadmap.table.owners
        if style == "list":
            return "\n".join(f"- {text}" for text in [*(f"{text};" for text in texts[:-1]), *texts[-1:]])
        return (", " if style == "comma" else "\n").join(texts)

    def _id(self, text: str, section: int) -> str:
        """Return an id from the words, so that it outlives renumbering; repeated words are counted."""
        title = self.roadmap.sections[section].title or ""
        from hashlib import sha256  # loads a library of C that explaining a rule does without

        words = " ".join(f"{title} {text}".lower().split())
        digest = sha256(words.encode()).hexdigest()[:12]
        self.ids[digest] = self.ids.get(digest, 0) + 1
        return digest if self.ids[digest] == 1 else f"{digest}-{self.ids[digest]}"


def _inheriting(row: Row, parent: Row) -> Row:
    """Return a row with the days and the owners of the row above it where it has none of its own."""
    changed: dict[str, Any] = {}
    if not (row.deadline_text or row.has_dates or row.dates_error) and (parent.occurrences or parent.dated):
        changed |= {"dated": parent.dated, "occurrences": parent.occurrences, "has_dates": parent.has_dates}
    inherits = {"deadline"} if changed else set()
    if not row.assignees and not row.owners_text and parent.assignees:
        changed["assignees"] = parent.assignees
        inherits.add("owners")
    return replace(row, **changed, inherits=frozenset(inherits)) if changed else row


def _given(deadline: DeadlineCell | None) -> tuple[tuple[DateRange, ...], tuple[int, DeadlineError] | None]:
    """Return the windows of the dates beside the words, and the first that cannot be read with its index."""
    windows = []
    for at, text in enumerate(deadline.dates if deadline else ()):
        try:
            windows.append(parse_window(text))
        except DeadlineError as error:
            return (), (at, error)
    return tuple(sorted(set(windows))), None
