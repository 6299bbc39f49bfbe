"""Proves that one list names every file that an answer depends on, and that a key tells each state of them apart."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from roadmapc.rendering.packaged import packaged
from roadmapc.workspace import dependencies, source_files
from roadmapc.workspace.dependencies import Dependency
from tests.workspace.conftest import SHARED, A

Run = Callable[..., subprocess.CompletedProcess[str]]
ROADMAP = Path("roadmaps/a.yaml")


@pytest.fixture(autouse=True)
def _inside(project: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Run in the project, which remembers nothing that another test has read."""
    monkeypatch.chdir(project)
    source_files.forget()
    yield
    source_files.forget()


def key(*others: Dependency) -> tuple[bytes | str, ...]:
    """Return the parts of the key of the project's roadmap as it is now."""
    source_files.forget()
    return tuple(dependencies.key_parts([*dependencies.of_source(ROADMAP), *others]))


def test_the_files_of_a_roadmap() -> None:
    """The file, the directory beside it and the settings; those that are not there are listed without content."""
    Path("roadmaps/owners.yaml").write_text(SHARED, "utf-8")
    assert list(dependencies.of_source(ROADMAP)) == [
        Dependency("roadmap", ROADMAP, A.encode()),
        Dependency("owners", Path("roadmaps/owners.yaml"), SHARED.encode()),
        Dependency("settings", Path("roadmapc.toml"), b""),
    ]


def test_every_state_has_a_key_of_its_own() -> None:
    """Files that are there or not, empty or not, too large or not: no two states have one key."""
    states: list[tuple[str, str]] = [
        ("roadmaps/a.yaml", A),
        ("roadmaps/owners.yaml", ""),
        ("roadmaps/owners.yaml", "True"),
        ("roadmaps/owners.yaml", SHARED),
        ("roadmaps/owners.yaml", "#" * 2_000_001),
        ("roadmapc.toml", "[check]\n"),
        ("roadmapc.toml", "[check]\nspell = false\n"),
        ("roadmaps/a.yaml", A + "\n"),
        ("roadmaps/a.yaml", "#" * 2_000_001),
    ]
    keys = []
    for name, content in states:
        Path(name).write_text(content, "utf-8")
        assert key() == key()
        keys.append(key())
    assert len(set(keys)) == len(states)


def test_standard_input_has_a_name_and_the_files_beside_it() -> None:
    """Content that is no file's goes by the name that it is given: the directory beside that name counts."""
    Path("roadmaps/owners.yaml").write_text(SHARED, "utf-8")
    own, owners, _ = dependencies.of_source(source_files.STDIN, ROADMAP, b"roadmapc: 1\n")
    assert own == Dependency("roadmap", ROADMAP, b"roadmapc: 1\n")
    assert owners.data == SHARED.encode()


def test_the_files_of_a_build() -> None:
    """Templates and forms of every folder that is searched, in its order, the packaged set last; nothing else there."""
    for folder in ("templates", "forms"):
        Path(folder).mkdir()
        Path(folder, "order.html").write_text(f"<document>{folder}</document>", "utf-8")
        Path(folder, "notes.txt").write_text("", "utf-8")
    folders = (Path("forms"), Path("templates"))
    found = [*dependencies.of_templates(folders)]
    names = [one.name.as_posix() for one in found]
    assert names[:2] == ["forms/order.html", "templates/order.html"]
    assert set(names[2:]) == {path.as_posix() for path in packaged("templates").iterdir()}
    assert all(one.data for one in found)
    before = key(*found)
    Path("forms/order.html").write_text("<document></document>", "utf-8")
    assert key(*dependencies.of_templates(folders)) != before


def test_the_form_of_a_roadmap() -> None:
    """It is listed wherever it lies, with its content or with the reason why there is none; each state is another."""
    ROADMAP.write_text(A.replace("roadmapc: 1\n", "roadmapc: 1\nform: own.docx\n"), "utf-8")
    form, states = Path("roadmaps/own.docx"), []
    for content in (None, b"", b"PK"):
        if content is not None:
            form.write_bytes(content)
        source_files.forget()
        found = dependencies.of_form("own.docx", ROADMAP)
        assert (found.data, bool(found.fault)) == (content, content is None)
        assert found.name.name == form.name
        states.append(dependencies.form_state("own.docx", ROADMAP))
    assert len(set(states)) == len(states)


@pytest.mark.parametrize("form", ["", "form: tsunta\n", "form: own.docx\n"])
@pytest.mark.parametrize("command", ["check", "build", "due"])
def test_no_file_is_read_that_is_not_listed(
    call: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: str, form: str
) -> None:
    """Whatever a command reads of the project on its way to an answer stands in the list."""
    Path("roadmaps/owners.yaml").write_text(SHARED, "utf-8")
    Path("roadmapc.toml").write_text("[check]\n", "utf-8")
    Path("roadmaps/b.yaml").unlink()
    Path("templates").mkdir()
    for name in ("templates/tsunta.docx", "roadmaps/own.docx"):
        Path(name).write_bytes((packaged("templates") / "form.docx").read_bytes())
    ROADMAP.write_text(A.replace("roadmapc: 1\n", f"roadmapc: 1\n{form}"), "utf-8")
    read: set[Path] = set()
    original = Path.read_bytes

    def watched(path: Path) -> bytes:
        read.add(path)
        return original(path)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "read_bytes", watched)
        call(command, "roadmaps", *(("--no-cache",) if command == "check" else ()))
    source_files.forget()
    named = [dependencies.of_form(form.split()[-1], ROADMAP)] if form else []
    made_by = dependencies.of_templates((Path("templates"),))
    listed = {one.name for one in (*dependencies.of_source(ROADMAP), *named, *made_by)}
    assert {ROADMAP, Path("roadmaps/owners.yaml"), Path("roadmapc.toml")} <= read <= listed
