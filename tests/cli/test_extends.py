"""Proves with a model plan and two municipalities that whole documents come of it, and what each command says of it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.test_truth import word_text

Run = Callable[..., subprocess.CompletedProcess[str]]
DATA = Path(__file__).parent.parent / "data" / "base"
FILES = ["attachment.docx", "calendar.docx", "calendar.ics", "cyclogram.docx", "manifest.json"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a folder with the model plan and the roadmaps of two municipalities."""
    return Path(shutil.copytree(DATA, tmp_path / "project"))


def told(call: Run, project: Path, *arguments: str) -> list[tuple[str, str]]:
    """Return the files and codes of all problems."""
    result = call("check", *arguments, "--format", "json", cwd=project)
    return [(one["file"], one["code"]) for one in json.loads(result.stdout)]


def change(path: Path, old: str, new: str) -> None:
    """Write a file with a change."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_the_example_is_clean(call: Run, project: Path) -> None:
    """No rule says anything of the two municipalities, nor of the model plan; all are laid out as fmt does it."""
    assert told(call, project) == []
    assert told(call, project, "model-plan.yaml") == []
    assert call("fmt", "--check", "roadmaps", "model-plan.yaml", cwd=project).returncode == 0


def test_every_document_is_whole(call: Run, project: Path) -> None:
    """Each municipality has all rows of the model plan it keeps, its own changes, rows, owners."""
    result = call("build", cwd=project)
    assert (result.returncode, result.stdout.count("файлов")) == (0, 2)
    ivanovsky, petrovsky = (
        " ".join(word_text(project / "build" / name / "attachment.docx").split()) for name in ("ivanovsky", "petrovsky")
    )
    for name in ("ivanovsky", "petrovsky"):
        assert {one.name for one in (project / "build" / name).iterdir()} >= {*FILES}
    base = (project / "model-plan.yaml").read_text("utf-8")
    rows = re.findall(r"activity: (.*)", base)
    assert [row for row in rows if row not in petrovsky] == []
    assert [row for row in rows if row not in ivanovsky] == [
        "Описать опыт гимназий",
        "Заключить соглашения с вузами региона",
    ]
    for whole in (ivanovsky, petrovsky):
        assert "Карта составлена по модельному плану региона" in whole
        assert "Развитие методической службы муниципалитета" in whole
    assert "Муниципальный координатор" not in ivanovsky + petrovsky
    assert "Заместитель начальника управления образования" in petrovsky
    assert "Дорожная карта развития методической службы Ивановского района" in ivanovsky
    for own in ("до 20 ноября 2025", "Обсудить итоги опроса", "2. Наставничество", "Закрепить наставников"):
        assert (own in ivanovsky, own in petrovsky) == (True, False)
    assert ivanovsky.index("Провести опрос") < ivanovsky.index("Обсудить итоги") < ivanovsky.index("Подготовить анализ")


def test_due_lists_the_rows_of_both(call: Run, project: Path) -> None:
    """The same row, on the day that each has for it."""
    found = json.loads(
        call("due", "--from", "2025-11-01", "--until", "2025-11-30", "--format", "json", cwd=project).stdout
    )
    assert [(one["municipality"], one["id"], one["due"]) for one in found] == [
        ("Ивановский район", "analysis", "2025-11-20"),
        ("Петровский городской округ", "analysis", "2025-11-30"),
    ]


def test_a_fault_of_the_base_is_told_once(call: Run, project: Path) -> None:
    """By the base itself, from memory too; it is fixed where the base is named, and nowhere else."""
    base = project / "model-plan.yaml"
    change(base, "Сводные данные", "Сводные  данные")
    for _ in range(2):
        assert told(call, project) == [("model-plan.yaml", "RM503")]
    before = base.read_bytes()
    assert "можно исправить" not in call("check", "--fix", cwd=project).stdout
    assert base.read_bytes() == before
    assert call("check", "--fix", "model-plan.yaml", "roadmaps", cwd=project).returncode == 0
    assert "Сводные данные" in base.read_text("utf-8")
    assert told(call, project) == []


def test_what_the_base_leaves_open_is_asked_for_in_the_roadmaps(call: Run, project: Path) -> None:
    """Once, with the first of them and the number of the others; one that fills it in is not among them."""
    change(project / "model-plan.yaml", "        deadline: март 2026\n", "")
    assert told(call, project, "model-plan.yaml") == []
    shown = call("check", "--lang", "en", cwd=project).stdout
    assert shown.count("missing-deadline") == 1
    assert "roadmaps/ivanovsky.yaml:3:1" in shown
    assert "others that extend it: 1" in shown
    change(
        project / "roadmaps" / "ivanovsky.yaml",
        "  - id: network\n",
        "  - id: training\n    activities: [{id: seminar, deadline: май 2026}]\n  - id: network\n",
    )
    shown = call("check", "--lang", "en", cwd=project).stdout
    assert "roadmaps/petrovsky.yaml:3:1" in shown
    assert "others" not in shown


def test_a_broken_base_stops_all_that_extend_it(call: Run, project: Path) -> None:
    """Its error is told once, each roadmap says why it is not built, and nothing is written."""
    change(project / "model-plan.yaml", "id: survey", "id: analysis")
    expected = [
        ("model-plan.yaml", "RM017"),
        ("roadmaps/ivanovsky.yaml", "RM015"),
        ("roadmaps/petrovsky.yaml", "RM015"),
    ]
    assert told(call, project) == expected
    for command in (("build",), ("build", "--draft"), ("due",)):
        result = call(*command, cwd=project)
        assert result.returncode == 1
        assert result.stderr.count("RM017") == 1
        assert result.stderr.count("RM015") == 2
    assert not (project / "build").exists()


def test_a_base_is_not_built_by_itself(call: Run, project: Path) -> None:
    """It is nobody's: what extends it is built."""
    for command in ("build", "due"):
        result = call(command, "model-plan.yaml", "--lang", "en", cwd=project)
        assert result.returncode == 1
        assert "makes this a base plan, not a roadmap" in result.stderr


def test_no_change_of_the_base_is_missed(call: Run, project: Path) -> None:
    """What check remembers goes by the content of the base."""
    assert told(call, project, "roadmaps/ivanovsky.yaml") == []
    change(project / "model-plan.yaml", "deadline: май 2027", "deadline: май 2031")
    assert ("model-plan.yaml", "RM202") in told(call, project, "roadmaps/ivanovsky.yaml")
    (project / "model-plan.yaml").unlink()
    assert told(call, project, "roadmaps/ivanovsky.yaml") == [("roadmaps/ivanovsky.yaml", "RM015")]


SIGNED = """\
approval: {act: приказом управления образования}
order:
  letterhead: {organisation: УПРАВЛЕНИЕ ОБРАЗОВАНИЯ}
  name: ПРИКАЗ
  date: 20.12.2024
  number: 15
  subject: Об утверждении дорожной карты
  items: [Утвердить дорожную карту.]
  signature: {position: Начальник управления, name: И.И. Иванов}
"""


def test_a_signed_roadmap_keeps_to_the_signed_base(call: Run, project: Path) -> None:
    """The rule proposes the digest, its fix writes it; a change of the base then stops the build."""
    roadmap, base = project / "roadmaps" / "petrovsky.yaml", project / "model-plan.yaml"
    roadmap.write_text(roadmap.read_text("utf-8") + SIGNED, "utf-8")
    assert ("roadmaps/petrovsky.yaml", "RM904") in told(call, project)
    assert "digest" not in call("check", "--diff", "--select", "unpinned-base", cwd=project).stdout
    assert call("check", "--fix", "--unsafe-fixes", "--select", "unpinned-base", cwd=project).returncode == 0
    assert re.search(r"extends:\n  file: \.\./model-plan\.yaml\n  digest: [0-9a-f]{32}\n", roadmap.read_text("utf-8"))
    assert call("build", "roadmaps/petrovsky.yaml", cwd=project).returncode == 0
    written = (project / "build" / "petrovsky" / "attachment.docx").read_bytes()
    base.write_text(base.read_text("utf-8") + "# примечание\n", "utf-8")
    assert call("build", "roadmaps/petrovsky.yaml", cwd=project).returncode == 0
    change(base, "март 2026", "май 2026")
    for draft in ((), ("--draft",)):
        result = call("build", "roadmaps/petrovsky.yaml", *draft, cwd=project)
        assert (result.returncode, result.stderr.count("RM016")) == (1, 1)
    assert (project / "build" / "petrovsky" / "attachment.docx").read_bytes() == written
    assert told(call, project) == [("roadmaps/petrovsky.yaml", "RM016")]


def test_ids_for_a_base_and_for_own_rows(call: Run, project: Path) -> None:
    """fmt gives them to the sections and rows of the base, and in a roadmap to its own rows alone."""
    base, roadmap = project / "model-plan.yaml", project / "roadmaps" / "ivanovsky.yaml"
    assert call("fmt", "--ids", "roadmaps", cwd=project).returncode == 0
    assert "id: 3-1" not in roadmap.read_text("utf-8").replace("- id: 2-1-zakrepit-nastavnikov-molodymi", "")
    assert (
        roadmap.read_text("utf-8").count("id:")
        == DATA.joinpath("roadmaps/ivanovsky.yaml").read_text("utf-8").count("id:") + 1
    )
    base.write_text(re.sub(r"\n( +)- id: .*\n +", r"\n\1- ", base.read_text("utf-8")), "utf-8")
    assert call("fmt", "--ids", "model-plan.yaml", cwd=project).returncode == 0
    text = base.read_text("utf-8")
    assert text.count("- id: ") == len(
        re.findall(r"activity:|title: [А-Я][а-я]+(?: взаимодействие)?$", text, re.MULTILINE)
    )
    assert "- id: monitoring\n" in text


def test_deadlines_are_put_into_canonical_words_in_their_own_file(call: Run, project: Path) -> None:
    """Those of the base stay in the base: none of its rows comes into the roadmap."""
    roadmap = project / "roadmaps" / "ivanovsky.yaml"
    change(roadmap, "deadline: сентябрь 2026", "deadline: в сентябре 2026 года")
    assert call("fmt", "--deadlines", "roadmaps", cwd=project).returncode == 0
    assert "deadline: сентябрь 2026 г." in roadmap.read_text("utf-8")
    assert [*re.findall("activity: (.*)", roadmap.read_text("utf-8"))] == [
        "Обсудить итоги опроса на совете директоров",
        "Закрепить наставников за молодыми педагогами",
    ]


def test_next_years_plan_is_not_made_of_it(call: Run, project: Path) -> None:
    """The period is the base's: a person names the next one."""
    result = call("new", "--like", "roadmaps/ivanovsky.yaml", "--period", "2028-2030", "--lang", "en", cwd=project)
    assert result.returncode == 2
    assert "extends a base plan" in result.stderr


def test_a_folder_of_roadmaps_may_hold_the_base(call: Run, project: Path) -> None:
    """It is no roadmap of the folder, and is checked with those that extend it."""
    (project / "model-plan.yaml").rename(project / "roadmaps" / "model-plan.yaml")
    for name in ("ivanovsky", "petrovsky"):
        change(project / "roadmaps" / f"{name}.yaml", "../model-plan.yaml", "model-plan.yaml")
    assert told(call, project) == []
    change(project / "roadmaps" / "model-plan.yaml", "Сводные данные", "Сводные  данные")
    assert told(call, project) == [("roadmaps/model-plan.yaml", "RM503")]
