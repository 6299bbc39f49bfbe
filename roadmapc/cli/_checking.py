"""What `check` does with the files it was given: reads, mends and judges them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from roadmapc.checks import ALL, Policy, rule_name, rules
from roadmapc.cli import _baseline, _sources
from roadmapc.compiler import Compilation, checked
from roadmapc.diagnostics import Diagnostic


class Found(NamedTuple):
    """What was found in files: their names, all problems in order, and how many files no rule could judge."""

    names: tuple[str, ...]
    problems: list[Diagnostic]
    unread: int


class Checking(NamedTuple):
    """The files of a run and how they are judged; without waivers all problems count."""

    files: Sequence[Path]
    stdin_filename: Path
    today: date
    policy: Policy
    no_waivers: bool

    def found(self, content: Mapping[Path, bytes]) -> Found:
        """Read all files, some with new content, and the directories they share, and judge them together."""
        names = [self._named(path) for path in self.files]
        results = self._judged([self._read(path, content.get(path)) for path in self.files], self.policy)
        shared = [one for one in _sources.directories(names) if Path(one.source.name) not in names]
        problems = [problem for one in [*shared, *results] for problem in one.diagnostics]
        return Found(tuple(name.as_posix() for name in names), problems, sum(one.plan is None for one in results))

    def by_all_rules(self, path: Path, data: bytes | None) -> Compilation:
        """Judge one file by all rules: a fix of one rule may cause no problem for another."""
        return self._judged([self._read(path, data)], ALL)[0]

    def wanted(self, known: _baseline.Known | None) -> Callable[[Diagnostic], bool]:
        """Return what says whether a problem is to be mended: its rule runs, and it is not in the baseline."""
        names = {name for rule in rules() if self.policy.runs(rule, name := rule_name(rule))}
        return lambda problem: problem.name in names and not (known and known.has(problem))

    def _named(self, path: Path) -> Path:
        return self.stdin_filename if path == _sources.STDIN else path

    def _read(self, path: Path, data: bytes | None) -> Compilation:
        return _sources.read(path, self._named(path), data)

    def _judged(self, read: list[Compilation], policy: Policy) -> list[Compilation]:
        results = checked(read, today=self.today, policy=policy)
        return [one.unwaived() for one in results] if self.no_waivers else results
