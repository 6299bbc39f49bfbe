"""What tables of the grammar share: a wording is read by the module in question, and means what it should."""

from __future__ import annotations

import sys
from types import FrameType, ModuleType
from typing import Any

from roadmapc.deadlines import DeadlineError, parse
from roadmapc.deadlines.wording import wording


def meaning(text: str) -> str:
    """Return the canonical words of a wording; «! word» where it stops at a word, «… ?» where it leaves a doubt."""
    try:
        deadline = parse(text)
    except DeadlineError as error:
        return f"! {text[error.start : error.end]}"
    return wording(deadline) + (" ?" if deadline.remarks else "")


def hold(module: ModuleType, text: str, meant: str) -> None:
    """Assert that a wording means something, and that the module has taken part in reading it."""
    assert meaning(text) == meant
    files = set()

    def note(frame: FrameType, event: str, _: Any) -> None:
        if event == "call":
            files.add(frame.f_code.co_filename)

    sys.setprofile(note)
    try:
        meaning(text)
    finally:
        sys.setprofile(None)
    assert module.__file__ in files
