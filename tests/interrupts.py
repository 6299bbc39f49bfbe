"""Ctrl+C at any line of the modules that write."""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

_WRITING = ("output_folder.py", "atomic_writes.py", "tempfile.py")


def interrupted(at: int, work: Callable[[], object]) -> bool:
    """Do something, but stop it before the line of that number that it comes to; return whether it came so far."""
    seen = 0

    def trace(frame: FrameType, event: str, _argument: object) -> Any:
        nonlocal seen
        if not frame.f_code.co_filename.endswith(_WRITING):
            return None
        seen += event == "line"
        if seen > at:
            sys.settrace(None)
            raise KeyboardInterrupt
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    except KeyboardInterrupt:
        return True
    finally:
        sys.settrace(before)
    return False
