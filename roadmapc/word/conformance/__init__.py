"""Clauses of the standard, and of practice: one file each, found by being here.

A clause is a module with CLAUSE (where it is written), TITLE (what it wants, in one line) and `inspect(document)`,
which yields observations; its name is the file's, its docstring its manual page. What the program itself is answerable
for fails as an error; what an author wrote is a note.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import ModuleType

from roadmapc.diagnostics import Message, Severity
from roadmapc.word.conformance._observation import Observation
from roadmapc.word.reader.document import WordDocument

__all__ = ["Observation", "Outcome", "Verdict", "clauses", "examine"]


class Verdict(StrEnum):
    """What a clause says of a document."""

    HOLDS = "holds"
    NOTED = "noted"
    FAILS = "fails"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class Outcome:
    """A clause and what it found."""

    name: str
    clause: str
    title: Message
    observations: tuple[Observation, ...]

    @property
    def verdict(self) -> Verdict:
        """Return the worst of what was found; nothing to judge is neither good nor bad."""
        severities = {observation.severity for observation in self.observations}
        if Severity.ERROR in severities:
            return Verdict.FAILS
        if Severity.NOTE in severities:
            return Verdict.NOTED
        return Verdict.ABSENT if all(observation.absent for observation in self.observations) else Verdict.HOLDS


@cache
def clauses() -> tuple[ModuleType, ...]:
    """Return all clauses: those of the standard by number, then those of practice by name."""
    names = [info.name for info in pkgutil.iter_modules(__path__) if not info.name.startswith("_")]
    return tuple(sorted((importlib.import_module(f"{__name__}.{name}") for name in names), key=_order))


def _order(clause: ModuleType) -> tuple[bool, list[int], str]:
    numbers = [int(number) for number in re.findall(r"\d+", clause.CLAUSE.partition(",")[2])]
    return (not numbers, numbers, clause.__name__)


def examine(document: WordDocument) -> list[Outcome]:
    """Return what every clause says of the document."""
    return [
        Outcome(clause.__name__.rpartition(".")[2], clause.CLAUSE, clause.TITLE, tuple(clause.inspect(document)))
        for clause in clauses()
    ]
