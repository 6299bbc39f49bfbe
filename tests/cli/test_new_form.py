"""Proves that `templates new-form` makes a letterhead of options or of answers, and never over another form."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from roadmapc.cli import _questions
from tests.word.pictures import png

Run = Callable[..., subprocess.CompletedProcess[str]]
EN = ("--lang", "en")
OPTIONS = (
    "--organisation",
    "УПРАВЛЕНИЕ",
    "--organisation",
    "ОБРАЗОВАНИЯ",
    "--details",
    "ул. Школьная, 1",
    "--act",
    "ПРИКАЗ",
)
FORM = Path("templates") / "tsunta.docx"


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a function that sits at the terminal and answers."""

    def give(text: str) -> None:
        monkeypatch.setattr(_questions, "is_terminal", lambda: True)
        monkeypatch.setattr("sys.stdin", io.StringIO(text))

    return give


def lines(path: Path) -> list[str]:
    """Return what stands in the body of a form."""
    return [one.text for one in docx.Document(str(path)).paragraphs if one.text]


def test_by_options(call: Run, tmp_path: Path, clean: str) -> None:
    """The form is written, how to name it is said, and a roadmap that does is built on it."""
    result = call("templates", "new-form", "tsunta", *OPTIONS, *EN, cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == "templates/tsunta.docx: written\nIn a roadmap: form: tsunta\n"
    assert lines(tmp_path / FORM) == ["УПРАВЛЕНИЕ", "ОБРАЗОВАНИЯ", "ул. Школьная, 1", "ПРИКАЗ"]
    order = (
        "order: {name: ПРИКАЗ, date: 10.01.2021, number: 1, subject: О карте, items: [Утвердить.],"
        " signature: {position: Начальник, name: И.И. Иванов}}\napproval: {act: приказом управления}\n"
    )
    (tmp_path / "a.yaml").write_text(clean.replace("roadmapc: 1\n", "roadmapc: 1\nform: tsunta\n") + order, "utf-8")
    assert call("check", "a.yaml", *EN, cwd=tmp_path).stdout.startswith("1 file; 0 errors; 0 warnings")
    assert call("build", "a.yaml", cwd=tmp_path).returncode == 0
    assert lines(tmp_path / "build" / "a" / "order.docx")[:4] == lines(tmp_path / FORM)
    listed = call("templates", *EN, cwd=tmp_path)
    assert re.search(r"tsunta.docx +templates/tsunta.docx: used by roadmaps that say “form: tsunta”", listed.stdout)


def test_the_same_answers_give_the_same_bytes(call: Run, tmp_path: Path, answers: Callable[[str], None]) -> None:
    """Asked in Russian or given as options; each question is asked until its answer serves."""
    (tmp_path / "gerb.png").write_bytes(png())
    answers(
        "\nУПРАВЛЕНИЕ\nОБРАЗОВАНИЯ\n\nул. Школьная, 1\n\nПРИКАЗ\nнаискось\nугловой\nнет.png\ngerb.png\n"
        "30 10\n20 10 20 20\n500\n5\n\n99\n13\n"
    )
    result = call("templates", "new-form", "tsunta", cwd=tmp_path)
    assert result.returncode == 0
    assert "Название организации, строка 1 (пусто – больше нет): " in result.stderr
    for why in ("ответ пуст", "не расположение", "такого файла нет", "нужны четыре поля", "не поле", "не кегль"):
        assert why in result.stderr
    more = ("--layout", "corner", "--arms", "gerb.png", "--margins", "20 10 20 20", "--binding", "5", "--size", "13")
    assert call("templates", "new-form", "other", *OPTIONS, *more, cwd=tmp_path).returncode == 0
    assert (tmp_path / "templates" / "other.docx").read_bytes() == (tmp_path / FORM).read_bytes()


def test_enter_takes_what_is_usual(call: Run, tmp_path: Path, answers: Callable[[str], None]) -> None:
    """Of all questions the organisation alone needs an answer."""
    answers("УПРАВЛЕНИЕ\n" + "\n" * 9)
    assert call("templates", "new-form", "tsunta", *EN, cwd=tmp_path).returncode == 0
    assert call("templates", "new-form", "other", "--organisation", "УПРАВЛЕНИЕ", cwd=tmp_path).returncode == 0
    assert (tmp_path / "templates" / "other.docx").read_bytes() == (tmp_path / FORM).read_bytes()


def test_nothing_is_written_over(call: Run, tmp_path: Path) -> None:
    """The second form of a name is refused before anything is asked."""
    call("templates", "new-form", "tsunta", *OPTIONS, cwd=tmp_path)
    before = (tmp_path / FORM).read_bytes()
    result = call("templates", "new-form", "tsunta", "--organisation", "ДРУГОЕ", "--force", *EN, cwd=tmp_path)
    assert result.returncode == 2
    assert "templates/tsunta.docx is there already" in result.stderr
    assert (tmp_path / FORM).read_bytes() == before


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("new-form",), "the name of the form is missing"),
        (("new-form", "tsunta"), "nobody is here to ask, so these options are needed: --organisation"),
        (("new-form", "tsunta", "--organisation", " "), "a letterhead needs the name of the organisation"),
        (("new-form", "../tsunta", *OPTIONS), "is no plain name"),
        (("new-form", "tsunta", *OPTIONS, "--arms", "/etc/passwd"), "does not begin here"),
        (("new-form", "tsunta", *OPTIONS, "--size", "72"), "is no size of type"),
        (("copy", "--act", "ПРИКАЗ"), "these options go with new-form: --act"),
        (("--organisation", "А", "--font", "Arial"), "these options go with new-form: --organisation, --font"),
        (("paste",), "is not one of: copy, new-form"),
    ],
)
def test_what_cannot_be_done(call: Run, tmp_path: Path, arguments: tuple[str, ...], why: str) -> None:
    """Each is one message, and nothing is written."""
    result = call("templates", *arguments, *EN, cwd=tmp_path)
    assert result.returncode == 2
    assert why in result.stderr
    assert not (tmp_path / "templates").exists()
