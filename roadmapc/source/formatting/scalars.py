"""How a text is written: plain where YAML allows it, in single quotes, in double ones, or as a block of lines."""

from __future__ import annotations

import re

WIDTH = 110
_NULLS = frozenset({"", "~", "null"})
_SIGNS = "\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ud800-\udfff"
_UNSEEN = re.compile(f"[\x00-\x08\x0b-\x1f{_SIGNS}]")
_ESCAPED = re.compile(f'["\\\\\x00-\x1f{_SIGNS}]')
_SHORT = {"\n": "\\n", "\t": "\\t", '"': '\\"', "\\": "\\\\"}
_FIRST_SIGNS = frozenset("?:,[]{}#&*!|>'\"%@`")
_IN_FLOW = re.compile(r"[,\[\]{}:?]|^-")
_BREAK = re.compile(r"(?<! ) (?! |[-•*–] |[a-z_]+:(?: |$))")  # no line begins as a row or a key does
_LIKE_A_KEY = re.compile(r"(?m:^)[a-z_]++:(?:[ \n]|\Z)")  # in a block it might be a key that stands too deep
_BEGINS_BLANK = re.compile(r"\n*[ \t]")
_INNER_TAB = re.compile(r"(?m:^)[ \t]*+[^\t\n]++\t")


def inline(text: str | None, *, flow: bool = False, plain: bool = True) -> str:
    """Return a scalar on one line; `flow` is inside brackets, without `plain` a text is put in quotes."""
    if text is None:
        return "null" if flow else ""
    if _UNSEEN.search(text) or "\n" in text or "\t" in text:
        return '"' + _ESCAPED.sub(_escape, text) + '"'
    if plain and _is_plain(text) and not (flow and _IN_FLOW.search(text)):
        return text
    return "'" + text.replace("'", "''") + "'"


def written(
    text: str | None, column: int, indent: int, *, plain: bool = True, folded: bool = False
) -> tuple[str, list[str]]:
    """Return what stands behind a key or dash, and the lines of a block below it, without their indent.

    `column` is how many characters stand before it on its line, `indent` before the lines of a block. What would need
    quotes stays `folded` where it was so: there an apostrophe is one apostrophe.
    """
    if text is None or not _fits_block(text) or _LIKE_A_KEY.search(text):
        return inline(text, plain=plain), []
    if "\n" in text:
        return _literal(text)
    line = inline(text, plain=plain)
    kept_folded = folded and line != text
    if text != text.strip() or text.startswith("- ") or (column + len(line) <= WIDTH and not kept_folded):
        return line, []
    return ">-", _filled(text, WIDTH - indent)


def _literal(text: str) -> tuple[str, list[str]]:
    """Return a text as it stands, line by line; the indent is told where the first line begins with spaces."""
    head = "|2" if _BEGINS_BLANK.match(text) else "|"
    lines = text.removesuffix("\n").split("\n")
    return head if text.endswith("\n") else f"{head}-", lines


def _filled(text: str, width: int) -> list[str]:
    """Return a one-line text in lines of a width, broken at single spaces only."""
    words = _BREAK.split(text)
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _fits_block(text: str) -> bool:
    """Tell whether a block of lines holds a text exactly: it ends in a word, or in a word and one line break."""
    last = text.removesuffix("\n").rpartition("\n")[2]
    tabs = "\t" in text and ("\n" not in text or bool(_INNER_TAB.search(text)))
    return bool(last.strip()) and not tabs and not _UNSEEN.search(text)


def _is_plain(text: str) -> bool:
    if text.lower() in _NULLS or text != text.strip() or text[0] in _FIRST_SIGNS:
        return False
    if text.startswith(("- ", "---", "...")) or text in {"-", "="}:
        return False
    return not (text.endswith(":") or ": " in text or " #" in text)


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return _SHORT.get(found[0]) or (f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}")
