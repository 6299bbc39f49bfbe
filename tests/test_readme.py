"""The READMEs tell the truth: every console block is run, and prints what stands there."""

from __future__ import annotations

import json
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from roadmapc.source.shared_owners import read_directory
from roadmapc.workspace.settings_file import read_settings

ROOT = Path(__file__).parent.parent


def _blocks(name: str) -> list[tuple[str, str]]:
    text = "".join(part for part in _sections(name) if not _is_first_minutes(part))
    return _blocks_of(text)


def _sections(name: str) -> list[str]:
    return re.split(r"(?=^## )", (ROOT / name).read_text(encoding="utf-8"), flags=re.MULTILINE)


def _is_first_minutes(section: str) -> bool:
    """Say whether a section shows a way from its beginning: its blocks are run one after the other."""
    blocks = _blocks_of(section)
    return bool(blocks) and blocks[0][0].startswith(("new --municipality", "import", "mark"))


def _blocks_of(text: str) -> list[tuple[str, str]]:
    return re.findall(r"```console\n\$ roadmapc (.*?)\n(.*?)```", text, re.DOTALL)


CASES = [
    (language, command, expected)
    for name, language in (("README.md", "en"), ("README.ru.md", "ru"))
    for command, expected in _blocks(name)
]


@pytest.mark.parametrize(("language", "command", "expected"), CASES, ids=[f"{c[0]} {c[1]}" for c in CASES])
def test_console_blocks(
    language: str, command: str, expected: str, run: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    """What a reader types prints what the README shows, spaces at line ends aside."""
    (tmp_path / "roadmaps").symlink_to(ROOT / "roadmaps")
    result = run("--lang", language, *shlex.split(command), cwd=tmp_path, COLUMNS="100")
    printed = [line.rstrip() for line in result.stdout.strip().split("\n")]
    assert printed == [line.rstrip() for line in expected.strip().split("\n")]


@pytest.mark.parametrize(("name", "language"), [("README.md", "en"), ("README.ru.md", "ru")])
def test_the_first_minutes(
    name: str, language: str, run: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    """From a Word file, or from an empty folder on, each command prints what the README shows."""
    ways = [_blocks_of(section) for section in filter(_is_first_minutes, _sections(name))]
    assert [[command.split()[0] for command, _ in way] for way in ways] == [
        ["import", "check", "build"],
        ["new", "check", "build", "due"],
        ["mark", "status", "status", "report"],
    ]
    for at, way in enumerate(ways):
        folder = tmp_path / str(at)
        folder.mkdir()
        if way[0][0].startswith("mark"):
            _with_a_year_of_marks(folder)
        else:
            shutil.copy(ROOT / "tests" / "data" / "import" / "план.docx", folder)
        for command, expected in way:
            result = run("--lang", language, *shlex.split(command), cwd=folder, COLUMNS="100")
            printed = [line.rstrip() for line in result.stdout.strip().split("\n")]
            assert printed == [line.rstrip() for line in expected.strip().split("\n")]


def _with_a_year_of_marks(folder: Path) -> None:
    """Put a real plan and its made-up year into a folder."""
    (folder / "roadmaps").mkdir()
    shutil.copy(ROOT / "roadmaps" / "tsuntinsky.yaml", folder / "roadmaps")
    shutil.copy(ROOT / "tests" / "data" / "execution" / "tsuntinsky.marks.yaml", folder / "roadmaps")


@pytest.mark.parametrize("name", ["README.md", "README.ru.md"])
def test_links_lead_somewhere(name: str) -> None:
    """Every relative link names a file of the repository."""
    text = (ROOT / name).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)", text) if "://" not in link]
    missing = [link for link in links if not (ROOT / name).parent.joinpath(link).exists()]
    assert links
    assert missing == []


@pytest.mark.parametrize("name", ["README.md", "README.ru.md"])
def test_the_small_roadmap_is_whole(
    name: str, run: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    """The roadmap that a reader copies passes every check and builds."""
    (tmp_path / "my.yaml").write_text(_block(name, "yaml", "roadmapc: 1"), encoding="utf-8")
    assert run("check", "my.yaml", cwd=tmp_path).returncode == 0
    assert run("build", "my.yaml", cwd=tmp_path).returncode == 0


@pytest.mark.parametrize("name", ["README.md", "README.ru.md"])
def test_the_table_of_other_columns_is_whole(
    name: str, run: Callable[..., subprocess.CompletedProcess[str]], tmp_path: Path
) -> None:
    """With the head of the small roadmap it passes every check, and its rows begin and end on their days."""
    head, _, rest = _block(name, "yaml", "roadmapc: 1").partition("sections:")
    text = head + _block(name, "yaml", "table:\n  columns:") + rest[rest.index("waivers:") :]
    (tmp_path / "my.yaml").write_text(text, encoding="utf-8")
    assert run("check", "my.yaml", cwd=tmp_path).returncode == 0
    due = run("due", "my.yaml", "--from", "2025-09-01", "--until", "2025-09-30", "--format", "json", cwd=tmp_path)
    assert [(one["first"], one["due"]) for one in json.loads(due.stdout)] == [
        ("2025-09-01", "2025-09-15"),
        ("2025-09-16", "2025-09-30"),
    ]


def _block(name: str, kind: str, holds: str) -> str:
    """Return the block of a README that holds some words."""
    text = (ROOT / name).read_text(encoding="utf-8")
    blocks: list[str] = re.findall(rf"```{kind}\n(.*?)```", text, re.DOTALL)
    return next(block for block in blocks if holds in block)


@pytest.mark.parametrize("name", ["README.md", "README.ru.md"])
@pytest.mark.parametrize("file", sorted(path.name for path in (ROOT / "tests" / "data" / "ci").iterdir()))
def test_the_examples_for_ci_are_those_that_are_tried(name: str, file: str) -> None:
    """Workflow, pipeline and hooks stand in the README word for word as `test_integrations.py` tries them."""
    assert f"```yaml\n{(ROOT / 'tests' / 'data' / 'ci' / file).read_text('utf-8')}```" in (ROOT / name).read_text(
        "utf-8"
    )


@pytest.mark.parametrize("name", ["README.md", "README.ru.md"])
def test_settings_and_directory_are_read(name: str) -> None:
    """The settings and the shared directory that a reader copies are what the program reads."""
    assert read_settings(_block(name, "toml", "[check]")).check.fail_on == "error"
    directory = read_directory("owners.yaml", _block(name, "yaml", "terms:").encode())
    assert (list(directory.owners), directory.problems) == (["umo"], ())
