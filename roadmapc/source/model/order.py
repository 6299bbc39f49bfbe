"""The order that approves the document."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, ConfigDict

from roadmapc.source.model.approval import Signature
from roadmapc.source.model.fields import (
    Address,
    DateText,
    Line,
    Lines,
    ProseText,
    Record,
    as_record,
    described,
    from_text,
)


class Letterhead(Record):
    """The organisation's head of the order."""

    organisation: Lines = described("Организация", "Строки названия, сверху вниз.", ["УПРАВЛЕНИЕ ОБРАЗОВАНИЯ"])
    details: Lines = described(
        "Справочные данные",
        "Адрес, телефон, коды: по строкам. Органы самоуправления их не указывают.",
        ["ул. Школьная, 1"],
        default=(),
    )


class OrderItem(Record):
    """A numbered item of an order, perhaps with sub-items."""

    model_config = ConfigDict(json_schema_extra=from_text("text"))

    text: ProseText = described(
        "Текст пункта", "Без номера: номер ставит программа.", "Утвердить Дорожную карту.", content=True
    )
    items: tuple[Annotated[OrderItem, BeforeValidator(lambda v: as_record(v, "text"))], ...] = described(
        "Подпункты", "Нумеруются 1.1, 1.2, …", default=()
    )


class Acquainted(Record):
    """Who is to read the order and sign for it."""

    model_config = ConfigDict(json_schema_extra=from_text("name"))

    name: Line = described("Кто", "Фамилия и инициалы.", "Магомедов М.А.")
    position: Line | None = described(
        "Должность", "Пусто: вписывается от руки.", "Методист", default=None, content=True
    )


class Controller(Record):
    """Who answers for the control of execution: signs reports, gets the sums of what is late and what is coming."""

    position: Line = described("Должность", "Как печатается слева от подписи.", "Заместитель начальника", printed=False)
    name: Line = described("Подпись", "Инициалы и фамилия.", "П.П. Магомедова", printed=False)
    email: Address | None = described(
        "Электронная почта", "Куда посылать сводки.", "control@example.ru", default=None, printed=False
    )


class Order(Record):
    """The order (приказ) that approves the document."""

    letterhead: Letterhead | None = described("Бланк", "Название и данные организации.", default=None)
    name: Line | None = described("Вид", "Печатается под бланком.", "ПРИКАЗ", default=None)
    place: Line | None = described("Место", "Место составления.", "с. Цунта", default=None)
    date: DateText | None = described("Дата", "Дата подписания.", "20.10.2022", default=None)
    number: Line | None = described("Номер", "Без знака №.", "01-07/93", default=None)
    subject: Line = described("Заголовок", "О чем приказ, без точки.", "Об утверждении Дорожной карты …", content=True)
    preamble: ProseText | None = described(
        "Преамбула", "В целях …, в соответствии с …", "В целях развития …", default=None, content=True
    )
    resolution: Line = described(
        "Распорядительное слово",
        "Отдельной строкой; с малой буквы – в конце преамбулы. Двоеточие ставит программа.",
        "приказываю",
        default="ПРИКАЗЫВАЮ:",
    )
    items: tuple[Annotated[OrderItem, BeforeValidator(lambda v: as_record(v, "text"))], ...] = described(
        "Пункты", "Без номеров."
    )
    control: ProseText | None = described(
        "Контроль",
        "Последний пункт; с малой буквы – продолжение слов «Контроль за исполнением настоящего приказа».",
        "оставляю за собой.",
        "возложить на заместителя начальника Магомедову П.П.",
        default=None,
        content=True,
    )
    controller: Controller | None = described(
        "Контролер",
        "Кто контролирует исполнение: подписывает отчеты, получает сводки. Пусто – подписывает тот же, кто приказ.",
        default=None,
        printed=False,
    )
    signature: Signature = described("Подпись", "Кто подписывает приказ.")
    acquaintance: tuple[Annotated[Acquainted, BeforeValidator(lambda v: as_record(v, "name"))], ...] = described(
        "Лист ознакомления", "Кто знакомится с приказом под подпись.", ["Магомедов М.А."], default=()
    )
    agreement: tuple[Signature, ...] = described("Лист согласования", "Кто визирует проект приказа.", default=())


class Amendment(Record):
    """An act that has amended the document since it was approved; none of its words is printed."""

    kind: Line = described("Вид акта", "Каким актом внесены изменения.", "приказ", printed=False)
    date: DateText = described("Дата", "Дата акта о внесении изменений.", "20.10.2022", printed=False)
    number: Line | None = described("Номер", "Без знака №.", "01-07/93", default=None, printed=False)
    title: ProseText | None = described(
        "Заголовок", "О чем акт, без точки.", "О внесении изменений в Дорожную карту …", default=None, printed=False
    )
