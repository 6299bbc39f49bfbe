"""The document names two different periods.

The title, the order and the period must speak of the same years: a reader of the signed paper sees only the words.

Bad:
    document: {kind: дорожная карта, title: Дорожная карта на 2021-2023 годы, period: 2021-2024}

Good:
    document: {kind: дорожная карта, title: Дорожная карта на 2021-2024 годы, period: 2021-2024}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.deadlines import DeadlineError, Period
from roadmapc.deadlines.dating.periods import parse_period
from roadmapc.diagnostics import Message, Route, Severity
from roadmapc.plan import Plan
from roadmapc.russian.stems import stems

CODE = "RM204"
SEVERITY = Severity.WARNING

_YEARS = re.compile(r"на\s+(20\d\d)\s*[-–—/]\s*(?:20)?(\d\d)(?!\d)|на\s+(20\d\d)\s+(?:год|г\.)")
_END = re.compile(r"к концу (20\d\d) года")
_MONTH = "(?:январ|феврал|март|апрел|ма[йяе]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-я]{0,4}"
_NAMED = re.compile(
    r"(?:Период|Срок[иа]?) реализации\s?:?\s?(?P<words>(?:20\d\d|с\s|[а-я]+\s20\d\d)[^\n]{0,80})"
    rf"|на\s(?P<months>{_MONTH}\s20\d\d\s?[-–—]\s?{_MONTH}\s20\d\d)"
    r"|реализу\w{1,5}\s(?P<days>с\s\d[^.\n]{3,24}?20\d\d(?:\sг(?:ода|\.))?\sпо\s\d[^.\n]{3,24}?20\d\d(?:\sг(?:ода|\.))?)",
    re.IGNORECASE,
)
_UP_TO_A_MONTH = re.compile(r"на\s[а-я]{3,12}\s20")
_BEYOND = re.compile(rf"(?:на период до|\bк(?:\s{_MONTH})?)\s(20\d\d)\sгод")
_OTHERS = re.compile(
    r"\b\w{0,4}(?:программ|проект|стратеги|концепци|закон|указ|постановлен|распоряжен|приказ|продолж|предыдущ|прошл|этап|задач"
    r"|национальн|росси|стран|бюджет)\w*",
    re.IGNORECASE,
)
"""Words of a sentence that speaks of another document, of a part of this one, or of the whole country."""
_TERM = re.compile(r"(?:период|срок\w*) (?:действия|реализации|выполнения)(?! этап)|период$", re.IGNORECASE)


def check(plan: Plan) -> Iterator[Finding]:
    """Compare the years of the title, passport, order and preface with the period."""
    if plan.period is None:
        return
    own = set(stems(plan.roadmap.document.kind))
    for route, text in _texts(plan):
        for word in _other_periods(plan.period, route, text):
            said = {stem for other in _OTHERS.findall(_sentence(text, word[0])) for stem in stems(other)}
            if not said - own:
                yield _finding(route, word)
    for at, row in enumerate(plan.roadmap.passport.rows if plan.roadmap.passport else ()):
        if row.text and _TERM.match(row.name) and _names_another(row.text, plan.period):
            yield _finding(("passport", "rows", at, "text"), (0, len(row.text)))


def _other_periods(period: Period, route: Route, text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text names another period than the document's, or expects results at another end."""
    first, last = period.first.year, period.last.year
    for match in _YEARS.finditer(text):
        begin = int(match[1] or match[3])
        end = 2000 + int(match[2]) if match[2] else begin
        if (begin, end) != (first, last):
            yield match.span()
    ends = list(_END.finditer(text))
    if len(ends) == 1 and int(ends[0][1]) != last:  # several are steps on the way
        yield ends[0].span()
    for match in _NAMED.finditer(text) if _may_name_another(text) else ():
        if _names_another(match[match.lastgroup or 0], period):
            yield match.span(match.lastgroup or 0)
    if route[-1] == "title" or "езультат" in text:
        yield from (match.span() for match in _BEYOND.finditer(text) if not first <= int(match[1]) <= last)


def _may_name_another(text: str) -> bool:
    """Say whether a text has what those that name a period have, which is seen far faster."""
    small = text.lower()
    return "реализ" in small or _UP_TO_A_MONTH.search(small) is not None


def _names_another(words: str, period: Period) -> bool:
    try:
        return parse_period(words.rstrip(" .")) != period
    except DeadlineError:
        return False


def _sentence(text: str, at: int) -> str:
    """Return the sentence before a place."""
    return re.split(r"[.!?]\s|\n", text[:at])[-1]


def _finding(route: Route, word: tuple[int, int]) -> Finding:
    message = Message("the period named here is not the document's")
    return Finding(route, message, word=word, labels=((("document", "period"), Message("the period")),))


def _texts(plan: Plan) -> Iterator[tuple[Route, str]]:
    roadmap = plan.roadmap
    yield ("document", "title"), roadmap.document.title or ""
    if roadmap.passport:
        yield ("passport", "title"), roadmap.passport.title or ""
        for at, row in enumerate(roadmap.passport.rows):
            if "езультат" in row.name:
                yield ("passport", "rows", at, "text"), row.text or ""
    if roadmap.order:
        yield ("order", "subject"), roadmap.order.subject
        for at, item in enumerate(roadmap.order.items):
            yield ("order", "items", at), item.text
    for at, part in enumerate(roadmap.preface):
        yield ("preface", at, "text"), part.text or ""
