"""Proves that the samples are what they say: Word files that open, roadmaps of our format, the same words in both.

The words of a file are taken from its raw elements here, by nothing that reads Word for the program.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from roadmapc.diagnostics import Source
from roadmapc.source.model import Roadmap
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.validation import validate
from roadmapc.word.reader.document import read_document
from tests.word.validity.validity import faults

SAMPLES = sorted(path for path in (Path(__file__).parent / "samples").glob("s[0-9]*.py"))
NAMES = [path.stem for path in SAMPLES]

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CHARACTERS = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "\u2011"}
_SAID_BY_THE_PROGRAM = """
приложение утверждаю утвержден утверждена приказ приказываю от контроль за исполнением настоящего приказа стр показатель
"""
_NO_WORDS = ("period", "kind", "region")
"""Keys whose words the source may say in another form than the file; so does `name` of a municipality."""


@cache
def made(name: str) -> bytes:
    """Return the file of a sample."""
    return bytes(import_module(f"tests.importing.samples.{name}").document())


def expected(name: str) -> tuple[Source, Any]:
    """Return the text of a sample's roadmap with its tree."""
    path = Path(__file__).parent / "samples" / f"{name}.yaml"
    source = Source(path.name, path.read_text(encoding="utf-8"))
    tree, problems = parse_yaml(source)
    assert tree is not None, problems
    return source, tree


@pytest.mark.parametrize("name", NAMES)
def test_the_file_opens(name: str) -> None:
    """Our reader opens it, and python-docx's own parts and the hand-made ones hang together."""
    assert read_document(made(name)).blocks


@pytest.mark.parametrize("name", NAMES)
def test_word_opens_it(name: str) -> None:
    """It is well formed, as Word demands: a sample that Word would have to repair shows nothing."""
    assert list(faults(made(name))) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_same_bytes_come_twice(name: str) -> None:
    """No clock and no chance is in it."""
    assert made(name) == import_module(f"tests.importing.samples.{name}").document()


@pytest.mark.parametrize("name", NAMES)
def test_the_roadmap_has_the_right_shape(name: str) -> None:
    """Every key is known; what has no place is a list of texts."""
    _source, tree = expected(name)
    unplaced = tree.data.get("unplaced", [])
    assert isinstance(unplaced, list)
    assert all(isinstance(text, str) and text.strip() for text in unplaced)
    if "unplaced" not in Roadmap.model_fields:
        tree.data.pop("unplaced", None)
    roadmap, problems = validate(tree, Roadmap)
    assert roadmap is not None, [str(problem.message) for problem in problems]


@pytest.mark.parametrize("name", NAMES)
def test_both_say_the_same_words(name: str) -> None:
    """No word of the file is missing in the roadmap, and none is there that the file does not have."""
    _source, tree = expected(name)
    typed, printed = set(_typed(tree.data)), set(_printed(made(name)))
    assert typed - printed - {*_SAID_BY_THE_PROGRAM.split(), *_of_numbers(made(name))} == set()
    assert printed - typed - {*_SAID_BY_THE_PROGRAM.split()} == set()


@pytest.mark.parametrize("name", NAMES)
def test_each_is_told(name: str) -> None:
    """A sample says what it carries, on one line, and stands beside its roadmap; no roadmap is left alone."""
    told = import_module(f"tests.importing.samples.{name}").__doc__
    assert told
    assert len(told) > 40
    yamls = sorted(path.stem for path in (Path(__file__).parent / "samples").glob("*.yaml"))
    assert yamls == NAMES


def _words(text: str) -> Iterator[str]:
    """Yield the words of two letters or more, Roman figures left out: they may be automatic."""
    found = (word.casefold() for word in re.findall(r"[^\W\d_¹²³⁴]{2,}", text))
    return (word for word in found if not re.fullmatch("[ivx]+", word))


def _typed(data: Any, key: str = "") -> Iterator[str]:
    """Yield the words that the roadmap holds, keys and settings left out."""
    if isinstance(data, Mapping):
        for name, value in data.items():
            if name not in _NO_WORDS and name != "municipality":
                yield from _typed(value, str(name))
    elif isinstance(data, (list, tuple)):
        for one in data:
            yield from _typed(one, key)
    elif isinstance(data, str) and data not in ("да", "нет") and not re.fullmatch("[a-z_-]+|II?", data):
        yield from _words(data)


def _printed(file: bytes) -> Iterator[str]:
    """Yield the words of every part that people read: the text as accepted, notes, comments, headers, footers."""
    with ZipFile(BytesIO(file)) as package:
        for part in package.namelist():
            if re.fullmatch(r"word/(document|footnotes|comments|header\d*|footer\d*)\.xml", part):
                root = etree.fromstring(package.read(part))
                for paragraph in root.iter(f"{_W}p"):
                    yield from _words("".join(_characters(paragraph)))


def _of_numbers(file: bytes) -> Iterator[str]:
    """Yield the words of automatic numbers: «Раздел %1.»."""
    with ZipFile(BytesIO(file)) as package:
        for text in etree.fromstring(package.read("word/numbering.xml")).iter(f"{_W}lvlText"):
            yield from _words(text.get(f"{_W}val", ""))


def _characters(element: Any) -> Iterator[str]:
    """Yield the text below an element; of a choice the first, of a paragraph those inside it not."""
    for child in element:
        name = str(child.tag).removeprefix(_W)
        if name in ("del", "moveFrom", "txbxContent") or child.tag == f"{_MC}Fallback":
            continue
        if name == "t":
            yield child.text or ""
        elif name in _CHARACTERS:
            yield _CHARACTERS[name]
        else:
            yield from _characters(child)
