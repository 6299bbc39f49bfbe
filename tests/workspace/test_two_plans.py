"""Proves which two plans are meant, and that all that an old one needs comes from the same revision."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from roadmapc.diagnostics import UserError
from roadmapc.plan import Plan
from roadmapc.plan.editions.writing import Act, edition_text
from roadmapc.workspace import loading, source_files
from roadmapc.workspace.two_plans import TwoPlans, two_plans
from tests.conftest import CLEAN
from tests.repositories import commit, git, needs_git, repository, write

PATH = Path("roadmaps/a.yaml")
BASE = """\
base: 1
owners: {coordinator: Координатор}
sections:
  - title: Общее
    activities:
      - {id: all, activity: Провести сбор, deadline: май 2022, owners: coordinator, result: Итог}
"""
EXTENDING = """\
roadmapc: 1
extends: ../base.yaml
municipality: {name: Район}
document: {kind: дорожная карта, title: Дорожная карта, period: 2021-2024}
roles: {coordinator: umo}
"""


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Stand in a new project."""
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    source_files.forget()
    yield folder
    source_files.forget()


def plans(found: TwoPlans) -> tuple[Plan, Plan]:
    """Return both plans; neither has problems."""
    assert found.plans, [str(one.message) for one in found.problems]
    return found.plans


def deadlines(found: TwoPlans) -> list[str]:
    """Return the words of the first deadline of both."""
    return [plan.rows[0].deadline_text for plan in plans(found)]


def test_two_files() -> None:
    """The old one is named first; a folder with one roadmap is that roadmap."""
    write(Path("old.yaml"), CLEAN)
    write(PATH, CLEAN.replace("май", "июнь"))
    found = two_plans([Path("old.yaml"), Path("roadmaps")])
    assert (found.old.name, found.new.name) == ("old.yaml", "roadmaps/a.yaml")
    assert deadlines(found) == ["май 2022", "июнь 2022"]


@needs_git
def test_a_revision(place: Path) -> None:
    """The file as it was; its name says so, and the hash is whole."""
    repository(place)
    head = commit(place, "v1", **{"roadmaps__a.yaml": CLEAN})
    write(PATH, CLEAN.replace("май", "июнь"))
    found = two_plans([PATH], "v1")
    assert (found.old.name, found.old.revision, found.new.revision) == ("v1:roadmaps/a.yaml", head, None)
    assert deadlines(found) == ["май 2022", "июнь 2022"]
    assert plans(found)[0].id == plans(found)[1].id == "a"


@needs_git
def test_owners_settings_and_base_are_of_the_revision(place: Path) -> None:
    """What stands beside the roadmap today says nothing of what it said then."""
    repository(place)
    files: dict[str, str] = {"roadmaps__a.yaml": EXTENDING, "roadmaps__owners.yaml": "owners: {umo: Начальник УМО}\n"}
    files |= {"base.yaml": BASE, "roadmapc.toml": '[calendar]\nshift = "next"\n'}
    commit(place, "v1", **files)
    write(Path("roadmaps/owners.yaml"), "owners: {umo: Директор}\n")
    write(Path("base.yaml"), BASE.replace("май", "июнь"))
    write(Path("roadmapc.toml"), '[calendar]\nshift = "keep"\n')
    found = two_plans([PATH], "v1")
    assert deadlines(found) == ["май 2022", "июнь 2022"]
    assert [plan.rows[0].owners_text for plan in plans(found)] == ["Начальник УМО", "Директор"]
    assert [plan.calendar.shift for plan in plans(found)] == ["next", "keep"]


@needs_git
def test_what_the_revision_did_not_have(place: Path) -> None:
    """Owners and settings that came later are not read; a base that was missing is told at the key."""
    repository(place)
    commit(place, "v1", **{"roadmaps__a.yaml": CLEAN})
    write(Path("roadmaps/owners.yaml"), "owners: {методист: Директор}\n")
    write(Path("roadmapc.toml"), '[calendar]\nshift = "next"\n')
    old, new = plans(two_plans([PATH], "v1"))
    assert (old.directory, old.calendar.shift) == (None, "previous")
    assert new.calendar.shift == "next"
    commit(place, "v2", **{"roadmaps__a.yaml": EXTENDING})
    write(Path("base.yaml"), BASE)
    [problem] = two_plans([PATH], "v2").old.problems
    assert problem.source.name == "v2:roadmaps/a.yaml"
    assert "did not exist at v2" in str(problem.message)


@needs_git
@pytest.mark.parametrize("text", ["../../base.yaml", "/etc/passwd", "//host/base.yaml"])
def test_a_base_outside_is_refused(place: Path, text: str) -> None:
    """As it is of a file of today."""
    repository(place)
    commit(place, "v1", **{"roadmaps__a.yaml": EXTENDING.replace("../base.yaml", text)})
    [problem] = two_plans([PATH], "v1").old.problems
    assert problem.source.name == "v1:roadmaps/a.yaml"


@needs_git
def test_errors_of_the_old_plan_are_told(place: Path) -> None:
    """Of its form, of its owners, of its settings: each under the name of the revision."""
    repository(place)
    commit(place, "v1", **{"roadmaps__a.yaml": CLEAN.replace("period", "perio")})
    commit(place, "v2", **{"roadmaps__a.yaml": CLEAN, "roadmaps__owners.yaml": "owners: [\n"})
    commit(place, "v3", **{"roadmaps__owners.yaml": "owners: {}\n", "roadmapc.toml": "[calendar]\nshift = 1\n"})
    write(Path("roadmapc.toml"), "")
    assert {one.source.name for one in two_plans([PATH], "v1").problems} == {"v1:roadmaps/a.yaml"}
    write(Path("roadmaps/owners.yaml"), "owners: {}\n")
    source_files.forget()
    assert {one.source.name for one in two_plans([PATH], "v2").problems} == {"v2:roadmaps/owners.yaml"}
    with pytest.raises(UserError, match=r"v3:roadmapc\.toml"):
        two_plans([PATH], "v3")


@needs_git
def test_a_file_that_did_not_exist_then(place: Path) -> None:
    """It is said, with what to do."""
    repository(place)
    commit(place, "v1")
    write(PATH, CLEAN)
    with pytest.raises(UserError, match="did not exist at v1") as error:
        two_plans([PATH], "v1")
    assert error.value.hint


def _written(text: str) -> Path:
    write(PATH, text)
    source_files.forget()
    return PATH


def test_the_edition_that_was_signed_last() -> None:
    """Where neither OLD nor a revision is named; the latest by its date."""
    for day, month in ((date(2022, 1, 10), "май"), (date(2023, 2, 1), "июнь")):
        read = loading.read(_written(CLEAN.replace("май", month)))
        assert read.plan
        text = edition_text(read.plan, Act("приказ", day, "1"))
        write(Path(f"roadmaps/editions/a/{day}-1.yaml"), text)
    write(PATH, CLEAN.replace("май", "июль"))
    source_files.forget()
    found = two_plans([PATH])
    assert found.old.name == "roadmaps/editions/a/2023-02-01-1.yaml"
    assert deadlines(found) == ["июнь 2022", "июль 2022"]
    named = two_plans([Path("roadmaps/editions/a/2022-01-10-1.yaml"), PATH])
    assert deadlines(named) == ["май 2022", "июль 2022"]


def test_nothing_to_compare_with() -> None:
    """It is said which ways there are."""
    write(PATH, CLEAN)
    with pytest.raises(UserError, match="No signed text") as error:
        two_plans([PATH])
    assert "--since" in str(error.value.hint)


@pytest.mark.parametrize(
    ("files", "since", "words"),
    [
        ([], None, "one roadmap or two"),
        (["a.yaml"] * 3, None, "one roadmap or two"),
        (["a.yaml", "b.yaml"], "v1", "only one of them"),
        (["a.yaml", "none.yaml"], None, "no such file"),
        (["a.yaml", "."], None, "several roadmaps"),
        (["a.yaml", "owners.yaml"], None, "no roadmap"),
        (["-"], "v1", "standard input has no revisions"),
    ],
)
def test_what_is_not_two_plans(files: list[str], since: str | None, words: str) -> None:
    """Each is told as what it is."""
    for name in ("a.yaml", "b.yaml"):
        write(Path(name), CLEAN)
    write(Path("owners.yaml"), "owners: {umo: Директор}\n")
    with pytest.raises(UserError, match=words):
        two_plans([*map(Path, files)], since)


def test_errors_of_form_are_problems() -> None:
    """Of both files, each once; there are no plans then."""
    write(PATH, CLEAN.replace("period", "perio"))
    found = two_plans([PATH, PATH])
    assert found.plans is None
    assert len({*found.problems}) == len(found.problems) > 0


@needs_git
def test_a_project_that_lies_elsewhere(place: Path) -> None:
    """The settings of the working folder count where the repository is another."""
    other = repository(place.parent / "other")
    commit(other, "v1", **{"a.yaml": CLEAN})
    write(Path("roadmapc.toml"), '[calendar]\nshift = "next"\n')
    assert [one.calendar.shift for one in plans(two_plans([other / "a.yaml"], "v1"))] == ["next", "next"]
    assert git(other, "status", "--porcelain") == ""
