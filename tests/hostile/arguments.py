"""Arguments that nobody means: words, days, numbers, options beside each other, names of what there is not."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import ANY, FAILED, ROADMAP, Case, Command, beside_a_roadmap

COMMANDS = (
    *("check", "build", "due", "fmt", "deadline", "inspect", "import", "templates", "explain", "rules", "schema"),
)
WORDS = (
    *("", " ", "-", "--", "---", "--nobody", "-z", "--=", "\udcff", "а" * 5_000, "{0}", "%s", "{name}", "\x1b[31m"),
    *("*", "?", "~", "$HOME", "`id`", "'", '"', "\n", "\u202e", "NaN", "-1", "1e999", "0x10"),
)
IDLE = ("--format", "--out", "--today", "--lang", "--templates", "--nobody")
DAYS = (
    *(" ", "завтра", "31.02.2026", "2026-02-31", "0.0.0", "99999-01-01", "01.01.10000", "1" * 1_000, "-1"),
    *("29.02.2023", "2026-1", "\udcff", "{text}"),
)
MONTHS = (
    *("", "0", "13", "-1", "мартобрь", "5-5-5", "2022-13", "99999-05", "май май", "may 99999", "1" * 1_000),
    *("м" * 1_000, "\udcff", "{text}"),
)
NUMBERS = ("", "0", "-1", "9999", "10000", "1" * 30, "x", "1.5", "1e3", "1" * 5_000)
RULES = ("no-such-rule", "RM", "RM9", "", ",", ",,,", "а" * 500, "RM1,nobody", "*", "\udcff")
FORMATS = ("xml", "", "json,text", "../x", "а")
LANGUAGES = ("", "xx", "ru_RU", "\udcff", "а" * 1_000)
WORDINGS = (
    *("", " ", "\x01", "до" * 2_000, "1 мая " * 1_000, "(" * 5_000, "31.02.2022", "май " + "9" * 500, "\u202eмай"),
    *(
        "м\u0301ай",
        "MAY",
        "до 99.99.99",
        "с по с по с по",
        "- - - - -",
        "ежегодно ежемесячно",
        "🎉",
        "\udcff",
        "{text}",
    ),
)
TOGETHER: tuple[Command, ...] = (
    ("check", "--unsafe-fixes", ROADMAP),
    ("check", "--diff", "--out", "x", ROADMAP),
    ("check", "--write-baseline", "b", "--out", "x", ROADMAP),
    ("check", "--out", ROADMAP, ROADMAP),
    ("due", "--month", "5", "--from", "2022-01-01", ROADMAP),
    ("due", "--from", "2022-02-01", "--until", "2022-01-01", ROADMAP),
    ("due", "--owner", "nobody", ROADMAP),
    ("due", "--municipality", "nobody", ROADMAP),
    ("fmt", "-", ROADMAP),
    ("templates", "copy", "templates", "more"),
    ("templates", "move"),
)


def _shown(text: str) -> str:
    return f"{text[:12]!r} ({len(text)})"


def _words() -> Iterator[Case]:
    for word in COMMANDS:
        for given in WORDS:
            yield beside_a_roadmap(f"{word} {_shown(given)}", (word, given), codes=ANY)
        yield beside_a_roadmap(f"{word} with too much", (word, *["а"] * 300), codes=ANY)
        for option in IDLE:
            yield beside_a_roadmap(f"{word} {option} of nothing", (word, option), codes=FAILED)
    for given in LANGUAGES:
        yield beside_a_roadmap(f"language {_shown(given)}", ("--lang", given, "check", ROADMAP), codes=FAILED)
    for command in TOGETHER:
        yield beside_a_roadmap(" ".join(command), command, codes=FAILED)


def _times() -> Iterator[Case]:
    for given in DAYS:
        days = (("check", "--today", given, ROADMAP), ("build", "--today", given, ROADMAP))
        yield beside_a_roadmap(f"today {_shown(given)}", *days, codes=FAILED)
        for option in ("--from", "--until"):
            yield beside_a_roadmap(f"{option} {_shown(given)}", ("due", option, given, ROADMAP), codes=FAILED)
    for given in MONTHS:
        yield beside_a_roadmap(f"month {_shown(given)}", ("due", "--month", given, ROADMAP), codes=FAILED)
    for given in NUMBERS:
        yield beside_a_roadmap(f"year {_shown(given)}", ("due", "--year", given, ROADMAP), codes=ANY)
    for given in WORDINGS:
        yield beside_a_roadmap(f"wording {_shown(given)}", ("deadline", given), codes=ANY)
        dated = (("deadline", "--period", "2021-2024", given), ("deadline", "--period", given, "май"))
        yield beside_a_roadmap(f"wording and period {_shown(given)}", *dated, codes=ANY)


def _choices() -> Iterator[Case]:
    for given in RULES:
        select = ("check", "--no-cache", "--select", given, ROADMAP)
        ignore = ("check", "--no-cache", "--ignore", given, ROADMAP)
        yield beside_a_roadmap(f"rules {_shown(given)}", select, ignore, codes=ANY)
        yield beside_a_roadmap(f"page {_shown(given)}", ("explain", given), codes=ANY)
    for given in FORMATS:
        for word, what in {"check": ROADMAP, "due": ROADMAP, "inspect": "a.docx", "deadline": "май"}.items():
            yield beside_a_roadmap(f"{word} as {given!r}", (word, "--format", given, what), codes=FAILED)
        yield beside_a_roadmap(f"build to {given!r}", ("build", "--to", given, ROADMAP), codes=FAILED)
        yield beside_a_roadmap(f"schema of {given!r}", ("schema", given), codes=FAILED)


def cases() -> Iterator[Case]:
    """Yield what may stand in a command line."""
    yield from _words()
    yield from _times()
    yield from _choices()
