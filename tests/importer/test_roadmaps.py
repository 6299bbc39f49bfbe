"""Proves that an import always ends in roadmaps that can be read and a proof, or in a sentence."""

from __future__ import annotations

import pytest

from roadmapc.diagnostics import UserError
from roadmapc.importer import Imported, Read, import_files, roadmaps
from roadmapc.importing.counting import counted
from roadmapc.importing.reading.from_word import read_word
from roadmapc.importing.understanding.draft import Draft
from roadmapc.workspace import template_files
from tests.importing.counting.files import docx, p
from tests.importing.test_samples_are_files import made

CONTEXT = template_files.output_context((), ("docx",), "")


def imported(data: bytes, name: str = "план.docx") -> Imported:
    return import_files([Read(name, read_word(data), counted(data))], "plan", CONTEXT)


def test_what_is_not_understood_is_left_as_a_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where what was understood makes no roadmap that can be read, every word waits for its place."""
    monkeypatch.setattr(roadmaps, "understand", lambda _: [Draft({"roadmapc": "?"})])
    found = imported(made("s01_plain_plan"))
    assert found.proof.holds
    assert found.proof.left == found.proof.source
    assert len(found.roadmaps) == 1


def test_what_is_too_large_is_told() -> None:
    """A word longer than any text may be: a sentence, and no trace of the program."""
    with pytest.raises(UserError, match="more than a roadmap may have"):
        imported(docx(p("а" * 200_000)))


def test_the_file_says_where_it_comes_from_without_its_folder() -> None:
    """The same file makes the same roadmap wherever it lies."""
    names = ("план.docx", "/дом/план.docx", "D:\\план.docx")
    texts = {imported(made("s01_plain_plan"), name).roadmaps[0].text for name in names}
    assert len(texts) == 1
    assert "план.docx" in texts.pop().splitlines()[0]
