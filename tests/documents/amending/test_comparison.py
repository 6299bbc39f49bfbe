"""Proves what the comparison table shows: each change once, in the order of the document, marked without colours."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from roadmapc.documents.amending import comparison
from roadmapc.plan.amending import AmendingAct, Amendment
from roadmapc.workspace.template_files import output_context
from tests.conftest import CLEAN
from tests.real_amendments import AMENDED, amendment_of, real_amendment
from tests.redlines import texts
from tests.word.validity.validity import faults

CONTEXT = output_context((), ("docx", "html"), "")
REASON = "приказ\nот 05.06.2023\n№ 01-07/41"
NUMBERED = CLEAN.replace("- activity: Провести", "- number: 1.1.\n        activity: Провести").replace(
    "sections:", "table: {numbering: printed}\nsections:"
)
LIST = "attachments:\n  - {number: 2, title: Перечень школ, preface: [{text: Школа № 1.}]}\n"


def rows_of(amendment: Amendment) -> list[list[str]]:
    """Return the rows of the comparison below its head."""
    data = {file.name: file.data for file in comparison.files(amendment, CONTEXT)}
    assert [*data] == ["comparison.docx", "comparison.html"]
    assert faults(data["comparison.docx"]) == []
    (table,) = (block for block in texts(data["comparison.docx"]) if isinstance(block, list))
    assert table[0] == ["№\u00a0п/п", "Было", "Стало", "Основание"]
    return [[cell.replace("\u00a0", " ") for cell in row] for row in table[1:]]


def page_of(amendment: Amendment) -> str:
    """Return the comparison as a web page."""
    return next(file.data.decode() for file in comparison.files(amendment, CONTEXT) if file.name.endswith(".html"))


def test_a_changed_cell_is_named_and_stands_below_its_section() -> None:
    """The number, the column's heading, what was and what is, the act."""
    heading, row = rows_of(amendment_of(NUMBERED, NUMBERED.replace("май 2022", "до 1 июня 2022")))
    assert heading[0].endswith("Мониторинг")
    assert row == ["1.1.", "Срок исполнения: май 2022", "Срок исполнения: до 1 июня 2022", REASON]


def test_words_are_marked_by_their_look_alone() -> None:
    """Old ones are struck through, new ones bold: black and white shows both."""
    amendment = amendment_of(NUMBERED, NUMBERED.replace("owners: методист", "owners: директор"))
    word = next(file.data for file in comparison.files(amendment, CONTEXT) if file.name.endswith(".docx"))
    with ZipFile(BytesIO(word)) as archive:
        xml = archive.read("word/document.xml").decode()
    assert "<w:rPr><w:strike/></w:rPr><w:t>методист</w:t>" in xml
    assert "<w:rPr><w:b/><w:bCs/></w:rPr><w:t>директор</w:t>" in xml
    page = page_of(amendment)
    assert "<s>методист</s>" in page
    assert "<b>директор</b>" in page
    assert "color:" not in re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)


def test_a_new_row_has_no_old_side_and_one_that_is_gone_no_new_one() -> None:
    """A dash says so; nothing is marked in what is new as a whole."""
    more = "      - {number: 1.2., activity: Семинар, deadline: июнь 2022, owners: директор, result: Справка}\n"
    added = rows_of(amendment_of(NUMBERED, NUMBERED + more))[-1]
    words = "Мероприятие: Семинар\nСрок исполнения: июнь 2022\nОтветственный: директор\nРезультат: Справка"
    assert added == ["1.2.", "–", words, REASON]
    assert rows_of(amendment_of(NUMBERED + more, NUMBERED))[-1] == ["1.2.", words, "–", REASON]


def test_title_and_attachment_are_named() -> None:
    """What has no number stands below the name of its part; a further attachment below its own."""
    new = (CLEAN + LIST).replace("title: Дорожная карта", "title: Дорожная карта района").replace("№ 1.", "№ 2.")
    found = [row[0] for row in rows_of(amendment_of(CLEAN + LIST, new))]
    assert found == ["Наименование", "–", "Приложение № 2. Перечень школ", "Текст", "–"]


def test_rows_that_only_have_other_numbers_are_one() -> None:
    """A list of numbers, where each row of its own would say nothing."""
    rows = "".join(
        f"      - {{number: 1.{at}., activity: Семинар {at}, deadline: июнь 2022, owners: директор, result: Нет}}\n"
        for at in (2, 3, 4)
    )
    moved = rows.replace("1.4.", "1.5.").replace("1.3.", "1.4.").replace("1.2.", "1.3.")
    found = rows_of(amendment_of(NUMBERED + rows, NUMBERED + moved))
    assert found[1:] == [["–", "Номера: 1.2., 1.3., 1.4.", "Номера: 1.3., 1.4., 1.5.", REASON]]


def test_a_draft_has_blanks_for_date_and_number() -> None:
    """They are put in by hand when it is signed."""
    amendment = amendment_of(NUMBERED, NUMBERED.replace("методист", "директор"), AmendingAct())
    assert rows_of(amendment)[-1][-1] == "приказ\nот ____________\n№ _________"


@pytest.mark.parametrize("name", AMENDED)
def test_the_comparison_of_a_real_roadmap_is_whole(name: str) -> None:
    """Every row has two sides that differ, and below no heading stands nothing."""
    rows = rows_of(real_amendment(name))
    assert all(len(row) == 1 or row[1] != row[2] for row in rows)
    assert all(
        len(row) == 4 for row, before in zip(rows[1:], rows, strict=False) if len(before) == 1 and before[0][:1] != "П"
    )
    assert len(rows[-1]) == 4
