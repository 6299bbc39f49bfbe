"""The order that approves the document, and the approval block."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict

from roadmapc.source.model.fields import DateText, Line, Lines, ProseText, Record, as_record, described, from_text


class Signature(Record):
    """Position and name of who signs (requisite 22)."""

    position: Line = described("Должность", "Как печатается слева.", "Начальник управления образования", content=True)
    name: Line = described("Подпись", "Инициалы и фамилия.", "И.И. Иванов")


class Approval(Record):
    """The approval block (гриф утверждения, ГОСТ Р 7.0.97-2025, requisite 16) at the attachment's top right."""

    attachment: Line | None = described(
        "Отметка о приложении",
        "Первая строка. Пусто: «Приложение»; под «УТВЕРЖДАЮ» – ничего.",
        "Приложение № 1",
        default=None,
    )
    form: Literal["I", "II"] = described(
        "Форма",
        "I: «Приложение к приказу …»; II: «Приложение» и под ним гриф УТВЕРЖДЕНА (УТВЕРЖДЕН, …).",
        "II",
        default="II",
        printed=False,
    )
    word: Line | None = described("Слово грифа", "Если его нельзя взять из вида документа.", "УТВЕРЖДЕНА", default=None)
    act: ProseText | None = described(
        "Утверждающий акт",
        "Форма II: творительный падеж («приказом …»); форма I: дательный («к приказу …»).",
        "приказом управления образования",
        default=None,
    )
    by: Signature | None = described(
        "Кем утверждается", "Вместо акта: гриф «УТВЕРЖДАЮ» с должностью, строкой для подписи и датой.", default=None
    )
    date: DateText | None = described(
        "Дата", "Пусто: дата приказа или «от _____» в проекте.", "20.10.2022", default=None
    )
    number: Line | None = described("Номер", "Пусто: номер приказа или «№ _____».", "01-07/93", default=None)


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
    signature: Signature = described("Подпись", "Кто подписывает приказ.")
    acquaintance: tuple[Annotated[Acquainted, BeforeValidator(lambda v: as_record(v, "name"))], ...] = described(
        "Лист ознакомления", "Кто знакомится с приказом под подпись.", ["Магомедов М.А."], default=()
    )
    agreement: tuple[Signature, ...] = described("Лист согласования", "Кто визирует проект приказа.", default=())
