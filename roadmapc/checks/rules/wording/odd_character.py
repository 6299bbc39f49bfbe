"""A character stands where no author would have put it.

A word mixes Russian and Latin letters that look alike, or a Latin letter stands for a Russian word («c родителями»), so
no search finds it; a character cannot be seen; a bullet or an error message came along from Word; a text was saved in
another encoding.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мoниторинг, deadline: май 2022, owners: методист, result: Справка}

Good:
    …
          - {activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Edit, Fix, Message, Severity, Span
from roadmapc.plan import Plan
from roadmapc.russian.normal_form import INVISIBLE, in_cyrillic, in_latin, named
from roadmapc.source.printed_text import MASK

CODE = "RM519"
SEVERITY = Severity.WARNING

_ODD = re.compile(
    rf"(?P<unseen>[{INVISIBLE}]+)|(?P<lost>\ufffd+)|(?P<bullet>[\ue000-\uf8ff])"
    r"|(?P<entity>&(?:nbsp|quot|amp|laquo|raquo|ndash|mdash|lt|gt|#\d{2,5});)"
    r"|(?P<error>Ошибка! (?:Источник ссылки не найден|Закладка не определена)\.?)"
    r"|(?P<mojibake>(?:[РС][\u00a0-\u00bf\u0400-\u040f\u0450-\u045f\u2010-\u2122°±]){3,}|(?:[ÐÑ][\u0080-\u00bf]){3,})"
)
_RARE = ("\ufffd", "&", "Ошибка!", "Ð", "Ñ")
_MISREAD = [re.compile(rf"{letter}[\u00a0-\u00bf\u0400-\u040f\u0450-\u045f\u2010-\u2122°±]") for letter in "РС"]
_SEAM = re.compile(r"[A-Za-z](?:(?=[А-Яа-яЁё])|(?<=[А-Яа-яЁё][A-Za-z]))")
"""Where two alphabets meet in a word: far fewer places than there are words."""
_ALONE = re.compile(
    rf"[acoykABCKOY](?= [А-Яа-яЁё«\d])(?:(?<=[А-Яа-яЁё,»)] [acoyk])|(?<={re.escape(MASK)}[acoykABCKOY]))"
)
"""A Latin letter where a Russian word of one letter stands: «c родителями», «C 1 сентября»."""
_AFTER = re.compile(r"[A-Za-zА-Яа-яЁё]*")
_LONGEST = 40
"""Letters of a word that are looked at on either side of a seam."""


def check(plan: Plan) -> Iterator[Finding]:
    """Report each; the fix takes out what cannot be seen, and writes a mixed word in Russian letters, to be read over."""
    odd = _may_be_odd(plan.printed_texts.masked_text)
    for route, match in plan.printed_texts.find(_ODD) if odd else ():
        span = Span(*match.span())
        fix = Fix((Edit(span, ""),)) if match["unseen"] else None
        yield Finding(route, _message(match), span=span, fix=fix)
    for route, match in plan.printed_texts.find(_ALONE):
        letter, span = match[0], Span(*match.span())
        right = in_cyrillic(letter)
        message = Message("“{letter}” is a Latin letter here, and no Russian word", letter=letter)
        yield Finding(route, message, span=span, fix=Fix((Edit(span, right),), safe=False) if right else None)
    told = -1
    for route, match in plan.printed_texts.find(_SEAM):
        text, at = match.string, match.start()
        start = at
        while at - start < _LONGEST and text[start - 1].isalpha():
            start -= 1
        end = at + len(_AFTER.match(text, at, at + _LONGEST)[0])  # type: ignore[index]  # it may be empty
        if start <= told or text[start - 1 : start] == "\\":
            continue
        told = start
        word = text[start:end]
        letters = ", ".join(dict.fromkeys(letter for letter in word if letter.isascii()))
        message = Message("“{word}” mixes alphabets; Latin letters: {letters}", word=word, letters=letters)
        alias = in_latin(word) if "owners" in route else ""
        right = alias if alias in plan.owners else in_cyrillic(word)
        span = Span(start, end)
        yield Finding(route, message, span=span, fix=Fix((Edit(span, right),), safe=False) if right else None)


def _may_be_odd(masked_text: str) -> bool:
    """Say whether a text has what all of these have and few texts do: found far faster than they are."""
    if not masked_text.replace(MASK, " ").replace("\n", " ").isprintable():
        return True
    return any(sign in masked_text for sign in _RARE) or any(one.search(masked_text) for one in _MISREAD)


def _message(match: re.Match[str]) -> Message:
    if match["unseen"]:
        return Message("a character that cannot be seen: {code}", code=named(match[0][0]))
    if match["lost"]:
        return Message("a character is lost here: U+FFFD")
    if match["bullet"]:
        code = f"U+{ord(match[0]):04X}"
        line = match.string[match.string.rfind("\n", 0, match.start()) + 1 : match.start()]
        if line.strip(f" {MASK}"):
            return Message("a sign of a Word font, {code}: write the sign that was meant, as “≥”", code=code)
        return Message("a bullet of a Word font, {code}: begin the line with “- ”", code=code)
    if match["entity"]:
        return Message("“{text}” is code of web pages and would be printed as it stands", text=match[0])
    if match["error"]:
        return Message("an error message of Word: “{text}”", text=match[0])
    return Message("a text in the wrong encoding: “{text}”", text=match[0])
