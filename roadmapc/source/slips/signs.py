"""Signs that look like those of YAML, or lack their blank: dashes of Word, blanks that are none, colons."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from roadmapc.diagnostics import Message
from roadmapc.source.slips.slip import Slip, head, known_keys

ODD_BLANKS = "\u00a0\u1680\u2000-\u200d\u202f\u205f\u2060\u3000\ufeff"
"""Characters that look like a blank or like nothing, as a class of a pattern."""

_NAMES = {"\u00a0": Message("a non-breaking space")}
_ODD_INDENT = re.compile(rf"[ \t]*[{ODD_BLANKS}][\s{ODD_BLANKS}]*")
_ZERO_WIDTH = re.compile("[\u200b-\u200d\u2060\ufeff]")
_ANY_ODD = re.compile(f"[{ODD_BLANKS}]")
_ODD_BEHIND = re.compile(rf"((?:^[ ]*(?:- +)*-)|(?<![\w:])([a-z_]+):)[{ODD_BLANKS}][\s{ODD_BLANKS}]*")
_TAB = re.compile(r"[ ]*\t[ \t]*")
_ODD_COLON = re.compile(r"[ ]*(?:- +)*[A-Za-z_]+[ ]*([\uff1a\ua789\u2236\ufe55\ufe13;])")
_LIST_SIGN = re.compile(
    r"([ ]*)([\u2010-\u2015\u2212\u2022\u00b7\u2043\u25aa\u25cf\u25e6\u2027\uf0b7*+~])[ \u00a0]*(?=\S)"
)
_NUMBER = re.compile(r"([ ]*)(\d{1,2}(?:\.\d{1,2})*[.)])[ ]+(?=\S)")
_TIGHT_DASH = re.compile(r"([ ]*(?:- +)*)-(?=[^\s-])")
_TIGHT_COLON = re.compile(r"(?<![\w:/])([a-z_]+):(?=[^\s:/])")
_NO_COLON = re.compile(r"([ ]*(?:- +)*)([A-Za-z_]+)([ ]*[=–—-]+[ ]*|[ ]+)(?=[^\s:])")


def odd_blank(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find blanks of Word or of a web page in the indent."""
    line = lines[at]
    if not (found := _ODD_INDENT.match(line)):
        return
    odd = _ANY_ODD.search(line)
    assert odd is not None  # the indent has one
    name = _NAMES.get(odd[0], Message("an invisible character, U+{code:04X}", code=ord(odd[0])))
    plain = " " * len(_ZERO_WIDTH.sub("", found[0]))
    message = Message("in the indent stands {name}: YAML knows ordinary spaces alone", name=name)
    for indent in (plain, *(" " * one for one in _near_indents(lines, at))):
        yield Slip(at, odd.start(), odd.end(), message, indent + line[found.end() :])


def odd_blank_behind_a_sign(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find blanks of Word behind the hyphen of a list or the colon of a key, where they are none for YAML."""
    line = lines[at]
    found = [one for one in _ODD_BEHIND.finditer(line) if one[1].strip() == "-" or one[2] in known_keys()]
    if found:
        odd = _ANY_ODD.search(line, found[0].end(1))
        assert odd is not None  # the pattern ends in one
        name = _NAMES.get(odd[0], Message("an invisible character, U+{code:04X}", code=ord(odd[0])))
        message = Message(
            "behind “{sign}” stands {name}: YAML knows ordinary spaces alone", sign=line[odd.start() - 1], name=name
        )
        mended = line
        for one in reversed(found):
            mended = f"{mended[: one.start()]}{one[1]} {mended[one.end() :]}"
        yield Slip(at, odd.start(), odd.end(), message, mended)


def tab(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find a tab in the indent."""
    if found := _TAB.match(lines[at]):
        column = lines[at].index("\t")
        many = sum(line.startswith("\t") for line in lines) > 1
        for indent in (*([len(found[0].replace("\t", "  "))] if many else []), *_near_indents(lines, at)):
            mended = " " * indent + lines[at][found.end() :]
            if mended.count("\t") < 2:  # a row of a table is another slip
                yield Slip(at, column, column + 1, Message("a tab where spaces must be"), mended)


def odd_colon(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find a sign that only looks like a colon, or a semicolon, behind a key."""
    line = lines[at]
    if found := _ODD_COLON.match(line):
        rest = line[found.end() :].lstrip()
        mended = f"{line[: found.start(1)].rstrip()}: {rest}"
        message = Message("behind a key stands a colon “:”, here is “{sign}”", sign=found[1])
        yield Slip(at, *found.span(1), message, mended)


def list_sign(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find a dash of Word, or another sign of a list, where the hyphen must be."""
    line = lines[at]
    if found := _LIST_SIGN.match(line):
        name = unicodedata.name(found[2], "").lower()
        message = Message("a row of a list begins with a hyphen “-” and a space; here is “{sign}”", sign=found[2])
        if "dash" in name:
            message = Message(
                "a row of a list begins with a hyphen “-” and a space; here is a dash “{sign}”, as Word sets it",
                sign=found[2],
            )
        yield Slip(at, *found.span(2), message, f"{found[1]}- {line[found.end() :]}")
        for indent in _near_indents(lines, at):
            yield Slip(at, *found.span(2), message, f"{' ' * indent}- {line[found.end() :]}")
    if found is None:
        yield from number_for_dash(lines, at)


def number_for_dash(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find a number where the hyphen of a list must be."""
    line = lines[at]
    if found := _NUMBER.match(line):
        message = Message("a row of a list begins with a hyphen “-” and a space; its number is set by the program")
        yield Slip(at, *found.span(2), message, f"{found[1]}- {line[found.end() :]}")


def no_blank_after_dash(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find a hyphen without its space."""
    line = lines[at]
    if found := _TIGHT_DASH.match(line):
        message = Message("behind the hyphen that begins a row stands a space")
        yield Slip(at, found.end() - 1, found.end(), message, f"{found[1]}- {line[found.end() :]}")


def no_blank_after_colon(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find a key and its value without the space between them."""
    line = lines[at]
    tight = [found for found in _TIGHT_COLON.finditer(line) if found[1] in known_keys()]
    if tight:
        first = tight[0]
        mended = _TIGHT_COLON.sub(lambda found: f"{found[0]} " if found[1] in known_keys() else found[0], line)
        message = Message("behind the colon of “{key}” stands a space", key=first[1])
        yield Slip(at, first.start(), first.end(), message, mended)


def no_colon(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find a key without its colon."""
    line = lines[at]
    found = _NO_COLON.match(line)
    if found and found[2] in known_keys():
        message = Message("a colon is missing after the key “{key}”", key=found[2])
        yield Slip(at, *found.span(2), message, f"{found[1]}{found[2]}: {line[found.end() :]}")
    elif (word := line.strip()) in known_keys():
        start = line.index(word)
        message = Message("a colon is missing after the key “{key}”", key=word)
        yield Slip(at, start, start + len(word), message, f"{line.rstrip()}:")


def no_colon_behind_a_name(lines: Sequence[str], at: int) -> Iterator[Slip]:
    """Find a name of the author's own, as an owner's alias is, without its colon."""
    line = lines[at]
    found = _NO_COLON.match(line)
    if found and found[2] not in known_keys():
        message = Message("a colon is missing after the key “{key}”", key=found[2])
        yield Slip(at, *found.span(2), message, f"{found[1]}{found[2]}: {line[found.end() :]}")


def _near_indents(lines: Sequence[str], at: int) -> list[int]:
    """Return the indents that lines nearby have, those of the neighbours first."""
    around = [*reversed(lines[max(at - 6, 0) : at]), *lines[at + 1 : at + 4]]
    plain = [line for line in around if line.strip() and not _ANY_ODD.match(line.lstrip(" ")) and line[0] != "\t"]
    key = {head(line).start("key") for line in plain if head(line)["key"]}
    return list(dict.fromkeys([*sorted(key, reverse=True), *(len(one) - len(one.lstrip(" ")) for one in plain)]))
