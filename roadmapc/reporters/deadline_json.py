"""How a wording was understood, as JSON."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from roadmapc.deadlines import DatedDeadline, Deadline, DeadlineError
from roadmapc.deadlines.wording import wording
from roadmapc.russian.calendar import Calendar

Reading = DatedDeadline | Deadline | DeadlineError


def entry(text: str, reading: Reading, calendar: Calendar, translate: Callable[[str], str] = str) -> dict[str, Any]:
    """Return one wording as an object: either `error` with character offsets, or words, kind, windows and doubts."""
    if isinstance(reading, DeadlineError):
        where = {"start": reading.start, "end": reading.end}
        error = {"message": reading.message.text(translate), **where, "suggestion": reading.suggestion}
        return {"text": text, "error": error}
    if isinstance(reading, Deadline):
        return {"text": text, "understood": wording(reading)}
    windows = [
        {
            "first": w.first.isoformat(),
            "due": w.last.isoformat(),
            "act_by": (day := reading.act_by(w, calendar).isoformat()),
            "remind": day,  # deprecated: the old name of act_by
        }
        for w in reading.windows
    ]
    return {
        "text": text,
        "understood": wording(reading.deadline),
        "kind": reading.kind,
        "windows": windows,
        "doubts": [doubt.text(translate) for doubt in reading.doubts],
    }
