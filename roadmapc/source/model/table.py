"""The table of activities: owners, columns, sections, rows."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict

from roadmapc.source.model.fields import Flag, Line, ProseText, Record, as_record, described, from_text


class Owner(Record):
    """Who answers for activities: an entry of the directory."""

    model_config = ConfigDict(json_schema_extra=from_text("post"))

    post: Line = described("Должность", "Как печатается в таблице.", "Начальник УМО")
    name: Line | None = described("Ф.И.О.", "Кто занимает должность.", "Иванов И.И.", default=None)
    contacts: Line | None = described("Связь", "Телефон, почта.", "8 (86145) 3-00-00", default=None)


class Columns(Record):
    """Headings of the table; what is not named keeps its heading, null drops the column of numbers or results."""

    number: Line | None = described("Номер", "Графа номера; null – не печатать.", default="№ п/п")
    activity: Line = described("Мероприятие", "Графа мероприятия.", default="Мероприятие", content=True)
    deadline: Line = described("Срок", "Графа срока.", default="Срок исполнения")
    owners: Line = described("Ответственные", "Графа ответственных.", default="Ответственный", content=True)
    result: Line | None = described(
        "Результат",
        "Графа результата; null – не печатать. Не названная печатается, когда результат есть хоть в одной строке.",
        default="Результат",
        content=True,
    )


COLUMN_NAMES = tuple(Columns.model_fields)
"""All columns, in the order of the table."""
OPTIONAL_COLUMNS = ("number", "result")
"""The columns that a table may do without."""


class Table(Record):
    """How the table of activities is printed."""

    heading: ProseText | None = described(
        "Заголовок таблицы", "Печатается над таблицей.", "I. Мероприятия", default=None
    )
    columns: Columns = described("Графы", "Заголовки граф, которые печатаются иначе.", default=Columns())
    head: Flag = described("Шапка", "Печатать строку заголовков.", default=True, printed=False)
    column_numbers: Flag = described("Номера граф", "Строка «1 2 3 4» под шапкой.", default=False, printed=False)
    numbering: Literal["computed", "printed"] = described(
        "Нумерация",
        "computed: номера ставит программа, где их нет; printed: только те, что написаны.",
        default="computed",
        printed=False,
    )
    section_number: Literal["cell", "title"] = described(
        "Номер раздела",
        "cell: в графе номера; title: вместе с названием на всю ширину.",
        default="title",
        printed=False,
    )
    owners: Literal["comma", "lines", "list"] = described(
        "Вид ответственных",
        "comma: через запятую; lines: по одному в строке; list: список с тире.",
        default="lines",
        printed=False,
    )
    inherited: Literal["dash", "merged"] = described(
        "Пустые ячейки подпунктов",
        "Срок и ответственные, общие со строкой выше: dash – тире, merged – одна ячейка на все строки.",
        default="dash",
        printed=False,
    )
    orientation: Literal["auto", "portrait", "landscape"] = described(
        "Лист", "auto: альбомный с пяти граф.", default="auto", printed=False
    )


class DeadlineCell(Record):
    """The words that will be printed and, where words cannot say it, the dates beside them."""

    model_config = ConfigDict(json_schema_extra=from_text("text"))

    text: ProseText | None = described(
        "Срок", "Слова графы «Срок».", "ежегодно (май-июнь)", "до 30 сентября", default=None
    )
    dates: tuple[Line, ...] = described(
        "Даты", "Дни или «начало – конец», когда слова их не называют.", ["15.03.2022"], default=(), printed=False
    )


class Owners(Record):
    """The owners' cell: names or aliases of the directory, and the printed words where they differ."""

    model_config = ConfigDict(json_schema_extra=from_text("who"))

    who: tuple[Line, ...] = described(
        "Кто", "Псевдонимы из справочника owners или слова.", ["umo"], default=(), content=True
    )
    text: ProseText | None = described(
        "Печатать", "Слова графы, если они не список.", "Методисты (по согласованию)", default=None, content=True
    )
    same_as_above: Flag = described("Как выше", "Графа общая с предыдущей строкой.", default=False, printed=False)


DeadlineField = Annotated[DeadlineCell | None, BeforeValidator(lambda value: as_record(value, "text"))]
OwnersField = Annotated[Owners | None, BeforeValidator(lambda value: as_record(value, "who"))]

_ID = described("Имя", "Постоянное имя строки: латиница, цифры, дефис.", "monitoring-may", default=None, printed=False)
_NUMBER = described("Номер", "Печатный номер, если он не вычисляется.", "1.1.", default=None)
_DEADLINE = described("Срок", "Слова графы «Срок» или слова и даты.", "до 30 сентября", default=None)
_OWNERS = described("Ответственные", "Кто отвечает.", ["umo"], default=None, content=True)
_RESULT = described("Результат", "Документ или показатель.", "Приказ об утверждении", default=None, content=True)


class Activity(Record):
    """A row of the table: what is to be done, until when, by whom, with what result."""

    id: Line | None = _ID
    number: Line | None = _NUMBER
    activity: ProseText = described(
        "Мероприятие", "Текст мероприятия; в нём могут быть списки.", "Провести мониторинг", content=True
    )
    deadline: DeadlineField = _DEADLINE
    owners: OwnersField = _OWNERS
    result: ProseText | None = _RESULT
    activities: tuple[Activity, ...] = described("Подпункты", "Строки следующего уровня.", default=())


class Section(Record):
    """A section of the table; with a deadline or owners of its own it is an activity as well."""

    id: Line | None = _ID
    number: Line | None = _NUMBER
    title: Line | None = described(
        "Название", "Название раздела.", "Нормативно-правовое обеспечение", default=None, content=True
    )
    task: ProseText | None = described("Задача", "Строка под названием раздела.", "Задача: …", default=None)
    deadline: DeadlineField = _DEADLINE
    owners: OwnersField = _OWNERS
    result: ProseText | None = _RESULT
    activities: tuple[Activity, ...] = described("Мероприятия", "Строки раздела.", default=())
