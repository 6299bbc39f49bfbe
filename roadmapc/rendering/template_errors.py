"""What went wrong in a template, in our words: Jinja and Python say it in English alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from jinja2 import TemplateSyntaxError
from jinja2.exceptions import SecurityError, TemplateNotFound, TemplatesNotFound, UndefinedError

from roadmapc.diagnostics import Message
from roadmapc.rendering.budget import MOST_STEPS, EndlessTemplate, LongDocument
from roadmapc.rendering.foreign_words import foreign
from roadmapc.rendering.markup.faults import or_perhaps
from roadmapc.rendering.permitted import Misuse


def worded(error: Exception, known: Iterable[str] = ()) -> Message:
    """Return what is wrong in one sentence; `known` are the names that the template sees."""
    if isinstance(error, TemplateSyntaxError):
        said = error.message or ""
        return said if isinstance(said, Message) else Message("the template is broken: {why}", why=foreign(said))
    if isinstance(error, Misuse):
        return error.message
    if isinstance(error, TemplatesNotFound):
        return Message("there is none of the templates {names}", names=", ".join(map(str, error.templates)) or "–")
    if isinstance(error, TemplateNotFound):
        return Message("there is no template “{name}”", name=error.name)
    if isinstance(error, SecurityError):
        return Message("the template reaches for what it may not touch")
    if isinstance(error, UndefinedError):
        return _unknown(error, known)
    if isinstance(error, LongDocument):
        return Message("the template writes without end")
    if isinstance(error, EndlessTemplate | OverflowError | MemoryError):
        return Message("the template works without end: more than {most} steps", most=MOST_STEPS)
    if isinstance(error, RecursionError):
        return Message("the template calls itself without end")
    if isinstance(error, UnicodeDecodeError):
        return Message("the template is not in UTF-8")
    if isinstance(error, SyntaxError):
        return Message("the template is nested too deep")
    return Message("the template cannot be run: {why}", why=_failure(error))


def last_template_line(error: Exception, name: str) -> tuple[str, int]:
    """Return the innermost template and line of a traceback, as Jinja rewrote it; of an endless one the commonest."""
    found = [(name, 0)]
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith((".html", ".jinja")) or "__jinja_exception__" in trace.tb_frame.f_globals:
            found.append((Path(file).name, trace.tb_lineno))
        trace = trace.tb_next
    return Counter(found).most_common(1)[0][0] if isinstance(error, RecursionError) else found[-1]


def _unknown(error: UndefinedError, known: Iterable[str]) -> Message:
    said = error.args[0] if error.args else ""
    if isinstance(said, Message):
        name, near = said.values["name"], said.values["nearest"]
        return Message("there is no “{name}”{nearest}", name=name, nearest=near or or_perhaps(name, known))
    return foreign(str(said))


def _failure(error: Exception) -> Message:
    if isinstance(error, OSError):
        return Message("the file cannot be read")
    return foreign(str(error))
