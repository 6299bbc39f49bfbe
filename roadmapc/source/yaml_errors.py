"""What is wrong with a text that is no YAML: the parser's English words → ours, at the place to be corrected."""

from __future__ import annotations

import re
from typing import NamedTuple

from roadmapc.diagnostics import Diagnostic, Label, Message, Severity, Source, Span
from roadmapc.source.problems import NOT_YAML


class _Fault(NamedTuple):
    """Words by which the parser's sentence is known, what we say, and what the line must be like where it matters."""

    words: str
    message: Message
    hint: Message | None = None
    line: re.Pattern[str] | None = None


_QUOTES = Message("put it in quotes")
_RESERVED = Message("the line begins with a character that YAML keeps for itself")
_NO_COLON = Message("a colon is missing after the key, or the indent is wrong")
_STRAY = Message("the indent is wrong, or text follows a closing quote")
_AFTER_QUOTE = Message("text follows a closing quote")
_WHOLE_IN_QUOTES = Message("put the whole text in quotes «'…'», or write «» in it")
_TEXT_AFTER_QUOTE = re.compile(r":\s+(?:\"[^\"]*\"|'[^']*')\s*[^\s#,}\]]")
_ONE_COLON = re.compile(r"^(?!.*:(?= |$).*:(?= |$))")

_AT_START = (
    _Fault("could not find expected ':'", _NO_COLON),
    _Fault("unexpected end of stream", Message("a quote is not closed")),
    _Fault("while scanning an alias", _RESERVED, _QUOTES),
    _Fault("while scanning an anchor", _RESERVED, _QUOTES),
)
"""What is shown where the part that cannot be read begins; YAML itself notices it further down."""

_AT_PLACE = (
    _Fault("found character '\\t'", Message("a tab where spaces must be"), Message("indent with spaces only")),
    _Fault(
        "mapping values are not allowed",
        Message(
            "the indent of this line differs from its neighbours, or the line above lacks a space after “-” or “:”"
        ),
        Message("set the key below its neighbours; after “-” and “:” stands a space"),
        _ONE_COLON,
    ),
    _Fault(
        "mapping values are not allowed",
        Message("a second colon in one line"),
        Message("put the text in quotes «'…'» if the colon belongs to it, or check the indent"),
    ),
    _Fault(
        "invalid Unicode character escape",
        Message("a backslash with a number that is no character"),
        Message("write the character itself, or use single quotes"),
    ),
    _Fault("cannot start any token", _RESERVED, _QUOTES),
    _Fault("did not find expected ':'", _NO_COLON),
    _Fault("while scanning a quoted scalar", Message("a quote is not closed, or text follows it")),
    _Fault(
        "while scanning a double-quoted scalar", Message("a backslash in double quotes"), Message("use single quotes")
    ),
    _Fault("expected <block end>", _AFTER_QUOTE, _WHOLE_IN_QUOTES, _TEXT_AFTER_QUOTE),
    _Fault("did not find expected key", _AFTER_QUOTE, _WHOLE_IN_QUOTES, _TEXT_AFTER_QUOTE),
    _Fault("expected <block end>", _STRAY),
    _Fault("did not find expected key", _STRAY),
    _Fault("did not find expected '-'", Message("the indent of a list is wrong")),
    _Fault(
        "sequence entries are not allowed",
        Message("a dash after a key begins a list"),
        Message("leave the key out if there is no value, or put the text in quotes"),
    ),
    _Fault(
        "expected ',' or",
        Message("a bracket is not closed, or a comma is missing"),
        Message("if brackets or commas belong to a text, put it in quotes «'…'»"),
    ),
    _Fault("the node content", Message("a value is missing, or a bracket is not closed")),
    _Fault(
        "special characters are not allowed", Message("a control character stands in the text"), Message("delete it")
    ),
)
"""What is shown where YAML stops; the first that fits."""

_UNKNOWN = _Fault("", Message("the file is not readable as YAML here"))


def worded(source: Source, said: str, start: int | None, place: int | None) -> Diagnostic:
    """Return a parser's error in our words.

    `said` is its sentence, `start` the offset where the part that it was reading begins, `place` where it stopped.
    """
    for fault in _AT_START:
        if fault.words in said:
            return _diagnostic(source, fault, place if start is None else start)
    line = source.line(source.position(place).line) if place is not None else ""
    fits = (fault for fault in _AT_PLACE if fault.words in said and (not fault.line or fault.line.search(line)))
    in_brackets = "while parsing a flow" in said and start is not None and place is not None and start < place
    return _diagnostic(source, next(fits, _UNKNOWN), start if place is None else place, start if in_brackets else None)


def _diagnostic(source: Source, fault: _Fault, place: int | None, opened: int | None = None) -> Diagnostic:
    """Return the fault at an offset; what is missing at the end is shown behind the last word."""
    offset = min(place or 0, len(source.text.rstrip()))
    span = Span(offset, min(offset + 1, len(source.text)))
    labels = () if opened is None else (Label(Span(opened, opened + 1), Message("opened here")),)
    return Diagnostic(*NOT_YAML, Severity.ERROR, fault.message, source, span, hint=fault.hint, labels=labels)
