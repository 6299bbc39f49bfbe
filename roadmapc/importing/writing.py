"""Draft → the text of a YAML file in the canonical layout, with comments where a person must look."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from roadmapc.diagnostics import Message, Route, Source
from roadmapc.importing.understanding.draft import Draft
from roadmapc.source.decoding import without_forbidden
from roadmapc.source.formatting import lay_out
from roadmapc.source.parsing import parse_yaml

_INDENT = "  "


class NotWritten(Exception):
    """What was written does not read back as what was meant: nothing may come of it."""


def written(draft: Draft, head: Sequence[str], remark: Mapping[Route, Sequence[str]]) -> str:
    """Return the file: `head` are its first comments, `remark` those above the keys of some places."""
    lines = [f"# {without_forbidden(line)}".rstrip() for line in head]
    lines += _mapping(draft.values, (), "", remark)
    source = Source("", "".join(f"{line}\n" for line in lines))
    tree, problems = parse_yaml(source)
    if tree is None or problems:
        raise NotWritten(str(problems))
    return lay_out(tree)


def _mapping(values: Mapping[str, Any], route: Route, indent: str, remark: Mapping[Route, Sequence[str]]) -> list[str]:
    lines: list[str] = []
    for number, (key, value) in enumerate(values.items()):
        here = (*route, key)
        lines += [""] if number and not route else []
        lines += [f"{indent}# {line}" for line in remark.get(here, ())]
        name = json.dumps(without_forbidden(key), ensure_ascii=False)
        lines += _value(f"{indent}{name}:", value, here, indent, remark)
    return lines


def _value(head: str, value: Any, route: Route, indent: str, remark: Mapping[Route, Sequence[str]]) -> list[str]:
    if isinstance(value, Mapping) and value:
        return [head, *_mapping(value, route, indent + _INDENT, remark)]
    if isinstance(value, list | tuple) and value:
        if all(isinstance(one, str) and len(one) < 40 for one in value) and sum(map(len, value)) < 70:
            return [f"{head} [{', '.join(map(_scalar, value))}]"]
        return [head, *_items(value, route, indent + _INDENT, remark)]
    if isinstance(value, list | tuple | Mapping):
        return [f"{head} {'{}' if isinstance(value, Mapping) else '[]'}"]
    return [f"{head} {_scalar(value)}".rstrip()]


def _items(values: Sequence[Any], route: Route, indent: str, remark: Mapping[Route, Sequence[str]]) -> Iterator[str]:
    for at, value in enumerate(values):
        here = (*route, at)
        yield from (f"{indent}# {line}" for line in remark.get(here, ()))
        if isinstance(value, Mapping):
            first, *others = _mapping(value, here, indent + _INDENT, remark)
            comments = []
            while first.lstrip().startswith("#"):
                comments.append(f"{indent}{first.lstrip()}")
                first, *others = others
            yield from comments
            yield f"{indent}- {first.lstrip()}"
            yield from others
        else:
            yield f"{indent}- {_scalar(value)}"


def _scalar(value: Any) -> str:
    if value is None:
        return "null"
    return json.dumps(without_forbidden(str(value)), ensure_ascii=False)


def remarks(draft: Draft, words: Any) -> dict[Route, list[str]]:
    """Return the comments for the doubts of a draft, in the words of a language."""
    found: dict[Route, list[str]] = {}
    for doubt in draft.doubts:
        found.setdefault(doubt.route, []).append(_sentence(doubt.message, words))
    return found


def _sentence(message: Message, words: Any) -> str:
    return " ".join(without_forbidden(str(message.text(words))).split())
