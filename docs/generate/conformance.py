"""The manual page of the clauses, from their docstrings."""

from __future__ import annotations

from types import ModuleType

from roadmapc.diagnostics import Severity
from roadmapc.word.conformance import clauses
from roadmapc.word.conformance._observation import fails, notes

_HEAD = """# Clauses

Generated from `roadmapc/word/conformance/`: do not edit. `roadmapc inspect` holds finished Word files against these
clauses. A clause has the number under which it is written in the standard, or «практика» where the standard is silent.
What it finds is an error, for which the program itself is answerable, or a note, which is the author's to settle.
"""


def page() -> str:
    """Return the page in Markdown."""
    return "\n".join((_HEAD, *map(_clause, clauses())))


def _clause(clause: ModuleType) -> str:
    name = clause.__name__.rpartition(".")[2].replace("_", "-")
    text = (clause.__doc__ or "").strip()
    return f"## {clause.CLAUSE}: {clause.TITLE}\n\n`{name}` ({_level(clause)})\n\n{text}\n"


def _level(clause: ModuleType) -> str:
    """Return how badly it can fail: a clause has imported what makes its findings."""
    makers = {fails: Severity.ERROR, notes: Severity.NOTE}
    used = vars(clause).values()
    return " or ".join(severity.value for maker, severity in makers.items() if any(one is maker for one in used))
