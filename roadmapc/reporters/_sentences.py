"""What several formats word alike, and which characters they can hold."""

from __future__ import annotations

import re
from collections.abc import Callable

from roadmapc.diagnostics import Diagnostic

# What is no «Char» of XML 1.0 (production 2): most control characters, halves of surrogate pairs, U+FFFE and U+FFFF.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def legible(text: str) -> str:
    """Return the text without what XML forbids: it has no look, and one such character makes a report unreadable."""
    return _FORBIDDEN.sub("", text)


def sentence(problem: Diagnostic, translate: Callable[[str], str]) -> str:
    """Return all of a problem in a line or two, for where nothing else of it is shown: place, code, name, cure."""
    place = problem.source.position(problem.span.start)
    head = f"{problem.source.name}:{place.line}:{place.column}: {problem.code}"
    text = f"{head} {problem.message.text(translate)} [{problem.name}]"
    return f"{text}\n{problem.hint.text(translate)}" if problem.hint else text
