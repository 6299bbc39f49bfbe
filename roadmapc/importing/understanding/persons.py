"""Signatures: a post and a name, side by side or one under the other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from roadmapc.importing.material import Grid, Text
from roadmapc.importing.understanding.words import is_blank, one_line, squeezed

_SURNAME = r"[А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?"
_INITIALS = r"[А-ЯЁ]\.[ \u00a0]?(?:[А-ЯЁ]\.)?"
NAME = rf"(?:{_INITIALS}[ \u00a0]?{_SURNAME}|{_SURNAME}[ \u00a0]+{_INITIALS})"
_ALONE = re.compile(rf"[\s_/]*({NAME})[\s_/]*")
_PARTED = re.compile(
    rf"(?P<post>\S.*?)(?:[ \u00a0]{{0,3}}\t[\s_/]{{0,8}}|[ \u00a0]{{3}}[\s_/]{{0,8}}|\s?_[\s_/]{{0,8}})"
    rf"(?P<name>{NAME})[\s/]*"
)
_BESIDE = re.compile(rf"(?P<post>\S.{{4,150}}?)[ \u00a0](?P<name>{NAME})")
_POST = re.compile(
    r"(?:и\.?\s?о\.?\s|врио\s|временно |первый )?(?:заместител|начальник|директор|заведующ|руководител"
    r"|глав[аы]\b|председател|методист|специалист|консультант|секретар|координатор|исполня|ведущий|главный|старший|министр)",
    re.IGNORECASE,
)


class Signed(NamedTuple):
    """Who signs, and how many blocks say so."""

    post: str
    name: str
    blocks: int


def signature_at(blocks: Sequence[Text | Grid], at: int) -> Signed | None:
    """Return the signature that begins at a block, if one does."""
    block = blocks[at]
    if isinstance(block, Grid):
        return _in_grid(block)
    lines: list[str] = []
    for number, one in enumerate(blocks[at : at + 4]):
        if isinstance(one, Grid) or (number and not lines):
            return None
        for line in _lines(one.text):
            found = _signed(lines, line)
            if found:
                return Signed(one_line(" ".join([*lines, found[0]])), one_line(found[1]), number + 1)
            lines.append(line.strip())
        if not _POST.match(lines[0]) or len(lines) > 5 or re.search(r"[.;:]$", lines[-1]):
            return None
    return None


def _lines(text: str) -> list[str]:
    """Return the lines of a paragraph, each gap in them short."""
    return [re.sub(r"\t[\t ]*", "\t", squeezed(line)) for line in text.split("\n")]


def _signed(before: Sequence[str], line: str) -> tuple[str, str] | None:
    """Return the end of a post and a name that a line holds."""
    parted = _PARTED.fullmatch(line.strip())
    if parted and parted["post"].endswith(":") and "_" in line:  # «Руководитель РМО: ______ /Иванова А.А./»
        return parted["post"].rstrip(": "), parted["name"]
    if parted and not re.search(r"[.;:]$", parted["post"].strip()):
        return parted["post"], parted["name"]
    alone = _ALONE.fullmatch(line)
    if alone and before:
        return "", alone[1]
    beside = _BESIDE.fullmatch(line.strip())
    if beside and _POST.match(before[0] if before else beside["post"]):
        return beside["post"], beside["name"]
    return None


def _in_grid(grid: Grid) -> Signed | None:
    rows = [[cell.words for cell in row.cells] for row in grid.rows]
    rows = [row for row in rows if any(row)]
    if len(rows) != 1 or len(rows[0]) < 2 or len(rows[0]) > 5:
        return None
    filled = [words for words in rows[0] if not is_blank(words)]
    if len(filled) < 2:
        return None
    post, *middle, name = filled
    alone = _ALONE.fullmatch(name)
    if not alone or not post or middle or _ALONE.fullmatch(post):
        return None
    return Signed(one_line(post), one_line(alone[1]), 1)
