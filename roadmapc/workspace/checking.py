"""What `check` does with the files it was given: what is known of each from an earlier run, and what is checked."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from roadmapc.diagnostics import Diagnostic, Severity, Source
from roadmapc.source.decoding import decode
from roadmapc.source.file_kinds import BASE, kind_at_a_glance
from roadmapc.source.marks_name import is_marks, marks_path
from roadmapc.workspace import bases, dependencies, source_files
from roadmapc.workspace.cache import Cache, Unfit
from roadmapc.workspace.dependencies import Dependency
from roadmapc.workspace.executor import HERE, Executor
from roadmapc.workspace.file_result import FileResult, Problem, problems_to_json, to_diagnostics
from roadmapc.workspace.kept import digest
from roadmapc.workspace.source_files import OWNERS_FILE

if TYPE_CHECKING:  # the compiler is loaded where something has changed
    from datetime import date

    from roadmapc.checks.selection import RuleSelection
    from roadmapc.workspace.checker import Checker


class CheckResult(NamedTuple):
    """What was found in files: their names, all problems in order, and how many files no rule could check.

    `waived` counts the waived problems that are not among the others.
    """

    names: tuple[str, ...]
    problems: list[Diagnostic]
    unread: int
    waived: int


class CheckedFile(NamedTuple):
    """A file with what was found in it and between it and others; `is_beside` says that nobody named it.

    `digest` is that of its content, `key` tells all that it was read with from any other state, but for the form.
    `roadmap` is the id of the roadmap that it is, `form` what that says of its form. A file that extends a base plan is
    based, and some of its problems may stand there; another one is checked by rules and no roadmap: a base plan, marks.
    """

    name: Path
    digest: str
    key: str
    roadmap: str | None
    form: str | None
    problems: list[Diagnostic]
    waived: int
    is_unread: bool
    is_beside: bool
    is_other: bool
    is_based: bool

    @property
    def errors(self) -> list[Diagnostic]:
        """Return the errors that no waiver covers: with them nothing is built."""
        return [one for one in self.problems if one.severity is Severity.ERROR and not one.waived]


@dataclass
class _File:
    """A file by itself; `key` says what its result depends on besides its form, which is none until it is checked.

    `base` is the base plan that it extends, `editions` its signed texts: some of its problems may stand in these.
    """

    name: Path
    data: bytes
    key: str
    result: FileResult | None
    base: Dependency | None = None
    editions: Sequence[Dependency] = ()

    @property
    def known_result(self) -> FileResult:
        """Return what was found in the file, once it is checked."""
        assert self.result is not None
        return self.result

    @cached_property
    def source(self) -> Source:
        """Return the text of the file, for problems that were kept without it."""
        return decode(self.name.as_posix(), self.data)[0]

    def checked(self, problems: list[Diagnostic], *, is_beside: bool) -> CheckedFile:
        """Return what is told of it, without its content."""
        known = self.known_result
        is_other = known.is_checked and not known.summary
        return CheckedFile(
            self.name,
            digest(self.data),
            self.key,
            known.roadmap_id,
            known.form[0] if known.form else None,
            problems,
            known.waived,
            known.is_unread,
            is_beside,
            is_other,
            self.base is not None,
        )

    def source_of(self, name: str | None) -> Source:
        """Return the text of the file, or by its name that of its base or of an edition."""
        if name is None or name == self.name.as_posix():
            return self.source
        if edition := next((one for one in self.editions if one.name.as_posix() == name), None):
            return decode(name, edition.data or b"")[0]
        if self.base is None or name != self.base.name.as_posix() or self.base.data is None:
            raise KeyError(name)
        return self.base_source

    @cached_property
    def base_source(self) -> Source:
        """Return the text of the base plan."""
        assert self.base is not None  # it was looked for before
        return decode(self.base.name.as_posix(), self.base.data or b"")[0]

    def problems(self, between: Sequence[Problem]) -> list[Diagnostic]:
        """Return its problems, and those between it and others, in order of place."""
        problems = to_diagnostics([*self.known_result.problems, *between], self.source_of)
        return sorted(problems, key=lambda one: one.sort_key)


@dataclass(frozen=True)
class CheckRun:
    """The files of a run and how they are checked; without waivers all problems count.

    Without `with_waived` what is waived is counted alone, without `with_notes` notes are left out, both of roadmaps
    without a base plan; without `with_marks` the marks beside are.
    """

    files: Sequence[Path]
    stdin_filename: Path
    today: date
    selection: RuleSelection
    no_waivers: bool
    cache: Cache
    templates: Path | None = None
    executor: Executor = HERE
    with_marks: bool = True
    with_waived: bool = True
    with_notes: bool = True

    def run(self, content: Mapping[Path, bytes]) -> CheckResult:
        """Check all files, some with new content, and what they share, and set them against each other."""
        files = self.each(content)
        if any(one.is_based for one in files):
            files = _told_once(files)
        own = [one for one in files if not one.is_beside]
        problems = [problem for one in files for problem in one.problems]
        names = tuple(one.name.as_posix() for one in own)
        return CheckResult(names, problems, sum(one.is_unread for one in own), sum(one.waived for one in files))

    def each(self, content: Mapping[Path, bytes]) -> list[CheckedFile]:
        """Do the same; return what was found by the file, first what the files share."""
        if content:  # a base plan may be among what was written anew
            bases.forget()
        try:
            return self._each(content)
        except Unfit:
            return replace(self, cache=Cache(unused=True)).each(content)

    def _each(self, content: Mapping[Path, bytes]) -> list[CheckedFile]:
        names = [self.name_of(path) for path in self.files]
        own = [self._read(path, content.get(path)) for path in self.files]
        beside = [*self._directories(names), *self._bases(own), *(self._marks(names) if self.with_marks else ())]
        shared = [self._read(path, None) for path in beside]
        files = [*shared, *own]
        self._check_new(files)
        between = self._check_between(files)
        found = [one.problems(between.get(str(at), ())) for at, one in enumerate(files)]
        for at in range(len(shared)):  # what is not named is not written
            found[at] = [replace(problem, fix=None) for problem in found[at]]
        self.cache.save()
        if self.no_waivers:
            found = [[problem.without_waiver() for problem in problems] for problems in found]
        return [
            one.checked(some, is_beside=at < len(shared))
            for at, (one, some) in enumerate(zip(files, found, strict=True))
        ]

    def _directories(self, names: Sequence[Path]) -> list[Path]:
        """Return the directories that files share, but those that are among them."""
        folders = dict.fromkeys(name.parent for name in names if name.name != OWNERS_FILE)
        found = [folder / OWNERS_FILE for folder in folders if source_files.shared(folder)]
        return [path for path in found if path not in self.files]

    def _marks(self, names: Sequence[Path]) -> list[Path]:
        """Return the marks beside roadmaps, but those that are among the files."""
        beside = [marks_path(name) for name in names if not is_marks(name)]
        return [path for path in beside if os.path.lexists(path) and path not in self.files]

    def _bases(self, files: Sequence[_File]) -> list[Path]:
        """Return the base plans that files extend, but those that are among them, under whatever name."""
        found = {one.base.name: one.base.data for one in files if one.base and one.base.data is not None}
        named = {os.path.realpath(path) for path in self.files} if found else set()
        # another kind of file is told of where it is named
        kept = [path for path, data in found.items() if kind_at_a_glance(data) in {BASE, None}]
        return [path for path in kept if os.path.realpath(path) not in named]

    def name_of(self, path: Path) -> Path:
        """Return the name of a file in messages."""
        return self.stdin_filename if path == source_files.STDIN else path

    @cached_property
    def checker(self) -> Checker:
        """Return what checks files."""
        from roadmapc.workspace.checker import Checker

        return Checker(self.today, self.selection, self.templates)

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
        result = FileResult.from_json(kept) if kept else None
        base = next((one for one in files if one.role == "base"), None)
        editions = [one for one in files if one.role == "edition"]
        kept_result = self._wanted_of(result, base) if result and self._has_its_form(result, name) else None
        return _File(name, own.data, key, kept_result, base, editions)

    def _wanted_of(self, result: FileResult, base: Dependency | None) -> FileResult:
        """Return what is to be told of a file: of what is waived a country has 50,000."""
        return result if self.with_waived or base else result.counted(with_notes=self.with_notes)

    def _has_its_form(self, result: FileResult, name: Path) -> bool:
        """Say whether the form that a roadmap names, known since it was read, is as it was when it was judged."""
        if result.form is None:
            return True
        named, state = result.form
        return dependencies.form_state(named, name, self.templates) == state

    def _check_new(self, files: Sequence[_File]) -> None:
        """Check the files of which nothing is known, each alone, and keep what is found."""
        new = [one for one in files if one.result is None]
        results = self.checker.check_each([(one.name, one.data) for one in new], self.executor) if new else ()
        for one, result in zip(new, results, strict=True):
            one.result = self._wanted_of(result, one.base)
            if self.cache.is_used:
                self.cache.keep_result(one.name.as_posix(), one.key, result.to_json(one.name.as_posix()))

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
            kept = {str(at): problems_to_json(some, files[at].name.as_posix()) for at, some in found.items()}
            self.cache.keep_run_result(key, kept)
        return {str(at): problems for at, problems in found.items()}


def _told_once(files: Sequence[CheckedFile]) -> list[CheckedFile]:
    """Return the files with the problems of a base plan once for all the roadmaps that extend it."""
    from roadmapc.checks.told_once import told_once

    found = told_once((one.name.as_posix(), one.problems) for one in files)
    return [one._replace(problems=some) for one, some in zip(files, found, strict=True)]
