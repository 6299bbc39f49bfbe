"""Proves that `rules` lists every rule and explains one, by code or name."""

from __future__ import annotations

import subprocess
from collections.abc import Callable

import pytest

from roadmapc.checks import rule_name, rules
from roadmapc.manual import READING

Run = Callable[..., subprocess.CompletedProcess[str]]


def test_every_rule_is_listed(call: Run) -> None:
    """Without a name, each rule has one line with its code and name, in order, after what reading reports."""
    result = call("rules")
    assert result.returncode == 0
    listed = [tuple(line.split()[:2]) for line in result.stdout.splitlines()]
    reading = [(code, name) for code, name, _ in READING]
    assert listed == [*reading, *((rule.CODE, rule_name(rule)) for rule in rules())]


@pytest.mark.parametrize("name", ["RM301", "rm301", "missing-owner"])
def test_a_rule_is_explained(call: Run, name: str) -> None:
    """By code or name, a rule's page is printed with its reason and both examples."""
    result = call("rules", name, "--lang", "en")
    assert result.returncode == 0
    assert result.stdout.startswith("RM301 missing-owner (error)\n\nAn activity has no owner.\n")
    assert "\nBad:\n\n    sections:\n" in result.stdout
    assert "owners: Начальник учебно-методического отдела" in result.stdout.partition("\nGood:\n")[2]


def test_an_unknown_rule(call: Run) -> None:
    """A rule that does not exist is one message and exit code 2."""
    result = call("rules", "RM999")
    assert (result.returncode, result.stdout) == (2, "")
    assert "RM999" in result.stderr
