"""Proves that workers of a scheduler do what this machine does, and that whatever fails there loses nothing.

A real scheduler and three workers, each a process of the loopback.
"""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path

import pytest

from roadmapc.rendering.packaged import packaged
from roadmapc.workspace import fleet, fleet_connection
from tests.conftest import CLEAN
from tests.mail_servers import free_port

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform != "linux", reason="processes are told by signals")]
Run = Callable[..., subprocess.CompletedProcess[str]]
ROOT = Path(__file__).parent.parent.parent
EN = ("--lang", "en", "--today", "2022-05-02")
FEW = 130


@contextmanager
def started(folder: Path, *words: str, **variables: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command of Dask until the end of the test."""
    process = subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_" + words[0], *words[1:]],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **variables},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield process
    finally:
        with_group = os.getpgid(process.pid) if process.poll() is None else None
        if with_group:
            os.killpg(with_group, signal.SIGKILL)
        process.wait(timeout=20)


def answers(port: int) -> bool:
    """Say whether somebody listens to a port of the loopback."""
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


class Machines:
    """A scheduler and its workers."""

    def __init__(self, folder: Path, stack: ExitStack, *, tls: tuple[str, ...] = ()) -> None:
        self.folder, self.stack, self.tls = folder, stack, tls
        port = free_port()
        self.address = f"{'tls' if tls else 'tcp'}://127.0.0.1:{port}"
        words = ("--host", self.address, "--no-dashboard", "--no-show")
        self.scheduler = stack.enter_context(started(folder, "scheduler", *words, *tls))
        end = time.monotonic() + 90
        while not answers(port):
            assert time.monotonic() < end
            time.sleep(0.1)
        self.workers: list[subprocess.Popen[bytes]] = []

    def add(self, count: int, **variables: str) -> None:
        """Start workers, each with a folder of its own."""
        for _ in range(count):
            place = self.folder / f"worker-{len(self.workers)}"
            place.mkdir()
            words = ("--nthreads", "1", "--no-dashboard", "--no-nanny", "--local-directory", str(place))
            self.workers.append(
                self.stack.enter_context(started(place, "worker", self.address, *words, *self.tls, **variables))
            )
        if not self.tls:  # on a busy machine they take long to start
            with fleet_connection.connected(self.address, tls=None, insecure=False) as client:
                client.wait_for_workers(len(self.workers), timeout=90)


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait longer than people would: a busy machine takes long to start processes."""
    monkeypatch.setattr(fleet_connection, "WAIT", 60)


@pytest.fixture
def machines(tmp_path: Path) -> Iterator[Machines]:
    """Return a scheduler with three workers."""
    (tmp_path / "elsewhere").mkdir()
    with ExitStack() as stack:
        found = Machines(tmp_path / "elsewhere", stack)
        found.add(3)
        yield found


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return roadmaps with a directory that they share, settings, marks, a template, and two with errors."""
    project = tmp_path / "project"
    (project / "roadmaps").mkdir(parents=True)
    (project / "templates").mkdir()
    for number in range(FEW):
        text = CLEAN.replace("Район", f"Район {number}").replace("owners: методист", "owners: umo")
        text = text.replace("май 2022", "когда-нибудь") if number in {7, 61} else text
        (project / "roadmaps" / f"m{number:03}.yaml").write_text(text, "utf-8")
    (project / "roadmaps" / "m005.marks.yaml").write_text("marks:\n  - {at: '1.1', done: 30.04.2022}\n", "utf-8")
    (project / "roadmaps" / "owners.yaml").write_text("owners: {umo: Начальник УМО}\n", "utf-8")
    (project / "roadmapc.toml").write_text("[calendar]\ndays_off = [2022-05-31]\n", "utf-8")
    own = '{% extends "packaged/attachment.html" %}{% block title %}<h1>Иначе</h1>{% endblock %}'
    (project / "templates" / "attachment.html").write_text(own, "utf-8")
    with_form = CLEAN.replace("Район", "Бланк").replace("roadmapc: 1\n", "roadmapc: 1\nform: own.docx\n")
    (project / "roadmaps" / "m020.yaml").write_text(with_form, "utf-8")
    (project / "roadmaps" / "own.docx").write_bytes((packaged("templates") / "form.docx").read_bytes())
    return project


def built(folder: Path) -> dict[str, bytes]:
    """Return what was built."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_as_here(machines: Machines, project: Path, call: Run) -> None:
    """What is printed, exit codes, every byte; nothing is left on the workers."""
    for command in (("check", "--no-cache"), ("due", "--late", "--from", "2021-01-01"), ("build", "--to", "html,xlsx")):
        seen = []
        for place, how in (("here", ("--jobs", "2")), ("there", ("--scheduler", machines.address))):
            out = ("--out", place) if command[0] == "build" else ()
            done = call(
                *command, "roadmaps", *out, *how, *EN, cwd=project, ROADMAPC_CACHE_DIR=str(project / place / "k")
            )
            said = [re.sub(rf"\b{place}/", "", text) for text in (done.stdout, done.stderr)]
            seen.append((done.returncode, said, built(project / place) if out else None))
        assert seen[0][:2] == seen[1][:2]
        mine, theirs = ({n: d for n, d in (one[2] or {}).items() if not n.startswith("k")} for one in seen)
        assert mine == theirs
        assert mine or command[0] != "build"
    assert not list(machines.folder.rglob("*.yaml"))


def built_while(machines: Machines, project: Path, happens: Callable[[], None]) -> str:
    """Build, let something happen mid-way, and return what was said: nothing is lost, and nothing half-written."""
    command = [sys.executable, "-m", "roadmapc", "build", "roadmaps", "--scheduler", machines.address, *EN]
    process = subprocess.Popen(
        command,
        cwd=project,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    while not list(project.glob("build/*/manifest.json")):
        assert process.poll() is None, process.communicate()
        time.sleep(0.01)
    happens()
    _out, err = process.communicate(timeout=180)
    assert (process.returncode, "Traceback" in err) == (1, False), err
    assert len(list(project.glob("build/*/manifest.json"))) == FEW - 2
    return err


def test_a_worker_that_is_killed(machines: Machines, project: Path) -> None:
    """The others do its work, and nobody need know."""
    said = built_while(machines, project, machines.workers[0].kill)
    assert "are gone" not in said


def test_a_scheduler_that_goes_away(machines: Machines, project: Path) -> None:
    """It is said once, and this machine does the rest."""
    said = built_while(machines, project, partial(os.killpg, os.getpgid(machines.scheduler.pid), signal.SIGKILL))
    assert said.count("the scheduler or its workers are gone: the rest is done by this machine") <= 1


def test_a_scheduler_that_goes_away_before_anything_is_built(machines: Machines, project: Path) -> None:
    """Between the check and the build nothing is asked of it: then too this machine does all."""
    (project / "roadmaps" / "m005.marks.yaml").unlink()
    command = [sys.executable, "-m", "roadmapc", "build", "roadmaps", "--scheduler", machines.address, *EN]
    hooked = (
        "import os, signal, sys\n"
        "from roadmapc.workspace import fleet\n"
        "first = fleet.Fleet.map\n"
        "def mapped(self, work, rows):\n"
        "    if work.__name__ == 'build_one':\n"
        f"        os.killpg({os.getpgid(machines.scheduler.pid)}, signal.SIGKILL)\n"
        "    return first(self, work, rows)\n"
        "fleet.Fleet.map = mapped\n"
        f"sys.argv = {command[2:]!r}\n"
        "from roadmapc.cli import main\n"
        "sys.exit(main.run())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", hooked],
        cwd=project,
        capture_output=True,
        text=True,
        timeout=300,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert (done.returncode, "Traceback" in done.stderr) == (1, False), done.stderr
    assert done.stderr.count("the rest is done by this machine") == 1
    assert len(list(project.glob("build/*/manifest.json"))) == FEW - 2


def test_the_last_worker_dies(machines: Machines, project: Path) -> None:
    """The scheduler waits for another one; we do not."""

    def all_die() -> None:
        for one in machines.workers:
            os.killpg(os.getpgid(one.pid), signal.SIGKILL)

    said = built_while(machines, project, all_die)
    assert said.count("the scheduler or its workers are gone: the rest is done by this machine") <= 1


def test_a_worker_of_another_version(tmp_path: Path, project: Path, call: Run) -> None:
    """It is refused with a message, before it does anything."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "sitecustomize.py").write_text("import roadmapc\nroadmapc.__version__ = '0.0.1'\n", "utf-8")
    (tmp_path / "elsewhere").mkdir()
    with ExitStack() as stack:
        found = Machines(tmp_path / "elsewhere", stack)
        found.add(1, PYTHONPATH=f"{other}{os.pathsep}{ROOT}")
        done = call("check", "roadmaps", "--no-cache", "--scheduler", found.address, *EN, cwd=project)
    assert done.returncode == 2
    assert "roadmapc: a worker is of another version: 0.0.1, Python" in done.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--scheduler", "x"), "--scheduler: an address like"),
        (("--scheduler", "http://127.0.0.1:1"), "--scheduler: an address like"),
        (("--scheduler", "tcp://[::1"), "--scheduler: an address like"),
        (("--scheduler", "tcp://[x]:1"), "--scheduler: an address like"),
        (("--scheduler", "tcp://127.0.0.1"), "--scheduler: an address like"),
        (("--scheduler", "tcp://127.0.0.1:abc"), "--scheduler: an address like"),
        (("--scheduler", "tcp://localhost:1/../x"), "--scheduler: an address like"),
        (("--scheduler", "tcp://10.0.0.1:8786"), "a scheduler without TLS"),
        (("--scheduler", "tls://127.0.0.1:8786"), "needs --tls FOLDER"),
        (("--scheduler", "tls://127.0.0.1:8786", "--tls", "none"), "there is no such file: none/ca.pem"),
        (("--scheduler", "tcp://127.0.0.1:1", "--jobs", "2"), "--jobs is of this machine"),
        (("--tls", "x"), "--tls goes with --scheduler"),
        (("--insecure-scheduler",), "--insecure-scheduler goes with --scheduler"),
    ],
)
def test_what_is_refused(project: Path, call: Run, words: tuple[str, ...], said: str) -> None:
    """In one sentence, and nothing is done."""
    done = call("check", "roadmaps", *words, *EN, cwd=project)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_what_lies_elsewhere(machines: Machines, project: Path, call: Run, tmp_path: Path) -> None:
    """Sources outside the working folder are read here; templates there are refused."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "attachment.html").write_text("<document>x</document>", "utf-8")
    words = ("build", "--out", str(tmp_path / "out"), "--scheduler", machines.address, *EN)
    done = call(*words, str(project / "roadmaps" / "m001.yaml"), cwd=project)
    assert (done.returncode, done.stderr) == (0, "")
    done = call(*words, "roadmaps", "--force", "--templates", str(tmp_path / "own"), cwd=project)
    assert done.returncode == 2
    assert "name a folder of templates below the working folder" in done.stderr


def test_workers_do_the_work(machines: Machines, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All of it but for the roadmap that names a form, which is done here."""
    monkeypatch.chdir(project)
    rows = [(path,) for path in sorted(Path("roadmaps").glob("m*.yaml")) if "marks" not in path.name]
    with fleet_connection.connected(machines.address, tls=None, insecure=False) as client:
        found = list(fleet.Fleet(client, int, lambda: pytest.fail("lost")).map(where, rows))
    assert [name for name, _process in found] == [path.name for (path,) in rows]
    assert [name for name, process in found if process == os.getpid()] == ["m020.yaml"]
    assert len({process for _name, process in found}) > 2


def test_roadmaps_on_a_base_plan_travel(
    machines: Machines, tmp_path: Path, call: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the base plan beside them; and a folder of templates that holds none yet."""
    monkeypatch.chdir(tmp_path)
    base = CLEAN.replace("roadmapc: 1\n", "base: 1\n").replace("municipality: {name: Район}\n", "")
    base = base.replace("- activity: Провести", "- id: first\n        activity: Провести")
    (tmp_path / "base.yaml").write_text(base, "utf-8")
    (tmp_path / "own").mkdir()
    for name in ("a", "b", "c"):
        text = f"roadmapc: 1\nextends: base.yaml\nmunicipality: {{name: Район {name}}}\n"
        (tmp_path / f"{name}.yaml").write_text(text, "utf-8")
    rows = [(Path(f"{name}.yaml"),) for name in ("a", "b", "c")]
    with fleet_connection.connected(machines.address, tls=None, insecure=False) as client:
        found = list(fleet.Fleet(client, int, lambda: pytest.fail("lost")).map(where, rows))
    assert os.getpid() not in {process for _name, process in found}
    done = call("build", "a.yaml", "b.yaml", "c.yaml", "--templates", "own", "--scheduler", machines.address, *EN)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False), done.stderr


def where(path: Path) -> tuple[str, int]:
    """Return the name of a file that is there, and which process was asked."""
    assert path.exists()
    return path.name, os.getpid()


def test_nobody_answers(project: Path, call: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said after some seconds."""
    monkeypatch.setattr(fleet_connection, "WAIT", 0.5)
    done = call("check", "roadmaps", "--scheduler", f"tcp://127.0.0.1:{free_port()}", *EN, cwd=project)
    assert (done.returncode, "no scheduler answers at tcp://127.0.0.1:" in done.stderr) == (2, True)


def test_a_scheduler_without_workers(tmp_path: Path, project: Path, call: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fleet_connection, "WAIT", 5)
    with ExitStack() as stack:
        address = Machines(tmp_path, stack).address
        done = call("check", "roadmaps", "--scheduler", address, *EN, cwd=project)
    assert (done.returncode, "has no workers" in done.stderr) == (2, True)


def certificates(folder: Path) -> None:
    """Make an authority, and a certificate of its own for both sides."""
    folder.mkdir()

    def openssl(*words: str) -> None:
        subprocess.run(["openssl", *words], cwd=folder, check=True, capture_output=True, timeout=60)

    new = ("req", "-newkey", "rsa:2048", "-nodes", "-subj")
    openssl(*new, "/CN=authority", "-x509", "-days", "2", "-keyout", "ca.key", "-out", "ca.pem")
    openssl(*new, "/CN=localhost", "-keyout", "key.pem", "-out", "cert.csr")
    openssl(
        *("x509", "-req", "-in", "cert.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial"),
        *("-days", "2", "-out", "cert.pem"),
    )


def test_certificates_of_both_sides(tmp_path: Path, project: Path, call: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who has one of the same authority is served; who has another is not, and is told so."""
    certificates(tmp_path / "tls")
    certificates(tmp_path / "foreign")
    files = zip(("--tls-ca-file", "--tls-cert", "--tls-key"), ("ca.pem", "cert.pem", "key.pem"), strict=True)
    (tmp_path / "elsewhere").mkdir()
    with ExitStack() as stack:
        tls = tuple(word for option, name in files for word in (option, str(tmp_path / "tls" / name)))
        found = Machines(tmp_path / "elsewhere", stack, tls=tls)
        found.add(1)
        words = ("check", "roadmaps", "--no-cache", *EN, "--scheduler", found.address, "--tls")
        done = call(*words, str(tmp_path / "tls"), cwd=project)
        monkeypatch.setattr(fleet_connection, "WAIT", 2)
        refused = call(*words, str(tmp_path / "foreign"), cwd=project)
    assert done.returncode == 1
    assert "130 files; 2 errors" in done.stdout
    assert (refused.returncode, refused.stdout) == (2, "")
    assert "no scheduler answers at tls://127.0.0.1:" in refused.stderr
