"""Checking many roadmaps as a whole process, against check-jsonschema on the same files; and one beyond imports.

What `check` remembers of unchanged files lies in the temporary folder.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import count
from pathlib import Path

from benchmarks.paired import median, seconds, table
from roadmapc.cli.main import collect_seldom
from roadmapc.compiler import compile_bytes

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 21)
FILES, ROWS, RUNS = 100, 40, 5


def main() -> None:
    """Print both tables; memory is collected as the program does it."""
    collect_seldom()
    print(f"{FILES} roadmaps of {ROWS} rows: a whole process, in turn (medians of {RUNS} runs)")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = list(_written(folder))
        programs = _programs(folder, paths)
        times: dict[str, list[float]] = {program: [] for program in programs}
        for _ in range(RUNS + 1):
            for program, work in programs.items():
                times[program].append(seconds(work))
    medians = {program: statistics.median(found[1:]) for program, found in times.items()}  # the first warms up
    peers = list(medians)[-2:]
    rows = [
        (program, f"{time * 1e3:.0f}", *(f"{medians[peer] / time:.1f}" for peer in peers))
        for program, time in medians.items()
    ]
    print(table(("program", "ms", *(f"{peer}: times as long" for peer in peers)), rows))
    print()
    print("One roadmap, beyond imports (medians)")
    found = []
    for path in sorted((ROOT / "roadmaps").glob("*.yaml")):
        data = path.read_bytes()
        time = median(partial(compile_bytes, path.name, data, today=TODAY, stem=path.stem), 15)
        found.append((path.stem, f"{time * 1e3:.1f}"))
    print(table(("roadmap", "check, ms"), found))


def _programs(folder: Path, paths: Sequence[Path]) -> dict[str, Callable[[], None]]:
    """Return what is timed, the two peers last; pip alone installs check-jsonschema without the C parser of YAML."""
    check = ("-m", "roadmapc", "check", str(folder), "--today", TODAY.isoformat())
    peer = ("--schemafile", str(ROOT / "schemas" / "roadmap.schema.json"), *map(str, paths))
    run = partial(_run, {**os.environ, "ROADMAPC_CACHE_DIR": str(folder / "kept")})
    changes = count()

    def changed() -> None:
        paths[0].write_text(f"# {next(changes)}\n{source(0)}", encoding="utf-8")
        run(*check)

    return {
        "roadmapc check, all files new": partial(run, *check, "--no-cache"),
        "roadmapc check, one file changed": changed,
        "roadmapc check, nothing changed": partial(run, *check),
        "check-jsonschema": partial(run, "-c", _PURE, *peer),
        "check-jsonschema with the C parser": partial(run, "-m", "check_jsonschema", *peer),
    }


_PURE = "import sys; sys.modules['_ruamel_yaml'] = None; from check_jsonschema import main; main()"


def _run(environment: Mapping[str, str], *arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, env=environment)


def _written(folder: Path) -> Iterator[Path]:
    """Write the files: the rows of the real roadmaps in turn, each file with words of its own."""
    for number in range(FILES):
        path = folder / f"m{number:03}.yaml"
        path.write_text(source(number), encoding="utf-8")
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


def source(number: int) -> str:
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
