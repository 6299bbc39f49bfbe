"""Proves that `amend` writes what an act needs, says why, and writes nothing where there is nothing to amend."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess
from zipfile import ZipFile

import pytest

from tests.editions import SIGNED, project

Call = Callable[..., CompletedProcess[str]]
Amend = Callable[..., tuple[int, str]]
FOLDER = Path("build/amendments/plan/2022-05-12-01-07-44")
ACT = ("--date", "12.05.2022", "--number", "01-07/44")


@pytest.fixture
def amend(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: Call) -> Amend:
    """Return what runs `amend` in a project of its own: code, and all that is said."""
    monkeypatch.chdir(tmp_path)
    project(tmp_path)

    def run(*words: str, command: str = "amend") -> tuple[int, str]:
        done = call(command, *words, "--lang", "en")
        return done.returncode, done.stdout + done.stderr

    return run


def new(*changes: tuple[str, str], name: str = "new.yaml") -> str:
    """Write the text that is wanted; return its name."""
    text = Path("plan.yaml").read_text(encoding="utf-8")
    for old, words in changes:
        assert old in text
        text = text.replace(old, words)
    Path(name).write_text(text.replace("municipality:", "id: plan\nmunicipality:", 1), encoding="utf-8")
    return name


def test_an_act_is_written(amend: Amend) -> None:
    """The order first; what it says is said, each formula with its reason where it is asked for."""
    code, said = amend("plan.yaml", new(("опрос педагогов", "анкетирование педагогов")), *ACT, "--explain")
    assert code == 0, said
    formula = "в графе 2 пункта 1.1 слово «опрос» заменить словом «анкетирование»"
    assert f"{formula}  – these words stand there once" in said
    words = ("amendment", "comparison", "consolidated", "redline")
    made = {path.name for path in FOLDER.iterdir()} - {"manifest.json"}
    assert made == {"changes.json", *(f"{name}.docx" for name in words)}
    changes = json.loads((FOLDER / "changes.json").read_text(encoding="utf-8"))["changes"]
    assert [(one["kind"], one["old"]) for one in changes] == [("cell-changed", "Провести опрос педагогов")]


def test_formats(amend: Amend) -> None:
    """Word always, HTML where it is wanted; another is refused."""
    wanted = new(("май", "июнь"))
    assert amend("plan.yaml", wanted, *ACT, "--to", "html")[0] == 0
    assert (FOLDER / "amendment.html").exists()
    code, said = amend("plan.yaml", wanted, *ACT, "--to", "pdf")
    assert (code, "pdf" in said) == (2, True)


def test_the_text_last_signed(amend: Amend) -> None:
    """After `freeze`, the file alone is enough."""
    assert amend("plan.yaml", command="freeze")[0] == 0
    plan = Path("plan.yaml")
    plan.write_text(plan.read_text(encoding="utf-8").replace("май", "июнь"), encoding="utf-8")
    code, said = amend("plan.yaml", *ACT)
    assert code == 0, said
    assert "в графе 3 пункта 1.1 слово «май» заменить словом «июнь»" in said


def test_an_attachment_that_goes(amend: Amend) -> None:
    """An act that does nothing but drop an attachment is an act."""
    text = Path("plan.yaml").read_text(encoding="utf-8").replace("municipality:", "id: plan\nmunicipality:", 1)
    attachment = "attachments:\n  - {number: 2, kind: форма, title: Форма отчета, preface: [{text: Отчет.}]}\n"
    Path("old.yaml").write_text(text + attachment, encoding="utf-8")
    Path("new.yaml").write_text(text, encoding="utf-8")
    code, said = amend("old.yaml", "new.yaml", *ACT)
    assert code == 0, said
    assert said.startswith("attachment 2 is dropped\n")
    assert (FOLDER / "amendment.docx").exists()


@pytest.mark.parametrize("change", [("месяц", ""), ("2021-2024}", "2021-2024} # иначе")])
def test_nothing_changed(amend: Amend, change: tuple[str, str]) -> None:
    """It is said, and nothing is written: no printed word is another."""
    text = new() if change[0] not in SIGNED else new(change)
    assert amend("plan.yaml", text, *ACT) == (0, "nothing changed\n")
    assert not Path("build").exists()


@pytest.mark.parametrize(
    ("changes", "options", "code", "words"),
    [
        ([("май", "июнь")], ("--number", "№"), 2, "is no number of an act"),
        ([("number: 01-07/5", "number: 01-07/6")], ACT, 1, "is of the base act"),
        ([("май", "июнь")], ("--date", "9.01.2022"), 2, "dated before the order"),
        ([("май", "июнь")], ("--date", "завтра"), 2, "--date"),
    ],
)
def test_what_no_act_may_say(
    amend: Amend, changes: list[tuple[str, str]], options: tuple[str, ...], code: int, words: str
) -> None:
    """What the signed order says of itself stays; an act is no older than what it amends."""
    result = amend("plan.yaml", new(*changes), *options)
    assert result[0] == code, result[1]
    assert words in result[1]
    assert not Path("build").exists()


def test_what_is_not_signed_is_changed_freely(amend: Amend) -> None:
    """There is nothing to amend."""
    code, said = amend(new(("  date: 10.01.2022\n", ""), name="old.yaml"), new(("май", "июнь")), *ACT)
    assert code == 2
    assert "is not signed" in said


def test_changes_without_a_printed_word(amend: Amend) -> None:
    """They are told: no order can say them, and nobody may think that one has."""
    code, said = amend("plan.yaml", new(("period: 2021-2024", "period: 2021-2025")), *ACT)
    assert code == 1
    assert "“01.01.2021 – 31.12.2024” → “01.01.2021 – 31.12.2025” changes no printed word" in said
    assert not Path("build").exists()


def test_who_makes_the_tracked_changes(amend: Amend) -> None:
    """As is given; Word shows it at each of them."""
    assert amend("plan.yaml", new(("май", "июнь")), *ACT, "--author", "Методист  Ю.П.")[0] == 0
    with ZipFile(FOLDER / "redline.docx") as package:
        assert 'w:author="Методист Ю.П."' in package.read("word/document.xml").decode()


def test_two_rows_with_one_id(amend: Amend) -> None:
    """Nobody can tell which of them an act means."""
    both = new(
        ("{activity: Обсудить", "{id: x, activity: Обсудить"), ("{activity: Выпустить", "{id: x, activity: Выпустить")
    )
    code, said = amend("plan.yaml", both, *ACT)
    assert code == 1
    assert "the id “x” is given twice" in said
    assert not Path("build").exists()


def test_unrelated_plans(amend: Amend, roadmaps: Path) -> None:
    """Nobody amends one plan into another."""
    code, said = amend("plan.yaml", str(roadmaps / "tsuntinsky.yaml"), *ACT)
    assert code == 2
    assert "two plans, not two editions" in said


def test_without_day_and_number(amend: Amend) -> None:
    """A draft has blanks, and a folder of its own."""
    assert amend("plan.yaml", new(("май", "июнь")))[0] == 0
    assert Path("build/amendments/plan/draft/amendment.docx").exists()


def test_a_form_that_is_not_there(amend: Amend) -> None:
    """The act is not written on another form in silence."""
    wanted = new(("май", "июнь"), ("roadmapc: 1\n", "roadmapc: 1\nform: uprava\n"))
    code, said = amend("plan.yaml", wanted, *ACT)
    assert code == 2
    assert "uprava" in said
    assert not Path("build").exists()


def test_what_has_errors_is_not_signed(amend: Amend) -> None:
    """As `build` does: only a draft may have them."""
    wanted = new(("deadline: май 2022", "deadline: 31 июня 2022"))
    code, said = amend("plan.yaml", wanted, *ACT)
    assert code == 1
    assert "there is no such date" in said
    assert "no order is written, errors: 1; only --draft writes it with them" in said
    assert not FOLDER.exists()
    assert amend("plan.yaml", wanted, *ACT, "--draft")[0] == 0
