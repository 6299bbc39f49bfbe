"""Owners' cells: who is named in them, and the directory of those who are named again and again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from roadmapc.russian.named_persons import GIVEN_NAMES, is_named, is_person, with_posts
from roadmapc.russian.transliteration import distinct, slug

_ROLE = (
    r"(?:директор|заместител|зам\.|начальник|руководител|методист|специалист|педагог|учител|администраци|управлени|отдел|школ"
    r"|центр|комитет|заведующ|психолог|библиотекар|воспитател(?!ьн)|рмо|шмо|гмо|оо\b|оу\b|доу\b|класс|совет|члены|куратор|координатор"
    r"|социальн|старш|муниципальн|образовательн|общеобразовательн|дошкольн|организаци|учреждени|ответственн|главн|ведущ"
    r"|тьютор|наставник|родител|рабочая|завуч|логопед|дефектолог|инспектор|секретар|бухгалтер|юрист|лице[йи]|гимнази"
    r"|дома? (?:культур|творчеств|детск|учител)|детск(?:ий|ие)\b|библиотек|музе[йи]|профсоюз|волонт[её]р|обучающ"
    r"|выпускник|местн(?:ое|ые|ый)\b|партн[её]р)"
)
_ROLES = re.compile(_ROLE, re.IGNORECASE)
_COMMA = re.compile(r",(?:\s+|(?=[А-ЯЁ]))")
_SIGNS = re.compile(rf"({_COMMA.pattern}|[()«»])")
_DASHED = re.compile(r"[-–—•]\s+")
_LIKE_ALIAS = re.compile(r"[a-z][a-z0-9_-]*")
_LONGEST_ALIAS = 28


_INITIALS = re.compile(r"[А-ЯЁ]\.\s?(?:[А-ЯЁ]\.?)?[;,]?")
_SURNAME = re.compile(r"(?:^|\s)[А-ЯЁ][а-яё]{2,}(?:-[А-ЯЁ][а-яё]+)?$")
_PATRONYMIC = re.compile(rf"{GIVEN_NAMES}[;,]?(?:\s.*)?", re.DOTALL)
_POSTS = (
    r"(?:директор|заместител[ьи]|зам\.?|начальник|руководител[ьи]|методист|специалист|педагог|учител[ьия]|заведующ(?:ий|ая|ие)"
    r"|психолог|библиотекар[ьи]|воспитател[ьи]|куратор|координатор|администраци[яи]|представител[ьи]|тьютор|наставник)"
)
_LONE_POST = re.compile(rf"(?:[а-яё]+(?:ий|ый|ой|ая|ие|ые)\s+)?{_POSTS}[аыи]?", re.IGNORECASE)
"""A post without what it is a post of: «руководители», «старший методист», «заместитель»."""
_NAMES_A_POST = re.compile(rf"(?:[а-яё]+(?:ий|ый|ая|ие|ые)\s+)?{_POSTS}[ыи]?(?![а-яё])", re.IGNORECASE)
"""A line that is an owner of its own; «начальника управления» is none."""
_ADJECTIVE_AT_END = re.compile(r"(?:ых|их|ого|его|ой|ий|ый|ая|ое|ые|ие)$", re.IGNORECASE)
_ABBREVIATION = re.compile(r"(?:^|\s)[А-ЯЁ]{2,7}$")
_NAME_AT_END = re.compile(r"[А-ЯЁ]\.$")


_SAME = re.compile(r"(?P<word>он|она|тот|та|они|те|то) же[.,;]?", re.IGNORECASE)
_ONE_PERSON = frozenset({"он", "она", "тот", "та"})


class OwnersCell(NamedTuple):
    """Who is named in a cell, its words, and how they are parted: one, comma, lines, list, semicolon, slash.

    In one that says «она же» they are `same`: its words are printed, those above are meant.
    """

    who: tuple[str, ...]
    text: str
    style: str


def owners_in(text: str) -> OwnersCell:
    """Return who is named in a cell."""
    lines = [line for line in (line.strip(" \t") for line in text.split("\n")) if line.strip(" ;,")]
    if lines and all(_DASHED.match(line) for line in lines):
        items = (_DASHED.sub("", line, count=1).rstrip(";, ") for line in lines)
        return OwnersCell(tuple(map(_unstopped, items)), text, "list")
    whole = [line.strip(" ;").rstrip(", ") for line in _whole(lines)]
    if len(whole) > 1:
        return OwnersCell(tuple(line.rstrip(";, ") for line in whole), text, "lines")
    line = whole[0] if whole else ""
    if ";" in line:
        parts = [_unstopped(part) for part in line.split(";") if part.strip(" .")]
        return OwnersCell(tuple(parts), text, "semicolon" if len(parts) > 1 else "one")
    slashed = [part.strip() for part in line.split("/")]
    if len(slashed) > 1 and all(map(is_person, slashed)):  # «Иванова И.И./Петрова П.П.»
        return OwnersCell(tuple(slashed), text, "slash")
    parts = _commas(line)
    return OwnersCell(tuple(parts), text, "comma" if len(parts) > 1 else "one")


def meant(cell: OwnersCell, above: OwnersCell | None) -> OwnersCell:
    """Return a cell with whom «она же» means: whoever the cell above names, unless she may be any of several."""
    said = _SAME.fullmatch(" ".join(cell.text.split()))
    if said is None or above is None:
        return cell
    if len(above.who) > 1 and said["word"].casefold() in _ONE_PERSON:
        return cell
    return cell._replace(who=above.who, style="same")


def _whole(lines: Sequence[str]) -> list[str]:
    """Return lines, one that goes on with a small letter put to the line before, unless that ends with a semicolon."""
    found: list[str] = []
    for line in lines:
        open_bracket = found and (
            found[-1].count("(") > found[-1].count(")") or found[-1].count("«") > found[-1].count("»")
        )
        if found and (open_bracket or line.startswith("(") or _goes_on(found[-1], line)):
            found[-1] = f"{found[-1]} {line}"
        else:
            found.append(line)
    return found


def _goes_on(before: str, line: str) -> bool:
    """Say whether a line goes on with the owner of the one before: «руководители / общеобразовательных организаций»."""
    if before.endswith(";"):
        return False
    if before.endswith(","):  # «Иванова А.А., / методист»
        return line[:1].islower() and (not _ROLES.match(line) or is_named(before.rstrip(", ")))
    if _INITIALS.fullmatch(line):
        return _SURNAME.search(before) is not None  # «Иванова / А.А.»
    if _PATRONYMIC.fullmatch(line):
        return _SURNAME.fullmatch(before) is not None  # «Иванова / Анна Андреевна»
    if line.startswith("«"):
        return _ABBREVIATION.search(before) is not None  # «МКУ / «Центр образования»»
    if not line[:1].islower():
        return False
    lacks_more = _LONE_POST.fullmatch(before) or _ADJECTIVE_AT_END.search(before)
    return not _ROLES.match(line) or (lacks_more is not None and not _NAMES_A_POST.match(line))


def _unstopped(part: str) -> str:
    """Return an owner without the full stop of a sentence; that of initials stays."""
    part = part.strip()
    return part if _NAME_AT_END.search(part) else part.rstrip(". ")


def _commas(line: str) -> list[str]:
    """Return what commas part, where each part can be an owner; else the whole."""
    parts = with_posts(_outside_brackets(line))
    if len(parts) > 1 and all(part[:1].isupper() or _ROLES.match(part) for part in parts):
        return [part.rstrip(".") if part.endswith("..") else part for part in parts]
    return [line] if line else []


def _outside_brackets(line: str) -> list[str]:
    parts = [""]
    depth = 0
    for piece in _SIGNS.split(line):
        depth += piece in ("(", "«")
        depth -= piece in (")", "»")
        if piece.strip() == "," and depth <= 0:
            parts.append("")
        else:
            parts[-1] += piece
    return [part.strip() for part in parts if part.strip()]


def cells_of(rows: Sequence[dict[str, Any]]) -> Iterator[tuple[dict[str, Any], str, OwnersCell]]:
    """Yield the cells of owners in rows and in those below them: the row, the key, the cell."""
    for row in rows:
        for key, cell in row.items():
            if isinstance(cell, OwnersCell):
                yield row, key, cell
        yield from cells_of(row.get("activities", ()))


def usual_style(cells: Sequence[OwnersCell]) -> str:
    """Return how a table parts its owners: the most frequent way of its cells that name several.

    A list prints a dash before a single owner, too: where none has several, all must have the dash.
    """
    styles = Counter(cell.style for cell in cells if len(cell.who) > 1 and cell.style in ("comma", "lines", "list"))
    if not styles and cells and all(cell.style == "list" for cell in cells):
        return "list"
    return styles.most_common(1)[0][0] if styles else "lines"


def directory(cells: Sequence[OwnersCell]) -> dict[str, str]:
    """Return the owners that are named at least twice, by alias; so are those whose name looks like one itself."""
    counts = Counter(who for cell in cells for who in cell.who)
    again = [who for who, count in counts.items() if (count > 1 and len(who) <= 200) or _LIKE_ALIAS.fullmatch(who)]
    aliases = distinct([_alias(who) for who in again])
    return dict(zip(aliases, again, strict=True))


def written(cell: OwnersCell, aliases: dict[str, str]) -> Any:
    """Return a cell as the format writes it: one, or a list, which the table prints in its own way."""
    who = [aliases.get(one, one) for one in cell.who]
    if cell.style == "same":
        return {"who": who, "text": cell.text}
    return who[0] if len(who) == 1 else who


def _alias(who: str) -> str:
    words = slug(who, 60).split("-")
    alias = words[0]
    for word in words[1:]:
        if len(alias) + 1 + len(word) > _LONGEST_ALIAS:
            break
        alias += f"-{word}"
    return alias if re.search("[a-z]", alias) else f"owner-{alias}"
