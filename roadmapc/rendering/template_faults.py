"""What is wrong with a template in our words: Jinja and Python say it in English alone."""

from __future__ import annotations

import re
from collections.abc import Iterable

from jinja2 import TemplateSyntaxError
from jinja2.exceptions import SecurityError, TemplateNotFound, UndefinedError

from roadmapc.diagnostics import Message
from roadmapc.rendering.markup.faults import or_perhaps
from roadmapc.rendering.sandbox import MOST_STEPS, EndlessTemplate

_NAMED = re.compile(r"'([^']+)'")


def broken(error: TemplateSyntaxError) -> Message:
    """Return what keeps a template from being compiled."""
    return Message("the template is broken: {why}", why=_why(error.message or ""))


def failed(error: Exception, known: Iterable[str]) -> Message:
    """Return what keeps a template from being run, in one sentence; `known` are the names that it sees."""
    if isinstance(error, TemplateNotFound):
        return Message("there is no template “{name}”", name=error.name)
    if isinstance(error, SecurityError):
        return Message("the template reaches for what it may not touch")
    if isinstance(error, UndefinedError):
        return _unknown(error, known)
    if isinstance(error, EndlessTemplate | OverflowError | MemoryError):
        return Message("the template works without end: more than {most} steps", most=MOST_STEPS)
    if isinstance(error, RecursionError):
        return Message("the template calls itself without end")
    if isinstance(error, OSError):
        return Message("the template cannot be read")
    if isinstance(error, ZeroDivisionError):
        return Message("the template cannot be run: {why}", why=Message("division by zero"))
    if isinstance(error, TypeError):
        why = Message("values of different kinds are put together, or called with what they do not take")
        return Message("the template cannot be run: {why}", why=why)
    return Message("the template cannot be run: {why}", why=Message("a value does not fit here"))


def _unknown(error: UndefinedError, known: Iterable[str]) -> Message:
    said = error.args[0] if error.args else ""
    if isinstance(said, Message):
        name, near = said.values["name"], said.values["nearest"]
        return Message("there is no “{name}”{nearest}", name=name, nearest=near or or_perhaps(name, known))
    quoted = _NAMED.search(str(said))
    return Message("there is no “{name}”{nearest}", name=quoted[1] if quoted else "?", nearest="")


def _why(said: str) -> Message:
    """Return Jinja's sentence in words that have a translation; of one that is not known, where it is must do."""
    if found := re.match(r"Encountered unknown tag '([^']*)'", said):
        return Message("Encountered unknown tag '{name}'.", name=found[1])
    if found := re.match(r"No filter named '([^']*)'", said):
        return Message("No filter named '{name}'.", name=found[1])
    if found := re.match(r"No test named '([^']*)'", said):
        return Message("No test named '{name}'.", name=found[1])
    if said.lower().startswith(("unexpected end of", "missing end of")):
        return Message("something is not closed before the end of the template")
    if found := re.match(r"expected token '(.*)', got '(.*)'", said, re.DOTALL):
        return Message("here stands “{found}”", found=_thing(found[2]))
    if found := re.match(r"unexpected (?:char )?'(.*?)'(?:,| at|$)", said, re.DOTALL):
        return Message("here stands “{found}”", found=_thing(found[1]))
    return Message("it is not written as Jinja wants it here")


def _thing(token: str) -> Message | str:
    """Return what Jinja calls a piece of a template."""
    ends = {"end of print statement": "}}", "end of statement block": "%}", "begin of print statement": "{{"}
    if token in ends:
        return ends[token]
    return Message("the end of the template") if token == "end of template" else token  # noqa: S105 (a word of Jinja)
