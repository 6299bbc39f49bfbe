"""A fixed phrase of official Russian has a wrong form.

«В рамах» (a word that exists, so that no dictionary sees it), «по окончанию», «согласно приказа», «на 2021-2024 год».

Bad:
    document: {kind: дорожная карта, title: Дорожная карта в рамах проекта, period: 2021-2024}

Good:
    document: {kind: дорожная карта, title: Дорожная карта в рамках проекта, period: 2021-2024}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._wording import Match, matches
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan
from roadmapc.russian.calendar import MONTHS

CODE = "RM512"
SEVERITY = Severity.WARNING

_RIGHT = {
    "в рамах": "в рамках",
    "в течении всего": "в течение всего",
    "в течении года": "в течение года",
    "в течении месяца": "в течение месяца",
    "в течении недели": "в течение недели",
    "в течении периода": "в течение периода",
    "в течении учебного": "в течение учебного",
    **{f"в течении {month}": f"в течение {month}" for _, month, _ in MONTHS},
    "не смотря на": "несмотря на",
    "по вопросам, касающихся": "по вопросам, касающимся",
    "по истечению": "по истечении",
    "по итогам результатов": "по результатам",
    "по окончанию": "по окончании",
    "по прибытию": "по прибытии",
    "согласно графика": "согласно графику",
    "согласно плана": "согласно плану",
    "согласно положения": "согласно положению",
    "согласно приказа": "согласно приказу",
    "согласно распоряжения": "согласно распоряжению",
    "аналитических ответов": "аналитических отчетов",
    "преподавателей организаторов": "преподавателей-организаторов",
    "увеличение участников": "увеличение числа участников",
    "учителей предметников": "учителей-предметников",
    "учителям предметникам": "учителям-предметникам",
    "детей ОВЗ": "детей с ОВЗ",
    "детьми ОВЗ": "детьми с ОВЗ",
    "детям ОВЗ": "детям с ОВЗ",
    "№/п": "№ п/п",
}
_FIRST = "".join(sorted({letter for phrase in _RIGHT for letter in (phrase[0], phrase[0].upper())}))
_WRONG = re.compile(
    rf"[{_FIRST}/2](?:(?<!\w.)(?:{'|'.join(phrase[1:] for phrase in _RIGHT).replace(' ', ' +')})\b"
    r"|(?<=[а-яё]/)(?<!\bи/)или\b|(?<=на 2)0\d\d *[-–] *20\d\d года?\b)"
)


def check(plan: Plan) -> Iterator[Finding]:
    """Report each; the fix, to be read over, writes the right form."""
    for finding in matches(plan, _WRONG, _message, _cure, safe=False):
        if finding.fix:
            yield finding


def _message(match: Match) -> Message:
    return Message("“{phrase}” is not the right form", phrase=" ".join(match[0].split()))


def _cure(match: Match) -> str | None:
    words = " ".join(match[0].split())
    if words[0] == "/":
        return " и/или"
    if words[0] == "2":
        return words.rpartition(" ")[0] + " годы"
    right = _RIGHT.get(words[0].lower() + words[1:])
    if right is None:
        return None  # the beginning of one phrase with the rest of another
    return right[0].upper() + right[1:] if words[0].isupper() else right
