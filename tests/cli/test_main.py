"""Proves with which code the program ends, whatever stops it, and that one command loads no other."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmapc import __version__, cli
from roadmapc.cli import main as program
from roadmapc.cli.main import main, run
from roadmapc.diagnostics import Message, UserError


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    """One line, in any language."""
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"roadmapc {__version__}\n"


@pytest.mark.parametrize(
    ("stopped", "code", "said"),
    [
        (UserError(Message("no"), Message("do it")), 2, "no"),
        (KeyboardInterrupt(), 2, "stopped"),
        (OSError(28, "No space left"), 2, "the disk is full"),
        (BrokenPipeError(), 0, ""),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_stops_the_program(
    stopped: BaseException, code: int, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """An error of the user, a key, the disk: one sentence and code 2; a reader that has gone is no error."""

    def failing(_: list[str]) -> int:
        raise stopped

    monkeypatch.setattr(program, "_dispatch", failing)
    monkeypatch.setattr(sys.stderr, "close", lambda: None)
    assert main(["check", "--lang", "en"]) == code
    assert said in capsys.readouterr().err


def test_run_ends_the_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the code of the command, or 2 where it was stopped before there were words for it."""
    monkeypatch.setattr(program, "main", lambda _: 1)
    with pytest.raises(SystemExit, match="1"):
        run([])

    def interrupted(_: list[str]) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(program, "main", interrupted)
    with pytest.raises(SystemExit, match="2"):
        run([])


@pytest.mark.parametrize("arguments", [["--lang", "xx", "rules"], ["nothing"], ["check", "--nothing"], []])
def test_what_is_not_understood(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """A language, a command, an option, nothing at all: code 2, told on the error stream alone."""
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert (out, bool(err)) == ("", True)


def test_every_command_is_a_file() -> None:
    """And each file that is not private is one, with what help says of it."""
    files = {path.stem.rstrip("_") for path in Path(cli.__path__[0]).glob("[a-z]*.py")} - {"main"}
    commands = program.application().commands
    assert set(commands) == files
    assert all(command.help for command in commands.values())


def test_a_command_named_is_loaded_alone() -> None:
    """The others would only cost time."""
    assert list(program.application(["rules"]).commands) == ["rules"]


def test_a_result_is_a_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a command returns ends the program; nothing is no problem."""

    def answering(value: object) -> Callable[[list[str]], Callable[..., object]]:
        return lambda _: lambda *_, **__: value

    for value, code in ((None, 0), (1, 1)):
        monkeypatch.setattr(program, "application", answering(value))
        assert main([]) == code
    monkeypatch.setattr(program, "application", answering(130))
    assert main([]) == 2
