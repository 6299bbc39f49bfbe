"""Proves that what a source names is judged by its text before anything is touched, and never followed out."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.diagnostics.project_paths import PathRefused, inside, refusal

REFUSED = {
    "another computer": [r"\\host\share\a.docx", "//host/share/a.docx", r"\\?\C:\a.docx", r"\\.\NUL", r"/\host\a"],
    "a drive": ["C:a.docx", "c:/a.docx", r"Z:\a.docx"],
    "does not begin here": ["/etc/passwd", r"\a.docx", "~/a.docx", "~root/a.docx"],
    "stands “/”": [r"forms\a.docx", r"..\a.docx"],
    "is a device": [
        *("CON", "nul", "NUL.docx", "forms/com1.docx", "COM¹", "lpt³.tar.gz", "Aux .docx", "PRN/a.docx", "conin$"),
        *(f"COM{n}" for n in "0123456789"),
    ],
    "the path is empty": [""],
    "a name in it is empty": ["a//b.docx", "a/", "forms /a.docx", ".. /a.docx", "a.docx.", ".../a.docx", " a.docx"],
    "nobody sees": ["a\0.docx", "a\n.docx", "a\u202e.docx", "a\u200b.docx", "\ud800"],
    "in no name of a file": ["a.docx:stream", "file:a", "https://host/a", "a?.docx", "*.docx", "a|b", "<a>"],
    "too long": ["a" * 1001],
}


@pytest.mark.parametrize(("why", "text"), [(why, text) for why, texts in REFUSED.items() for text in texts])
def test_refused_by_its_text(why: str, text: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Each is refused with its reason, on every system, and nothing of the disk is asked for."""
    touched: list[object] = []
    with monkeypatch.context() as watched:
        for name in ("stat", "lstat", "readlink", "open", "scandir"):
            watched.setattr(os, name, lambda *path, **_: touched.append(path))
        with pytest.raises(PathRefused) as caught:
            inside(tmp_path, tmp_path, text)
    assert why in caught.value.message
    assert touched == []
    assert refusal(text) == caught.value.message


@pytest.mark.parametrize(
    "text",
    ["a.docx", "forms/Цунта 2.docx", "../templates/a.docx", "./a.docx", ".hidden", "console.docx", "com.docx", "com10"],
)
def test_plain_paths_pass(text: str) -> None:
    """Names in any letters, with spaces inside them, and names that only begin as those of devices do."""
    assert refusal(text) is None


def test_where_a_path_leads(tmp_path: Path) -> None:
    """From the folder of the source, below the root; nothing need stand there, and the way back is allowed inside."""
    roadmaps = tmp_path / "roadmaps"
    roadmaps.mkdir()
    assert inside(tmp_path, roadmaps, "a.docx") == roadmaps / "a.docx"
    assert inside(tmp_path, roadmaps, "../forms/./a.docx") == tmp_path / "forms" / "a.docx"
    assert inside(tmp_path, roadmaps, "none/../../a.docx") == tmp_path / "a.docx"


def test_it_is_told_from_the_root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the working folder paths stay short."""
    monkeypatch.chdir(tmp_path)
    assert inside(Path(), Path("roadmaps"), "../forms/a.docx") == Path("forms/a.docx")


@pytest.mark.parametrize("text", ["../../a.docx", "../../../../../../../../../../a.docx", "x/../../../roadmaps/a.docx"])
def test_the_way_out(tmp_path: Path, text: str) -> None:
    """More steps back than there are folders, even where the way leads in again."""
    with pytest.raises(PathRefused, match="leads out of the project"):
        inside(tmp_path, tmp_path / "roadmaps", text)


def test_a_source_outside_names_nothing_inside(tmp_path: Path) -> None:
    """A folder that is not below the root itself has nothing to name."""
    with pytest.raises(PathRefused, match="leads out of the project"):
        inside(tmp_path / "project", tmp_path, "a.docx")


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ("/etc", "link/passwd"),
        ("..", "link/a.docx"),
        ("sub/../../other", "link/a.docx"),
        ("//host/share", "link/a.docx"),
        ("\\\\host\\share", "link"),
        ("C:\\Users", "link"),
        ("link", "link"),
        ("other-link", "link/a.docx"),
    ],
)
def test_links_that_lead_out_or_round(tmp_path: Path, target: str, text: str) -> None:
    """A link is read, never followed, before what it says is judged."""
    root = tmp_path / "project"
    root.mkdir()
    (root / "link").symlink_to(target)
    (root / "other-link").symlink_to("../x")
    with pytest.raises(PathRefused, match=r"leads out of the project|lead round in a circle"):
        inside(root, root, text)


def test_links_inside(tmp_path: Path) -> None:
    """Links of either kind that stay below the root are followed, and «..» after them counts from where they lead."""
    root = tmp_path / "project"
    (root / "forms" / "new").mkdir(parents=True)
    (root / "relative").symlink_to("forms/new")
    (root / "absolute").symlink_to(root / "forms")
    assert inside(root, root, "relative/a.docx") == root / "forms/new/a.docx"
    assert inside(root, root, "absolute/a.docx") == root / "forms/a.docx"
    assert inside(root, root, "relative/../a.docx") == root / "forms/a.docx"


def test_the_root_itself_may_be_a_link(tmp_path: Path) -> None:
    """Where the user stands is the user's own choice."""
    (tmp_path / "real").mkdir()
    (tmp_path / "root").symlink_to("real")
    assert inside(tmp_path / "root", tmp_path / "root", "a.docx") == tmp_path / "root" / "a.docx"


@given(st.lists(st.sampled_from(["..", ".", "a", "b", "link", "up", "/", "\\", "C:", "NUL", " "]), max_size=8))
def test_nothing_leads_out(tmp_path_factory: pytest.TempPathFactory, parts: list[str]) -> None:
    """Whatever is put together is refused, or lies below the root."""
    root = tmp_path_factory.getbasetemp() / "law"
    if not root.exists():
        (root / "a" / "b").mkdir(parents=True)
        (root / "a" / "link").symlink_to("../..")
        (root / "up").symlink_to("a/b")
    try:
        found = inside(root, root / "a", "/".join(parts))
    except PathRefused:
        return
    assert Path(os.path.realpath(found)).is_relative_to(os.path.realpath(root))
