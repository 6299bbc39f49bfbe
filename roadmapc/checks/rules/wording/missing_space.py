"""Two words touch each other.

A space is missing before «г.», after a comma or a full stop, beside a dash, or between initials and surname.

Bad:
    document: {kind: дорожная карта, title: Дорожная карта до 2024г., period: 2021-2024}

Good:
    document: {kind: дорожная карта, title: Дорожная карта до 2024 г., period: 2021-2024}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Edit, Fix, Message, Severity, Span
from roadmapc.plan import Plan

CODE = "RM509"
SEVERITY = Severity.NOTE

_TOUCHING = re.compile(
    r"[0-9,;.»–—](?:(?<=(?:19|20)\d\d)(?<!\d\.\d\d\.\d{4})(?=гг?\.|года?\b)|(?:(?<=[а-яё»)],)|(?<=[А-ЯЁ]{2},))(?=[а-яёА-ЯЁ«])"
    r"|(?<=[а-яё]{3}[.;])(?=[А-ЯЁ][а-яё])|(?<=[А-ЯЁ]\.[А-ЯЁ]\.)(?=[А-ЯЁ][а-яё]{2})|(?<=[а-яё]{3};)(?=[а-яё])|(?<=»)(?=[а-яёА-ЯЁ])"
    r"|(?<= [–—])(?=[а-яёА-ЯЁ])|(?P<before>(?<=[\w.»)][–—])(?= )))"
)
_WORD_BEFORE = re.compile(r"(?<!\w)[А-ЯЁA-Z]\w{2,}\.$")  # «Яндекс.Учебник» is a name
_ADDRESS = re.compile(r"[/@\\]|\.(?:рф|ru|com|org|su)\b|\bwww\.", re.IGNORECASE)


def check(plan: Plan) -> Iterator[Finding]:
    """Report each place but those in addresses; the fix sets a space."""
    for route, match in plan.printed_texts.find(_TOUCHING):
        at = match.start() if match.lastgroup else match.end()
        around = match.string[max(at - 40, 0) : at].rpartition(" ")[2] + match.string[at : at + 40].partition(" ")[0]
        word = _WORD_BEFORE.search(match.string, max(at - 30, 0), at)
        if not _ADDRESS.search(around) and not (word and match.string[at - 1] == "."):
            fix = Fix((Edit(Span(at, at), " "),))
            yield Finding(route, Message("a space is missing"), span=Span(at - 1, at + 1), fix=fix)
