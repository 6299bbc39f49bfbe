"""What the rules find in one file alone: just found, or kept from an earlier run as JSON objects.

A problem stays a diagnostic as long as it stays in the process that found it. An object is made of it to be kept, and
on the way from one process to another; a diagnostic is made of that where the problem is reported.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from roadmapc.diagnostics import Diagnostic, Severity
from roadmapc.diagnostics.as_json import JsonObject, SourceOf, from_json, to_json
from roadmapc.workspace.cache import Unfit

if TYPE_CHECKING:  # the compiler is loaded where something has changed
    from roadmapc.checks.summary import RoadmapSummary

Problem = Diagnostic | JsonObject
"""A problem as it was found, or as it was kept."""


@dataclass(frozen=True, slots=True)
class FileResult:
    """The problems of a file, and the summary to compare it by where it is a roadmap that could be read.

    `day` is given where all this holds for that day alone; `is_checked` says that rules have read a file without a
    summary, which is a base plan; `form` is the form that the roadmap names, and the digest of what was found there;
    `waived` counts waived problems that were left out.
    """

    problems: Sequence[Problem]
    summary: RoadmapSummary | JsonObject | None = None
    day: str | None = None
    is_checked: bool = False
    form: tuple[str, str] | None = None
    waived: int = 0

    @property
    def is_unread(self) -> bool:
        """Say whether the file's form is wrong, so that no rule has checked it."""
        return not self.summary and not self.is_checked and bool(self.problems)

    @property
    def roadmap_id(self) -> str | None:
        """Return the id of the roadmap that a file is; none where it is another thing or could not be read."""
        summary = self.summary
        return str(summary["id"]) if isinstance(summary, dict) else summary.id if summary else None

    def counted(self, *, with_notes: bool) -> FileResult:
        """Return it without what a waiver covers, which is counted alone, and perhaps without notes; raises Unfit."""
        try:
            counting = [one for one in self.problems if not _is_waived(one)]
            kept = counting if with_notes else [one for one in counting if not _is_note(one)]
            return replace(self, problems=kept, waived=len(self.problems) - len(counting))
        except AttributeError as error:
            raise Unfit from error

    def to_json(self, name: str) -> JsonObject:
        """Return it as an object of JSON; `name` is the file's."""
        summary = self.summary
        if summary is not None and not isinstance(summary, dict):
            summary = summary.model_dump(mode="json")
        problems = problems_to_json(self.problems, name)
        checked = {"checked": self.is_checked, "form": self.form}
        return {"day": self.day, "summary": summary, "problems": problems, **checked}

    @classmethod
    def from_json(cls, kept: JsonObject) -> FileResult:
        """Return the result that `to_json` made an object of; its parts stay objects until they are needed."""
        form = kept["form"] and (*kept["form"],)
        return cls(kept["problems"], kept["summary"], kept["day"], kept["checked"], form)


def _is_waived(problem: Problem) -> bool:
    return bool(problem.get("waived") if isinstance(problem, dict) else problem.waived)


def _is_note(problem: Problem) -> bool:
    if isinstance(problem, dict):
        return problem.get("severity") == Severity.NOTE.value
    return problem.severity is Severity.NOTE


def problems_to_json(problems: Iterable[Problem], name: str) -> list[JsonObject]:
    """Return all problems of a file as JSON objects."""
    return [kept for one in problems for kept in ([one] if isinstance(one, dict) else to_json([one], name))]


def to_diagnostics(problems: Iterable[Problem], source_of: SourceOf) -> list[Diagnostic]:
    """Return all problems as diagnostics; a source is asked for where one was kept; raises Unfit."""
    found: list[Diagnostic] = []
    try:
        for one in problems:
            found += [one] if isinstance(one, Diagnostic) else from_json([one], source_of)
    except (LookupError, TypeError, ValueError, AttributeError, RecursionError) as error:
        raise Unfit from error
    return found
