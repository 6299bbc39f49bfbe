"""`roadmapc remind`: letters to owners about what is late and what is due, as drafts or sent."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Annotated

import typer

from roadmapc.cli import _sending, _terminal, _written
from roadmapc.cli._days_asked import asked
from roadmapc.cli._followed import Followed
from roadmapc.cli._language import translate as _
from roadmapc.cli._options import (
    FirstDay,
    LastDay,
    OfMunicipality,
    OfOwner,
    OutFolder,
    Paths,
    TemplatesFolder,
    Today,
    YearOfMonth,
)
from roadmapc.diagnostics import Message, UserError
from roadmapc.documents.letters import addressing, writing
from roadmapc.documents.letters.header_fields import UnfitAddress
from roadmapc.documents.letters.message import Sender, draft
from roadmapc.documents.letters.writing import Letter
from roadmapc.documents.output import File
from roadmapc.workspace import mail_log, mail_server, os_errors, output_folder, source_files
from roadmapc.workspace.mail_log import MailLog

GROUP = "follow"
HELP = "Write to owners by mail what is late and what is due: drafts for a mail program, or sent by a server."
_DRAFTS = Path("letters")
_MORNING = time(6, tzinfo=UTC)
"""The hour of drafts, so that one day gives the same bytes: nine o'clock in Moscow."""


def command(
    paths: Paths = None,
    month: Annotated[str | None, typer.Option(help=_("The month: may, 5 or 2022-05; by default what is near."))] = None,
    year: YearOfMonth = None,
    since: FirstDay = None,
    until: LastDay = None,
    owner: OfOwner = "",
    municipality: OfMunicipality = "",
    summary: Annotated[bool, typer.Option("--summary", help=_("The sum of the week to those who control."))] = False,
    out: OutFolder = _DRAFTS,
    send: Annotated[
        bool, typer.Option("--send", help=_("Send by the server of roadmapc.toml, after a question."))
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_("Only show to whom, write and send nothing."))] = False,
    yes: Annotated[bool, typer.Option("--yes", help=_("Send without the question."))] = False,
    again: Annotated[bool, typer.Option("--again", help=_("Also what was sent already, or may have been."))] = False,
    templates: TemplatesFolder = None,
    today: Today = None,
) -> int:
    """Write drafts, or send; 1 where a file could not be read or a letter could not be sent."""
    _terminal.refuse_idle(
        (yes and not send, Message("--yes does nothing without --send")),
        (out != _DRAFTS and send, Message("--out does nothing with --send: letters are sent, not written")),
        (out != _DRAFTS and dry_run, Message("--out does nothing with --dry-run")),
        (summary and owner, Message("--owner does nothing with --summary")),
    )
    day = _terminal.day_of(today)
    days = asked(month, year, since, until, day)
    if send:
        mail_server.refuse_unsafe(source_files.settings().mail)
    followed = Followed(source_files.sources(paths or []), municipality, templates, day)
    found = followed.of(days, owner)

    def letters(log: MailLog) -> list[Letter]:
        is_known = (lambda _one: False) if again else log.was_sent
        if summary:
            return [writing.summary(to, day) for to in addressing.controllers_addressed(found, day, is_known)]
        to_owners = addressing.owners_addressed(found, is_known)
        return [writing.reminder(to, day, with_files=not dry_run) for to in to_owners]

    if not summary:
        _sending.tell_unreached(found)
    with _templates_told():
        if dry_run:
            _sending.show(letters(_sending.tell_doubtful(mail_log.read())))
        elif send:
            with mail_log.opened() as log:
                if not again:
                    _sending.settle(log, yes=yes)
                is_sent = _sending.send(letters(log), log, day, yes=yes)
            return _terminal.OK if is_sent and not followed.has_problems else _terminal.PROBLEMS
        else:
            if summary and not any(addressing.controllers_addressed(found, day, lambda _one: False)):
                _sending.tell_no_controller()
            folder = out / "summary" if summary else out  # the letters to owners stay
            made = letters(_sending.tell_doubtful(mail_log.read()))
            _write_drafts(made, folder, day, others_stay=bool(owner or municipality))
    return _terminal.PROBLEMS if followed.has_problems else _terminal.OK


@contextmanager
def _templates_told() -> Iterator[None]:
    """Word what is wrong with a template as an error of the environment."""
    from roadmapc.rendering.templates import TemplateProblem

    try:
        yield
    except TemplateProblem as error:
        raise UserError(Message("template {place}: {why}", place=error.place, why=error.message)) from error


def _write_drafts(letters: list[Letter], folder: Path, day: date, *, others_stay: bool) -> None:
    """Write a file a letter; a draft of an earlier day that is no longer due goes, one changed by hand stays.

    Where some letters alone were asked for, `others_stay`.
    """
    settings = source_files.settings().mail
    sender = Sender(settings.sender, settings.sender_name) if settings.sender else None  # else the mail program knows
    try:
        files = [File(f"{one.to.name}.eml", draft(one, sender, datetime.combine(day, _MORNING))) for one in letters]
    except UnfitAddress as error:
        raise UserError(error.message) from error
    if not files and not folder.exists():
        _sending.say_none()
        return
    try:
        others = output_folder.as_written(folder, {file.name for file in files}) if others_stay else ()
        written = output_folder.write_all(folder, output_folder.listed([*files, *others]), day)
    except OSError as error:
        where = error.filename or folder
        raise UserError(Message("cannot write {path}: {why}", path=where, why=os_errors.reason(error))) from error
    _sending.show(letters)
    _written.tell_changed_by_hand(written)
    if files:
        _terminal.say(Message("{folder}: letters: {n}", folder=folder, n=len(files)).text(_))
