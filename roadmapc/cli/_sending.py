"""Letters sent: the list first, then the question, then one letter after another, each with a line in the log."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime

from roadmapc.cli import _questions, _terminal
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Message, UserError
from roadmapc.documents.letters.addressing import FollowedPlan, unreached
from roadmapc.documents.letters.header_fields import UnfitAddress
from roadmapc.documents.letters.message import Envelope, Sender, envelope
from roadmapc.documents.letters.writing import Letter
from roadmapc.workspace import mail, mail_password, mail_server, source_files
from roadmapc.workspace.mail_log import LoggedLetter, MailLog


def tell_unreached(found: Iterable[FollowedPlan]) -> None:
    """Name the owners who are to be reminded and have no address."""
    for one in (missing for followed in found for missing in unreached(followed)):
        place, count = one.plan.municipality, one.rows
        message = Message("no address, no letter: {owner} ({place}), rows: {n}", owner=one.owner, place=place, n=count)
        _say(message)


def say_none() -> None:
    """Say that there is nothing to remind of."""
    _say(Message("there is nobody to remind of anything new"))


def tell_no_controller() -> None:
    """Say that no roadmap with something to tell of names a controller who has an address."""
    _say(Message("no summary: no order has a controller with “email:”, or nothing is late or due"))


def show(letters: Sequence[Letter]) -> None:
    """Print to whom letters go, and about what."""
    if not letters:
        say_none()
    for one in letters:
        _terminal.say(Message("{address}: {subject}", address=one.to.address, subject=one.subject).text(_))


def settle(log: MailLog, *, yes: bool) -> None:
    """Ask of each letter that an earlier run has begun and not ended; without a terminal they are left alone.

    Raises UserError where nobody can be asked, and nobody has said that letters may go without questions.
    """
    for one in log.doubtful:
        what = _doubt(one)
        if _questions.is_terminal():
            _say(what)
            question = Message("has it arrived? yes: it counts as sent; no: it is sent again")
            log.end(one.id, "sent" if _questions.ask(question, _questions.yes_or_no) else "not sent")
        elif yes:
            _say(what)
        else:
            hint = Message("run it at a terminal to be asked, or --send --again to send it once more")
            raise UserError(what, hint)


def tell_doubtful(log: MailLog) -> MailLog:
    """Name the letters of which nobody knows whether they were sent; return the log."""
    for one in log.doubtful:
        _say(_doubt(one))
    return log


def _doubt(one: LoggedLetter) -> Message:
    return Message(
        "the letter of {day} to {address} was begun, and nobody knows whether it was sent",
        day=one.day,
        address=one.to,
    )


def _say(message: Message) -> None:
    _terminal.console(stderr=True).print(message.text(_))


def send(letters: Sequence[Letter], log: MailLog, today: date, *, yes: bool) -> bool:
    """Show the list, ask, send; say whether all went well."""
    settings = source_files.settings().mail
    ready = _envelopes(letters, Sender(settings.sender, settings.sender_name), log)
    show(letters)
    if not ready:
        return not log.doubtful
    _confirm(len(ready), settings.host, yes=yes)
    password = mail_password.password_for(settings) if settings.user else None
    return _Sending(log, today, password).all(ready) and not log.doubtful


def _envelopes(letters: Sequence[Letter], sender: Sender, log: MailLog) -> list[tuple[Letter, Envelope]]:
    moment = datetime.now(UTC).astimezone().replace(microsecond=0)
    try:
        return [(one, envelope(one, sender, moment, log.times_of(one.to.reminders))) for one in letters]
    except UnfitAddress as error:
        raise UserError(error.message) from error


def _confirm(count: int, host: str, *, yes: bool) -> None:
    if yes:
        return
    if not _questions.is_terminal():
        raise UserError(Message("nobody is there to be asked"), Message("--yes sends without the question"))
    if not _questions.ask(Message("send these letters by {host}: {n}?", host=host, n=count), _questions.yes_or_no):
        raise UserError(Message("nothing was sent"))


class _Sending:
    """Sends letters one by one; a connection that is lost is made anew once for the letter that was not sent."""

    def __init__(self, log: MailLog, today: date, password: mail_password.Password | None) -> None:
        self.log, self.today, self.password = log, today, password
        self.settings = source_files.settings().mail
        self.sent = 0

    def all(self, ready: Sequence[tuple[Letter, Envelope]]) -> bool:
        """Send all, and say what became of each; say whether all were sent."""
        rest = [*ready]
        try:
            while rest and self._by_one_connection(rest):
                pass
        finally:
            if rest:
                _say(Message("letters not sent: {n}", n=len(rest)))
            _terminal.say(Message("letters sent: {n}", n=self.sent).text(_))
        return self.sent == len(ready)

    def _by_one_connection(self, rest: list[tuple[Letter, Envelope]]) -> bool:
        """Send letters until there are none or the connection is lost; say whether it is worth another one."""
        before = len(rest)
        try:
            with mail_server.connected(self.settings, self.password) as server:
                while rest:
                    self.sent += self._one(server, *rest[0])
                    rest.pop(0)
        except mail.LostConnection:
            return len(rest) < before
        except mail.Unanswered:
            address = rest.pop(0)[0].to.address
            _say(Message("{address}: the server did not answer; nobody knows whether it was sent", address=address))
            return False
        return True

    def _one(self, server: mail_server.Server, letter: Letter, ready: Envelope) -> bool:
        self.log.begin(LoggedLetter(ready.id, letter.to.address, str(self.today), letter.to.reminders))
        try:
            mail.send(server, ready)
        except mail.Refusal as error:
            self.log.end(ready.id, "not sent")
            _say(Message("{address}: refused: {why}", address=letter.to.address, why=error.message))
            return False
        except mail.LostConnection:
            self.log.end(ready.id, "not sent")
            raise
        self.log.end(ready.id, "sent")
        return True
