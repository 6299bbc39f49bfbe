"""Proves that the proof proves: what a reader drops or adds is found, to the word, and put where nothing is lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from random import Random

import pytest

from roadmapc.importer import Imported, Read, import_files
from roadmapc.importing.counting import WordCount, counted, words_of
from roadmapc.importing.material import Grid, Material, Place, Text
from roadmapc.importing.proof import Proof, places_of, printed_words, source_words, words_in
from roadmapc.importing.reading.from_word import read_word
from roadmapc.importing.understanding.draft import Left
from roadmapc.word.package.unpacking import unpack
from roadmapc.workspace import template_files
from tests.importing.counting.files import archive, docx
from tests.importing.test_samples_are_files import NAMES, made

CONTEXT = template_files.output_context((), ("docx",), "")
SOME = NAMES[::6]


def count(printed: str, numbers: str = "", **aside: str) -> WordCount:
    words = {kind.replace("_", " "): Counter(words_of(text)) for kind, text in aside.items()}
    return WordCount(Counter(words_of(printed)), Counter(words_of(numbers)), words)


def test_all_words_of_a_source_count_but_those_that_changes_took() -> None:
    """Text, numbers and what stands aside are to be kept; what was deleted, or inserted and rejected, is told only."""
    one = count("план", "1", header="шапка", text_box="рамка", deleted="старое", inserted="новое")
    assert source_words([one, count("план")]) == Counter({"план": 2, "1": 1, "шапка": 1, "рамка": 1})
    assert printed_words([one]) == Counter({"план": 1, "1": 1})


@pytest.mark.parametrize(
    ("placed", "left", "repeated", "missing", "added"),
    [
        ("а б в", "", "", "", ""),
        ("а б", "в", "", "", ""),
        ("а", "б", "в", "", ""),
        ("а б", "", "", "в", ""),
        ("а б в г", "", "", "", "г"),
        ("а а б", "", "", "в", "а"),
    ],
)
def test_a_proof_holds_where_every_word_is_somewhere(
    placed: str, left: str, repeated: str, missing: str, added: str
) -> None:
    """As often as in the source: one «а» stands not for two."""
    proof = Proof(*(Counter(text.split()) for text in ("а б в", placed, left, repeated)))
    assert (proof.missing, proof.added) == (Counter(missing.split()), Counter(added.split()))
    assert proof.holds is not bool(missing)


def test_missing_words_are_found_where_they_stand() -> None:
    """A whole piece first; then words out of pieces; what no reader saw has no place."""
    blocks = (Text("раз два", place=Place(1)), Text("раз три", place=Place(2)))
    missing = Counter(words_of("раз три раз тайна"))
    found = [(one.kind, one.text, one.place.paragraph) for one in places_of(missing, [Material(blocks)])]
    assert found == [("not printed", "раз три", 2), ("not printed", "раз", 1), ("not read", "тайна", 0)]


def test_words_of_what_is_left() -> None:
    assert words_in([Left("а", "Раз, два", Place()), Left("б", "раз", Place())]) == Counter({"раз": 2, "два": 1})


def imported(material: Material, name: str) -> Imported:
    return import_files([Read(name, material, counted(made(name)))], name, CONTEXT)


@pytest.mark.parametrize("name", NAMES)
def test_the_words_of_the_xml_are_all_somewhere(name: str) -> None:
    """Words counted from the raw elements are those placed, left and repeated; and no document says too few of any."""
    found = imported(read_word(made(name)), name)
    proof = found.proof
    assert proof.source == source_words([counted(made(name))])
    assert proof.holds
    assert words_in(found.left) == proof.left


def _without(material: Material, at: int) -> tuple[Material, str]:
    """Return the material without its text number `at`, and the words of that."""
    gone: list[str] = []
    seen = iter(range(10_000))

    def kept(texts: tuple[Text, ...]) -> tuple[Text, ...]:
        found = []
        for text in texts:
            if text.words and next(seen) == at:
                gone.append(text.words)
            else:
                found.append(text)
        return tuple(found)

    return replace(material, blocks=tuple(_blocks(material, kept))), " ".join(gone)


def _blocks(material: Material, kept: Callable[[tuple[Text, ...]], tuple[Text, ...]]) -> Iterator[Text | Grid]:
    for block in material.blocks:
        if isinstance(block, Text):
            yield from kept((block,))
        else:
            rows = (
                row._replace(cells=tuple(cell._replace(texts=kept(cell.texts)) for cell in row.cells))
                for row in block.rows
            )
            yield block._replace(rows=tuple(rows))


@pytest.mark.parametrize("name", SOME)
def test_a_text_that_a_reader_drops_is_found(name: str) -> None:
    """A paragraph or a cell that is gone from the reading is under `unplaced:`, to the word, and the proof holds."""
    material = read_word(made(name))
    texts = [text for text in material.texts if text.words]
    for at in Random(name).sample(range(len(texts)), 4):
        spoiled, gone = _without(material, at)
        found = imported(spoiled, name)
        assert found.proof.holds
        assert not Counter(words_of(gone)) - words_in(found.left) - found.proof.added, gone
        unplaced = [one.text for roadmap in found.roadmaps for one in roadmap.plan.roadmap.unplaced]
        assert not words_in(found.left) - Counter(word for text in unplaced for word in words_of(text))


@pytest.mark.parametrize("name", SOME)
def test_a_cell_that_a_reader_says_otherwise_is_found(name: str) -> None:
    """One word exchanged for another in a cell: the one is missing, the other added."""
    material = read_word(made(name))

    def exchanged(texts: tuple[Text, ...]) -> tuple[Text, ...]:
        return tuple(text._replace(text=text.text.replace("а", "ъъ")) for text in texts)

    spoiled = replace(material, blocks=tuple(_blocks(material, exchanged)))
    found = imported(spoiled, name)
    assert found.proof.holds
    assert found.proof.added
    assert any(one.kind == "not read" for one in found.left)


def test_an_aside_that_a_reader_drops_is_found() -> None:
    """A header, a note, a comment: each is missing if nobody reads it."""
    name = "s13_words_aside"
    material = read_word(made(name))
    assert material.asides
    for at, aside in enumerate(material.asides):
        if aside.kind in ("deleted", "inserted"):
            continue
        found = imported(replace(material, asides=material.asides[:at] + material.asides[at + 1 :]), name)
        assert found.proof.holds
        assert not Counter(words_of(aside.text)) - words_in(found.left)


def test_a_reader_that_reads_nothing_loses_nothing() -> None:
    """All words of the file are left."""
    found = imported(Material(()), "s01_plain_plan")
    assert found.proof.holds
    assert not found.proof.source - found.proof.left - found.proof.placed


@pytest.mark.parametrize(
    ("space", "words"), [("", ["слово", "и", "дело"]), (' xml:space="preserve"', ["слово", "и", "де", "ло"])]
)
def test_spaces_at_the_ends_of_runs_are_kept_where_the_part_says_so(space: str, words: list[str]) -> None:
    """Said of the whole part it holds for each text in it: reader and counter agree, as in files of other programs."""
    body = "<w:p>" + "".join(f"<w:r><w:t{more}>{text}</w:t></w:r>" for text, more in _RUNS) + "</w:p>"
    parts = unpack(docx(body))
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:document ", f"<w:document{space} ".encode(), 1)
    data = archive({name: content.decode() for name, content in parts.items()})
    assert sorted(counted(data).printed.elements()) == sorted(words)
    assert [word for text in read_word(data).texts for word in words_of(text.words)] == words


_RUNS = (("слово", ""), (" и ", ' xml:space="preserve"'), ("де ", ""), ("ло", ""))
