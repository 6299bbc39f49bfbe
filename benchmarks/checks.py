"""Checking many roadmaps as a whole process, against check-jsonschema on the same files; and one beyond imports."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks.paired import compare, median, table
from roadmapc.cli.main import collect_seldom
from roadmapc.compiler import compile_bytes

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 21)
FILES, ROWS = 100, 40


def main() -> None:
    """Print both tables; memory is collected as the program does it."""
    collect_seldom()
    print(f"{FILES} roadmaps of {ROWS} rows: a whole process (medians of paired runs)")
    with tempfile.TemporaryDirectory() as name:
        paths = list(_written(Path(name)))
        size = sum(path.stat().st_size for path in paths)
        ours = partial(_run, "roadmapc", "check", name, "--today", TODAY.isoformat())
        schema = str(ROOT / "schemas" / "roadmap.schema.json")
        theirs = partial(_run, "check_jsonschema", "--schemafile", schema, *map(str, paths))
        mine, other, ratio = compare(ours, theirs, 3)
    rows = [("roadmapc check", f"{mine:.2f}", ""), ("check-jsonschema", f"{other:.2f}", f"{ratio:.1f}")]
    print(table(("program", f"seconds for {size // 1000} KB", "times as long"), rows))
    print()
    print("One roadmap, beyond imports (medians)")
    found = []
    for path in sorted((ROOT / "roadmaps").glob("*.yaml")):
        data = path.read_bytes()
        time = median(partial(compile_bytes, path.name, data, today=TODAY, stem=path.stem), 15)
        found.append((path.stem, f"{time * 1e3:.1f}"))
    print(table(("roadmap", "check, ms"), found))


def _run(module: str, *arguments: str) -> None:
    subprocess.run([sys.executable, "-m", module, *arguments], check=True, capture_output=True)


def _written(folder: Path) -> Iterator[Path]:
    """Write the files: the rows of the real roadmaps in turn, each file with words of its own."""
    for number in range(FILES):
        path = folder / f"m{number:03}.yaml"
        path.write_text(_source(number), encoding="utf-8")
        yield path


_KINDS = (
    (
        "Проведение мониторинга деятельности методических объединений школы № {n}",
        "до {day} апреля {year}",
        "Справка № {n}",
    ),
    ("Организация заседаний районных методических объединений по вопросу {n}", "октябрь {year}", "Протокол № {n}"),
    ("Подготовка адресных рекомендаций по итогам анализа работы школы № {n}", "май-июнь {year}", "Рекомендации № {n}"),
    ("Обновление сведений о повышении квалификации педагогов школы № {n}", "до 15.0{month}.{year}", "Сведения № {n}"),
)
_OWNERS = ("head", "methodist", "schools")


def _source(number: int) -> str:
    """Return a clean roadmap of ROWS rows in four sections, deadlines spread over four years."""
    lines = [
        "roadmapc: 1",
        f"municipality: {{name: Район {number}, region: Край}}",
        f"document: {{kind: дорожная карта, title: Дорожная карта развития района {number}, period: 2021-2024}}",
        "owners:",
        f"  head: Начальник отдела образования района {number}",
        f"  methodist: {{post: Методист центра района {number}, name: П.П. Петрова, contacts: 8 900 {number:07}}}",
        "  schools: Руководители школ",
        "sections:",
    ]
    for row in range(ROWS):
        if row % 10 == 0:
            lines += [f"  - title: Раздел {row // 10 + 1}", "    activities:"]
        text, deadline, result = _KINDS[row % 4]
        n = number * ROWS + row
        year = 2021 + row % 4
        values = {"n": n, "day": 12 + row % 3, "month": 2 + row % 3 % 2, "year": year}
        lines += [
            f"      - number: {row // 10 + 1}.{row % 10 + 1}.",
            f"        activity: {text.format(**values)}",
            f"        deadline: {deadline.format(**values)}",
            f"        owners: [{_OWNERS[row % 3]}, {_OWNERS[(row + 1) % 3]}]",
            f"        result: {result.format(**values)}",
        ]
    return "\n".join(lines) + "\n"
