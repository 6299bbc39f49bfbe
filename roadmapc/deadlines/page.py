"""The manual page of the deadline language: its grammar as a table; the examples are read when the page is made."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from roadmapc.deadlines.errors import DeadlineError
from roadmapc.deadlines.grammar import parse
from roadmapc.deadlines.reading import read
from roadmapc.deadlines.stretches import Period
from roadmapc.deadlines.wording import wording

MULTI_YEAR = Period(date(2021, 1, 1), date(2024, 12, 31))


class Production(NamedTuple):
    """A rule of the grammar: its name, its right side, and wordings that it reads."""

    name: str
    right: str
    examples: tuple[str, ...]


GRAMMAR: tuple[Production, ...] = (
    Production("deadline", "[ label ] statement { ( «,» | «;» | «и» | «(» ) statement }", ()),
    Production("statement", "frame | dates | until | span | since | rhythm | each | whole | condition | event", ()),
    Production(
        "label", "( number «этап» | number «период» | season «каникулы» ) [ «–» ]", ("II этап – до 15 апреля 2023",)
    ),
    Production("frame", "year «–» year [ «годы» | «гг.» ]", ("2021-2024", "2022-2023гг. август, октябрь")),
    Production("dates", "range { ( «,» | «и» ) range } [ modifier ] [ name ]", ("20 апреля, 18 мая и 15 июня 2022",)),
    Production("range", "spot [ «–» spot ]", ("декабрь – апрель", "30-6.11.2023", "24-25.09.22")),
    Production("until", "( «до» | «не позднее» | «к» | «в срок до» ) dates", ("до 30 сентября", "к концу 2022 года")),
    Production("span", "«с» spot ( «по» | «до» ) spot", ("с 27 апреля по 1 мая 2022 года", "с 01.11 до 10.11.2022")),
    Production("since", "«с» spot", ("с 22 сентября 2022 года",)),
    Production(
        "spot",
        "day | month | month-part | weekday-of-month | year-part | year | edge",
        (),
    ),
    Production("day", "number month [ year ] | dd.mm[.yyyy] | number «числа»", ("5 мая 2022 г.", "26.09.2022 (пн.)")),
    Production("month", "month-name [ year ]", ("Январь 2022", "Декабрь, 2022")),
    Production(
        "month-part",
        "ordinal ( «декада» | «неделя» | «половина» ) month | ( «начало» | «середина» | «конец» ) month",
        ("первая декада мая", "2-я неделя мая", "в конце апреля – начале мая"),
    ),
    Production("weekday-of-month", "ordinal weekday ( month | «месяца» )", ("в последнюю субботу мая",)),
    Production(
        "year-part",
        "ordinal ( «квартал» | «полугодие» | «четверть» ) [ year ] | season [ «каникулы» ] [ year ]",
        ("IV квартал 2022 г.", "1 полугодие 2023", "осенние каникулы"),
    ),
    Production("year", "yyyy [ «год» ] | yyyy «/» yyyy «учебный год»", ("2022", "2022-2023 уч. г.")),
    Production("edge", "( «начало» | «конец» ) [ «учебного» ] «года»", ("до конца года", "до начала учебного года")),
    Production(
        "rhythm",
        "«ежегодно» | «ежемесячно» | … | [ «не реже» ] [ number ] «раз» «в» [ number ] unit",
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
        ("каждую среду", "каждый третий четверг месяца", "каждые 3 месяца"),
    ),
    Production(
        "modifier",
        "«каждого» unit | «(первого|второго|последнего) месяца квартала» | «текущего года» | report",
        ("до 25 числа каждого месяца", "до 20 числа последнего месяца квартала"),
    ),
    Production(
        "report",
        "( «месяца» | «года» | … ) «, следующего за отчетным» unit | «следующего» unit | «(за I полугодие)»",
        (
            "до 15 числа месяца, следующего за отчетным кварталом",
            "до 1 марта года, следующего за отчетным",
            "до 15 июля (за I полугодие отчетного года)",
        ),
    ),
    Production("whole", "«весь период» | «в течение года» | «постоянно» | …", ("В течение всего периода", "постоянно")),
    Production(
        "condition", "«по графику» | «по мере» | «согласно» | … words", ("По графику УО", "по мере необходимости")
    ),
    Production(
        "event", "«после» | «в течение» number unit | «со дня» | … words", ("в течение 10 дней после утверждения",)
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


_HEAD = """# The deadline language

Generated from `roadmapc/deadlines/page.py`; every example is read when the page is made. How a wording is understood is
shown by `roadmapc deadline "…" --period 2021-2024`.

Letter case, dashes of all kinds, no-break spaces, «ё», line breaks, glued words («до16.05»), points of abbreviations,
times of day, weekdays in brackets (which are checked) and durations beside a date do not matter.

## Grammar

| Rule | Reads | Examples and what they mean in canonical words |
| --- | --- | --- |
"""

_DATING = """
Months and years given once serve their neighbours: «5, 6 и 12 апреля 2022», «13.10 – 17.10.2022», «ноябрь 2022 – март».
A list may be due «до» each of its dates. What stands in several statements must read back as the same value, or it is
refused.

## Dating

A period of at most twelve months is one cycle: a bare month or day is the one inside it. In a longer period it recurs
each calendar year, and that is a doubt. «до D» is due on D, inclusive, and opens with the cycle. Windows are cut to the
period. Quarters are calendar quarters; school terms, holidays, the yearly cycle and the working day to act on are
settings (`calendar:` in a roadmap, `[calendar]` in `roadmapc.toml`).

## Refused

| Wording | Why (period 2021–2024) |
| --- | --- |
"""


def page() -> str:
    """Return the page in Markdown."""
    grammar = "\n".join(_row(production) for production in GRAMMAR)
    refused = "\n".join(_refused(text) for text in REFUSED)
    return f"{_HEAD}{grammar}\n{_DATING}{refused}\n"


def _row(production: Production) -> str:
    examples = "<br>".join(f"«{text}» → {wording(parse(text))}" for text in production.examples)
    right = production.right.replace("|", "\\|")
    return f"| **{production.name}** | {right} | {examples} |"


def _refused(text: str) -> str:
    try:
        read(text, MULTI_YEAR)
    except DeadlineError as error:
        marked = text[: error.start] + "**" + text[error.start : error.end] + "**" + text[error.end :]
        return f"| {marked} | {error.message} |"
    raise AssertionError(text)  # a wording that is read does not belong on this list
