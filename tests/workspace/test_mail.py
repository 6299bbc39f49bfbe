"""Proves that letters go to a real server whole, encrypted or on the loopback, and that no password is given away."""

from __future__ import annotations

import base64
import ssl
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmapc.diagnostics import UserError
from roadmapc.documents.letters.message import Envelope
from roadmapc.workspace import mail, mail_server
from roadmapc.workspace.mail_password import Password
from roadmapc.workspace.mail_settings import MailSettings, Security
from tests.mail_servers import Post, certificate, server, talker

LINES = [b".", b"..", b".point", b"", b"a" * 998, "Кириллица – «в письме»".encode(), b"From here"]
LETTER = Envelope(
    "uo@example.ru", "who@example.ru", "<1@example.ru>", b"Subject: x\r\n\r\n" + b"\r\n".join(LINES) + b"\r\n"
)
PASSWORD = Password("secret-8")


@pytest.fixture(scope="module")
def tls(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ssl.SSLContext]:
    return certificate(tmp_path_factory.mktemp("certificate"))


def settings(port: int, security: Security = "plain", host: str = "127.0.0.1") -> MailSettings:
    return MailSettings(host, port, security, "uo@example.ru", "uo@example.ru")


def send(known: MailSettings, letter: Envelope = LETTER, password: Password | None = None, timeout: float = 5) -> None:
    with mail_server.connected(known, password, timeout) as connection:
        mail.send(connection, letter)


def refused(call: Callable[[], None]) -> str:
    with pytest.raises(UserError) as error:
        call()
    return f"{error.value.message}; {error.value.hint}"


def test_a_letter_arrives_byte_for_byte() -> None:
    """With lines that begin with points, that are as long as may be, in Russian letters."""
    post = Post()
    with server(post) as port:
        send(settings(port))
    assert post.letters == [("who@example.ru", LETTER.data)]


@pytest.mark.parametrize("security", ["tls", "starttls"])
def test_encryption_needs_a_trusted_certificate(
    security: Security, tls: tuple[Path, ssl.SSLContext], monkeypatch: pytest.MonkeyPatch
) -> None:
    """An unknown one is refused before anything is said of the letter or the password; a trusted one serves."""
    path, context = tls
    post = Post()
    with server(post, tls=context, starttls=security == "starttls", auth=True) as port:
        said = refused(lambda: send(settings(port, security, "localhost"), password=PASSWORD))
        assert "is not trusted: self-signed certificate" in said
        assert (post.letters, post.logins) == ([], [])
        monkeypatch.setenv("SSL_CERT_FILE", str(path))
        send(settings(port, security, "localhost"), password=PASSWORD)
    assert [address for address, _data in post.letters] == ["who@example.ru"]
    assert post.logins == [(b"uo@example.ru", b"secret-8", True)]


def test_a_certificate_of_another_host_is_refused(
    tls: tuple[Path, ssl.SSLContext], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(tls[0]))
    with server(Post(), tls=tls[1]) as port:
        said = refused(lambda: send(settings(port, "tls", "127.0.0.2")))
    assert "127.0.0.2" in said


def test_starttls_is_not_given_up() -> None:
    """A server, or somebody between, that does not offer it gets no letter and no password."""
    post = Post()
    with server(post, auth=True) as port:
        assert "does not offer encryption" in refused(lambda: send(settings(port, "starttls"), password=PASSWORD))
    with talker(b"220 x\r\n", b"250-x\r\n250 AUTH PLAIN\r\n") as (port, heard):
        assert "does not offer encryption" in refused(lambda: send(settings(port, "starttls"), password=PASSWORD))
    assert (post.letters, post.logins) == ([], [])
    assert not any(b"AUTH" in line for line in heard)


@pytest.mark.parametrize("host", ["mail.example.ru", "10.0.0.1", "127.0.0.1.example.ru", "localhost.example.ru", ""])
def test_without_encryption_nothing_leaves_this_computer(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is refused before a connection is tried."""
    monkeypatch.setattr("socket.create_connection", lambda *_, **__: pytest.fail("connected"))
    assert refused(lambda: send(settings(25, "plain", host)))


def test_a_name_of_this_computer_that_leads_elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where «localhost» is another address, nothing is said to it."""
    with talker(b"220 x\r\n") as (port, heard):
        monkeypatch.setattr("ipaddress.IPv4Address.is_loopback", property(lambda _self: False))
        assert "this computer alone" in refused(lambda: send(settings(port, "plain", "localhost")))
    assert heard == []


def test_a_password_is_given_on_the_loopback_or_encrypted() -> None:
    post = Post()
    with server(post, auth=True) as port:
        send(settings(port), password=PASSWORD)
        assert "does not let uo@example.ru in: 535" in refused(lambda: send(settings(port), password=Password("wrong")))
    assert next(login[:2] for login in post.logins) == (b"uo@example.ru", b"secret-8")


@pytest.mark.parametrize("form", ["secret-8", base64.b64encode(b"\0uo@example.ru\0secret-8").decode(), "c2VjcmV0LTg="])
def test_a_server_that_repeats_the_password_is_not_quoted(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing of it comes into the message, its cause, or what is printed."""
    lines = (b"220 x\r\n", b"250-x\r\n250 AUTH PLAIN\r\n", b"535 no: %s\r\n" % form.encode())
    with talker(*lines) as (port, _heard), pytest.raises(UserError) as error:
        send(settings(port), password=PASSWORD)
    chain = [
        error.value,
        error.value.__cause__,
        error.value.__context__ if not error.value.__suppress_context__ else None,
    ]
    assert "535" in str(error.value)
    assert not any(form in str(one) for one in chain)
    assert capsys.readouterr() == ("", "")


def test_a_recipient_that_is_refused_leaves_the_connection_to_the_others() -> None:
    post = Post(refused="gone@example.ru")
    with server(post) as port, mail_server.connected(settings(port), None) as connection:
        with pytest.raises(mail.Refusal, match=r"550 5\.1\.1 no such user here"):
            mail.send(connection, LETTER._replace(recipient="gone@example.ru"))
        mail.send(connection, LETTER)
    assert [address for address, _data in post.letters] == ["who@example.ru"]


def test_a_server_that_refuses_the_content() -> None:
    with server(Post(answer="554 5.7.1 spam")) as port, pytest.raises(mail.Refusal, match="spam"):
        send(settings(port))


GREETING = (b"220 x\r\n", b"250 x\r\n")


@pytest.mark.parametrize(
    ("lines", "error"),
    [
        ((*GREETING,), mail.LostConnection),
        ((*GREETING, b"250 ok\r\n"), mail.LostConnection),
        ((*GREETING, b"250 ok\r\n", b"250 ok\r\n"), mail.LostConnection),
        ((*GREETING, b"421 too many\r\n"), mail.LostConnection),
        ((*GREETING, b"250 ok\r\n", b"250 ok\r\n", b"354 go on\r\n"), mail.Unanswered),
        ((*GREETING, b"250 ok\r\n", b"250 ok\r\n", b"354 go on\r\n", b"nonsense\r\n"), mail.Unanswered),
    ],
)
def test_a_server_that_hangs(lines: tuple[bytes, ...], error: type[Exception]) -> None:
    """Before it was given the letter that is not sent; behind its last line nobody knows."""
    with talker(*lines) as (port, _heard), pytest.raises(error):
        send(settings(port), timeout=0.5)


def test_what_is_no_mail_server() -> None:
    with talker(b"HTTP/1.1 400\r\n") as (port, _heard):
        assert "does not answer as a mail server" in refused(lambda: send(settings(port)))
    assert "cannot be reached" in refused(lambda: send(settings(1)))
    with talker(b"220 x\r\n") as (port, _heard):
        assert "does not speak TLS" in refused(lambda: send(settings(port, "tls", "localhost"), timeout=2))
