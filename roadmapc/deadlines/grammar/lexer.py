"""Text → tokens: numbers, dates, words of the vocabulary, punctuation. One pass, one regular expression."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

from roadmapc.deadlines.grammar.vocabulary import ROMAN, WORDS, Kind, Meaning
from roadmapc.russian.normal_form import placed

_SPACE = {ord("\t"): " "}
_DASHES = dict.fromkeys(map(ord, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"), "-")
_FOLD: dict[int, str] = {
    **_SPACE,
    **_DASHES,
    **{ord(old): new for old, new in (("ё", "е"), ("Ё", "е"), ("\r", "\n"), ("\x0b", "\n"), ("\x0c", "\n"))},
}
_ODD = re.compile(f"[{''.join(map(chr, _FOLD))}]")
_DIGITS = re.compile(r"\d+")

# One pass decides by the first alternative that fits, so the order matters: a time before a date («10.00»), a full date
# before its beginning, «5-го» before «5». Nothing looks behind more than one character: time is linear.
_TOKEN = re.compile(
    r"""
      (?P<roman>(?:[iі]{1,3}|[iі]v)-(?:ый|ой|ий|ая|ое|ую|ом|го|му|й|я|е|м|ю)(?![а-я]))
    | (?P<word>[^\W\d_⁰¹²³⁴-⁹]+)
    | (?P<blank>_{2,}|«\s*»)
    | (?P<skip>[\ *'"«»„“”⁰¹²³⁴-⁹]+)
    | (?=\d)(?:
          (?P<iso>(?<!\d)\d{4}-\d{2}-\d{2}(?!\d))
        | (?P<time>(?<![\d.])(?:[01]?\d|2[0-4])(?::[0-5]\d|[.-]00(?![.\d])|[.-][0-5]\d(?=\ ?(?:ч\b|час)))(?::[0-5]\d)?)
        | (?P<dmy>(?<!\d)\d{1,2}\ ?\.\ ?\d{1,2}\ ?\.\ ?(?:\d{4}|\d{2})(?!\d))
        | (?P<my>(?<!\d)\d{1,2}\.\d{4}(?!\d))
        | (?P<dm>(?<!\d)\d{1,2}\ ?\.\ ?\d{1,2}(?![\dа-вд-яa-z])\.?)
        | (?P<year>(?<!\d)(?:19|20)\d\d(?!\d))
        | (?P<ord>(?<!\d)\d{1,3}(?:\ {0,2}-\ ?)?(?:
              ого|его|тий|тья|тье|ий|ему|ому|ем|ью|ый|ая|ой|ом|ое|ую|ти|го|му|ми|й|я|е|м|х|ю
          )(?![а-я]))
        | (?P<num>\d+)
    )
    | (?P<docref>№)
    | (?P<newline>[^\S\n]{0,20}\n\s*)
    | (?P<dots>\.\.(?=\s*(?:[,;)]|$)))
    | (?P<ellipsis>\.{2,}|…)
    | (?P<mark>[,;:()./+-])
    | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)
_MARKS: dict[str, Kind] = {",": "COMMA", ";": "SEMI", ":": "COLON", "(": "LPAR", ")": "RPAR", ".": "DOT", "/": "SLASH"}
_MARKS |= {"+": "PLUS", "-": "DASH"}
_GROUPS: dict[str, Kind] = {
    "time": "TIME",
    "docref": "DOCREF",
    "newline": "NEWLINE",
    "dots": "DOT",
    "ellipsis": "ELLIPSIS",
    "blank": "BLANK",
    "other": "OTHER",
}
_KNOWN: dict[str, Meaning] = {**WORDS, **{mark: (kind, None) for mark, kind in _MARKS.items()}}


@dataclass(slots=True, eq=False)
class Token:
    """A word with its meaning: kind, value, and the offsets of its text; nobody changes it.

    Not frozen, for it is made for every word: freezing would take four times as long.
    """

    kind: Kind
    value: Any
    start: int
    end: int
    text: str


def fold(text: str) -> str:
    """Return the text with dashes, spaces and «ё» made plain, in lower case and of the same length.

    The same length, so that offsets of tokens are offsets of the author's text: «İ».lower() would be two characters.
    """
    folded = text.translate(_FOLD) if _ODD.search(text) else text
    lowered = folded.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


def tokens(text: str) -> list[Token]:
    """Return the tokens of a text, without spaces and quotes; offsets refer to `text` itself.

    It is read in normal form: spaces of all kinds, soft hyphens and decomposed letters as what they look like.
    """
    places = placed(text)
    seen = places.text if places else text
    plain = fold(seen)
    found = []
    for match in _TOKEN.finditer(plain):
        group = match.lastgroup or "other"
        if group == "skip":
            continue
        word = match.group()
        start, end = match.span()
        kind, value = _KNOWN.get(word) or _meaning(group, word)
        found.append(Token(kind, value, start, end, seen[start:end]))
    if places:
        for token in found:
            token.start, token.end = places.starts[token.start], places.ends[token.end - 1]
    return found


def _meaning(group: str, text: str) -> Meaning:
    if group == "word":
        return "WORD", text
    if group == "roman":
        return "ORD", ROMAN[text.partition("-")[0].replace("і", "i")]
    if group in {"dmy", "dm", "my", "iso"}:
        return _date(group, [int(part) for part in _DIGITS.findall(text)])
    if group == "year":
        return "YEAR", int(text)
    if group == "num":
        return ("NUM", int(text)) if len(text) < 5 else ("OTHER", text)
    if group == "ord":
        return "ORD", int(_DIGITS.findall(text)[0])
    return _GROUPS[group], None


def _date(group: str, parts: list[int]) -> Meaning:
    if group == "iso":
        year, month, day = parts
    elif group == "my":
        (month, year), day = parts, 1
    else:
        day, month, year = (*parts, 0)[:3]
        year += 2000 if group == "dmy" and year < 100 else 0
    if not (1 <= month <= 12 and 1 <= day <= 31 and (group == "dm" or 1900 <= year <= 2099)):
        return "BADDATE", (day, month)
    if group == "my":
        return "MY", (month, year)
    return ("DM", (day, month)) if group == "dm" else ("DMY", (day, month, year))


def kind_at(tokens: list[Token], at: int) -> Kind | Literal[""]:
    """Return the kind of a token of a list; nothing before the first and behind the last."""
    return tokens[at].kind if 0 <= at < len(tokens) else ""


def is_unit(tokens: list[Token], at: int, *units: str) -> bool:
    """Say whether a token of a list is one of these units."""
    return kind_at(tokens, at) == "UNIT" and tokens[at].value in units
