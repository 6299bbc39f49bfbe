"""Problems of a base plan, which every roadmap that extends it has, told once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from roadmapc.diagnostics import Diagnostic, Label, Message

_Key = tuple[object, ...]


def told_once(files: Iterable[tuple[str, Sequence[Diagnostic]]]) -> list[list[Diagnostic]]:
    """Return the problems of each file, by its name, but of those that stand in another file each once.

    Where that file has told of a problem itself nobody repeats it; else the first that extends it does, and says how
    many more have it too. Those that a roadmap waives for itself are told by it.
    """
    listed = [(name, [*problems]) for name, problems in files]
    own = {_key(problem) for name, problems in listed for problem in problems if problem.source.name == name}
    others: dict[_Key, int] = {}
    for name, problems in listed:
        for key in {_key(problem) for problem in problems if problem.source.name != name}:
            others[key] = others.get(key, 0) + 1
    told = set(own)
    found: list[list[Diagnostic]] = []
    for name, problems in listed:
        kept: list[Diagnostic] = []
        for problem in problems:
            key = _key(problem)
            if problem.source.name == name:
                kept.append(problem)
            elif key not in told:
                kept.append(_counted(problem, others[key]))
                told.add(key)
        found.append(kept)
    return found


def _key(problem: Diagnostic) -> _Key:
    return problem.source.name, problem.span, problem.code, str(problem.message), problem.waived is None


def _counted(problem: Diagnostic, n: int) -> Diagnostic:
    """Return a problem whose label in the first roadmap counts the others that have it."""
    if n < 2 or not problem.labels:
        return problem
    *labels, last = problem.labels
    message = Message("so in this roadmap; others that extend it: {n}", n=n - 1)
    return replace(problem, labels=(*labels, Label(last.span, message, last.source)))
