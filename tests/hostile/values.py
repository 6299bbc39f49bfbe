"""Texts that a roadmap may hold, odd as they are: each is told of, or printed, and what is built is whole."""

from __future__ import annotations

from collections.abc import Iterator

from tests.conftest import CLEAN
from tests.hostile.case import Case, source, value
from tests.hostile.sources import HEAD

TEXTS = {
    "blank": " ",
    "no-break spaces": "\u00a0\u00a0",
    "a break": "\n",
    "nothing seen": "\u200b\u2060\ufeff\u00ad",
    "a dash": "–",
    "markup": "<b>&amp;</b><script>alert(1)</script>",
    "the end of a section": "]]>",
    "an entity": "&#27; &nbsp; &nobody; &",
    "a template": "{{ 7 * 7 }}{% if %}{# ",
    "a format": "{0} {name} %s %(a)s %",
    "braces": "{ } {{ }} }{",
    "a path": "../../../../etc/passwd",
    "a field of Word": "{ INCLUDETEXT C:\\\\secret }",
    "a formula": "=cmd|' /C calc'!A0",
    "lines of a calendar": "а\nEND:VEVENT\nBEGIN:VALARM\nа",
    "signs of a calendar": 'а;б,в\\г:д"е',
    "one long word": "а" * 5_000,
    "many words": "слово " * 5_000,
    "many lines": "строка\n" * 3_000,
    "many spaces": "а" + " " * 20_000 + "б",
    "many dashes": "-" * 20_000,
    "many brackets": "(" * 5_000 + ")" * 5_000,
    "many quotes": "«" * 5_000 + "»" * 5_000,
    "many digits": "1" * 5_000,
    "many points": "." * 20_000,
    "many commas": "а, " * 5_000,
    "many slashes": "/" * 10_000,
    "many percent signs": "%" * 10_000,
    "many number signs": "№ 1 " * 5_000,
    "many items": "- а\n" * 5_000,
    "as many items as may be": "- а\n" * 24_000,
    "as many brackets as may be": "(" * 99_000,
    "many numbered items": "".join(f"{at}) а\n" for at in range(1, 2_000)),
    "many tabs": "а" + "\t" * 10_000 + "б",
    "many combining marks": "а" + "\u0301" * 5_000,
    "many emoji": "👨\u200d👩\u200d👧" * 1_000,
    "letters of Arabic": "العربية " * 50,
    "letters of two planes": "𝕏𠀀" * 500,
    "Latin look-alikes": "Пpoвecти oтчeт",
    "a mark of order": "\u200fа\u200e",
    "a soft hyphen": "про\u00adвести",
    "a byte order mark inside": "про\ufeffвести",
    "old Mac breaks": "а\n\n\n\n\n\nб",
    "hundred initials": "И.И. Иванов, " * 500,
}
DEADLINES = (
    *("31.02.2022", "0.0.0", "99.99.9999", "01.01.0001", "31.12.9999", "30 февраля", "32 мая 2022", "до", "с", "по"),
    *("с 1 по", "май май май", "ежедневно ежегодно", "каждый", "до до до", "1" * 3_000, "мая " * 2_000, "- " * 2_000),
    *("с 1 мая по 1 мая " * 300, "до 1 мая, " * 1_000, "1-2-3-4-5", "2022-2021", "1 мая 2022 – 1 мая 2021", "МАЙ 2022"),
    *(
        "1 мая 99999999999999999999",
        "X квартал",
        "5 квартал 2022",
        "третий вторник",
        "0 раз в год",
        "1000000 раз в год",
    ),
    *("за 5 дней до", "через 99999999 дней после", "\\", "(((((", "май 2022" + ")" * 1_000, "🎉 2022", "2022" * 500),
)
PERIODS = (
    *(
        "0",
        "9999",
        "0001-9999",
        "2024-2021",
        "1900-2100",
        "2021",
        "май",
        "01.01.2021 – 31.12.2020",
        "2021/2020 учебный год",
    ),
    *("1" * 2_000, "-", "2021-", "-2024", "99999-99999", "31.02.2021 – 31.03.2021", "2021" * 500),
)
NAMES = (
    *("../x", "..", ".", "/etc", "a/b", "a\\\\b", "con", "NUL.txt", "COM1", "COM0", "COM¹", "lpt²", "LPT9.docx", "aux"),
    *(
        "a" * 83,
        "𝕏" * 82,
        "𠀀" * 80,
        "a b",
        ".hidden",
        "-x",
        "a.",
        "a ",
        "~",
        "C:",
        "a:b",
        "a*",
        "a?",
        "<a>",
        "|",
        "%2e%2e",
    ),
    *("manifest.json/x", "\u202ea", "a\u0000"),
)
DATES = (
    "31.02.2022",
    "2022-13-01",
    "0.0.0",
    "завтра",
    "1" * 500,
    "01.01.10000",
    "29.02.2023",
    "٠١.٠١.٢٠٢٢",
    "1.1.1",
    "-1",
)
LINES = ("municipality.name", "title", "activity", "owners", "result", "deadline", "organisation")


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
    return f'"{escaped}"'


def _with(key: str, text: str) -> str:
    said = _quoted(text)
    old = {
        "municipality.name": "name: Район",
        "title": "title: Мониторинг",
        "activity": "activity: Провести мониторинг",
    }
    old |= {"owners": "owners: методист", "result": "result: Справка", "deadline": "deadline: май 2022"}
    if key == "organisation":
        order = "subject: О, items: [А], signature: {position: Н, name: И}"
        return f"{CLEAN}order: {{letterhead: {{organisation: [{said}]}}, {order}}}\n"
    return CLEAN.replace(old[key], f"{old[key].partition(':')[0]}: {said}")


def cases() -> Iterator[Case]:
    """Yield what a roadmap may hold, and hardly should."""
    for number, (name, text) in enumerate(TEXTS.items()):
        keys = (LINES[number % len(LINES)], "activity" if number % len(LINES) != 2 else "result")
        for key in keys:
            yield value(f"{key} is {name}", _with(key, text))
    for text in DEADLINES:
        yield value(f"deadline {text[:24]} ({len(text)})", _with("deadline", text))
    for text in PERIODS:
        yield value(f"period {text[:24]} ({len(text)})", CLEAN.replace("2021-2024", _quoted(text)))
    for text in NAMES:
        yield source(f"id {text[:12]} ({len(text)})", CLEAN + f'id: "{text}"\n', codes=frozenset({0, 1}))
    for text in DATES:
        yield value(f"date {text[:12]}", CLEAN + f'approval: {{act: приказом, date: "{text}", number: 1}}\n')
        yield value(f"dates {text[:12]}", CLEAN.replace("май 2022", f'{{text: май 2022, dates: ["{text}"]}}'))
    yield source("empty passport", CLEAN + "passport: {rows: []}\n", says="RM013")
    yield source("no sections", HEAD + "sections: []\n", codes=frozenset({0, 1}))
    yield source("blank paragraphs", CLEAN.replace("Провести мониторинг", "['', ' ']"), says="RM013")
    yield value("rows in rows", HEAD + _nested(12))
    yield source("rows in too many rows", HEAD + _nested(20), codes=frozenset({0, 1}))
    yield value("the same row often", CLEAN + "".join(CLEAN.splitlines(keepends=True)[5:]) * 200)


def _nested(depth: int) -> str:
    text = "{activity: А, deadline: май 2022, owners: а, result: б}"
    for _ in range(depth):
        text = f"{{activity: А, deadline: май 2022, owners: а, result: б, activities: [{text}]}}"
    return f"sections: [{{title: А, activities: [{text}]}}]\n"
