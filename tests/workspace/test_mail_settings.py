"""Proves how `[mail]` is read, and that a password in it is refused and not shown."""

from __future__ import annotations

import pytest

from roadmapc.diagnostics import UserError
from roadmapc.workspace.mail_settings import MailSettings
from roadmapc.workspace.settings_file import read_settings


def refusal(text: str) -> str:
    with pytest.raises(UserError) as error:
        read_settings(text)
    return f"{error.value.message}; {error.value.hint}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", MailSettings()),
        ('[mail]\nhost = "smtp.example.ru"', MailSettings("smtp.example.ru", 465, "tls")),
        ('[mail]\nhost = "SMTP.example.ru"\nsecurity = "starttls"', MailSettings("smtp.example.ru", 587, "starttls")),
        ('[mail]\nhost = "::1"\nport = 2525\nsecurity = "plain"', MailSettings("::1", 2525, "plain")),
        ('[mail]\nhost = "почта.рф"', MailSettings("xn--80a1acny.xn--p1ai", 465, "tls")),
        ('[mail]\nfrom = "uo@example.ru"', MailSettings("", 465, "tls", "", "uo@example.ru")),
        ('[mail]\nfrom = "Отдел <uo@почта.рф>"', MailSettings("", 465, "tls", "", "uo@почта.рф", "Отдел")),
        ('[mail]\nuser = "uo"', MailSettings("", 465, "tls", "uo")),
    ],
)
def test_settings_are_read(text: str, expected: MailSettings) -> None:
    assert read_settings(text).mail == expected


@pytest.mark.parametrize("key", ["password", "Password", "passwd", "pass", "secret", "token", '"пароль"'])
def test_a_password_is_refused_and_not_shown(key: str) -> None:
    said = refusal(f'[mail]\n{key} = "secret-8"')
    assert "a password has no place in settings" in said
    assert "ROADMAPC_SMTP_PASSWORD" in said
    assert "secret-8" not in said


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ('host = "smtp.example.ru:465"', "mail.host"),
        ('host = "user:secret-8@example.ru"', "mail.host"),
        ('host = "smtp example.ru"', "mail.host"),
        ('host = "smtp..ru"', "mail.host"),
        ('host = "fe80::1%eth0"', "mail.host"),
        ("host = 5", "mail.host"),
        ("port = 0", "mail.port"),
        ("port = 65536", "mail.port"),
        ("port = true", "mail.port"),
        ('port = "465"', "mail.port"),
        ('security = "none"', "mail.security"),
        ("security = false", "mail.security"),
        ('from = "secret-8"', "mail.from"),
        ('from = "a@b.ru, c@d.ru"', "mail.from"),
        ('from = "a@b.ru\\nBcc: c@d.ru"', "mail.from"),
        ('user = "a\\tb"', "mail.user"),
        ('hots = "smtp.example.ru"', "mail.hots"),
    ],
)
def test_what_does_not_fit_is_named_and_not_shown(text: str, key: str) -> None:
    said = refusal(f"[mail]\n{text}")
    assert key in said
    assert "secret-8" not in said


def test_a_slip_in_a_key_is_offered() -> None:
    assert "mail.host" in refusal('[mail]\nhots = "smtp.example.ru"')
    assert "mail" in refusal("[mial]\n")
    assert "[mail]" in refusal("mail = 5\n")


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "LOCALHOST"])
def test_this_computer(host: str) -> None:
    assert read_settings(f'[mail]\nhost = "{host}"').mail.is_loopback
    assert not read_settings(f'[mail]\nhost = "{host.replace(":", "1")}.example.ru"').mail.is_loopback
