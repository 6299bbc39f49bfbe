"""Where the program meets the world: files, the clock, the terminal."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from rich.console import Console

from roadmapc.calendars import DEFAULT_CALENDAR, Calendar, parse_date
from roadmapc.cli._language import translate
from roadmapc.compiler import Compilation, compile_bytes
from roadmapc.diagnostics import Diagnostic, Message, Severity, UserError
from roadmapc.reading import MAX_BYTES, too_large
from roadmapc.source import Source, Span

OK, PROBLEMS, FAILED = 0, 1, 2


def console(*, stderr: bool = False) -> Console:
    """Return a terminal that prints text as it stands: no markup, no emoji, no highlighting, nothing cut."""
    return Console(stderr=stderr, markup=False, emoji=False, highlight=False, soft_wrap=True)


def say(text: str) -> None:
    """Print a line to standard output."""
    console().print(text)


def day_of(text: str | None) -> date:
    """Return `--today`, else the clock's day."""
    return named_day(text, "--today") if text else date.today()


def named_day(text: str, option: str) -> date:
    """Return the date an option names, or raise UserError."""
    day = parse_date(text)
    if day is None:
        raise UserError(
            Message("{option}: “{text}” is not a date; write 2022-05-31 or 31.05.2022", option=option, text=text)
        )
    return day


def choice(value: str, option: str, allowed: Iterable[str]) -> str:
    """Return the value of an option if it is allowed, or raise UserError."""
    allowed = tuple(allowed)
    if value not in allowed:
        names = ", ".join(allowed)
        raise UserError(
            Message("{option}: “{value}” is not one of: {allowed}", option=option, value=value, allowed=names)
        )
    return value


def sources(paths: list[Path]) -> list[Path]:
    """Return the YAML files named, and those in the folders named, sorted; raises UserError where there are none."""
    found: list[Path] = []
    for path in paths or [Path("roadmaps")]:
        if path.is_dir():
            inside = sorted(p for p in path.rglob("*") if p.suffix.lower() in {".yaml", ".yml"} and p.is_file())
            if not inside:
                raise UserError(Message("no YAML files in the folder {path}", path=path))
            found += inside
        elif path.exists():
            found.append(path)
        else:
            hint = Message("name a file or a folder") if not paths else None
            raise UserError(Message("there is no such file: {path}", path=path), hint)
    return list(dict.fromkeys(found))


SETTINGS = Path("roadmapc.toml")


@cache
def calendar() -> Calendar:
    """Return the project's calendar: the packaged one with `roadmapc.toml` of the working folder put over it."""
    if not SETTINGS.is_file():
        return DEFAULT_CALENDAR
    import tomllib

    from pydantic import ValidationError

    from roadmapc.model import CalendarSettings
    from roadmapc.settings import SettingError, configured

    try:
        content = tomllib.loads(SETTINGS.read_text(encoding="utf-8-sig"))
        unknown = set(content) - {"calendar"}
        if unknown:
            raise UserError(Message("{path}: unknown key “{key}”", path=SETTINGS, key=min(unknown)))
        return configured(DEFAULT_CALENDAR, CalendarSettings.model_validate(_texts(content.get("calendar", {}))))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise UserError(Message("{path} cannot be read: {why}", path=SETTINGS, why=str(error))) from error
    except ValidationError as error:
        key = ".".join(str(part) for part in error.errors()[0]["loc"])
        raise UserError(Message("{path}: the setting “{key}” does not fit", path=SETTINGS, key=key)) from error
    except SettingError as error:
        raise UserError(Message("{path}: {key}: {why}", path=SETTINGS, key=error.key, why=error.message)) from error


def _texts(value: object) -> object:
    """Return TOML values as the texts that the model reads: dates of TOML too."""
    if isinstance(value, dict):
        return {key: _texts(item) for key, item in value.items()}
    return [_texts(item) for item in value] if isinstance(value, list) else str(value)


def compiled(path: Path, today: date) -> Compilation:
    """Read and compile one file; a file too large is not read."""
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            source = Source(str(path), "")
            problem = Diagnostic("RM003", "unreadable-file", Severity.ERROR, too_large(size), source, Span(0, 0))
            return Compilation(source, None, (problem,))
        data = path.read_bytes()
    except OSError as error:
        raise UserError(Message("cannot read {path}: {why}", path=path, why=reason(error))) from error
    return compile_bytes(path.as_posix(), data, today=today, stem="-".join(path.stem.split()), calendar=calendar())


def reason(error: OSError) -> Message:
    """Return the cause of a failed file operation in plain words."""
    if isinstance(error, PermissionError):
        return Message("no permission; is the file open in another program?")
    if isinstance(error, IsADirectoryError | NotADirectoryError):
        return Message("a folder stands where a file must be, or the reverse")
    if error.errno == 28:
        return Message("the disk is full")
    return Message("{why}", why=os.strerror(error.errno) if error.errno else str(error))


def fail(error: UserError) -> int:
    """Print an error of the surroundings and return the exit code."""
    out = console(stderr=True)
    out.print(f"roadmapc: {error.message.text(translate)}")
    if error.hint:
        out.print(f"  = {error.hint.text(translate)}")
    return FAILED


def exact_line_ends() -> None:
    """Let line ends of CSV pass as they are: Windows would double their carriage returns."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(newline="")


def plain_streams() -> None:
    """Make output UTF-8 wherever it goes: a redirected Windows stream is cp1251 and cannot hold every sign."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
