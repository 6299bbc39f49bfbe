"""Problems as GitLab's Code Quality report, which a merge request shows beside its changes.

Source: “Code Quality report format” in GitLab's documentation (a part of Code Climate's): `description`, `check_name`,
`fingerprint`, `severity`, `location.path` (from the root of the repository) and `location.lines`. Findings with one
fingerprint are shown as one, so the second and later ones of a fingerprint have their number after it.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import Any

from roadmapc.diagnostics import Diagnostic, Severity
from roadmapc.reporters import CheckReport

# “blocker” and “critical” are left to those whose problems break a running program.
_SEVERITIES: dict[Severity, str] = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def report(run: CheckReport) -> str:
    """Return a JSON list, an object for every problem that counts."""
    seen: Counter[str] = Counter()
    found = []
    for problem in run.open:
        seen[problem.fingerprint] += 1
        number = seen[problem.fingerprint]
        fingerprint = problem.fingerprint if number == 1 else f"{problem.fingerprint}-{number}"
        found.append(_object(problem, fingerprint, run))
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


def _object(problem: Diagnostic, fingerprint: str, run: CheckReport) -> dict[str, Any]:
    description = f"{problem.code} {problem.message.text(run.translate)}"
    if problem.hint:
        description += f" – {problem.hint.text(run.translate)}"
    begin, end = (problem.source.position(offset).line for offset in problem.span)
    return {
        "description": description,
        "check_name": problem.name,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[problem.severity],
        "location": {"path": run.place(problem.source.name), "lines": {"begin": begin, "end": end}},
    }
