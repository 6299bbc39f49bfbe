"""Fixes: edits splice into the source, kept only where reading it again proves that nothing else has changed.

A fix may change neither the rows nor their owners nor any day on which something is due, and may cause no new problem;
whatever it does not touch, comments and layout included, stays byte for byte.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from roadmapc.compiler import Compilation
from roadmapc.diagnostics import Diagnostic, Edit, Source
from roadmapc.source.printed_text import leaves

Again = Callable[[Source], Compilation]
Wanted = Callable[[Diagnostic], bool]
_ROUNDS = 20  # each cures something, so far fewer are needed; a fix that undoes another must not go on for ever
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class FixResult:
    """What fixes made of a source: its text, and the problems that they cured."""

    text: str
    cured: tuple[Diagnostic, ...]


def apply_fixes(before: Compilation, again: Again, *, unsafe: bool = False, wanted: Wanted = bool) -> FixResult:
    """Return the source with every fix that proves itself; `unsafe` takes unsafe fixes too.

    `again` compiles a text with all rules, as `before` was; `wanted` says which of the problems are to be fixed.
    """
    cured: list[Diagnostic] = []
    refused: set[str] = set()
    for _ in range(_ROUNDS):
        chosen = _apart(p for p in before.diagnostics if _may(p, unsafe) and wanted(p) and p.fingerprint not in refused)
        after, applied = _proved(before, chosen, again)
        # A fingerprint outlives the moving of lines, so what was refused once is not tried again in a later round.
        refused |= {p.fingerprint for p in chosen} - {p.fingerprint for p in applied}
        if not chosen:
            break
        cured += applied
        before = after
    return FixResult(before.source.text, tuple(cured))


def _may(problem: Diagnostic, unsafe: bool) -> bool:
    return problem.fix is not None and not problem.is_suppressed and (unsafe or problem.fix.safe)


def _apart(problems: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Return the problems whose edits do not touch those of an earlier one; the others wait for the next round.

    Edits that only meet count as touching: in which order both would insert at one offset is not said.
    """
    chosen: list[Diagnostic] = []
    taken: list[Edit] = []
    for problem in problems:
        edits = problem.fix.edits if problem.fix else ()
        if not any(
            one.span.start <= other.span.end and other.span.start <= one.span.end for one in edits for other in taken
        ):
            chosen.append(problem)
            taken += edits
    return chosen


def _proved(before: Compilation, chosen: Sequence[Diagnostic], again: Again) -> tuple[Compilation, list[Diagnostic]]:
    """Apply all fixes if they prove themselves together, else half by half, so that a bad one is left out.

    One reading proves them all where all are good; each bad one costs about log n more among n.
    """
    if not chosen:
        return before, []
    after = again(Source(before.source.name, splice(before.source.text, chosen)))
    if _is_proved(before, after):
        return after, list(chosen)
    if len(chosen) == 1:
        return before, []
    # The later half first: its edits leave the offsets of the earlier one as they are.
    ordered = sorted(chosen, key=lambda problem: max(edit.span.end for edit in problem.fix.edits) if problem.fix else 0)
    middle = len(ordered) // 2
    late, late_cured = _proved(before, ordered[middle:], again)
    early, early_cured = _proved(late, ordered[:middle], again)
    return early, [*early_cured, *late_cured]


def splice(text: str, problems: Iterable[Diagnostic]) -> str:
    """Return the text with the edits of all fixes made, from the end to the beginning."""
    edits = {edit for problem in problems if problem.fix for edit in problem.fix.edits}
    for edit in sorted(edits, reverse=True):
        text = text[: edit.span.start] + edit.text + text[edit.span.end :]
    return text


def _is_proved(before: Compilation, after: Compilation) -> bool:
    """Say whether a source still means what it did, and no rule has more to say than before."""
    if before.plan is None or after.plan is None:
        return False
    former, latter = (_faults(one) for one in (before, after))
    return latter <= former and _meaning(before) == _meaning(after) and _breaks(before) == _breaks(after)


def _breaks(one: Compilation) -> dict[object, int]:
    """Return how many breaks each text has: a fix that joins lines would join paragraphs and list items."""
    assert one.plan is not None  # asked of plans alone
    return {route: value.count("\n") for route, value in leaves(one.plan.tree.data) if "\n" in value}


def _faults(one: Compilation) -> Counter[str]:
    """Return how often each rule speaks, but those on waivers: a waiver whose problem is fixed covers nothing."""
    return Counter(p.code for p in one.diagnostics if not p.is_suppressed and not p.code.startswith("RM6"))


def _meaning(one: Compilation) -> list[object]:
    """Return what a fix may not change: which rows there are, for whom, and when they are due."""
    assert one.plan is not None  # asked of plans alone
    return [(row.route, row.level, row.occurrences, tuple(a.alias for a in row.assignees)) for row in one.plan.rows]


def to_file_bytes(data: bytes, after: str) -> bytes:
    """Return the bytes of a file with its text changed to `after`: a BOM and every line's own end stay as they are."""
    original = data.decode("utf-8-sig")  # it was read before, so it can be
    bom = data[: len(data) - len(original.encode())]
    ends = _LINE_END.findall(original)
    usual = Counter(ends).most_common(1)[0][0] if ends else "\n"
    if len(set(ends)) < 2:
        return bom + after.replace("\n", usual).encode()
    # Line ends are mixed: lines in common at both ends keep their own; in between each line keeps the end of the one
    # it replaces where their number is the same, else it takes the usual one.
    former, lines = _LINE_END.split(original), after.split("\n")
    head = _common(former, lines)
    tail = _common(former[head:][::-1], lines[head:][::-1])
    middle = len(lines) - head - tail
    own = ends[head : head + middle] if len(lines) == len(former) else [usual] * middle
    kept = [*ends[:head], *own, *[*ends, ""][len(former) - tail :]] if tail else [*ends[:head], *own]
    kept = [*kept, *[usual] * len(lines)][: len(lines) - 1]
    return bom + "".join(line + end for line, end in zip(lines, [*kept, ""], strict=True)).encode()


def _common(one: Sequence[str], two: Sequence[str]) -> int:
    """Return how many lines two texts have in common from their beginning."""
    return next((at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
