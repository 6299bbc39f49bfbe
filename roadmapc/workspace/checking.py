"""What `check` does with the files it was given: what is known of each from an earlier run, and what is checked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from roadmapc.diagnostics import Diagnostic, Source
from roadmapc.source.decoding import decode
from roadmapc.workspace import dependencies, source_files
from roadmapc.workspace.cache import Cache, Unfit
from roadmapc.workspace.file_result import FileResult, Problem, problems_to_json, to_diagnostics
from roadmapc.workspace.source_files import OWNERS_FILE

if TYPE_CHECKING:  # the compiler is loaded where something has changed
    from datetime import date

    from roadmapc.checks.selection import RuleSelection
    from roadmapc.workspace.checker import Checker


class CheckResult(NamedTuple):
    """What was found in files: their names, all problems in order, and how many files no rule could check."""

    names: tuple[str, ...]
    problems: list[Diagnostic]
    unread: int


@dataclass
class _File:
    """A file by itself; `key` says all that its result depends on, which is none until the file is checked."""

    name: Path
    data: bytes
    key: str
    result: FileResult | None

    @property
    def known_result(self) -> FileResult:
        """Return what was found in the file, once it is checked."""
        assert self.result is not None
        return self.result

    @cached_property
    def source(self) -> Source:
        """Return the text of the file, for problems that were kept without it."""
        return decode(self.name.as_posix(), self.data)[0]

    def problems(self, between: Sequence[Problem]) -> list[Diagnostic]:
        """Return its problems, and those between it and others, in order of place."""
        problems = to_diagnostics([*self.known_result.problems, *between], lambda: self.source)
        return sorted(problems, key=lambda one: one.sort_key)


@dataclass(frozen=True)
class CheckRun:
    """The files of a run and how they are checked; without waivers all problems count."""

    files: Sequence[Path]
    stdin_filename: Path
    today: date
    selection: RuleSelection
    no_waivers: bool
    cache: Cache

    def run(self, content: Mapping[Path, bytes]) -> CheckResult:
        """Check all files, some with new content, and the directories they share, and set them against each other."""
        try:
            return self._run(content)
        except Unfit:
            return replace(self, cache=Cache(unused=True)).run(content)

    def _run(self, content: Mapping[Path, bytes]) -> CheckResult:
        names = [self.name_of(path) for path in self.files]
        folders = dict.fromkeys(name.parent for name in names if name.name != OWNERS_FILE)
        shared = [folder / OWNERS_FILE for folder in folders if source_files.shared(folder)]
        shared = [path for path in shared if path not in self.files]
        files = [self._read(path, content.get(path)) for path in [*shared, *self.files]]
        self._check_new(files)
        between = self._check_between(files)
        problems = [problem for at, one in enumerate(files) for problem in one.problems(between.get(str(at), ()))]
        self.cache.save()
        if self.no_waivers:
            problems = [problem.without_waiver() for problem in problems]
        unread = sum(one.known_result.is_unread for one in files[len(shared) :])
        return CheckResult(tuple(name.as_posix() for name in names), problems, unread)

    def name_of(self, path: Path) -> Path:
        """Return the name of a file in messages."""
        return self.stdin_filename if path == source_files.STDIN else path

    @cached_property
    def checker(self) -> Checker:
        """Return what checks files."""
        from roadmapc.workspace.checker import Checker

        return Checker(self.today, self.selection)

    def _read(self, path: Path, data: bytes | None) -> _File:
        """Return a file with what an earlier run has found in it alone, or with nothing found yet."""
        name = self.name_of(path)
        files = [*dependencies.of_source(path, name, data)]
        own = files[0]
        key = self.cache.key(repr(self.selection), *dependencies.key_parts(files))
        if own.problem:
            return _File(name, b"", key, FileResult([own.problem]))
        assert own.data is not None  # what cannot be read at all has stopped the run
        kept = self.cache.result_of(name.as_posix(), key, self.today.isoformat())
        return _File(name, own.data, key, FileResult.from_json(kept) if kept else None)

    def _check_new(self, files: Sequence[_File]) -> None:
        """Check the files of which nothing is known, each alone, and keep what is found."""
        new = [one for one in files if one.result is None]
        results = self.checker.check_each([(one.name, one.data) for one in new]) if new else []
        for one, result in zip(new, results, strict=True):
            one.result = result
            if self.cache.is_used:
                self.cache.keep_result(one.name.as_posix(), one.key, result.to_json())

    def _check_between(self, files: Sequence[_File]) -> Mapping[str, Sequence[Problem]]:
        """Return the problems between files, by the index of the file."""
        key = self.cache.key(self.today.isoformat(), *(one.key for one in files))
        kept: Mapping[str, Sequence[Problem]] | None = self.cache.run_result(key)
        if isinstance(kept, dict) and all(isinstance(problems, list) for problems in kept.values()):
            return kept
        found = self.checker.check_between(
            [(one.name, one.data) for one in files], [one.known_result.summary for one in files]
        )
        if self.cache.is_used:
            self.cache.keep_run_result(key, {str(at): problems_to_json(problems) for at, problems in found.items()})
        return {str(at): problems for at, problems in found.items()}
