"""The program: chooses the language, then the command."""

from __future__ import annotations

import importlib
import pkgutil
import sys
from typing import Any

from roadmapc import __version__
from roadmapc.cli import _language


def run(arguments: list[str] | None = None) -> None:
    """Run the command line and exit with 0 (clean), 1 (problems found) or 2 (could not run)."""
    sys.exit(main(sys.argv[1:] if arguments is None else arguments))


def main(arguments: list[str]) -> int:
    """Run the command line and return the exit code."""
    arguments, code = _language.taken_from(arguments)
    _language.activate(code if code in _language.LANGUAGES else _language.preferred())
    from roadmapc.cli import _edge
    from roadmapc.diagnostics import Message, UserError

    _edge.plain_streams()
    try:
        if code is not None:
            _edge.choice(code, "--lang", _language.LANGUAGES)
        return _dispatch(arguments)
    except UserError as error:
        return _edge.fail(error)
    except KeyboardInterrupt:
        return _edge.fail(UserError(Message("stopped")))
    except BrokenPipeError:
        sys.stderr.close()
        return _edge.OK
    except OSError as error:
        return _edge.fail(UserError(Message("cannot write: {why}", why=_edge.reason(error))))


def _dispatch(arguments: list[str]) -> int:
    from typer.exceptions import TyperException

    from roadmapc.cli import _sources
    from roadmapc.cli._usage import usage_error

    _sources.forget()
    try:
        result = application()(arguments, standalone_mode=False, prog_name="roadmapc")
    except TyperException as error:
        raise usage_error(error) from error
    return int(result or 0)


def application() -> Any:
    """Return the command-line application with all commands in it."""
    import typer

    from roadmapc.cli._language import translate as _
    from roadmapc.cli._usage import Command, Group

    app = typer.Typer(
        cls=Group,
        name="roadmapc",
        help=_("Compiles roadmaps from YAML into official Word documents, calendars and checklists."),
        epilog=_("Every command takes --lang ru|en. Exit codes: 0 clean, 1 problems found, 2 could not run."),
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

    for info in pkgutil.iter_modules(__import__("roadmapc.cli", fromlist=["cli"]).__path__):
        if not info.name.startswith("_") and info.name != "main":
            module = importlib.import_module(f"roadmapc.cli.{info.name}")
            app.command(name=info.name, help=_(module.HELP), cls=Command)(module.command)
    return typer.main.get_command(app)
