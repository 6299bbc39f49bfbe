"""A marks file read: `<name>.marks.yaml` beside the roadmap whose execution it tells."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from roadmapc.diagnostics import Diagnostic, Source
from roadmapc.source.decoding import decode
from roadmapc.source.model.marks import Marks
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.tree import Tree
from roadmapc.source.validation import validate

KEY = "marks"


@dataclass(frozen=True)
class MarksFile:
    """The content of a marks file, or what is wrong with its form; with that it has no marks."""

    source: Source
    tree: Tree | None = None
    marks: Marks | None = None
    problems: tuple[Diagnostic, ...] = ()


def read_marks(name: str, data: bytes) -> MarksFile:
    """Read the content of a marks file; what is wrong with its form are its `problems`."""
    source, problems = decode(name, data)
    tree = None
    if not problems:
        tree, problems = parse_yaml(source)
    if tree is None:
        return MarksFile(source, problems=tuple(map(_of_marks, problems)))
    if isinstance(tree.data, dict) and tree.data.get(KEY, "") is None:  # all of them were taken away
        return MarksFile(source, tree, Marks(marks=()), tuple(problems))
    marks, wrong = validate(tree, Marks)
    return MarksFile(source, tree, None if problems else marks, (*problems, *wrong))


def _of_marks(problem: Diagnostic) -> Diagnostic:
    """Return a problem without the advice to begin a roadmap, which this file is not to be."""
    hint: Any = problem.hint
    return replace(problem, hint=None) if hint and "roadmapc new" in hint else problem
