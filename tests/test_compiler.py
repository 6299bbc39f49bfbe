"""Proves what comes of a source on each step of the pipeline, and that problems stand in order of place."""

from __future__ import annotations

import pytest

from roadmapc.checks.selection import ALL, RuleSelection
from roadmapc.compiler import Compilation, check_files, check_one, compile_bytes, compile_source, read_bytes
from roadmapc.diagnostics import Source
from roadmapc.source.shared_owners import read_directory
from tests.conftest import CLEAN, TODAY

FAULTY = CLEAN.replace("        owners: методист\n", "").replace("        result: Справка\n", "")


def codes(one: Compilation) -> list[str]:
    """Return the codes of all problems."""
    return [problem.code for problem in one.diagnostics]


@pytest.mark.parametrize(
    ("data", "planned", "found"),
    [
        ("а".encode("cp1251"), False, ["RM003"]),
        (b"a: [", False, ["RM001"]),
        (CLEAN.replace("title: Мониторинг", "titel: Мониторинг").encode(), False, ["RM011"]),
        (CLEAN.replace("kind:", "kind: а, kind:").encode(), True, ["RM004"]),
        (CLEAN.encode(), True, []),
    ],
)
def test_each_step_stops_what_it_cannot_read(data: bytes, planned: bool, found: list[str]) -> None:
    """Bytes, YAML, shape: where one is wrong there is no plan, and no rule speaks."""
    one = compile_bytes("a.yaml", data, today=TODAY)
    assert codes(one) == found
    assert (one.plan is not None) == planned


def test_rules_speak_of_what_is_read() -> None:
    """All that are chosen, in order of place; what cannot be read stays as it is."""
    one = compile_source(Source("a.yaml", FAULTY), today=TODAY)
    assert {"RM301", "RM302"} & set(codes(one))
    assert [p.sort_key for p in one.diagnostics] == sorted(p.sort_key for p in one.diagnostics)
    assert codes(compile_source(Source("a.yaml", FAULTY), today=TODAY, selection=RuleSelection(select=("RM301",)))) == [
        "RM301"
    ]
    broken = read_bytes("a.yaml", b"a: [")
    assert check_one(broken, today=TODAY, selection=ALL) is broken


def test_errors_are_those_that_no_waiver_covers() -> None:
    """With a waiver the same file has none, and all of them again without."""
    waiver = "waivers: [{rule: missing-owner, reason: так утверждено}]\n"
    one = compile_source(Source("a.yaml", CLEAN.replace("        owners: методист\n", "") + waiver), today=TODAY)
    assert (codes(one), one.errors) == (["RM301"], ())
    assert [problem.code for problem in one.without_waivers().errors] == ["RM301"]


def test_files_are_set_against_each_other() -> None:
    """What is found between them is put among the problems of each, and a file that cannot be read takes no part."""
    read = [
        read_bytes(name, data)
        for name, data in (("a.yaml", CLEAN.encode()), ("b.yaml", b"a: ["), ("c.yaml", CLEAN.encode()))
    ]
    alone = [codes(check_one(one, today=TODAY)) for one in read]
    together = [codes(one) for one in check_files(read, today=TODAY)]
    assert together[1] == alone[1] == ["RM001"]
    assert together[0] + together[2] != alone[0] + alone[2]


def test_what_a_file_is_read_with() -> None:
    """Its id, where it names none, and the directory that it shares."""
    shared = read_directory("owners.yaml", "owners: {umo: Управление}".encode())
    plan = read_bytes("a.yaml", CLEAN.encode(), stem="mosalsky", directory=shared).plan
    assert plan
    assert (plan.id, plan.owners["umo"].post) == ("mosalsky", "Управление")
