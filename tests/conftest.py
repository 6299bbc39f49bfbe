"""What the tests share: the real roadmaps, the program run as users run it, and sources compiled on a fixed day."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from roadmapc.cli.main import main
from roadmapc.compiler import Compilation, compile_source
from roadmapc.diagnostics import Source

ROADMAPS = Path(__file__).parent.parent / "roadmaps"
TODAY = date(2026, 11, 21)

# No limit of time, for an example or for drawing it: on a busy machine both fail for nothing.
settings.register_profile("roadmapc", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("roadmapc")

MANY, SOME = 80, 5
"""Of a test with more examples than that, every fifth is quick."""
SLOW_FIXTURES = {"run", "built", "bash"}
"""Fixtures that start the program or other ones, each half a second or more."""

CLEAN = """\
roadmapc: 1
municipality: {name: Район}
document: {kind: дорожная карта, title: Дорожная карта, period: 2021-2024}
sections:
  - title: Мониторинг
    activities:
      - activity: Провести мониторинг
        deadline: май 2022
        owners: методист
        result: Справка
"""


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what `check` remembers away from the user's folder."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ROADMAPC_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def roadmaps() -> Path:
    """Return the folder of the real roadmaps."""
    return ROADMAPS


@pytest.fixture(scope="session")
def clean() -> str:
    """Return the text of a short roadmap in which no rule finds anything."""
    return CLEAN


@pytest.fixture(scope="session")
def compile_text() -> Callable[[str], Compilation]:
    """Return a function that compiles a source text on a fixed day."""

    def compiled(text: str) -> Compilation:
        return compile_source(Source("a.yaml", text), today=TODAY)

    return compiled


def program(*arguments: str | Path, cwd: Path | None = None, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own; `variables` are added to a Russian environment."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "LANG", "COV_"))}
    for name in ("COLUMNS", "LINES", "FORCE_COLOR", "NO_COLOR", "TERM"):
        kept.pop(name, None)
    return subprocess.run(
        [sys.executable, "-m", "roadmapc", *map(str, arguments)],
        cwd=cwd,
        env={**kept, "LANG": "ru_RU.UTF-8", "PYTHONIOENCODING": "utf-8", **variables},
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.fixture(scope="session")
def run() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return a function that runs the program: `run("check", path, cwd=…, COLUMNS="60")`."""
    return program


@pytest.fixture
def call(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return a function like `run` that calls the program in this process: thirty times faster."""

    def called(*arguments: str | Path, cwd: Path | None = None, **variables: str) -> subprocess.CompletedProcess[str]:
        words = [str(argument) for argument in arguments]
        with monkeypatch.context() as patch:
            for name in ("LC_ALL", "LC_MESSAGES", "COLUMNS", "LINES", "FORCE_COLOR", "NO_COLOR", "TERM"):
                patch.delenv(name, raising=False)
            for name, value in {"LANG": "ru_RU.UTF-8", "LANGUAGE": "", **variables}.items():
                patch.setenv(name, value)
            if cwd:
                patch.chdir(cwd)
            capsys.readouterr()
            code = main(words)
            out, err = capsys.readouterr()
        return subprocess.CompletedProcess(words, code, out, err)

    return called


@pytest.fixture
def interruptible() -> Iterator[None]:
    """Let programs that are started here be stopped by Ctrl+C: what runs in the background of a shell is deaf to it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the real roadmaps once a worker; return the folder with a folder for each of them."""
    folder = tmp_path_factory.mktemp("built")
    result = program("build", ROADMAPS, "--out", folder / "build", "--today", str(TODAY), cwd=folder)
    assert (result.returncode, result.stderr) == (0, ""), result.stderr
    return folder / "build"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow what `make quick` leaves out; a test that is slow by itself says `@pytest.mark.slow`.

    Of a test with very many examples, as the corpora of deadlines are, `make quick` tries some.
    """
    seen: Counter[object] = Counter()
    examples = Counter(item.function for item in items if isinstance(item, pytest.Function))
    for item in items:
        if not isinstance(item, pytest.Function):
            continue
        seen[item.function] += 1
        left_out = examples[item.function] > MANY and seen[item.function] % SOME
        if left_out or _is_slow(item):
            item.add_marker(pytest.mark.slow)


def _is_slow(item: pytest.Function) -> bool:
    """Say whether a test draws many examples, or starts a program, itself or by a fixture."""
    return (
        bool(getattr(item.obj, "is_hypothesis_test", False))
        or not SLOW_FIXTURES.isdisjoint(item.fixturenames)
        or any(item.get_closest_marker(program) for program in ("libreoffice", "chromium"))
    )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how much was held against the schemas of ECMA-376, and loudly if nothing was: a skip is easily overlooked."""
    for report in terminalreporter.getreports("passed"):
        for name, value in report.user_properties:
            if name == "ECMA-376":
                terminalreporter.write_line(f"ECMA-376: {value}", green=True)
    _tell_hostile(terminalreporter)
    skipped = sum("test_ecma_376" in report.nodeid for report in terminalreporter.getreports("skipped"))
    if skipped:
        line = f"ECMA-376: NOTHING WAS VALIDATED, {skipped} tests were skipped: .ci/schemas fetches the schemas"
        terminalreporter.write_line(line, red=True, bold=True)


def _tell_hostile(terminalreporter: pytest.TerminalReporter) -> None:
    """Say how many kinds of bad input were tried, and what came of them."""
    from tests.hostile.watching import FIGURES

    reports = [report for outcome in ("passed", "failed") for report in terminalreporter.getreports(outcome)]
    found = Counter(
        kind for one in reports for name, kinds in one.user_properties if name == "hostile" for kind in kinds
    )
    if found:
        figures = ", ".join(f"{kind} {found[kind]}" for kind in FIGURES)
        terminalreporter.write_line(f"Bad input: {figures}", green=found.keys() == {"tried"}, red=len(found) > 1)
