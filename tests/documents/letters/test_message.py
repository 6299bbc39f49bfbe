"""Proves that letters are messages that any program reads back, whatever stands in names and titles.

Two readers: Python's, and a small one of our own that shares nothing with it; headers are read by git, too.
"""

from __future__ import annotations

import base64
import email
import email.policy
import re
import subprocess
from datetime import UTC, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.documents.letters.addressing import Addressee
from roadmapc.documents.letters.header_fields import UnfitAddress, header_text
from roadmapc.documents.letters.message import Sender, draft, envelope, message_id
from roadmapc.documents.letters.writing import Letter
from roadmapc.documents.output import File

MOMENT = datetime(2023, 5, 29, 6, tzinfo=UTC)
SENDER = Sender("uo@почта.рф", "Отдел образования")
FILES = (
    File("checklist-a.docx", b"PK\x03\x04\r\n.\r\n"),
    File("calendar-a.ics", b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n"),
)
TEXT = "Первая строка\n.\n..точка\nFrom здесь\n" + "я" * 2000 + "\n"
WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=120)


def letter(
    subject: str = "Сроки", shown: str = "Иванов И.И.", address: str = "a@example.ru", text: str = TEXT
) -> Letter:
    return Letter(Addressee(address, shown, (), "a", ("1",)), subject, text, f"<p>{text}</p>", FILES)


def read_by_python(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=email.policy.SMTP)
    assert isinstance(message, EmailMessage)
    assert [part.defects for part in message.walk() if part.defects] == []
    return message


def parts_of(data: bytes) -> list[tuple[dict[str, str], bytes]]:
    """Read a message by RFC 2045 and 2046: the headers and the content of each part that holds no others."""
    head, _, body = data.partition(b"\r\n\r\n")
    lines = re.sub(rb"\r\n[ \t]+", b" ", head).split(b"\r\n")
    assert all(re.match(rb"[!-9;-~]+: ", line) for line in lines)
    headers = {name.decode().lower(): value.decode() for name, _, value in (line.partition(b": ") for line in lines)}
    assert len(headers) == len(lines)
    kind = headers["content-type"]
    if boundary := re.search(r'boundary="([^"]+)"', kind):
        mark = b"--" + boundary[1].encode()
        pieces = (b"\r\n" + body).split(b"\r\n" + mark)
        assert pieces[-1] == b"--\r\n"
        inner = [part for piece in pieces[1:-1] for part in parts_of(piece.removeprefix(b"\r\n"))]
        return [*inner, (headers, b"")]
    assert headers["content-transfer-encoding"] == "base64"
    return [(headers, base64.b64decode(body, validate=False))]


def words_of(value: str) -> str:
    """Read a header by RFC 2047."""
    joined = re.sub(r"(\?=)\s+(=\?)", r"\1\2", value)
    return re.sub(
        r"=\?utf-8\?b\?([^?]*)\?=", lambda found: base64.b64decode(found[1]).decode(), joined, flags=re.IGNORECASE
    )


def test_what_the_readers_say() -> None:
    """Both parts, both files, byte for byte; no line is longer than servers take, none has more than seven bits."""
    data = draft(letter(), SENDER, MOMENT)
    message = read_by_python(data)
    assert [part.get_content_type() for part in message.walk()] == [
        *("multipart/mixed", "multipart/alternative", "text/plain", "text/html"),
        *("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "text/calendar"),
    ]
    assert message.get_body(("plain",)).get_content().replace("\r\n", "\n") == TEXT  # type: ignore[union-attr]
    assert (str(message["From"]), message["X-Unsent"]) == ("Отдел образования <uo@xn--80a1acny.xn--p1ai>", "1")
    found = parts_of(data)
    contents = [content.replace(b"\r\n", b"\n") for headers, content in found if headers["content-type"][:4] == "text"]
    assert contents[:2] == [TEXT.encode(), f"<p>{TEXT}</p>\n".encode()]
    assert {FILES[0].data, FILES[1].data} < {content for _headers, content in found}
    assert max(map(len, data.split(b"\r\n"))) <= 100
    assert data.isascii()
    assert data.count(b"\n") == data.count(b"\r\n") == data.count(b"\r")


def test_git_reads_the_same_headers(tmp_path: Path) -> None:
    data = draft(
        letter("Сроки исполнения на 29.05.2023: просрочено – 1, предстоит – 12; МР «Цунтинский район»"), SENDER, MOMENT
    )
    command = ["git", "mailinfo", "--encoding=utf-8", str(tmp_path / "words"), str(tmp_path / "patch")]
    said = subprocess.run(command, input=data, capture_output=True, check=True, cwd=tmp_path).stdout.decode()
    assert said.splitlines()[:4] == [
        "Author: Отдел образования",
        "Email: uo@xn--80a1acny.xn--p1ai",
        "Subject: Сроки исполнения на 29.05.2023: просрочено – 1, предстоит – 12; МР «Цунтинский район»",
        "Date: Mon, 29 May 2023 06:00:00 +0000",
    ]


HOSTILE = [
    "Тема\r\nBcc: x@example.ru",
    "Тема\nX-Unsent: 0\n\n<script>",
    "Тема\0\x1b[31m",
    "=?utf-8?q?=0D=0ABcc:_x=40example.ru?=",
    "a\u2028Bcc: x@example.ru\u2029\x85Cc: y",
    "Тема \u202eжил\u2066",
    'И, «о» <x@example.ru>, "y" @ (z)',
    "я" * 3000,
    "a" * 3000,
]


@pytest.mark.parametrize("words", HOSTILE)
@given(more=WORDS)
def test_no_words_make_a_header(words: str, more: str) -> None:
    """Names, titles and places: the headers are those of the program, each once, and say the words on one line."""
    for text in (words, words + more):
        data = draft(letter(text, text), Sender("uo@example.ru", text), MOMENT)
        message = read_by_python(data)
        names = ["From", "To", "Subject", "Date", "Message-ID", "X-Unsent", "MIME-Version", "Content-Type"]
        assert message.keys() == names
        assert [one.addr_spec for one in message["To"].addresses] == ["a@example.ru"]
        assert [one.addr_spec for one in message["From"].addresses] == ["uo@example.ru"]
        headers = parts_of(data)[-1][0]
        assert [*headers] == [name.lower() for name in names]
        assert "\n" not in words_of(headers["subject"])


@given(WORDS)
def test_a_subject_is_read_back(words: str) -> None:
    """By both readers, whatever its words look like."""
    known = header_text(words) or "-"
    data = draft(letter(known), SENDER, MOMENT)
    assert read_by_python(data)["Subject"] == known
    assert words_of(parts_of(data)[-1][0]["subject"]) == known


def test_the_same_letter_gives_the_same_bytes() -> None:
    assert draft(letter(), SENDER, MOMENT) == draft(letter(), SENDER, MOMENT)
    first = message_id(letter(), SENDER)
    others = {
        message_id(letter("Другие"), SENDER),
        message_id(letter(), SENDER, 1),
        message_id(letter(text="b"), SENDER),
    }
    assert len(others | {first}) == 4
    assert re.fullmatch(r"<[0-9a-f]{32}@xn--80a1acny\.xn--p1ai>", first)


def test_what_is_sent_is_no_draft() -> None:
    ready = envelope(letter(address="b@почта.рф"), SENDER, MOMENT)
    assert (ready.sender, ready.recipient) == ("uo@xn--80a1acny.xn--p1ai", "b@xn--80a1acny.xn--p1ai")
    message = read_by_python(ready.data)
    assert (message["X-Unsent"], message["Auto-Submitted"], message["Message-ID"]) == (None, "auto-generated", ready.id)
    assert read_by_python(draft(letter(), None, MOMENT))["From"] is None


@pytest.mark.parametrize("address", ["a@b.ru\r\nBcc: x@y.ru", "a\0@b.ru", "", "имя@b.ru"])
def test_an_address_that_is_none_makes_no_message(address: str) -> None:
    with pytest.raises(UnfitAddress):
        draft(letter(address=address), SENDER, MOMENT)
    with pytest.raises(UnfitAddress):
        draft(letter(), Sender(address), MOMENT)
