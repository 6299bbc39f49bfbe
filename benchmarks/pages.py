"""The page of a region: how long it takes to make, to open and to filter, in headless Chromium, four times slowed.

It is made beside `check` of the same roadmaps; what charts of other kinds do with so many rows was measured once
(docs/decisions/019). `ROADMAPS` in the environment sets how many roadmaps there are.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from benchmarks.checks import ROWS, source
from benchmarks.paired import table

FILES = int(os.environ.get("ROADMAPS", "2300"))
_SLOWED = 4
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


def _run(*arguments: str) -> float:
    start = perf_counter()
    done = subprocess.run(
        [sys.executable, "-m", "roadmapc", *arguments, "--today", "2023-05-10"], capture_output=True, check=False
    )
    assert done.returncode in {0, 1}, done.stderr
    return perf_counter() - start


def _line(name: str, path: Path, made: float) -> tuple[str, ...]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": _SLOWED})
        start = perf_counter()
        page.goto(path.as_uri(), wait_until="commit", timeout=60_000)
        page.locator("h1").wait_for()
        seen = perf_counter() - start
        page.locator("body[class]").wait_for(state="attached", timeout=60_000)  # the script is through
        there = perf_counter() - start
        times = [page.evaluate(_FILTER, words) for words in ("семинар", "мониторинг школ", "адресные", "")]
        browser.close()
    size = path.stat().st_size / 1e6
    return (name, f"{made:.1f}", f"{size:.2f}", f"{seen:.2f}", f"{there:.2f}", f"{statistics.median(times):.0f}")
