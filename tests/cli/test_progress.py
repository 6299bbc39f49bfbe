"""Proves that a bar is shown where somebody watches, and that the work is the same with it and without."""

from __future__ import annotations

from io import StringIO

import pytest
from rich.console import Console

from roadmapc.cli import _terminal
from roadmapc.cli._progress import Watched
from roadmapc.workspace.executor import HERE

ROWS = [(number, 2) for number in range(30)]


def shown(monkeypatch: pytest.MonkeyPatch, count: int, *, is_terminal: bool) -> tuple[list[int], str]:
    """Return the results of some calls, and what was printed."""
    out = StringIO()
    console = Console(file=out, force_terminal=is_terminal, width=80)
    monkeypatch.setattr(_terminal, "console", lambda **_: console)
    return list(Watched(HERE).map(pow, ROWS[:count])), out.getvalue()


def test_a_bar_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """It counts, and is gone in the end."""
    found, printed = shown(monkeypatch, 30, is_terminal=True)
    assert found == [number**2 for number in range(30)]
    assert "30/30" in printed


@pytest.mark.parametrize(("count", "is_terminal"), [(30, False), (9, True), (0, True)])
def test_nothing_where_nobody_watches(monkeypatch: pytest.MonkeyPatch, count: int, is_terminal: bool) -> None:
    """Or where there is little to do."""
    assert shown(monkeypatch, count, is_terminal=is_terminal) == ([number**2 for number in range(count)], "")
