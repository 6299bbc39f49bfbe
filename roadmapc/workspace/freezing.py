"""A roadmap frozen at its signing: numbers and ids written into its file, the signed text kept as an edition.

Both are made and proved before either is written; both are written, or neither.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from roadmapc.diagnostics import Message, UserError
from roadmapc.diagnostics.regular_files import LinkRefused
from roadmapc.fixing import to_file_bytes
from roadmapc.plan import Plan, make_plan
from roadmapc.plan.changes import changes
from roadmapc.plan.editions.acts import file_name, signing_act
from roadmapc.plan.editions.numbers import CannotFreeze, with_numbers
from roadmapc.plan.editions.pinning import pin
from roadmapc.plan.editions.values import KeptEdition, act_key
from roadmapc.plan.editions.writing import Act, edition_text
from roadmapc.plan.row_ids import with_ids
from roadmapc.russian.transliteration import is_safe
from roadmapc.source.basing.merged_tree import own_tree
from roadmapc.source.edition_file import EditionFile, read_edition
from roadmapc.workspace import atomic_writes, edition_files, editions, loading, os_errors
from roadmapc.workspace.file_lock import locked


@dataclass(frozen=True)
class Frozen:
    """What freezing makes: the roadmap's text before and after, the edition (nothing where it is kept already)."""

    path: Path
    data: bytes
    before: str
    after: str
    edition: Path
    act: Act
    text: str | None
    numbers: int
    ids: int
    extends: bool

    @property
    def changes_source(self) -> bool:
        """Say whether the roadmap's own file is to be written."""
        return self.after != self.before


@dataclass(frozen=True)
class Wanted:
    """What was asked for: the day and number of the act (else as the roadmap says), ids for rows, another folder."""

    day: date | None = None
    number: str | None = None
    ids: bool = True
    folder: Path | None = None


def frozen(path: Path, data: bytes, wanted: Wanted) -> Frozen:
    """Return what freezing makes of a roadmap; raises UserError where it cannot be signed so, or is kept otherwise."""
    plan = _read(path, data)
    act = signing_act(plan, wanted.day, wanted.number)
    if act is None:
        hint = Message("say when it was signed: “date:” in the order, or --date DAY")
        raise UserError(Message("{path}: nobody has signed it yet: its order has no date", path=path), hint)
    if not is_safe(plan.id):
        raise UserError(Message("“{id}” is no name for a folder: use letters, digits and hyphens", id=plan.id))
    before = own_tree(plan.tree).source.text
    text, ids = _with_ids(plan) if wanted.ids else (before, 0)
    try:
        tree, numbers = with_numbers(_read(path, text.encode()))
    except CannotFreeze as error:
        raise UserError(Message("{path}: {why}", path=path, why=error.message)) from error
    new = _read(path, own_tree(tree).source.text.encode())
    if edit := pin(new):
        text = own_tree(new.tree).source.text
        new = _read(path, (text[: edit.span.start] + edit.text + text[edit.span.end :]).encode())
    after = own_tree(new.tree).source.text
    _require_same(path, plan, new)
    folder = wanted.folder or edition_files.folder_of(path, plan.id)
    edition = folder / file_name(act)
    made = edition_text(new, act)
    file = read_edition(edition.as_posix(), made.encode())
    if file.problems:  # a source in brackets is shorter: its edition may be too large to be read
        raise UserError(Message("{path} could not be read: {why}", path=edition, why=file.problems[0].message))
    _require_same(path, new, _plan_of(file, new))
    is_kept = _is_kept(edition, act, new, editions.kept(path, plan) if wanted.folder is None else ())
    return Frozen(
        path, data, before, after, edition, act, None if is_kept else made, numbers, ids, plan.base is not None
    )


def _read(path: Path, data: bytes) -> Plan:
    plan = loading.read(path, data=data).plan
    if plan is None:  # its problems were told before
        raise UserError(Message("{path} cannot be read: see roadmapc check", path=path))
    return plan


def _with_ids(plan: Plan) -> tuple[str, int]:
    found = with_ids(plan)
    return (found[0].source.text, found[1]) if found else (own_tree(plan.tree).source.text, 0)


def _plan_of(file: EditionFile, like: Plan) -> Plan:
    assert file.roadmap is not None, [str(one.message) for one in file.problems]  # it was just written
    assert file.tree is not None
    return make_plan(file.roadmap, file.tree, "", calendar=like.calendar)


def _require_same(path: Path, old: Plan, new: Plan) -> None:
    """Raise UserError where freezing would change what is printed: it may not."""
    if changes(old, new, typography=True):
        hint = Message("this is a fault of the program: report it with the source; nothing was written")
        raise UserError(Message("{path}: freezing would change what is printed", path=path), hint)


def _is_kept(path: Path, act: Act, plan: Plan, known: tuple[KeptEdition, ...]) -> bool:
    """Say whether the text is kept already; raises UserError where another one is, of that act or under that name."""
    key = (act.day, act_key("", act.number)[1])
    same = next((one for one in known if act_key(one.act.date, one.act.number) == key), None)
    held = same.file if same else None
    if held is None and os.path.lexists(path):
        held = _file_at(path)
    if held is None:
        return False
    if held.roadmap is None or act_key(held.act.date, held.act.number) != key:
        raise UserError(Message("{path} is there already, and is not this edition", path=held.source.name))
    differences = changes(_plan_of(held, plan), plan, typography=True)
    if differences:
        message = Message(
            "{path}: another text is kept of the act of {day:%d.%m.%Y}; changes: {n}",
            path=held.source.name,
            day=act.day,
            n=len(differences.all),
        )
        hint = Message(
            "what is signed is never written over: list the amending act under “amendments:”, or name it by --date and "
            "--number"
        )
        raise UserError(message, hint)
    return True


def _file_at(path: Path) -> EditionFile:
    from roadmapc.workspace import source_files

    data, problem = source_files.content(path)
    return EditionFile(problem.source, problems=(problem,)) if problem else read_edition(path.as_posix(), data)


def write(made: Frozen) -> None:
    """Write the roadmap and its edition, both or neither; raises UserError."""
    try:
        with locked(made.path):
            if made.path.read_bytes() != made.data:
                raise UserError(Message("{path} was changed meanwhile: nothing was written", path=made.path))
            _write(made)
    except OSError as error:
        where = error.filename or made.path
        is_link = isinstance(error, LinkRefused)
        hint = Message("remove the link, or name a folder that is none: --out") if is_link else None
        raise UserError(Message("cannot write {path}: {why}", path=where, why=os_errors.reason(error)), hint) from error


def _write(made: Frozen) -> None:
    folders = [made.edition.parent, *made.edition.parent.parents]
    missing = [one for one in folders if not os.path.lexists(one)] if made.text is not None else []
    try:
        if made.text is not None:
            for one in (made.edition.parent.parent, made.edition.parent, made.edition):
                atomic_writes.refuse_link(one)
            made.edition.parent.mkdir(parents=True, exist_ok=True)
            atomic_writes.replace(made.edition, made.text.encode())
        try:
            if made.changes_source:
                atomic_writes.replace(made.path, to_file_bytes(made.data, made.after))
        except BaseException:
            if made.text is not None:
                made.edition.unlink(missing_ok=True)
            raise
    except BaseException:
        for one in missing:  # innermost first; what somebody has put in meanwhile stays
            with suppress(OSError):
                one.rmdir()
        raise
