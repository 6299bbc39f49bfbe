"""Questions at a terminal: what was not given as an option is asked, again until the answer serves."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TypeVar

from roadmapc.cli import _terminal
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Message, UserError

T = TypeVar("T")


def is_terminal() -> bool:
    """Say whether somebody is there to answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: Message, read: Callable[[str], T], default: str = "") -> T:
    """Return the answer to a question as `read` makes it; what it raises as UserError is said, and asked again."""
    out = _terminal.console(stderr=True)
    while True:
        out.print(question.text(_) + (f" [{default}]" if default else "") + ": ", end="")
        line = sys.stdin.readline()
        if not line:
            raise KeyboardInterrupt  # the input was closed
        try:
            return read(line.strip() or default)
        except UserError as error:
            out.print(f"  {error.message.text(_)}")


def yes_or_no(text: str) -> bool:
    """Return whether an answer means yes; raises UserError for one that means neither."""
    word = text.strip().casefold()
    if word in {"да", "д", "yes", "y"}:
        return True
    if word in {"нет", "н", "no", "n"}:
        return False
    raise UserError(Message("answer “да” or “нет”"))


def some_text(text: str) -> str:
    """Return an answer that may not be empty; raises UserError."""
    if not text:
        raise UserError(Message("the answer is empty"))
    return text
