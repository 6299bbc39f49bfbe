"""Proves what `compare` says of two plans, as text, JSON and Markdown, and of what cannot be compared."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from roadmapc.reporters.output_schemas import OUTPUT_SCHEMAS
from tests.plan.changes.plans import SOURCE
from tests.repositories import commit, needs_git, repository

Run = Callable[..., subprocess.CompletedProcess[str]]
ENGLISH = ("--lang", "en", "--today", "2022-06-01")
SECOND = (
    "      - {activity: Провести совещание директоров школ, deadline: июнь 2022, "
    "owners: [umo, методист], result: Протокол}\n"
)
EDITS = (
    ("июнь 2022, owners: [umo, методист]", "июль 2022, owners: [umo, директор]"),
    (
        "      - {activity: Подготовить отчёт",
        "      - {activity: Создать сайт <b>|*, deadline: май}\n      - {activity: Подготовить отчёт",
    ),
    ("Развитие методической службы.", "Развитие методической и наставнической службы во всех школах района и города."),
    ("2021–2024 годы", "2021-2024 годы"),
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Return a folder with an old plan and a new one."""
    text = SOURCE
    for old, new in EDITS:
        assert old in text
        text = text.replace(old, new, 1)
    (tmp_path / "old.yaml").write_text(SOURCE, "utf-8")
    (tmp_path / "new.yaml").write_text(text, "utf-8")
    return tmp_path


def test_the_screen(place: Path, call: Run) -> None:
    """In the order of the document; then days and people; typography is counted."""
    result = call("compare", "old.yaml", "new.yaml", *ENGLISH, cwd=place)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout == (
        "old.yaml → new.yaml\n"
        "\n"
        "Текст до таблицы\n"
        "  Текст:\n"
        "    Развитие методической{+ и наставнической+} службы{+ во всех школах района и города+}. "
        "/ - поддержка педагогов; / - обучение.\n"
        "\n"
        "1. Нормативное обеспечение\n"
        "  1.2  Срок исполнения: июнь 2022 → июль 2022\n"
        "  1.2  Ответственный: Начальник УМО / методист → Начальник УМО / директор\n"
        "  1.3  row added: Создать сайт <b>|*\n"
        "    май\n"
        "  1.3  number: 1.3. → 1.4.\n"
        "\n"
        "Deadlines that moved\n"
        "  1.2  30.06.2022 → 31.07.2022, later by 31 d.\n"
        "\n"
        "Owners who gain or lose rows\n"
        "  директор: gains 1 (1.2)\n"
        "  методист: loses 1 (1.2)\n"
        "\n"
        "5 changes; in typography alone: 1 (to list them: --typography)\n"
    )


def test_a_narrow_screen(place: Path, call: Run) -> None:
    """Lines hang below what they belong to, and no word is lost."""
    wide = call("compare", "old.yaml", "new.yaml", *ENGLISH, cwd=place).stdout
    narrow = call("compare", "old.yaml", "new.yaml", *ENGLISH, cwd=place, COLUMNS="40").stdout
    assert narrow.split() == wide.split()
    assert max(map(len, narrow.splitlines())) <= 40


def test_typography_is_listed_where_it_is_asked_for(place: Path, call: Run) -> None:
    """Apart from what differs in words."""
    result = call("compare", "old.yaml", "new.yaml", "--typography", *ENGLISH, cwd=place)
    assert "In typography alone\n\nПаспорт\n  Строки 1: Содержание: 2021–2024 годы → 2021-2024 годы\n" in result.stdout


def test_json(place: Path, call: Run) -> None:
    """By its schema: kinds, places in both files, days and people."""
    result = call("compare", "old.yaml", "new.yaml", "--format", "json", cwd=place)
    found = json.loads(result.stdout)
    jsonschema.validate(found, OUTPUT_SCHEMAS["changes.schema.json"]())
    assert [one["kind"] for one in found["changes"]] == [
        *("field-changed", "cell-changed", "owners-changed", "row-added", "row-renumbered", "field-changed")
    ]
    cell = found["changes"][1]
    assert (cell["address"], cell["column"], cell["old"], cell["new"]) == (
        *("1.2", "Срок исполнения"),
        *("июнь 2022", "июль 2022"),
    )
    line = 1 + SOURCE[: SOURCE.index(SECOND)].count("\n")
    assert cell["old_place"] == {"file": "old.yaml", "line": line}
    assert found["changes"][3]["old_place"] is None
    [deadline] = found["deadlines"]
    assert (deadline["old_due"], deadline["new_due"], deadline["days"]) == (["2022-06-30"], ["2022-07-31"], [31])
    assert {one["owner"]: (len(one["gained"]), len(one["lost"])) for one in found["owners"]} == {
        "директор": (1, 0),
        "методист": (0, 1),
    }
    assert found["old"]["revision"] is None


def test_markdown(place: Path, call: Run) -> None:
    """A table for each part; what is no markup is shown as it stands."""
    text = call("compare", "old.yaml", "new.yaml", "--format", "markdown", *ENGLISH, cwd=place).stdout
    assert text.startswith("## План работы\n\nold.yaml → new.yaml\n\n5 changes; in typography alone: 1\n")
    assert "### 1. Нормативное обеспечение\n\n| Row | What | Was | Is now |\n| --- | --- | --- | --- |\n" in text
    assert "| 1.2 | Срок исполнения | <del>июнь</del> 2022 | <ins>июль</ins> 2022 |\n" in text
    assert "| 1.3 | row added | – | Создать сайт &lt;b&gt;&#124;&#42;<br>май |\n" in text
    assert "| 1.2 | 30.06.2022 | 31.07.2022 | later by 31 d. |\n" in text
    assert "| директор | 1.2 |  |\n" in text


def test_markdown_is_cut_between_rows(tmp_path: Path, call: Run) -> None:
    """What no comment would hold is counted in the last line."""
    rows = "".join(f"      - {{activity: Провести встречу{at} школы{at}}}\n" for at in range(900))
    text = SOURCE[: SOURCE.index("sections:")] + "sections:\n  - activities:\n" + rows
    (tmp_path / "old.yaml").write_text(text, "utf-8")
    (tmp_path / "new.yaml").write_text(text.replace("Провести", "Организовать"), "utf-8")
    found = call("compare", "old.yaml", "new.yaml", "--format", "markdown", *ENGLISH, cwd=tmp_path).stdout
    assert len(found.encode()) < 65_536
    assert "more changes do not fit in here" in found.splitlines()[-1]


def test_exit_codes(place: Path, call: Run) -> None:
    """Changes are no fault, but with --exit-code; the same file twice is nothing."""
    assert call("compare", "old.yaml", "new.yaml", "--exit-code", cwd=place).returncode == 1
    same = call("compare", "old.yaml", "old.yaml", "--exit-code", *ENGLISH, cwd=place)
    assert (same.returncode, same.stdout) == (0, "old.yaml → old.yaml\nnothing changed\n")
    json_of_same = json.loads(call("compare", "old.yaml", "old.yaml", "--format", "json", cwd=place).stdout)
    assert (json_of_same["changes"], json_of_same["deadlines"], json_of_same["owners"]) == ([], [], [])
    markdown = call("compare", "old.yaml", "old.yaml", "--format", "markdown", *ENGLISH, cwd=place).stdout
    assert markdown.endswith("\nnothing changed\n")


def test_unrelated_files(place: Path, call: Run, roadmaps: Path) -> None:
    """They are compared all the same, and it is said."""
    result = call("compare", roadmaps / "choysky.yaml", roadmaps / "tsuntinsky.yaml", *ENGLISH)
    assert result.returncode == 1
    assert "hardly two editions of one plan" in result.stderr


def test_errors_of_form_are_told(place: Path, call: Run) -> None:
    """With errors nothing is compared."""
    (place / "bad.yaml").write_text(SOURCE.replace("period:", "perio:"), "utf-8")
    result = call("compare", "old.yaml", "bad.yaml", *ENGLISH, cwd=place)
    assert (result.returncode, result.stdout) == (1, "")
    assert "bad.yaml" in result.stderr


def test_a_report_takes_no_source_s_place(place: Path, call: Run) -> None:
    """Nor is anything of it written where the comparison fails."""
    result = call("compare", "old.yaml", "new.yaml", "-o", "old.yaml", *ENGLISH, cwd=place)
    assert result.returncode == 2
    assert (place / "old.yaml").read_text("utf-8") == SOURCE
    assert call("compare", "old.yaml", "new.yaml", "-o", "r.md", "--format", "markdown", cwd=place).returncode == 0
    assert (place / "r.md").read_text("utf-8").startswith("## План работы")


@needs_git
def test_a_revision(place: Path, call: Run) -> None:
    """It is named as git names it; in JSON by its hash as well."""
    repository(place)
    head = commit(place, "v1")
    (place / "old.yaml").write_text((place / "new.yaml").read_text("utf-8"), "utf-8")
    result = call("compare", "old.yaml", "--since", "v1", *ENGLISH, cwd=place)
    assert result.stdout.startswith("v1:old.yaml → old.yaml\n")
    found = json.loads(call("compare", "old.yaml", "--since=v1", "--format", "json", cwd=place).stdout)
    assert found["old"]["revision"] == head
    assert found["changes"][0]["old_place"]["file"] == "v1:old.yaml"
    both = call("compare", "old.yaml", "new.yaml", "--since", "v1", *ENGLISH, cwd=place)
    assert both.returncode == 2
    for name in ("-v1", "--upload-pack=x", ""):
        assert call("compare", "old.yaml", f"--since={name}", *ENGLISH, cwd=place).returncode == 2
