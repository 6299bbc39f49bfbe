"""Proves that a Word file is unpacked only within its limits, and that no bytes end in anything but a sentence."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pytest

from roadmapc.word.package import unpacking
from roadmapc.word.package.unpacking import PackageError, unpack
from tests.word.files import good


def archive(parts: dict[str, bytes], compression: int = ZIP_DEFLATED) -> bytes:
    """Return a zip archive."""
    target = BytesIO()
    with ZipFile(target, "w", compression) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return target.getvalue()


def refusal(data: bytes) -> str:
    """Return why a file is refused."""
    with pytest.raises(PackageError) as caught:
        unpack(data)
    return str(caught.value.message)


def test_parts_are_returned_as_they_are() -> None:
    with ZipFile(BytesIO(good())) as file:
        assert unpack(good()) == {name: file.read(name) for name in file.namelist()}


def test_folders_are_no_parts() -> None:
    assert unpack(archive({"word/": b"", "word/a.xml": b"<a/>"})) == {"word/a.xml": b"<a/>"}


def test_entries_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unpacking, "MOST_ENTRIES", 3)
    assert refusal(good()) == "the Word file has more than 3 parts"


@pytest.mark.parametrize("limit", ["MOST_BYTES", "MOST_RATIO"])
def test_bytes_are_counted_before_they_are_unpacked(monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    """The size that is promised decides, and how many times it is what was packed."""
    monkeypatch.setattr(unpacking, limit, 2)
    monkeypatch.setattr(ZipFile, "read", None)
    assert "or is a bomb" in refusal(good())


@pytest.mark.parametrize("data", [b"", b"PK\3\4 and so on", good()[:4000], archive({"a": b"a" * 99}, ZIP_LZMA)])
def test_what_is_no_word_file(data: bytes) -> None:
    """Nothing, other bytes, half a file, a packing that Word does not know."""
    assert "not a Word document" in refusal(data)
