"""Persons as they are named in lists: a surname with initials, and the post behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable

SURNAME_FIRST = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё][а-яё]*)* [А-ЯЁ]\.(?: ?[А-ЯЁ]\.)?"
"""«Иванова И.И.»: a pattern."""
_PERSON = re.compile(SURNAME_FIRST)
GIVEN_NAMES = r"[А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+(?:вна|вич|ична|ьич|мич)"
"""«Анна Андреевна»: a pattern."""
_FULL_NAME = re.compile(rf"[А-ЯЁ][а-яё-]+ {GIVEN_NAMES}")


def is_person(text: str) -> bool:
    """Say whether a text is a surname with initials and nothing else."""
    return _PERSON.fullmatch(text) is not None


def is_named(text: str) -> bool:
    """Say whether a text is a person, by initials or in full, and nothing else."""
    return is_person(text) or _FULL_NAME.fullmatch(text) is not None


def with_posts(parts: Iterable[str]) -> list[str]:
    """Return the parts of a list, a person with a post that follows in small letters: «Иванова И.И., методист»."""
    found: list[str] = []
    for part in parts:
        if found and part[:1].islower() and is_named(found[-1]):
            found[-1] = f"{found[-1]}, {part}"
        else:
            found.append(part)
    return found
