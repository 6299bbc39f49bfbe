"""Proves what `site` writes, keeps and says: the page with all that can be read, links to what was built."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import CLEAN, ROADMAPS
from tests.executions import YEAR

Run = Callable[..., subprocess.CompletedProcess[str]]
EN = ("--lang", "en", "--today", "2023-05-10")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with a real roadmap, its marks, and a short one."""
    (tmp_path / "roadmaps").mkdir()
    shutil.copy(ROADMAPS / "tsuntinsky.yaml", tmp_path / "roadmaps")
    shutil.copy(YEAR, tmp_path / "roadmaps")
    (tmp_path / "roadmaps" / "b.yaml").write_text(CLEAN, "utf-8")
    return tmp_path


def page(project: Path) -> str:
    """Return the page."""
    return (project / "site" / "index.html").read_text("utf-8")


def test_a_page_of_all(project: Path, call: Run) -> None:
    """In the reader's language; the same twice."""
    result = call("site", *EN, cwd=project)
    assert (result.returncode, result.stdout) == (0, "site/index.html: written\n"), result.stderr
    first = page(project)
    assert "State on 10.05.2023" in first
    assert '<html lang="en">' in first
    call("site", "--lang", "ru", "--today", "2023-05-10", cwd=project)
    assert "Состояние на 10.05.2023" in page(project)
    call("site", *EN, cwd=project)
    assert page(project) == first


def test_what_was_built_is_linked(project: Path, call: Run) -> None:
    """By a path beside the page."""
    assert call("build", "roadmaps/b.yaml", "--to", "docx,html", *EN, cwd=project).returncode == 0
    call("site", *EN, cwd=project)
    assert 'href="../build/b/attachment.docx"' in page(project)
    assert 'href="../build/b/calendar.ics"' in page(project)


def test_what_cannot_be_read_is_named(project: Path, call: Run) -> None:
    """In red, with its messages for the office; all else is there."""
    (project / "roadmaps" / "c.yaml").write_text(CLEAN.replace("document:", "dokument:"), "utf-8")
    result = call("site", *EN, cwd=project)
    assert result.returncode == 1
    assert "dokument" in result.stderr
    assert "Not read, or with problems" in page(project)
    assert "dokument" not in page(project)
    call("site", "--internal", *EN, cwd=project)
    assert "dokument" in page(project)
    assert "Провести мониторинг" in page(project)


def test_two_of_one_id(project: Path, call: Run) -> None:
    """Neither is the right one."""
    text = CLEAN.replace("municipality:", "id: b\nmunicipality:", 1)
    (project / "roadmaps" / "c.yaml").write_text(text, "utf-8")
    result = call("site", *EN, cwd=project)
    assert result.returncode == 2
    assert "would build into one folder" in result.stderr
    assert not (project / "site").exists()


def test_an_empty_folder(tmp_path: Path, call: Run) -> None:
    """There is nothing to show."""
    assert call("site", tmp_path, *EN).returncode == 2


def test_files_of_others_are_kept(project: Path, call: Run) -> None:
    """What somebody put into the folder stays; a page changed by hand is moved beside."""
    (project / "site").mkdir()
    (project / "site" / "notes.txt").write_text("mine", "utf-8")
    call("site", *EN, cwd=project)
    (project / "site" / "index.html").write_text("changed", "utf-8")
    result = call("site", *EN, cwd=project)
    assert "was changed by hand" in result.stderr
    assert (project / "site" / "notes.txt").read_text("utf-8") == "mine"
    assert "Провести мониторинг" in page(project)


def test_sources_are_never_written_over(project: Path, call: Run) -> None:
    """Whatever they are called."""
    source = project / "roadmaps" / "index.html"
    shutil.copy(project / "roadmaps" / "b.yaml", source)
    result = call("site", source, "--out", "roadmaps", *EN, cwd=project)
    assert result.returncode == 2
    assert source.read_text("utf-8") == CLEAN


def test_a_title(project: Path, call: Run) -> None:
    """Of one's own."""
    call("site", "--title", "Наши  планы", *EN, cwd=project)
    assert "<title>Наши планы</title>" in page(project)


@pytest.mark.slow
def test_work_that_is_shared_out(project: Path, call: Run) -> None:
    """By several processes the site is what it is by one, and what cannot be read is told all the same."""
    row = "      - {{activity: Дело {0}, deadline: май 2022, owners: методист, result: Акт}}\n"
    rows = "".join(row.format(n) for n in range(50))
    text = CLEAN.split("      - activity")[0] + rows
    for number in range(64):
        (project / "roadmaps" / f"m{number:03}.yaml").write_text(text.replace("Район", f"Район {number}"), "utf-8")
    (project / "roadmaps" / "z.yaml").write_text("roadmapc: [", "utf-8")
    shared = call("site", "--out", "shared", "--jobs", "2", *EN, cwd=project)
    alone = call("site", "--out", "alone", "--jobs", "1", *EN, cwd=project)
    assert (shared.returncode, shared.stderr) == (alone.returncode, alone.stderr) == (1, alone.stderr)
    made = [{path.name: path.read_bytes() for path in (project / name).iterdir()} for name in ("shared", "alone")]
    assert made[0] == made[1]
    assert len(made[0]) > 60  # a page of each


@pytest.mark.parametrize("id", ["../../evil", "a/b", "javascript:alert(1)//x", "x y#z?q", ".."])
def test_an_id_that_is_no_name(project: Path, call: Run, id: str) -> None:
    """Such a roadmap has no page, and nothing is written anywhere else."""
    row = "      - {{activity: Дело {0}, deadline: май 2022, owners: методист, result: Акт}}\n"
    text = CLEAN.split("      - activity")[0] + "".join(row.format(n) for n in range(3100))
    named = text.replace("municipality:", f"id: {id!r}\nmunicipality:", 1)
    (project / "roadmaps" / "c.yaml").write_text(named, "utf-8")
    (project / "roadmaps" / "d.yaml").write_text(text.replace("Район", "Село"), "utf-8")
    before = {path for path in project.parent.rglob("*") if "site" not in path.parts}
    result = call("site", *EN, cwd=project)
    assert result.returncode == 1
    assert "is no name for a folder" in result.stderr
    assert {path for path in project.parent.rglob("*") if "site" not in path.parts} == before
    assert "javascript:" not in page(project)
    assert min(path.name for path in (project / "site").iterdir()) == "b.html"


def test_links_out_of_the_folder_and_odd_names(project: Path, call: Run) -> None:
    """A link is no document; a name that is no UTF-8 stops nothing; files stand in the order of their numbers."""
    folder = project / "build" / "b"
    folder.mkdir(parents=True)
    (folder / "secret.pdf").symlink_to("/etc/hostname")
    (folder / os.fsdecode(b"\xff.docx")).write_bytes(b"")
    for name in ("gantt-10.svg", "gantt-2.svg"):
        (folder / name).write_bytes(b"")
    assert call("site", *EN, cwd=project).returncode == 0
    text = page(project)
    assert "secret.pdf" not in text
    assert "%FF.docx" in text
    assert text.index("gantt-2.svg") < text.index("gantt-10.svg")


def test_marks_that_fit_no_row_are_told_inside(project: Path, call: Run) -> None:
    """The office sees them on the page; the public does not."""
    (project / "roadmaps" / "b.marks.yaml").write_text("marks:\n  - {at: '9.9', done: 01.05.2022}\n", "utf-8")
    assert call("site", *EN, cwd=project).returncode == 1
    assert "RM851" not in page(project)
    call("site", "--internal", *EN, cwd=project)
    assert "RM851" in page(project)


def test_the_end_of_days(project: Path, call: Run) -> None:
    """It is as quick as any day."""
    assert call("site", "--as-of", "9999-12-31", *EN, cwd=project).returncode == 0


def test_the_tables_of_a_region(project: Path, call: Run) -> None:
    """They lie beside the page of several roadmaps, with what could not be read; of one there are none."""
    (project / "roadmaps" / "c.yaml").write_text(CLEAN.replace("document:", "dokument:"), "utf-8")
    call("site", *EN, cwd=project)
    assert '<a href="region.html">Tables of the region</a>' in page(project)
    tables = (project / "site" / "region.html").read_text("utf-8")
    assert "представлены по 1 из 3 дорожных карт" in tables.replace("\u00a0", " ")
    assert tables.count("не прочитана") >= 2
    call("site", "roadmaps/b.yaml", *EN, cwd=project)
    assert "region.html" not in page(project)
    assert not (project / "site" / "region.html").exists()


def test_own_positions(project: Path, call: Run) -> None:
    """For several roadmaps; the file of criteria is a source, which nothing takes the place of."""
    own = project / "site" / "region.html"
    own.parent.mkdir()
    own.write_text("title: Своя система\ncriteria: [{component: мониторинг, text: Свой мониторинг}]\n", "utf-8")
    result = call("site", "--criteria", "site/region.html", *EN, cwd=project)
    assert result.returncode == 2
    assert "is a source" in result.stderr
    own.rename(project / "own.yaml")
    assert call("site", "--criteria", "own.yaml", *EN, cwd=project).returncode == 0
    assert "Позиции без открытых ссылок" in (project / "site" / "region.html").read_text("utf-8")
    result = call("site", "roadmaps/b.yaml", "--criteria", "own.yaml", *EN, cwd=project)
    assert (result.returncode, "--criteria is for several roadmaps" in result.stderr) == (2, True)


def told(project: Path) -> str:
    """Return the sentences of the roll-up with plain spaces."""
    return (project / "site" / "region.html").read_text("utf-8").replace("\u00a0", " ")


@pytest.mark.parametrize("internal", [(), ("--internal",)])
def test_a_shared_file_is_no_municipality(project: Path, call: Run, internal: tuple[str, ...]) -> None:
    """With errors in the directory of owners nobody knows the roadmaps; it is not counted as one itself."""
    (project / "roadmaps" / "owners.yaml").write_text("x: [\n", "utf-8")
    call("site", *internal, *EN, cwd=project)
    assert "представлены по 0 из 2 дорожных карт" in told(project)


def test_misplaced_marks_tell_nothing(project: Path, call: Run) -> None:
    """As in `report --region`: nobody knows what of that roadmap is done."""
    marks = project / "roadmaps" / "tsuntinsky.marks.yaml"
    marks.write_text(marks.read_text("utf-8") + "  - {at: '99.9', done: 01.05.2023}\n", "utf-8")
    call("site", *EN, cwd=project)
    assert "представлены по 0 из 2 дорожных карт" in told(project)
    call("report", "--region", "--to", "html", *EN, cwd=project)
    (file,) = (project / "build" / "region").rglob("region.html")
    assert "представлены по 0 из 2 дорожных карт" in file.read_text("utf-8").replace("\u00a0", " ")


def test_of_very_many_there_are_no_forms(project: Path, call: Run) -> None:
    (project / "many").mkdir()
    (project / "own.yaml").write_text("title: С\ncriteria: [{component: цели, text: Ц}]\n", "utf-8")
    for number in range(201):
        (project / "many" / f"m{number}.yaml").write_text(CLEAN, "utf-8")
    result = call("site", "many", "--criteria", "own.yaml", *EN, cwd=project)
    assert (result.returncode, "no forms of more than 200 roadmaps" in result.stderr) == (2, True)
