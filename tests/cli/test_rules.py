"""Proves that `rules` lists every rule and `explain` shows the page of one, by code or name, in both languages."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

import pytest

from roadmapc.checks.manual import RulePage, pages
from roadmapc.checks.running import rules

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_every_rule_is_listed(call: Run) -> None:
    """Each problem has one line with its code and name, by code."""
    result = call("rules")
    assert result.returncode == 0
    listed = [tuple(line.split()[:2]) for line in result.stdout.splitlines()]
    assert listed == [(page.code, page.name) for page in pages()]
    assert {rule.CODE for rule in rules()} < {code for code, _ in listed}


@pytest.mark.parametrize("name", ["RM301", "rm301", "missing-owner"])
def test_a_rule_is_explained(call: Run, name: str) -> None:
    """By code or name, a rule's page is printed with its reason and both examples."""
    result = call("explain", name, "--lang", "en")
    assert result.returncode == 0
    assert result.stdout.startswith("RM301 missing-owner (error)\n\nAn activity has no owner.\n")
    assert "\nBad:\n\n    sections:\n" in result.stdout
    assert "owners: Начальник учебно-методического отдела" in result.stdout.partition("\nGood:\n")[2]


def test_an_unknown_rule(call: Run) -> None:
    """A rule that does not exist is one message and exit code 2."""
    result = call("explain", "RM999")
    assert (result.returncode, result.stdout) == (2, "")
    assert "RM999" in result.stderr


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.code)
def test_every_page_is_shown_in_russian(call: Run, page: RulePage) -> None:
    """Each problem's page is printed in Russian: its summary is translated, its examples stay as they are."""
    result = call("explain", page.name, "--lang", "ru")
    assert result.returncode == 0
    assert page.summary not in result.stdout
    assert all(line.strip() in result.stdout for line in page.good.splitlines())


def test_a_near_name_is_offered(call: Run) -> None:
    """A slip in the name names the rule that is meant."""
    assert "missing-owner" in call("explain", "missing-ovner", "--lang", "en").stderr
