"""A date in digits is followed by «г.».

«20.10.2022» stands alone; «г.» belongs to «20 октября 2022 г.» (ГОСТ Р 7.0.97-2025, requisite 10).

Bad:
    document: {kind: дорожная карта, title: Дорожная карта с 01.09.2021 г., period: 2021-2024}

Good:
    document: {kind: дорожная карта, title: Дорожная карта с 01.09.2021, period: 2021-2024}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._wording import Match, matches, shown
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM510"
SEVERITY = Severity.NOTE

_DATE = re.compile(r"(\d{1,2}\.\d{2}\.(?:19|20)\d\d) *(?:года|г\.|г)(?!\w)")
_YEAR = re.compile(r"\.(?:19|20)\d\d *г")
_GOES_ON = re.compile(r" *(?:[а-яё№,;)–-]|\0)")
_SHORT = 40  # characters of a field that is no sentence


def check(plan: Plan) -> Iterator[Finding]:
    """Report each date but those before a name («г. Москва»); the fix keeps the stop of a sentence in place."""
    for finding in matches(plan, _DATE, _message, lambda match: match[1], part=_YEAR):
        span = finding.span
        if span is None:
            continue
        masked_text = plan.printed_texts.masked_text
        printed = plan.printed_texts.at(span.start)
        ends = not masked_text[span.end : printed.end].strip(" \n\0")
        is_field = ends and printed.end - printed.start <= _SHORT and "\n" not in masked_text[printed.start : span.end]
        if is_field or (not ends and _GOES_ON.match(masked_text, span.end)):
            yield finding
        elif not re.match(r" +[А-ЯЁ«]", masked_text[span.end : span.end + 3]):
            yield replace(finding, fix=None)


def _message(match: Match) -> Message:
    return Message("after “{date}” no “г.” is written", date=shown(match[1]))
