"""What the templates of letters see: rows that are late, due or coming, by roadmaps and topics."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from roadmapc.documents._table import NO_TEXT
from roadmapc.documents._tasks import day_text
from roadmapc.plan import Plan, Row
from roadmapc.plan.execution import PRINTED, State, Status
from roadmapc.plan.reminders import Reminder, Topic
from roadmapc.russian.agreement import counted

_MOST_DAYS = 4
"""Days of one row that are told one by one."""
_MOST_PLACES = 3
"""Municipalities that a subject names."""
_HEADINGS = {
    Topic.LATE: "Просрочено",
    Topic.DUE: "Предстоит исполнить",
    Topic.GOES_ON: "Исполняется в течение всего периода",
    Topic.COMING: "Следующие сроки",
}


@dataclass(frozen=True, slots=True)
class LetterLineView:
    """A row of a letter: number, activity, term, what is to be said of the term, result, who answers for it.

    `notes` are short: «просрочено на 3 рабочих дня», «исполнить не позднее 30.12.2023»; `delay` are working days, 0
    where it is not late.
    """

    number: str
    activity: str
    term: str
    notes: tuple[str, ...]
    result: str
    owners: str
    delay: int = 0


@dataclass(frozen=True, slots=True)
class LetterGroupView:
    """Rows under a heading; `topic` is late, due, report, goes-on or coming."""

    heading: str
    topic: str
    lines: tuple[LetterLineView, ...]


@dataclass(frozen=True, slots=True)
class LetterPartView:
    """What a letter says of one roadmap: whose it is, by which act it is in force, whom to report to.

    `owner` is who is reminded; `unreached` are owners of late and due rows who have no address, told to the controller.
    """

    municipality: str
    title: str
    act: str
    control: str
    owner: str
    groups: tuple[LetterGroupView, ...]
    unreached: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LetterView:
    """A letter: its day, how many rows are late, due and coming later, and a part for each roadmap.

    `places` are the municipalities, each once, a few by name; `attached` says whether files go with it, `calendar`
    whether a calendar is among them.
    """

    day: str
    late: int
    due: int
    coming: int
    places: str
    parts: tuple[LetterPartView, ...]
    attached: bool = False
    calendar: bool = False


def letter_view(
    parts: Sequence[LetterPartView], today: date, *, attached: bool = False, calendar: bool = False
) -> LetterView:
    """Return what the template of a letter sees."""
    counts = Counter[str]()
    for group in (group for part in parts for group in part.groups):
        counts[_COUNTED_AS.get(group.topic, group.topic)] += len(group.lines)
    places = [*dict.fromkeys(part.municipality for part in parts)]
    more = f" и еще {len(places) - _MOST_PLACES}" if len(places) > _MOST_PLACES else ""
    late, due, coming = (counts[topic] for topic in (Topic.LATE, Topic.DUE, Topic.COMING))
    words = ", ".join(places[:_MOST_PLACES]) + more
    return LetterView(day_text(today), late, due, coming, words, tuple(parts), attached, calendar)


_COUNTED_AS = {Topic.REPORT.value: Topic.DUE.value, Topic.GOES_ON.value: Topic.DUE.value}


def part_view(plan: Plan, owner: str, found: Sequence[Reminder], unreached: Iterable[str] = ()) -> LetterPartView:
    """Return what a letter says of one roadmap."""
    title = " ".join((plan.roadmap.document.title or plan.municipality).split())
    groups = tuple(_groups(found))
    return LetterPartView(plan.municipality, title, _act(plan), _control(plan), owner, groups, tuple(unreached))


def _act(plan: Plan) -> str:
    """Return the act that the roadmap is in force by: «приказ от 20.10.2022 № 01-07/93»; nothing without its date."""
    order = plan.roadmap.order
    if order is None or plan.signed is None:
        return ""
    number = f" № {order.number}" if order.number else ""
    return f"{(order.name or 'приказ').lower()} от {day_text(plan.signed)}{number}"


def _control(plan: Plan) -> str:
    """Return who controls the execution, with the address to report to."""
    controller = plan.roadmap.order.controller if plan.roadmap.order else None
    if controller is None:
        return ""
    where = f" ({controller.email})" if controller.email else ""
    return f"{controller.position} {controller.name}{where}"


def _groups(found: Sequence[Reminder]) -> Iterator[LetterGroupView]:
    for (topic, heading), some in groupby(found, key=lambda one: (one.topic, _heading(one))):
        yield LetterGroupView(heading, topic.value, tuple(_lines([*some])))


def _heading(one: Reminder) -> str:
    if one.report is None:
        return _HEADINGS[one.topic]
    until = day_text(one.act_by or one.report.due)
    return f"К отчету за {one.report.words} – представить сведения до {until}"


def _lines(found: Sequence[Reminder]) -> Iterator[LetterLineView]:
    """Yield a line a row, with all its times, in the order of the first of them."""
    rows: dict[tuple[object, ...], list[Reminder]] = {}
    for one in found:
        rows.setdefault((one.row.route, one.row.deadline_key), []).append(one)
    yield from map(_line, rows.values())


def _line(times: Sequence[Reminder]) -> LetterLineView:
    first = times[0]
    row = first.row
    return LetterLineView(
        number=row.number or NO_TEXT,
        activity=row.text_apart.strip(),
        term=_term(times),
        notes=tuple(_notes(times)),
        result=row.result or NO_TEXT,
        owners=_owners(row),
        delay=max(one.state.delay for one in times),
    )


def _term(times: Sequence[Reminder]) -> str:
    topic = times[0].topic
    if topic in {Topic.REPORT, Topic.GOES_ON}:
        return times[0].row.deadline_text or NO_TEXT
    days = [day_text(one.state.term) for one in times if one.state.term]
    if topic is Topic.LATE or len(days) == 1:
        return days[0]
    return ", ".join(days) if len(days) <= _MOST_DAYS else f"{days[0]} – {days[-1]}"


def _notes(times: Sequence[Reminder]) -> Iterator[str]:
    first, last = times[0], times[-1]
    if first.topic is Topic.LATE:
        delay = max(one.state.delay for one in times)
        yield (
            f"просрочено на {counted(delay, 'рабочий день', 'рабочих дня', 'рабочих дней')}" if delay else "просрочено"
        )
    if len(times) > 1 and first.topic is Topic.LATE:
        assert last.state.term is not None  # what is late has a term
        yield f"сроков без отметки:\u00a0{len(times)}, последний – {day_text(last.state.term)}"
    elif len(times) > _MOST_DAYS:
        yield f"сроков: {len(times)}"
    if first.topic in {Topic.DUE, Topic.COMING}:
        days = list(dict.fromkeys(one.act_by for one in times if one.act_by and one.act_by != one.state.term))
        if days and len(days) <= _MOST_DAYS:
            verb = "подготовить" if _is_prepared(first) else "исполнить"
            yield f"{verb} не позднее {', '.join(map(day_text, days))}"
    yield from _said(first.state)


def _is_prepared(one: Reminder) -> bool:
    return bool(one.unit.occurrence and one.unit.occurrence.is_prepared and not one.state.moves)


def _said(state: State) -> Iterator[str]:
    """Yield what is known of the execution besides the term."""
    if state.moves and state.due:
        yield f"срок перенесен с {day_text(state.due)}"
    done, times = state.times
    if done and times > 1:
        yield f"исполнено: {done} из {times}"
    if state.status in {Status.PARTLY, Status.AT_RISK}:
        yield PRINTED[state.status]


def _owners(row: Row) -> str:
    return "; ".join(" ".join(assignee.text.split()) for assignee in row.assignees) or NO_TEXT
