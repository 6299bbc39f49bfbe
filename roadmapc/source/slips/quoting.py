"""Texts that need quotes: signs that YAML keeps for itself at their beginning, colons, quotes within."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from roadmapc.diagnostics import Message
from roadmapc.source.slips.brackets import CLOSING
from roadmapc.source.slips.slip import Slip, depth, head, known_keys, quoted

_RESERVED = "*&!%@`?|>[{,]}"
_BLOCK = re.compile(r"[|>][+-]?(?:[ ]+|(?![ \d]))(?=[^\s#+-])")
_TEXT_ROW = re.compile(r"([ ]*)(?:[-–—•]|\d{1,2}[.)])[ ]+(?![a-z_]+:(?: |$))")
_SECOND_KEY = re.compile(r"(?<=[ ])([a-z_]+):(?=[ ]|$)")
_COMMENT = re.compile(r"(?<! )[ ]+#(?:[ ].*)?$")


def first_sign(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find a text that begins with a sign of YAML."""
    found = head(lines[at])
    value = found["value"]
    if not value or value[0] not in _RESERVED or not (found["key"] or found["dashes"]):
        return
    start = found.start("value")
    message = Message("a text that begins with “{sign}” is put in quotes", sign=value[0])
    if value[0] in CLOSING and CLOSING[value[0]] not in value:
        message = Message("a bracket is not closed: if it belongs to the text, the text is put in quotes")
    yield Slip(at, start, start + 1, message, _in_quotes(found))


def text_with_list(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find a text that ends in a colon, with a list below it that belongs to the text."""
    found = head(lines[at])
    if not found["key"] or not found["value"].endswith(":"):
        return
    below = depth(lines[at]) + 2
    rows = []
    for line in lines[at + 1 :]:
        row = _TEXT_ROW.match(line)
        if row is None or len(row[1]) < below - 2:
            break
        rows.append(" " * below + line.strip())
    if rows:
        column = found.end("value") - 1
        start = lines[at][: found.start("value")]
        message = Message("a text with a list below it begins under “|”, and its list stands as deep as the text")
        shown = "\n".join([f"{start}|", " " * below + found["value"], *rows])
        others = tuple(enumerate(rows, start=at + 1))
        yield Slip(at, column, column + 1, message, f"{start}|", shown, others=others)


def block_sign(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find a text on the line of the sign «|» or «>», below which it must begin."""
    found = head(lines[at])
    sign = _BLOCK.match(found["value"])
    start = found.start("value")
    if re.match(r"[|>][ ]*[=\d]", found["value"]) and found["key"]:  # «>90 % школ»: the sign may belong to the text
        message = Message("a text that begins with “{sign}” is put in quotes", sign=found["value"][0])
        yield Slip(at, start, start + 1, message, _in_quotes(found))
    elif sign and found["key"]:
        message = Message("a text of one line needs no “{sign}”; one of several begins below it", sign=sign[0].strip())
        yield Slip(at, start, start + 1, message, lines[at][:start] + found["value"][sign.end() :])


def dash_as_value(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find a hyphen between a key and its text, which begins a list."""
    found = head(lines[at])
    if found["key"] and found["value"].startswith("- "):
        start = found.start("value")
        below = lines[at + 1] if at + 1 < len(lines) else ""
        if head(below)["dashes"] and len(head(below)["indent"]) > len(found["indent"]):
            key = lines[at][:start].rstrip()
            shown = f"{key}\n{head(below)['indent']}{found['value']}"
            message = Message("a dash after a key begins a list: its first row stands below the key, too")
            yield Slip(at, start, start + 1, message, key, shown)
        message = Message("a dash after a key begins a list: here it does not belong")
        yield Slip(at, start, start + 1, message, lines[at][:start] + found["value"][2:].lstrip())


def quotes(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find a quote that is not closed, text behind a closing quote, a backslash between double quotes."""
    found = head(lines[at])
    value, start = found["value"], found.start("value")
    if not value or value[0] not in "\"'":
        return
    sign = value[0]
    rest = value[1:]
    if sign not in rest:
        message = Message("a quote is not closed")
        yield Slip(at, start, start + 1, message, lines[at].rstrip() + sign)
    elif not rest.endswith(sign):
        end = start + 2 + rest.index(sign)
        end += len(value[end - start :]) - len(value[end - start :].lstrip())
        message = Message("text follows a closing quote: the quotes must hold the whole text")
        yield Slip(at, end, start + len(value), message, _in_quotes(found))
    elif "\\" in rest and sign == '"':
        column = start + 1 + rest.index("\\")
        message = Message("a backslash in double quotes is a sign of YAML")
        yield Slip(at, column, column + 1, message, lines[at][:start] + quoted(rest[:-1]))
    else:
        message = Message("a quote stands within the quotes of the text")
        yield Slip(at, start, start + 1, message, _in_quotes(found))


def second_colon(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find a text with a colon, which YAML takes for a key."""
    found = head(lines[at])
    value = found["value"]
    inner = re.search(r":(?= |$)", value)
    if inner and value[0] not in "\"'[{" and (found["key"] or found["dashes"]):
        yield from (slip._replace(line=at) for slip in _two_keys(found))
        column = found.start("value") + inner.start()
        message = Message("a second colon in one line: a text with a colon is put in quotes")
        yield Slip(at, column, column + 1, message, _in_quotes(found))


def _two_keys(found: re.Match[str]) -> Iterator[Slip]:
    """Find a second key of the format behind a text: «owners: rmo result: Протоколы» are two lines."""
    for second in _SECOND_KEY.finditer(found.string, found.start("value")):
        if found["key"] and second[1] in known_keys():
            first = found.string[: second.start()].rstrip()
            deep = " " * found.start("key")
            shown = f"{first}\n{deep}{found.string[second.start(1) :]}"
            message = Message("two keys in one line: each has a line of its own")
            yield Slip(0, *second.span(1), message, first, shown)
            return


def _in_quotes(found: re.Match[str]) -> str:
    """Return the line with its whole text in quotes; a comment behind it stays outside."""
    line, start = found.string, found.start("value")
    comment = _COMMENT.search(line, start)
    end = comment.start() if comment else len(line.rstrip())
    return line[:start] + quoted(line[start:end].rstrip()) + (comment[0] if comment else "")
