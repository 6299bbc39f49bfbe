"""What a word is: a run of letters and digits, whatever stands around it and however it is drawn."""

from __future__ import annotations

import re
from unicodedata import normalize

_UNSEEN = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")
"""Soft hyphens, and characters without width."""

_WORD = re.compile(r"[^\W_]+")

_GAP = "[ \u00a0]"
_SPREAD_LINE = re.compile(
    rf"^[^\w\n]*[^\W\d_](?:{_GAP}[^\W\d_]){{2,}}(?:{_GAP}{{2,}}[^\W\d_](?:{_GAP}[^\W\d_])*)*[^\w\n]*$", re.MULTILINE
)
"""A line of single letters, three or more with one space between; wider gaps part its words."""

_INNER_GAP = re.compile(rf"(?<=[^\W\d_]){_GAP}(?=[^\W\d_])")


def words_of(text: str) -> list[str]:
    """Return the words of a text in their order, composed (NFC) and folded to one case.

    A line that is spread («п р и к а з ы в а ю:») has the words that it means; «\\n» ends a line. Punctuation, dashes,
    quotes and underscores are no part of any word.
    """
    text = normalize("NFC", _UNSEEN.sub("", text))
    return _WORD.findall(_SPREAD_LINE.sub(_closed_up, text).casefold())


def _closed_up(line: re.Match[str]) -> str:
    return _INNER_GAP.sub("", line[0])
