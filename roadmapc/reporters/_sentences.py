"""What several formats word alike, and which characters they can hold."""

from __future__ import annotations

import re
from collections.abc import Callable

from roadmapc.diagnostics import Diagnostic
from roadmapc.diagnostics.visible import visible, visible_lines

# What XML 1.0 has no «Char» for (production 2), besides what is not seen anyway: halves of surrogate pairs.
_HALVES = re.compile("[\ud800-\udfff]")


def legible(text: str) -> str:
    """Return the text with escapes for what XML forbids: one such character makes a report unreadable."""
    return _HALVES.sub(lambda found: f"\\u{ord(found[0]):04x}", visible_lines(text))


def sentence(problem: Diagnostic, translate: Callable[[str], str]) -> str:
    """Return all of a problem in a line or two, for where nothing else of it is shown: place, code, name, cure."""
    place = problem.source.position(problem.span.start)
    head = f"{visible(problem.source.name)}:{place.line}:{place.column}: {problem.code}"
    text = f"{head} {problem.message.text(translate)} [{problem.name}]"
    return f"{text}\n{problem.hint.text(translate)}" if problem.hint else text
