"""Proves which files are imported of those named, of folders and of archives, and that no name of one does harm."""

from __future__ import annotations

import io
import os
import sys
import zlib
from contextlib import nullcontext, suppress
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.diagnostics import UserError
from roadmapc.importing.reading.unreadable import UnreadableFile
from roadmapc.workspace import import_files, source_files
from roadmapc.workspace.import_files import ImportFile, content, found, readable_name

linux = pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes are there alone")


def archive(path: Path, members: dict[bytes, bytes], flag: int = 0) -> Path:
    """Write an archive whose names are those bytes; with `flag` 0x800 it says that they are UTF-8."""
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        for at, data in enumerate(members.values()):
            file.writestr(ZipInfo(f"{at:04}"), data, ZIP_DEFLATED)
    raw = made.getvalue()
    for at, name in enumerate(members):
        raw = _renamed(raw, f"{at:04}".encode(), name, flag)
    path.write_bytes(raw)
    return path


def _renamed(raw: bytes, old: bytes, new: bytes, flag: int) -> bytes:
    """Return an archive with a member's name changed in its directory alone, which is what readers go by."""
    at = raw.rindex(b"PK\x05\x06")
    start = int.from_bytes(raw[at + 16 : at + 20], "little")
    place = raw.index(old, start) - 46
    head = bytearray(raw[place : place + 46])
    head[28:30] = len(new).to_bytes(2, "little")
    head[8:10] = flag.to_bytes(2, "little")
    local = int.from_bytes(head[42:46], "little")
    front = bytearray(raw[:start])
    front[local + 6 : local + 8] = flag.to_bytes(2, "little")
    front[local + 26 : local + 28] = len(new).to_bytes(2, "little")
    grown = len(new) - len(old)
    front[local + 30 : local + 34] = new
    directory = bytearray(raw[start:place] + bytes(head) + new + raw[place + 50 : at])
    end = bytearray(raw[at:])
    end[12:16] = len(directory).to_bytes(4, "little")
    end[16:20] = (start + grown).to_bytes(4, "little")
    one = 0
    while one < len(directory):  # members behind this one lie further on
        where = int.from_bytes(directory[one + 42 : one + 46], "little")
        if where > local:
            directory[one + 42 : one + 46] = (where + grown).to_bytes(4, "little")
        one += 46 + int.from_bytes(directory[one + 28 : one + 30], "little")
    return bytes(front + directory + end)


def names(*paths: Path) -> list[str]:
    return [file.name.rpartition("/")[2] for file in found(paths).files]


def test_a_folder(tmp_path: Path) -> None:
    """What it holds below, too, in order; not what Word and LibreOffice keep beside open documents."""
    (tmp_path / "б").mkdir()
    for name in ("б/план.DOCX", "а.xlsx", "в.txt", "~$а.docx", ".~lock.а.odt#", ".скрытый.docx", "г.yaml", "д.pdf"):
        (tmp_path / name).write_bytes(b"x")
    result = found([tmp_path])
    assert [file.path.name for file in result.files] == ["а.xlsx", "план.DOCX", "в.txt"]
    assert [name.rpartition("/")[2] for name in result.left_out] == ["д.pdf"]
    assert content(result.files[0]) == b"x"


def test_files_that_are_named(tmp_path: Path) -> None:
    """They are meant whatever their names, each once; standard input is «-»."""
    for name in ("план", "~$план.docx", "скан.pdf"):
        (tmp_path / name).write_bytes(b"x")
    paths = [tmp_path / "скан.pdf", tmp_path / "план", tmp_path / "." / "план", tmp_path / "~$план.docx", Path("-")]
    assert names(*paths) == ["скан.pdf", "план", "~$план.docx", "-"]


@pytest.mark.parametrize(
    ("name", "words"),
    [("пусто", "there is nothing to import"), ("плон.docx", "there is no such file")],
)
def test_nothing_to_import(tmp_path: Path, name: str, words: str) -> None:
    """One message, with what to do."""
    (tmp_path / "пусто").mkdir()
    (tmp_path / "план.docx").touch()
    with pytest.raises(UserError, match=words) as caught:
        found([tmp_path / name])
    assert caught.value.hint


def test_only_what_is_not_read(tmp_path: Path) -> None:
    """A folder of scans says which files they are."""
    (tmp_path / "скан.pdf").touch()
    with pytest.raises(UserError, match="nothing to import") as caught:
        found([tmp_path])
    assert str(caught.value.hint).endswith("скан.pdf")


@linux
def test_names_of_any_bytes(tmp_path: Path) -> None:
    """A name in cp1251 is shown in letters, one with commands for a terminal in escapes; both files are read."""
    (tmp_path / os.fsdecode("план.docx".encode("cp1251"))).write_bytes(b"1")
    (tmp_path / "a\x1b[31m\nb.docx").write_bytes(b"2")
    files = found([tmp_path]).files
    assert sorted(file.name.rpartition("/")[2] for file in files) == ["a\\u001b[31m\\nb.docx", "план.docx"]
    assert sorted(content(file) for file in files) == [b"1", b"2"]
    for file in files:
        assert file.name.encode()
        assert file.stem.isprintable()


def test_a_member_without_a_name(tmp_path: Path) -> None:
    """It is no file, and the others are read."""
    assert names(archive(tmp_path / "a.zip", {b"": b"1", b"plan.docx": b"2"})) == ["plan.docx"]


@pytest.mark.parametrize("encoding", ["cp866", "cp1251", "utf-8"])
@pytest.mark.parametrize("name", ["Дорожная карта", "ПЛАН №", "план", "ёж", "Я", "дк район", "ЛМР", "план 2024 (1)"])
def test_names_in_an_archive(tmp_path: Path, encoding: str, name: str) -> None:
    """Explorer writes cp866, others cp1251, macOS UTF-8, none of them says so: letters tell."""
    if encoding == "cp866" and "№" in name:
        name = name.replace("№", "N")
    path = archive(tmp_path / "a.zip", {f"Папка/{name}.docx".encode(encoding): b"x", b"b.docx": b"y"})
    first, second = sorted(found([path]).files, key=lambda file: -file.member)[::-1]
    assert (first.inside, first.stem, content(first)) == (f"Папка/{name}.docx", name, b"x")
    assert (second.inside, content(second)) == ("b.docx", b"y")


def test_a_name_that_says_it_is_utf_8(tmp_path: Path) -> None:
    """The archive's own word counts."""
    path = archive(tmp_path / "a.zip", {"ђќ.docx".encode(): b"x"}, flag=0x800)
    assert [file.inside for file in found([path]).files] == ["ђќ.docx"]


def test_what_an_archive_gives(tmp_path: Path) -> None:
    """Documents in the order of their names; no folder, lock file, archive or leavings of macOS."""
    members = ("б.docx", "а/", "а/план.xlsx", "~$б.docx", "__MACOSX/._б.docx", "г.zip", "д.jpg", "е.exe", ".x.docx")
    path = archive(tmp_path / "a.zip", {name.encode(): b"x" for name in members})
    result = found([tmp_path])
    assert [file.inside for file in result.files] == ["а/план.xlsx", "б.docx"]
    assert result.files[0].name == f"{path.as_posix()}/а/план.xlsx"
    assert [name.rpartition("/")[2] for name in result.left_out] == ["г.zip", "д.jpg"]


@pytest.mark.parametrize(
    ("inside", "stem"),
    [
        ("../../etc/план.docx", "план"),
        ("..\\..\\план.docx", "план"),
        ("/etc/план.docx", "план"),
        ("C:план.docx", "C_план"),
        ("..docx", "docx"),
        ("...", "_"),
        ("а/.docx", "docx"),
        ("план\n:*?.docx", "план_n___"),
        ("con .docx", "con"),
    ],
)
def test_a_name_leads_nowhere(inside: str, stem: str) -> None:
    """The last part of a name serves alone, without what no file system takes."""
    made = ImportFile(Path("a.zip"), "a", 0, inside).stem
    assert made == stem
    assert not {"/", "\\", "\0", ":"} & set(made)


def test_nothing_is_written(tmp_path: Path) -> None:
    """Members are read into memory: the disk is as it was, beside the archive and above it."""
    inner = tmp_path / "inner"
    inner.mkdir()
    path = archive(inner / "a.zip", {b"../x.docx": b"1", b"/tmp/roadmapc-x.docx": b"2"})
    assert sorted(content(file) for file in found([path]).files) == [b"1", b"2"]
    assert sorted(one.name for one in tmp_path.rglob("*")) == ["a.zip", "inner"]
    assert not Path("/tmp/roadmapc-x.docx").exists()


def test_a_word_file_called_zip(tmp_path: Path) -> None:
    """It is one file, not an archive of its parts."""
    with ZipFile(tmp_path / "a.zip", "w") as file:
        file.writestr("[Content_Types].xml", "x")
        file.writestr("word/document.xml", "x")
    assert names(tmp_path / "a.zip") == ["a.zip"]


def test_limits_of_archives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many members, too large ones, bombs, passwords, and packing that is not read are told of."""
    many = archive(tmp_path / "many.zip", {b"a.docx": b"x"})
    monkeypatch.setattr(import_files, "MOST_ENTRIES", 0)
    with pytest.raises(UnreadableFile, match="more than 0 files or 200 MB"):
        content(found([many]).files[0])
    monkeypatch.undo()
    bomb = archive(tmp_path / "bomb.zip", {b"a.docx": bytes(20_000_000)})
    with pytest.raises(UnreadableFile, match="is a bomb"):
        content(found([bomb]).files[0])
    locked = archive(tmp_path / "locked.zip", {b"a.docx": b"x"}, flag=1)
    with pytest.raises(UnreadableFile, match="locked with a password"):
        content(found([locked]).files[0])
    with ZipFile(tmp_path / "other.zip", "w", ZIP_BZIP2) as file:
        file.writestr("a.docx", b"x" * 999)
    with pytest.raises(UnreadableFile, match="packed in a way"):
        content(found([tmp_path / "other.zip"]).files[0])


def test_an_archive_that_cannot_be_opened_stops_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is a file among others, and its content says why: too many members, a device, nothing but a beginning."""
    (tmp_path / "а.docx").write_bytes(b"x")
    archive(tmp_path / "б.zip", {b"a.docx": b"x", b"b.docx": b"y"})
    (tmp_path / "в.zip").write_bytes(b"PK\x03\x04")
    if os.name == "posix":
        (tmp_path / "г.zip").symlink_to("/dev/zero")
    monkeypatch.setattr(import_files, "MOST_ENTRIES", 1)
    good, many, *others = found([tmp_path]).files
    assert content(good) == b"x"
    with pytest.raises(UnreadableFile, match="more than 1 files"):
        content(many)
    assert content(others[0]) == b"PK\x03\x04"
    if os.name == "posix":
        with pytest.raises(UserError, match=r"^this is a device or a pipe"):
            content(others[1])


def test_standard_input_may_be_as_large_as_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not only as large as a source; beyond that it is refused, not cut."""
    for most, size in ((50_000_000, 3_000_000), (99, 100)):
        monkeypatch.setattr(import_files, "MOST_BYTES", most)
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(BytesIO(bytes(size))))
        source_files.forget()
        (file,) = found([Path("-")]).files
        with suppress(UserError) if size > most else nullcontext():
            assert len(content(file)) == size
    source_files.forget()


def test_a_member_that_unpacks_to_more_than_it_says(tmp_path: Path) -> None:
    """No more is unpacked than the directory promises."""
    path = archive(tmp_path / "a.zip", {b"a.docx": os.urandom(900) + bytes(900_000)})
    raw = path.read_bytes()
    path.write_bytes(raw.replace((900_900).to_bytes(4, "little"), (1000).to_bytes(4, "little")))
    with pytest.raises(UnreadableFile, match="damaged"):
        content(found([path]).files[0])


def test_what_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is gone or too large is told of by its name."""
    path = tmp_path / "план.docx"
    path.write_bytes(b"x" * 100)
    (file,) = found([path]).files
    monkeypatch.setattr(import_files, "MOST_BYTES", 99)
    with pytest.raises(UserError, match="too large"):
        content(file)
    path.unlink()
    with pytest.raises(UserError, match="there is no such file"):
        content(file)


def test_readable_names() -> None:
    """UTF-8 as it is; other bytes as Russian; whatever they are, they can be printed."""
    assert readable_name("план") == "план"
    assert readable_name(os.fsdecode("план".encode("cp866"))) == "план"
    assert readable_name("\x1b]0;x\x07") == "\\u001b]0;x\\u0007"


SEED = BytesIO()
with ZipFile(SEED, "w") as _file:
    for _name in ("план.docx", "а/б.xlsx", "в.pdf"):
        _file.writestr(_name, zlib.compress(_name.encode()) * 9)


@given(st.lists(st.tuples(st.integers(0, len(SEED.getvalue()) - 1), st.integers(0, 255)), min_size=1, max_size=9))
def test_spoilt_archives(tmp_path_factory: pytest.TempPathFactory, changes: list[tuple[int, int]]) -> None:
    """Whatever bytes are changed, members are read or told of."""
    raw = bytearray(SEED.getvalue())
    for at, byte in changes:
        raw[at] = byte
    path = tmp_path_factory.getbasetemp() / "spoilt.zip"
    path.write_bytes(raw)
    with suppress(UserError):
        for file in found([path]).files:
            assert file.name.isprintable()
            with suppress(UserError):
                content(file)
