"""«слова «…» заменить словами «…»» and the like, carried out on a text."""

from __future__ import annotations

import re

_Q = r"«(?:[^«»]|«[^»]*»)*»"
_REPLACE = re.compile(rf"(?:слов[оа]|цифры) (?P<old>{_Q}) заменить (?:слов(?:ами|ом)|цифрами) (?P<new>{_Q})")
_AFTER = re.compile(rf"после (?:слов|слова) (?P<old>{_Q}) дополнить слов(?:ами|ом) (?P<new>{_Q})")
_ADD = re.compile(rf"дополнить слов(?:ами|ом) (?P<new>{_Q})")
_DROP = re.compile(rf"слов[оа] (?P<old>{_Q}) исключить")
_ANEW = re.compile(r"изложить в следующей редакции: (?P<new>«.*»)", re.DOTALL)


class Misread(Exception):
    """A sentence of an order that means nothing, or more than one thing, in the text that it amends.

    `name` is which text it is, where that is understood.
    """

    name: str | None = None


def unquoted(text: str) -> str:
    """Return what stands in quotes, those within it as they are printed."""
    if not (text.startswith("«") and text.endswith("»")):
        raise Misread(text)
    return text[1:-1].replace("„", "«").replace("“", "»")


def apply_words(text: str, said: str) -> str:
    """Return a text with words replaced, added or dropped, or given anew; raises Misread."""
    if found := _ANEW.fullmatch(said):
        return unquoted(found["new"])
    if found := _REPLACE.fullmatch(said):
        return _once(text, unquoted(found["old"])).replace(unquoted(found["old"]), unquoted(found["new"]))
    if found := _AFTER.fullmatch(said):
        old, new = unquoted(found["old"]), unquoted(found["new"])
        at = _once(text, old).index(old) + len(old)
        return text[:at] + _gap(new) + new + text[at:]
    if found := _DROP.fullmatch(said):
        rest = _once(text, unquoted(found["old"])).replace(unquoted(found["old"]), "")
        return re.sub(r" +([,;.)])", r"\1", " ".join(rest.split()))
    if found := _ADD.fullmatch(said):
        new = unquoted(found["new"])
        return text + _gap(new) + new
    raise Misread(said)


def _gap(words: str) -> str:
    return "" if words[:1] in ",;.:)" else " "


def _once(text: str, words: str) -> str:
    if text.count(words) != 1:
        raise Misread(words)
    return text
