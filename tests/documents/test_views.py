"""Proves what templates see: the order with its items and control, the approval block's forms, the table's rows."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from roadmapc.compiler import Compilation
from roadmapc.documents._approval_block import approval_parts
from roadmapc.documents._table import columns_of
from roadmapc.documents.attachment import attachment_view
from roadmapc.documents.order import ItemView, order_view
from roadmapc.plan import Plan
from roadmapc.russian.agreement import act_forms, approval_word

Compile = Callable[[str], Compilation]

ORDER = """\
order:
  name: ПРИКАЗ
  subject: Об утверждении карты
  date: 20.10.2022
  number: 01-07/93
  items:
    - Утвердить карту.
    - text: "Отделу:\\n\\n- раз;\\n- два."
      items: [Первое., {text: Второе., items: [Третье.]}]
  signature: {position: Начальник, name: И.И. Иванов}
"""


@pytest.fixture
def plan(compile_text: Compile, clean: str) -> Callable[[str], Plan]:
    """Return a function that adds keys to a clean source and returns its plan."""

    def made(more: str) -> Plan:
        result = compile_text(clean + more)
        assert result.plan, result.diagnostics
        return result.plan

    return made


def test_items_are_numbered_at_every_level(plan: Callable[[str], Plan]) -> None:
    """Items have numbers by their place, however deep; what follows the first paragraph is kept apart."""
    order = plan(ORDER).roadmap.order
    assert order
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
def test_control_is_the_last_item(plan: Callable[[str], Plan], name: str, control: str, text: str) -> None:
    """`control` is numbered after the items; a text that begins small ends the usual sentence."""
    order = plan(ORDER).roadmap.order
    assert order
    items = order_view(order.model_copy(update={"control": control, "name": name})).items
    assert items[-1] == ItemView("3.", text, "", 1)


def test_the_word_of_resolution(plan: Callable[[str], Plan]) -> None:
    """«ПРИКАЗЫВАЮ:» has a line of its own; a small «приказываю» closes the preamble; the colon is set."""
    order = plan(ORDER + "").roadmap.order
    assert order
    order = order.model_copy(update={"preamble": "В целях развития"})
    assert (order_view(order).preamble, order_view(order).resolution) == ("В целях развития", "ПРИКАЗЫВАЮ:")
    small = order_view(order.model_copy(update={"resolution": "приказываю"}))
    assert (small.preamble, small.resolution) == ("В целях развития приказываю:", "")


def test_blanks_of_a_draft(plan: Callable[[str], Plan]) -> None:
    """An order without date and number has blanks for them."""
    order = plan(ORDER).roadmap.order
    assert order
    view = order_view(order.model_copy(update={"date": None, "number": None}))
    assert set(view.date) == {"_"}
    assert view.number.startswith("№ __")


@pytest.mark.parametrize(
    ("approval", "parts"),
    [
        (
            "{act: приказом управления}",
            (("Приложение",), ("УТВЕРЖДЕНА", "приказом управления", "от 20.10.2022 № 01-07/93")),
        ),
        ("{}", (("Приложение",), ("УТВЕРЖДЕНА", "приказом", "от 20.10.2022 № 01-07/93"))),
        ("{form: I, attachment: Приложение № 1}", (("Приложение № 1", "к приказу", "от 20.10.2022 № 01-07/93"),)),
        (
            "{act: приказом, date: 1.2.2023, number: 5}",
            (("Приложение",), ("УТВЕРЖДЕНА", "приказом", "от 1.2.2023 № 5")),
        ),
        ("{word: УТВЕРЖДЕНЫ}", (("Приложение",), ("УТВЕРЖДЕНЫ", "приказом", "от 20.10.2022 № 01-07/93"))),
        (
            "{by: {position: Глава, name: П.П. Петров}}",
            (("УТВЕРЖДАЮ", "Глава", "_____________ П.П. Петров", "«____» ______________ 20___ г."),),
        ),
        (
            "{attachment: Приложение, date: 01.02.2023, by: {position: Глава, name: П.П. Петров}}",
            (("Приложение",), ("УТВЕРЖДАЮ", "Глава", "_____________ П.П. Петров", "01.02.2023")),
        ),
    ],
)
def test_the_approval_block(plan: Callable[[str], Plan], approval: str, parts: tuple[tuple[str, ...], ...]) -> None:
    """Forms I and II and «УТВЕРЖДАЮ»; date and number are written once, in the order, unless the block has its own."""
    assert approval_parts(plan(f"{ORDER}approval: {approval}\n").roadmap) == parts


def test_no_approval_block(plan: Callable[[str], Plan]) -> None:
    """Without `approval` there is none; without an order a draft has blanks."""
    assert approval_parts(plan("").roadmap) == ()
    blanks = approval_parts(plan("approval: {act: приказом управления}\n").roadmap)[1][-1]
    assert blanks == "от ____________ № _________"


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("дорожная карта", "УТВЕРЖДЕНА"),
        ("план мероприятий («дорожная карта»)", "УТВЕРЖДЕН"),
        ("Программа", "УТВЕРЖДЕНА"),
        ("положение", "УТВЕРЖДЕНО"),
        ("изменения", "УТВЕРЖДЕНЫ"),
        ("нечто", None),
    ],
)
def test_the_word_agrees_with_the_kind(kind: str, word: str | None) -> None:
    """УТВЕРЖДЕН, УТВЕРЖДЕНА, УТВЕРЖДЕНО, УТВЕРЖДЕНЫ by the head noun."""
    assert approval_word(kind) == word


def test_cases_of_the_act() -> None:
    """The order's name is declined; an unknown one is taken for «приказ»."""
    assert act_forms("РАСПОРЯЖЕНИЕ").dative == "распоряжению"
    assert act_forms("Постановление администрации").instrumental == "постановлением"
    assert act_forms(None).genitive == act_forms("УКАЗ").genitive == "приказа"


def test_the_table(plan: Callable[[str], Plan]) -> None:
    """Five columns make a landscape table; a row has a cell for each, «–» where nothing is."""
    view = attachment_view(plan(""))
    assert view.table.landscape
    assert [name for name, _ in view.table.columns] == ["number", "activity", "deadline", "owners", "result"]
    section, row = view.table.rows
    assert section.section
    assert section.section.title == "Мониторинг"
    assert [cell.text for cell in row.cells] == ["1.1.", "Провести мониторинг", "май 2022", "методист", "Справка"]


def test_a_column_may_be_left_out(plan: Callable[[str], Plan]) -> None:
    """A column without a heading is not printed; four stand upright."""
    four = plan("table: {columns: {number: №, activity: Что, deadline: Когда, owners: Кто}}\n")
    assert len(columns_of(four)) == 4
    assert not attachment_view(four).table.landscape
