"""«Учебный год» is abbreviated in an odd way.

It is «уч. г.», in small letters and with two points.

Bad:
    document: {kind: дорожная карта, title: Дорожная карта на 2021-2024 уч. Г., period: 2021-2024}

Good:
    document: {kind: дорожная карта, title: Дорожная карта на 2021-2024 уч. г., period: 2021-2024}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.checks.rules._wording import matches
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM508"
SEVERITY = Severity.NOTE

_ODD = re.compile(r"[Уу](?<!\w.)ч(?:\. *Г\.(?! ?[А-ЯЁ])|\.г\.| [гГ]\.|\.год(?!\w)|\. ?г(?![.\w]))")
_WITHOUT_FIRST = re.compile(r"ч(?<=[Уу]ч)(?:\.| [гГ]\.)")


def check(plan: Plan) -> Iterator[Finding]:
    """Report each; the fix writes «уч. г.»."""
    message = Message("the school year is abbreviated “уч. г.”")
    yield from matches(plan, _ODD, lambda _: message, lambda match: f"{match[0][0]}ч. г.", part=_WITHOUT_FIRST)
