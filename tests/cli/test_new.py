"""Proves that `new` begins a folder, asks at a terminal, never writes over anything, and makes next year's plan."""

from __future__ import annotations

import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmapc.cli import _questions

Run = Callable[..., subprocess.CompletedProcess[str]]
EN = ("--lang", "en")
OPTIONS = ("--municipality", "Ивановский район", "--period", "2026/2027")
FILE = Path("roadmaps") / "ivanovskii-raion.yaml"
BESIDE = ("roadmaps/owners.yaml", "roadmapc.toml", ".vscode/settings.json", ".vscode/roadmap.schema.json", ".gitignore")


def files(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder with their bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_new_folder(call: Run, tmp_path: Path) -> None:
    """The roadmap and what belongs beside it; the next steps are said, and they work."""
    result = call("new", *OPTIONS, *EN, cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    written = files(tmp_path)
    assert {FILE.as_posix(), *BESIDE} <= set(written)
    assert all(f"{name}: written" in result.stdout for name in written)
    assert f"Then: roadmapc check {FILE.as_posix()}" in result.stdout
    check = call("check", *EN, cwd=tmp_path)
    assert check.returncode == 1
    assert set(json.loads(call("check", "--format", "json", *EN, cwd=tmp_path).stdout)[0]) >= {"name"}
    assert "unfilled-mark" in check.stdout
    assert call("build", *EN, cwd=tmp_path).returncode == 1
    assert call("build", "--draft", *EN, cwd=tmp_path).returncode == 0
    assert "Ивановский район" in call("due", "--month", "12", "--year", "2026", *EN, cwd=tmp_path).stdout


def test_the_editor_knows_the_schemas(call: Run, tmp_path: Path) -> None:
    """Each schema that the settings name is there, and no file has two."""
    call("new", *OPTIONS, cwd=tmp_path)
    settings = json.loads((tmp_path / ".vscode" / "settings.json").read_text("utf-8"))
    schemas = settings["yaml.schemas"]
    assert all((tmp_path / name).is_file() for name in schemas)
    assert sorted(schemas.values()) == [["roadmaps/*.yaml", "!roadmaps/owners.yaml"], ["roadmaps/owners.yaml"]]


def test_nothing_is_written_over(call: Run, tmp_path: Path) -> None:
    """A roadmap that is there stops the command with nothing changed; what else is there stays, and is told."""
    (tmp_path / "roadmapc.toml").write_text("# мое\n", encoding="utf-8")
    first = call("new", *OPTIONS, *EN, cwd=tmp_path)
    assert "roadmapc.toml: is there already, left as it is" in first.stdout
    before = files(tmp_path)
    assert before["roadmapc.toml"] == "# мое\n".encode()
    again = call("new", *OPTIONS, *EN, cwd=tmp_path)
    assert again.returncode == 2
    assert f"{FILE.as_posix()} is there already" in again.stderr
    assert "--out roadmaps/ivanovskii-raion-2.yaml" in again.stderr
    assert files(tmp_path) == before


def test_options_choose_the_parts(call: Run, tmp_path: Path) -> None:
    """Kind, order, passport and result column; `--out` names the file."""
    options = ("--kind", "Программа", "--no-order", "--passport", "--no-result", "--out", "my.yaml")
    assert call("new", *OPTIONS, *options, *EN, cwd=tmp_path).returncode == 0
    text = (tmp_path / "my.yaml").read_text("utf-8")
    assert "kind: программа" in text
    assert "\norder:" not in text
    assert "\npassport:" in text
    assert "result:" not in text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "--municipality, --period"),
        (("--period", "2027"), "these options are needed: --municipality"),
        (("--municipality", "Район", "--period", "скоро"), "--period: "),
        ((*OPTIONS, "--out", "plan.txt"), "ends in .yaml"),
        (("--like", "none.yaml", "--period", "2027"), "there is no such file"),
        (("--like", "a.yaml"), "--period is missing"),
        (("--like", "a.yaml", *OPTIONS), "leave the other options out"),
    ],
)
def test_what_is_missing_is_told(call: Run, tmp_path: Path, arguments: tuple[str, ...], words: str) -> None:
    """Without a terminal nobody is asked: exit code 2, and nothing is written."""
    result = call("new", *arguments, *EN, cwd=tmp_path)
    assert result.returncode == 2
    assert words in result.stderr
    assert files(tmp_path) == {}


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return a function that sits at the terminal and answers."""

    def give(text: str) -> None:
        monkeypatch.setattr(_questions, "is_terminal", lambda: True)
        monkeypatch.setattr("sys.stdin", io.StringIO(text))

    return give


def test_questions_are_asked_in_russian(call: Run, tmp_path: Path, answers: Callable[[str], None]) -> None:
    """Each until its answer serves; Enter takes what stands in brackets."""
    answers("\nИвановский район\nМосковская область\n2\nкогда-нибудь\n2026/2027\nможет быть\nнет\nда\n\n")
    result = call("new", cwd=tmp_path)
    assert result.returncode == 0
    assert "Муниципалитет, как в документах: " in result.stderr
    assert "ответ пуст" in result.stderr
    assert "ответьте «да» или «нет»" in result.stderr
    text = (tmp_path / FILE).read_text("utf-8")
    assert "kind: план мероприятий" in text
    assert "region: Московская область" in text
    assert "period: 2026/2027 учебный год" in text
    assert "\norder:" not in text
    assert "\npassport:" in text
    assert "result: Результат" in text


def test_what_is_given_is_not_asked(call: Run, tmp_path: Path, answers: Callable[[str], None]) -> None:
    """One question is left."""
    answers("2027\n")
    options = ("--municipality", "Район", "--kind", "программа", "--order", "--no-passport", "--result")
    result = call("new", *options, *EN, cwd=tmp_path)
    assert result.returncode == 0
    assert result.stderr.count("?") + result.stderr.count("Period, for example") == 1


def test_a_closed_terminal_stops(call: Run, tmp_path: Path, answers: Callable[[str], None]) -> None:
    """Ctrl+D is no answer: nothing is written."""
    answers("Район\n")
    result = call("new", *EN, cwd=tmp_path)
    assert result.returncode == 2
    assert "stopped" in result.stderr
    assert files(tmp_path) == {}


def test_next_years_plan(call: Run, tmp_path: Path, clean: str) -> None:
    """Beside this year's, its years moved; what to look at is told with its line."""
    (tmp_path / "plan-2021.yaml").write_text(clean + "waivers: [{rule: missing-owner, reason: так}]\n", "utf-8")
    result = call("new", "--like", "plan-2021.yaml", "--period", "2025-2028", *EN, cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    assert "plan-2025.yaml: written" in result.stdout
    assert "waivers left out: 1" in result.stdout
    text = (tmp_path / "plan-2025.yaml").read_text("utf-8")
    assert "deadline: май 2026" in text
    assert "waivers: []" in text
    assert call("check", "plan-2025.yaml", *EN, cwd=tmp_path).returncode == 0
    again = call("new", "--like", "plan-2021.yaml", "--period", "2025-2028", *EN, cwd=tmp_path)
    assert (again.returncode, "is there already" in again.stderr) == (2, True)


def test_a_plan_that_cannot_be_read_is_not_moved(call: Run, tmp_path: Path) -> None:
    """What is wrong is shown first."""
    (tmp_path / "a.yaml").write_text("roadmapc: 1\n- a\n", encoding="utf-8")
    result = call("new", "--like", "a.yaml", "--period", "2027", *EN, cwd=tmp_path)
    assert result.returncode == 2
    assert "RM001" in result.stderr
    assert "first correct what" in result.stderr


@pytest.mark.parametrize("command", ["check", "build", "due", "fmt"])
def test_an_empty_folder_says_how_to_begin(call: Run, tmp_path: Path, command: str) -> None:
    """Every command that looks for roadmaps."""
    result = call(command, *EN, cwd=tmp_path)
    assert result.returncode == 2
    assert "roadmapc new" in result.stderr
    (tmp_path / "roadmaps").mkdir()
    assert "roadmapc new" in call(command, *EN, cwd=tmp_path).stderr


def test_an_unknown_command_offers_the_nearest(call: Run) -> None:
    """«nwe» is `new`; `-h` is help."""
    assert "perhaps “new”" in call("nwe", *EN).stderr
    assert call("new", "-h", *EN).returncode == 0
