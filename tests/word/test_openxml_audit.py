"""Proves that an independent validator, a port of that of Microsoft's Open XML SDK, has nothing against what is built.

It judges by the markup that Word 2019 reads, later than the schemas of the 1st edition, and by ties between parts.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from tests.word.files import FORM, SYNTHETIC, changed, good, written
from tests.word.test_validity import BROKEN

pytestmark = pytest.mark.slow

THEME = "A required relationship type 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/theme'"
"""It wants a theme, which a document needs only where it takes fonts or colours from one. Ours name their own."""

MISSED = {
    "text stands outside of w:t",
    "w:val of w:keepNext cannot be “yes”",
    "w:pgMar needs w:header",
    "w:b may not stand in w:jc",
    "a cell ends with a table",
    "row 3 spans 6 columns of 5",
    "w:vMerge continues nothing",
    "columns; Word opens 63",
    "the bookmark “a” has no end",
    "the beginnings and ends of fields",
    "spaces at an end get lost",
    "two headers or footers",
    "_rels/.rels: no content type",
    "*.xml has 2 types",
    "title comes 2 times",
    "created is no date",
}
"""Faults of `BROKEN` that it does not find: the schemas of ECMA-376 and our own checks do."""


@cache
def _validator() -> OpenXmlValidator:
    return OpenXmlValidator()


def complaints(path: Path) -> list[str]:
    """Return what it has against a .docx, but for the theme."""
    return [str(error) for error in _validator().validate(path).errors if not error.description.startswith(THEME)]


def test_nothing_is_said_of_what_is_built(built: Path) -> None:
    """Every document of every real roadmap passes."""
    documents = sorted(built.rglob("*.docx"))
    assert len(documents) > 40
    assert {path: found for path in documents if (found := complaints(path))} == {}


def test_nothing_is_said_of_the_form() -> None:
    """The form that offices change in Word passes before they do."""
    assert complaints(FORM) == []


@pytest.mark.parametrize("name", SYNTHETIC)
def test_nothing_is_said_of_what_a_document_may_be_made_of(name: str, tmp_path: Path) -> None:
    """Every kind of block, table and section that a template can ask for passes."""
    path = tmp_path / "a.docx"
    path.write_bytes(written(SYNTHETIC[name]))
    assert complaints(path) == []


@pytest.mark.parametrize(
    ("part", "old", "new"), [case[:3] for case in BROKEN if case[3] not in MISSED], ids=lambda value: str(value)[:40]
)
def test_what_is_broken_is_found(part: str, old: str, new: str, tmp_path: Path) -> None:
    """It does judge: a good file with one thing wrong does not pass."""
    path = tmp_path / "a.docx"
    path.write_bytes(changed(good(), part, old, new))
    assert complaints(path)
