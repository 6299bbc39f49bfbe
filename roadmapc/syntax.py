"""YAML → plain data with the place of every key and value, in one pass over parser events.

Every scalar stays text: `1.10` is not 1.1, `no` is «no», a date is a date only where the model has one. What YAML
allows and the format does not (anchors, aliases, tags, merges, a second document) is a diagnostic. The only importer
of ruamel.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from roadmapc.diagnostics import Diagnostic, Label, Message, Severity
from roadmapc.source import Source, Span

Route = tuple[str | int, ...]
MAX_DEPTH = 32
_AGAIN = "\0again"  # keeps the places inside the second value of a key apart from the first
_NULLS = frozenset({"", "~", "null"})
_CUT = re.compile(r"[ \t]+#[^\s#]")
_TAIL = re.compile(r"[^ \t\n][^\n]*")
_SIGN = re.compile(r"(?:\s|#[^\n]*)*[:-]")


@dataclass
class Tree:
    """Plain data (dict, list, str, None) and, by route of keys and indices, where its values and keys stand."""

    source: Source
    data: Any = None
    values: dict[Route, Span] = field(default_factory=dict)
    keys: dict[Route, Span] = field(default_factory=dict)

    def span(self, route: Route) -> Span:
        """Return the place of the value at a route; parts of the route that are not in the data are passed over."""
        return self.values[self.known(route)]

    def key_span(self, route: Route) -> Span:
        """Return the place of the key that leads to a route, or of its value where it has none."""
        known = self.known(route)
        return self.keys.get(known) or self.values[known]

    def known(self, route: Route) -> Route:
        """Return the part of a route that is in the data, short forms («owners: umo») taken into account."""
        known: Route = ()
        for part in route:
            if (*known, part) in self.values:
                known = (*known, part)
        return known


def parse(source: Source) -> tuple[Tree | None, list[Diagnostic]]:
    """Return the tree of a source (None where it cannot be read) and what is wrong with its YAML."""
    builder = _Builder(source)
    try:
        for event in YAML(typ="safe").parse(_spaced(source.text)):
            builder.take(event)
    except _Stop:
        return None, builder.problems
    except (YAMLError, RecursionError, ValueError) as error:
        return None, [*builder.problems, _worded(source, error)]
    if not builder.root:
        builder.report("RM002", "empty-file", Span(0, 0), Message("the file is empty"))
        return None, builder.problems
    return builder.tree, builder.problems


def _spaced(text: str) -> str:
    """Return the text with a space for each tab that is no indent: the pure parser takes none between words."""
    return _TAIL.sub(lambda tail: tail[0].replace("\t", " "), text) if "\t" in text else text


class _Stop(Exception):
    """Reading on would only repeat the problem."""


class _Builder:
    """Builds data from events with a stack of open containers."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.tree = Tree(source)
        self.problems: list[Diagnostic] = []
        self.stack: list[tuple[Any, Route, int]] = []
        self.key: tuple[str, Span] | None = None
        self.keys_pending: list[tuple[str, Span] | None] = []
        self.root = False
        self.documents = 0
        self.last = 0

    def report(self, code: str, name: str, span: Span, message: Message, **more: Any) -> None:
        self.problems.append(Diagnostic(code, name, Severity.ERROR, message, self.source, span, **more))

    def take(self, event: Any) -> None:
        kind = type(event)
        if kind is ScalarEvent:
            if event.anchor or event.tag:
                self._refuse_extras(event)
            self._scalar(event)
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if event.anchor or event.tag:
                self._refuse_extras(event)
            self._open(event)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            self._close(event)
        elif kind is AliasEvent:
            self.report(
                "RM005", "alias", _span(event), Message("references (*name) are not used here: repeat the text")
            )
            raise _Stop
        elif kind is DocumentStartEvent:
            self.documents += 1
            if self.documents > 1:
                message = Message("a second document begins here: one file holds one roadmap")
                self.report("RM006", "second-document", _span(event), message)
                raise _Stop

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor:
            message = Message("anchors (&name) are not used here: repeat the text")
            self.report("RM005", "alias", _span(event), message)
            raise _Stop
        if event.tag and not (event.tag == "!" and isinstance(event, ScalarEvent)):
            message = Message("tags (!name) are not used here: put the text in quotes")
            self.report("RM005", "alias", _span(event), message)
            raise _Stop

    def _scalar(self, event: Any) -> None:
        text: str = event.value
        plain = event.style is None or event.style == ""
        span = _span(event) if text or not plain else self._nowhere()
        if text or event.style:
            self.last = max(span.end, self.last)
        if self.stack and isinstance(self.stack[-1][0], dict) and self.key is None:
            self._take_key(text, span)
            return
        if plain:
            self._warn_cut(span)
        self._place(None if plain and text in _NULLS else text, span)

    def _nowhere(self) -> Span:
        """Return the place of a value that is not there: behind its colon or dash (the parsers disagree on it)."""
        sign = _SIGN.match(self.source.text, self.last)
        self.last = sign.end() if sign else self.last
        return Span(self.last, self.last)

    def _take_key(self, text: str, span: Span) -> None:
        container, route, _ = self.stack[-1]
        if text == "<<":
            self.report("RM005", "alias", span, Message("merges (<<) are not used here: repeat the keys"))
            raise _Stop
        if text in container:
            first = Label(self.tree.keys[(*route, text)], Message("first given here"))
            self.report(
                "RM004", "duplicate-key", span, Message("the key “{key}” is given twice", key=text), labels=(first,)
            )
        else:
            self.tree.keys[(*route, text)] = span
        self.key = (text, span)

    def _warn_cut(self, span: Span) -> None:
        """Report « #5» behind a plain scalar: YAML takes it for a comment, the author for text."""
        if _CUT.match(self.source.text, span.end):
            end = self.source.text.find("\n", span.end)
            tail = self.source.text[span.end : end if end >= 0 else len(self.source.text)]
            message = Message("the words after “#” are taken for a comment and will not be printed")
            where = Span(span.end, span.end + len(tail.rstrip()))
            hint = Message("put the text in quotes, or set a space after “#” if it is a comment")
            self.report("RM007", "cut-by-comment", where, message, hint=hint)

    def _place(self, value: Any, span: Span) -> Route:
        if not self.stack:
            self.root = True
            self.tree.data = value
            self.tree.values[()] = span
            return ()
        container, route, _ = self.stack[-1]
        if isinstance(container, dict):
            assert self.key is not None  # a value follows its key
            route = (*route, self.key[0])
            if self.key[0] in container:
                route = (*route, _AGAIN)
            else:
                container[self.key[0]] = value
                self.tree.values[route] = span
            self.key = None
        else:
            route = (*route, len(container))
            container.append(value)
            self.tree.values[route] = span
        return route

    def _open(self, event: Any) -> None:
        span = _span(event)
        if len(self.stack) >= MAX_DEPTH:
            message = Message("nested deeper than {depth} levels", depth=MAX_DEPTH)
            self.report("RM008", "too-deep", span, message)
            raise _Stop
        value: Any = {} if isinstance(event, MappingStartEvent) else []
        if self.stack and isinstance(self.stack[-1][0], dict) and self.key is None:
            self.report("RM001", "not-yaml", span, Message("a key must be a word, not a list or a record"))
            raise _Stop
        route = self._place(value, span)
        self.stack.append((value, route, span.start))
        self.last = max(span.start, self.last)

    def _close(self, event: Any) -> None:
        _, route, start = self.stack.pop()
        end = max(event.end_mark.index, start)
        self.last = max(event.end_mark.index, self.last) if event.end_mark.index > event.start_mark.index else self.last
        text = self.source.text[start:end]
        self.tree.values[route] = Span(start, start + len(text.rstrip()))


def _span(event: Any) -> Span:
    start: int = event.start_mark.index
    end: int = event.end_mark.index
    return Span(start, max(start, end))


_Wording = tuple[str, Message, Message | None]

_RESERVED = (Message("the line begins with a sign that YAML keeps for itself"), Message("put it in quotes"))
_BACKSLASH = (Message("a backslash in double quotes"), Message("use single quotes"))
_STRAY = Message("the indent is wrong, or text follows a closing quote")
_INDENT = (
    Message("the indent of this line differs from its neighbours, or the line above lacks a space after “-” or “:”"),
    Message("set the key below its neighbours; after “-” and “:” stands a space"),
)
_QUOTED = (Message("text follows a closing quote"), Message("put the whole text in quotes «'…'», or write «» in it"))
_COLON = re.compile(r":(?= |$)")
_AFTER_QUOTE = re.compile(r":\s+(?:\"[^\"]*\"|'[^']*')\s*[^\s#,}\]]")
_NO_COLON = Message("a colon is missing after the key, or the indent is wrong")

_AT_START: tuple[_Wording, ...] = (
    ("could not find expected ':'", _NO_COLON, None),
    ("unexpected end of stream", Message("a quote is not closed"), None),
    ("while scanning an alias", *_RESERVED),
    ("while scanning an anchor", *_RESERVED),
)
"""What is shown where the part that cannot be read begins; YAML itself notices it further down."""

_WORDINGS: tuple[_Wording, ...] = (
    ("found character '\\t'", Message("a tab where spaces must be"), Message("indent with spaces only")),
    (
        "mapping values are not allowed",
        Message("a second colon in one line"),
        Message("put the text in quotes «'…'» if the colon belongs to it, or check the indent"),
    ),
    ("cannot start any token", *_RESERVED),
    ("did not find expected ':'", _NO_COLON, None),
    ("while scanning a quoted scalar", Message("a quote is not closed, or text follows it"), None),
    ("while scanning a double-quoted scalar", *_BACKSLASH),
    ("expected <block end>", _STRAY, None),
    ("did not find expected key", _STRAY, None),
    ("did not find expected '-'", Message("the indent of a list is wrong"), None),
    (
        "sequence entries are not allowed",
        Message("a dash after a key begins a list"),
        Message("leave the key out if there is no value, or put the text in quotes"),
    ),
    ("expected ',' or", Message("a bracket is not closed, or a comma is missing"), None),
    ("the node content", Message("a value is missing, or a bracket is not closed"), None),
    ("special characters are not allowed", Message("a control character stands in the text"), Message("delete it")),
)


def _worded(source: Source, error: Exception) -> Diagnostic:
    """Return the error in our words; found again by the pure parser, so it is the same with and without C."""
    try:
        for _ in YAML(typ="safe", pure=True).parse(_spaced(source.text)):
            pass
    except MarkedYAMLError as pure:
        error = pure
    except (YAMLError, RecursionError, ValueError):
        pass
    start, place = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    text = f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or error}"
    for pattern, message, hint in _AT_START:
        if pattern in text:
            return _syntax_error(source, start or place, message, hint)
    line = source.line(source.position(place.index).line) if place else ""
    if "mapping values are not allowed" in text and len(_COLON.findall(line)) < 2:
        return _syntax_error(source, place, *_INDENT)
    if _AFTER_QUOTE.search(line) and ("expected <block end>" in text or "did not find expected key" in text):
        return _syntax_error(source, place, *_QUOTED)
    for pattern, message, hint in _WORDINGS:
        if pattern in text:
            opened = start if "while parsing a flow" in text and start and place and start.index < place.index else None
            return _syntax_error(source, place or start, message, hint, opened)
    return _syntax_error(source, place or start, Message("the file is not readable as YAML here"), None)


def _syntax_error(source: Source, mark: Any, message: Message, hint: Message | None, opened: Any = None) -> Diagnostic:
    """Return a syntax error at a mark of the parser; what is missing at the end is shown behind the last word."""
    end = len(source.text.rstrip())
    offset = min(mark.index if mark else 0, end)
    span = Span(offset, min(offset + 1, len(source.text)))
    labels = (Label(Span(opened.index, opened.index + 1), Message("opened here")),) if opened else ()
    return Diagnostic("RM001", "not-yaml", Severity.ERROR, message, source, span, hint=hint, labels=labels)
