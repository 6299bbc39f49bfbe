"""Words without the ways to reach somebody: a public page has no telephones and no mail (152-ФЗ, ст. 6)."""

from __future__ import annotations

import re

HIDDEN = "[контакт скрыт]"
"""What stands in the place of one."""
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)+")
_GAP = r"[ \u00a0()-]{0,3}"
_PHONE = re.compile(rf"(?<!\d)(?:\+7|8){_GAP}\d{{3}}(?:{_GAP}\d){{7}}(?!\d)")
_NAMED_PHONE = re.compile(r"(\bтел(?:ефоны?|\.)?:?[ \u00a0]{0,2})[\d(+][\d()\u00a0 +-]{3,20}\d", re.IGNORECASE)


def without_contacts(text: str) -> str:
    """Return a text on one line; each telephone and each address of mail gives way to words that say so."""
    line = _PHONE.sub(HIDDEN, _MAIL.sub(HIDDEN, " ".join(text.split())))
    return _NAMED_PHONE.sub(rf"\1{HIDDEN}", line)
