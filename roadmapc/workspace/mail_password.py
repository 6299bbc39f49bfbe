"""The password of a mail server: from the environment or the system's keyring, and only for the host it belongs to.

A roadmapc.toml from a stranger names his server; the password in the environment says itself whose it is. It never
comes from arguments or files, and no message shows it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from importlib.util import find_spec

from roadmapc.diagnostics import Message, UserError
from roadmapc.workspace.mail_settings import MailSettings

PASSWORD, HOST = "ROADMAPC_SMTP_PASSWORD", "ROADMAPC_SMTP_HOST"  # names of variables


class Password:
    """A password that is not shown by chance: not when it is printed, and not in a traceback with its values."""

    __slots__ = ("_text",)

    def __init__(self, text: str) -> None:
        self._text = text

    def reveal(self) -> str:
        """Return the password itself."""
        return self._text

    def __repr__(self) -> str:
        return "Password(…)"


def password_for(settings: MailSettings, environment: Mapping[str, str] = os.environ) -> Password:
    """Return the password of the user at the host of the settings; raises UserError where there is none for it."""
    given, host = environment.get(PASSWORD), environment.get(HOST, "").strip().lower()
    if given and host and _ascii(host) == settings.host.lower():
        return Password(given)
    if found := _kept(settings):
        return Password(found)
    raise UserError(
        Message("there is no password for {user} at {host}", user=settings.user, host=settings.host),
        _why(given, host, settings),
    )


def _ascii(host: str) -> str:
    try:
        return host.encode("idna").decode().lower()
    except UnicodeError:
        return host


def _kept(settings: MailSettings) -> str | None:
    """Return what the system's keyring holds for the host and the user, if it is installed and answers."""
    if find_spec("keyring") is None:
        return None
    import keyring
    from keyring.errors import KeyringError

    try:
        found = keyring.get_password(f"roadmapc:{settings.host}", settings.user)
    except KeyringError:
        raise UserError(Message("the keyring does not answer")) from None
    return str(found) if found else None


def _why(given: str | None, host: str, settings: MailSettings) -> Message:
    if given and not host:
        return Message(
            "the password in the environment belongs to no host: set {name}={host}", name=HOST, host=settings.host
        )
    if given:
        return Message("the password in the environment is for {other}: it is not sent to another host", other=host)
    if find_spec("keyring") is None:
        return Message(
            "set {password} and {name}={host} in the environment, or install keyring: pip install {extra}",
            password=PASSWORD,
            name=HOST,
            host=settings.host,
            extra='"roadmapc[keyring]"',
        )
    return Message(
        "set {password} and {name}={host} in the environment, or: keyring set roadmapc:{host} {user}",
        password=PASSWORD,
        name=HOST,
        host=settings.host,
        user=settings.user,
    )
