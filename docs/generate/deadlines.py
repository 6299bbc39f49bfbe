"""The manual page of the deadline language: its grammar as a table; the examples are read when the page is made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from roadmapc.deadlines.dating.calendar_parts import Period
from roadmapc.deadlines.dating.schedule import read
from roadmapc.deadlines.errors import DeadlineError
from roadmapc.deadlines.grammar.parser import parse
from roadmapc.deadlines.wording import wording
from roadmapc.diagnostics import Message

MULTI_YEAR = Period(date(2021, 1, 1), date(2024, 12, 31))


class Production(NamedTuple):
    """A rule of the grammar: its name, its right side, and wordings that it reads, with a title for them."""

    name: str
    right: str
    title: Message | None = None
    examples: tuple[str, ...] = ()


GRAMMAR: tuple[Production, ...] = (
    Production("deadline", "[ label ] statement { ( «,» | «;» | «и» | «(» ) statement }"),
    Production("statement", "frame | dates | until | span | since | rhythm | each | whole | condition | event"),
    Production(
        "label",
        "( number «этап» | number «период» | season «каникулы» ) [ «–» ]",
        Message("a stage, a period or holidays before the deadline"),
        ("II этап – до 15 апреля 2023",),
    ),
    Production(
        "frame",
        "year «–» year [ «годы» | «гг.» ]",
        Message("years before months or days"),
        ("2021-2024", "2022-2023гг. август, октябрь"),
    ),
    Production(
        "dates",
        "range { ( «,» | «и» ) range } [ modifier ] [ name ]",
        Message("several dates"),
        ("20 апреля, 18 мая и 15 июня 2022",),
    ),
    Production(
        "range",
        "spot [ «–» spot ]",
        Message("from one to another, with a dash"),
        ("декабрь – апрель", "30-6.11.2023", "24-25.09.22"),
    ),
    Production(
        "until",
        "( «до» | «не позднее» | «к» | «в срок до» ) dates",
        Message("not later than"),
        ("до 30 сентября", "к концу 2022 года"),
    ),
    Production(
        "span",
        "«с» spot ( «по» | «до» ) spot",
        Message("from one to another, in words"),
        ("с 27 апреля по 1 мая 2022 года", "с 01.11 до 10.11.2022"),
    ),
    Production("since", "«с» spot", Message("beginning with a day"), ("с 22 сентября 2022 года",)),
    Production("spot", "day | month | month-part | weekday-of-month | year-part | year | edge"),
    Production(
        "day",
        "number month [ year ] | dd.mm[.yyyy] | number «числа»",
        Message("a day"),
        ("5 мая 2022 г.", "26.09.2022 (пн.)"),
    ),
    Production("month", "month-name [ year ]", Message("a month"), ("Январь 2022", "Декабрь, 2022")),
    Production(
        "month-part",
        "ordinal ( «декада» | «неделя» | «половина» ) month | ( «начало» | «середина» | «конец» ) month",
        Message("a part of a month"),
        ("первая декада мая", "2-я неделя мая", "в конце апреля – начале мая"),
    ),
    Production(
        "weekday-of-month",
        "ordinal weekday ( month | «месяца» )",
        Message("a weekday of a month"),
        ("в последнюю субботу мая",),
    ),
    Production(
        "year-part",
        "ordinal ( «квартал» | «полугодие» | «четверть» ) [ year ] | season [ «каникулы» ] [ year ]",
        Message("a part of a year"),
        ("IV квартал 2022 г.", "1 полугодие 2023", "осенние каникулы"),
    ),
    Production("year", "yyyy [ «год» ] | yyyy «/» yyyy «учебный год»", Message("a year"), ("2022", "2022-2023 уч. г.")),
    Production(
        "edge",
        "( «начало» | «конец» ) [ «учебного» ] «года»",
        Message("the beginning or end of a year"),
        ("до конца года", "до начала учебного года"),
    ),
    Production(
        "rhythm",
        "«ежегодно» | «ежемесячно» | … | [ «не реже» ] [ number ] «раз» «в» [ number ] unit",
        Message("how often"),
        (
            "ежегодно",
            "1 раз в квартал",
            "не реже 2 раз в год",
            "один раз в два года",
            "1 раз в две недели по четвергам",
        ),
    ),
    Production(
        "each",
        "«каждый» ( weekday | ordinal weekday «месяца» | [ number ] unit )",
        Message("each …"),
        ("каждую среду", "каждый третий четверг месяца", "каждые 3 месяца"),
    ),
    Production(
        "modifier",
        "«каждого» unit | «(первого|второго|последнего) месяца квартала» | «текущего года» | report",
        Message("a day of each month or quarter"),
        ("до 25 числа каждого месяца", "до 20 числа последнего месяца квартала"),
    ),
    Production(
        "report",
        "( «месяца» | «года» | … ) «, следующего за отчетным» unit | «следующего» unit | «(за I полугодие)»",
        Message("after a reporting period"),
        (
            "до 15 числа месяца, следующего за отчетным кварталом",
            "до 1 марта года, следующего за отчетным",
            "до 15 июля (за I полугодие отчетного года)",
        ),
    ),
    Production(
        "whole",
        "«весь период» | «в течение года» | «постоянно» | …",
        Message("all the time"),
        ("В течение всего периода", "постоянно"),
    ),
    Production(
        "condition",
        "«по графику» | «по мере» | «согласно» | … words",
        Message("by another schedule or on a condition: the dates stand beside it"),
        ("По графику УО", "по мере необходимости"),
    ),
    Production(
        "event",
        "«после» | «в течение» number unit | «со дня» | … words",
        Message("after an event: the dates stand beside it"),
        ("в течение 10 дней после утверждения",),
    ),
)

REFUSED = (
    "до 5 мартя",
    "1 месяц",
    "14.00",
    "31.04",
    "май 2019",
    "до 10 числа",
    "1-2 раза в год",
    "15 мая 25 мая",
    "май, кроме 9 мая",
    "от 12.05.2022 № 5",
    "–",
)


_ABOUT = (
    Message(
        'How a wording is understood is shown by `roadmapc deadline "…" --period 2021-2024`. Letter case, dashes of '
        "all kinds, no-break spaces, line breaks, glued words («до16.05»), points of abbreviations, times of day, "
        "weekdays in brackets (which are checked) and durations beside a date do not matter."
    ),
)
_SHARING = (
    Message(
        "Months and years given once serve their neighbours: «5, 6 и 12 апреля 2022», «13.10 – 17.10.2022», "
        "«ноябрь 2022 – март». A list may be due «до» each of its dates. What stands in several statements must read "
        "back as the same value, or it is refused."
    ),
)
_DATING = (
    Message(
        "A period of at most twelve months is one cycle: a bare month or day is the one inside it. In a longer period "
        "it recurs each calendar year, and that is a doubt. «до D» is due on D, inclusive, and opens with the cycle. "
        "Windows are cut to the period."
    ),
    Message(
        "Quarters are calendar quarters; school terms, holidays, the yearly cycle and the working day to act on are "
        "settings (`calendar:` in a roadmap, `[calendar]` in `roadmapc.toml`)."
    ),
)


def page(translate: Callable[[str], str] = str) -> str:
    """Return the page in Markdown, in the language of `translate`; wordings and their meanings are Russian always."""

    def say(message: Message) -> str:
        return message.text(translate)

    read_rows = [
        (say(production.title), f"«{text}»", wording(parse(text)))
        for production in GRAMMAR
        if production.title
        for text in production.examples
    ]
    grammar = [(f"**{production.name}**", production.right.replace("|", "\\|")) for production in GRAMMAR]
    parts = [
        "# " + say(Message("The deadline language")),
        say(Message("Generated from `docs/generate/deadlines.py`; every example is read when the page is made.")),
        *map(say, _ABOUT),
        "## " + say(Message("What is understood")),
        _table((say(Message("What")), say(Message("Wording")), say(Message("Understood as"))), _once(read_rows)),
        *map(say, _SHARING),
        "## " + say(Message("Dating")),
        *map(say, _DATING),
        "## " + say(Message("What is refused")),
        _table(
            (say(Message("Wording")), say(Message("Why (period 2021–2024)"))),
            [_refused(text, translate) for text in REFUSED],
        ),
        "## " + say(Message("Grammar")),
        _table((say(Message("Rule")), say(Message("Reads"))), grammar),
    ]
    return "\n\n".join(parts) + "\n"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = (head, ("---",) * len(head), *rows)
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _once(rows: list[tuple[str, str, str]]) -> Iterator[tuple[str, str, str]]:
    """Return the rows with each title in the first of its rows alone."""
    above = ""
    for title, text, meaning in rows:
        yield "" if title == above else title, text, meaning
        above = title


def _refused(text: str, translate: Callable[[str], str]) -> tuple[str, str]:
    try:
        read(text, MULTI_YEAR)
    except DeadlineError as error:
        marked = text[: error.start] + "**" + text[error.start : error.end] + "**" + text[error.end :]
        return marked, error.message.text(translate)
    raise AssertionError(text)  # a wording that is read does not belong on this list
