"""Proves what is found of the machine, and what is said of what is not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapc.workspace import surroundings
from roadmapc.workspace.surroundings import findings


def test_letters_that_cannot_be_shown() -> None:
    """It is the one thing that nobody can do without."""
    (one,) = (one for one in findings("ascii", "ru") if one.is_needed)
    assert not one.is_there
    assert "PYTHONUTF8=1" in str(one.hint)


def test_what_is_not_there(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Programs are looked for in PATH alone; each has its hint."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("roadmapc.workspace.libre_office.find", lambda: None)
    monkeypatch.setattr(surroundings, "find_spec", lambda _name: None)
    found = {str(one.name): one for one in findings("utf-8", "ru")}
    for name in ("LibreOffice", "git", "dictionary of Russian", "keyring of the system"):
        assert not found[name].is_there
        assert found[name].hint
    assert found["Russian letters in this window"].is_there


def test_a_cache_that_cannot_be_written(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It is told; all else works."""
    (tmp_path / "file").write_text("", "utf-8")
    monkeypatch.setenv("ROADMAPC_CACHE_DIR", str(tmp_path / "file" / "below"))
    found = {str(one.name): one for one in findings("utf-8", "ru")}
    assert found["folder of the cache"].hint


def test_the_language_is_the_one_that_messages_have() -> None:
    """What the command takes from the environment is told, not what the system makes of it."""
    found = {str(one.name): one.found for one in findings("utf-8", "ru")}
    assert found["language of the system"] == "ru"
