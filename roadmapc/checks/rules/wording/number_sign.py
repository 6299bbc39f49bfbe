"""«N» stands for «№», or «№» touches its number.

Legal databases write «N» for want of the sign; official documents print «№» with a space.

Bad:
    document: {kind: дорожная карта, title: Дорожная карта лицея N 5, period: 2021-2024}

Good:
    document: {kind: дорожная карта, title: Дорожная карта лицея № 5, period: 2021-2024}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._wording import matches
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM507"
SEVERITY = Severity.NOTE

_LATIN = re.compile(r"N(?<![\w-]N)(?<![A-Za-z] N)(?:o\.? *| +)(?=\d)")
_TOUCHING = re.compile(r"№(?<!№№)(?=\d)")


def check(plan: Plan) -> Iterator[Finding]:
    """Report each; the fix writes «№» and a space."""
    message = Message("before a number stands “№” and a space")
    for finding in matches(plan, (_LATIN, _TOUCHING), lambda _: message, lambda _: "№ "):
        yield replace(finding, hint=None)
