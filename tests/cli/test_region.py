"""Proves that `report --region` rolls a folder up, tells what it could not read, and refuses what would do nothing."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import CLEAN
from tests.regions import BASE

Run = Callable[..., subprocess.CompletedProcess[str]]
EN = ("--lang", "en", "--today", "2025-10-01")
FOLDER = "build/region/2025-10-01"
MARKS = "marks:\n  - {at: survey, done: 20.05.2025, documents: ['справка № 4 https://edu.ivanovsky.ru/a.pdf']}\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a folder with a base plan, two roadmaps that extend it, and the marks of one of them."""
    folder = tmp_path / "roadmaps"
    folder.mkdir()
    (tmp_path / "base.yaml").write_text(BASE, "utf-8")
    for name in ("Ивановский", "Борисовский"):
        text = f"roadmapc: 1\nid: plan\nextends: ../base.yaml\nmunicipality: {{name: {name} район}}\n"
        (folder / f"{name}.yaml").write_text(text, "utf-8")
    (folder / "Ивановский.marks.yaml").write_text(MARKS, "utf-8")
    return tmp_path


def page(project: Path, folder: str = FOLDER) -> str:
    """Return the page with plain spaces."""
    return (project / folder / "region.html").read_text("utf-8").replace("\u00a0", " ")


def test_one_roll_up_of_all(project: Path, call: Run) -> None:
    """Two municipalities may have one id; the manifest names the files, which the next run knows again."""
    result = call("report", "--region", "--to", "docx,html,xlsx", *EN, cwd=project)
    assert (result.returncode, result.stderr, result.stdout) == (0, "", f"{FOLDER}: files: 4\n")
    listed = json.loads((project / FOLDER / "manifest.json").read_text("utf-8"))
    assert [one["name"] for one in listed["files"]] == ["region.docx", "region.html", "region.xlsx"]
    before = {path: path.read_bytes() for path in (project / FOLDER).iterdir()}
    assert call("report", "--region", "--to", "docx,html,xlsx", *EN, cwd=project).stderr == ""
    assert {path: path.read_bytes() for path in (project / FOLDER).iterdir()} == before
    text = page(project)
    assert "представлены по 1 из 2 дорожных карт" in text
    assert "https://edu.ivanovsky.ru/a.pdf" in text


def test_what_cannot_be_read_is_told_and_listed(project: Path, call: Run) -> None:
    """A broken file by its name, broken marks with the municipality; the others are rolled up."""
    (project / "roadmaps" / "a.yaml").write_text("roadmapc: 1\nmunicipality: {nam: А}\n", "utf-8")
    (project / "roadmaps" / "Борисовский.marks.yaml").write_text("marks: [{at: survey, don: 1}]\n", "utf-8")
    result = call("report", "--region", "--to", "html", *EN, cwd=project)
    assert result.returncode == 1
    assert "roadmaps/a.yaml:2:" in result.stderr
    assert "roadmaps/Борисовский.marks.yaml:1:" in result.stderr
    text = page(project)
    assert "представлены по 1 из 3 дорожных карт" in text
    assert "Борисовский район (roadmaps/Борисовский.yaml)" in text
    assert "не прочитана" in text


def test_one_roadmap_twice(project: Path, call: Run) -> None:
    shutil.copy(project / "roadmaps" / "Ивановский.yaml", project / "roadmaps" / "copy.yaml")
    result = call("report", "--region", *EN, cwd=project)
    assert result.returncode == 2
    assert "are one roadmap of one municipality" in result.stderr
    assert not (project / "build").exists()


def test_periods_criteria_and_settings(project: Path, call: Run) -> None:
    """The day by which reports were due comes from the settings, the positions from the file that is named."""
    (project / "roadmapc.toml").write_text("[execution]\nquarterly_report = 5\n", "utf-8")
    pack = "title: Своя система\ncriteria: [{component: мониторинг, text: Свой мониторинг}]\n"
    (project / "own.yaml").write_text(pack, "utf-8")
    words = ("--period", "III квартал 2025", "--compare-with", "II квартал 2025", "--criteria", "own.yaml")
    result = call("report", "--region", *words, "--to", "html", *EN, cwd=project)
    assert (result.returncode, result.stderr) == (0, "")
    text = page(project, "build/region/2025-07-01--2025-09-30")
    for part in ("Сравнение периодов", "Свой мониторинг", "Своя система: Ивановский район", "05.10.2025"):
        assert part in text


def test_criteria_that_cannot_be_used(project: Path, call: Run) -> None:
    (project / "own.yaml").write_text("title: Система\ncriteria: [{component: цель, text: Цели}]\n", "utf-8")
    result = call("report", "--region", "--criteria", "own.yaml", *EN, cwd=project)
    assert result.returncode == 2
    assert "own.yaml:2:" in result.stderr
    assert "own.yaml: the criteria cannot be used" in result.stderr
    assert not (project / "build").exists()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--criteria", "a.yaml"), "--criteria goes with --region alone"),
        (("--compare-with", "2024"), "--compare-with goes with --region alone"),
        (("--region", "--layout", "short"), "--layout does not go with --region"),
        (("--region", "--addressee", "Начальнику"), "--addressee does not go with --region"),
        (("--region", "--reason", "Так"), "--reason goes with --request alone"),
        (("--region", "--compare-with", "2024"), "--compare-with needs the period that is compared"),
        (("--region", "--period", "2025", "--compare-with", "давно"), "--compare-with: “давно”"),
    ],
)
def test_options_that_say_nothing(project: Path, call: Run, words: tuple[str, ...], said: str) -> None:
    result = call("report", *words, *EN, cwd=project)
    assert result.returncode == 2
    assert said in result.stderr
    assert not (project / "build").exists()


def test_a_request_is_no_roll_up(project: Path, call: Run) -> None:
    (project / "roadmaps" / "b.yaml").write_text(CLEAN, "utf-8")
    words = ("--request", "roadmaps/b.yaml", "1.1", "--move-to", "2026-01-01", "--reason", "Так")
    result = call("report", "--region", *words, *EN, cwd=project)
    assert (result.returncode, "--request does not go with --region" in result.stderr) == (2, True)
