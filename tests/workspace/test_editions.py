"""Proves that editions are found beside their roadmap and nowhere else, and that bad ones harm nothing."""

from __future__ import annotations

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from roadmapc.plan import Plan
from roadmapc.plan.editions.writing import Act, edition_text
from roadmapc.workspace import dependencies, editions, loading, source_files
from roadmapc.workspace.dependencies import Dependency
from tests.conftest import TODAY
from tests.editions import ORDER, SIGNED, project

Call = Callable[..., CompletedProcess[str]]
SECOND = Act("приказ", date(2022, 4, 11), "32")


def plan_of(path: Path) -> Plan:
    source_files.forget()
    plan = loading.read(path).plan
    assert plan is not None
    return plan


def keep(path: Path, act: Act = ORDER, name: str = "", text: str | None = None) -> Path:
    """Put an edition beside a roadmap, under the name of its day."""
    edition = path.parent / "editions" / "plan" / (name or f"{act.day:%Y-%m-%d}.yaml")
    edition.parent.mkdir(parents=True, exist_ok=True)
    edition.write_text(edition_text(plan_of(path), act) if text is None else text, encoding="utf-8")
    source_files.forget()
    return edition


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a roadmap in a project of its own, in which the program works."""
    monkeypatch.chdir(tmp_path)
    project(tmp_path)
    return Path("plan.yaml")


def problems(path: Path) -> list[tuple[str, str]]:
    found = editions.of(path, plan_of(path))
    return [(one.source.name, one.name) for one in found.problems]


def test_none_is_kept(plan: Path) -> None:
    assert editions.kept(plan, plan_of(plan)) == ()
    assert editions.of(plan, plan_of(plan)).latest is None
    assert editions.of(plan, plan_of(plan)).on(TODAY) is None
    assert not plan_of(plan).has_editions


def test_in_the_order_of_their_days(plan: Path) -> None:
    """Whatever their names; hidden files, other files and folders are none of them."""
    keep(plan, SECOND, "a.yaml")
    keep(plan, ORDER, "z.yml")
    for name in (".b.yaml", "readme.txt", "c.yaml.bak"):
        keep(plan, name=name, text="edition: [\n")
    assert [one.act.number for one in editions.kept(plan, plan_of(plan))] == ["01-07/5", "32"]
    assert (found := editions.of(plan, plan_of(plan)).on(date(2022, 3, 1))) is not None
    assert found.act.number == "01-07/5"
    assert plan_of(plan).has_editions


def test_those_of_another_roadmap(plan: Path) -> None:
    """By id or by municipality: nothing is judged by them."""
    mine = edition_text(plan_of(plan), ORDER)
    keep(plan, name="1.yaml", text=mine.replace("\nid: plan\n", "\nid: other\n"))
    keep(plan, name="2.yaml", text=mine.replace("name: Район", "name: Округ"))
    found = editions.of(plan, plan_of(plan))
    assert (len(found.kept), len(found.foreign)) == (0, 2)


def test_a_broken_one_is_told_at_its_line(plan: Path, call: Call) -> None:
    """The roadmap is not judged by it, but by the others."""
    keep(plan)
    broken = keep(plan, SECOND, text=edition_text(plan_of(plan), SECOND).replace("period: 2021-2024", "period: a: b"))
    assert problems(plan) == [(broken.as_posix(), "not-yaml")]
    done = call("check", "plan.yaml", "--lang", "en")
    line = broken.read_text(encoding="utf-8").splitlines().index("  period: a: b") + 1
    assert f"{broken.as_posix()}:{line}:" in done.stdout
    assert done.returncode == 1
    assert len(editions.kept(plan, plan_of(plan))) == 1


def test_a_link_out_of_the_project(plan: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """It is not followed, whatever of the way is the link; it is told where the roadmap is checked."""
    outside = tmp_path_factory.mktemp("outside")
    (outside / "plan").mkdir()
    (outside / "plan" / "a.yaml").write_text(edition_text(plan_of(plan), ORDER), encoding="utf-8")
    for link, target in (
        (Path("editions"), outside),
        (Path("editions/plan"), outside / "plan"),
        (Path("editions/plan/a.yaml"), outside / "plan" / "a.yaml"),
    ):
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(target)
        found = editions.of(plan, plan_of(plan))
        assert (found.kept, [one.name for one in found.problems]) == ((), ["unreadable-file"]), link
        assert "leads out of the project" in str(found.problems[0].message)
        link.unlink()


def test_a_link_inside_the_project(plan: Path) -> None:
    edition = keep(plan)
    edition.rename("archive.yaml")
    edition.symlink_to(Path("../../archive.yaml"))
    assert len(editions.kept(plan, plan_of(plan))) == 1


@pytest.mark.parametrize("make", ["file", "pipe", "folder", "unreadable"])
def test_what_takes_the_place_of_editions(plan: Path, make: str) -> None:
    """A file in the place of the folder is no edition; a pipe is told and never waited for."""
    place = Path("editions")
    if make == "file":
        place.write_text("x")
        assert editions.of(plan, plan_of(plan)).problems == ()
        return
    place /= "plan"
    place.mkdir(parents=True)
    if make == "pipe":
        os.mkfifo(place / "a.yaml")
    elif make == "folder":
        (place / "a.yaml").mkdir()
    else:
        (place / "a.yaml").write_bytes(b"\xff\xfe\x00edition")
    assert len(problems(plan)) == 1


def test_an_id_finds_them_under_another_name_of_the_file(plan: Path) -> None:
    """The folder has the id, not the name of the file."""
    keep(plan)
    other = Path("karta na 2022.yaml")
    other.write_text("id: plan\n" + SIGNED, encoding="utf-8")
    assert len(editions.kept(other, plan_of(other))) == 1
    assert "edition" in {one.role for one in _dependencies(other)}


def _dependencies(path: Path) -> list[Dependency]:
    source_files.forget()
    return list(dependencies.of_source(path))


def test_an_answer_depends_on_them(plan: Path, call: Call) -> None:
    """One that is added, changed or taken away makes the answer of `check` new."""
    text = SIGNED.replace("май 2022", "апрель 2022")

    def said() -> str:
        return call("check", "plan.yaml", "--lang", "en").stdout

    assert "RM87" not in said()
    edition = keep(plan)
    plan.write_text(text, encoding="utf-8")
    assert "RM873" in said()
    assert "RM873" in said()
    edition.write_text(edition.read_text(encoding="utf-8").replace("Сборник", "Журнал"), encoding="utf-8")
    assert "RM876" in said()
    edition.unlink()
    assert "RM87" not in said()


def test_a_roadmap_that_is_gone(plan: Path, call: Call) -> None:
    """Editions beside no roadmap of their id are told of by `check` of the folder; no other command minds them."""
    keep(plan)
    Path("other.yaml").write_text(SIGNED.replace("name: Район", "name: Округ"), encoding="utf-8")
    assert call("check", ".", "--lang", "en").returncode == 0
    plan.unlink()
    done = call("check", ".", "--lang", "en")
    assert "this is an edition of “plan”" in done.stdout
    assert call("due", ".", "--today", "2022-05-01").returncode == 0


def test_an_edition_that_is_named(plan: Path, call: Call) -> None:
    """It is checked with its roadmap; what is wrong with its form is told."""
    edition = keep(plan)
    for command in ("check", "build", "due"):
        done = call(command, str(edition), "--lang", "en")
        assert done.returncode == 1
        assert "is checked with that roadmap alone" in done.stdout + done.stderr
    edition.write_text("edition: {date: вчера}\nroadmapc: 1\n", encoding="utf-8")
    assert "RM013" in call("check", str(edition), "--lang", "en").stdout


def test_two_editions_of_one_day(plan: Path, call: Call) -> None:
    """Those of acts that are listed are told apart; one that is not listed is told of."""
    keep(plan)
    keep(plan, Act("приказ", ORDER.day, "77"), "b.yaml")
    assert "RM879" in call("check", ".", "--lang", "en").stdout
    listed = SIGNED.replace("approval:", "amendments: [{kind: приказ, date: 10.01.2022, number: 77}]\napproval:")
    plan.write_text(listed, encoding="utf-8")
    assert "RM87" not in call("check", ".", "--lang", "en").stdout
    assert [one.act.number for one in editions.kept(plan, plan_of(plan))] == ["01-07/5", "77"]


def test_a_waiver_covers_what_is_not_signed_yet(plan: Path, call: Call) -> None:
    """And is no unused one while it does; what stands in an edition it covers by its rule."""
    edition = keep(plan)
    waiver = "waivers: [{rule: [unsigned-change, edited-edition], reason: готовится приказ}]\n"
    plan.write_text(SIGNED.replace("май 2022", "апрель 2022") + waiver, encoding="utf-8")
    edition.write_text(edition.read_text(encoding="utf-8").replace("Сборник", "Журнал"), encoding="utf-8")
    assert "0 warnings; 0 notes; 2 waived" in call("check", "plan.yaml", "--lang", "en").stdout
    assert "RM873" in call("check", "plan.yaml", "--no-waivers", "--lang", "en").stdout
    plan.write_text(SIGNED + waiver, encoding="utf-8")
    edition.unlink()
    assert "RM602" in call("check", "plan.yaml", "--lang", "en").stdout


def test_a_removed_row_is_shown_at_its_section(plan: Path, call: Call) -> None:
    """Not at the first row of those that stayed."""
    keep(plan)
    text = "".join(line for line in SIGNED.splitlines(keepends=True) if "Выпустить сборник" not in line)
    plan.write_text(text, encoding="utf-8")
    (said,) = (line for line in call("check", "plan.yaml", "--lang", "en").stdout.splitlines() if "RM873" in line)
    title = next(at for at, line in enumerate(text.splitlines(), 1) if "title: Мониторинг" in line)
    assert said.startswith(f"plan.yaml:{title}:")


def test_many_roadmaps_with_editions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call) -> None:
    """Files are shared out to processes, and answers kept: each is judged by its own editions, each time alike."""
    monkeypatch.chdir(tmp_path)
    for at in range(40):
        path = Path(f"plan-{at:02}.yaml")
        path.write_text(SIGNED.replace("name: Район", f"name: Район {at}"), encoding="utf-8")
        folder = Path("editions", path.stem)
        folder.mkdir(parents=True)
        (folder / "a.yaml").write_text(edition_text(plan_of(path), ORDER), encoding="utf-8")
    first = call("check", ".", "--lang", "en", "--select", "RM87")
    assert "40 files; 0 errors; 0 warnings" in first.stdout
    changed = Path("plan-07.yaml")
    changed.write_text(changed.read_text(encoding="utf-8").replace("май 2022", "апрель 2022"), encoding="utf-8")
    broken = Path("editions/plan-09/a.yaml")
    broken.write_text(broken.read_text(encoding="utf-8").replace("Сборник", "Журнал"), encoding="utf-8")
    for _again in range(2):
        said = call("check", ".", "--lang", "en", "--select", "RM87").stdout
        assert "plan-07.yaml:19:" in said
        assert "editions/plan-09/a.yaml:6:" in said
        assert "1 error; 2 warnings" in said
