"""Proves that a new roadmap is right but for its marks, whatever it is for, and that its deadlines are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.compiler import Compilation, compile_source
from roadmapc.deadlines.dating.periods import as_school_year, parse_period
from roadmapc.diagnostics import Source
from roadmapc.plan.new_files import OWNERS_FILE, SETTINGS_FILE
from roadmapc.plan.new_roadmap import KINDS, MARK, NewRoadmap, written
from roadmapc.source.formatting import lay_out
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.shared_owners import read_directory
from roadmapc.workspace.settings import Settings
from roadmapc.workspace.settings_file import read_settings
from tests.conftest import TODAY

PERIODS = ("2026/2027 учебный год", "2026-2028", "2027", "01.09.2026 – 31.05.2027", "сентябрь 2026 – ноябрь 2026")


def compiled(text: str) -> Compilation:
    """Return what comes of a text."""
    return compile_source(Source("a.yaml", text), today=TODAY)


@pytest.mark.parametrize("period", PERIODS)
@pytest.mark.parametrize("kind", [*KINDS, "комплекс мер"])
@pytest.mark.parametrize("full", [True, False])
def test_nothing_is_wrong_but_what_the_author_knows(period: str, kind: str, full: bool) -> None:
    """Every error is a mark, every mark an error at its line; what is warned of is the date and number of the order."""
    new = NewRoadmap("Ивановский район", period, parse_period(period), kind, None, full, full, full)
    text = written(new)
    result = compiled(text)
    marked = [
        at for at, line in enumerate(text.split("\n"), start=1) if MARK in line and not line.lstrip().startswith("#")
    ]
    assert [problem.source.position(problem.span.start).line for problem in result.errors] == marked
    assert {problem.name for problem in result.errors} == {"unfilled-mark"}
    warnings = {problem.name for problem in result.diagnostics if problem.severity == "warning"}
    assert warnings <= {"incomplete-approval"}


@pytest.mark.parametrize("period", PERIODS)
def test_its_deadlines_are_read_and_dated(period: str) -> None:
    """Each row has one due day, a working one inside the period, and an id of its own."""
    plan = compiled(written(NewRoadmap("Район", period, parse_period(period)))).plan
    assert plan is not None
    assert plan.period is not None
    rows = list(plan.rows)
    assert len({row.id for row in rows}) == len(rows) == 3
    for row in rows:
        (one,) = row.occurrences
        assert plan.period.first <= one.due <= plan.period.last
        assert one.due == one.act_by


def test_every_key_is_explained() -> None:
    """Above each key of the file, or of the record in which it stands, is a comment."""
    text = written(NewRoadmap("Район", PERIODS[0], parse_period(PERIODS[0]), with_passport=True))
    for part in text.split("\n\n"):
        assert part.startswith("#"), part


def test_filled_in_it_has_no_fault() -> None:
    """With words in place of the marks, nothing but the order's date and number is missed."""
    text = written(NewRoadmap("Ивановский район", PERIODS[0], parse_period(PERIODS[0]), region="Московская область"))
    for number in range(20):
        text = text.replace(f"{MARK} мероприятие (например ", f"Выполнить ({number}) ", 1)
    text = text.replace(f"{MARK} (чего, например ", "").replace("службы)", "службы")
    text = text.replace(f"{MARK} (например ", "").replace("района)", "района")
    text = text.replace(f"{MARK} инициалы и фамилию (И.И. Иванов)", "И.И. Иванов")
    text = text.replace(f"{MARK} фамилию и инициалы (Петрова А.А.)", "Петрова А.А.")
    text = text.replace(f"{MARK} наименование органа или организации", "Управление образования")
    text = text.replace(f"{MARK} должность руководителя", "Начальник управления")
    assert [problem.message for problem in compiled(text).errors] == []


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=20))
def test_whatever_a_municipality_is_called(name: str) -> None:
    """It is read back as it was given, blanks aside."""
    if not name.split():
        return
    tree, problems = parse_yaml(Source("a", written(NewRoadmap(name, "2027", parse_period("2027")))))
    assert problems == []
    assert tree is not None
    assert tree.data["municipality"]["name"] == " ".join(name.split())


def test_it_is_in_order() -> None:
    """`fmt` leaves it as it is."""
    text = written(NewRoadmap("Район", "2027", parse_period("2027"), with_passport=True))
    tree, _ = parse_yaml(Source("a", text))
    assert tree is not None
    assert lay_out(tree) == text


def test_what_is_beside_it_is_read() -> None:
    """The directory and the settings are valid and set nothing."""
    directory = read_directory("owners.yaml", OWNERS_FILE.encode())
    assert (dict(directory.owners), dict(directory.terms), directory.problems) == ({}, {}, ())
    assert read_settings(SETTINGS_FILE) == Settings()


def test_a_slash_means_a_school_year() -> None:
    """«2026/2027» and «2026/27» alike; other periods stay."""
    assert as_school_year("2026/2027") == as_school_year("2026/27") == "2026/2027 учебный год"
    assert as_school_year("2026-2028") == "2026-2028"
