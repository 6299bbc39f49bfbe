"""Proves what `deadline` shows of a wording: how it was understood, every date whole, or the word that was not."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
DATE = re.compile(r"\b\d\d\.\d\d\.\d{4}\b")


@pytest.mark.parametrize("width", ["30", "44", "69", "70", "100"])
def test_no_date_is_cut(call: Run, width: str) -> None:
    """In a window of any width each time's first day, due day and day to act by stand whole."""
    result = call("deadline", "ежегодно, май - июнь", "--period", "2022-2024", COLUMNS=width)
    assert result.returncode == 0
    days = ["01.05.2022", "30.06.2022", "30.06.2022", "01.05.2023", "30.06.2023", "30.06.2023"]
    assert DATE.findall(result.stdout) == [*days, "01.05.2024", "30.06.2024", "28.06.2024"]
    assert "понято:" in result.stdout
    assert "…" not in result.stdout


def test_what_is_not_decreed_is_marked(call: Run) -> None:
    """Days off of a year without a decree are not known: its days to act by have a star, and the star is explained."""
    for width in ("40", "100"):
        result = call("deadline", "май", "--period", "2040", COLUMNS=width)
        assert result.stdout.count("*") == 2


def test_a_word_that_is_not_understood_is_marked(call: Run) -> None:
    """The carets stand under the word, and the nearest one is offered."""
    result = call("deadline", "до 5 мартя", "--period", "2022")
    assert result.returncode == 1
    text, marks, *rest = result.stdout.splitlines()
    assert text[marks.index("^") : marks.rindex("^") + 1] == "мартя"
    assert "марта" in "\n".join(rest)


def test_as_json(call: Run) -> None:
    """Programs get the same dates."""
    result = call("deadline", "май - июнь", "--period", "2022", "--format", "json")
    assert DATE.findall(result.stdout) == []
    assert [(one["first"], one["due"]) for one in json.loads(result.stdout)[0]["windows"]] == [
        ("2022-05-01", "2022-06-30")
    ]


@pytest.mark.parametrize("data", ["\ufeffдо 5 мая\r\n\r\nмай\n".encode(), "до 5 мая\nмай".encode()])
def test_standard_input_is_utf8(data: bytes, call: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the mark of Windows' editors or without, and whatever the terminal's encoding is."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="cp1251"))
    result = call("deadline", "--format", "json")
    assert [one["understood"] for one in json.loads(result.stdout)] == ["до 5 мая", "май"]


def test_other_encodings_are_named(call: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """No letters are guessed; a closed input is told of, too."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("до пятого мая".encode("cp1251"))))
    result = call("deadline", "--lang", "en")
    assert (result.returncode, result.stdout) == (2, "")
    assert "looks like cp1251" in result.stderr
    monkeypatch.setattr(sys, "stdin", None)
    result = call("deadline", "--lang", "en")
    assert (result.returncode, len(result.stderr.splitlines())) == (2, 1)


def test_alone_at_a_terminal_it_says_what_to_type(call: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits before an empty line."""
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    result = call("deadline", "--lang", "en")
    assert result.returncode == 2
    assert "type the words of a deadline" in result.stderr
    assert 'roadmapc deadline "' in result.stderr


@pytest.mark.parametrize(
    ("words", "today", "said"),
    [
        ("до 15 октября", "2026-11-21", "assumed: 01.09.2026 – 31.08.2027"),
        ("до 15 октября", "2027-03-01", "assumed: 01.09.2026 – 31.08.2027"),
        ("до 15 октября 2022 г.", "2026-11-21", "assumed: 01.01.2022 – 31.12.2022"),
        ("третий четверг", "2026-11-21", "no period is given, so no dates are shown"),
    ],
)
def test_without_a_period_it_says_what_it_assumed(call: Run, words: str, today: str, said: str) -> None:
    """The years named, or else the school year; where that would leave a doubt, nothing."""
    result = call("deadline", words, "--today", today, "--lang", "en")
    assert result.returncode == 0
    assert said in result.stdout
    assert "assumed" not in call("deadline", words, "--period", "2026/2027", "--lang", "en").stdout


def test_without_a_period_programs_get_the_value_alone(call: Run) -> None:
    """JSON has no dates that nobody asked for."""
    shown = call("deadline", "до 15 октября", "--format", "json").stdout
    assert shown == call("deadline", "до 15 октября", "--format", "json", "--today", "2030-01-01").stdout
