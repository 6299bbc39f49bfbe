"""The program: chooses the language, then the command."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from roadmapc import __version__
from roadmapc.cli import _language, _streams

_INTERRUPTED = 130
_WIDEST = 100
"""Signs in a line of help, where the window has room for them."""


def run(arguments: list[str] | None = None) -> None:
    """Run the command line and exit with 0 (clean), 1 (problems found) or 2 (could not run)."""
    with _streams.enduring() as streams:
        try:
            code = main(sys.argv[1:] if arguments is None else arguments)
        except KeyboardInterrupt:  # before there were words for it
            sys.exit(2)
        if error := streams.failure():
            code = _cannot_write(error)
    sys.exit(code)


def _cannot_write(error: OSError) -> int:
    from roadmapc.cli import _terminal
    from roadmapc.diagnostics import Message, UserError
    from roadmapc.workspace import os_errors

    why = os_errors.reason(error)
    if error.filename is not None:
        return _terminal.fail(UserError(Message("{path}: {why}", path=os.fsdecode(error.filename), why=why)))
    return _terminal.fail(UserError(Message("cannot write: {why}", why=why)))


def main(arguments: list[str]) -> int:
    """Run the command line and return the exit code."""
    collect_seldom()
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")  # looking for them reads every installed package
    arguments, code = _language.taken_from(arguments)
    if arguments == ["--version"]:  # nothing else is needed to say it
        sys.stdout.write(f"roadmapc {__version__}\n")
        return 0
    _language.activate(code if code in _language.LANGUAGES else _language.preferred())
    from roadmapc.cli import _terminal
    from roadmapc.diagnostics import Message, UserError

    _terminal.plain_streams()
    try:
        if code is not None:
            _terminal.choice(code, "--lang", _language.LANGUAGES)
        if any("\0" in word for word in arguments):  # not from a shell; no system takes it in a name
            raise UserError(Message("an argument holds a character that nothing can be named by: U+0000"))
        return _dispatch(arguments)
    except UserError as error:
        return _terminal.fail(error)
    except KeyboardInterrupt:
        return _terminal.fail(UserError(Message("stopped")))
    except BrokenPipeError:
        return _terminal.OK
    except OSError as error:
        return _cannot_write(error)


def collect_seldom() -> None:
    """Look for cycles of objects seldom: trees and plans hold none, and looking costs a third of a check."""
    gc.set_threshold(100_000, 50, 50)


def _dispatch(arguments: list[str]) -> int:
    from typer.exceptions import TyperException

    from roadmapc.cli._help import usage_error

    if files := sys.modules.get("roadmapc.workspace.source_files"):  # a run before this one has read some
        files.forget()
    try:
        result = application(arguments)(arguments, standalone_mode=False, prog_name="roadmapc")
    except TyperException as error:
        raise usage_error(error) from error
    if result == _INTERRUPTED:  # the library makes a code of it
        raise KeyboardInterrupt
    return int(result or 0)


def application(arguments: Sequence[str] = ()) -> Any:
    """Return the command-line application: with the command that the arguments name, or else with all of them."""
    import typer

    from roadmapc.cli._help import Command, Group
    from roadmapc.cli._language import translate as _

    app = typer.Typer(
        cls=Group,
        name="roadmapc",
        help=_("Compiles roadmaps from YAML into official Word documents, calendars and checklists."),
        epilog=_("Every command takes --lang ru|en. Exit codes: 0 clean, 1 problems found, 2 could not run."),
        context_settings={"help_option_names": ["--help", "-h"], "max_content_width": _WIDEST},
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
    )

    def version(value: bool) -> None:
        if value:
            typer.echo(f"roadmapc {__version__}")
            raise typer.Exit

    @app.callback()
    def options(
        version: bool = typer.Option(False, "--version", callback=version, is_eager=True, help=_("Show the version.")),
    ) -> None:
        pass

    for name in _commands(arguments[0] if arguments else ""):
        module = importlib.import_module(f"roadmapc.cli.{name}")
        described = app.command(name=name.rstrip("_"), help=_(module.HELP), rich_help_panel=module.GROUP, cls=Command)
        described(module.command)
    return typer.main.get_command(app)


def _commands(named: str) -> list[str]:
    """Return the commands to load: the one that is named, else all; the others would only cost time."""
    if named == "--version":
        return []
    folder = Path(__file__).parent
    if named.islower() and named.isalpha() and named != "main":
        for name in (named, f"{named}_"):  # `import` is a word of Python, and no name of a module
            if (folder / f"{name}.py").is_file():
                return [name]
    import pkgutil

    names = [info.name for info in pkgutil.iter_modules([str(folder)])]
    return [name for name in names if not name.startswith("_") and name != "main"]
