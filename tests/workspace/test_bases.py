"""Proves which file a roadmap's base is: inside the project alone, judged by its text before anything is touched."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from roadmapc.workspace import bases, dependencies, loading, source_files

BASE = "base: 1\nsections: []\n"
ROADMAP = Path("roadmaps/a.yaml")


@pytest.fixture(autouse=True)
def _inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Run in a project with a base, which remembers nothing that another test has read."""
    folder = tmp_path / "project"
    (folder / "roadmaps").mkdir(parents=True)
    (folder / "base.yaml").write_text(BASE, "utf-8")
    monkeypatch.chdir(folder)
    source_files.forget()
    yield
    source_files.forget()


def of(text: str, name: Path = ROADMAP) -> bases.BaseFile:
    """Return the base that a roadmap names."""
    found = bases.base_file(name, f"roadmapc: 1\nextends: {text}\n".encode())
    assert found
    return found


def test_a_base_of_the_project() -> None:
    """From the folder of the roadmap, known by its path from the working folder."""
    found = of("../base.yaml")
    assert (found.path, found.data, found.why, found.problem) == (Path("base.yaml"), BASE.encode(), None, None)
    assert bases.found() == [found]


@pytest.mark.parametrize(
    "text", ["//host/base.yaml", "\\\\host\\base.yaml", "C:base.yaml", "/base.yaml", "~/base.yaml"]
)
def test_what_leads_elsewhere_is_not_touched(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its text alone refuses it; the disk is not asked."""
    touched: list[object] = []
    with monkeypatch.context() as patch:
        for name in ("stat", "lstat", "readlink", "open", "scandir"):
            patch.setattr(os, name, lambda *path, **_: touched.append(path))
        found = of(f"'{text}'")
    assert (found.data, touched) == (None, [])
    assert found.why
    assert found.hint


def test_what_lies_outside_is_refused(tmp_path: Path) -> None:
    """By «..» and by a link; a link inside the project is followed."""
    outside = tmp_path / "base.yaml"
    outside.write_text(BASE, "utf-8")
    Path("roadmaps/link.yaml").symlink_to(outside)
    Path("roadmaps/inner.yaml").symlink_to("../base.yaml")
    for text in ("../../base.yaml", "link.yaml"):
        found = of(text)
        assert found.data is None
        assert "leads out of the project" in str(found.why)
    assert of("inner.yaml").path == Path("base.yaml")


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("none.yaml", "there is no such file"),
        ("folder", "cannot read"),
        ("pipe", "cannot read"),
        ("large", "too large"),
    ],
)
def test_what_cannot_be_read_says_why(name: str, why: str) -> None:
    """With what to do; nothing of it stops the program."""
    Path("roadmaps/folder").mkdir()
    os.mkfifo("roadmaps/pipe")
    Path("roadmaps/large").write_bytes(b"#" * 2_000_001)
    found = of(name)
    assert found.data is None
    assert why in str(found.why)
    assert found.hint
    (problem,) = loading.read(ROADMAP, data=f"roadmapc: 1\nextends: {name}\n".encode()).diagnostics
    assert (problem.code, problem.source.text[slice(*problem.span)]) == ("RM015", name)


def test_a_project_elsewhere(tmp_path: Path) -> None:
    """Its root is the folder that its settings or its repository mark; without a mark it is that of the roadmap."""
    folder = tmp_path / "other" / "roadmaps"
    folder.mkdir(parents=True)
    (tmp_path / "other" / "base.yaml").write_text(BASE, "utf-8")
    name = folder / "a.yaml"
    assert of("../base.yaml", name).data is None
    (tmp_path / "other" / "roadmapc.toml").write_text("", "utf-8")
    source_files.forget()
    assert of("../base.yaml", name).path == tmp_path / "other" / "base.yaml"


def test_an_answer_depends_on_the_base() -> None:
    """Each state of it has a key of its own: another content, none, refused."""
    keys = []
    for text, content in (("../base.yaml", BASE), ("../base.yaml", "base: 1\n"), ("../none.yaml", BASE), ("//b", BASE)):
        source_files.forget()
        Path("base.yaml").write_text(content, "utf-8")
        data = f"extends: {text}\n".encode()
        files = [*dependencies.of_source(ROADMAP, ROADMAP, data)]
        assert [one.role for one in files] == ["roadmap", "base", "owners", "settings"]
        keys.append((*dependencies.key_parts(files),))
    assert len(set(keys)) == 4
    assert [one.role for one in dependencies.of_source(ROADMAP, ROADMAP, b"a: 1\n")] == [
        "roadmap",
        "owners",
        "settings",
    ]


def test_a_run_reads_one_state() -> None:
    """What was read stays what it was until the run is over."""
    assert of("../base.yaml").data == BASE.encode()
    Path("base.yaml").unlink()
    assert of("../base.yaml").data == BASE.encode()
    source_files.forget()
    assert of("../base.yaml").data is None
