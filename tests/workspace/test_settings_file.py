"""Proves how `roadmapc.toml` is read, and that what does not fit is named."""

from __future__ import annotations

from datetime import date

import pytest

from roadmapc.diagnostics import Severity, UserError
from roadmapc.workspace.settings import Settings
from roadmapc.workspace.settings_file import known_rule, read_settings


def test_settings_are_read() -> None:
    """Calendar, selection, severities, threshold, baseline and spelling."""
    project = read_settings(
        """
        [calendar]
        shift = "next"
        days_off = [2022-07-26]
        [check]
        select = ["RM1", "missing-owner"]
        ignore = ["RM104"]
        fail_on = "error"
        baseline = "known.json"
        spell = true
        [check.severity]
        missing-result = "note"
        """
    )
    assert project.calendar.shift == "next"
    assert len(project.calendar.days_off) == 1
    assert (project.check.fail_on, project.check.baseline, project.check.spell) == ("error", "known.json", True)
    assert project.check.severity == {"missing-result": Severity.NOTE}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("[check]\nselekt = []", "check.selekt"),
        ("[checks]", "checks"),
        ('[check]\nselect = ["missing-ovner"]', "missing-ovner"),
        ('[check.severity]\nmissing-owner = "bad"', "check.severity.missing-owner"),
        ('[check]\nfail_on = "sometimes"', "check.fail_on"),
        ("[check", "roadmapc.toml"),
        ('[calendar]\nterms = ["1"]', "terms"),
        ("check = 5", "check"),
    ],
)
def test_what_does_not_fit_is_named(text: str, named: str) -> None:
    """A key, a rule or a value that is not known is an error that names it; nothing is passed over."""
    with pytest.raises(UserError) as error:
        read_settings(text)
    assert named in str(error.value.message)


def test_a_slip_in_a_rule_is_offered() -> None:
    """A near name is offered."""
    with pytest.raises(UserError) as error:
        read_settings('[check]\nignore = ["missing-ovner"]')
    assert "missing-owner" in str(error.value.hint)


def test_nothing_set_is_the_default() -> None:
    """An empty file, and empty tables, say nothing."""
    assert read_settings("") == read_settings("[check]\n[calendar]\n") == Settings()


def test_days_of_toml_and_days_in_quotes_are_the_same() -> None:
    """An author need not know that TOML has dates."""
    written = [
        read_settings(f"[calendar]\ndays_off = [{day}]") for day in ("2022-07-26", '"26.07.2022"', "'26 июля 2022'")
    ]
    assert {one.calendar.days_off for one in written} == {frozenset({date(2022, 7, 26)})}


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("[check]\nfail_on = never", "roadmapc.toml, line 2, character 11: not readable", "straight quotes"),
        ('[check]\nselect = ["RM1"', "the end is missing", "each key once"),
        ("[check]\nselect = 5", "the setting “check.select” does not fit", 'what fits: ["…", "…"]'),
        ('[check]\nspell = "да"', "the setting “check.spell” does not fit", "what fits: true, false"),
        ('[calendar]\nshift = "later"', "the setting “calendar.shift” does not fit", "what fits: previous, next, keep"),
        ("[check]\nselekt = []", "unknown key “check.selekt”", "perhaps “check.select”"),
        ("[qqq]", "unknown key “qqq”", "known here: check, calendar"),
    ],
)
def test_what_would_fit_is_told(text: str, message: str, hint: str) -> None:
    """The place or the key, and what is most often meant."""
    with pytest.raises(UserError) as error:
        read_settings(text)
    assert message in error.value.message
    assert hint in str(error.value.hint)


@pytest.mark.parametrize("pattern", ["RM", "RM3", "RM301", "missing-owner"])
def test_a_rule_that_is_meant(pattern: str) -> None:
    """A name, a code, the beginning of a code."""
    assert known_rule(pattern, "--select") == pattern


def test_a_rule_that_is_not() -> None:
    """Where it was named is told."""
    with pytest.raises(UserError, match="--select: there is no rule “RM999”"):
        known_rule("RM999", "--select")
