"""Proves that the wheel carries all it needs, and that commands load no more than they use."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PARTS = ("roadmapc", "templates", "schemas", "pyproject.toml", "README.md", "LICENSE")
pytestmark = pytest.mark.slow

PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--no-input")


def done(*command: str | Path, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run a command that must succeed."""
    environment = {**os.environ, "LANG": "ru_RU.UTF-8", "PYTHONDONTWRITEBYTECODE": "1", **variables}
    result = subprocess.run(
        [str(word) for word in command], cwd=cwd, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    return result


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy of the sources, so that nothing of a checkout is at hand."""
    folder = tmp_path_factory.mktemp("source")
    for name in PARTS:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder / name)
    done(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder / "dist", cwd=folder)
    (file,) = (folder / "dist").glob("*.whl")
    return file


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel, without what it needs, into a folder of its own."""
    target = tmp_path_factory.mktemp("target")
    done(*PIP, "install", "--quiet", "--no-deps", "--no-index", "--target", target, wheel, cwd=target)
    return target


def test_templates_schemas_and_types_travel(wheel: Path) -> None:
    """The wheel holds every template, schema and catalogue of the repository, the mark of types, and no tests."""
    with zipfile.ZipFile(wheel) as file:
        names = set(file.namelist())
    for folder in ("templates", "schemas"):
        here = {f"roadmapc/_data/{folder}/{path.name}" for path in (ROOT / folder).iterdir() if path.is_file()}
        assert here
        assert here <= names
    assert "roadmapc/py.typed" in names
    assert {path.relative_to(ROOT).as_posix() for path in (ROOT / "roadmapc").rglob("*.py")} <= names
    assert {path.relative_to(ROOT).as_posix() for path in (ROOT / "roadmapc").rglob("*.mo")} <= names
    assert not [name for name in names if name.startswith(("tests/", "roadmaps/"))]


def test_the_installed_program_works_anywhere(installed: Path, built: Path, roadmaps: Path, tmp_path: Path) -> None:
    """Installed elsewhere and run in an empty folder, it checks and builds a roadmap: the same bytes as here."""
    shutil.copy(roadmaps / "tsuntinsky.yaml", tmp_path)
    run = (sys.executable, "-m", "roadmapc")
    where = done(
        sys.executable, "-c", "import roadmapc; print(roadmapc.__file__)", cwd=tmp_path, PYTHONPATH=str(installed)
    )
    assert Path(where.stdout.strip()).is_relative_to(installed)
    done(*run, "check", "tsuntinsky.yaml", cwd=tmp_path, PYTHONPATH=str(installed))
    done(*run, "build", "tsuntinsky.yaml", cwd=tmp_path, PYTHONPATH=str(installed))
    files = {path.name: path.read_bytes() for path in (tmp_path / "build" / "tsuntinsky").iterdir()}
    assert files == {path.name: path.read_bytes() for path in (built / "tsuntinsky").iterdir()}


@pytest.mark.parametrize(
    ("arguments", "strangers"),
    [
        (("due", "--month", "may", "--year", "2022"), {"docx", "lxml", "jinja2", "icalendar", "holidays"}),
        (("check",), {"docx", "lxml", "jinja2", "icalendar", "holidays"}),
        (("build",), {"docx", "lxml", "holidays"}),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_what_is_not_loaded(roadmaps: Path, tmp_path: Path, arguments: tuple[str, ...], strangers: set[str]) -> None:
    """`due` and `check` load nothing that writes Word or templates; no command loads what is for tests."""
    python = (sys.executable, "-X", "importtime", "-m", "roadmapc")
    result = done(*python, *arguments, roadmaps / "tsuntinsky.yaml", cwd=tmp_path)
    loaded = {name.partition(".")[0] for name in re.findall(r"\|\s+([\w.]+)$", result.stderr, re.MULTILINE)}
    assert {"roadmapc", "ruamel", "pydantic"} <= loaded
    assert not loaded & strangers
