"""YAML → plain data with the place of every key and value, in one pass over parser events.

Every scalar stays text: `1.10` is not 1.1, `no` is «no», a date is a date only where the model has one. What YAML
allows and the format does not (anchors, aliases, tags, merges, a second document) is a diagnostic. The only importer
of ruamel.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from ruamel.yaml.error import YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.main import YAML, CParser  # type: ignore[attr-defined]  # it is none where there is no parser of C

from roadmapc.diagnostics import Diagnostic, Label, Message, Route, Severity, Source, Span
from roadmapc.source.decoding import forbidden, forbidden_in
from roadmapc.source.escapes import escaped_character
from roadmapc.source.problems import (
    ALIAS,
    CUT_BY_COMMENT,
    DUPLICATE_KEY,
    MOST_PROBLEMS,
    NOT_YAML,
    SECOND_DOCUMENT,
    SWALLOWED_LINE,
    TOO_DEEP,
    TOO_MANY,
    UNREADABLE_FILE,
    ReadingProblem,
    more_problems,
)
from roadmapc.source.tree import Tree

PARSER_ERRORS = (YAMLError, RecursionError, ValueError, OverflowError)
"""What `events` raises where a text is no YAML; the last two at escapes of characters that there are not."""

MAX_DEPTH = 32
MAX_TEXT = 100_000  # fifty pages in one cell
MAX_VALUES = 75_000  # a table of ten thousand rows has some sixty thousand
_AGAIN = "\0again"  # keeps the places inside the second value of a key apart from the first
_HIDDEN = "\ufdd0"  # stands for the colon of «https://», which YAML 1.2 takes inside brackets and libyaml does not
_NULLS = frozenset({"", "~", "null"})
_CUT = re.compile(r"[ \t]+#[^\s#]")
_TAIL = re.compile(r"[^ \t\n][^\n]*")
_QUOTES = frozenset("'\"")
_BLANKS = frozenset(" \t")
_OF_ITS_OWN = re.compile(r"\n[ ]*(?:[-•*–][ ]+\S|[a-z_]+:(?:[ \n]|$))")
"""What every text has in which a line looks like a row or a key."""
_INDICATOR = re.compile(r"(?:\s|#[^\n]*+)*+[:-]")  # possessive: nothing is tried in two ways


def events(text: str, *, pure: bool = False) -> Iterator[Any]:
    """Return the parser's events, of the parser written in Python where `pure`; raise `PARSER_ERRORS`."""
    text = _spaced(text)
    hides = not pure and "://" in text and _HIDDEN not in text
    found = _parsed(text.replace("://", f"{_HIDDEN}//") if hides else text, pure=pure)
    return map(_revealed, found) if hides else found


def _parsed(text: str, *, pure: bool) -> Iterator[Any]:
    """Return the events of the parser of C, where there is one, itself: what is set up around it takes its time."""
    if pure or CParser is None:
        found: Iterator[Any] = YAML(typ="safe", pure=True).parse(text)
        return found
    return iter(CParser(text).get_event, None)


def _revealed(event: Any) -> Any:
    """Return an event with the addresses that were hidden from the parser of C."""
    if type(event) is ScalarEvent and _HIDDEN in event.value:
        event.value = event.value.replace(_HIDDEN, ":")
    return event


def _spaced(text: str) -> str:
    """Return the text with a space for each tab that is no indent: the pure parser takes none between words."""
    return _TAIL.sub(lambda tail: tail[0].replace("\t", " "), text) if "\t" in text else text


class Stop(Exception):
    """Reading on would only repeat the problem."""


class TreeBuilder:
    """Builds data from events with a stack of open containers."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.text = source.text
        self.tree = Tree(source)
        self.problems: list[Diagnostic] = []
        self.stack: list[tuple[Any, Route, int]] = []
        self.key: tuple[str, Span] | None = None
        self.root = False
        self.is_unprintable = False
        self.placed = 0
        self.more = 0
        self.first_more: Span | None = None
        self.rows: set[Route] = set()
        self.documents = 0
        self.last = 0

    def report(self, problem: ReadingProblem, span: Span, message: Message, **more: Any) -> None:
        """Note a problem; of those beyond the most that are listed, only how many there are."""
        if len(self.problems) >= MOST_PROBLEMS:
            self.more += 1
            self.first_more = self.first_more or span
            return
        self.problems.append(Diagnostic(*problem, Severity.ERROR, message, self.source, span, **more))

    def listed(self) -> list[Diagnostic]:
        """Return the problems, and how many more there are."""
        if not self.first_more:
            return self.problems
        return [*self.problems, more_problems(self.source, self.first_more, self.more)]

    def take(self, found: Iterable[Any]) -> None:
        """Add events to the tree; raise `Stop` where reading on would only repeat the problem."""
        steps: dict[type, Callable[[Any], None]] = {
            ScalarEvent: self._scalar,
            MappingStartEvent: self._open,
            SequenceStartEvent: self._open,
            MappingEndEvent: self._close,
            SequenceEndEvent: self._close,
            AliasEvent: self._refuse_alias,
            DocumentStartEvent: self._begin_document,
        }
        for event in found:
            step = steps.get(type(event))
            if step is not None:
                step(event)

    def _refuse_alias(self, event: Any) -> None:
        message = Message("references (*name) are not used here: repeat the text")
        self.report(ALIAS, _span(event), message, hint=self._in_quotes(event))
        raise Stop

    def _begin_document(self, event: Any) -> None:
        self.documents += 1
        if self.documents > 1:
            message = Message("a second document begins here: one file holds one roadmap")
            hint = Message("delete the line “---”, or move what follows to a file of its own")
            self.report(SECOND_DOCUMENT, _span(event), message, hint=hint)
            raise Stop

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor:
            message = Message("anchors (&name) are not used here: repeat the text")
            self.report(ALIAS, _span(event), message, hint=self._in_quotes(event))
            raise Stop
        if event.tag and not (event.tag == "!" and isinstance(event, ScalarEvent)):
            message = Message("tags (!name) are not used here: put the text in quotes")
            self.report(ALIAS, _span(event), message, hint=self._in_quotes(event))
            raise Stop

    def _in_quotes(self, event: Any) -> Message | None:
        """Return the line with its text in quotes, for signs that were meant as part of it."""
        from roadmapc.source.slips import quoting

        line = self.source.line(event.start_mark.line + 1)
        return next((slip.advice for slip in quoting.first_sign([line], 0)), None)

    def _scalar(self, event: Any) -> None:
        if event.anchor or event.ctag:
            self._refuse_extras(event)
        text: str = event.value
        style = event.style
        span = _span(event) if text or style else self._nowhere()
        end = span.end
        if len(text) > MAX_TEXT:
            self.problems.append(self._too_many(span, Message("the text is longer than {most} letters", most=MAX_TEXT)))
            raise Stop
        if style == '"' and (bad := forbidden_in(text)):
            self._refuse_character(bad, span)
        if end > self.last and (text or style):
            self.last = end
        if self.key is None and self.stack and type(self.stack[-1][0]) is dict:
            self._take_key(text, span)
            return
        if not style:
            if self.text[end : end + 1] in _BLANKS:
                self._warn_cut(span)
            if text in _NULLS:
                self._place(None, span)
                return
        if style not in _QUOTES and event.end_mark.line > event.start_mark.line:
            self._refuse_swallowed(event, span)
        self._place(text, span)

    def _too_many(self, span: Span, message: Message) -> Diagnostic:
        return Diagnostic(*TOO_MANY, Severity.ERROR, message, self.source, Span(span.start, span.start + 1))

    def _refuse_character(self, character: str, span: Span) -> None:
        """Report a character that an escape brings in; the text of the file itself was looked through before."""
        self.is_unprintable = True
        where = escaped_character(self.text, span, character)
        self.report(UNREADABLE_FILE, where, forbidden(character), hint=Message("delete it"))

    def _nowhere(self) -> Span:
        """Return the place of a value that is not there: behind its colon or dash (the parsers disagree on it)."""
        found = _INDICATOR.match(self.text, self.last)
        self.last = found.end() if found else self.last
        return Span(self.last, self.last)

    def _take_key(self, text: str, span: Span) -> None:
        container, route, _ = self.stack[-1]
        if text == "<<":
            self.report(ALIAS, span, Message("merges (<<) are not used here: repeat the keys"))
            raise Stop
        if text in container:
            first = Label(self.tree.keys[(*route, text)], Message("first given here"))
            self._report_twice(text, span, first)
        else:
            self.tree.keys[(*route, text)] = span
        self.key = (text, span)

    def _report_twice(self, key: str, span: Span, first: Label) -> None:
        """Report a key given twice; one that begins a row lacks its hyphen, and the row's other keys follow it."""
        from roadmapc.source.slips import indents

        _, route, _ = self.stack[-1]
        if route in self.rows:
            return
        message, hint = Message("the key “{key}” is given twice", key=key), None
        line = self.source.line(self.source.position(span.start).line)
        if isinstance((route or (None,))[-1], int) and (slip := next(indents.no_dash([line], 0), None)):
            self.rows.add(route)
            hint = Message("if a new row begins here, write it so:\n{line}", line=slip.mended)
        hint = hint or Message("delete one of them, or make one of both")
        self.report(DUPLICATE_KEY, span, message, labels=(first,), hint=hint)

    def _warn_cut(self, span: Span) -> None:
        """Report « #5» behind a plain scalar: YAML takes it for a comment, the author for text."""
        if _CUT.match(self.text, span.end):
            end = self.text.find("\n", span.end)
            tail = self.text[span.end : end if end >= 0 else len(self.text)]
            message = Message("the words after “#” are taken for a comment and will not be printed")
            where = Span(span.end, span.end + len(tail.rstrip()))
            hint = Message("put the text in quotes, or set a space after “#” if it is a comment")
            self.report(CUT_BY_COMMENT, where, message, hint=hint)

    def _refuse_swallowed(self, event: Any, span: Span) -> None:
        """Report lines of a text that look like a row or a key of their own: they would be printed as words."""
        if not _OF_ITS_OWN.search(self.text, span.start, span.end):
            return
        from roadmapc.source.slips.swallowed import swallowed

        in_list = bool(self.stack) and type(self.stack[-1][0]) is list
        key = None if in_list or self.key is None else self.key[0]
        begins, ends = event.start_mark.line, event.end_mark.line + (event.end_mark.column > 0)
        lines = [self.source.line(number + 1) for number in range(begins, ends)]
        beside = self.stack[-1][1] if self.stack else ()
        for slip in swallowed(lines, event.style or "", key, beside[:-1] if in_list else beside):
            start = self.source.line_span(begins + slip.line + 1)[0]
            where = Span(start + slip.start, start + slip.end)
            self.report(SWALLOWED_LINE, where, slip.message, hint=slip.advice)

    def _place(self, value: Any, span: Span) -> Route:
        self.placed += 1
        if self.placed > MAX_VALUES:
            self.problems.append(self._too_many(span, Message("the file has more than {most} values", most=MAX_VALUES)))
            raise Stop
        if not self.stack:
            self.root = True
            self.tree.data = value
            self.tree.values[()] = span
            return ()
        container, route, _ = self.stack[-1]
        if type(container) is dict:
            assert self.key is not None  # a value follows its key
            key = self.key[0]
            route = (*route, key)
            if key in container:
                route = (*route, _AGAIN)
            else:
                container[key] = value
                self.tree.values[route] = span
            self.key = None
        else:
            route = (*route, len(container))
            container.append(value)
            self.tree.values[route] = span
        return route

    def _open(self, event: Any) -> None:
        if event.anchor or event.ctag:
            self._refuse_extras(event)
        span = _span(event)
        if len(self.stack) >= MAX_DEPTH:
            message = Message("nested deeper than {depth} levels", depth=MAX_DEPTH)
            self.report(TOO_DEEP, span, message)
            raise Stop
        value: Any = {} if isinstance(event, MappingStartEvent) else []
        if self.stack and isinstance(self.stack[-1][0], dict) and self.key is None:
            self.report(NOT_YAML, span, Message("a key must be a word, not a list or a record"))
            raise Stop
        route = self._place(value, span)
        self.stack.append((value, route, span.start))
        self.last = max(span.start, self.last)

    def _close(self, event: Any) -> None:
        _, route, start = self.stack.pop()
        end = max(event.end_mark.index, start)
        self.last = max(event.end_mark.index, self.last) if event.end_mark.index > event.start_mark.index else self.last
        self.tree.values[route] = Span(start, start + len(self.text[start:end].rstrip()))


def _span(event: Any) -> Span:
    start: int = event.start_mark.index
    end: int = event.end_mark.index
    return Span(start, max(start, end))
