"""Letters to a mail server, one recipient each; of each it is told whether the server has it, or nobody knows."""

from __future__ import annotations

import re
import smtplib
from contextlib import suppress

from roadmapc.diagnostics import Message
from roadmapc.documents.letters.message import Envelope
from roadmapc.workspace.mail_server import Server, said

_CLOSES, _NO_ANSWER = 421, -1


class LostConnection(Exception):
    """The server is gone before it was given the letter, which is not sent."""


class Refusal(Exception):
    """The server does not take a letter; `message` says why, in its own words."""

    def __init__(self, message: Message) -> None:
        super().__init__(str(message))
        self.message = message


class Unanswered(Exception):
    """The server was given a letter and did not answer: it may have taken it."""


def send(server: Server, letter: Envelope) -> None:
    """Send a letter; raises Refusal or LostConnection where it is not sent, Unanswered where nobody knows."""
    try:
        _require(server.mail(letter.sender))
        _require(server.rcpt(letter.recipient))
        _require(server.docmd("DATA"), 354)
    except Refusal:
        _reset(server)
        raise
    except (OSError, smtplib.SMTPException) as error:
        raise LostConnection from error
    try:
        server.send(_stuffed(letter.data))
        answer = server.getreply()
    except (OSError, smtplib.SMTPException) as error:
        raise Unanswered from error
    if answer[0] == _NO_ANSWER:
        raise Unanswered
    _require(answer)


def _require(answer: tuple[int, bytes], *codes: int) -> None:
    code, words = answer
    if code in {_CLOSES, _NO_ANSWER}:
        raise LostConnection
    if code not in (codes or (250, 251)):
        raise Refusal(Message("{code} {words}", code=code, words=said(words)))


def _reset(server: Server) -> None:
    with suppress(OSError, smtplib.SMTPException):
        server.rset()


def _stuffed(data: bytes) -> bytes:
    """Return a message as it is sent: CR LF at the ends of lines, points doubled that begin one (RFC 5321, 4.5.2)."""
    lines = re.sub(rb"\r\n|\r|\n", b"\r\n", data)
    return re.sub(rb"(?m)^\.", b"..", lines).rstrip(b"\r\n") + b"\r\n.\r\n"
