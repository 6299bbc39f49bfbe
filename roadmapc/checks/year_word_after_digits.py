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

from roadmapc.checks._finding import Finding
from roadmapc.checks._wording import matches, shown
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM510"
SEVERITY = Severity.NOTE

_DATE = re.compile(r"(\d{1,2}\.\d{2}\.(?:19|20)\d\d) *(?:года|г\.|г)(?!\w)")


def check(plan: Plan) -> Iterator[Finding]:
    """Report each date; the fix drops what follows the digits."""
    yield from matches(
        plan,
        _DATE,
        lambda match: Message("after “{date}” no “г.” is written", date=shown(match[1])),
        lambda match: match[1],
    )
