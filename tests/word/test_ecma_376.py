"""Proves that what is built is valid by the schemas of ECMA-376, 1st edition: part 4 (wml.xsd) and part 2 (opc-*.xsd).

`tests.word.ecma_376` says what is taken out before a part is judged, and why.
"""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.word.ecma_376 import FETCH, SCHEMAS, judged, refusals
from tests.word.files import FORM, SYNTHETIC, changed, good, written
from tests.word.test_validity import BROKEN, RUN, TEXT
from tests.word.validity.validity import faults

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not (SCHEMAS / "wml.xsd").exists(), reason=FETCH)]

CORE = "docProps/core.xml"
"""The one part without a schema."""

NO_SCHEMA_SAYS = {
    "the page is larger than Word allows",
    "a cell has no paragraph",
    "a cell ends with a table",
    "row 3 spans 6 columns of 5",
    "w:vMerge continues nothing",
    "columns; Word opens 63",
    "row 1 has no cell",
    "bookmarkStart: the id “1” comes 2 times",
    "the bookmark “a” has no end",
    "no paragraph style has the id “Nothing”",
    "no numbering has the id “7”",
    "style: the id “Text” comes 2 times",
    "the beginnings and ends of fields",
    "spaces at an end get lost",
    "no relationship has the id “nothing”",
    "leads to a part of the kind styles",
    "two headers or footers",
    "leads to word/style.xml, which is no part",
    "word/style.xml is no part",
    "its content type is not that of styles",
    "_rels/.rels: no content type",
    "*.xml has 2 types",
    "title comes 2 times",
    "created is no date",
}
"""Faults of `BROKEN` that the schemas let pass: ties between elements and parts, limits of Word, the properties."""

FIELD = '<w:r><w:fldChar w:fldCharType="begin">{}</w:fldChar><w:fldChar w:fldCharType="end"/></w:r>' + RUN

JUDGED = [case for case in BROKEN if case[3] != "not well-formed"]


def test_every_part_of_what_is_built_is_valid(built: Path, record_property: Callable[[str, object], None]) -> None:
    """Every document of every real roadmap is valid, part by part; only the properties are not judged."""
    documents = {path: path.read_bytes() for path in sorted(built.rglob("*.docx"))}
    assert len(documents) > 40
    verdicts = {path: judged(data) for path, data in documents.items()}
    for path, data in documents.items():
        with ZipFile(BytesIO(data)) as file:
            assert verdicts[path].keys() == {*file.namelist()} - {CORE}, path
    assert {path: verdict for path, verdict in verdicts.items() if any(verdict.values())} == {}
    record_property("ECMA-376", f"{len(documents)} documents, {sum(map(len, verdicts.values()))} parts, all valid")


@pytest.mark.parametrize("name", SYNTHETIC)
def test_what_a_document_may_be_made_of_is_valid(name: str) -> None:
    """Every kind of block, table and section that a template can ask for is valid, in whatever company."""
    data = written(SYNTHETIC[name])
    assert refusals(data) == faults(data) == []


def test_the_packaged_form_is_valid() -> None:
    """The form that offices change in Word is valid before they do."""
    assert refusals(FORM.read_bytes()) == []


@pytest.mark.parametrize(("part", "old", "new", "fault"), JUDGED, ids=lambda value: str(value)[:40])
def test_the_schemas_agree_with_our_own_checks(part: str, old: str, new: str, fault: str) -> None:
    """What our checks find is refused by the schemas too, but for what no schema says; both pass the rest."""
    assert bool(refusals(changed(good(), part, old, new))) == (fault not in NO_SCHEMA_SAYS)


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("document", RUN, FIELD.format("<w:fldData/><w:ffData/>")),
        ("document", "<w:tbl><w:tblPr>", '<w:tbl><w:proofErr w:type="spellEnd"/><w:tblPr>'),
        ("settings", "<w:compat>", "<w:noLineBreaksAfter w:lang='ja' w:val='!'/>" * 2 + "<w:compat>"),
        ("settings", "<w:compat>", "<w:uiCompat97To2003/><w:compat>"),
        ("document", TEXT, TEXT + "<w:keepLines/><w:keepNext/>"),
        ("document", "<w:trPr>", '<w:trPr><w:trHeight w:hRule="least"/>'),
    ],
)
def test_our_own_checks_agree_with_the_schemas(part: str, old: str, new: str) -> None:
    """What the schemas refuse, our checks find as well."""
    data = changed(good(), part, old, new)
    assert refusals(data)
    assert any(f"word/{part}.xml" in fault for fault in faults(data))


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("settings", "</w:compat>", "</w:compat><w:rsids/><w:uiCompat97To2003/><w:themeFontLang/>"),
        ("document", RUN, FIELD.format("<w:ffData><w:name/></w:ffData>")),
    ],
)
def test_neither_refuses_what_word_writes(part: str, old: str, new: str) -> None:
    """What is seldom seen and valid has no fault by our own checks either."""
    data = changed(good(), part, old, new)
    assert refusals(data) == faults(data) == []


def test_what_is_ignorable_is_not_judged() -> None:
    """Markup of a later Word passes where its part declares it ignorable, and nowhere else."""
    later = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    compatibility = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"'
    marked = changed(good(), "document", "<w:p>", '<w:p w14:paraId="1"><w14:later/>')
    assert refusals(changed(marked, "document", "<w:document ", f"<w:document {later} {compatibility} ")) == []
    assert len(refusals(changed(marked, "document", "<w:document ", f"<w:document {later} "))) == 2


def test_only_the_setting_of_later_editions_is_taken_out() -> None:
    """Beside w:compatSetting, which the 1st edition has not, anything unknown is refused."""
    assert b"w:compatSetting" in ZipFile(BytesIO(good())).read("word/settings.xml")
    assert refusals(changed(good(), "settings", "<w:compat>", "<w:compat><w:compatOption/>"))
