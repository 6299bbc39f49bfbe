"""Proves what `mark` writes, refuses and takes back, alone and with others at once; and what it asks at a terminal."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.conftest import CLEAN, program

Run = Callable[..., subprocess.CompletedProcess[str]]
TODAY = ("--today", "2022-06-10", "--lang", "en")
ROWS = "".join(
    f"      - {{activity: Дело {n}, deadline: до {n} мая 2022 г., owners: методист, result: Справка}}\n"
    for n in range(3, 15)
)


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Return a roadmap with a dozen rows that are due in May 2022."""
    path = tmp_path / "plan.yaml"
    path.write_text(CLEAN.split("      - activity")[0] + ROWS, "utf-8")
    return path


def marks(plan: Path) -> str:
    return plan.with_name("plan.marks.yaml").read_text("utf-8")


def test_a_row_is_marked(plan: Path, call: Run) -> None:
    """The file is made; the roadmap stays; how the row stands is said."""
    before = plan.read_bytes()
    more = ("--document", "приказ от 12.05.2022 № 01-05/44", "--link", "https://example.org/a.pdf")
    result = call("mark", plan, "1.1", "--done", "2022-05-03", *more, *TODAY)
    assert result.returncode == 0, result.stderr
    assert result.stdout.endswith("plan.marks.yaml: written\n  1.1 (03.05.2022): done, 03.05.2022\n")
    assert "done: 03.05.2022\n" in marks(plan)
    assert "link: https://example.org/a.pdf" in marks(plan)
    assert plan.read_bytes() == before
    assert call("check", plan, "--fail-on", "error", *TODAY).returncode == 0
    assert sorted(path.name for path in plan.parent.iterdir()) == ["plan.marks.yaml", "plan.yaml"]


def test_several_rows_at_once(plan: Path, call: Run) -> None:
    """All of them or none."""
    assert call("mark", plan, "1.1", "1.2", "--done", "03.05.2022", *TODAY).returncode == 0
    assert marks(plan).count("done: 03.05.2022") == 2
    kept = marks(plan)
    result = call("mark", plan, "1.3", "9.9", "--done", "03.05.2022", *TODAY)
    assert result.returncode == 1
    assert "no row “9.9”" in result.stderr
    assert marks(plan) == kept


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--moved-to", "15.06.2022"), "--decision"),
        (("--decision", "приказ от 01.05.2022"), "--moved-to"),
        (("--moved-to", "15.06.2022", "--decision", "приказ"), "names no date"),
        (("--removed", "15.05.2022"), "--by"),
        (("--done", "вчера"), "not a date"),
        (("--progress", "Идет"), "--from DAY"),
        (("--from", "01.05.2022"), "--progress"),
        (("--organisations", "много"), "18/22"),
        (("--missing", "СОШ № 3"), "--organisations"),
        (("--said", "может быть"), "--said"),
        ((), "say what is to be marked"),
        (("--undo", "--done", "03.05.2022"), "--undo takes back"),
        (("--done", "03.05.2022", "--link", "https://a.ru", "--link", "https://b.ru"), "more links"),
        (("--document", "акт", "--document", "отчет", "--link", "https://b.ru"), "which document has which link"),
        (("--done", "03.05.2022", "--apply"), "--apply goes with --read"),
    ],
)
def test_what_options_do_not_say_together(plan: Path, call: Run, arguments: tuple[str, ...], words: str) -> None:
    """It is an error of use, and nothing is written."""
    result = call("mark", plan, "1.1", *arguments, *TODAY)
    assert result.returncode == 2
    assert words in result.stderr
    assert not plan.with_name("plan.marks.yaml").exists()


def test_decisions(plan: Path, call: Run) -> None:
    """A move keeps act and reason; taking off control keeps who and why."""
    moved = ("--moved-to", "15.06.2022", "--decision", "приказ от 02.05.2022 № 7", "--reason", "Карантин")
    assert call("mark", plan, "1.1", *moved, *TODAY).returncode == 0
    assert "to: 15.06.2022\n        act: приказ\n        date: 02.05.2022\n        number: 7" in marks(plan)
    off = ("--removed", "05.05.2022", "--by", "начальник", "--reason", "Не нужно")
    result = call("mark", plan, "1.2", *off, *TODAY)
    assert result.stdout.endswith("1.2 (04.05.2022): taken off control\n")


def test_work_that_goes_on(tmp_path: Path, call: Run) -> None:
    """What was done meanwhile is added to what was told before; organisations are counted."""
    plan = tmp_path / "plan.yaml"
    plan.write_text(CLEAN.replace("май 2022", "весь период"), "utf-8")
    for since, until in (("01.01.2022", "31.03.2022"), ("01.04.2022", "30.06.2022")):
        told = ("--progress", "Идет", "--from", since, "--until", until, "--document", "справка от 01.04.2022")
        assert call("mark", plan, "1.1", *told, "--today", "2022-07-01").returncode == 0
    assert call("mark", plan, "1.1", "--organisations", "18 из 22", "--missing", "СОШ № 3", *TODAY).returncode in {0, 1}
    assert marks(plan).count("- from:") == 2
    assert marks(plan).count("- at:") == 1
    before = marks(plan)
    done = call("mark", plan, "1.1", "--done", "03.05.2022", *TODAY)
    assert done.returncode == 1
    assert "the work of this row goes on to 31.12.2024: it is not done before" in done.stderr + done.stdout
    assert marks(plan) == before


def test_undo(plan: Path, call: Run) -> None:
    """What is taken back is printed, so that it can be written again."""
    call("mark", plan, "1.1", "--done", "03.05.2022", "--result", "Сделано", *TODAY)
    result = call("mark", plan, "1.1", "--undo", *TODAY)
    assert result.returncode == 0
    assert "  done: 03.05.2022\n  result: Сделано\n" in result.stdout
    assert "done" not in marks(plan)
    assert call("mark", plan, "1.1", "--undo", *TODAY).returncode == 1


def test_a_dry_run_shows_the_lines(plan: Path, call: Run) -> None:
    """And writes nothing."""
    result = call("mark", plan, "1.1", "--done", "03.05.2022", "--dry-run", *TODAY)
    assert "+    done: 03.05.2022" in result.stdout
    assert not plan.with_name("plan.marks.yaml").exists()


def test_marks_that_are_broken_are_left_alone(plan: Path, call: Run) -> None:
    """The fault is told at its line; nothing is lost."""
    path = plan.with_name("plan.marks.yaml")
    path.write_text('marks:\n  - at: 1.1\n    done: "03.05.2022\n', "utf-8")
    result = call("mark", plan, "1.2", "--done", "04.05.2022", *TODAY)
    assert result.returncode == 1
    assert "plan.marks.yaml:3:" in result.stderr
    assert "nothing was written" in result.stderr
    assert path.read_text("utf-8").endswith('"03.05.2022\n')


def test_line_ends_and_comments_stay(plan: Path, call: Run) -> None:
    """A file of Notepad keeps its CRLF and its BOM."""
    path = plan.with_name("plan.marks.yaml")
    before = "\ufeff# мои отметки\r\nmarks:\r\n  - at: 1.1  # первая\r\n    done: 03.05.2022\r\n".encode()
    path.write_bytes(before)
    assert call("mark", plan, "1.2", "--done", "04.05.2022", *TODAY).returncode == 0
    assert path.read_bytes().startswith(before)
    assert path.read_bytes().count(b"\n") == path.read_bytes().count(b"\r\n")


def test_many_runs_at_once_lose_nothing(plan: Path) -> None:
    """Eight processes mark a row each: all marks are there."""

    def one(n: int) -> int:
        done = program("mark", plan, f"1.{n}", "--done", f"{n + 2:02}.05.2022", "--today", "2022-06-10")
        return done.returncode

    with ThreadPoolExecutor(4) as pool:
        assert set(pool.map(one, range(1, 9))) == {0}
    assert marks(plan).count("- at:") == marks(plan).count("done:") == 8


def test_partly_done_and_then_done(plan: Path, call: Run) -> None:
    """The word holds from the day on which it was said; done, it gives way, and what gave way is printed."""
    said = call("mark", plan, "1.1", "--said", "частично", "--result", "Начато", *TODAY)
    assert said.returncode == 0, said.stderr
    assert "reported: 10.06.2022\n    said: частично" in marks(plan)
    day = ("--as-of", "2022-05-20", "--format", "json", *TODAY)
    assert '"state": "missed"' in call("status", plan, *day).stdout
    done = call("mark", plan, "1.1", "--done", "09.06.2022", "--result", "Готово", "--reason", "Карантин", *TODAY)
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("written over:\n  result: Начато\n  reported: 10.06.2022\n  said: частично\n")
    assert "частично" not in marks(plan)


def test_a_rule_that_is_left_out_stops_nothing(plan: Path, call: Run) -> None:
    """The project's choice of rules holds for what is marked, too."""
    future = ("mark", plan, "1.1", "--done", "03.05.2023", *TODAY)
    assert call(*future).returncode == 1
    plan.with_name("roadmapc.toml").write_text('[check]\nignore = ["RM854"]\n', "utf-8")
    result = call(*future, cwd=plan.parent)
    assert result.returncode == 0, result.stderr


def test_a_dry_run_needs_no_place_to_write(plan: Path, call: Run) -> None:
    """It makes no file beside the roadmap, the lock neither."""
    assert call("mark", plan, "1.1", "--done", "03.05.2022", "--dry-run", *TODAY).returncode == 0
    assert [path.name for path in plan.parent.iterdir()] == ["plan.yaml"]


def test_nobody_is_here_to_ask(plan: Path, call: Run) -> None:
    """Without a terminal the rows are named."""
    result = call("mark", plan, *TODAY)
    assert result.returncode == 2
    assert "nobody is here to ask" in result.stderr


def asked(plan: Path, answers: str, *options: str) -> str:
    """Return what a run prints that is answered at a terminal."""
    import pty

    leader, follower = pty.openpty()
    os.write(leader, answers.encode())
    arguments = [sys.executable, "-m", "roadmapc", "mark", str(plan), *options, *TODAY]
    with subprocess.Popen(arguments, stdin=follower, stderr=follower, stdout=subprocess.PIPE, text=True) as run:
        out, _ = run.communicate(timeout=60)
    os.close(follower)
    os.close(leader)
    assert run.returncode == 0, out
    return out


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")
def test_a_dry_run_asks_and_writes_nothing(plan: Path) -> None:
    """The lines that would be written are shown."""
    out = asked(plan, "03.05.2022\nСделано\n\nq\n", "--dry-run")
    assert "+    done: 03.05.2022" in out
    assert not plan.with_name("plan.marks.yaml").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no pseudo-terminal")
def test_the_open_rows_are_asked_for(plan: Path) -> None:
    """The nearest first; Enter passes one over, q stops, a late one needs a reason; each answer is written at once."""
    answers = "\n04.05.2022\nСделано\nприказ от 04.05.2022 № 5\n\n06.05.2022\n\n\n\nКарантин\nq\n"
    out = asked(plan, answers)
    assert "nothing is written" not in out
    assert "at: 1.2\n    activity: Дело 4\n    done: 04.05.2022\n    result: Сделано" in marks(plan)
    assert "at: 1.3\n    activity: Дело 5\n    done: 06.05.2022\n    reason: Карантин" in marks(plan)
    assert marks(plan).count("- at:") == 2
