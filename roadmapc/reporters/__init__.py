"""What the program tells people and other programs.

A module here with `report(run)` is a format of `check`, by its name: `--format sarif` is `sarif.py`. The others
belong to the commands that their names begin with.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from roadmapc.diagnostics import Count, Diagnostic, Message, Severity, Translate

__all__ = ["CheckReport", "Translate", "formats", "reporter"]


@dataclass(frozen=True)
class CheckReport:
    """What a check found in how many files; `width` is the terminal's, in characters.

    `problems` are all, settled ones too, `waived` counts waived ones that are not among them; `shown` are those to list
    for people; `unread` counts the files whose form is wrong, so that no rule has checked them yet. `selected` rules
    are wanted in full, however many of them there are. `place` names a file from the root of its repository, for pages
    that show what is reported beside the files.
    """

    files: tuple[str, ...]
    problems: tuple[Diagnostic, ...]
    shown: tuple[Diagnostic, ...]
    translate: Translate = str
    width: int = 100
    unread: int = 0
    selected: bool = False
    place: Callable[[str], str] = str
    waived: int = 0

    @property
    def open(self) -> tuple[Diagnostic, ...]:
        """Return the problems that count: neither waived nor in the baseline."""
        return tuple(problem for problem in self.problems if not problem.is_suppressed)

    @property
    def summary(self) -> str:
        """Return the line that counts files, errors, warnings, notes, waived and known problems."""
        counts = {severity: sum(p.severity is severity for p in self.open) for severity in Severity}
        parts: list[Message] = [
            Count.of("{n} file", "{n} files", len(self.files)),
            Count.of("{n} error", "{n} errors", counts[Severity.ERROR]),
            Count.of("{n} warning", "{n} warnings", counts[Severity.WARNING]),
            Count.of("{n} note", "{n} notes", counts[Severity.NOTE]),
            Count.of("{n} waived", "{n} waived", self.waived + sum(p.waived is not None for p in self.problems)),
        ]
        if known := sum(p.in_baseline for p in self.problems):
            parts.append(Message("in the baseline: {n}", n=known))
        fixable = sum(p.fix is not None and p.fix.safe for p in self.open)
        if fixable:
            parts.append(Message("can be fixed with --fix: {n}", n=fixable))
        if self.unread:
            parts.append(
                Count.of(
                    "{n} file checked by no rule yet: first correct its form",
                    "{n} files checked by no rule yet: first correct their form",
                    self.unread,
                )
            )
        return "; ".join(part.text(self.translate) for part in parts)


def formats() -> tuple[str, ...]:
    """Return the names of the formats, text first."""
    names = [info.name for info in pkgutil.iter_modules(__path__) if "_" not in info.name]
    return tuple(sorted(names, key=lambda name: (name != "text", name)))


def reporter(name: str) -> Any:
    """Return the module of a format."""
    return importlib.import_module(f"{__name__}.{name}")
