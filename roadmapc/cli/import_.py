"""`roadmapc import`: the Word plan that an office already has becomes a roadmap."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from roadmapc.cli import _imported, _terminal
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Message, UserError
from roadmapc.diagnostics.visible import visible

if TYPE_CHECKING:
    from roadmapc.cli._screen import Screen
    from roadmapc.importer import Imported, Read
    from roadmapc.workspace.import_files import ImportFile
    from roadmapc.workspace.importing import Named

_AT_ONCE = 20  # files that are kept in memory, and go through LibreOffice together
GROUP = "prepare"
HELP = "Make roadmaps of the Word files, workbooks or pasted tables that you have; no word of them is lost."


def command(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="FILES", help=_("Word files, workbooks, text with tabs, folders; - for standard input.")
        ),
    ],
    out: Annotated[Path, typer.Option("--out", "-o", help=_("The folder of roadmaps to write into."))] = Path(
        "roadmaps"
    ),
    id: Annotated[
        str | None, typer.Option("--id", help=_("The name of the new file; by default that of the old one."))
    ] = None,
    join: Annotated[
        bool, typer.Option("--join", help=_("All files are one roadmap: an order and its attachments."))
    ] = False,
    into: Annotated[
        Path | None,
        typer.Option("--into", metavar="ROADMAP", help=_("Write nothing new: say what differs from this roadmap.")),
    ] = None,
    apply: Annotated[bool, typer.Option("--apply", help=_("With --into: put what differs into the roadmap."))] = False,
    report: Annotated[
        Path | None,
        typer.Option("--report", metavar="FILE", help=_("Write what was understood and what was left as JSON.")),
    ] = None,
    reject_changes: Annotated[
        bool, typer.Option("--reject-changes", help=_("Take the text as it was before its tracked changes."))
    ] = False,
) -> int:
    """Import each file; 1 where something is left without a place, 2 where a file could not be read or written."""
    from roadmapc.workspace import import_files

    if apply and into is None:
        raise UserError(Message("--apply goes with --into ROADMAP"))
    found = import_files.found(files)
    for name in found.left_out:
        _terminal.console(stderr=True).print(Message("{path}: not read, it is no document of words", path=name).text(_))
    jobs = _jobs(found.files, id, join=join or into is not None)
    if into is not None:
        from roadmapc.cli import _into

        return int(_into.compared(jobs[0], into, apply=apply, reject_changes=reject_changes))
    return _Import(out, report, reject_changes).run(jobs)


class Job(NamedTuple):
    """Files that make one import, and the name of the roadmap that comes of them."""

    files: list[ImportFile]
    stem: str

    @property
    def names(self) -> list[str]:
        """Return the names of the files, for people."""
        return [file.name for file in self.files]


def _jobs(files: Sequence[ImportFile], id: str | None, *, join: bool) -> list[Job]:
    from roadmapc.russian.transliteration import distinct, is_safe, slug

    if id is not None and not is_safe(id):
        raise UserError(Message("--id: “{id}” cannot be the name of a file", id=id))
    if join:
        return [Job([*files], id or slug(files[0].stem))]
    if id is not None and len(files) > 1:
        raise UserError(
            Message("--id names one roadmap, but there are {n} files", n=len(files)), Message("--join makes one of all")
        )
    stems = [id] if id else distinct([slug(file.stem) for file in files])
    return [Job([one], stem) for one, stem in zip(files, stems, strict=True)]


def contents(files: Sequence[ImportFile]) -> list[Named | UserError]:
    """Return the bytes of files, or why there are none."""
    from roadmapc.workspace import import_files
    from roadmapc.workspace.importing import Named

    found: list[Named | UserError] = []
    for file in files:
        try:
            found.append(Named(file.name, import_files.content(file)))
        except UserError as error:
            found.append(error)
    return found


def _print_indented(out: Screen, line: str) -> None:
    """Print a line, on a screen so that what goes on below it stands under its beginning."""
    from rich.padding import Padding
    from rich.text import Text

    words = line.lstrip(" ")
    indent = len(line) - len(words)
    out.print(line if out.soft_wrap else Padding(Text(visible(words)), (0, 0, 0, indent), expand=False))


class _Import:
    """Runs imports one after another: what is wrong with one stops no other."""

    def __init__(self, out: Path, report: Path | None, reject_changes: bool) -> None:
        self.out = out
        self.report = report
        self.reject_changes = reject_changes
        self.done: list[tuple[Job, list[Path], Imported]] = []
        self.code = _terminal.OK

    def run(self, jobs: list[Job]) -> int:
        """Import all, then tell of them."""
        from roadmapc.cli._progress import steps
        from roadmapc.workspace import importing, template_files

        context = template_files.output_context((), ("docx",), "")
        with steps(len(jobs)) as advance:
            for start in range(0, len(jobs), _AT_ONCE):
                some = jobs[start : start + _AT_ONCE]
                files = [contents(job.files) for job in some]
                good = [one for group in files for one in group if not isinstance(one, UserError)]
                read = iter(importing.read(good, reject_changes=self.reject_changes))
                for job, group in zip(some, files, strict=True):
                    self._one(job, [one if isinstance(one, UserError) else next(read) for one in group], context)
                    advance()
        if len(jobs) > 1:
            self._summary(jobs)
        if self.report is not None:
            self._write_report()
        return self.code

    def _one(self, job: Job, found: list[Read | UserError], context: object) -> None:
        from roadmapc.importer import import_files

        errors = [(name, one) for name, one in zip(job.names, found, strict=True) if isinstance(one, UserError)]
        for name, error in errors:
            self._failed(name, error)
        read = [one for one in found if not isinstance(one, UserError)]
        if errors or not read:
            return
        try:
            imported = import_files(read, job.stem, context, _)  # type: ignore[arg-type]
        except UserError as error:
            self._failed(", ".join(job.names), error)
            return
        paths = [self.out / f"{job.stem}{f'-{n}' if n > 1 else ''}.yaml" for n in range(1, len(imported.roadmaps) + 1)]
        try:
            self._write(paths, imported)
        except UserError as error:
            self._failed(", ".join(job.names), error)
            return
        self.done.append((job, paths, imported))
        out = _terminal.console()
        out.print(", ".join(job.names))
        for line in _imported.shown(imported, [one.material for one in read], paths):
            _print_indented(out, line)
        if not imported.is_whole:
            self.code = max(self.code, _terminal.PROBLEMS)

    @staticmethod
    def _write(paths: list[Path], imported: Imported) -> None:
        from roadmapc.workspace import new_project

        for path in paths:
            new_project.refuse_taken(path)
        for path, roadmap in zip(paths, imported.roadmaps, strict=True):
            new_project.make_folder(path.parent)
            _terminal.replace(path, roadmap.text.encode())

    def _failed(self, name: str, error: UserError) -> None:
        text = Message("{path}: {why}", path=name, why=error.message)
        self.code = max(self.code, _terminal.fail(UserError(text, error.hint)))

    def _summary(self, jobs: list[Job]) -> None:
        from rich.table import Table
        from rich.text import Text

        from roadmapc.importing.understood import understood

        table = Table(box=None, padding=(0, 1))
        for heading in (_("File"), _("Roadmap"), _("Rows"), _("Left"), _("Doubts")):
            table.add_column(heading, overflow="fold")
        done = {job.stem: (paths, imported) for job, paths, imported in self.done}
        for job in jobs:
            if job.stem not in done:
                table.add_row(Text(", ".join(job.names)), Text(_("not imported")), "", "", "")
                continue
            paths, imported = done[job.stem]
            facts = [understood(one.plan) for one in imported.roadmaps]
            doubts = sum(len(one.draft.doubts) for one in imported.roadmaps)
            doubts += sum(one.deadlines.doubtful + one.deadlines.not_understood for one in facts)
            table.add_row(
                Text(", ".join(job.names)),
                Text(", ".join(path.as_posix() for path in paths)),
                str(sum(one.rows for one in facts)),
                str(imported.proof.left.total()),
                str(doubts),
            )
        _terminal.laid_out_console().print(table)

    def _write_report(self) -> None:
        from roadmapc.reporters.import_json import report

        assert self.report is not None  # it is asked for
        found = [(job.names, [path.as_posix() for path in paths], imported) for job, paths, imported in self.done]
        _terminal.put(self.report, report(found, _).encode())
        _terminal.console(stderr=True).print(Message("{path}: written", path=self.report).text(_))
