"""Proves the law of marks on block trees made by chance: accepted they are the new one, rejected the old one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapc.documents.amending._redlining.blocks import marked_sections
from roadmapc.documents.amending._redlining.pairing import Edition, Pairing
from roadmapc.rendering.blocks import Document, PageBreak, PageSection, Paragraph, TableBlock, TableCell, TableRow
from roadmapc.rendering.marked import MarkedDocument, is_marked
from roadmapc.word.package.base_form import load_form
from roadmapc.word.writer.docx import write
from tests.conftest import CLEAN
from tests.plans import plan_of
from tests.random_documents import two_editions
from tests.redlines import is_same
from tests.word.ecma_376 import SCHEMAS, refusals
from tests.word.files import FORM
from tests.word.office import judging, resolved
from tests.word.validity.validity import faults

WORD_FORM = load_form(FORM.read_bytes())


def marked(old: Document, new: Document) -> Document:
    """Return two documents as one with marks; no plan knows their rows."""
    plan = plan_of(CLEAN)
    sections = marked_sections(Pairing((plan, plan), Edition(old), Edition(new)))
    return MarkedDocument("Т", sections, "", "Управление «А & Б»", "2023-06-05T09:00:00Z")


def written(document: Document) -> bytes:
    """Return a document as a Word file."""
    return write(document, WORD_FORM, title="Т", author="", created=None)


def of(*texts: str) -> Document:
    """Return a document of plain paragraphs."""
    return Document("Т", (PageSection(tuple(Paragraph((text,)) for text in texts)),))


@settings(max_examples=200)
@given(st.integers(0, 2**32))
def test_a_document_with_marks_is_both_editions(seed: int) -> None:
    """Whatever blocks come and go, and whichever cells are shared."""
    old, new = two_editions(seed)
    data = written(marked(old, new))
    assert is_same(data, written(new), reject=False)
    assert is_same(data, written(old), reject=True)
    assert faults(data) == []


@judging
@pytest.mark.libreoffice
def test_libre_office_agrees() -> None:
    """A hundred of them in one call."""
    pairs = {f"{seed}": two_editions(seed) for seed in range(100)}
    found = resolved({key: written(marked(*pair)) for key, pair in pairs.items()})
    for key, (old, new) in pairs.items():
        assert is_same(found[key].accepted, written(new)), key
        assert is_same(found[key].rejected, written(old)), key


@pytest.mark.skipif(not (SCHEMAS / "wml.xsd").exists(), reason="needs the schemas of ECMA-376")
def test_it_is_valid_by_the_schemas() -> None:
    """Marks stand where the standard has a place for them."""
    for seed in range(40):
        assert refusals(written(marked(*two_editions(seed)))) == [], seed


def test_equal_documents_have_no_mark() -> None:
    """Nothing is made of nothing."""
    for seed in range(20):
        document, _ = two_editions(seed)
        again, _ = two_editions(seed)
        found = marked(document, again)
        assert found.sections == document.sections
        assert not is_marked(found)


@judging
@pytest.mark.libreoffice
def test_an_insertion_that_goes_on_in_the_next_paragraph_is_one() -> None:
    """Else LibreOffice would join what follows when it rejects: a list whose item gets a sign and a sister."""
    old, new = of("начало", "первый.", "далее идет"), of("начало", "первый;", "второй пункт тоже тут.", "далее идет")
    data = written(marked(old, new))
    assert is_same(data, written(old), reject=True)
    found = resolved({"a": data})["a"]
    assert is_same(found.accepted, written(new))
    assert is_same(found.rejected, written(old))


def test_page_breaks_are_those_of_the_new_document() -> None:
    """Of the old ones none is left: a break is no text."""
    old = Document("Т", (PageSection((Paragraph(("а",)), PageBreak(), Paragraph(("б",)))),))
    assert marked(old, of("а", "б")).sections == of("а", "б").sections
    assert marked(of("а", "б"), old).sections == old.sections


def test_a_kept_row_keeps_its_marks_to_its_changed_cell() -> None:
    """The other cells are the new table's own."""
    rows = [TableRow(tuple(TableCell((Paragraph((word,), "TableText"),)) for word in line)) for line in ("аб", "ав")]
    old, new = (Document("Т", (PageSection((TableBlock((1, 1), (row,)),)),)) for row in rows)
    (table,) = marked(old, new).sections[0].blocks
    assert isinstance(table, TableBlock)
    assert table.rows[0].cells[0] is rows[1].cells[0]
    assert table.rows[0].cells[1] is not rows[1].cells[1]
