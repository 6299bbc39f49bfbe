"""Proves that what nobody sees is shown, that what is seen stays, and that JSON stays what it was."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.diagnostics.visible import visible, visible_lines, without_commands, without_old_commands


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Срок – до 5 мая", "Срок – до 5 мая"),
        ("а\x1b[2J", r"а\u001b[2J"),
        ("а\x9b", r"а\u009b"),
        ("а\0б", r"а\u0000б"),
        ("а\u202eб", r"а\u202eб"),
        ("а\nб\tв\rг", r"а\nб\tв\rг"),
    ],
)
def test_within_a_line(text: str, shown: str) -> None:
    """Control characters, line breaks too, are escapes; letters stay."""
    assert visible(text) == shown


def test_lines_stay_lines() -> None:
    """Line ends and tabs of a layout stay, a lone carriage return does not."""
    assert visible_lines("а\n\tб\r\nв\rг\x1b") == "а\n\tб\r\nв\\rг\\u001b"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::error::x", r"\::error::x"),
        ("а\n  ::error::x", "а\n  \\::error::x"),
        ("а ::error::x", "а ::error::x"),
        ("а ##[error]x", r"а #\u0023[error]x"),
        ("## [x]", "## [x]"),
    ],
)
def test_commands_are_broken(text: str, shown: str) -> None:
    """What begins a line, or stands anywhere in it, as a runner's command has a backslash in it."""
    assert without_commands(text) == shown


@given(st.text() | st.sampled_from(["##[x]", "\x9b##vso[y]", "\u2028"]))
def test_json_stays_what_it_was(text: str) -> None:
    """The escapes are those of JSON: a reader gets the characters back."""
    written = without_old_commands(visible_lines(json.dumps([text], ensure_ascii=False)))
    assert json.loads(written) == [text]
