"""Proves what `due` lists: the month asked for, whose it is, in which order, as table, JSON and CSV."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from roadmapc.plan import make_plan
from roadmapc.reporters.output_schemas import OUTPUT_SCHEMAS
from roadmapc.source.decoding import decode
from roadmapc.source.model import Roadmap
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.validation import validate

Run = Callable[..., subprocess.CompletedProcess[str]]
TODAY = ("--today", "2026-11-21")
MAY = ("--month", "may", "--year", "2022")

TWO = """\
roadmapc: 1
municipality: {name: Район}
document: {kind: дорожная карта, title: Карта, period: 2021-2024}
sections:
  - title: Раздел
    activities:
      - {activity: "=1+1; «кавычки»", deadline: до 31 мая 2022 г., owners: ["+директор", "@методист"], result: "-5"}
      - {activity: "- раз\\n- два", deadline: до 30 мая 2022 г., owners: методист, result: Справка}
      - {activity: Раньше, deadline: до 10 мая 2022 г., owners: методист, result: Справка}
      - {activity: Открыто, deadline: с 1 мая по 15 июня 2022 г., owners: методист, result: Справка}
      - {activity: Постоянно, deadline: постоянно, owners: методист, result: Справка}
      - {activity: Не скоро, deadline: до 1 марта 2023 г., owners: методист, result: Справка}
"""


def listed(call: Run, *arguments: object) -> list[dict[str, Any]]:
    """Return what `due --format json` prints."""
    result = call("due", "--format", "json", *arguments)
    assert result.returncode == 0, result.stderr
    return list(json.loads(result.stdout))


@pytest.fixture
def two(tmp_path: Path) -> Path:
    """Return a roadmap with one row of each kind."""
    path = tmp_path / "two.yaml"
    path.write_text(TWO, encoding="utf-8")
    return path


def test_may_2022_of_the_real_roadmaps(run: Run, roadmaps: Path, tmp_path: Path) -> None:
    """As users run it: the real roadmaps' May of 2022, in the shape of the schema, every entry touching the month."""
    result = run("due", *MAY, "--format", "json", roadmaps, cwd=tmp_path)
    entries = json.loads(result.stdout)
    assert (result.returncode, result.stderr) == (0, "")
    jsonschema.validate(entries, OUTPUT_SCHEMAS["due.schema.json"](), format_checker=jsonschema.FormatChecker())
    assert {entry["status"] for entry in entries} == {"due", "open", "continuous"}
    for entry in entries:
        assert entry["first"] <= "2022-05-31"
        assert entry["due"] >= "2022-05-01"
        assert entry["remind"] <= entry["due"]
        assert (entry["status"] == "due") == (entry["due"] <= "2022-05-31" and entry["kind"] != "continuous")


def test_due_comes_before_open_before_continuous(call: Run, roadmaps: Path) -> None:
    """Entries are listed by status, and by date within it, roadmaps mixed."""
    entries = listed(call, *MAY, roadmaps)
    order = ["due", "open", "continuous"]
    keys = [(order.index(entry["status"]), entry["due"]) for entry in entries]
    assert keys == sorted(keys)
    assert len({entry["roadmap"] for entry in entries if entry["status"] == "open"}) > 1


def test_each_status_has_its_rows(call: Run, two: Path) -> None:
    """Due in the month, open in it, continuous over it; what begins later is not listed."""
    entries = [(entry["status"], entry["activity"], entry["due"]) for entry in listed(call, *MAY, two)]
    assert entries == [
        ("due", "Раньше", "2022-05-10"),
        ("due", "- раз\n- два", "2022-05-30"),
        ("due", "=1+1; «кавычки»", "2022-05-31"),
        ("open", "Открыто", "2022-06-15"),
        ("continuous", "Постоянно", "2024-12-31"),
    ]


@pytest.mark.parametrize(
    "month",
    [
        ("--month", "may", "--year", "2022"),
        ("--month", "май", "--year", "2022"),
        ("--month", "мая", "--year", "2022"),
        ("--month", "Мае", "--year", "2022"),
        ("--month", "5", "--year", "2022"),
        ("--month", "05", "--year", "2022"),
        ("--month", "2022-05"),
        ("--month", "05.2022"),
        ("--month", "май 2022"),
        ("--month", "2022-05", "--year", "2022"),
        ("--from", "2022-05-01", "--until", "31.05.2022"),
        ("--from", "01.05.2022", "--to", "2022-05-31"),
        ("--today", "2022-05-17"),
        ("--month", "may", "--today", "2022-05-31"),
        ("--month", "may", "--today", "2021-06-01"),
    ],
)
def test_every_way_to_say_may_2022(call: Run, two: Path, month: tuple[str, ...]) -> None:
    """However the month is named, the same rows are listed."""
    assert listed(call, *month, two) == listed(call, *MAY, two)


def test_a_year(call: Run, two: Path) -> None:
    """`--year` alone lists the whole year."""
    assert [entry["activity"] for entry in listed(call, "--year", "2023", two)] == ["Не скоро", "Постоянно"]


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("--month", "мартобря"), "мартобря"),
        (("--month", "13"), "13"),
        (("--month", "0"), "0"),
        (("--month", "may", "--year", "0"), "0"),
        (("--month", "0000-05"), "0"),
        (("--year", "99999"), "99999"),
        (("--year", "этот"), "--year"),
        (("--month", "2022-05", "--year", "2023"), "--month"),
        (("--from", "2022-05-01", "--month", "may"), "--month"),
        (("--from", "2022-05-01", "--year", "0"), "--year"),
        (("--from", "2022-05-02", "--until", "2022-05-01"), "--until"),
        (("--to", "2022-05-32"), "--until"),
        (("--from", "30.02.2022"), "30.02.2022"),
        (("--municipality", "Нигде"), "Нигде"),
        (("--format", "xlsx"), "xlsx"),
    ],
)
def test_what_cannot_be_asked(call: Run, two: Path, arguments: tuple[str, ...], named: str) -> None:
    """A month, year or day that is none, or options at odds, are one message and exit code 2."""
    result = call("due", *arguments, two)
    assert (result.returncode, result.stdout) == (2, "")
    assert named in result.stderr.splitlines()[0]


@pytest.mark.parametrize(("today", "year"), [("2020-01-01", 2021), ("2022-05-31", 2022), ("2022-06-01", 2023)])
def test_the_nearest_may(call: Run, two: Path, today: str, year: int) -> None:
    """Without a year the nearest May from today is meant, inside the period; nothing needs saying."""
    result = call("due", "--month", "may", "--today", today, two, "--format", "json")
    assert result.stderr == ""
    first, last = f"{year}-05-01", f"{year}-05-31"
    assert json.loads(result.stdout) == listed(call, "--from", first, "--until", last, two)


def test_a_period_that_is_over(call: Run, two: Path) -> None:
    """Where the period is over the last May is shown and the program says so, beside the table and beside JSON."""
    arguments = ("due", "--month", "may", "--today", "2026-11-21", "--lang", "en", two)
    note = "Район: the period is over; shown is 05.2024\n"
    assert call(*arguments).stdout.endswith(note)
    result = call(*arguments, "--format", "json")
    assert result.stderr == note
    assert [entry["activity"] for entry in json.loads(result.stdout)] == ["Постоянно"]


def test_a_month_that_is_past_in_a_period_that_is_not_over(call: Run, two: Path) -> None:
    """In the last autumn of the period the last May is past, but the period is not said to be over."""
    result = call("due", "--month", "may", "--today", "2024-11-21", "--lang", "en", two)
    assert result.stdout.endswith("Район: the last such month is past; shown is 05.2024\n")


def test_a_month_outside_the_period(call: Run, roadmaps: Path) -> None:
    """A roadmap of September to May has no July, and says so."""
    result = call("due", "--month", "july", *TODAY, "--lang", "en", roadmaps / "mosalsky.yaml")
    assert result.returncode == 0
    assert "МР «Мосальский район»: no such month in its period" in result.stdout


@pytest.mark.parametrize("owner", ["upravlenie", "УОМПС", "уомпс и т"])
def test_an_owner(call: Run, roadmaps: Path, owner: str) -> None:
    """An owner is found by alias or by part of the post, in any case of letters; other rows are left out."""
    span = ("--from", "2022-09-01", "--until", "2023-08-31")
    entries = listed(call, *span, "--owner", owner, roadmaps)
    assert {entry["roadmap"] for entry in entries} == {"tsuntinsky"}
    assert all("МКУ «УОМПС и Т»" in entry["owners"] for entry in entries)
    assert len(entries) < len(listed(call, *span, roadmaps / "tsuntinsky.yaml"))


def test_a_municipality(call: Run, roadmaps: Path) -> None:
    """Part of a municipality's name keeps its roadmap alone."""
    entries = listed(call, *MAY, "--municipality", "ленинград", roadmaps)
    assert {entry["roadmap"] for entry in entries} == {"leningradsky"}


def squeezed(text: str) -> str:
    """Return a text without spaces, to be found however its lines are broken."""
    return re.sub(r"\s", "", text)


def test_names_are_whole_in_a_narrow_terminal(call: Run, roadmaps: Path) -> None:
    """In 60 columns no line is longer, and every name, activity and owner is shown whole."""
    result = call("due", *MAY, roadmaps, COLUMNS="60")
    assert max(map(len, result.stdout.splitlines())) <= 60
    shown = squeezed(result.stdout)
    for entry in listed(call, *MAY, roadmaps):
        assert squeezed(entry["municipality"]) in shown
        if entry["status"] != "continuous":
            assert squeezed(entry["activity"]) in shown
            assert all(squeezed(owner) in shown for owner in entry["owners"])


def test_a_wide_table_holds_whole_cells(call: Run, roadmaps: Path) -> None:
    """Each cell of the wide table, its lines joined, is the whole municipality, activity and owners."""
    result = call("due", *MAY, roadmaps, COLUMNS="200")
    assert max(map(len, result.stdout.splitlines())) <= 200
    cells: list[list[str]] = [[]]
    for line in result.stdout.splitlines():
        if line.startswith("│"):
            parts = [part.strip() for part in line.strip("│").split("│")]
            cells[-1] = [" ".join(pair).strip() for pair in zip(cells[-1] or [""] * len(parts), parts, strict=True)]
        else:
            cells.append([])
    shown = [[squeezed(cell) for cell in row] for row in cells if row]
    expected = [
        [squeezed(text) for text in (e["municipality"], e["activity"], "".join(e["owners"]) or "–")] + [e["section"]]
        for e in listed(call, *MAY, roadmaps)
        if e["status"] != "continuous"
    ]
    assert len(shown) == len(expected)
    for row, (municipality, activity, owners, section) in zip(shown, expected, strict=True):
        assert [row[1], row[4]] == [municipality, owners]
        assert row[3].startswith(activity)  # its section stands below
        assert row[3].endswith(squeezed(section or ""))


def test_continuous_work_is_one_line_a_roadmap(call: Run, two: Path) -> None:
    """Work without an end is counted, not listed, with its last day."""
    result = call("due", *MAY, two, "--lang", "en", COLUMNS="60")
    assert "Постоянно" not in result.stdout
    assert result.stdout.endswith("Continuous work\n  Район: activities: 1, to 31.12.2024\n")


def test_csv_opens_in_a_spreadsheet(call: Run, two: Path) -> None:
    """CSV has a BOM, semicolons and CRLF, whole rows, dates as officials write them, and no cell that is a formula."""
    text = call("due", *MAY, two, "--format", "csv").stdout
    assert text.startswith("\ufeff")
    assert text.count("\r\n") == 6
    head, *rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert {len(row) for row in rows} == {len(head)} == {12}
    assert rows[0][:4] == ["Район", "1.3.\t", "Раньше", "до 10 мая 2022 г."]
    assert rows[0][5:8] == ["10.05.2022", "06.05.2022", "методист"]
    assert rows[1][2] == "– раз\n– два"
    assert rows[2][2] == "'=1+1; «кавычки»"
    assert (rows[2][7], rows[2][8]) == ("'+директор; @методист", "'-5")
    assert not [cell for row in rows for cell in row if cell[:1] in set("=+-@\t\r")]


def test_a_file_that_cannot_be_read(call: Run, two: Path) -> None:
    """A broken file is reported beside the list of the others, and the exit code is 1."""
    (two.parent / "bad.yaml").write_text("roadmapc: [", encoding="utf-8")
    result = call("due", *MAY, "--format", "json", two.parent)
    assert result.returncode == 1
    assert len(json.loads(result.stdout)) == 5
    assert "bad.yaml:1:" in result.stderr


def test_every_occurrence_is_due_once(call: Run, roadmaps: Path) -> None:
    """Month after month, what is listed as due is every dated occurrence of the real roadmaps, each once."""
    found = []
    for year in range(2020, 2026):
        entries = listed(call, "--year", year, roadmaps)
        found += [(e["roadmap"], e["id"], e["due"]) for e in entries if e["status"] == "due"]
    expected = []
    for path in sorted(roadmaps.glob("*.yaml")):
        tree, _ = parse_yaml(decode(path.name, path.read_bytes())[0])
        assert tree is not None
        roadmap, _ = validate(tree, Roadmap)
        assert roadmap is not None
        for row in make_plan(roadmap, tree, path.stem).rows:
            if row.dated and row.dated.kind != "continuous":
                expected += [(path.stem, row.id, str(o.due)) for o in row.occurrences]
    assert len(expected) > 100
    assert sorted(found) == sorted(expected)
    assert date.fromisoformat(max(due for _, _, due in found)) <= date(2025, 12, 31)


def test_what_cannot_be_read_is_not_taken_for_nothing_due(call: Run, tmp_path: Path, two: Path) -> None:
    """A file that is wrong is named with its errors; of the others alone it is said that nothing is due."""
    bad = tmp_path / "bad.yaml"
    bad.write_text("roadmapc: 1\nmunicipality: {name: Район\n", encoding="utf-8")
    alone = call("due", bad, "--lang", "en")
    assert (alone.returncode, alone.stdout) == (1, "")
    assert "bad.yaml:2:" in alone.stderr
    both = call("due", bad, two, "--from", "2030-01-01", "--until", "2030-01-31", "--lang", "en")
    assert both.returncode == 1
    assert both.stdout.startswith("From 01.01.2030 to 31.01.2030\nNothing is due in what could be read.\n")


def test_the_days_looked_at_are_told(call: Run, two: Path) -> None:
    """The month, and whose period is over or has not begun."""
    past = call("due", two, "--today", "2030-02-10", "--lang", "en").stdout
    assert past.startswith("From 01.02.2030 to 28.02.2030\nNothing is due.\n")
    assert past.endswith("the period is over: Район\n")
    ahead = call("due", two, "--month", "5", "--year", "2001", "--lang", "en").stdout
    assert ahead.endswith("the period has not begun: Район\n")
    assert call("due", two, "--from", "2030-01-01", "--lang", "en").stdout.startswith("From 01.01.2030 on\n")
