"""The formula for a text that changed: words replaced, added or dropped, else the whole of it anew (§4)."""

from __future__ import annotations

import re
from typing import NamedTuple

from roadmapc.diagnostics import Message
from roadmapc.plan.amending import AmendSettings
from roadmapc.plan.changes.word_diff import word_diff

_MOST = 0.6
"""Of a text, the share of words beyond which naming them is no shorter than giving it anew."""
_FIGURES = re.compile(r"(?=\D*+\d)[\d\s.,:–-]++")
_LETTER = re.compile(r"[^\W\d_]")


class Formula(NamedTuple):
    """How a change of a text is said: the words before and behind the name of the place, and why so.

    `within` says that the place stands in the prepositional («в графе 3»), else in the accusative («графу 3»).
    """

    within: bool
    words: str
    why: Message
    anew: bool = False
    """The text is given as a whole."""


def formula(old: str, new: str, settings: AmendSettings) -> Formula | None:
    """Return the formula for a text of one line; none where it cannot be quoted without doubt."""
    if not quotable(new, settings) or "\n" in old or "\n" in new:
        return None
    return _by_words(old, new, settings) or Formula(
        False,
        f"изложить в следующей редакции: {quote(new, settings)}",
        Message("the words that changed are not to be named by themselves: the text is given anew"),
        anew=True,
    )


def _by_words(old: str, new: str, settings: AmendSettings) -> Formula | None:
    pieces = word_diff(old, new)
    changed = [at for at, one in enumerate(pieces) if one.kind != "kept"]
    if not changed or changed[-1] - changed[0] != len(changed) - 1:
        return None
    was = "".join(one.text for one in pieces if one.kind == "deleted")
    now = "".join(one.text for one in pieces if one.kind == "inserted")
    before = "".join(one.text for one in pieces[: changed[0]])
    behind = "".join(one.text for one in pieces[changed[-1] + 1 :])
    if was.strip() and now.strip():
        return _replaced(old, new, before, was, now, behind, settings)
    if now.strip():
        return _added(old, new, before, now, behind, settings)
    return _dropped(old, new, before, was, behind, settings)


def _replaced(
    old: str, new: str, before: str, was: str, now: str, behind: str, settings: AmendSettings
) -> Formula | None:
    was, now, before, behind = was.strip(), now.strip(), before.rstrip(), behind.lstrip()
    for _ in range(8):
        if _is_once(old, was):
            break
        head, _space, word = before.rpartition(" ")
        if not word:
            return None
        before, was, now = head, f"{word} {was}", f"{word} {now}"
    if not _is_once(old, was) or len(was) > _MOST * len(old) or old.replace(was, now) != new:
        return None
    if not ((quotable(was, settings) and _LETTER.search(was + now)) or _FIGURES.fullmatch(was + now)):
        return None
    if _FIGURES.fullmatch(was) and _FIGURES.fullmatch(now):
        what, by = "цифры", "цифрами"
    else:
        what = "слово" if _is_word(was) else "слова"
        by = "словом" if _is_word(now) else "словами"
    words = f"{what} {quote(was, settings)} заменить {by} {quote(now, settings)}"
    return Formula(True, words, Message("these words stand there once"))


def _added(old: str, new: str, before: str, now: str, behind: str, settings: AmendSettings) -> Formula | None:
    added = now.strip()
    if not _LETTER.search(added) or not quotable(added, settings):
        return None
    if not behind.strip():
        if f"{old}{added}" != new and f"{old} {added}" != new:
            return None
        what = "словом" if _is_word(added) else "словами"
        return Formula(False, f"дополнить {what} {quote(added, settings)}", Message("words are added at the end"))
    words = before.split()
    for count in range(1, min(len(words), 8) + 1):
        context = " ".join(words[-count:])
        if _is_once(old, context):
            break
    else:
        return None
    at = old.index(context) + len(context)
    if not any(f"{old[:at]}{space}{added}{old[at:]}" == new for space in ("", " ")):
        return None
    if not quotable(context, settings):
        return None
    after = "слова" if _is_word(context) else "слов"
    what = "словом" if _is_word(added) else "словами"
    said = f"после {after} {quote(context, settings)} дополнить {what} {quote(added, settings)}"
    return Formula(True, said, Message("words are added inside"))


def _dropped(old: str, new: str, before: str, was: str, behind: str, settings: AmendSettings) -> Formula | None:
    gone = was.strip()
    if not gone or not _is_once(old, gone) or len(gone) > _MOST * len(old) or not _LETTER.search(gone):
        return None
    if dropped(old, gone) != new or not quotable(gone, settings):
        return None
    what = "слово" if _is_word(gone) else "слова"
    return Formula(True, f"{what} {quote(gone, settings)} исключить", Message("words go"))


def dropped(text: str, gone: str) -> str:
    """Return a text without words that stand there once: two spaces become one, none stands before a sign."""
    rest = text.replace(gone, "", 1)
    return re.sub(r" +([,;.)])", r"\1", re.sub(r" {2,}", " ", rest)).strip()


def _is_once(text: str, words: str) -> bool:
    return bool(words) and text.count(words) == 1


def _is_word(text: str) -> bool:
    return " " not in text.strip()


def quotable(text: str, settings: AmendSettings) -> bool:
    """Say whether a text in quotes can be read back: inner quotes of both kinds, or unpaired ones, cannot."""
    if text.count("«") != text.count("»") or text != text.strip():
        return False
    inner = "„“" if settings.quotes == "„“" else "«»"
    return inner == "«»" or not set("„“") & set(text)


def quote(text: str, settings: AmendSettings) -> str:
    """Return a text in quotes, those within it of the other kind."""
    inner = text.replace("«", "„").replace("»", "“") if settings.quotes == "„“" else text
    return f"«{inner}»"
