"""The mail server: connected to with its certificate verified, or on this computer alone, and logged in to.

What the server answers is shown, what we said to it never is: there the password would stand.
"""

from __future__ import annotations

import base64
import ipaddress
import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from roadmapc.diagnostics import Message, UserError
from roadmapc.workspace.mail_password import Password
from roadmapc.workspace.mail_settings import MailSettings

TIMEOUT = 60.0
"""Seconds to wait for an answer: RFC 5321, 4.5.3.2 grants servers minutes, people do not."""
Server = smtplib.SMTP
"""A server that is connected to."""
_MOST_SAID = 200
_NAME = "[127.0.0.1]"  # of this computer, as an address literal: its own name is nobody's business


def refuse_unsafe(settings: MailSettings) -> None:
    """Raise UserError for settings by which nothing can be sent, or not safely; nothing is connected to."""
    if not settings.host or not settings.sender:
        missing = "mail.host" if not settings.host else "mail.from"
        hint = Message('in roadmapc.toml: [mail] host = "smtp.example.ru", user = "…", from = "uo@example.ru"')
        raise UserError(Message("the settings do not say by which server to send: {key}", key=missing), hint)
    if settings.security == "plain" and not settings.is_loopback:
        hint = Message('set security = "tls" or "starttls"')
        raise UserError(
            Message("without encryption mail goes to this computer alone, not to {host}", host=settings.host), hint
        )


@contextmanager
def connected(settings: MailSettings, password: Password | None, timeout: float | None = None) -> Iterator[Server]:
    """Connect and log in; raises UserError with what went wrong, in which nothing of ours is quoted."""
    refuse_unsafe(settings)
    server = _connect(settings, timeout or TIMEOUT)
    try:
        if password is not None:
            _log_in(server, settings, password)
        _greet(server, settings)
        yield server
        with suppress(OSError, smtplib.SMTPException):
            server.quit()
    finally:
        server.close()


def _connect(settings: MailSettings, timeout: float) -> Server:
    host, port = settings.host, settings.port
    where = {"host": host, "port": port}
    try:
        if settings.security == "tls":
            context = ssl.create_default_context()
            return smtplib.SMTP_SSL(host, port, local_hostname=_NAME, timeout=timeout, context=context)
        server = smtplib.SMTP(host, port, local_hostname=_NAME, timeout=timeout)
    except ssl.SSLError as error:
        raise _untrusted(error, where) from error
    except smtplib.SMTPException as error:
        raise UserError(Message("{host}:{port} does not answer as a mail server", **where)) from error
    except OSError as error:
        raise UserError(Message("{host}:{port} cannot be reached", **where), _REACH) from error
    try:
        if settings.security == "plain":
            _require_loopback(server)
        else:
            _encrypt(server, where)
    except BaseException:
        server.close()
        raise
    return server


_REACH = Message("is the address right, is the network there, does a firewall let mail out?")


def _encrypt(server: Server, where: dict[str, object]) -> None:
    try:
        server.starttls(context=ssl.create_default_context())
    except ssl.SSLError as error:
        raise _untrusted(error, where) from error
    except (smtplib.SMTPException, RuntimeError) as error:
        hint = Message('nothing was sent; perhaps security = "tls" with port 465')
        raise UserError(Message("{host}:{port} does not offer encryption (STARTTLS)", **where), hint) from error
    except OSError as error:
        raise UserError(Message("{host}:{port} does not answer", **where)) from error


def _untrusted(error: ssl.SSLError, where: dict[str, object]) -> UserError:
    if isinstance(error, ssl.SSLCertVerificationError):
        why = str(error.verify_message)
        hint = Message("nothing was sent; a certificate of one's own office is named by SSL_CERT_FILE")
        return UserError(Message("the certificate of {host}:{port} is not trusted: {why}", **where, why=why), hint)
    hint = Message('port 465 wants security = "tls", port 587 "starttls"')
    return UserError(Message("{host}:{port} does not speak TLS as expected", **where), hint)


def _require_loopback(server: Server) -> None:
    """Raise UserError where a name of this computer has led to another one."""
    assert server.sock is not None  # it is connected
    if not ipaddress.ip_address(server.sock.getpeername()[0]).is_loopback:
        raise UserError(Message("without encryption mail goes to this computer alone"))


def _log_in(server: Server, settings: MailSettings, password: Password) -> None:
    where = {"user": settings.user, "host": settings.host}
    try:
        server.login(settings.user, password.reveal())
    except smtplib.SMTPAuthenticationError as error:
        code = error.smtp_code
        words = _without_secrets(said(error.smtp_error), settings.user, password.reveal())
        message = Message("{host} does not let {user} in: {code} {words}", **where, code=code, words=words)
        raise UserError(message) from None  # the error before holds what was sent
    except UnicodeEncodeError:
        raise UserError(Message("{host} takes no name or password with Russian letters", **where)) from None
    except smtplib.SMTPNotSupportedError:
        hint = Message("delete user in [mail] if the server wants none")
        raise UserError(Message("{host} does not ask for a password", **where), hint) from None
    except (OSError, smtplib.SMTPException):
        raise UserError(Message("{host} does not answer", **where)) from None


def _greet(server: Server, settings: MailSettings) -> None:
    try:
        server.ehlo_or_helo_if_needed()
    except (OSError, smtplib.SMTPException):
        raise UserError(Message("{host} does not answer", host=settings.host)) from None


def _without_secrets(words: str, user: str, password: str) -> str:
    """Return what a server has said of a password; nothing of it where it repeats the password, in Base64 or plain."""
    said = (f"\0{user}\0{password}", password)
    forms = {password, *(base64.b64encode(one.encode()).decode().rstrip("=") for one in said)}
    plain = "".join(words.split())
    return "" if any("".join(form.split()) in plain for form in forms) else words


def said(words: bytes | str) -> str:
    """Return what a server has said, on one line and not too much of it."""
    text = words if isinstance(words, str) else words.decode("utf-8", "replace")
    line = " ".join(text.split())
    return line if len(line) <= _MOST_SAID else line[:_MOST_SAID] + "…"
