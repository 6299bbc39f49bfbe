"""`[mail]` of `roadmapc.toml`: the server that letters are sent by. A password has no place there.

A file from a stranger must not send a password to his server: it is looked for by the host (`mail_password`), and what
is not encrypted goes to this computer alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, get_args

from roadmapc.diagnostics import Message, UserError
from roadmapc.diagnostics.suggestion import did_you_mean

Security = Literal["tls", "starttls", "plain"]
KEYS = ("host", "port", "security", "user", "from")
LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})
"""This computer, by the names under which mail may go without encryption."""
_PORTS: Mapping[Security, int] = {"tls": 465, "starttls": 587, "plain": 25}  # RFC 8314, 3.3; RFC 6409, 3.1; RFC 5321
_LABEL = r"[A-Za-zА-Яа-яЁё0-9](?:[A-Za-zА-Яа-яЁё0-9-]{0,61}[A-Za-zА-Яа-яЁё0-9])?"
_HOST = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_FROM = re.compile(r"(?:(?P<name>[^<>]*+)<(?P<in>[^<>\s]+)>|(?P<alone>[^<>\s]+))")
_SECRETS = ("password", "passwd", "pass", "secret", "token", "пароль")
_MOST = 200


@dataclass(frozen=True, slots=True)
class MailSettings:
    """The server: host and port, how it is encrypted, the user who logs in; the sender's address and name."""

    host: str = ""
    port: int = 465
    security: Security = "tls"
    user: str = ""
    sender: str = ""
    sender_name: str = ""

    @property
    def is_loopback(self) -> bool:
        """Say whether the server is this computer."""
        return self.host.lower() in LOOPBACK


def read_mail(table: object, path: str) -> MailSettings:
    """Return what `[mail]` says; raises UserError that names the key and never shows a value."""
    if not isinstance(table, dict):
        raise _unfit(path, "mail", "[mail]")
    for key in table:
        if key.casefold() in _SECRETS:
            raise UserError(
                Message("{path}: a password has no place in settings: {key}", path=path, key=f"mail.{key}"),
                Message("delete it there; set ROADMAPC_SMTP_PASSWORD and ROADMAPC_SMTP_HOST, or use keyring"),
            )
        if key not in KEYS:
            known = [f"mail.{name}" for name in KEYS]
            hint = did_you_mean(f"mail.{key}", known, Message("known here: {keys}", keys=", ".join(known)))
            raise UserError(Message("{path}: unknown key “{key}”", path=path, key=f"mail.{key}"), hint)
    security: Security = _chosen(table, path)
    host = _host(_text(table, "host", path), path)
    address, name = _sender(_text(table, "from", path), path)
    return MailSettings(host, _port(table, security, path), security, _text(table, "user", path), address, name)


def _text(table: Mapping[str, Any], key: str, path: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str) or len(value) > _MOST or not value.isprintable():
        raise _unfit(path, f"mail.{key}", '"…"')
    return value.strip()


def _chosen(table: Mapping[str, Any], path: str) -> Security:
    value = table.get("security", "tls")
    for one in get_args(Security):
        if value == one:
            return one  # type: ignore[no-any-return]
    raise _unfit(path, "mail.security", ", ".join(f'"{one}"' for one in get_args(Security)))


def _port(table: Mapping[str, Any], security: Security, path: str) -> int:
    value = table.get("port", _PORTS[security])
    if isinstance(value, bool) or not isinstance(value, int) or not 0 < value < 65536:
        raise _unfit(path, "mail.port", "1 – 65535")
    return value


def _host(text: str, path: str) -> str:
    """Return a host in ASCII; what is no name of one may hold a password, and is not shown."""
    if text in LOOPBACK or not text or _is_number(text):
        return text
    try:
        if not _HOST.fullmatch(text):
            raise _unfit(path, "mail.host", '"smtp.example.ru"')
        return text.encode("idna").decode().lower()
    except UnicodeError as error:
        raise _unfit(path, "mail.host", '"smtp.example.ru"') from error


def _is_number(text: str) -> bool:
    import ipaddress  # needed where a host is named

    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return "%" not in text


def _sender(text: str, path: str) -> tuple[str, str]:
    from roadmapc.documents.letters.header_fields import UnfitAddress, ascii_address  # needed where it is set

    if not text:
        return "", ""
    found = _FROM.fullmatch(text)
    address = (found["in"] or found["alone"]) if found else ""
    try:
        ascii_address(address)
    except UnfitAddress as error:
        raise _unfit(path, "mail.from", '"uo@example.ru"') from error
    return address, (found["name"] or "").strip().strip(' "') if found else ""


def _unfit(path: str, key: str, allowed: str) -> UserError:
    hint = Message("what fits: {allowed}", allowed=allowed)
    return UserError(Message("{path}: the setting “{key}” does not fit", path=path, key=key), hint)
