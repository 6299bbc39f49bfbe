"""Proves that `report` writes what it is asked for into folders of its own, and refuses what it cannot stand for."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import CLEAN, ROADMAPS
from tests.reports import DATA

Run = Callable[..., subprocess.CompletedProcess[str]]
EN = ("--lang", "en", "--today", "2023-07-01")
HALF_YEAR = "build/reports/tsuntinsky/2023-01-01--2023-06-30"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a folder with a real roadmap and its marks."""
    (tmp_path / "roadmaps").mkdir()
    shutil.copy(ROADMAPS / "tsuntinsky.yaml", tmp_path / "roadmaps")
    shutil.copy(DATA / "tsuntinsky.marks.yaml", tmp_path / "roadmaps")
    return tmp_path


@pytest.mark.parametrize("name", ["../../../evil", "..", "con", "x" * 300])
@pytest.mark.parametrize("options", [(), ("--draft",), ("--to", "xlsx"), ("--region",)], ids=" ".join)
def test_an_id_stays_in_the_output_folder(project: Path, call: Run, name: str, options: tuple[str, ...]) -> None:
    """An id that is no plain folder name is an error; the other roadmaps have their reports."""
    text = (project / "roadmaps" / "tsuntinsky.yaml").read_text("utf-8")
    (project / "roadmaps" / "a.yaml").write_text(f"id: '{name}'\n{text}".replace("Цунтинский", "Другой"), "utf-8")
    before = files(project)
    result = call("report", "--as-of", "01.07.2023", "--out", "rp", *options, *EN, cwd=project)
    assert result.returncode == 1
    assert "a.yaml:1:5: RM408" in result.stderr
    assert "Traceback" not in result.stderr
    made = files(project) - before
    assert made
    assert not (project.parent / "evil").exists()
    assert all(one.startswith(("rp/reports/tsuntinsky/", "rp/region/")) for one in made)


def test_a_file_whose_name_is_no_text(project: Path, call: Run) -> None:
    """It has no name for a folder: told, and the others have their reports."""
    shutil.copy(project / "roadmaps" / "tsuntinsky.yaml", project / "roadmaps" / "a\udcff.yaml")
    result = call("report", "--as-of", "01.07.2023", *EN, cwd=project)
    assert (result.returncode, "RM408" in result.stderr, "Traceback" in result.stderr) == (1, True, False)
    assert (project / "build/reports/tsuntinsky/2023-07-01/report.docx").exists()


def text_of(path: Path) -> str:
    """Return a page with plain spaces."""
    return path.read_text("utf-8").replace("\u00a0", " ")


def files(folder: Path) -> set[str]:
    """Return the names of files below a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_a_report_with_its_letter(project: Path, call: Run) -> None:
    """In the formats named, with a manifest; what is owed and not said is told."""
    result = call("report", "--period", "I полугодие 2023", "--to", "docx,html", *EN, cwd=project)
    assert (result.returncode, result.stdout) == (0, f"{HALF_YEAR}: files: 5\n")
    assert result.stderr.splitlines() == [
        "roadmaps/tsuntinsky.yaml: no reason of what is late, not done or at risk; rows: 4",
        "roadmaps/tsuntinsky.yaml: nothing told of work that goes on; rows: 3.2.3",
    ]
    assert files(project / HALF_YEAR) == {"report.docx", "report.html", "letter.docx", "letter.html", "manifest.json"}
    text = text_of(project / HALF_YEAR / "report.html")
    assert "за I полугодие 2023 года" in text
    assert "ПРОЕКТ" not in text


@pytest.mark.parametrize(("layout", "name"), [("short", "report-short"), ("network", "report-network")])
def test_a_folder_for_each_layout(project: Path, call: Run, layout: str, name: str) -> None:
    """One does not take the other away."""
    for one in ("full", layout):
        assert call("report", "--layout", one, "--as-of", "01.07.2023", *EN, cwd=project).returncode == 0
    reports = project / "build/reports/tsuntinsky"
    assert (reports / "2023-07-01" / "report.docx").exists()
    assert (reports / f"2023-07-01-{layout}" / f"{name}.docx").exists()


def test_build_and_report_leave_each_other_alone(project: Path, call: Run) -> None:
    """Each knows its own files alone; what was changed in Word is kept by a second name."""
    assert call("build", *EN, cwd=project).returncode == 0
    before = {path: path.read_bytes() for path in (project / "build/tsuntinsky").iterdir()}
    assert call("report", *EN, cwd=project).returncode == 0
    letter = project / "build/reports/tsuntinsky/2023-07-01/letter.docx"
    letter.write_bytes(letter.read_bytes() + b"by hand")
    assert call("build", *EN, cwd=project).returncode == 0
    assert {path: path.read_bytes() for path in (project / "build/tsuntinsky").iterdir()} == before
    result = call("report", *EN, cwd=project)
    assert "letter.изменён-2023-07-01.docx" in result.stderr
    assert letter.with_name("letter.изменён-2023-07-01.docx").read_bytes().endswith(b"by hand")
    listed = json.loads((letter.parent / "manifest.json").read_text("utf-8"))
    assert {one["name"] for one in listed["files"]} == {"letter.docx", "report.docx"}


def test_marks_with_errors_stop_a_report(project: Path, call: Run) -> None:
    """Each is told at its line; a draft says what it is."""
    marks = project / "roadmaps" / "tsuntinsky.marks.yaml"
    marks.write_text(marks.read_text("utf-8") + "  - {at: '9.9', done: 01.06.2023}\n", "utf-8")
    line = marks.read_text("utf-8").count("\n")
    result = call("report", *EN, cwd=project)
    assert result.returncode == 1
    assert f"roadmaps/tsuntinsky.marks.yaml:{line}:" in result.stderr
    assert "the roadmap has no row “9.9”" in result.stderr
    assert "roadmaps/tsuntinsky.yaml: not reported, errors: 1" in result.stderr
    assert not (project / "build").exists()
    assert call("report", "--draft", "--to", "html", *EN, cwd=project).returncode == 0
    assert "ПРОЕКТ" in (project / "build/reports/tsuntinsky/2023-07-01/report.html").read_text("utf-8")


def test_broken_marks_stop_their_roadmap_alone(project: Path, call: Run) -> None:
    """The others are reported on, and the code says that not all were."""
    (project / "roadmaps" / "b.yaml").write_text(CLEAN, "utf-8")
    (project / "roadmaps" / "b.marks.yaml").write_text("marks: [{at: 1, don: 01.06.2022}]\n", "utf-8")
    result = call("report", *EN, cwd=project)
    assert result.returncode == 1
    assert "roadmaps/b.marks.yaml:1:" in result.stderr
    assert files(project / "build/reports") == {
        f"tsuntinsky/2023-07-01/{name}" for name in ("report.docx", "letter.docx", "manifest.json")
    }


def test_a_request(project: Path, call: Run) -> None:
    """To the one who set the term, with what marks say is done; after the term it is made with a warning."""
    words = ("--move-to", "01.10.2023", "--reason", "Аудитория занята")
    given = ("report", "--request", "roadmaps/tsuntinsky.yaml", "2.4", *words, "--to", "html", *EN[:2])
    assert call(*given, "--as-of", "2023-06-29", cwd=project).stderr == ""
    path = project / "build/requests/tsuntinsky/2-4/request.html"
    text = text_of(path)
    for part in ("Адресат:", "Начальник МКУ «УОМПС и Т»", "01.10.2023", "Аудитория занята", "Программа разработана"):
        assert part in text
    assert "просрочка" not in text
    late = call(*given, "--as-of", "2023-07-10", "--addressee", "Начальнику\\nГ.К. Абакаровой", cwd=project)
    assert late.returncode == 0
    assert late.stderr == (
        "warning: the term passed on 30.06.2023: a move that is asked for after it does not cure the delay\n"
    )
    text = text_of(path)
    assert "Адресат:" not in text
    assert "Г.К. Абакаровой" in text
    assert "просрочка – 6 рабочих дней" in text


REFUSED = [
    (("2.4", "--move-to", "30.06.2023"), "the new term 30.06.2023 is not after the one in force, 30.06.2023"),
    (("7.7", "--move-to", "01.10.2023"), "the roadmap has no row “7.7”"),
    (("2.1", "--move-to", "01.10.2023"), "the row 2.1 is done already: 31.10.2022"),
    (("3.4", "--move-to", "01.10.2023"), "nothing more is to be done for the row 3.4"),
    (("3.2", "--move-to", "01.10.2023"), "the row has rows below it, and is done when those are"),
    (("2.4", "--move-to", "завтра"), "--move-to: “завтра” is not a date"),
    (("2.4",), "--request needs the day that is proposed"),
    (("2.4", "--move-to", "01.10.2023", "--layout", "short"), "--layout does not go with --request"),
    (("2.4", "--move-to", "01.10.2023", "--to", "xlsx"), "a request is a letter: no --to xlsx"),
    (("2.4", "--move-to", "01.10.2023", "--due", "01.05.2023"), "the row is not due on 01.05.2023"),
]


@pytest.mark.parametrize(("words", "said"), REFUSED)
def test_what_cannot_be_asked_for(project: Path, call: Run, words: tuple[str, ...], said: str) -> None:
    """It says why, and nothing is written."""
    result = call("report", "--request", "roadmaps/tsuntinsky.yaml", *words, "--reason", "Так", *EN, cwd=project)
    assert result.returncode == 2
    assert said in result.stderr
    assert not (project / "build").exists()


def test_which_of_several_days(project: Path, call: Run) -> None:
    """Of recurring work the day is to be named, unless one alone is still open."""
    source = CLEAN.replace("май 2022", "1 раз в квартал").replace("2021-2024", "2022 год")
    (project / "roadmaps" / "b.yaml").write_text(source, "utf-8")
    given = ("report", "--request", "roadmaps/b.yaml", "1.1", "--move-to", "2023-10-01", "--reason", "Так", *EN)
    result = call(*given, cwd=project)
    assert "the row 1.1 is due several times: which of them is meant?" in result.stderr
    assert "31.03.2022, 30.06.2022, 30.09.2022, 31.12.2022" in result.stderr
    assert call(*given, "--due", "30.09.2022", cwd=project).returncode == 0
    assert (project / "build/requests/b/1-1-2022-09-30/request.docx").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--reason", "Так"), "--reason goes with --request alone"),
        (("--layout", "wide"), "--layout: “wide” is not one of: full, short, network"),
        (("--to", "pdf"), "--to: “pdf” is not one of"),
        (("--period", "III полугодие 2023"), "--period: “III полугодие 2023”: a year has two halves"),
        (("--as-of", "вчера"), "--as-of: “вчера” is not a date"),
    ],
)
def test_options_that_say_nothing(project: Path, call: Run, words: tuple[str, ...], said: str) -> None:
    """They are refused before anything is read or written."""
    result = call("report", *words, *EN, cwd=project)
    assert (result.returncode, files(project)) == (2, files(project))
    assert said in result.stderr


def test_settings_name_who_compiles(project: Path, call: Run) -> None:
    """And how lateness counts; an option goes before them."""
    (project / "roadmapc.toml").write_text('[execution]\nlate_counts = false\ncompiler = "П.П. Петрова"\n', "utf-8")
    path = project / "build/reports/tsuntinsky/2023-07-01/report.html"
    assert call("report", "--to", "html", *EN, cwd=project).returncode == 0
    assert "П.П. Петрова" in text_of(path)
    assert "исполненные в установленный срок к числу" in text_of(path)
    assert call("report", "--to", "html", "--compiler", "С.С. Сидоров", *EN, cwd=project).returncode == 0
    assert "С.С. Сидоров" in text_of(path)


def test_own_templates_and_forms(project: Path, call: Run) -> None:
    """Are used as in a build: a form that cannot serve is refused."""
    own = project / "templates"
    own.mkdir()
    block = '{% extends "packaged/report.html" %}\n{% block figures %}<p class="note">Свой итог</p>{% endblock %}'
    (own / "report.html").write_text(block, "utf-8")
    assert call("report", "--to", "html", *EN, cwd=project).returncode == 0
    assert "Свой итог" in (project / "build/reports/tsuntinsky/2023-07-01/report.html").read_text("utf-8")
    source = project / "roadmaps/tsuntinsky.yaml"
    source.write_text(source.read_text("utf-8").replace("roadmapc: 1\n", "roadmapc: 1\nform: none\n"), "utf-8")
    assert "there is no form “none”" in call("report", *EN, cwd=project).stderr


def test_sources_are_never_written_over(project: Path, call: Run) -> None:
    """And standard input is no roadmap with marks beside it, but it can be reported on."""
    shutil.copytree(project / "roadmaps", project / "reports")
    assert call("report", "reports/tsuntinsky.yaml", "--out", ".", *EN, cwd=project).returncode == 0
    assert (project / "reports/tsuntinsky.yaml").read_bytes() == (ROADMAPS / "tsuntinsky.yaml").read_bytes()
