"""The manual page of the deadline language: its grammar, made of the docstrings of the functions that read it.

Every example is read when the page is made.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from roadmapc.deadlines import DeadlineError, Period, grammar, parse, read
from roadmapc.deadlines.wording import wording
from roadmapc.diagnostics import Message

MULTI_YEAR = Period(date(2021, 1, 1), date(2024, 12, 31))


class Production(NamedTuple):
    """A rule of the grammar: its name, its right side, and wordings that it reads, with a title for them."""

    name: str
    right: str
    title: str
    examples: tuple[str, ...]
    function: Callable[..., object]


_LINE = re.compile(r"^([a-z-]+) = (.+(?:\n {4,}.+)*)$", re.MULTILINE)
_EXAMPLES = re.compile(r"^e\.g\. (.+?): («.+(?:\n {4,}.+)*)$", re.MULTILINE)
_NAME = re.compile(r"[a-z]+(?:-[a-z]+)*")
_TERMINAL = re.compile(r"«[^»]*»|dd\.mm\[\.yyyy\]")
TERMINALS = frozenset({"number", "ordinal", "yyyy", "yy", "month-name", "weekday", "unit", "word", "words"})
"""What the lexer knows without a production: numbers, years, words of the vocabulary, any other words."""


def productions() -> tuple[Production, ...]:
    """Return the productions in the docstrings of the functions that read them, from `deadline` down."""
    found = {production.name: production for production in _in_docstrings()}
    names = ["deadline"]
    for name in names:  # grows while it is walked
        for one in references(found[name]):
            if one not in names and one not in TERMINALS:
                names.append(one)
    unreached = found.keys() - set(names)
    if unreached:
        raise ValueError(f"no production leads to: {', '.join(sorted(unreached))}")
    return tuple(found[name] for name in names)


def references(production: Production) -> list[str]:
    """Return the names on the right side of a production, in order: of other productions and of terminals."""
    return _NAME.findall(_TERMINAL.sub("", production.right))


def _in_docstrings() -> Iterator[Production]:
    for info in pkgutil.iter_modules(grammar.__path__):
        module = importlib.import_module(f"{grammar.__name__}.{info.name}")
        for function in vars(module).values():
            if inspect.isfunction(function) and function.__module__ == module.__name__:
                text = inspect.cleandoc(function.__doc__ or "")  # from Python 3.13 on the indent is gone already
                if line := _LINE.search(text):
                    name, right = line.groups()
                    yield Production(name, " ".join(right.split()), *_examples(text), function)


def _examples(text: str) -> tuple[str, tuple[str, ...]]:
    found = _EXAMPLES.search(text)
    if not found:
        return "", ()
    return found[1], tuple(re.findall(r"«(.+?)»(?=;|$)", " ".join(found[2].split())))


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
        "all kinds, no-break spaces, line breaks, glued words («до16.05»), full stops of abbreviations, times of day, "
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
        "Quarters are calendar quarters; school quarters, school breaks, the yearly cycle and the working day to act "
        "on are settings (`calendar:` in a roadmap, `[calendar]` in `roadmapc.toml`)."
    ),
)


def page(translate: Callable[[str], str] = str) -> str:
    """Return the page in Markdown, in the language of `translate`; wordings and their meanings are Russian always."""

    def say(message: Message) -> str:
        return message.text(translate)

    read_rows = [
        (translate(production.title), f"«{text}»", wording(parse(text)))
        for production in productions()
        for text in production.examples
    ]
    rules = [(f"**{production.name}**", production.right.replace("|", "\\|")) for production in productions()]
    parts = [
        "# " + say(Message("The deadline language")),
        say(
            Message(
                "Made of the docstrings in `roadmapc/deadlines/grammar/`; every example is read when the page is made."
            )
        ),
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
        _table((say(Message("Rule")), say(Message("Reads"))), rules),
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
