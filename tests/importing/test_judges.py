"""Proves by two foreign readers that no word is overlooked: what LibreOffice or pandoc sees in a file, we have read.

They are compared on what they can see. LibreOffice's text keeps deleted words, writes numbers its own way and leaves
headers, notes and boxes out; pandoc leaves out boxes, headers and the numbers of lists. So their words must all be in
ours, those of deleted text and of automatic numbers set aside.
"""

from __future__ import annotations

import re
import shutil
from collections import Counter
from functools import cache
from pathlib import Path
from subprocess import run

import pytest

from roadmapc.importing.counting import words_of
from roadmapc.importing.reading.from_word import read_word
from tests.importing.test_samples_are_files import NAMES, made

_MARK = re.compile(r"^\s*(?:[-–—•▪●○◦·]|(?:\d+\.)*\d+[.)]?|[ivxlIVXL]+[.)]|[а-яa-z][.)])[ \t]+", re.MULTILINE)
"""How a line begins that a judge has numbered itself: numbers are judged by the tests of numbers."""
_NUMBER = re.compile(r"\d{1,3}|[ivxlc]{1,5}|[а-яa-z]")


_NOTE = re.compile(r"(?<=[^\W\d_])\d{1,2}(?!\w)")
"""The mark of a note behind a word, which LibreOffice writes as a plain figure."""
_GLUED = ("s12_tracked_changes",)
"""Where LibreOffice writes deleted words, and glues the inserted ones to them; pandoc judges these."""


@cache
def ours(name: str) -> Counter[str]:
    """Return all words of a file as it was read: text, numbers, what stands aside, what changes took away."""
    material = read_word(made(name))
    texts = [text.words for text in material.texts] + [aside.text for aside in material.asides] + [material.title]
    return Counter(word for text in texts for word in words_of(text))


def unseen(text: str, name: str) -> Counter[str]:
    """Return the words of a judge's text that we have not read, short numbers of lists left out."""
    found = Counter(words_of(_MARK.sub("", text)))
    return Counter({word: count for word, count in (found - ours(name)).items() if not _NUMBER.fullmatch(word)})


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the text that LibreOffice writes of each sample, all in one run of it."""
    folder = tmp_path_factory.mktemp("judged")
    for name in NAMES:
        (folder / f"{name}.docx").write_bytes(made(name))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    to = ("--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder))
    run(["soffice", profile, *to, *map(str, folder.glob("*.docx"))], check=True, capture_output=True, timeout=300)
    return folder


@pytest.mark.libreoffice
@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
@pytest.mark.parametrize("name", [name for name in NAMES if name not in _GLUED])
def test_libreoffice_sees_no_word_that_we_have_not(exported: Path, name: str) -> None:
    """As often as it sees it."""
    text = (exported / f"{name}.txt").read_text("utf-8-sig")
    assert len(text) > 100
    assert unseen(_NOTE.sub("", text), name) == Counter()


@pytest.mark.skipif(not shutil.which("pandoc"), reason="needs pandoc")
@pytest.mark.parametrize("name", NAMES)
def test_pandoc_sees_no_word_that_we_have_not(tmp_path: Path, name: str) -> None:
    """As often as it sees it, a heading that it takes for the file's title too."""
    path = tmp_path / "a.docx"
    path.write_bytes(made(name))
    done = run(["pandoc", "-t", "plain", "--wrap=none", path], check=True, capture_output=True, timeout=60)
    assert unseen(done.stdout.decode(), name) == Counter()
