"""Proves which rules and severities the settings of a project come to, with what the command line adds."""

from __future__ import annotations

from roadmapc.checks.running import rules
from roadmapc.checks.selection import RuleSelection
from roadmapc.workspace.settings import selection_of
from roadmapc.workspace.settings_file import read_settings

ALWAYS = {"RM408", "RM429"}


def chosen(one: RuleSelection) -> set[str]:
    """Return the codes that run, but those that always do: no setting lets a name lead out of the folder."""
    return ALWAYS ^ {
        rule.CODE for rule in rules() if one.runs(rule, rule.__name__.rpartition(".")[2].replace("_", "-"))
    }


def test_who_runs() -> None:
    """Codes, beginnings of codes and names select; `ignore` wins; optional rules run only where asked for."""
    every = {rule.CODE for rule in rules() if not getattr(rule, "OPTIONAL", False)} - ALWAYS
    settings = read_settings("").check
    assert chosen(selection_of(settings)) == every
    assert chosen(selection_of(settings, spell=True)) == {rule.CODE for rule in rules()} - ALWAYS
    assert chosen(selection_of(settings, select=("RM30",))) == {code for code in every if code.startswith("RM30")}
    assert chosen(selection_of(settings, select=("missing-owner", "RM101"))) == {"RM101", "RM301"}
    assert chosen(selection_of(settings, ignore=("RM5",))) == {code for code in every if not code.startswith("RM5")}
    assert chosen(selection_of(settings, select=("RM3",), ignore=("RM301",))) == chosen(
        selection_of(settings, select=("RM3",))
    ) - {"RM301"}
    assert chosen(selection_of(settings, select=("RM514",))) == {"RM514"}


def test_severities_by_the_beginning_of_a_code() -> None:
    """A severity is set by name, code or beginning of a code, the most exact first; what is never excused stays."""
    project = read_settings('[check.severity]\nRM3 = "note"\nmissing-owner = "warning"\nunsafe-id = "note"')
    by_name = {rule.__name__.rpartition(".")[2].replace("_", "-"): rule for rule in rules()}
    one = selection_of(project.check)
    found = {name: one.severity_of(by_name[name], name) for name in ("missing-owner", "unknown-owner", "unsafe-id")}
    assert found == {"missing-owner": "warning", "unknown-owner": "note", "unsafe-id": "error"}
