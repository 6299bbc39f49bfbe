"""A hyphen stands for a dash.

A hyphen joins the parts of a word; between words and in «(далее – Дорожная карта)» stands a dash with spaces around it.

Bad:
    document: {kind: дорожная карта, title: Дорожная карта (далее - Карта), period: 2021-2024}

Good:
    document: {kind: дорожная карта, title: Дорожная карта (далее – Карта), period: 2021-2024}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._wording import FIELDS, torn_compounds
from roadmapc.diagnostics import Edit, Fix, Message, Severity, Span
from roadmapc.plan import Plan
from roadmapc.russian.calendar import MONTHS

CODE = "RM506"
SEVERITY = Severity.NOTE

_MONTH = "|".join(month[0] for month in MONTHS)
_MONTHS = rf"(?:{_MONTH})"
_HYPHEN = re.compile(
    r"-(?:(?P<both>(?<= -)(?= +[а-яёА-ЯЁ«(]))"
    r"|(?P<number>(?<= -)(?= +\d))"
    rf"|(?P<month>(?<=[а-яё.]-)(?= +{_MONTHS})|(?<= -)(?={_MONTHS})|(?<=[а-яё]-)(?={_MONTHS} +\d{{4}}))"
    r"|(?P<torn>(?<=[а-яё]-)(?= +(?!и\b|или\b|,)[а-яё])|(?<= -)(?=[а-яё])))",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"[а-яё».)\"”“]|\d", re.IGNORECASE)
_MONTH_BEFORE = re.compile(rf"{_MONTHS}$", re.IGNORECASE)
_MONTH_AFTER = re.compile(_MONTHS, re.IGNORECASE)
_JOINED_BEFORE = re.compile(
    r"\b(?:семинар|мастер|педагог|учитель|план|урок|конкурс|фестиваль|форум|выставка|игра|тренер|анкета|портал"
    r"|онлайн|офлайн|веб|интернет|видео|медиа|пресс|блиц|экспресс|мини|чек|офис|арт|квест|кейс)$",
    re.IGNORECASE,
)  # «семинар-практикум», «план-график»
_NAME = re.compile(r"\w{1,30} {0,30}- {0,30}на {0,30}- {0,30}\w")


def check(plan: Plan) -> Iterator[Finding]:
    """Report hyphens with a space beside them; the fix writes a dash, a safe one where it can be nothing else."""
    masked_text = plan.printed_texts.masked_text
    torn = {match.start("gap") for _, match, _ in torn_compounds(plan)}
    for route, match in plan.printed_texts.find(_HYPHEN):
        start, end = _stretch(masked_text, *match.span())
        left = masked_text[start - 1 : start]
        if FIELDS & set(route[-1:]) or start in torn or not _BEFORE.match(left) or _is_range(masked_text, start, end):
            continue
        if match.lastgroup == "number" and not left.isalpha():
            continue  # «10 - 15»
        span = Span(start, end)
        act = left.isdigit() and masked_text[end : end + 2].isupper()  # «273 - ФЗ»
        noun = masked_text[end : end + 1].islower() and _JOINED_BEFORE.search(masked_text, max(start - 10, 0), start)
        if (
            match.lastgroup in {"torn", "number"}
            or act
            or noun
            or _NAME.search(masked_text, max(start - 20, 0), end + 20)
        ):
            message = Message("a space beside a hyphen: it is part of a word, or a dash is meant")
            yield Finding(route, message, span=Span(start - 1, end + 1))
        else:
            safe = match.lastgroup == "month" or _is_dash(masked_text, start, end)
            fix = Fix((Edit(span, " – "),), safe)
            yield Finding(route, Message("a hyphen stands for a dash"), span=span, fix=fix)


def _is_dash(masked_text: str, start: int, end: int) -> bool:
    """Say whether it can be nothing else: «(далее - Карта)», beside a bracket or a quote, between months."""
    before, after = masked_text[max(start - 9, 0) : start], masked_text[end : end + 9]
    if before.endswith("далее") or before[-1:] in '»)"”“' or after[:1] in "«(":
        return True
    return bool(_MONTH_BEFORE.search(before) and _MONTH_AFTER.match(after))


def _stretch(masked_text: str, start: int, end: int) -> tuple[int, int]:
    """Return the hyphen with the spaces beside it."""
    while masked_text[start - 1 : start] == " ":
        start -= 1
    while masked_text[end : end + 1] == " ":
        end += 1
    return start, end


def _is_range(masked_text: str, start: int, end: int) -> bool:
    """Say whether a month range is written without spaces on purpose: «май-июнь 2022»."""
    word = re.search(r"\w+$", masked_text[max(start - 9, 0) : start])
    return bool(word and end - start == 1 and re.fullmatch(_MONTHS, word[0], re.IGNORECASE))
