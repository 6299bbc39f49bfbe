"""Proves that what the system does not tell of a path never passes for nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapc.diagnostics.regular_files import is_file, is_folder


def test_files_and_folders(tmp_path: Path) -> None:
    """A link is what it leads to; nothing is neither, nor is what lies below a file."""
    file, link = tmp_path / "a", tmp_path / "b"
    file.write_text("а", "utf-8")
    link.symlink_to(file)
    kinds = [(is_file(path), is_folder(path)) for path in (file, link, tmp_path, tmp_path / "c", file / "d")]
    assert kinds == [(True, False), (True, False), (False, True), (False, False), (False, False)]


def test_no_name_leads_to_nothing(tmp_path: Path) -> None:
    round_about = tmp_path / "round"
    round_about.symlink_to(round_about)
    assert not is_file(round_about)
    assert not is_folder(Path("a\0b"))


@pytest.mark.parametrize("asked", [is_file, is_folder])
def test_what_the_system_does_not_take_is_told(asked: object) -> None:
    """On every version of Python."""
    assert callable(asked)
    with pytest.raises(OSError, match="long"):
        asked(Path("о" * 5000))
