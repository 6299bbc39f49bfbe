"""The approval block (гриф) and the mark of an attachment (ГОСТ Р 7.0.97-2025, requisites 16 and 19)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from roadmapc.importing.material import Grid, Text
from roadmapc.importing.understanding.draft import MARK
from roadmapc.importing.understanding.persons import NAME
from roadmapc.importing.understanding.words import is_blank, is_empty, is_right, one_line, squeezed
from roadmapc.russian.agreement import approval_word
from roadmapc.russian.calendar import parse_date

_MARK = re.compile(r"приложение(?:\s*+(?:№\s*+|N\s*+)?\d{1,4}[а-я]?)?", re.IGNORECASE)
_MARKED = re.compile(rf"(?P<mark>{_MARK.pattern})[\s:,]*+(?P<rest>(?:к|утвержд\w*)\s.*)?", re.IGNORECASE | re.DOTALL)
_WORD = re.compile(
    r"[«\"]?(?P<word>утвержд[её]н[аоы]?|утверждаю|согласован[оа]?|принят[аоы]?|рассмотрен[оаы]?)[»\"]?[:.]?",
    re.IGNORECASE,
)
_STARTED = re.compile(rf"{_WORD.pattern}(?:\s+(?P<rest>.*))?", re.IGNORECASE | re.DOTALL)
_BESIDE = ("согласован", "принят", "рассмотрен")
_DAY = (
    r"[«\"]?\s?(?:\d{1,2}|_)\s?[»\"]?[\s.]{0,2}(?:\d{1,2}|[а-яё]{3,9}|_)?[\s.]{0,2}"
    r"(?:\d{4}|20\s?_|\d{2}(?=\s?_)|_)?\s?_?\s?(?:года|г\.?)?"
)
_NUMBERED = re.compile(rf"\bот\s(?P<date>{_DAY})\s?(?:№|N)\s?(?P<number>[^\s,;]*)", re.IGNORECASE)
_DATE = re.compile(_DAY, re.IGNORECASE)
_SIGNED = re.compile(rf"[\s_/]*(?P<name>{NAME})[\s_/]*")
_GAP = re.compile(r"\t+| {4,}")
_FAR_LINE = re.compile(r"\t\t| {12}")
_MOST_LINES = 14


def starts_block(text: Text) -> bool:
    """Tell whether a paragraph begins a гриф or the mark of an attachment."""
    words = one_line(text.text.strip().split("\n")[0])
    if _is_side_by_side(text):
        return True
    alone = _MARK.fullmatch(words) or _WORD.fullmatch(words)
    if alone:
        return is_right(text) or _WORD.fullmatch(words) is not None or words.casefold().startswith("приложение")
    return is_right(text) and bool(_MARKED.fullmatch(one_line(text.text)) or _STARTED.fullmatch(one_line(text.text)))


def begins_attachment(block: Text | Grid) -> bool:
    """Tell whether a new attachment begins with a block."""
    if isinstance(block, Grid):
        return not block.ruled and len(block.rows) <= 3 and any(map(starts_block, _texts(block)))
    return starts_block(block) and not one_line(block.text).casefold().startswith(_BESIDE)


def take_approval(blocks: Sequence[Text | Grid]) -> tuple[dict[str, Any], int]:
    """Return the approval block at the beginning of an attachment, and how many blocks it takes."""
    if not blocks or is_empty(blocks[0]):
        return {}, 0
    first = blocks[0]
    if isinstance(first, Grid):
        if not begins_attachment(first):
            return {}, 0
        return _of_columns([[*_cell_lines(column)] for column in _columns(first)]), 1
    if not starts_block(first):
        return {}, 0
    taken = [first]
    for block in blocks[1:_MOST_LINES]:
        if isinstance(block, Grid) or not _goes_on(block, first, taken):
            break
        taken.append(block)
    columns = _side_by_side(taken)
    return _of_columns(columns or [[line for text in taken for line in _lines(text)]]), len(taken)


def _goes_on(text: Text, first: Text, taken: Sequence[Text]) -> bool:
    """Tell whether a paragraph still belongs to the block: it stands where the block does."""
    whole = squeezed(" ".join(one.words for one in taken))
    if _is_side_by_side(first):
        return bool(_GAP.search(text.text)) and not text.bold and text.align == first.align
    if starts_block(text):
        return "утвержд" not in whole.casefold()
    if is_right(first):
        return is_right(text)
    return not text.bold and text.align == first.align and len(text.words) < 120 and not _NUMBERED.search(whole)


def _side_by_side(taken: Sequence[Text]) -> list[list[str]] | None:
    """Return the columns of blocks that are typed beside each other with tabs."""
    if not taken or not _is_side_by_side(taken[0]):
        return None
    columns: list[list[str]] = [[] for _ in _parts(taken[0].text.split("\n")[0])]
    for line in (line for text in taken for line in text.text.split("\n")):
        parts = _parts(line)
        shift = len(columns) - len(parts) if _FAR_LINE.match(line) else 0  # it begins where the last one stands
        for at, part in enumerate(parts, max(shift, 0)):
            if part:
                columns[min(at, len(columns) - 1)].append(part)
    return columns


def _is_side_by_side(text: Text) -> bool:
    """Tell whether a line holds the first words of several грифы, typed beside each other."""
    parts = _parts(text.text.strip().split("\n")[0])
    return len(parts) > 1 and all(map(_WORD.fullmatch, parts))


def _parts(line: str) -> list[str]:
    return [one_line(part) for part in _GAP.split(line.strip())]


def _columns(grid: Grid) -> list[list[Text]]:
    columns: dict[int, list[Text]] = {}
    for row in grid.rows:
        for cell in row.cells:
            columns.setdefault(cell.column, []).extend(text for text in cell.texts if text.words)
    return [texts for _, texts in sorted(columns.items()) if texts]


def _texts(grid: Grid) -> list[Text]:
    return [text for column in _columns(grid) for text in column]


def _cell_lines(texts: Sequence[Text]) -> list[str]:
    return [line for text in texts for line in _lines(text)]


def _lines(text: Text) -> list[str]:
    return [line for line in (one_line(line) for line in text.text.split("\n")) if line]


def _of_columns(columns: list[list[str]]) -> dict[str, Any]:
    """Return the main block with those beside it."""
    beside = [lines for lines in columns if lines and lines[0].casefold().lstrip('«"').startswith(_BESIDE)]
    main = next((lines for lines in columns if lines not in beside), [])
    approval = _main(main) if main else {}
    if beside:
        approval["beside"] = [_further(lines) for lines in beside]
    return approval


def _main(lines: list[str]) -> dict[str, Any]:
    approval: dict[str, Any] = {}
    marked = _MARKED.fullmatch(lines[0])
    rest = list(lines)
    if marked:
        approval["attachment"] = marked["mark"].strip()
        rest = [marked["rest"], *lines[1:]] if marked["rest"] else lines[1:]
    started = _STARTED.fullmatch(rest[0]) if rest else None
    if started and started["word"].casefold() == "утверждаю":
        return approval | _person([*filter(None, [started["rest"]]), *rest[1:]])
    if not marked:
        approval["attachment"] = "нет"
    if started:
        approval["word"] = started["word"]
        rest = [*filter(None, [started["rest"]]), *rest[1:]]
    elif rest:
        approval["form"] = "I"
    return approval | _act(rest)


def _act(lines: list[str]) -> dict[str, Any]:
    """Return act, date and number of «приказом … от … № …»."""
    text = "\n".join(map(squeezed, lines))
    found = _NUMBERED.search(text)
    if found is None:
        return {"act": text} if text else {}
    act = "\n".join(filter(None, [text[: found.start()].strip(" ,\n"), text[found.end() :].strip()]))
    number = found["number"].strip("_«».")
    return ({"act": act} if act else {}) | _dated(found["date"]) | ({"number": number} if number else {})


def _dated(text: str) -> dict[str, Any]:
    """Return a date, or the year of a blank one."""
    date = re.sub(r"(?<=[«\"])\s+(?=\d)|(?<=\d)\s+(?=[»\"])", "", one_line(text))
    if parse_date(date):
        return {"date": date}
    year = re.search(r"\b(20\d\d)\b", date)
    return {"year": year[1]} if year else {}


def _person(lines: list[str]) -> dict[str, Any]:
    """Return who approves by a signature of his own: post, name, date."""
    post: list[str] = []
    found: dict[str, Any] = {}
    name = ""
    for line in map(squeezed, lines):
        signed = None if name else _SIGNED.fullmatch(line)
        ending = None if name or signed else re.fullmatch(rf"(?P<post>.*?[^\s_])[\s_]+/?(?P<name>{NAME})/?\s*", line)
        if signed or ending:
            name = (signed or ending)["name"]  # type: ignore[index]
            post += [ending["post"]] if ending else []
        elif "от" in line.split() and _NUMBERED.search(line):
            found |= _act([line])
        elif _DATE.fullmatch(line):
            found |= _dated(line)
        elif not is_blank(line):
            post.append(line)
    if name or post:
        position = one_line(" ".join(post))
        found["by"] = {"position": position or f"{MARK} должность", "name": name or f"{MARK} подпись"}
    return found


def _further(lines: list[str]) -> dict[str, Any]:
    started = _STARTED.fullmatch(lines[0])
    assert started is not None  # it was found by this very word
    rest = [squeezed(line) for line in filter(None, [started["rest"], *lines[1:]])]
    found: dict[str, Any] = {"word": started["word"].upper()}
    if any(_SIGNED.fullmatch(line) or re.search(rf"_\s*/?{NAME}", line) for line in rest):
        found |= {key: value for key, value in _person(rest).items() if key != "year"}
        return found
    found |= {key: value for key, value in _act(rest).items() if key != "year"}
    return found


def agreed(approval: dict[str, Any], kind: str) -> None:
    """Leave the word of the гриф to the program where it prints the same for that kind of document."""
    if approval.get("word", "").casefold() == (approval_word(kind) or "").casefold():  # «Утверждён» prints as it stood
        approval.pop("word", None)
