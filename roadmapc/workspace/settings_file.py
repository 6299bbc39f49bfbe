"""`roadmapc.toml` → the project's settings, or an error that names the key."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from typing import Any

from pydantic import ValidationError

from roadmapc.checks.running import rule_name, rules
from roadmapc.checks.selection import matches
from roadmapc.diagnostics import Message, UserError
from roadmapc.diagnostics.suggestion import did_you_mean
from roadmapc.plan.calendar_settings import SettingError, configured
from roadmapc.plan.report_days import day_and_month
from roadmapc.russian.amending_choices import AmendSettings
from roadmapc.russian.calendar import DEFAULT_CALENDAR
from roadmapc.source import problems
from roadmapc.source.decoding import forbidden, forbidden_in
from roadmapc.source.model import CalendarSettings, Record
from roadmapc.workspace import mail_settings
from roadmapc.workspace.mail_settings import read_mail
from roadmapc.workspace.settings import FILE, CheckSettings, ExecutionSettings, Settings


class _Content(Record):
    calendar: CalendarSettings | None = None
    check: CheckSettings = CheckSettings()
    execution: ExecutionSettings = ExecutionSettings()
    amend: AmendSettings = AmendSettings()


def read_settings(text: str, name: str = FILE) -> Settings:
    """Read the text of a `roadmapc.toml`; raises UserError that names the key."""
    try:
        content = _parsed(text, name)
        _refuse_unseen(content, name)
        if isinstance(content.get("calendar"), dict):
            content["calendar"] = _texts(content["calendar"])
        mail = read_mail(content.pop("mail", {}), name)
        read = _Content.model_validate(content)
        for rule in (*read.check.select, *read.check.ignore, *read.check.severity):
            known_rule(rule, name)
        return Settings(
            configured(DEFAULT_CALENDAR, read.calendar), read.check, _fit(read.execution, name), read.amend, mail
        )
    except RecursionError as error:  # tables in tables in tables
        raise _unreadable(name, "") from error
    except ValidationError as error:
        raise _unfit(name, error) from error
    except SettingError as error:
        raise UserError(Message("{path}: {key}: {why}", path=name, key=error.key, why=error.message)) from error


def _fit(execution: ExecutionSettings, name: str) -> ExecutionSettings:
    """Return settings of execution whose days are days; raises UserError for others."""
    days = {key: getattr(execution, f"{key}_report") for key in ("monthly", "quarterly", "half_yearly")}
    for key, day in days.items():
        if day is not None and not 1 <= day <= 28:
            hint = Message("what fits: {allowed}", allowed="1 – 28")
            raise UserError(Message("{path}: the setting “{key}” does not fit", path=name, key=f"{key}_report"), hint)
    if execution.yearly_report is not None and day_and_month(execution.yearly_report) is None:
        hint = Message("what fits: {allowed}", allowed='"15.02"')
        raise UserError(Message("{path}: the setting “{key}” does not fit", path=name, key="yearly_report"), hint)
    for key in ("warn_days", "warn_working_days"):
        if any(not 0 < days <= 60 for days in getattr(execution, key)):
            hint = Message("what fits: {allowed}", allowed="[5, 1]")
            raise UserError(Message("{path}: the setting “{key}” does not fit", path=name, key=key), hint)
    return execution


def _parsed(text: str, name: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except (ValueError, OverflowError, RecursionError) as error:  # beside TOML's own: numbers that nobody can hold
        raise _unreadable(name, str(error)) from error


def _refuse_unseen(value: object, name: str) -> None:
    """Raise UserError for a text with a character that an escape brings in and nothing can be named by."""
    if isinstance(value, str) and (bad := forbidden_in(value)):
        raise UserError(Message("{path}: {why}", path=name, why=forbidden(bad)), Message("delete it"))
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        _refuse_unseen(inner, name)
    if isinstance(value, dict):
        _refuse_unseen([*value], name)


def _unreadable(name: str, why: str) -> UserError:
    """Word an error of TOML, whose own words are English: its place, and what is written most often wrong."""
    place = re.search(r"line (\d+), column (\d+)", why)
    hint = Message("texts stand in straight quotes, lists in [ ], true and false without quotes; each key once")
    if place is None:
        return UserError(Message("{path}: the end is missing: a quote or a bracket is not closed", path=name), hint)
    line, column = place.groups()
    return UserError(
        Message("{path}, line {line}, character {column}: not readable", path=name, line=line, column=column), hint
    )


def _unfit(name: str, error: ValidationError) -> UserError:
    problem = error.errors()[0]
    key = ".".join(str(part) for part in problem["loc"])
    if problem["type"] in {"extra_forbidden", "unexpected_keyword_argument"}:
        return UserError(Message("{path}: unknown key “{key}”", path=name, key=key), _keys_near(key))
    return UserError(Message("{path}: the setting “{key}” does not fit", path=name, key=key), _fitting(problem))


def _keys_near(key: str) -> Message | None:
    tables = {
        "check": [one.name for one in fields(CheckSettings)],
        "calendar": [*CalendarSettings.model_fields],
        "execution": [one.name for one in fields(ExecutionSettings)],
        "amend": [one.name for one in fields(AmendSettings)],
        "mail": [*mail_settings.KEYS],
    }
    known = [*tables, *(f"{table}.{name}" for table, names in tables.items() for name in names)]
    return did_you_mean(key, known, Message("known here: {keys}", keys=", ".join(known)))


def _fitting(problem: Any) -> Message | None:
    """Say what would fit, where the error tells."""
    kinds = {
        "tuple_type": '["…", "…"]',
        "bool_type": "true, false",
        "bool_parsing": "true, false",
        "string_type": '"…"',
    }
    expected = str(problem.get("ctx", {}).get("expected", "")).replace("'", "").replace(" or ", ", ")
    allowed = kinds.get(problem["type"]) or expected
    return Message("what fits: {allowed}", allowed=allowed) if allowed else None


def known_rule(pattern: str, where: str) -> str:
    """Return the name of a rule, its code or the beginning of a code; raises UserError where no rule is meant."""
    if any(matches(pattern, rule_name(rule), rule.CODE) for rule in rules()):
        return pattern
    hint = did_you_mean(pattern, map(rule_name, rules()), Message("known rules: roadmapc rules"))
    if any(isinstance(one, problems.ReadingProblem) and pattern in one for one in vars(problems).values()):
        hint = Message("it is no rule but an error of form: those are always told")
    raise UserError(Message("{path}: there is no rule “{rule}”", path=where, rule=pattern), hint)


def _texts(value: object) -> object:
    """Return TOML values as the texts that the model reads: dates of TOML too."""
    if isinstance(value, dict):
        return {key: _texts(item) for key, item in value.items()}
    return [_texts(item) for item in value] if isinstance(value, list) else str(value)
