"""A region's execution: `status` and its sums against `due` of the same roadmaps with marks, whole processes in turn.

The goal is a ratio: at most 1.5 times `due`. `ROADMAPS` in the environment sets how many roadmaps there are.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.checks import ROWS, source
from benchmarks.paired import seconds, table

FILES = int(os.environ.get("ROADMAPS", "2300"))
RUNS = 3
COMMANDS = {
    "due": ("due", "--month", "2022-04", "--format", "json"),
    "due without marks beside": ("due", "--month", "2022-04", "--format", "json"),
    "status": ("status", "--as-of", "2023-01-10", "--format", "json"),
    "status --sums": ("status", "--as-of", "2023-01-10", "--sums"),
}


def main() -> None:
    """Print the table: medians, and how many times `due` each command takes."""
    print(f"{FILES} roadmaps of {ROWS} rows, each with marks of every second: a whole process (medians of {RUNS} runs)")
    with tempfile.TemporaryDirectory() as name:
        marked, plain = Path(name, "marked"), Path(name, "plain")
        for folder in (marked, plain):
            folder.mkdir()
            for number in range(FILES):
                (folder / f"m{number:04}.yaml").write_text(source(number), encoding="utf-8")
        for number in range(FILES):
            (marked / f"m{number:04}.marks.yaml").write_text(marks(), encoding="utf-8")
        times: dict[str, list[float]] = {command: [] for command in COMMANDS}
        for _ in range(RUNS):
            for command, arguments in COMMANDS.items():
                folder = plain if "without" in command else marked
                times[command].append(seconds(lambda a=arguments, f=folder: _run(*a, str(f))))  # type: ignore[misc]
    medians = {command: statistics.median(found) for command, found in times.items()}
    rows = [(command, f"{time:.2f}", f"{time / medians['due']:.2f}") for command, time in medians.items()]
    print(table(("command", "s", "times due"), rows))


def marks() -> str:
    """Return marks of every second row: done in time or late, with a document, a reason, a move."""
    lines = ["marks:"]
    for row in range(0, ROWS, 2):
        year = 2021 + row % 4
        lines += [
            f"  - at: {row // 10 + 1}.{row % 10 + 1}",
            f"    activity: {('Проведение мониторинга', 'Подготовка адресных')[row % 4 // 2]}",
            f"    done: {12 + row % 9}.0{4 + row % 3}.{year}",
            "    result: Сделано в полном объеме, сведения направлены в школы.",
            f"    documents: справка от 20.0{4 + row % 3}.{year} № {row}",
            "    reason: Сведения школ получены позже.",
        ]
    return "\n".join(lines) + "\n"


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, "-m", "roadmapc", *arguments], check=True, capture_output=True)
