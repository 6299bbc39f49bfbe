"""The page of a region: how long it takes to make, to open and to filter, in headless Chromium, four times slowed.

It is made beside `check` of the same roadmaps; of a thousand rows beside TaskJuggler's report in HTML (Debian's package
tj3), which makes a chart of the same activities. What libraries of charts do with so many rows was measured once
(docs/decisions/019). `ROADMAPS` in the environment sets how many roadmaps there are.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.checks import ROWS, source
from benchmarks.paired import table

FILES = int(os.environ.get("ROADMAPS", "2300"))
_SLOWED = 4
_FEW = 25
"""Roadmaps that are shown by the peer, too."""
_WINDOWS = (("01-01", "04-13"), ("10-01", "11-01"), ("05-01", "07-01"), ("01-01", "02-16"))
"""The windows of the four kinds of rows, for the peer: it reads no words."""
_FILTER = """
(words) => { const field = document.querySelector('input[type=search]'); field.value = words;
  const start = performance.now();
  return new Promise((done) => { new MutationObserver(() => done(performance.now() - start - 80))
    .observe(document.getElementById('count'), {childList: true, characterData: true, subtree: true});
    field.dispatchEvent(new Event('input', {bubbles: true})); }); }
"""
"""How long a filter takes from the key on, without the 80 ms for which the page waits whether more is typed."""


def main() -> None:
    """Print both tables."""
    with tempfile.TemporaryDirectory() as name:
        folder, site = Path(name, "roadmaps"), Path(name, "site")
        folder.mkdir()
        for number in range(FILES):
            (folder / f"m{number:04}.yaml").write_text(source(number), encoding="utf-8")
        print(f"{FILES} roadmaps of {ROWS} rows: whole processes")
        check, made = _run("check", "--no-cache", str(folder)), _run("site", str(folder), "--out", str(site))
        print(
            table(
                ("", "s", "times check"),
                [("check", f"{check:.1f}", "1"), ("site", f"{made:.1f}", f"{made / check:.2f}")],
            )
        )
        one = Path(name, "one")
        single = _run("site", str(next(iter(sorted(folder.iterdir())))), "--out", str(one))
        rows = [_line("all", site / "index.html", made), _line("one", one / "index.html", single)]
        print(f"In Chromium, the processor {_SLOWED} times slowed")
        print(table(("page", "made in s", "MB", "first view, s", "rows there, s", "a filter, ms"), rows))
        print()
        _peer(Path(name), folder)


def _peer(place: Path, folder: Path) -> None:
    """Print what a page of fewer rows takes, and TaskJuggler's."""
    if shutil.which("tj3") is None:
        print("TaskJuggler is not installed: Debian's package tj3")
        return
    few, ours, theirs = place / "few", place / "few-site", place / "few-tj3"
    few.mkdir()
    theirs.mkdir()
    for path in sorted(folder.iterdir())[:_FEW]:
        shutil.copy(path, few)
    made = _run("site", str(few), "--out", str(ours))
    (place / "few.tjp").write_text("\n".join(_project()), "utf-8")
    start = perf_counter()
    subprocess.run(["tj3", "--silent", "--output-dir", str(theirs), str(place / "few.tjp")], check=True)
    taken = perf_counter() - start
    rows = [
        ("roadmapc", f"{made:.1f}", *_first_rows(ours / "index.html")),
        ("TaskJuggler", f"{taken:.1f}", *_first_rows(theirs / "chart.html")),
    ]
    print(f"{_FEW * ROWS} rows, the processor of the browser {_SLOWED} times slowed")
    print(table(("page", "made in s", "MB", "first view, s"), rows))


def _project() -> Iterator[str]:
    """Yield the lines of a project of TaskJuggler with the same activities."""
    yield 'project plan "Plan" 2021-01-01 +4y { timezone "UTC" }'
    for number in range(_FEW):
        yield f'task m{number} "Район {number}" {{'
        for row, line in enumerate(line for line in source(number).splitlines() if "activity:" in line):
            year, (first, last) = 2021 + row % 4, _WINDOWS[row % 4]
            yield f'  task r{row} "{line.split(": ", 1)[1]}" {{ start {year}-{first} end {year}-{last} }}'
        yield "}"
    yield 'taskreport "chart" { formats html columns no, name, start, end, chart { scale month width 2000 } }'


def _run(*arguments: str) -> float:
    start = perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "roadmapc", *arguments, "--today", "2023-05-10"], capture_output=True, check=False
    )
    assert done.returncode in {0, 1}, done.stderr
    return perf_counter() - start


def _line(name: str, path: Path, made: float) -> tuple[str, ...]:
    with _slowed_page() as page:
        start = perf_counter()
        page.goto(path.as_uri(), wait_until="commit", timeout=60_000)
        page.locator("h1").wait_for()
        seen = perf_counter() - start
        page.locator("body[class]").wait_for(state="attached", timeout=60_000)  # the script is through
        there = perf_counter() - start
        times = [page.evaluate(_FILTER, words) for words in ("семинар", "мониторинг школ", "адресные", "")]
    size = path.stat().st_size / 1e6
    return (name, f"{made:.1f}", f"{size:.2f}", f"{seen:.2f}", f"{there:.2f}", f"{statistics.median(times):.0f}")


def _first_rows(path: Path) -> tuple[str, str]:
    """Return the size of a page, and when its first rows are seen."""
    with _slowed_page() as page:
        start = perf_counter()
        page.goto(path.as_uri(), wait_until="commit", timeout=120_000)
        page.get_by_text("мониторинга").first.wait_for(timeout=120_000)
        seen = perf_counter() - start
    return f"{path.stat().st_size / 1e6:.2f}", f"{seen:.2f}"


@contextmanager
def _slowed_page() -> Iterator[Any]:
    """Yield an empty page of a slowed Chromium."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": _SLOWED})
        yield page
        browser.close()
