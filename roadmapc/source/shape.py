"""What a value of the wrong shape was meant to be, and the line as it should be."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from roadmapc.diagnostics import Message, Route, Span
from roadmapc.source import slips
from roadmapc.source.model import Record
from roadmapc.source.model.fields import fields_of
from roadmapc.source.model.routes import field_at, fields_at
from roadmapc.source.model.samples import is_list, record_in, sample, takes_text
from roadmapc.source.slips.slip import as_value, quoted, write_so
from roadmapc.source.tree import Tree

LIKE_LATIN = str.maketrans("аеорсхукмтвнАЕОРСХУКМТВНіІ", "aeopcxykmtbhAEOPCXYKMTBHiI")
"""Cyrillic letters that look like Latin ones."""
_FIRST_OF_ROW = re.compile(r"(^[ ]*+- [a-z_]++: )\S.*")
_INVISIBLE = re.compile(r"[^\w\s-]|[\u00a0\u2000-\u200f\u202f\u2060\u3000\ufeff\u00ad]")


class Advice(NamedTuple):
    """What is wrong with a shape, what to write, and where it is shown if not at the value."""

    message: Message
    hint: Message
    span: Span | None = None


def advice(tree: Tree, route: Route, record: type[Record]) -> Advice | None:
    """Return what to say of a value whose shape the format does not take; none where nothing better is known."""
    field = field_at(route, record)
    if field is None:
        return None
    value, inside = tree.value(route), record_in(field.annotation)
    wants_list = is_list(field.annotation) and not isinstance(route[-1], int)
    if wants_list and isinstance(value, str):
        return _text_for_list(tree, route, value, sample(str(route[-1]), field) if _is_of_records(inside) else None)
    if wants_list and isinstance(value, dict):
        return _row_without_dash(tree, route)
    if isinstance(value, str) and inside is not None:
        lines = sample(str(route[-1]), field) if not isinstance(route[-1], int) else []
        wanted = [key for key, one in fields_of(inside).items() if one.is_required()]
        if not wanted:
            others = Message("known here: {keys}", keys=", ".join(fields_of(inside)))
            return Advice(Message("keys with values are expected here, not a text"), others)
        if not lines:
            return None
        message = Message("keys with values are expected here, not a text: {keys}", keys=", ".join(wanted))
        if len(wanted) == 1:  # the text is that key's
            lines = [f"{route[-1]}: {{{wanted[0]}: {value}}}"]
            return Advice(message, write_so("\n".join(_under(tree, route, lines))))
        return Advice(message, _for_example("\n".join(_under(tree, route, lines))))
    if isinstance(value, list) and (inside is None or takes_text(inside)) and isinstance(route[-1], str):
        return _list_for_text(tree, route, value, keeps_brackets=inside is None)
    if isinstance(value, list) and not wants_list and _is_of_records(inside) and isinstance(route[-1], str):
        lines = _under(tree, route, sample(str(route[-1]), field))
        return Advice(Message("keys with values are expected here, not a list"), _for_example("\n".join(lines)))
    if isinstance(value, list) and isinstance(route[-1], int) and inside and not takes_text(inside):
        message = Message("keys with values are expected here, not one more list: a hyphen is too many")
        return Advice(message, Message("delete one hyphen; below the key stands one for each row"))
    if isinstance(value, dict) and inside is None:
        return _keys_for_text(tree, route)
    return None


def missing(tree: Tree, route: Route, record: type[Record]) -> Message | None:
    """Return how a key that is missing looks with its value, as deep as its neighbours stand."""
    field = field_at(route, record)
    if field is None:
        return None
    return Message("add it, for example:\n{line}", line="\n".join(_under(tree, route, sample(str(route[-1]), field))))


def disguised_key(key: str, known: list[str]) -> tuple[Message, str] | None:
    """Return the known key that a key looks like to the eye, and what makes it another."""
    plain = _INVISIBLE.sub("", key).strip()
    if plain != key and plain in known:
        return Message(
            "the key “{key}” holds a character that does not belong there or cannot be seen", key=plain
        ), plain
    latin = key.translate(LIKE_LATIN)
    if latin in known:
        letters = ", ".join(dict.fromkeys(a for a, b in zip(key, latin, strict=True) if a != b))
        return Message(
            "the key “{key}” holds Russian letters among the Latin ones: {letters}", key=key, letters=letters
        ), latin
    return None


def empty_value(tree: Tree, route: Route, record: type[Record]) -> Message | None:
    """Return what to write for a value that is missing; keys of its own beside it are to stand deeper."""
    field = field_at(route, record)
    if field is None or not isinstance(route[-1], str):
        return None
    inside = record_in(field.annotation)
    beside = [*tree.value(route[:-1])] if isinstance(tree.value(route[:-1]), dict) else []
    after = beside[beside.index(route[-1]) + 1 :] if route[-1] in beside else []
    if inside and after and after[0] in fields_of(inside) and after[0] not in fields_at(route[:-1], record):
        key = after[0]
        span = tree.key_span((*route[:-1], key))
        line, start = _line(tree, span)
        shown = "  " + line[: span.start - start] + line[span.start - start :].rstrip()
        return Message(
            "“{key}” belongs below “{above}:”, and stands deeper:\n{line}", key=key, above=route[-1], line=shown
        )
    lines = _under(tree, route, sample(route[-1], field))
    return Message("write it behind the colon, for example:\n{line}", line="\n".join(lines))


def renamed(tree: Tree, route: Route, key: str) -> Message:
    """Return the advice to write a line with another key."""
    span = tree.key_span(route)
    line, start = _line(tree, span)
    right = line[: span.start - start] + key + line[span.end - start :]
    return Message("write it so:\n{line}", line=right.rstrip(), near=key)


def numbered_row(tree: Tree, route: Route) -> Message:
    """Return the advice for a number that was written as a key: «1.1: Провести мониторинг»."""
    line, start = _line(tree, tree.key_span(route))
    column = tree.key_span(route).start - start
    number, text = str(route[-1]), line[tree.key_span(route).end - start :].lstrip(" :").rstrip()
    shown = f"{line[:column]}number: {number}\n{' ' * column}activity: {text}"
    return Message("write it so:\n{line}", line=shown, near="activity")


def text_with_colon(tree: Tree, route: Route, record: type[Record]) -> Message | None:
    """Return the advice for words that YAML took for a key; none for what may be a key."""
    span = tree.key_span(route)
    line, start = _line(tree, span)
    before, text = line[: span.start - start], line[span.start - start :].rstrip()
    field = field_at(route[:-1], record)
    inside = record_in(field.annotation) if field else None
    if inside and takes_text(inside) and before.rstrip().endswith("-"):
        near = next(iter(fields_of(inside)))
        return Message("a text with a colon is put in quotes:\n{line}", line=before + quoted(text), near=near)
    if not re.search(r"\s", str(route[-1])):
        return None
    return Message(
        "if it belongs to the text above, let it stand deeper than its key, in quotes with it: a colon makes a key"
    )


def _for_example(lines: str) -> Message:
    """Return the advice to write lines that hold more than the author's own words."""
    return Message("write it so, with your own words:\n{line}", line=lines.rstrip())


def _is_of_records(record: Any) -> bool:
    """Say whether a field holds records that are never written as one text."""
    return record is not None and not takes_text(record)


def _text_for_list(tree: Tree, route: Route, value: str, rows: list[str] | None) -> Advice:
    span = tree.span(route)
    line, start = _line(tree, span)
    slip = slips.on_line(line)
    if slip and start + slip.start <= span.start + 1:
        return Advice(slip.message, slip.advice, Span(start + slip.start, start + slip.end))
    key, below = _line(tree, tree.key_span(route))
    message = Message("a list is expected here: each of its rows begins with a hyphen and a space")
    if rows:  # the author's words take the place of the first of the sample
        at = next((at for at, row in enumerate(rows) if _FIRST_OF_ROW.match(row)), None)
        if at is not None:
            rows = [
                *rows[:at],
                _FIRST_OF_ROW.sub(lambda row: row[1] + as_value(_first(value)), rows[at], count=1),
                *rows[at + 1 :],
            ]
        return Advice(message, _for_example("\n".join(_under(tree, route, rows))))
    if below == start:  # the text stands behind its key
        indent = " " * (tree.key_span(route).start - start)
        head = key[: tree.key_span(route).end - start]
        return Advice(message, write_so(f"{head}:\n{indent}  - {_first(value)}"))
    return Advice(message, write_so(f"{line[: span.start - start]}- {line[span.start - start :]}"))


def _row_without_dash(tree: Tree, route: Route) -> Advice:
    span = tree.span(route)
    line, start = _line(tree, span)
    column = max(span.start - start - 2, 0)
    message = Message("a list is expected here: each of its rows begins with a hyphen and a space")
    return Advice(message, write_so(" " * column + "- " + line[span.start - start :]))


def _list_for_text(tree: Tree, route: Route, value: list[Any], *, keeps_brackets: bool) -> Advice | None:
    if not all(isinstance(one, str) for one in value):
        return None
    key_line, start = _line(tree, tree.key_span(route))
    head = key_line[: tree.key_span(route).end - start]
    text = ", ".join(value)
    if keeps_brackets and len(value) == 1:  # they are words of the text: «[Проект]»
        text = quoted(f"[{text}]")
    return Advice(Message("one text is expected here, not a list"), write_so(f"{head}: {text}"))


def _keys_for_text(tree: Tree, route: Route) -> Advice | None:
    span = tree.span(route)
    line, start = _line(tree, span)
    text = line[span.start - start :].rstrip()
    if span.end != span.start + len(text):
        return None
    message = Message("a text is expected here, but its “{{” or “:” makes keys of it")
    return Advice(message, write_so(line[: span.start - start] + quoted(text)))


def _under(tree: Tree, route: Route, lines: list[str]) -> list[str]:
    """Return lines as deep as the keys stand beside which a route leads; a hyphen before them counts as blanks."""
    beside = [span for known, span in tree.keys.items() if known[:-1] == route[:-1]]
    if route in tree.keys:
        beside = [tree.keys[route]]
    if not beside:
        return lines
    line, start = _line(tree, beside[0])
    indent = " " * (beside[0].start - start) if "{" not in line[: beside[0].start - start] else ""
    return [indent + one for one in lines]


def _line(tree: Tree, span: Span) -> tuple[str, int]:
    """Return the line of the source in which a span begins, and the offset of its beginning."""
    text = tree.source.text
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", start)
    return text[start : end if end >= 0 else len(text)], start


def _first(value: str) -> str:
    return value.strip().split("\n")[0]
