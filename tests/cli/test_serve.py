"""Proves that `serve` shows sources as they are saved, with what is wrong beside the row, and ends in one line."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from tests.conftest import CLEAN

Run = Callable[..., subprocess.CompletedProcess[str]]
COMMAND = [sys.executable, "-m", "roadmapc", "serve", "--port", "0", "--lang", "en", "--today", "2022-05-01"]


class Served:
    """A server of a folder of roadmaps."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            [*COMMAND, "."], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=environment
        )
        assert self.process.stdout
        found = re.match(r"(http://127\.0\.0\.1:\d+/) – Ctrl\+C ends it", self.process.stdout.readline())
        assert found
        self.address = found[1]

    def page(self, path: str = "") -> str:
        """Return a page as it is now."""
        with urlopen(self.address + path) as answer:
            return str(answer.read().decode())

    def until(self, words: str, path: str = "") -> float:
        """Wait until a page has some words; return after how many seconds it had."""
        start = time.monotonic()
        while words not in self.page(path):
            assert time.monotonic() - start < 20, words
            time.sleep(0.02)
        return time.monotonic() - start


@pytest.fixture
def served(tmp_path: Path, interruptible: None) -> Iterator[Served]:
    """Return a server of one roadmap."""
    (tmp_path / "plan.yaml").write_text(CLEAN, "utf-8")
    found = Served(tmp_path)
    yield found
    found.process.kill()
    found.process.communicate(timeout=20)


def test_what_is_saved_is_seen(served: Served) -> None:
    """A row, a mark, a fault of form, a new roadmap, the built document."""
    plan = served.folder / "plan.yaml"
    assert "Провести мониторинг" in served.page()
    assert "connect-src 'self'" in served.page().replace("&#39;", "'")
    plan.write_text(CLEAN.replace("Провести мониторинг", "Провести опрос"), "utf-8")
    served.until("Провести опрос")
    assert "Провести опрос" in served.page("documents/plan.html")
    (served.folder / "plan.marks.yaml").write_text(
        "marks:\n  - {at: '1.1', done: 30.04.2022, result: Опрошены все}\n", "utf-8"
    )
    served.until("Опрошены все")
    plan.write_text(CLEAN.replace("deadline: май 2022", "deadline: когда-нибудь"), "utf-8")
    served.until('class="problem"')
    plan.write_text("roadmapc: [", "utf-8")
    served.until("Not read, or with problems")
    plan.write_text(CLEAN, "utf-8")
    (served.folder / "other.yaml").write_text(CLEAN.replace("Район", "Другой район"), "utf-8")
    served.until("Другой район")
    assert '<a href="region.html">' in served.page()
    assert "Другой район" in served.page("region.html")
    plan.unlink()
    (served.folder / "other.yaml").unlink()
    served.until("Not read, or with problems")


def test_two_roadmaps_with_one_id(served: Served) -> None:
    """The second one is told of, the first is shown."""
    for name in ("a", "b"):
        text = CLEAN.replace("municipality:", "id: same\nmunicipality:", 1).replace("мониторинг", f"опрос {name}")
        (served.folder / f"{name}.yaml").write_text(text, "utf-8")
    served.until("another roadmap has its id “same” already")
    assert "Провести опрос a" in served.page("documents/same.html")


@pytest.mark.skipif(sys.platform == "win32", reason="a signal of POSIX")
def test_the_end_is_one_line(served: Served) -> None:
    """Ctrl+C within a second, without a traceback."""
    assert served.page()  # it is up
    served.process.send_signal(signal.SIGINT)
    out, err = served.process.communicate(timeout=10)
    assert (out, err, served.process.returncode) == ("stopped\n", "", 0)


def test_a_port_in_use(served: Served, call: Run) -> None:
    """It is said, with what to do."""
    port = served.address.rpartition(":")[2].strip("/")
    result = call("serve", served.folder, "--port", port, "--lang", "en")
    assert result.returncode == 2
    assert f"port {port} cannot be used" in result.stderr
    assert "--port 0" in result.stderr


def test_nothing_to_serve(tmp_path: Path, call: Run) -> None:
    """It is said before anything is served."""
    result = call("serve", tmp_path, "--port", "0", "--lang", "en")
    assert result.returncode == 2
    assert "no roadmaps in the folder" in result.stderr


def test_nothing_ends_the_watching(served: Served) -> None:
    """A name that is no UTF-8, marks that fit nothing, a broken directory: they are told, and what comes is seen."""
    odd = served.folder / os.fsdecode(b"\xff.yaml")
    odd.write_text(
        CLEAN.replace("Район", "Странный район").replace("municipality:", "id: odd\nmunicipality:", 1), "utf-8"
    )
    served.until("Странный район")
    odd.unlink()
    (served.folder / "plan.marks.yaml").write_text("marks:\n  - {at: '9.9', done: 01.05.2022}\n", "utf-8")
    served.until("RM851")
    (served.folder / "owners.yaml").write_text("owners: {a: [}\n", "utf-8")
    served.until("owners.yaml")
    (served.folder / "owners.yaml").unlink()
    (served.folder / "plan.yaml").write_text(CLEAN.replace("мониторинг", "опрос"), "utf-8")
    served.until("Провести опрос")


def test_a_document_that_is_gone(served: Served) -> None:
    """It is a fault that is said, not a connection that breaks."""
    (served.folder / "plan.yaml").write_text("roadmapc: [", "utf-8")
    with pytest.raises(HTTPError) as fault:
        served.page("documents/plan.html")
    with fault.value:  # it holds the connection
        assert fault.value.code in {404, 500}
