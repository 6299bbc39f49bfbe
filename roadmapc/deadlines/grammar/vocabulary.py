"""The vocabulary: every form of every word that has a meaning in a deadline, as data.

Words are in lower case with «е» for «ё». A word's meaning is a (kind, value) pair; the lexer looks words up here and
the grammar decides by kind.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args

Kind = Literal[
    "NUM", "ORD", "CARD", "DMY", "DM", "MY", "YEAR", "BADDATE", "TIME", "DOCREF",
    "MONTH", "WEEKDAY", "UNIT", "SEASON", "SEASONAL", "SCHOOL_BREAK", "EDGE", "HALFPART", "DATE", "SCHOOL", "PLAINYEAR",
    "UNTIL", "FROM", "TO", "BY", "IN", "ON", "FOR", "NOT", "BUT", "AND", "AFTER", "DURING",
    "LATER", "EARLIER", "RARER", "OFTENER", "ONCE", "TWICE", "RHYTHM", "EACH", "ALWAYS", "WHOLE",
    "PERIOD", "DEADLINE_WORD", "STAGE", "MOMENT", "LATERON", "STARTING", "RESULTS", "INCLUSIVE",
    "REPORTED", "NEXT", "CURRENT", "PRECEDING", "PLANNED",
    "COMMA", "SEMI", "COLON", "LPAR", "RPAR", "DOT", "SLASH", "PLUS", "DASH", "NEWLINE", "ELLIPSIS", "BLANK",
    "WORD", "OTHER", "END",
]  # fmt: skip
"""What a token is to the grammar: numbers and dates; parts of the calendar; prepositions; rhythms; words that point at
a period; punctuation; any other word."""

KINDS: tuple[Kind, ...] = get_args(Kind)

Meaning = tuple[Kind, Any]
"""A kind of token and what it stands for: 5 of «май», «quarter» of «квартала»."""


def _forms(stem: str, endings: str) -> list[str]:
    return [stem + ending.strip("-") for ending in endings.split()]


MONTH_STEMS: tuple[tuple[str, str, str], ...] = (
    ("январ", "ь я ю е ем", "янв"),
    ("феврал", "ь я ю е ем", "фев февр"),
    ("март", "- а у е ом", "мар"),
    ("апрел", "ь я ю е ем", "апр"),
    ("ма", "й я ю е ем", ""),
    ("июн", "ь я ю е ем", "июн"),
    ("июл", "ь я ю е ем", "июл"),
    ("август", "- а у е ом", "авг"),
    ("сентябр", "ь я ю е ем", "сен сент"),
    ("октябр", "ь я ю е ем", "окт"),
    ("ноябр", "ь я ю е ем", "ноя нояб"),
    ("декабр", "ь я ю е ем", "дек"),
)

WEEKDAY_FORMS: tuple[tuple[str, str, str], ...] = (
    ("понедельник", "- а у ом е и ам ов", "пн понед"),
    ("вторник", "- а у ом е и ам ов", "вт"),
    ("сред", "а ы у ой е ам", "ср"),
    ("четверг", "- а у ом е и ам ов", "чт четв"),
    ("пятниц", "а ы у ей е ам", "пт пятн"),
    ("суббот", "а ы у ой е ам", "сб"),
    ("воскресень", "е я ю ем ям", "вс воскр"),
)

ADJECTIVE = "ый ий ой ая яя ое ее ого его ому ему ым им ом ем ую юю ей ые ие ых их ыми ими"
_SOFT = "ий ья ье ьего ьему ьим ьем ью ьей ьи ьих"
ORDINALS: tuple[tuple[int, str, str], ...] = (
    (1, "перв", ADJECTIVE),
    (2, "втор", ADJECTIVE),
    (3, "трет", _SOFT),
    (4, "четверт", ADJECTIVE),
    (5, "пят", ADJECTIVE),
    *(
        (n, stem, ADJECTIVE)
        for n, stem in enumerate(["шест", "седьм", "восьм", "девят", "десят", "одиннадцат", "двенадцат"], 6)
    ),
    *(
        (n, f"{stem}надцат", ADJECTIVE)
        for n, stem in enumerate(["три", "четыр", "пят", "шест", "сем", "восем", "девят"], 13)
    ),
    *((20, "двадцат", ADJECTIVE), (30, "тридцат", ADJECTIVE)),
    (-1, "последн", ADJECTIVE),
)
CARDINALS: tuple[tuple[int, str], ...] = (
    (1, "один одна одно одного одной одну одному"),
    (2, "два две двух двум"),
    (3, "три трех трем"),
    (4, "четыре четырех"),
    (5, "пять пяти"),
    (6, "шесть шести"),
    (7, "семь семи"),
    (8, "восемь восьми"),
    (9, "девять девяти"),
    (10, "десять десяти"),
    *(
        (n, f"{stem}надцать {stem}надцати")
        for n, stem in enumerate(["один", "две", "три", "четыр", "пят", "шест", "сем", "восем", "девят"], 11)
    ),
    *((20, "двадцать двадцати"), (30, "тридцать тридцати")),
)
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "і": 1, "іі": 2, "ііі": 3}

UNITS: tuple[tuple[str, str, str], ...] = (
    ("year", "год", "- а у ом ы ов ам ах е"),
    ("half", "полугоди", "е я ю ем и й ям ях"),
    ("quarter", "квартал", "- а у ом е ы ов ам ах"),
    ("school_quarter", "четверт", "ь и ью ей ям ях"),
    ("trimester", "триместр", "- а у ом е ы ов ам ах"),
    ("month", "месяц", "- а у ем е ы ев ам ах"),
    ("ten_days", "декад", "а ы е у ой ам"),
    ("week", "недел", "я и е ю ей ь ям ях"),
    ("day", "д", "ень ня ню нем не ни ней ням нях"),
    ("hour", "час", "- а у ом ов ы ам"),
)

SEASONS: tuple[tuple[int, str, str], ...] = (
    (1, "зим", "а ы е у ой"),
    (2, "весн", "а ы е у ой"),
    (3, "лет", "о а у ом"),
    (4, "осен", "ь и ью"),
)
SEASON_ADJECTIVES: tuple[tuple[int, str], ...] = ((1, "зимн"), (2, "весенн"), (3, "летн"), (4, "осенн"))

RHYTHMS: tuple[tuple[str, str], ...] = (
    ("year", "ежегодн"),
    ("quarter", "ежеквартальн"),
    ("month", "ежемесячн"),
    ("ten_days", "ежедекадн"),
    ("week", "еженедельн"),
    ("day", "ежедневн"),
)

_FIXED: tuple[tuple[Kind, Any, str], ...] = (
    ("UNTIL", None, "до"),
    ("FROM", None, "с со c"),
    ("TO", None, "по"),
    ("BY", None, "к ко"),
    ("IN", None, "в во"),
    ("ON", None, "на"),
    ("FOR", None, "за"),
    ("NOT", None, "не"),
    ("BUT", None, "но"),
    ("AND", None, "и"),
    ("LATER", None, "позднее позже"),
    ("RARER", None, "реже менее"),
    ("OFTENER", None, "чаще более"),
    ("EARLIER", None, "ранее раньше"),
    ("ONCE", None, "раз раза разу р"),
    ("TWICE", 2, "дважды"),
    ("TWICE", 3, "трижды"),
    ("UNIT", "year", "г гг лет"),
    ("UNIT", "month", "мес"),
    ("UNIT", "quarter", "кв"),
    ("UNIT", "week", "нед"),
    ("UNIT", "hour", "ч"),
    ("UNIT", "half", "полгода"),
    ("DURING", None, "течение течении теч течен протяжении"),
    ("WHOLE", None, "весь всего всей всему"),
    ("ALWAYS", None, "постоянно систематически непрерывно круглогодично"),
    ("PERIOD", None, "период периода периоде периодом периоду"),
    ("DEADLINE_WORD", None, "срок срока сроки"),
    ("EDGE", "start", "начало начала начале началу"),
    ("EDGE", "middle", "середина середины середине середину середины"),
    ("EDGE", "end", "конец конца конце концу окончания окончание"),
    ("HALFPART", None, "половина половины половине половину"),
    ("DATE", None, "число числа числу числам числах"),
    ("INCLUSIVE", None, "включительно вкл"),
    ("SCHOOL", None, "уч учебный учебного учебном учебному учебных учебные учебной учебную"),
    ("PLAINYEAR", None, "финансового финансовом календарного календарном календарный"),
    ("SCHOOL_BREAK", None, "каникулы каникул каникулах каникулам каникулярное"),
    (
        "STAGE",
        None,
        "этап этапа этапе тур тура курс модуль смена",
    ),
    ("MOMENT", None, "момента даты"),
    ("AFTER", None, "после через перед накануне"),
    ("NEXT", None, "след"),
    ("LATERON", None, "далее"),
    ("STARTING", None, "начиная"),
    ("RESULTS", None, "итогам"),
    ("RHYTHM", "quarter", "поквартально"),
    ("RHYTHM", "month", "помесячно"),
    ("CURRENT", None, "т"),
)

CONDITION_HEADS: dict[str, str] = {
    # how the second word may begin, by the first word of a condition; "" is any word
    "по": (
        "мере|график|план|отд|согласован|запрос|требован|заявк|заявлен|необходимост|положен|приказ|распоряжен"
        "|расписан|факту|программ|обращен|поручен|решен|договор|особ|индивидуальн|годов|установленн|утвержден"
        "|календарн|учебн|полож|сетев|срокам|усмотрен|возможност|циклограмм|соглашен|регламент|порядк|отдельно"
    ),
    "при": "необходимост|наличи|услови|возможност|финансирован|поступлени|обращени|выделени|потребност",
    "рабочем": "порядк",
    **dict.fromkeys(
        (
            "согласно",
            "соответствии",
            "случае",
            "установленном",
            "установленные",
            "установленный",
            "зависимости",
            "рамках",
        ),
        "",
    ),
    "пределах": "",
    **dict.fromkeys(("срок", "сроки", "дата", "даты"), "уточня|определ|будет|будут|устан|не определ|по "),
    **dict.fromkeys(("будет", "будут"), "уточн|определ|установ|сообщ"),
    **dict.fromkeys(("уточняется", "уточняются", "определяется", "определяются"), ""),
}


def _all_words() -> Iterator[tuple[Kind, Any, list[str]]]:
    """Yield (kind, value, forms); where a form comes twice, the first meaning holds."""
    for number, (stem, endings, short) in enumerate(MONTH_STEMS, 1):
        yield "MONTH", number, _forms(stem, endings) + short.split()
    for number, (stem, endings, short) in enumerate(WEEKDAY_FORMS):
        yield "WEEKDAY", number, _forms(stem, endings) + short.split()
    for kind, value, words in _FIXED:
        yield kind, value, words.split()
    for unit, stem, endings in UNITS:
        yield "UNIT", unit, _forms(stem, endings)
    for number, stem, endings in ORDINALS:
        yield "ORD", number, _forms(stem, endings)
    for number, words in CARDINALS:
        yield "CARD", number, words.split()
    for word, number in ROMAN.items():
        yield "ORD", number, [word]
    for number, stem, endings in SEASONS:
        yield "SEASON", number, _forms(stem, endings)
    for number, stem in SEASON_ADJECTIVES:
        yield "SEASONAL", number, [*_forms(stem, ADJECTIVE), stem + "е", stem + "ее"]
    for unit, stem in RHYTHMS:
        yield "RHYTHM", unit, [*_forms(stem, ADJECTIVE), stem + "о"]
    for kind, stem in _ADJECTIVES:
        yield kind, None, _forms(stem, ADJECTIVE)


_ADJECTIVES: tuple[tuple[Kind, str], ...] = (
    ("EACH", "кажд"),
    ("REPORTED", "отчетн"),
    ("REPORTED", "истекш"),
    ("REPORTED", "прошедш"),
    ("NEXT", "следующ"),
    ("CURRENT", "текущ"),
    ("PRECEDING", "предшествующ"),
    ("PRECEDING", "предыдущ"),
    ("PRECEDING", "прошл"),
    ("PLANNED", "планируем"),
    ("PLANNED", "планов"),
    ("PLANNED", "очередн"),
)

WORDS: dict[str, Meaning] = {}
for _kind, _value, _words in _all_words():
    for _word in _words:
        WORDS.setdefault(_word, (_kind, _value))

MONTH_WORDS = frozenset(word for word, (kind, _) in WORDS.items() if kind == "MONTH" and len(word) > 3)
"""Month names in all cases, for suggestions."""

SUGGESTIONS = tuple(
    sorted(
        word
        for word, (kind, _) in WORDS.items()
        if len(word) > 3 and kind in {"MONTH", "UNIT", "RHYTHM", "WEEKDAY", "ORD", "EACH", "DURING", "ALWAYS", "LATER"}
    )
)
