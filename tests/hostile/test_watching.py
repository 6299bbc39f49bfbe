"""Proves that what is watched while bad input is tried would be seen: English, files touched, documents not whole."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from roadmapc.workspace import output_folder
from tests.hostile.watching import damaged, english_in, forget_peak, peak_memory, snapshot


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ("roadmapc: не удалось прочесть a.yaml: no such file or directory", ["such", "directory"]),
        ("roadmapc.toml: 'utf-8' codec can't decode byte", ["codec", "can", "decode", "byte"]),
        ('a.yaml:7:19: RM013 ошибка: текст пуст [wrong-value]\n      7 |  - activity: "some text"\n', []),
        ("ключа «activiti» нет; известны здесь: activity, deadline, owners", []),
        ("шаблон order.html:2: here is «hidden words»", ["here"]),
        ("это не файл Word (.docx), сохраните в LibreOffice --out build/a", []),
    ],
)
def test_english_is_seen(said: str, words: list[str]) -> None:
    """In a Russian answer; names, codes, quotations and lines of the source are none."""
    assert english_in(said) == words
    assert english_in(said, said) == []


def test_touched_files_are_seen(tmp_path: Path) -> None:
    """New, changed and gone ones, and links that lead elsewhere."""
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "link").symlink_to("a")
    before = snapshot(tmp_path)
    (tmp_path / "build").mkdir()
    assert snapshot(tmp_path, ("build",)) == before != snapshot(tmp_path)
    (tmp_path / "a").write_bytes(b"2")
    assert snapshot(tmp_path, ("build",)) != before
    (tmp_path / "a").write_bytes(b"1")
    (tmp_path / "link").unlink()
    (tmp_path / "link").symlink_to("b")
    assert snapshot(tmp_path, ("build",)) != before


@pytest.mark.parametrize(("name", "data"), [("word/document.xml", b"<a>\x1b</a>"), ("../evil.xml", b"<a/>"), ("", b"")])
def test_damaged_documents_are_seen(tmp_path: Path, name: str, data: bytes) -> None:
    """A part that is no XML, an entry that leads out, what is no archive at all; what was moved aside is not ours."""
    path = tmp_path / "a.docx"
    path.write_bytes(data)
    if name:
        with ZipFile(path, "w") as file:
            file.writestr(name, data)
    (tmp_path / "b.ics").write_bytes(b"A:\x1b\r\n")
    assert damaged(tmp_path) == [str(path), str(tmp_path / "b.ics")]
    path.rename(tmp_path / f"a.{output_folder.CHANGED}-2026-11-21.docx")
    assert damaged(tmp_path) == [str(tmp_path / "b.ics")]


def test_memory_is_seen() -> None:
    """What was held for a moment only counts."""
    before = forget_peak()
    assert len(bytes(b"a" * 50_000_000)) == 50_000_000
    assert peak_memory() - before > 40_000_000 or not before
