"""A file of criteria read: the positions by which a region judges municipalities."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from roadmapc.diagnostics import Diagnostic, Message, Severity, Source, Span
from roadmapc.source.decoding import decode
from roadmapc.source.model.criteria import Criteria
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.problems import NOT_A_ROADMAP
from roadmapc.source.validation import validate

KEY = "criteria"


@dataclass(frozen=True)
class CriteriaFile:
    """The content of a file of criteria, or what is wrong with it; with problems it has none."""

    source: Source
    criteria: Criteria | None = None
    problems: tuple[Diagnostic, ...] = ()


def read_criteria(name: str, data: bytes) -> CriteriaFile:
    """Read the content of a file of criteria; what is wrong with its form are its `problems`."""
    source, problems = decode(name, data)
    tree = None
    if not problems:
        tree, problems = parse_yaml(source)
    if tree is None:
        return CriteriaFile(source, problems=tuple(map(_of_criteria, problems)))
    if not isinstance(tree.data, dict) or KEY not in tree.data:
        message = Message("these are no criteria: the key “criteria” is missing")
        span = Span(0, len(source.text.partition("\n")[0]))
        wrong = Diagnostic(*NOT_A_ROADMAP, Severity.ERROR, message, source, span)
        return CriteriaFile(source, problems=(*map(_of_criteria, problems), wrong))
    criteria, found = validate(tree, Criteria)
    return CriteriaFile(source, None if problems else criteria, (*problems, *found))


def _of_criteria(problem: Diagnostic) -> Diagnostic:
    """Return a problem without the advice to begin a roadmap, which this file is not to be."""
    hint: Any = problem.hint
    return replace(problem, hint=None) if hint and "roadmapc new" in hint else problem
