"""What stands between the scalars of a source: comments, dashes, and punctuation that means nothing more."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from roadmapc.diagnostics import Message, Span
from roadmapc.source.tree import Tree

_TOKEN = re.compile(r"(?P<comment>#[^\n]*)|(?P<dash>-)|[ \t\n]+|[?:,\[\]{}!]|\.\.\.|(?m:^)%[^\n#]*")
_TAG = re.compile(r"!(?:[ \t\n]++(?:#[^\n]*+)?)*+")  # possessive: nothing is tried in two ways
_HEADER = re.compile(r"[|>][-+0-9]*")


class LayoutError(Exception):
    """Something in a source would be lost; the source stays as it is."""

    message = Message("the file cannot be laid out without loss; nothing in it was changed")

    def __init__(self) -> None:
        super().__init__(str(self.message))


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment from its «#» to its last letter; `before` is what stands before it on its line."""

    start: int
    text: str
    before: str


def comments_and_dashes(tree: Tree) -> tuple[list[Comment], list[int]]:
    """Return every comment of a source and the place of every dash of a list, in order."""
    text = tree.source.text
    comments, dashes = [], []
    for gap in _gaps(tree):
        at = gap.start
        while at < gap.end:
            token = _TOKEN.match(text, at, gap.end)
            if token is None:
                raise LayoutError
            if token["comment"]:
                before = text[text.rfind("\n", 0, at) + 1 : at]
                comments.append(Comment(at, token[0].replace("\t", " ").rstrip(), before))
            elif token["dash"]:
                dashes.append(at)
            at = token.end()
    return comments, dashes


def _gaps(tree: Tree) -> Iterator[Span]:
    """Yield the pieces of text outside scalars; the header of a block text is one of them too."""
    at = 0
    for span in sorted(_scalars(tree)):
        body = _body(tree.source.text, span)
        yield Span(at, body.start)
        at = body.end
        if tree.source.text.startswith(("|", ">"), body.start):
            yield _header(tree.source.text, body)
    yield Span(at, len(tree.source.text))


def _scalars(tree: Tree) -> Iterator[Span]:
    yield from tree.keys.values()
    for route, span in tree.values.items():
        if not isinstance(tree.value(route), dict | list):
            yield span


def _body(text: str, span: Span) -> Span:
    """Return a scalar without the lone «!» that may stand before it, comments between them included."""
    tag = _TAG.match(text, span.start, span.end)
    return Span(tag.end(), span.end) if tag else span


def _header(text: str, body: Span) -> Span:
    header = _HEADER.match(text, body.start, body.end)
    end = text.find("\n", body.start, body.end)
    return Span(header.end() if header else body.start, end if end >= 0 else body.end)
