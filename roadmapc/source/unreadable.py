"""What is told of a text that is no YAML: the slips that make it so, or else the parser's error in our words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, Protocol

from roadmapc.diagnostics import Diagnostic, Route, Severity, Source, Span
from roadmapc.source import slips
from roadmapc.source.model.routes import fields_at
from roadmapc.source.problems import NOT_YAML
from roadmapc.source.slips import YamlProgress
from roadmapc.source.slips.slip import Slip
from roadmapc.source.tree_builder import PARSER_ERRORS, Stop, TreeBuilder, events
from roadmapc.source.yaml_errors import worded


def unreadable(source: Source, error: Exception) -> list[Diagnostic]:
    """Return the slips that make a text no YAML, or else the error in our words.

    It is found again by the pure parser, so it is the same with and without C.
    """
    try:
        for _ in events(source.text, pure=True):
            pass
    except PARSER_ERRORS as pure:
        error = pure if _mark(pure, "problem") or _mark(pure, "context") else error
    start, place = (mark.index if mark else None for mark in (_mark(error, "context"), _mark(error, "problem")))
    found = slips.find(source.text, yaml_progress, source.position(start or place or 0).line - 1)
    return [_slip(source, one) for one in found] or [worded(source, _said(error), start, place)]


def yaml_progress(text: str) -> YamlProgress:
    """Return how far a text is YAML of ours; what is opened and not closed stops where it opens."""
    source = Source("", text)
    builder = TreeBuilder(source)
    stop = text.count("\n") + 1
    begun = 0

    def noted() -> Iterator[Any]:
        nonlocal begun
        for event in events(text):
            begun = event.start_mark.line
            yield event

    try:
        builder.take(noted())
    except Stop:
        stop = begun
    except PARSER_ERRORS as error:
        said, context = _said(error), _mark(error, "context")
        opened = "quoted scalar" in said or "flow" in said
        mark = (context if opened else None) or _mark(error, "problem") or context
        stop = mark.line if mark else 0
    unknown = (span for route, span in builder.tree.keys.items() if not _is_known(route))
    return YamlProgress(stop, tuple(source.position(span.start).line - 1 for span in unknown))


def _slip(source: Source, slip: Slip) -> Diagnostic:
    """Return a slip as a problem at its place."""
    start = source.line_start(slip.line + 1)
    span = Span(start + slip.start, min(start + slip.end, len(source.text)))
    return Diagnostic(*NOT_YAML, Severity.ERROR, slip.message, source, span, hint=slip.advice)


def _is_known(route: Route) -> bool:
    """Say whether the format has a key at a route; names of the author's own are known."""
    known = fields_at(route[:-1])
    return route[-1] in known or (not known and bool(fields_at(route[:-2])))


class _Mark(Protocol):
    """A place in a text, both from 0."""

    index: int
    line: int


def _mark(error: Exception, kind: Literal["context", "problem"]) -> _Mark | None:
    """Return where the part begins that could not be read, or where the parser stopped; not every error says so."""
    mark: _Mark | None = getattr(error, f"{kind}_mark", None)
    return mark


def _said(error: Exception) -> str:
    return f"{getattr(error, 'context', '') or ''} {getattr(error, 'problem', '') or error}"
