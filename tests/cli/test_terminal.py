"""Proves what people see on a screen, narrow or wide: whole words, colours, and the same words as in a file."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

pty = pytest.importorskip("pty")
termios = pytest.importorskip("termios")

Run = Callable[..., subprocess.CompletedProcess[str]]
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


def screen(*arguments: str, width: int) -> str:
    """Run the program on a terminal of a width, in Russian, and return what it writes there."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (50, width))
    variables = {**os.environ, "LANG": "ru_RU.UTF-8", "TERM": "xterm-256color"}
    for name in ("COLUMNS", "LINES", "NO_COLOR"):
        variables.pop(name, None)
    command = [sys.executable, "-m", "roadmapc", *arguments]
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=variables):
        os.close(theirs)
        said = b""
        while True:
            try:
                part = os.read(ours, 65536)
            except OSError:  # Linux tells the end so
                break
            if not part:
                break
            said += part
    os.close(ours)
    return said.decode().replace("\r\n", "\n")


def words(text: str) -> list[str]:
    """Return the words of messages; lines of sources, which are cut to the window, and marks are left out."""
    lines = [line for line in text.splitlines() if not re.match(r"\s*\d* +\|", line)]
    return " ".join(lines).split()


@pytest.mark.parametrize("width", [48, 72, 200])
@pytest.mark.parametrize(
    "command",
    [
        ("check", "--no-waivers", "--select", "RM2,RM6", "--today", "2026-11-21", "{roadmaps}/tsuntinsky.yaml"),
        ("explain", "due-before-order"),
        ("deadline", "май - июнь", "--period", "2022-2023"),
        ("check", "{roadmaps}/nothing.yaml"),
    ],
    ids=lambda command: " ".join(command[:2]),
)
def test_lines_are_broken_between_words(run: Run, roadmaps: Path, command: tuple[str, ...], width: int) -> None:
    """No line is longer than the window unless a single word is; no word is broken or lost."""
    arguments = [word.format(roadmaps=os.path.relpath(roadmaps)) for word in command]
    shown = COLOUR.sub("", screen(*arguments, width=width))
    for line in shown.splitlines():
        assert len(line) <= width or " " not in line.strip()
    filed = run(*arguments, COLUMNS=str(width))
    assert words(shown) == words(filed.stdout + filed.stderr)


def test_colour_is_for_the_screen_alone(run: Run, roadmaps: Path) -> None:
    """A screen gets colours, a file none."""
    arguments = ("check", "--no-waivers", "--select", "RM203", str(roadmaps / "tsuntinsky.yaml"))
    assert COLOUR.search(screen(*arguments, width=100))
    assert "\x1b" not in run(*arguments).stdout


def test_files_keep_their_lines(run: Run, roadmaps: Path) -> None:
    """What goes to a file or another program has one line a message, however long."""
    done = run("check", "--no-waivers", "--select", "RM203", roadmaps / "tsuntinsky.yaml", COLUMNS="40")
    assert next(line for line in done.stdout.splitlines() if "RM203" in line).endswith("[due-before-order]")


def test_what_is_laid_out_keeps_its_lines_in_a_file(run: Run, roadmaps: Path, built: Path) -> None:
    """Where nobody names a width there is none: no line is broken, and none ends with a space."""
    for arguments in (
        ("inspect", "tsuntinsky/attachment.docx"),
        ("due", "--from", "2022-05-01", "--until", "2022-05-31", roadmaps),
    ):
        whole, broken = run(*arguments, cwd=built).stdout, run(*arguments, cwd=built, COLUMNS="60").stdout
        assert words(whole) == words(broken)
        assert max(map(len, whole.splitlines())) > 100
        assert not [line for line in whole.splitlines() if line.endswith(" ")]
