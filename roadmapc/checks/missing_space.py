"""Two words touch each other.

A space is missing before «г.», after a comma or a point, beside a dash, or between initials and surname.

Bad:
    document: {kind: дорожная карта, title: Дорожная карта до 2024г., period: 2021-2024}

Good:
    document: {kind: дорожная карта, title: Дорожная карта до 2024 г., period: 2021-2024}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks._finding import Finding
from roadmapc.diagnostics import Edit, Fix, Message, Severity
from roadmapc.plan import Plan
from roadmapc.source import Span

CODE = "RM509"
SEVERITY = Severity.NOTE

_TOUCHING = re.compile(
    r"(?P<left>\d)(?=гг?\.|года?\b)|(?P<comma>[а-яё»)],)(?=[а-яёА-ЯЁ«])|(?P<stop>[а-яё]{3}[.;])(?=[А-ЯЁ][а-яё])"
    r"|(?P<name>[А-ЯЁ]\.[А-ЯЁ]\.)(?=[А-ЯЁ][а-яё]{2})|(?P<close>[»)])(?=[а-яёА-ЯЁ])"
    r"|(?P<before>[\w.»)])(?=[–—] )|(?P<after>(?<= )[–—])(?=\w)"
)


def check(plan: Plan) -> Iterator[Finding]:
    """Report each place; the fix sets a space."""
    for route, match in plan.passages.find(_TOUCHING):
        span, at = Span(match.start(), match.end() + 1), match.end()
        yield Finding(route, Message("a space is missing"), span=span, fix=Fix((Edit(Span(at, at), " "),)))
