"""Proves that a baseline silences the problems it knows, and no others, while rows move and are renumbered."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable

import pytest

from roadmapc.checks.baseline import baseline_text, read_baseline, with_known
from roadmapc.compiler import Compilation
from roadmapc.diagnostics import Diagnostic, UserError

Compile = Callable[[str], Compilation]

SOURCE = """\
roadmapc: 1
municipality: {name: Район}
document: {kind: дорожная карта, title: Карта, period: 2021-2024}
sections:
  - title: Мониторинг
    activities:
      - {number: 1.1., activity: Провести опрос, deadline: май 2022, result: Справка}
      - {number: 1.2., activity: Описать опыт, deadline: май 2022, result: Сборник}
"""


def names(problems: Iterable[Diagnostic]) -> list[tuple[str, str | None]]:
    return [(p.name, p.activity) for p in problems if not p.is_suppressed]


def test_known_problems_do_not_count(compile_text: Compile) -> None:
    """What the baseline holds is marked; the same baseline is written again, byte for byte."""
    found = compile_text(SOURCE).diagnostics
    text = baseline_text(found)
    again, gone = with_known(found, read_baseline(text, "b.json"))
    assert names(found) == [("missing-owner", "1.1."), ("missing-owner", "1.2.")]
    assert (names(again), gone) == ([], 0)
    assert baseline_text(again) == text


def test_it_survives_renumbering_and_moving(compile_text: Compile) -> None:
    """A row put before the others, with all numbers moved, is the only one that counts."""
    known = read_baseline(baseline_text(compile_text(SOURCE).diagnostics), "b.json")
    moved = SOURCE.replace("1.2.", "1.3.").replace("1.1.", "1.2.")
    new = "      # новая строка\n      - {number: 1.1., activity: Собрать отчеты, deadline: май 2022, result: Отчет}\n"
    moved = moved.replace("    activities:\n", f"    activities:\n{new}")
    again, gone = with_known(compile_text(moved).diagnostics, known)
    assert (names(again), gone) == ([("missing-owner", "1.1.")], 0)


def test_each_entry_covers_one_problem(compile_text: Compile) -> None:
    """A second row with the same words is a problem of its own, and a cured one is counted as gone."""
    known = read_baseline(baseline_text(compile_text(SOURCE).diagnostics), "b.json")
    cured = SOURCE.replace("май 2022, result: Сборник", "май 2022, owners: методист, result: Сборник")
    again, gone = with_known(compile_text(cured).diagnostics, known)
    assert (names(again), gone) == ([], 1)


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"roadmapc-baseline": 2, "problems": []}', '{"roadmapc-baseline": 1}']
)
def test_what_is_no_baseline(text: str) -> None:
    """Another file is refused with the command that writes one."""
    with pytest.raises(UserError) as error:
        read_baseline(text, "b.json")
    assert "--write-baseline" in str(error.value.hint)


def test_entries_can_be_read(compile_text: Compile) -> None:
    """Each entry names its file, rule and row for people."""
    entries = json.loads(baseline_text(compile_text(SOURCE).diagnostics))["problems"]
    assert {entry["rule"] for entry in entries} == {"missing-owner"}
    assert [(entry["file"], entry["activity"]) for entry in entries] == [("a.yaml", "1.1."), ("a.yaml", "1.2.")]
