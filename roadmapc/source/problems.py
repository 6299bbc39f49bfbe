"""What reading a file may report, before any rule: the code and the name of each, written once.

Their pages are in `checks/manual.py`. Codes are never given again: they stand in baselines and in other programs.
"""

from __future__ import annotations

from typing import NamedTuple

from roadmapc.diagnostics import Diagnostic, Message, Severity, Source, Span


class ReadingProblem(NamedTuple):
    """A kind of problem, the first two fields of its diagnostics."""

    code: str
    name: str


NOT_YAML = ReadingProblem("RM001", "not-yaml")
EMPTY_FILE = ReadingProblem("RM002", "empty-file")
UNREADABLE_FILE = ReadingProblem("RM003", "unreadable-file")
DUPLICATE_KEY = ReadingProblem("RM004", "duplicate-key")
ALIAS = ReadingProblem("RM005", "alias")
SECOND_DOCUMENT = ReadingProblem("RM006", "second-document")
CUT_BY_COMMENT = ReadingProblem("RM007", "cut-by-comment")
TOO_DEEP = ReadingProblem("RM008", "too-deep")
TOO_MANY = ReadingProblem("RM009", "too-many")
MISSING_KEY = ReadingProblem("RM010", "missing-key")
UNKNOWN_KEY = ReadingProblem("RM011", "unknown-key")
WRONG_TYPE = ReadingProblem("RM012", "wrong-type")
WRONG_VALUE = ReadingProblem("RM013", "wrong-value")
NOT_A_ROADMAP = ReadingProblem("RM014", "not-a-roadmap")
UNUSABLE_BASE = ReadingProblem("RM015", "unusable-base")
CHANGED_BASE = ReadingProblem("RM016", "changed-base")
UNFITTING_OVERRIDE = ReadingProblem("RM017", "unfitting-override")
SWALLOWED_LINE = ReadingProblem("RM018", "swallowed-line")

MOST_PROBLEMS = 100
"""Of one kind of reading (YAML, shape) that are listed in a file; of the others their number is told."""


def more_problems(source: Source, span: Span, n: int) -> Diagnostic:
    """Return what stands for problems that are not listed: where the first of them is, and how many there are."""
    message = Message("more problems than are listed: {n}", n=n)
    hint = Message("correct the first of them: many are often the echo of one")
    return Diagnostic(*TOO_MANY, Severity.ERROR, message, source, span, hint=hint)
