"""A fixed phrase of official Russian has a wrong form.

«В рамах» (a word that exists, so that no dictionary sees it), «по окончанию», «согласно приказа», «в соответствие с».

Bad:
    document: {kind: дорожная карта, title: Дорожная карта в рамах проекта, period: 2021-2024}

Good:
    document: {kind: дорожная карта, title: Дорожная карта в рамках проекта, period: 2021-2024}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks._finding import Finding
from roadmapc.checks._wording import Match, matches
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM512"
SEVERITY = Severity.WARNING

_RIGHT = {
    "в рамах": "в рамках",
    "в соответствие с": "в соответствии с",
    "в следствие": "вследствие",
    "в следствии": "вследствие",
    "в течении": "в течение",
    "в продолжении": "в продолжение",
    "не смотря на": "несмотря на",
    "по завершению": "по завершении",
    "по истечению": "по истечении",
    "по окончанию": "по окончании",
    "по прибытию": "по прибытии",
    "согласно графика": "согласно графику",
    "согласно плана": "согласно плану",
    "согласно положения": "согласно положению",
    "согласно приказа": "согласно приказу",
    "согласно распоряжения": "согласно распоряжению",
}
_FIRST = "".join({letter for phrase in _RIGHT for letter in (phrase[0], phrase[0].upper())})
_WRONG = re.compile(rf"[{_FIRST}](?<!\w.)(?:{'|'.join(phrase[1:] for phrase in _RIGHT).replace(' ', ' +')})\b")


def check(plan: Plan) -> Iterator[Finding]:
    """Report each; the fix, to be read over, writes the right form."""
    yield from matches(plan, _WRONG, _message, _cure, safe=False)


def _message(match: Match) -> Message:
    return Message("“{phrase}” is not the right form", phrase=" ".join(match[0].split()))


def _cure(match: Match) -> str:
    right = _RIGHT[" ".join(match[0].lower().split())]
    return right[0].upper() + right[1:] if match[0][0].isupper() else right
