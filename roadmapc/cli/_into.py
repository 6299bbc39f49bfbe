"""`roadmapc import --into`: what differs between a roadmap and a Word file that somebody edited by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from roadmapc.cli import _terminal
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Count, Message, Route, UserError

if TYPE_CHECKING:
    from roadmapc.cli.import_ import Job
    from roadmapc.compiler import Compilation
    from roadmapc.importer import Read
    from roadmapc.importer.into import Applied, Compared
    from roadmapc.plan import Plan
    from roadmapc.plan.changes import Change

_MOST_WORDS = 90
_BEFORE = 24
"""Letters of a long text that are shown, and how many of them stand before the first that differs."""
_MOST_LEFT = 12


def compared(job: Job, into: Path, *, apply: bool, reject_changes: bool) -> int:
    """Tell what differs between a roadmap and the files of a job, or put it in; return the exit code."""
    from roadmapc.importer import into as way_back
    from roadmapc.workspace import forms, loading, source_files, template_files

    data, problem = source_files.content(into)
    if problem:
        raise UserError(Message("{path}: {why}", path=into.as_posix(), why=problem.message), problem.hint)
    read = forms.with_form(loading.read(into, data=data), into)
    plan = _plan(into, read)
    files = _read(job, reject_changes)
    context = template_files.output_context(tuple(template_files.overrides(None).values()), ("docx",), "")
    if form := forms.found(plan.roadmap.form, into):
        context = template_files.with_form(context, forms.usable(form))
    found = way_back.compare(plan, files, context)
    out = _terminal.console()
    out.print(Message("{files} beside {path}", files=", ".join(job.names), path=into.as_posix()).text(_))
    for line in _remarks(files, found):
        out.print(line)
    if not apply:
        return _told(found, into)
    applied = way_back.apply(found, lambda text: loading.read(into, data=text.encode()).plan, context)
    return _written(found, applied, into, data)


def _plan(path: Path, read: Compilation) -> Plan:
    if read.plan is None:
        why = read.errors[0].message if read.errors else Message("it is no roadmap")
        raise UserError(
            Message("{path} cannot be compared: {why}", path=path.as_posix(), why=why),
            Message("run roadmapc check, and correct what it reports"),
        )
    return read.plan


def _read(job: Job, reject_changes: bool) -> list[Read]:
    """Return what the files hold; raises UserError where one cannot be read, for it may hold what differs."""
    from roadmapc.workspace import importing

    named = importing.contents(job.files)
    for name, one in zip(job.names, named, strict=True):
        if isinstance(one, UserError):
            raise UserError(Message("{path}: {why}", path=name, why=one.message), one.hint)
    found = importing.read([one for one in named if not isinstance(one, UserError)], reject_changes=reject_changes)
    for name, file in zip(job.names, found, strict=True):
        if isinstance(file, UserError):
            raise UserError(Message("{path}: {why}", path=name, why=file.message), file.hint)
    return [one for one in found if not isinstance(one, UserError)]


def _remarks(files: Sequence[Read], found: Compared) -> Iterator[str]:
    from roadmapc.cli import _imported

    for file in files:
        yield from (f"  {remark.text(_)}" for remark in file.material.remarks)
    if found.plans > 1:
        yield "  " + Message("the files hold several plans ({n}): the nearest one is compared", n=found.plans).text(_)
    if found.absent:
        names = ", ".join(one.text(_) for one in found.absent)
        yield "  " + Message("not in the files, and so not compared: {names}", names=names).text(_)
    if not found.proof.holds:
        missing = Message("NOT proved: {n} words of the files were not read", n=found.proof.missing.total())
        yield "  " + missing.text(_)
    left = found.left
    if left:
        yield "  " + Message("in the files, but without a place in a roadmap: {n}", n=len(left)).text(_)
    for one in left[:_MOST_LEFT]:
        yield f"    {one.place.message.text(_) or one.kind}: {_imported.short(one.text)}"
    if len(left) > _MOST_LEFT:
        yield "    " + Message("… and {n} more", n=len(left) - _MOST_LEFT).text(_)


def _told(found: Compared, path: Path) -> int:
    out = _terminal.console()
    for one in found.differences:
        out.print(f"  {_line(found.plan, path, one).text(_)}")
    if not found.differences:
        out.print("  " + _("nothing differs"))
    else:
        out.print("  " + Count.of("{n} difference", "{n} differences", len(found.differences)).text(_))
        out.print("  " + _("to put them into the roadmap: add --apply"))
    return _terminal.PROBLEMS if found.differences or found.left else _terminal.OK


def _written(found: Compared, applied: Applied, path: Path, data: bytes) -> int:
    """Write the roadmap with what could be put in, and tell what is left to a person."""
    from roadmapc.fixing import to_file_bytes
    from roadmapc.workspace import source_files

    out = _terminal.console()
    if not found.differences:
        out.print("  " + _("nothing differs"))
    if applied.made:
        if source_files.content(path)[0] != data:
            raise UserError(Message("{path} was changed meanwhile; run the program again", path=path))
        _terminal.replace(path, to_file_bytes(data, applied.text))
        count = Count.of("{n} difference put in", "{n} differences put in", applied.made)
        out.print("  " + Message("{path}: {count}", path=path.as_posix(), count=count).text(_))
    for title, some in (
        (_("to be done by hand:"), applied.by_hand),
        (_("in the base plan, which is changed in its own file:"), applied.in_base),
    ):
        if some:
            out.print(f"  {title}")
        for one in some:
            out.print(f"    {_line(applied.plan, path, one).text(_)}")
    if any(type(one).__name__ in _WHOLE and one.new for one in applied.by_hand):
        out.print("    " + _("to copy it from: import the file as a roadmap of its own, under another name (--id)"))
    return _terminal.PROBLEMS if applied.by_hand or applied.in_base or found.left else _terminal.OK


def _line(plan: Plan, path: Path, change: Change) -> Message:
    """Return the line that tells of a difference: where, which row and column, old and new words."""
    from roadmapc.plan.changes import CellChanged, RowChange, RowRenumbered
    from roadmapc.reporters._changes import name_at

    place = _place(plan, path, change)
    if isinstance(change, RowRenumbered):
        template = "{place}: number {old} is now {new}"
        found = Message(template, place=place, old=change.old or "–", new=change.new or "–")
    elif isinstance(change, CellChanged):
        old, new = excerpts(change.old, change.new)
        template = "{place}: {number}, {column}: “{old}” → “{new}”"
        column = " ".join(change.heading.split()) or change.field
        found = Message(template, place=place, number=change.number or "–", column=column, old=old, new=new)
    elif isinstance(change, RowChange):
        words, _new = excerpts(change.new or change.old, "")
        found = _ROWS[type(change).__name__](place, change.number or "–", words)
    elif type(change).__name__ in _WHOLE:
        words, _new = excerpts(change.new or change.old, "")
        found = _WHOLE[type(change).__name__](place, words)
    else:
        found = _field(place, name_at(plan, change), change)
    return Message("{line} – matched by likeness: see whether it is so", line=found) if change.uncertain else found


def _field(place: str, name: str, change: Change) -> Message:
    old, new = excerpts(change.old, change.new)
    if not change.old:
        return Message("{place}: {field}: added “{new}”", place=place, field=name, new=new)
    if not change.new:
        return Message("{place}: {field}: removed “{old}”", place=place, field=name, old=old)
    return Message("{place}: {field}: “{old}” → “{new}”", place=place, field=name, old=old, new=new)


_ROWS: dict[str, Callable[[str, str, str], Message]] = {
    "RowAdded": lambda at, n, words: Message("{at}: row added: {n} {words}", at=at, n=n, words=words),
    "RowRemoved": lambda at, n, words: Message("{at}: row removed: {n} {words}", at=at, n=n, words=words),
    "RowMoved": lambda at, n, words: Message("{at}: row moved: now {n} {words}", at=at, n=n, words=words),
    "SectionAdded": lambda at, n, words: Message("{at}: section added: {n} {words}", at=at, n=n, words=words),
    "SectionRemoved": lambda at, n, words: Message("{at}: section removed: {n} {words}", at=at, n=n, words=words),
}


_WHOLE: dict[str, Callable[[str, str], Message]] = {
    "TableAdded": lambda at, words: Message("{at}: table added: {words}", at=at, words=words),
    "TableRemoved": lambda at, words: Message("{at}: table removed: {words}", at=at, words=words),
    "AttachmentAdded": lambda at, words: Message("{at}: attachment added: {words}", at=at, words=words),
}


def _place(plan: Plan, path: Path, change: Change) -> str:
    """Return file and line of what has changed; of what is added, of what it stands behind."""
    from roadmapc.diagnostics.joined_source import JoinedSource

    route: Route = change.old_route or ()
    if change.old_route is None:
        route = getattr(change, "behind", None) or getattr(change, "within", None) or ()
    source, span = plan.tree.source, plan.tree.span(route)
    if isinstance(source, JoinedSource):
        source, span = source.in_part(span)
    return f"{source.name}:{source.position(span.start).line}" if route else path.as_posix()


def excerpts(old: str, new: str) -> tuple[str, str]:
    """Return both texts on one line each, of long ones what stands around the first difference."""
    one, other = " ".join(old.split()), " ".join(new.split())
    common = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    start = 0
    if max(len(one), len(other)) > _MOST_WORDS and common > _BEFORE:
        start = one.rfind(" ", 0, common - _BEFORE) + 1
    return _cut(one, start), _cut(other, start)


def _cut(text: str, start: int) -> str:
    found = text[start:]
    if len(found) > _MOST_WORDS:
        found = found[: _MOST_WORDS - 2].rsplit(" ", 1)[0] + " …"
    return f"… {found}" if start and found else found
