"""Proves that a redline is both editions: all changes accepted it is the new text, all rejected the old one."""

from __future__ import annotations

import random
import re
from dataclasses import replace
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapc.compiler import compile_source
from roadmapc.diagnostics import Source
from roadmapc.documents import attachment
from roadmapc.documents.amending import redline
from roadmapc.documents.amending._redlining.documents import marked_contents
from roadmapc.plan import Plan
from roadmapc.plan.amending import AmendingAct, Amendment
from roadmapc.workspace.template_files import output_context
from tests.conftest import CLEAN, TODAY
from tests.plan_edits import edited
from tests.real_amendments import AMENDED, amendment_of, changed, real_amendment, source
from tests.redlines import is_same, marks, texts
from tests.word.ecma_376 import SCHEMAS, refusals
from tests.word.office import judging, resolved
from tests.word.validity.validity import faults

CONTEXT = output_context((), ("docx",), "")
LIST = "attachments:\n  - {number: 2, title: Перечень школ, preface: [{text: Школа № 1.}]}\n"
ROWS = """\
      - {number: 1.2, activity: Провести семинар, deadline: июнь 2022, owners: директор, result: Справка}
      - {number: 1.3, activity: Подвести итоги, deadline: июль 2022, owners: {same_as_above: true}, result: Справка}
"""
SHARED = (
    CLEAN.replace("  - title: Мониторинг", "table: {numbering: printed}\nsections:\n  - title: Мониторинг")
    .replace("sections:\ntable:", "table:")
    .replace("      - activity: Провести", "      - number: 1.1\n        activity: Провести")
    + ROWS
)


def plan_or_none(text: str) -> Plan | None:
    """Return the plan of a source, if it is one."""
    return compile_source(Source("a.yaml", text), today=TODAY).plan


def files_of(amendment: Amendment) -> dict[str, bytes]:
    """Return the redlines of an amendment by their names."""
    return {file.name: file.data for file in redline.files(amendment, CONTEXT)}


def editions(amendment: Amendment) -> tuple[bytes, bytes]:
    """Return the attachment of the new plan, and that of the old one."""
    new, old = (
        next(file.data for file in attachment.files(plan, CONTEXT) if file.name == "attachment.docx")
        for plan in (amendment.new, amendment.old)
    )
    return new, old


def document_of(data: bytes) -> str:
    """Return the main part of a Word file."""
    with ZipFile(BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


@cache
def of_real(name: str) -> tuple[Amendment, bytes]:
    """Return the amendment of a real roadmap and its redline."""
    amendment = real_amendment(name)
    return amendment, files_of(amendment)["redline.docx"]


def assert_is_both(data: bytes, amendment: Amendment) -> None:
    """Hold a redline against both editions, by our own reader."""
    new, old = editions(amendment)
    assert is_same(data, new, reject=False)
    assert is_same(data, old, reject=True)


@pytest.mark.parametrize("name", AMENDED)
def test_the_redline_of_a_real_roadmap_is_both_editions(name: str) -> None:
    """Six amendments, each of other kinds, give files that Word opens as they are."""
    amendment, data = of_real(name)
    assert_is_both(data, amendment)
    assert faults(data) == []
    if (SCHEMAS / "wml.xsd").exists():
        assert refusals(data) == []


@judging
@pytest.mark.libreoffice
def test_libre_office_accepts_and_rejects_the_real_ones_alike() -> None:
    """It has a reader of its own, and rules of its own on rows and ends of paragraphs."""
    found = resolved({name: of_real(name)[1] for name in AMENDED})
    for name in AMENDED:
        new, old = editions(of_real(name)[0])
        assert is_same(found[name].accepted, new), name
        assert is_same(found[name].rejected, old), name


@settings(max_examples=60)
@given(st.sampled_from([*AMENDED]), st.integers(0, 2**32), st.integers(1, 12))
def test_a_redline_of_random_edits_is_both_editions(name: str, seed: int, most: int) -> None:
    """Whatever was edited: rows come, go, change and take other numbers."""
    text = source(name)
    amendment = amendment_of(text, edited(text, plan_or_none, random.Random(seed), most))
    made = files_of(amendment)
    if not made:
        assert texts(editions(amendment)[0]) == texts(editions(amendment)[1])
        return
    assert_is_both(made["redline.docx"], amendment)
    assert faults(made["redline.docx"]) == []


@judging
@pytest.mark.libreoffice
def test_libre_office_agrees_on_random_edits() -> None:
    """Fewer of them, all in one call."""
    amendments = {}
    for seed, name in enumerate([*AMENDED] * 4):
        text = source(name)
        amendments[f"{seed}"] = amendment_of(text, edited(text, plan_or_none, random.Random(seed), 8))
    files = {key: files_of(one).get("redline.docx") for key, one in amendments.items()}
    found = resolved({key: data for key, data in files.items() if data})
    assert len(found) > len(amendments) // 2
    for key, one in found.items():
        new, old = editions(amendments[key])
        assert is_same(one.accepted, new), key
        assert is_same(one.rejected, old), key


def test_what_did_not_change_has_no_mark() -> None:
    """A word of one cell makes two marks, wherever widths and pages move."""
    new = CLEAN.replace("май 2022", "июнь 2022")
    data = files_of(amendment_of(CLEAN, new))["redline.docx"]
    assert marks(data) == 2
    xml = document_of(data)
    assert ">май</w:delText>" in xml
    assert ">июнь</w:t></w:r></w:ins>" in xml


def test_numbers_and_dates_are_one_word() -> None:
    """Half a date is struck through nowhere."""
    old = CLEAN.replace("май 2022", "до 15.05.2022")
    xml = document_of(files_of(amendment_of(old, old.replace("15.05.2022", "25.05.2022")))["redline.docx"])
    assert "15.05.2022</w:delText>" in xml


def test_nothing_is_written_where_nothing_changed() -> None:
    """The same plan twice has no redline, nor has a change that is not printed."""
    assert files_of(amendment_of(CLEAN, CLEAN)) == {}
    assert files_of(amendment_of(CLEAN, CLEAN.replace("- activity:", "- id: one\n        activity:"))) == {}


def test_author_and_date_are_those_of_the_act() -> None:
    """So the same amendment gives the same bytes; a draft without a day has no date at all."""
    amendment, data = of_real("tsuntinsky")
    xml = document_of(data)
    assert {*re.findall(r'w:date="([^"]*)"', xml)} == {"2023-06-05T09:00:00Z"}
    (author,) = {*re.findall(r'w:author="([^"]*)"', xml)}
    assert author.startswith("МУНИЦИПАЛЬНОЕ КАЗЁННОЕ УЧРЕЖДЕНИЕ")
    assert files_of(real_amendment("tsuntinsky"))["redline.docx"] == data
    draft = Amendment(amendment.old, amendment.new, AmendingAct())
    assert "w:date" not in document_of(files_of(draft)["redline.docx"])
    content = marked_contents(draft, CONTEXT.render, "")[0]
    by_other = replace(draft, act=AmendingAct(author="Отдел «А & Б»"))
    assert redline.redlined(by_other, content).author == "Отдел «А & Б»"


def test_ids_are_unique() -> None:
    """Each mark has a number of its own."""
    ids = re.findall(r'<w:(?:ins|del) w:id="(\d+)"', document_of(of_real("verkhnyaya-pyshma")[1]))
    assert len({*ids}) == len(ids) > 40


def test_a_row_is_marked_thrice() -> None:
    """In its properties, at every run, at every end of a paragraph: LibreOffice leaves an empty row otherwise."""
    xml = document_of(
        files_of(amendment_of(SHARED, SHARED.replace(ROWS.splitlines(keepends=True)[1], "")))["redline.docx"]
    )
    (row,) = [one for one in re.findall(r"<w:tr>.*?</w:tr>", xml) if "<w:del " in one.partition("</w:trPr>")[0]]
    assert re.search(r"<w:trPr><w:cantSplit/><w:del [^>]*/></w:trPr>", row)
    assert row.count("<w:p>") == len(re.findall(r"<w:rPr><w:del [^>]*/></w:rPr></w:pPr>", row))
    assert "<w:t " not in row


def test_a_deleted_row_stands_before_the_one_that_replaces_it() -> None:
    """As a reader expects it: what was, then what is."""
    first, second = ROWS.splitlines(keepends=True)
    other = (
        "      - {number: 9.9, activity: Издать сборник трудов, deadline: май 2023, owners: ректор, result: Книга}\n"
    )
    new = SHARED.replace(first + second, other)
    xml = document_of(files_of(amendment_of(SHARED, new))["redline.docx"])
    assert xml.index("Провести семинар") < xml.index("Издать сборник трудов")


def test_the_first_of_rows_that_share_a_cell_leaves_its_words_to_the_next() -> None:
    """They are inserted there: LibreOffice would lose them with the row."""
    first = ROWS.splitlines(keepends=True)[0]
    new = SHARED.replace(first, "").replace("{same_as_above: true}", "директор")
    amendment = amendment_of(SHARED, new)
    data = files_of(amendment)["redline.docx"]
    assert_is_both(data, amendment)
    assert ">директор</w:t></w:r></w:ins>" in document_of(data)


def test_further_attachments_have_redlines_of_their_own() -> None:
    """Where they change, come or go; the others have none."""
    old = CLEAN + LIST
    assert [*files_of(amendment_of(old, old.replace("№ 1.", "№ 2.")))] == ["redline-2.docx"]
    gone, come = files_of(amendment_of(old, CLEAN)), files_of(amendment_of(CLEAN, old))
    assert [*gone] == [*come] == ["redline-2.docx"]
    assert texts(gone["redline-2.docx"], reject=False) == texts(come["redline-2.docx"], reject=True) == []


def test_a_table_of_another_shape_is_given_anew() -> None:
    """A column more would be a change of each row that programs read in different ways."""
    new = changed(
        CLEAN,
        lambda data: (
            data["table"]["columns"].update(result=None)
            if "table" in data
            else data.update(table={"columns": {"result": None}})
        ),
    )
    amendment = amendment_of(CLEAN, new)
    data = files_of(amendment)["redline.docx"]
    assert_is_both(data, amendment)
    assert document_of(data).count("<w:tbl>") == 2
    assert "cellIns" not in document_of(data)
