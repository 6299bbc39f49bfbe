"""The baseline: problems of legacy plans that are known and do not count, by names that survive renumbering."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from roadmapc.diagnostics import Diagnostic, Message, UserError

VERSION = 1
FileNaming = Callable[[str], str]
"""What turns the name of a file into the one that a baseline knows, wherever the program is run."""
BaselineKey = tuple[str, str]
"""What a baseline knows a problem by: the file and the fingerprint."""


def baseline_text(problems: Iterable[Diagnostic], naming: FileNaming = str) -> str:
    """Return the JSON of a baseline of all problems that are not waived; the same problems give the same text."""
    entries = sorted(
        {
            "file": naming(p.source.name),
            "rule": p.name,
            "activity": p.activity or "",
            "fingerprint": p.fingerprint,
        }.items()
        for p in problems
        if p.waived is None
    )
    content = {"roadmapc-baseline": VERSION, "problems": [dict(entry) for entry in entries]}
    return json.dumps(content, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def read_baseline(text: str, name: str) -> Counter[BaselineKey]:
    """Return how often each file and fingerprint stand in a baseline; raises UserError where the text is none."""
    try:
        content = json.loads(text)
        if content["roadmapc-baseline"] != VERSION:
            raise ValueError
        return Counter((str(entry["file"]), str(entry["fingerprint"])) for entry in content["problems"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        hint = Message("write it anew: roadmapc check --write-baseline {path}", path=name)
        raise UserError(Message("{path} is no baseline of this program", path=name), hint) from error


def key_of(problem: Diagnostic, naming: FileNaming = str) -> BaselineKey:
    """Return what a baseline knows a problem by."""
    return naming(problem.source.name), problem.fingerprint


def with_known(
    problems: Iterable[Diagnostic], known: Counter[BaselineKey], naming: FileNaming = str
) -> tuple[list[Diagnostic], int]:
    """Return the problems, those of the baseline marked, and how many of its entries occur no more."""
    left = known.copy()
    found = []
    for problem in problems:
        key = key_of(problem, naming)
        is_known = problem.waived is None and left[key] > 0
        left[key] -= is_known
        found.append(replace(problem, in_baseline=is_known))
    return found, left.total()
