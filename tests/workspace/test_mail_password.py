"""Proves that a password is given for its own host alone, and shown nowhere."""

from __future__ import annotations

import sys
import traceback
from types import ModuleType

import pytest

from roadmapc.diagnostics import UserError
from roadmapc.workspace import mail_password
from roadmapc.workspace.mail_password import Password, password_for
from roadmapc.workspace.mail_settings import MailSettings

SETTINGS = MailSettings("smtp.example.ru", 465, "tls", "uo@example.ru", "uo@example.ru")
GIVEN = {"ROADMAPC_SMTP_PASSWORD": "secret-8"}


class KeyringError(Exception):
    """As the library calls it."""


@pytest.fixture
def keyring(monkeypatch: pytest.MonkeyPatch) -> dict[tuple[str, str], str]:
    """Put a keyring in the place of the system's; return what it holds."""
    kept: dict[tuple[str, str], str] = {}

    def get_password(service: str, user: str) -> str | None:
        if kept.get(("broken", "")):
            raise KeyringError("secret-8")
        return kept.get((service, user))

    module, errors = ModuleType("keyring"), ModuleType("keyring.errors")
    vars(module).update(get_password=get_password, errors=errors)
    vars(errors).update(KeyringError=KeyringError)
    monkeypatch.setitem(sys.modules, "keyring", module)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    monkeypatch.setattr(mail_password, "find_spec", lambda _name: object())
    return kept


@pytest.fixture
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail_password, "find_spec", lambda _name: None)


def refusal(settings: MailSettings, environment: dict[str, str]) -> tuple[str, str]:
    with pytest.raises(UserError) as error:
        password_for(settings, environment)
    shown = "".join(traceback.format_exception(error.value))
    assert "secret-8" not in shown
    return str(error.value.message), str(error.value.hint)


@pytest.mark.parametrize(
    ("host", "named"),
    [
        ("smtp.example.ru", "smtp.example.ru"),
        ("smtp.example.ru", " SMTP.Example.RU "),
        ("xn--80a1acny.xn--p1ai", "почта.рф"),
        ("xn--80a1acny.xn--p1ai", "xn--80a1acny.xn--p1ai"),
    ],
)
def test_the_environment_names_the_host(host: str, named: str) -> None:
    found = password_for(SETTINGS.__class__(host, 465, "tls", "u", "a@b.ru"), {**GIVEN, "ROADMAPC_SMTP_HOST": named})
    assert found.reveal() == "secret-8"


@pytest.mark.usefixtures("no_keyring")
@pytest.mark.parametrize(
    ("environment", "why"),
    [
        (GIVEN, "the password in the environment belongs to no host: set ROADMAPC_SMTP_HOST=smtp.example.ru"),
        ({**GIVEN, "ROADMAPC_SMTP_HOST": ""}, "belongs to no host"),
        ({**GIVEN, "ROADMAPC_SMTP_HOST": "smtp.other.ru"}, "is for smtp.other.ru: it is not sent to another host"),
        ({**GIVEN, "ROADMAPC_SMTP_HOST": "example.ru"}, "is for example.ru"),
        ({**GIVEN, "ROADMAPC_SMTP_HOST": "smtp.example.ru.evil.ru"}, "is for smtp.example.ru.evil.ru"),
        ({"ROADMAPC_SMTP_HOST": "smtp.example.ru"}, "install keyring"),
        ({}, "install keyring"),
    ],
)
def test_it_is_for_no_other_host(environment: dict[str, str], why: str) -> None:
    message, hint = refusal(SETTINGS, environment)
    assert message == "there is no password for uo@example.ru at smtp.example.ru"
    assert why in hint


def test_the_keyring_is_asked_by_host_and_user(keyring: dict[tuple[str, str], str]) -> None:
    """A password of another host is not found; one of the environment that is for another host is passed over."""
    keyring["roadmapc:smtp.other.ru", "uo@example.ru"] = "other"
    assert "keyring set roadmapc:smtp.example.ru uo@example.ru" in refusal(SETTINGS, {})[1]
    keyring["roadmapc:smtp.example.ru", "uo@example.ru"] = "kept"
    assert password_for(SETTINGS, {**GIVEN, "ROADMAPC_SMTP_HOST": "smtp.other.ru"}).reveal() == "kept"


def test_a_keyring_that_does_not_answer(keyring: dict[tuple[str, str], str]) -> None:
    keyring["broken", ""] = "yes"
    assert refusal(SETTINGS, {})[0] == "the keyring does not answer"


def test_a_password_is_not_shown() -> None:
    known = Password("secret-8")
    assert "secret" not in f"{known} {known!r} {[known]} {vars(Password)}"
