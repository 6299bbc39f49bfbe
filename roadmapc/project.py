"""The project's settings, `roadmapc.toml`: the calendar, and what `check` looks for and fails on."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from pydantic import ValidationError

from roadmapc.calendars import DEFAULT_CALENDAR, Calendar
from roadmapc.checks import Policy, matches, rule_name, rules
from roadmapc.diagnostics import Message, Severity, UserError
from roadmapc.model import CalendarSettings, Record
from roadmapc.settings import SettingError, configured

FILE = "roadmapc.toml"
FailOn = Literal["error", "warning", "note", "never"]


class CheckSettings(Record):
    """`[check]`: rules by name, code or beginning of a code; what fails; the baseline; whether spelling is checked."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}
    fail_on: FailOn = "warning"
    baseline: str | None = None
    spell: bool = False


class _Content(Record):
    calendar: CalendarSettings | None = None
    check: CheckSettings = CheckSettings()


@dataclass(frozen=True)
class Project:
    """What a project sets; the defaults where it has no file."""

    calendar: Calendar = DEFAULT_CALENDAR
    check: CheckSettings = field(default_factory=CheckSettings)


def read_project(text: str, name: str = FILE) -> Project:
    """Read the text of a `roadmapc.toml`; raises UserError that names the key."""
    try:
        content = tomllib.loads(text)
        if isinstance(content.get("calendar"), dict):
            content["calendar"] = _texts(content["calendar"])
        read = _Content.model_validate(content)
        for rule in (*read.check.select, *read.check.ignore, *read.check.severity):
            known_rule(rule, name)
        return Project(configured(DEFAULT_CALENDAR, read.calendar), read.check)
    except tomllib.TOMLDecodeError as error:
        raise UserError(Message("{path} cannot be read: {why}", path=name, why=str(error))) from error
    except ValidationError as error:
        raise _unfit(name, error) from error
    except SettingError as error:
        raise UserError(Message("{path}: {key}: {why}", path=name, key=error.key, why=error.message)) from error


def _unfit(name: str, error: ValidationError) -> UserError:
    problem = error.errors()[0]
    key = ".".join(str(part) for part in problem["loc"])
    if problem["type"] == "extra_forbidden":
        return UserError(Message("{path}: unknown key “{key}”", path=name, key=key))
    return UserError(Message("{path}: the setting “{key}” does not fit", path=name, key=key))


def known_rule(pattern: str, where: str) -> str:
    """Return the name of a rule, its code or the beginning of a code; raises UserError where no rule is meant."""
    if any(matches(pattern, rule_name(rule), rule.CODE) for rule in rules()):
        return pattern
    from rapidfuzz import fuzz, process

    near = process.extractOne(pattern, [rule_name(rule) for rule in rules()], scorer=fuzz.ratio, score_cutoff=70)
    hint = Message("perhaps “{near}”", near=near[0]) if near else Message("known rules: roadmapc rules")
    raise UserError(Message("{path}: there is no rule “{rule}”", path=where, rule=pattern), hint)


def policy(
    settings: CheckSettings, *, select: tuple[str, ...] = (), ignore: tuple[str, ...] = (), spell: bool = False
) -> Policy:
    """Return which rules run: what the command line selects takes the place of the project's choice, the rest adds."""
    return Policy(
        select=select or settings.select,
        ignore=(*settings.ignore, *ignore),
        extend=spelling() if spell or settings.spell else (),
        severity=settings.severity,
    )


def spelling() -> tuple[str, ...]:
    """Return the names of the rules that need the extra `spell`."""
    return tuple(rule_name(rule) for rule in rules() if getattr(rule, "OPTIONAL", False))


def _texts(value: object) -> object:
    """Return TOML values as the texts that the model reads: dates of TOML too."""
    if isinstance(value, dict):
        return {key: _texts(item) for key, item in value.items()}
    return [_texts(item) for item in value] if isinstance(value, list) else str(value)
