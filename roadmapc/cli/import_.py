"""`roadmapc import`: the Word plan that an office already has becomes a roadmap."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from roadmapc.cli import _import_screen, _imported, _output, _terminal
from roadmapc.cli._jobs import Jobs, executor
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Message, UserError

if TYPE_CHECKING:
    from roadmapc.importer import Imported, Read
    from roadmapc.workspace.executor import Executor
    from roadmapc.workspace.import_files import ImportFile

    _Result = tuple[list[Read | UserError], Imported | UserError | None]

_DIRECTORY = "owners"  # the name, without its ending, of the file that roadmaps share
_FOLDER = Path("roadmaps")
_AT_ONCE = 60  # files that are kept in memory, and go through LibreOffice together
GROUP = "prepare"
HELP = "Make roadmaps of the Word files, workbooks or pasted tables that you have; no word of them is lost."


_Files = Annotated[
    list[Path],
    typer.Argument(metavar="FILES", help=_("Word files, workbooks, text with tabs, folders; - for standard input.")),
]
_Out = Annotated[Path, typer.Option("--out", "-o", help=_("The folder of roadmaps to write into."))]
_Id = Annotated[str | None, typer.Option(help=_("The name of the new file; by default that of the old one."))]
_Join = Annotated[bool, typer.Option("--join", help=_("All files are one roadmap: an order and its attachments."))]
_Into = Annotated[
    Path | None, typer.Option(metavar="ROADMAP", help=_("Write nothing new: say what differs from this roadmap."))
]
_Apply = Annotated[bool, typer.Option("--apply", help=_("With --into: put what differs into the roadmap."))]
_Report = Annotated[
    Path | None, typer.Option(metavar="FILE", help=_("Write what was understood and what was left as JSON."))
]
_RejectChanges = Annotated[
    bool, typer.Option("--reject-changes", help=_("Take the text as it was before its tracked changes."))
]


def command(
    files: _Files,
    out: _Out = _FOLDER,
    id: _Id = None,
    join: _Join = False,
    into: _Into = None,
    apply: _Apply = False,
    report: _Report = None,
    reject_changes: _RejectChanges = False,
    jobs: Jobs = None,
) -> int:
    """Import each file; 1 where something is left without a place, 2 where a file could not be read or written."""
    from roadmapc.workspace import import_files

    work = executor(jobs)
    _terminal.refuse_idle(
        (apply and into is None, Message("--apply goes with --into ROADMAP")),
        *(
            (into is not None and given, Message("{option} does not go with --into ROADMAP", option=option))
            for option, given in (
                ("--out", out != _FOLDER),
                ("--id", id is not None),
                ("--report", report is not None),
                ("--jobs", jobs is not None),
            )
        ),
    )
    found = import_files.found(files)
    if report is not None:
        _output.refuse_sources([report], [file.path for file in found.files])
    for name in found.left_out:
        _terminal.console(stderr=True).print(Message("{path}: not read, it is no document of words", path=name).text(_))
    to_do = _jobs(found.files, id, join=join or into is not None)
    if into is not None:
        from roadmapc.cli import _into

        return int(_into.compared(to_do[0], into, apply=apply, reject_changes=reject_changes))
    return _Import(out, report, reject_changes, work).run(to_do)


class Job(NamedTuple):
    """Files that make one import, and the name of the roadmap that comes of them."""

    files: list[ImportFile]
    stem: str

    @property
    def names(self) -> list[str]:
        """Return the names of the files, for people."""
        return [file.name for file in self.files]


def _jobs(files: Sequence[ImportFile], id: str | None, *, join: bool) -> list[Job]:
    from roadmapc.russian.transliteration import distinct, is_safe

    if id is not None and not is_safe(id):
        raise UserError(Message("--id: “{id}” cannot be the name of a file", id=id))
    if id is not None and id.lower() == _DIRECTORY:
        raise UserError(
            Message("--id: “{id}” cannot be the name of a file", id=id),
            Message("owners.yaml is the directory of owners that roadmaps share"),
        )
    if join:
        return [Job([*files], id or _stem(files[0]))]
    if id is not None and len(files) > 1:
        raise UserError(
            Message("--id names one roadmap, but there are {n} files", n=len(files)), Message("--join makes one of all")
        )
    stems = [id] if id else distinct([_stem(file) for file in files])
    return [Job([one], stem) for one, stem in zip(files, stems, strict=True)]


def _stem(file: ImportFile) -> str:
    """Return the name of the roadmap that a file becomes: no device of Windows, and not that of the directory."""
    from roadmapc.russian.transliteration import is_safe, slug
    from roadmapc.workspace.source_files import STDIN

    if file.path == STDIN:
        return "roadmap"
    name = slug(file.stem)
    return name if is_safe(name) and name != _DIRECTORY else f"{name}-plan"


class _Import:
    """Runs imports one after another: what is wrong with one stops no other."""

    def __init__(self, out: Path, report: Path | None, reject_changes: bool, work: Executor) -> None:
        self.out = out
        self.work = work
        self.report = report
        self.reject_changes = reject_changes
        self.done: list[tuple[Job, list[Path], Imported]] = []
        self.code = _terminal.OK
        self.jobs = 0

    def run(self, jobs: list[Job]) -> int:
        """Import all, then tell of them."""
        self.jobs = len(jobs)
        for start in range(0, len(jobs), _AT_ONCE):
            for job, result in self._some(jobs[start : start + _AT_ONCE]):
                if result:
                    self._one(job, *result)
        if len(jobs) > 1:
            _import_screen.summary(jobs, self.done)
        if self.report is not None:
            self._write_report()
        return self.code

    def _some(self, jobs: list[Job]) -> Iterator[tuple[Job, _Result | None]]:
        """Yield jobs with what came of each; nothing where a file of it cannot be read, which is told."""
        from roadmapc.workspace import importing

        files = [importing.contents(job.files) for job in jobs]
        good = [one for group in files for one in group if not isinstance(one, UserError)]
        modern = iter(importing.modern(good))
        groups = [[one if isinstance(one, UserError) else next(modern) for one in group] for group in files]
        rows = [
            ([one for one in group if not isinstance(one, UserError)], job.stem, _)
            for job, group in zip(jobs, groups, strict=True)
            if group and not any(isinstance(one, UserError) for one in group)
        ]
        results = self.work.map(partial(importing.imported, reject_changes=self.reject_changes), rows)
        for job, group in zip(jobs, groups, strict=True):
            errors = [(name, one) for name, one in zip(job.names, group, strict=True) if isinstance(one, UserError)]
            for name, error in errors:
                self._failed(name, error)
            yield job, None if errors or not group else next(results)

    def _one(self, job: Job, found: list[Read | UserError], imported: Imported | UserError | None) -> None:
        for name, one in zip(job.names, found, strict=True):
            if isinstance(one, UserError):
                self._failed(name, one)
        if imported is None:
            return
        if isinstance(imported, UserError):
            self._failed(", ".join(job.names), imported)
            return
        read = [one for one in found if not isinstance(one, UserError)]
        paths = [self.out / f"{job.stem}{f'-{n}' if n > 1 else ''}.yaml" for n in range(1, len(imported.roadmaps) + 1)]
        try:
            self._write(paths, imported)
        except UserError as error:
            self._failed(", ".join(job.names), error)
            return
        self.done.append((job, paths, imported))
        _import_screen.say(", ".join(job.names))
        for line in _imported.shown(imported, [one.material for one in read], paths):
            _import_screen.say(line)
        if not imported.is_whole or not all(one.material.is_whole for one in read):
            self.code = max(self.code, _terminal.PROBLEMS)

    def _write(self, paths: list[Path], imported: Imported) -> None:
        """Write new files, all or none; raises UserError."""
        from roadmapc.workspace import new_project

        for path in paths:
            new_project.refuse_taken(path, self._elsewhere)
        new_project.make_folder(self.out)
        written: list[Path] = []
        try:
            for path, roadmap in zip(paths, imported.roadmaps, strict=True):
                _terminal.replace(path, roadmap.text.encode())
                written.append(path)
        except BaseException:
            for path in written:
                path.unlink(missing_ok=True)
            raise

    def _elsewhere(self, path: Path) -> Message:
        """Say what to do where a file is there already."""
        from roadmapc.workspace import new_project

        if self.jobs == 1:
            return Message(
                "nothing was changed; give the new one another name: --id {id}", id=new_project.other(path).stem
            )
        return Message(
            "nothing was changed; name another folder: --out {path}", path=new_project.other(self.out).as_posix()
        )

    def _failed(self, name: str, error: UserError) -> None:
        text = Message("{path}: {why}", path=name, why=error.message)
        self.code = max(self.code, _terminal.fail(UserError(text, error.hint)))

    def _write_report(self) -> None:
        from roadmapc.reporters.import_json import report

        assert self.report is not None  # it is asked for
        found = [(job.names, [path.as_posix() for path in paths], imported) for job, paths, imported in self.done]
        _terminal.put(self.report, report(found, _).encode(errors="replace"))
        _terminal.console(stderr=True).print(Message("{path}: written", path=self.report).text(_))
