"""Proves that an order is whole, agrees with its attachment, and has sheets to sign where people are named."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import pytest

from roadmapc.documents.order import ItemView, order_view
from roadmapc.source.model import Order
from tests.conftest import CLEAN
from tests.plans import ORDER, plan_of

Call = Callable[..., subprocess.CompletedProcess[str]]

WHOLE = """\
approval: {act: приказом управления образования}
order:
  letterhead: {organisation: [АДМИНИСТРАЦИЯ РАЙОНА, УПРАВЛЕНИЕ ОБРАЗОВАНИЯ], details: [ОГРН 1234567890123]}
  name: ПРИКАЗ
  place: г. Лесной
  date: 20.10.2021
  number: 01-07/93
  subject: Об утверждении дорожной карты
  preamble: В целях развития
  items: [Утвердить карту., {text: Отделу., items: [Довести.]}]
  control: оставляю за собой.
  signature: {position: Начальник управления, name: И.И. Иванов}
  agreement: [{position: Юрист, name: О.О. Орлов}]
  acquaintance: [Петров П.П., {name: Сидорова А.В., position: Методист}]
"""


@pytest.fixture
def folder(tmp_path: Path, clean: str, call: Call) -> Path:
    """Return the folder of a built roadmap with an order and both sheets."""
    (tmp_path / "a.yaml").write_text(clean + WHOLE, encoding="utf-8")
    result = call("build", "a.yaml", cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    return tmp_path / "build" / "a"


def text_of(path: Path) -> list[str]:
    """Return the paragraphs of a document, those of tables behind them."""
    document = docx.Document(str(path))
    cells = [cell for table in document.tables for row in table.rows for cell in row.cells]
    lines = [p.text for p in document.paragraphs] + [p.text for cell in cells for p in cell.paragraphs]
    return [line.replace("\u00a0", " ") for line in lines if line]


def test_the_order(folder: Path) -> None:
    """Letterhead, kind, date, number, place, heading, preamble, numbered items, control and signature, in order."""
    document = docx.Document(str(folder / "order.docx"))
    lines = [(p.style.name if p.style else "", p.text.replace("\u00a0", " ")) for p in document.paragraphs if p.text]
    assert lines == [
        ("Бланк организация", "АДМИНИСТРАЦИЯ РАЙОНА"),
        ("Бланк организация", "УПРАВЛЕНИЕ ОБРАЗОВАНИЯ"),
        ("Бланк сведения", "ОГРН 1234567890123"),
        ("Вид документа", "ПРИКАЗ"),
        ("Текст по центру", "г. Лесной"),
        ("Заголовок к тексту", "Об утверждении дорожной карты"),
        ("Текст документа", "В целях развития"),
        ("Распорядительное слово", "ПРИКАЗЫВАЮ:"),
        ("Пункт", "1.\tУтвердить карту."),
        ("Пункт", "2.\tОтделу."),
        ("Подпункт", "2.1.\tДовести."),
        ("Пункт", "3.\tКонтроль за исполнением настоящего приказа оставляю за собой."),
    ]
    requisites, signature = ([cell.text for cell in table.rows[0].cells] for table in document.tables)
    assert requisites == ["20.10.2021", "№\u00a001-07/93"]
    assert signature == ["Начальник управления", "И.И.\u00a0Иванов"]


def test_the_attachment_names_the_order(folder: Path) -> None:
    """Date and number, written once in the order, stand in the attachment's approval block."""
    assert "УТВЕРЖДЕНА\nприказом управления образования\nот 20.10.2021 № 01-07/93" in text_of(
        folder / "attachment.docx"
    )


@pytest.mark.parametrize(
    ("name", "lines", "rows"),
    [
        (
            "acquaintance",
            "Лист ознакомления\nс приказом от 20.10.2021 № 01-07/93\n«Об утверждении дорожной карты»",
            [["1", "Петров П.П.", "_" * 20, "", ""], ["2", "Сидорова А.В.", "Методист", "", ""]],
        ),
        (
            "agreement",
            "Лист согласования\nк приказу от 20.10.2021 № 01-07/93\n«Об утверждении дорожной карты»",
            [["1", "Юрист", "О.О. Орлов", "", ""]],
        ),
    ],
)
def test_the_sheets(folder: Path, name: str, lines: str, rows: list[list[str]]) -> None:
    """A sheet names its order and has a row for each person, high enough to sign in, the head repeated."""
    assert text_of(folder / f"{name}.docx")[0] == lines
    (table,) = docx.Document(str(folder / f"{name}.docx")).tables
    assert [[cell.text.replace("\u00a0", " ") for cell in row.cells] for row in table.rows[1:]] == rows
    assert all(row.height and row.height.mm >= 10 for row in table.rows[1:])
    assert table.rows[0]._tr.trPr is not None
    assert "tblHeader" in table.rows[0]._tr.trPr.xml


def test_agreement_is_to_a_draft_before_there_is_a_number(tmp_path: Path, clean: str, call: Call) -> None:
    """Without a number those who agree do so to the draft of the order."""
    source = clean + WHOLE.replace("  number: 01-07/93\n", "")
    (tmp_path / "a.yaml").write_text(source, encoding="utf-8")
    assert call("build", "a.yaml", cwd=tmp_path).returncode == 0
    assert "к проекту приказа" in text_of(tmp_path / "build" / "a" / "agreement.docx")[0]


def test_no_sheet_without_people(built: Path) -> None:
    """The real roadmaps name nobody for a sheet, so none has one."""
    assert not list(built.glob("*/a*ment.docx")) or {p.name for p in built.glob("*/a*ment.docx")} == {"attachment.docx"}
    assert not list(built.glob("*/acquaintance.docx"))


def test_a_block_by_a_person(tmp_path: Path, clean: str, call: Call) -> None:
    """«УТВЕРЖДАЮ» stands at the right of a landscape page too, with lines to sign and date; nothing is asked for."""
    source = clean + "approval: {by: {position: Глава района, name: П.П. Петров}}\n"
    (tmp_path / "a.yaml").write_text(source, encoding="utf-8")
    result = call("build", "a.yaml", cwd=tmp_path)
    assert (result.returncode, result.stderr) == (0, "")
    document = docx.Document(str(tmp_path / "build" / "a" / "attachment.docx"))
    block = document.paragraphs[0]
    assert block.text.split("\n")[0] == "УТВЕРЖДАЮ"
    assert len(document.sections) == 1
    assert block.paragraph_format.left_indent
    assert block.paragraph_format.left_indent.mm > 150


@pytest.mark.parametrize("approval", ["{}", "{word: УТВЕРЖДЕНА}"])
def test_a_block_by_nobody(tmp_path: Path, clean: str, call: Call, approval: str) -> None:
    """A block that names neither act nor person is a warning."""
    (tmp_path / "a.yaml").write_text(f"{clean}approval: {approval}\n", encoding="utf-8")
    result = call("check", "a.yaml", "--lang", "en", cwd=tmp_path)
    assert "neither by what act nor by whom" in result.stdout


def draft() -> Order:
    """Return an order with items at three levels."""
    order = plan_of(CLEAN + ORDER).roadmap.order
    assert order
    return order


def test_items_are_numbered_at_every_level() -> None:
    """Items have numbers by their place, however deep; what follows the first paragraph is kept apart."""
    order = draft()
    assert order_view(order).items == (
        ItemView("1.", "Утвердить карту.", "", 1),
        ItemView("2.", "Отделу:", "- раз;\n- два.", 1),
        ItemView("2.1.", "Первое.", "", 2),
        ItemView("2.2.", "Второе.", "", 2),
        ItemView("2.2.1.", "Третье.", "", 3),
    )


@pytest.mark.parametrize(
    ("name", "control", "text"),
    [
        ("ПРИКАЗ", "оставляю за собой.", "Контроль за исполнением настоящего приказа оставляю за собой."),
        ("Распоряжение", "возложить на …", "Контроль за исполнением настоящего распоряжения возложить на …"),
        ("ПРИКАЗ", "Контроль оставляю за собой.", "Контроль оставляю за собой."),
    ],
)
def test_control_is_the_last_item(name: str, control: str, text: str) -> None:
    """`control` is numbered after the items; a text that begins small ends the usual sentence."""
    order = draft()
    items = order_view(order.model_copy(update={"control": control, "name": name})).items
    assert items[-1] == ItemView("3.", text, "", 1)


def test_the_word_of_resolution() -> None:
    """«ПРИКАЗЫВАЮ:» has a line of its own; a small «приказываю» closes the preamble; the colon is set."""
    order = draft()
    order = order.model_copy(update={"preamble": "В целях развития"})
    assert (order_view(order).preamble, order_view(order).resolution) == ("В целях развития", "ПРИКАЗЫВАЮ:")
    small = order_view(order.model_copy(update={"resolution": "приказываю"}))
    assert (small.preamble, small.resolution) == ("В целях развития приказываю:", "")


def test_blanks_of_a_draft() -> None:
    """An order without date and number has blanks for them."""
    order = draft()
    view = order_view(order.model_copy(update={"date": None, "number": None}))
    assert set(view.date) == {"_"}
    assert view.number.startswith("№ __")
