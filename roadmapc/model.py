"""The source format: frozen records, as the author wrote them.

Every scalar is text; what the words mean (dates, owners, numbers) is computed in `plan`. Pydantic judges shape
only, and the JSON Schema that editors use is exported from these classes, hence the Russian titles.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from roadmapc.calendars import parse_date


def _described(title: str, description: str, *examples: Any, default: Any = ...) -> Any:
    """Return a field whose Russian title, description and examples go into the JSON Schema."""
    return Field(default, title=title, description=description, examples=list(examples) or None)


def _one_line(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value


def _block(value: Any) -> Any:
    """Take a list of strings as paragraphs; a string as it stands."""
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "\n\n".join(value)
    return value


def _flag(value: Any) -> Any:
    words = {"да": True, "true": True, "yes": True, "нет": False, "false": False, "no": False}
    if isinstance(value, str) and value.casefold() in words:
        return words[value.casefold()]
    raise PydanticCustomError("flag", "expected yes or no")


def _date_text(value: Any) -> Any:
    if isinstance(value, str) and parse_date(value) is None:
        raise PydanticCustomError("date_text", "not a date: {text}", {"text": value})
    return value


def _items(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


_LIST_OF_LINES = {"type": "array", "items": {"type": "string"}}

Line = Annotated[str, BeforeValidator(_one_line), Field(min_length=1)]
Block = Annotated[
    str,
    BeforeValidator(_block),
    Field(min_length=1),
    WithJsonSchema({"anyOf": [{"type": "string"}, _LIST_OF_LINES]}),
]
Flag = Annotated[
    bool,
    BeforeValidator(_flag),
    WithJsonSchema({"anyOf": [{"type": "boolean"}, {"enum": ["да", "нет", "true", "false", "yes", "no"]}]}),
]
DateText = Annotated[str, BeforeValidator(_date_text), WithJsonSchema({"type": "string"})]
Lines = Annotated[
    tuple[Line, ...],
    BeforeValidator(_items),
    WithJsonSchema({"anyOf": [{"type": "string"}, _LIST_OF_LINES]}),
]


def _from_text(key: str) -> Any:
    """Return a schema for a record that may also be written as its one text."""

    def widen(schema: dict[str, Any]) -> None:
        record = {name: schema.pop(name) for name in list(schema) if name not in {"title", "description"}}
        schema["anyOf"] = [{"type": "string"}, *([_LIST_OF_LINES] if key in {"who", "text*"} else []), record]

    return widen


class Record(BaseModel):
    """Base of all records: frozen, and a key that the format does not know is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Municipality(Record):
    """Whose roadmap it is."""

    name: Line = _described("Муниципалитет", "Название, как в документах.", "Ленинградский район")
    region: Line | None = _described("Регион", "Субъект Федерации.", "Краснодарский край", default=None)


class About(Record):
    """What document it is and what time it covers."""

    kind: Line = _described(
        "Вид документа",
        "По нему согласуется гриф: УТВЕРЖДЕНА (карта, программа), УТВЕРЖДЁН (план), УТВЕРЖДЕНО, УТВЕРЖДЕНЫ.",
        "дорожная карта",
        "программа",
        "план мероприятий",
    )
    title: Block | None = _described(
        "Название", "Полное название, как оно печатается.", "Дорожная карта развития … на 2021-2024 годы", default=None
    )
    period: Line = _described(
        "Период",
        "Время действия: годы, учебный год, месяцы или точные даты.",
        "2021-2024",
        "2022/2023 учебный год",
        "сентябрь 2021 – май 2022",
        "01.09.2021 – 31.05.2022",
    )


class Signature(Record):
    """Position and name of who signs (requisite 22)."""

    position: Line = _described("Должность", "Как печатается слева.", "Начальник управления образования")
    name: Line = _described("Подпись", "Инициалы и фамилия.", "И.И. Иванов")


class Approval(Record):
    """The approval block (гриф утверждения, ГОСТ Р 7.0.97-2025, requisite 16) at the attachment's top right."""

    attachment: Line | None = _described(
        "Отметка о приложении",
        "Первая строка. Пусто: «Приложение»; под «УТВЕРЖДАЮ» – ничего.",
        "Приложение № 1",
        default=None,
    )
    form: Literal["I", "II"] = _described(
        "Форма",
        "I: «Приложение к приказу …»; II: «Приложение» и под ним гриф УТВЕРЖДЕНА (УТВЕРЖДЕН, …).",
        "II",
        default="II",
    )
    word: Line | None = _described(
        "Слово грифа", "Если его нельзя взять из вида документа.", "УТВЕРЖДЕНА", default=None
    )
    act: Block | None = _described(
        "Утверждающий акт",
        "Форма II: творительный падеж («приказом …»); форма I: дательный («к приказу …»).",
        "приказом управления образования",
        default=None,
    )
    by: Signature | None = _described(
        "Кем утверждается", "Вместо акта: гриф «УТВЕРЖДАЮ» с должностью, строкой для подписи и датой.", default=None
    )
    date: DateText | None = _described(
        "Дата", "Пусто: дата приказа или «от _____» в проекте.", "20.10.2022", default=None
    )
    number: Line | None = _described("Номер", "Пусто: номер приказа или «№ _____».", "01-07/93", default=None)


class Letterhead(Record):
    """The organisation's head of the order."""

    organisation: Lines = _described("Организация", "Строки названия, сверху вниз.", ["УПРАВЛЕНИЕ ОБРАЗОВАНИЯ"])
    details: Lines = _described(
        "Справочные данные", "Адрес, телефон, коды: по строкам. Органы самоуправления их не указывают.", default=()
    )


class OrderItem(Record):
    """A numbered item of an order, perhaps with sub-items."""

    model_config = ConfigDict(json_schema_extra=_from_text("text"))

    text: Block = _described("Текст пункта", "Без номера: номер ставит программа.")
    items: tuple[Annotated[OrderItem, BeforeValidator(lambda v: _as_record(v, "text"))], ...] = _described(
        "Подпункты", "Нумеруются 1.1, 1.2, …", default=()
    )


class Acquainted(Record):
    """Who is to read the order and sign for it."""

    model_config = ConfigDict(json_schema_extra=_from_text("name"))

    name: Line = _described("Кто", "Фамилия и инициалы.", "Магомедов М.А.")
    position: Line | None = _described("Должность", "Пусто: вписывается от руки.", "Методист", default=None)


class Order(Record):
    """The order (приказ) that approves the document."""

    letterhead: Letterhead | None = _described("Бланк", "Название и данные организации.", default=None)
    name: Line | None = _described("Вид", "Печатается под бланком.", "ПРИКАЗ", default=None)
    place: Line | None = _described("Место", "Место составления.", "с. Цунта", default=None)
    date: DateText | None = _described("Дата", "Дата подписания.", "20.10.2022", default=None)
    number: Line | None = _described("Номер", "Без знака №.", "01-07/93", default=None)
    subject: Line = _described("Заголовок", "О чем приказ, без точки.", "Об утверждении Дорожной карты …")
    preamble: Block | None = _described("Преамбула", "В целях …, в соответствии с …", default=None)
    resolution: Line = _described(
        "Распорядительное слово",
        "Отдельной строкой; с малой буквы – в конце преамбулы. Двоеточие ставит программа.",
        "приказываю",
        default="ПРИКАЗЫВАЮ:",
    )
    items: tuple[Annotated[OrderItem, BeforeValidator(lambda v: _as_record(v, "text"))], ...] = _described(
        "Пункты", "Без номеров."
    )
    control: Block | None = _described(
        "Контроль",
        "Последний пункт; с малой буквы – продолжение слов «Контроль за исполнением настоящего приказа».",
        "оставляю за собой.",
        "возложить на заместителя начальника Магомедову П.П.",
        default=None,
    )
    signature: Signature = _described("Подпись", "Кто подписывает приказ.")
    acquaintance: tuple[Annotated[Acquainted, BeforeValidator(lambda v: _as_record(v, "name"))], ...] = _described(
        "Лист ознакомления", "Кто знакомится с приказом под подпись.", ["Магомедов М.А."], default=()
    )
    agreement: tuple[Signature, ...] = _described("Лист согласования", "Кто визирует проект приказа.", default=())


class Part(Record):
    """A part of the text between the title and the table."""

    heading: Line | None = _described("Заголовок", "Заголовок части.", "Пояснительная записка", default=None)
    text: Block | None = _described(
        "Текст",
        "Пустая строка отделяет абзацы; строки, начатые с «- » или «1) », образуют список.",
        default=None,
    )


class PassportRow(Record):
    """One row of the passport."""

    name: Line = _described("Наименование", "Левая графа.", "Цели")
    text: Block | None = _described("Содержание", "Правая графа.", default=None)


class Passport(Record):
    """The passport (паспорт) of the roadmap: a table of names and texts."""

    title: Block | None = _described("Заголовок", "Заголовок паспорта.", "Паспорт «дорожной карты»", default=None)
    numbers: Flag = _described("Номера строк", "Нумеровать строки паспорта.", default=False)
    rows: tuple[PassportRow, ...] = _described("Строки", "Строки паспорта по порядку.")


class Owner(Record):
    """Who answers for activities: an entry of the directory."""

    model_config = ConfigDict(json_schema_extra=_from_text("post"))

    post: Line = _described("Должность", "Как печатается в таблице.", "Начальник УМО")
    name: Line | None = _described("Ф.И.О.", "Кто занимает должность.", "Иванов И.И.", default=None)
    contacts: Line | None = _described("Связь", "Телефон, почта.", default=None)


class Columns(Record):
    """Headings of the table; a column without a heading is not printed."""

    number: Line | None = _described("Номер", "Графа номера.", "№ п/п", default=None)
    activity: Line = _described("Мероприятие", "Графа мероприятия.", default="Мероприятие")
    deadline: Line = _described("Срок", "Графа срока.", default="Срок исполнения")
    owners: Line = _described("Ответственные", "Графа ответственных.", default="Ответственный")
    result: Line | None = _described("Результат", "Графа результата.", "Результат", default=None)


STANDARD_COLUMNS = Columns(number="№ п/п", result="Результат")


class Table(Record):
    """How the table of activities is printed."""

    heading: Block | None = _described("Заголовок таблицы", "Печатается над таблицей.", "I. Мероприятия", default=None)
    columns: Columns = _described("Графы", "Заголовки граф.", default=STANDARD_COLUMNS)
    head: Flag = _described("Шапка", "Печатать строку заголовков.", default=True)
    column_numbers: Flag = _described("Номера граф", "Строка «1 2 3 4» под шапкой.", default=False)
    numbering: Literal["computed", "printed"] = _described(
        "Нумерация",
        "computed: номера ставит программа, где их нет; printed: только те, что написаны.",
        default="computed",
    )
    section_number: Literal["cell", "title"] = _described(
        "Номер раздела", "cell: в графе номера; title: вместе с названием на всю ширину.", default="title"
    )
    owners: Literal["comma", "lines", "list"] = _described(
        "Вид ответственных", "comma: через запятую; lines: по одному в строке; list: список с тире.", default="lines"
    )
    orientation: Literal["auto", "portrait", "landscape"] = _described(
        "Лист", "auto: альбомный с пяти граф.", default="auto"
    )


class Deadline(Record):
    """The words that will be printed and, where words cannot say it, the dates beside them."""

    model_config = ConfigDict(json_schema_extra=_from_text("text"))

    text: Block | None = _described(
        "Срок", "Слова графы «Срок».", "ежегодно (май-июнь)", "до 30 сентября", default=None
    )
    dates: tuple[Line, ...] = _described(
        "Даты", "Дни или «начало – конец», когда слова их не называют.", ["15.03.2022"], default=()
    )


class Owners(Record):
    """The owners' cell: names or aliases of the directory, and the printed words where they differ."""

    model_config = ConfigDict(json_schema_extra=_from_text("who"))

    who: tuple[Line, ...] = _described("Кто", "Псевдонимы из справочника owners или слова.", ["umo"], default=())
    text: Block | None = _described("Печатать", "Слова графы, если они не список.", default=None)
    same_as_above: Flag = _described("Как выше", "Графа общая с предыдущей строкой.", default=False)


def _as_record(value: Any, key: str) -> Any:
    """Return a record for its short form: a text, or for owners a list."""
    if isinstance(value, str):
        return {key: [value] if key == "who" else value}
    if isinstance(value, list) and key == "who":
        return {key: value}
    return value


DeadlineField = Annotated[Deadline | None, BeforeValidator(lambda value: _as_record(value, "text"))]
OwnersField = Annotated[Owners | None, BeforeValidator(lambda value: _as_record(value, "who"))]

_ID = _described("Имя", "Постоянное имя строки: латиница, цифры, дефис.", "monitoring-may", default=None)
_NUMBER = _described("Номер", "Печатный номер, если он не вычисляется.", "1.1.", default=None)
_DEADLINE = _described("Срок", "Слова графы «Срок» или слова и даты.", "до 30 сентября", default=None)
_OWNERS = _described("Ответственные", "Кто отвечает.", ["umo"], default=None)
_RESULT = _described("Результат", "Документ или показатель.", "Приказ об утверждении", default=None)


class Activity(Record):
    """A row of the table: what is to be done, until when, by whom, with what result."""

    id: Line | None = _ID
    number: Line | None = _NUMBER
    activity: Block = _described("Мероприятие", "Текст мероприятия; в нём могут быть списки.")
    deadline: DeadlineField = _DEADLINE
    owners: OwnersField = _OWNERS
    result: Block | None = _RESULT
    activities: tuple[Activity, ...] = _described("Подпункты", "Строки следующего уровня.", default=())


class Section(Record):
    """A section of the table; with a deadline or owners of its own it is an activity as well."""

    id: Line | None = _ID
    number: Line | None = _NUMBER
    title: Line | None = _described("Название", "Название раздела.", "Нормативно-правовое обеспечение", default=None)
    task: Block | None = _described("Задача", "Строка под названием раздела.", "Задача: …", default=None)
    deadline: DeadlineField = _DEADLINE
    owners: OwnersField = _OWNERS
    result: Block | None = _RESULT
    activities: tuple[Activity, ...] = _described("Мероприятия", "Строки раздела.", default=())


class CalendarSettings(Record):
    """What differs from the packaged calendar: in a roadmap's `calendar:` or the project's `roadmapc.toml`."""

    shift: Literal["previous", "next", "keep"] | None = _described(
        "Срок в выходной",
        "Когда действовать, если срок выпал на выходной: previous – накануне (исполнительская практика), "
        "next – в следующий рабочий день (ст. 193 ГК РФ), keep – в тот же день.",
        "previous",
        default=None,
    )
    yearly: Literal["auto", "calendar", "school"] | None = _described(
        "Годовой цикл",
        "Что значит «ежегодно»: auto – учебный год в плане на учебный год, иначе календарный.",
        "auto",
        default=None,
    )
    terms: tuple[Line, ...] = _described("Четверти", "Первая – четвёртая.", ["01.09 – 31.10"], default=())
    holidays: tuple[Line, ...] = _described(
        "Каникулы", "Осенние, зимние, весенние, летние.", ["28.10 – 05.11"], default=()
    )
    days_off: tuple[Line, ...] = _described(
        "Выходные дни", "Региональные: дни или «начало – конец».", ["26.07.2022"], default=()
    )
    working_days: tuple[Line, ...] = _described(
        "Рабочие дни", "Дни, которые рабочие вопреки календарю.", ["05.03.2022"], default=()
    )


class Waiver(Record):
    """A problem that is known and stays: which, where, why, until when."""

    rule: Line = _described("Правило", "Имя или код правила.", "missing-deadline")
    at: Lines = _described(
        "Где", "Номер, id, «раздел/номер» или ключ (approval.date); можно списком.", "2.3", ["5.1", "5.2"], default=()
    )
    reason: Block | None = _described("Причина", "Почему это остаётся.", default=None)
    until: DateText | None = _described("До", "До какого дня действует.", "31.12.2026", default=None)


class Roadmap(Record):
    """One source file: a municipality's roadmap with its passport and order."""

    roadmapc: Literal["1"] = _described("Версия формата", "Всегда 1.", 1)
    id: Line | None = _described("Имя", "Имя папки в build/; иначе имя файла.", "leningradsky", default=None)
    municipality: Municipality = _described("Муниципалитет", "Чей это документ.")
    document: About = _described("Документ", "Вид, название, период.")
    approval: Approval | None = _described("Гриф утверждения", "Справа вверху приложения.", default=None)
    order: Order | None = _described("Приказ", "Приказ, которым документ утверждается.", default=None)
    preface: tuple[Part, ...] = _described("Текст до таблицы", "Пояснительная записка, цели, задачи.", default=())
    passport: Passport | None = _described("Паспорт", "Таблица паспорта.", default=None)
    owners: Mapping[str, Annotated[Owner, BeforeValidator(lambda value: _as_record(value, "post"))]] = _described(
        "Справочник ответственных", "Псевдоним: должность.", {"umo": "Начальник УМО"}, default={}
    )
    table: Table = _described("Таблица", "Как печатается таблица.", default=Table())
    calendar: CalendarSettings | None = _described(
        "Календарь", "Четверти, каникулы, региональные выходные, перенос сроков.", default=None
    )
    sections: tuple[Section, ...] = _described("Разделы", "Разделы таблицы с мероприятиями.")
    signature: Signature | None = _described("Подпись составителя", "Под таблицей.", default=None)
    waivers: tuple[Waiver, ...] = _described("Исключения", "Замечания, которые остаются, с причинами.", default=())
