"""Letters → messages (RFC 5322, MIME): the same letter gives the same bytes, and nothing of it can add a header.

A draft has «X-Unsent: 1», by which mail programs open it to be sent. Texts go in Base64, so that every server takes
them: seven bits, short lines, none that begins with a point.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import NamedTuple

from roadmapc.documents.letters.header_fields import ascii_address, encoded, mailbox
from roadmapc.documents.letters.writing import Letter

_TYPES = {
    "docx": ("application", "vnd.openxmlformats-officedocument.wordprocessingml.document", {}),
    "ics": ("text", "calendar", {"charset": "utf-8"}),
}


class Sender(NamedTuple):
    """Who sends: an address and a name to show beside it."""

    address: str
    shown: str = ""


class Envelope(NamedTuple):
    """A message ready to be sent: from and to as the server is told, in ASCII; its id, its bytes."""

    sender: str
    recipient: str
    id: str
    data: bytes


def message_id(letter: Letter, sender: Sender | None, repeated: int = 0) -> str:
    """Return the id of a letter: of what it says to whom; another one each time that it is sent once more."""
    digest = hashlib.sha256()
    parts = [letter.to.address, letter.subject, letter.text, letter.html, str(repeated)]
    for data in (*(part.encode() for part in parts), *(file.data for file in letter.attachments)):
        digest.update(len(data).to_bytes(8, "big") + data)
    domain = ascii_address(sender.address).rpartition("@")[2] if sender else "roadmapc.invalid"
    return f"<{digest.hexdigest()[:32]}@{domain}>"


def draft(letter: Letter, sender: Sender | None, moment: datetime) -> bytes:
    """Return a letter as a file that mail programs open to be sent; raises UnfitAddress."""
    return _message(letter, sender, moment, message_id(letter, sender), {"X-Unsent": "1"})


def envelope(letter: Letter, sender: Sender, moment: datetime, repeated: int = 0) -> Envelope:
    """Return a letter ready to be sent; raises UnfitAddress."""
    known = message_id(letter, sender, repeated)
    data = _message(letter, sender, moment, known, {"Auto-Submitted": "auto-generated"})
    return Envelope(ascii_address(sender.address), ascii_address(letter.to.address), known, data)


def _message(letter: Letter, sender: Sender | None, moment: datetime, known: str, more: dict[str, str]) -> bytes:
    """Return the bytes: our headers, then those of MIME with the parts, which hold no words but in Base64.

    The library is given no words for headers: it takes some for encoded ones, and line breaks out of them.
    """
    headers = {
        **({"From": mailbox(sender.address, sender.shown)} if sender else {}),
        "To": mailbox(letter.to.address, letter.to.shown),
        "Subject": encoded(letter.subject) or "-",
        "Date": format_datetime(moment),
        "Message-ID": known,
        **more,
    }
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return lines.encode("ascii") + _parts(letter, known).as_bytes()


def _parts(letter: Letter, known: str) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    message.set_content(letter.text, cte="base64")
    message.add_alternative(letter.html, subtype="html", cte="base64")
    for file in letter.attachments:
        main, sub, params = _TYPES[file.name.rpartition(".")[2]]
        message.add_attachment(file.data, maintype=main, subtype=sub, filename=file.name, params=params)
    for at, part in enumerate(_multiparts(message)):
        part.set_boundary(f"=_roadmapc_{at}_{known[1:17]}")
    return message


def _multiparts(message: EmailMessage) -> Iterator[EmailMessage]:
    yield from (part for part in message.walk() if part.is_multipart())
