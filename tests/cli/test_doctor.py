"""Proves what `doctor` tells of the machine: what is there with its place, what is not with the way to get it."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_what_is_there(run: Run) -> None:
    """Each thing is told with what it is for."""
    result = run("doctor", "--lang", "en", PYTHONUTF8="1")
    assert result.returncode == 0, result.stdout
    assert re.search(r"^\+ Python: 3\.", result.stdout, re.MULTILINE)
    for name in ("LibreOffice", "git", "typeface of documents", "dictionary of Russian", "folder of the cache"):
        assert re.search(rf"^[+–] {name}: \S", result.stdout, re.MULTILINE), name
