"""Several texts laid one behind another in one row of offsets, as compilers do with the files that a file includes.

What reads a plan of two files by spans (rules, masks, fixes) reads one text; a problem found there is moved into the
file in which it stands. The first text keeps its offsets.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from roadmapc.diagnostics.diagnostic import Diagnostic, Fix, Label
from roadmapc.diagnostics.source import Source, Span


@dataclass(frozen=True)
class JoinedSource(Source):
    """Texts with a line break between them, under the name of the first."""

    parts: tuple[Source, ...] = ()

    @classmethod
    def of(cls, first: Source, *others: Source) -> JoinedSource:
        """Join texts."""
        parts = (first, *others)
        return cls(first.name, "\n".join(part.text for part in parts), parts)

    def start_of(self, part: int) -> int:
        """Return the offset at which a text begins."""
        return sum(len(one.text) + 1 for one in self.parts[:part])

    def in_part(self, span: Span) -> tuple[Source, Span]:
        """Return the text in which a place begins, and the place as that text counts it."""
        at = max(part for part in range(len(self.parts)) if part == 0 or self.start_of(part) <= span.start)
        source, shift = self.parts[at], self.start_of(at)
        return source, Span(span.start - shift, min(span.end - shift, len(source.text)))


def located(problem: Diagnostic) -> Diagnostic:
    """Return a problem in the file in which it stands; a fix stays where all of it is in the first, which is checked.

    The other files are read, never written: what is wrong in them is fixed where they are checked themselves.
    """
    joined = problem.source
    if not isinstance(joined, JoinedSource):
        return problem
    source, span = joined.in_part(problem.span)
    labels = []
    for label in problem.labels:
        there, place = joined.in_part(label.span)
        labels.append(Label(place, label.message, None if there is source else there))
    fix = problem.fix if source is joined.parts[0] and _is_within(problem.fix, len(source.text)) else None
    return replace(problem, source=source, span=span, labels=tuple(labels), fix=fix)


def _is_within(fix: Fix | None, end: int) -> bool:
    return fix is not None and all(edit.span.end <= end for edit in fix.edits)
