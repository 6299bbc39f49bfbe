"""Proves that a consolidated text is the new edition with its notes, and says that it is unofficial."""

from __future__ import annotations

import re

import pytest

from roadmapc.documents import attachment
from roadmapc.documents.amending import consolidated
from roadmapc.plan.amending import AmendingAct, Amendment
from roadmapc.workspace.template_files import output_context
from tests.conftest import CLEAN
from tests.real_amendments import AMENDED, amendment_of, real_amendment
from tests.redlines import texts
from tests.word.validity.validity import faults

CONTEXT = output_context((), ("docx",), "")
APPROVED = "approval: {act: приказом управления, date: 20.10.2022, number: 7}\n"
NUMBERED = CLEAN.replace("- activity: Провести", "- number: 1.1.\n        activity: Провести").replace(
    "sections:", "table: {numbering: printed}\nsections:"
)
ROWS = "".join(
    f"      - {{number: 1.{at}., activity: Семинар {at}, deadline: июнь 2022, owners: директор, result: Нет}}\n"
    for at in (2, 3, 4)
)
SECOND = """\
  - title: Итоги
    activities:
      - {number: 2.1., activity: Отчет, deadline: май 2022, owners: мы, result: Да}
"""
NOTE = re.compile(
    r"\((?:наименования граф )?в ред\. [^()]*\)|\(введен [^()]*\)"
    r"|(?:\d[\d.]* – )?[\d.]*\s*Исключен[ы]?\. – [^.]*\d\d\.\d\d\.\d{4} № \S+?\."
)


def made(amendment: Amendment) -> dict[str, bytes]:
    """Return the consolidated texts by their names, each a file without a fault."""
    found = {file.name: file.data for file in consolidated.files(amendment, CONTEXT)}
    assert all(faults(data) == [] for data in found.values())
    return found


def lines(amendment: Amendment) -> list[str]:
    """Return all paragraphs of pages and of cells, with plain spaces."""
    found: list[str] = []
    for block in texts(made(amendment)["consolidated.docx"]):
        cells = [block] if isinstance(block, str) else [cell for row in block for cell in row]
        found += [line.replace("\u00a0", " ") for cell in cells for line in cell.split("\n")]
    return found


def test_the_edition_stands_under_the_approval_block() -> None:
    """All acts in the order of their dates, the new one last; each in a line, for the block is narrow."""
    acts = (
        "amendments:\n  - {kind: приказ, date: 02.03.2023, number: 12}\n"
        "  - {kind: приказ, date: 01.02.2023, number: 11, title: О внесении изменений}\n"
    )
    old = APPROVED + acts + CLEAN
    found = lines(amendment_of(old, old.replace("методист", "директор")))
    at = found.index("от 20.10.2022 № 7")
    assert found[at + 1 : at + 5] == [
        "(в ред. приказов",
        "от 01.02.2023 № 11,",
        "от 02.03.2023 № 12,",
        "от 05.06.2023 № 01-07/41)",
    ]
    at = found.index("Список изменяющих документов")
    assert found[at + 1] == "1.\tПриказ от 01.02.2023 № 11 «О внесении изменений»"
    assert found[at + 3] == "3.\tПриказ от 05.06.2023 № 01-07/41 «О внесении изменений в дорожную карту»"
    assert found[at + 4].startswith("Сводный текст подготовлен для удобства пользования.")


def test_without_an_approval_block_it_stands_under_the_title_once() -> None:
    """Where the title itself has changed, the line says that as well."""
    new = CLEAN.replace("title: Дорожная карта", "title: Дорожная карта района")
    found = lines(amendment_of(CLEAN, new))
    assert found.count("(в ред. приказа от 05.06.2023 № 01-07/41)") == 1
    assert found[2] == "(в ред. приказа от 05.06.2023 № 01-07/41)"


def test_changed_rows_have_notes() -> None:
    """Behind the words of the activity; a row that only has another number has none."""
    new = (NUMBERED + ROWS).replace("owners: методист", "owners: директор").replace("1.4.", "1.5.")
    found = lines(amendment_of(NUMBERED + ROWS, new))
    assert found[found.index("Провести мониторинг") + 1] == "(в ред. приказа от 05.06.2023 № 01-07/41)"
    assert sum(line.startswith("(в ред.") for line in found) == 2  # with the line under the title


def test_new_rows_are_told() -> None:
    """As those of acts are."""
    found = lines(amendment_of(NUMBERED, NUMBERED + ROWS))
    assert found[found.index("Семинар 3") + 1] == "(введен приказом от 05.06.2023 № 01-07/41)"


def test_the_numbers_of_dropped_rows_stay_vacant() -> None:
    """One with its note, those that stood together as one; a number that another row took over is not vacant."""
    row = ROWS.splitlines(keepends=True)
    old = NUMBERED + ROWS
    found = lines(amendment_of(old, old.replace(row[1], "")))
    assert found[found.index("1.3.") + 1] == "Исключен. – Приказ от 05.06.2023 № 01-07/41."
    found = lines(amendment_of(old, old.replace(row[0] + row[1], "")))
    assert found[found.index("1.2. – 1.3.") + 1] == "Исключены. – Приказ от 05.06.2023 № 01-07/41."
    taken = old.replace(row[1], "").replace("number: 1.4.", "number: 1.3.")
    assert not any("Исключен" in line for line in lines(amendment_of(old, taken)))


def test_a_dropped_section_is_told_with_its_rows() -> None:
    """In one line."""
    found = lines(amendment_of(NUMBERED + SECOND, NUMBERED))
    assert [line for line in found if "сключен" in line] == [
        "Раздел «Итоги» исключен. – Приказ от 05.06.2023 № 01-07/41."
    ]


def test_it_says_first_that_it_is_unofficial() -> None:
    """Signed are the acts alone."""
    amendment = amendment_of(CLEAN, CLEAN.replace("методист", "директор"))
    assert lines(amendment)[0] == "Неофициальный текст с изменениями"


def test_other_names_of_columns_are_told_before_the_table() -> None:
    """In the head, which each page repeats, a note would be in the way."""
    named = "table:\n  columns: {deadline: СРОК}\nsections:"
    old, new = (CLEAN.replace("sections:", named.replace("СРОК", word)) for word in ("Срок", "Дата"))
    found = lines(amendment_of(old, new))
    assert found.count("(наименования граф в ред. приказа от 05.06.2023 № 01-07/41)") == 1


def test_only_what_changed_is_consolidated() -> None:
    """A further attachment that is new is one, one that is gone is none."""
    more = "attachments:\n  - {number: 2, title: Перечень школ, preface: [{text: Школа № 1.}]}\n"
    assert [*made(amendment_of(CLEAN, CLEAN + more))] == ["consolidated-2.docx"]
    assert [*made(amendment_of(CLEAN + more, CLEAN))] == []


def test_a_draft_prints_blanks() -> None:
    """Date and number are not known yet."""
    amendment = amendment_of(CLEAN, CLEAN.replace("методист", "директор"), AmendingAct())
    assert "(в ред. приказа от ____________ № _________)" in lines(amendment)


@pytest.mark.parametrize("name", AMENDED)
def test_without_its_notes_it_is_the_new_edition(name: str) -> None:
    """Nothing of the new text is lost, and nothing but notes and the list of acts is added."""
    amendment = real_amendment(name)
    new = next(file.data for file in attachment.files(amendment.new, CONTEXT) if file.name == "attachment.docx")
    once = _words(texts(new))
    found = _words(texts(made(amendment)["consolidated.docx"]))
    found = found.removeprefix("Неофициальный текст с изменениями ")
    found = found[: found.index("Список изменяющих документов")]
    assert _without_notes(found) == _without_notes(once)


def _words(blocks: list[str | list[list[str]]]) -> str:
    cells = (cell for one in blocks for cell in ([one] if isinstance(one, str) else [c for row in one for c in row]))
    return " ".join(" ".join(cells).split())


def _without_notes(text: str) -> str:
    return "".join(NOTE.sub("", text).split())
