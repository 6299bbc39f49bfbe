"""Pages of the manual in Russian: each paragraph, heading and cell of the English page looked up in `russian.json`.

What has no translation stays English and is told by `untranslated`, so that a test names it.
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

_FENCE = re.compile(r"(^```.*?^```$)", re.MULTILINE | re.DOTALL)
_HOLDS = re.compile(r"^(.*?)(?: Holds ((?:`<\w+>`(?:, )?)+)\.)$")
_PATTERNS = (
    (re.compile(r"^style «(.*)»$"), "стиль «{0}»"),
    (re.compile(r"^Of Jinja: (.*)$"), "Из Jinja: {0}"),
    (re.compile(r"^Methods of texts: (.*); of records (.*)$"), "Методы текстов: {0}; записей: {1}"),
    (re.compile(r"^`([\w-]+)` \((error|note|error or note)\)$"), "`{0}` ({1})"),
)
_KINDS = {
    "list of": "список:",
    "text": "текст",
    "number": "число",
    "yes or no": "да или нет",
    "or nothing": "или ничего",
    "nothing": "ничего",
    "” or “": "” или “",
}
_ENGLISH = re.compile(r"\b[a-z]{3,} [a-z]{2,}\b")
_WITHOUT_RUSSIAN = re.compile(r"(?![#|])[^А-Яа-я]*[a-z]{3}[^А-Яа-я]*$")  # a sentence, and no heading or cell
_LATIN = re.compile(r"`[^`]*`|\[[^\]]*\]\([^)]*\)|\*\*[^*]*\*\*|«[^»]*»")


@cache
def _known() -> dict[str, str]:
    found: dict[str, str] = json.loads(Path(__file__).with_name("russian.json").read_text("utf-8"))
    return found


def in_russian(page: str) -> str:
    """Return an English page in Russian."""
    parts = _FENCE.split(page)
    return "".join(part if part.startswith("```") else _translated(part) for part in parts)


def untranslated(page: str) -> list[str]:
    """Return the sentences of an English page that have no Russian."""
    russian = re.sub(r"```.*?```", "", in_russian(page), flags=re.DOTALL)
    words = _LATIN.sub("", re.sub(r"^\| -.*$", "", russian, flags=re.MULTILINE))
    return [line for line in words.split("\n") if _ENGLISH.search(line) or _WITHOUT_RUSSIAN.match(line)]


def _translated(text: str) -> str:
    return "\n\n".join(_block(block) for block in text.split("\n\n"))


def _block(block: str) -> str:
    if block.startswith("|"):
        return "\n".join(_row(line) for line in block.split("\n"))
    lead, body = re.match(r"(\s*(?:#+ )?)(.*)", block, re.DOTALL).groups()  # type: ignore[union-attr]  # always matches
    end = body[len(body.rstrip()) :]
    heading, _, rest = body.partition("\n") if lead.strip() else ("", "", "")
    if lead.strip() and rest.strip():
        return f"{lead}{_sentence(heading)}\n{_block(rest)}"
    return lead + _sentence(" ".join(body.split())) + end


def _row(line: str) -> str:
    if set(line) <= set("|- "):
        return line
    cells = [_sentence(cell.strip()) for cell in line.strip("|").split(" | ")]
    return f"| {' | '.join(cells)} |"


def _sentence(text: str) -> str:
    if text in _known():
        return _known()[text]
    clause, colon, title = text.partition(": ")
    if colon and title in _known() and clause not in _known():
        return f"{clause}: {_known()[title]}"
    if found := _HOLDS.match(text):
        return f"{_sentence(found[1])} Внутри: {found[2]}."
    for pattern, words in _PATTERNS:
        if found := pattern.match(text):
            return words.format(*(_known().get(group, group) for group in found.groups()))
    return _kinds(text)


def _kinds(text: str) -> str:
    """Return the kind of a field in Russian: «list of [ItemView](#itemview)», «text»."""
    rest = _LATIN.sub("", text)
    if not re.fullmatch(r"(?:list of|text|number|yes or no|or nothing|nothing|“[a-z-]+”(?: or (?=“))?|[ ,:()])*", rest):
        return text
    pieces = re.split(r"(`[^`]*`|\[[^\]]*\]\([^)]*\))", text)
    return "".join(
        piece if piece[:1] in "`[" else re.sub("|".join(_KINDS), lambda word: _KINDS[word[0]], piece)
        for piece in pieces
    )
