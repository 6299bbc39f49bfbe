"""Diagnostics as JSON for other programs.

The shape is `schemas/diagnostics.schema.json`; it does not follow our types.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from roadmapc.diagnostics import Diagnostic
from roadmapc.reporters import CheckReport


def report(run: CheckReport) -> str:
    """Return a JSON list, an object a problem; lines and columns from 1, the end past the last character."""
    objects = [_object(problem, run.translate) for problem in run.problems]
    return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"


def _object(problem: Diagnostic, translate: Callable[[str], str]) -> dict[str, Any]:
    start = problem.source.position(problem.span.start)
    end = problem.source.position(problem.span.end)
    return {
        "code": problem.code,
        "name": problem.name,
        "severity": problem.severity.value,
        "message": problem.message.text(translate),
        "hint": problem.hint.text(translate) if problem.hint else None,
        "file": problem.source.name,
        "line": start.line,
        "column": start.column,
        "end_line": end.line,
        "end_column": end.column,
        "activity": problem.activity,
        "waived": problem.waived is not None,
        "reason": problem.waived,
        "baseline": problem.in_baseline,
        "fixable": {None: "no", True: "safe", False: "unsafe"}[problem.fix.safe if problem.fix else None],
        "fingerprint": problem.fingerprint,
    }
