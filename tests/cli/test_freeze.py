"""Proves that `freeze` keeps what is signed: whole, once, and never over another text."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from roadmapc.workspace import atomic_writes
from tests.editions import SIGNED, amended, project

Call = Callable[..., CompletedProcess[str]]
EDITION = Path("editions/plan/2022-01-10-01-07-5.yaml")


@pytest.fixture
def freeze(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call) -> Callable[..., tuple[int, str]]:
    """Return what freezes the roadmap of a project of its own: code, and all that is said."""
    monkeypatch.chdir(tmp_path)
    project(tmp_path)

    def run(*options: str, name: str = "plan.yaml", command: str = "freeze") -> tuple[int, str]:
        done = call(command, name, "--lang", "en", *options)
        return done.returncode, done.stdout + done.stderr

    return run


Freeze = Callable[..., tuple[int, str]]
PLAN = Path("plan.yaml")


def change(old: str, new: str) -> None:
    text = PLAN.read_text(encoding="utf-8")
    assert old in text
    PLAN.write_text(text.replace(old, new), encoding="utf-8")


def test_a_roadmap_is_frozen(freeze: Freeze) -> None:
    """Numbers and ids stand in it, every comment is kept, the edition beside it; `check` finds nothing."""
    code, said = freeze()
    assert code == 0
    assert said.splitlines() == [
        "plan.yaml: numbers written: 4; new ids: 3",
        f"{EDITION.as_posix()}: kept as signed by the приказ of 10.01.2022",
    ]
    text = PLAN.read_text(encoding="utf-8")
    assert "# на подпись" in text
    assert "# опрос" in text
    assert "number: 1.2., activity" in text
    assert EDITION.read_text(encoding="utf-8").startswith("edition:\n  kind: приказ\n")
    assert freeze(command="check")[0] == 0


def test_twice_changes_nothing(freeze: Freeze) -> None:
    """The same text is kept already."""
    freeze()
    before = PLAN.read_bytes(), EDITION.read_bytes(), EDITION.stat().st_mtime_ns
    assert freeze() == (0, f"{EDITION.as_posix()}: kept already, nothing changed\n")
    assert (PLAN.read_bytes(), EDITION.read_bytes(), EDITION.stat().st_mtime_ns) == before


def test_a_dry_run_writes_nothing(freeze: Freeze) -> None:
    """It shows what would change in the file, and where the text would be kept."""
    code, said = freeze("--dry-run")
    assert code == 0
    assert "+  - number: 1." in said
    assert f"{EDITION.as_posix()}: would be written" in said
    assert PLAN.read_text(encoding="utf-8") == SIGNED
    assert not Path("editions").exists()


def test_another_text_is_refused(freeze: Freeze) -> None:
    """What is signed is never written over; under the next act it is kept beside it."""
    freeze()
    change("ноябрь 2022", "декабрь 2022")
    before = EDITION.read_bytes()
    code, said = freeze()
    assert code == 2
    assert "another text is kept of the act of 10.01.2022; changes: 1" in said
    assert EDITION.read_bytes() == before
    PLAN.write_text(amended(PLAN.read_text(encoding="utf-8"), "11.04.2022", "32"), encoding="utf-8")
    assert freeze()[0] == 0
    assert Path("editions/plan/2022-04-11-32.yaml").exists()
    assert freeze(command="check")[0] == 0


def test_an_act_that_is_named(freeze: Freeze) -> None:
    """Day and number of the command line; the file's own are the default."""
    assert freeze("--date", "2022-05-20", "--number", "41")[0] == 0
    assert Path("editions/plan/2022-05-20-41.yaml").exists()
    assert "RM879" in freeze(command="check")[1]


def test_another_folder(freeze: Freeze) -> None:
    assert freeze("--out", "archive/2022")[0] == 0
    assert Path("archive/2022", EDITION.name).exists()
    assert not Path("editions").exists()


def test_without_ids(freeze: Freeze) -> None:
    assert freeze("--no-ids")[0] == 0
    assert "id: 1-" not in PLAN.read_text(encoding="utf-8")


def test_errors_are_not_signed(freeze: Freeze) -> None:
    """They are told as `check` tells them; a waived one is none."""
    change("        owners: Методист\n", "")
    code, said = freeze()
    assert code == 1
    assert "RM" in said
    assert "plan.yaml: not frozen, errors: 1" in said
    assert not Path("editions").exists()


def test_nobody_has_signed_it(freeze: Freeze) -> None:
    change("  date: 10.01.2022\n", "")
    code, said = freeze()
    assert code == 2 or "RM" in said
    assert not Path("editions").exists()


@pytest.mark.parametrize("name", ["-", ".", "nothing.yaml", "owners.yaml", "plan.marks.yaml"])
def test_what_is_no_roadmap(freeze: Freeze, name: str) -> None:
    for one in ("owners.yaml", "plan.marks.yaml"):
        Path(one).write_text("marks:\n", encoding="utf-8")
    assert freeze(name=name)[0] == 2
    assert not Path("editions").exists()


def test_both_or_neither(freeze: Freeze, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the roadmap cannot be written, its edition is taken back, with the folders made for it."""
    write = atomic_writes.replace

    def failing(path: Path, data: bytes) -> None:
        if path.name == "plan.yaml":
            raise PermissionError(13, "no", str(path))
        write(path, data)

    monkeypatch.setattr(atomic_writes, "replace", failing)
    assert freeze()[0] == 2
    assert PLAN.read_text(encoding="utf-8") == SIGNED
    assert not Path("editions").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("place", ["editions", "editions/plan", EDITION.as_posix()])
def test_nothing_is_written_through_a_link(
    freeze: Freeze, place: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever it leads to."""
    target = tmp_path_factory.mktemp("elsewhere")
    Path(place).parent.mkdir(parents=True, exist_ok=True)
    Path(place).symlink_to(target / "x.yaml" if place.endswith(".yaml") else target)
    assert freeze()[0] != 0
    assert list(target.iterdir()) == []
    assert PLAN.read_text(encoding="utf-8") == SIGNED


def test_line_ends_and_the_mark_at_the_beginning_stay(freeze: Freeze) -> None:
    PLAN.write_bytes(b"\xef\xbb\xbf" + SIGNED.replace("\n", "\r\n").encode())
    assert freeze()[0] == 0
    data = PLAN.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.count(b"\n") == data.count(b"\r\n")


def test_a_base_plan_keeps_its_numbers_in_the_edition(freeze: Freeze) -> None:
    """The rows of another file get no numbers in this one; the edition has all, and is said to."""
    rows = "{id: a, activity: Провести опрос, deadline: май 2022, owners: Методист, result: Справка}"
    base = f"base: 1\nsections: [{{id: s, title: Раздел, activities: [{rows}]}}]\n"
    Path("base.yaml").write_text(base, encoding="utf-8")
    PLAN.write_text(SIGNED.partition("sections:")[0] + "extends: base.yaml\n", encoding="utf-8")
    code, said = freeze()
    assert code == 0, said
    assert "its numbers stay computed" in said
    text = EDITION.read_text(encoding="utf-8")
    assert "number: 1.1." in text
    assert "file: base.yaml" in text
    assert freeze()[0] == 0


def test_build_tells_what_is_not_signed(freeze: Freeze) -> None:
    """It builds all the same, and names the command that writes the act; a signed text is built without a word."""
    freeze()
    assert "no act has signed" not in freeze(command="build")[1]
    change("ноябрь 2022", "декабрь 2022")
    code, said = freeze(command="build")
    assert code == 0
    assert "changes of the signed text that no act has signed: 1; for the act: roadmapc amend plan.yaml" in said
    assert os.path.exists("build/plan")  # noqa: PTH110


def test_reports_take_the_edition_in_force(freeze: Freeze) -> None:
    """`status`, `due`, `report` and `remind` by the day asked for; dropped rows are listed, marks of them no error."""
    freeze()
    text = PLAN.read_text(encoding="utf-8")
    dropped = "".join(line for line in text.splitlines(keepends=True) if "Обсудить итоги" not in line)
    PLAN.write_text(amended(dropped, "20.05.2022", "41"), encoding="utf-8")
    freeze()
    mark = "  - {at: 1.2, activity: Обсудить итоги, done: 10.05.2022, documents: протокол от 10.05.2022 № 1}\n"
    Path("plan.marks.yaml").write_text(f"marks:\n{mark}", encoding="utf-8")
    assert "RM851" not in freeze("--today", "2022-07-01", command="check")[1]
    listed = ("--days", "300", "--today", "2022-07-01")
    assert "activities: 3; " in freeze("--as-of", "2022-05-19", *listed, command="status")[1]
    assert "activities: 2; " in freeze("--as-of", "2022-07-01", *listed, command="status")[1]
    assert "Обсудить" in freeze("--month", "2022-06", "--today", "2022-05-01", command="due")[1]
    assert "Обсудить" not in freeze("--month", "2022-06", "--today", "2022-06-01", command="due")[1]
    code, said = freeze("--as-of", "2022-07-01", "--to", "html", "--today", "2022-07-01", command="report")
    assert code == 0, said
    (page,) = Path("build/reports").rglob("report.html")
    assert "пункт 1.2 «Обсудить итоги на совещании» – исключено (приказ от 20.05.2022 № 41)." in page.read_text(
        encoding="utf-8"
    ).replace("\N{NO-BREAK SPACE}", " ")
