"""What a word is: a run of letters and digits, whatever stands around it and however it is drawn."""

from __future__ import annotations

import re
from unicodedata import normalize

_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
"""Soft hyphens, and characters without width."""

RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_WORD = re.compile(r"[^\W_⁰¹²³⁴⁵⁶⁷⁸⁹]+")
"""A raised figure is the mark of a note: it is no part of the word before it."""

_GAP = "[ \u00a0]"
_SPREAD = re.compile(rf"(?<![^\W_])(?:[^\W\d_]{_GAP}){{2,}}[^\W\d_](?![^\W_])")
"""Single letters, three or more with one space between; wider gaps part words."""


def words_of(text: str) -> list[str]:
    """Return the words of a text in their order, composed (NFC) and folded to one case.

    Letters that are spread («п р и к а з ы в а ю:») are the word that they mean. Punctuation, dashes,
    quotes and underscores are no part of any word.
    """
    text = normalize("NFC", _UNSEEN.sub("", text))
    return _WORD.findall(_SPREAD.sub(_closed_up, text).casefold())


def _closed_up(line: re.Match[str]) -> str:
    return re.sub(_GAP, "", line[0])
