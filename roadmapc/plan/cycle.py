"""The links of the management cycle of quality, and the words by which a text is known to speak of one.

They are those that experts look for (Рособрнадзор's letter 08-70 of 20.04.2021), in the order of the cycle.
"""

from __future__ import annotations

import re
from typing import get_args

from roadmapc.source.model.criteria import CycleLink

NAMED = {
    "цели": (r"цел(?<!\wцел)(?:ь|и|ей|ью|ям|ями)\b",),
    "показатели": ("показател", "индикатор", "критери"),
    "мониторинг": ("мониторинг",),
    "анализ": ("анализ",),
    "адресные рекомендации": (
        r"адресн\w+ рекомендац",
        r"рекомендац\w+[^.;\0]{0,60}по (?:итогам|результатам)",
        r"по (?:итогам|результатам)[^.;\0]{0,60}рекомендац",
    ),
}
"""Links that any part of a document may name, each by patterns; what begins with letters is found far faster."""
DONE = {
    "методы сбора информации": (r"метод\w+ (?:и \w+ )?(?:сбора|обработки)", r"сбор\w* (?:и \w+ )?информации"),
    "меры, управленческие решения": (
        r"управленческ\w+ решени",
        r"приняти\w+ мер\b",
        r"комплекс\w* мер\b",
        r"мер(?<!\wмер)[ыа]? по\b",
    ),
    "анализ эффективности принятых мер": (
        r"эффективност\w+ (?:принятых|проведенных|реализованных|мер\b|управленческ)",
    ),
}
"""Links that somebody must do: only the rows of the table count."""
LINKS: tuple[str, ...] = get_args(CycleLink)
"""All of them in the order of the cycle."""
_PATTERNS = {link: [*map(re.compile, patterns)] for link, patterns in {**NAMED, **DONE}.items()}


def speaks_of(link: str, text: str) -> bool:
    """Say whether a text in small letters speaks of a link."""
    return any(pattern.search(text) for pattern in _PATTERNS[link])
