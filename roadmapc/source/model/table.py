"""The table of activities: owners, columns, sections, rows."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict, Discriminator, Tag

from roadmapc.source.model.extends import Extending
from roadmapc.source.model.fields import (
    LIST,
    MAPPING,
    Address,
    Flag,
    Line,
    Lines,
    Millimetres,
    ProseText,
    Record,
    as_record,
    described,
    form_of,
    from_text,
)


class Owner(Record):
    """Who answers for activities: an entry of the directory."""

    model_config = ConfigDict(json_schema_extra=from_text("post"))

    post: Line = described("Должность", "Как печатается в таблице.", "Начальник УМО")
    name: Line | None = described("Ф.И.О.", "Кто занимает должность.", "Иванов И.И.", default=None)
    contacts: Line | None = described("Связь", "Телефон, почта.", "8 (86145) 3-00-00", default=None)
    email: Address | None = described(
        "Электронная почта", "Куда посылать напоминания.", "umo@example.ru", default=None, printed=False
    )


class Columns(Record):
    """Headings of the table; what is not named keeps its heading, null drops a column."""

    number: Line | None = described("Номер", "Графа номера; null – не печатать.", default="№ п/п")
    activity: Line = described("Мероприятие", "Графа мероприятия.", default="Мероприятие", content=True)
    deadline: Line | None = described("Срок", "Графа срока; null – не печатать.", default="Срок исполнения")
    owners: Line | None = described(
        "Ответственные", "Графа ответственных; null – не печатать.", default="Ответственный", content=True
    )
    result: Line | None = described(
        "Результат",
        "Графа результата; null – не печатать. Не названная печатается, когда результат есть хоть в одной строке.",
        default="Результат",
        content=True,
    )


COLUMN_NAMES = tuple(Columns.model_fields)
"""All columns of the plain table, in its order."""
ColumnKind = Literal["number", "activity", "start", "deadline", "owners", "result", "text", "blank"]


class Column(Record):
    """A column of a table that lists its columns."""

    model_config = ConfigDict(json_schema_extra=from_text("key"))

    key: Line | None = described(
        "Ключ",
        "Как графа называется в строках: латиница, цифры, дефис. Пусто – как то, что в графе.",
        "participants",
        default=None,
        printed=False,
    )
    is_: ColumnKind | None = described(
        "Что в графе",
        "number – номер, activity – мероприятие, start – начало работы, deadline – срок, owners – ответственные, "
        "result – результат, text – другой текст, blank – заполняется от руки. Пусто – по ключу, иначе text.",
        "text",
        default=None,
        printed=False,
        alias="is",
    )
    heading: Line | None = described(
        "Заголовок",
        "Заголовок графы; пусто – обычный для того, что в ней. В графе сроков «2026» или «октябрь» говорит, к какому "
        "времени они относятся, и «+» в строке означает это время.",
        "Участники",
        default=None,
    )
    width: Millimetres | None = described(
        "Ширина", "В миллиметрах; пусто – по тексту.", "35", default=None, printed=False
    )


ColumnsField = Annotated[
    Annotated[Columns, Tag(MAPPING)]
    | Annotated[tuple[Annotated[Column, BeforeValidator(lambda value: as_record(value, "key"))], ...], Tag(LIST)],
    Discriminator(form_of),
]


class Table(Record):
    """A table of activities: how it is printed and, where a document has several, what stands in it."""

    id: Line | None = described(
        "Имя", "Имя таблицы, когда их несколько: по нему называют ее строки.", "september", default=None, printed=False
    )
    period: Line | None = described(
        "Период",
        "Время, к которому относятся сроки таблицы, если оно уже периода документа.",
        "сентябрь 2026",
        default=None,
        printed=False,
    )
    heading: ProseText | None = described(
        "Заголовок таблицы", "Печатается над таблицей.", "I. Мероприятия", default=None
    )
    columns: ColumnsField = described(
        "Графы",
        "Заголовки граф, которые печатаются иначе; или список граф – какие есть и в каком порядке.",
        {"deadline": "Сроки"},
        default=Columns(),
    )
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
    sections: tuple[Section, ...] = described(
        "Разделы", "Разделы этой таблицы; у единственной таблицы они пишутся на верхнем уровне.", default=()
    )
    notes: ProseText | None = described(
        "Примечания", "Печатаются под таблицей.", "* По согласованию.", default=None, content=True
    )


_SAME = described("Как выше", "Графа общая с предыдущей строкой.", default=False, printed=False)


class DeadlineCell(Record):
    """The words that will be printed and, where words cannot say it, the dates beside them."""

    model_config = ConfigDict(json_schema_extra=from_text("text"))

    text: ProseText | None = described(
        "Срок", "Слова графы «Срок».", "ежегодно (май-июнь)", "до 30 сентября", default=None
    )
    dates: tuple[Line, ...] = described(
        "Даты", "Дни или «начало – конец», когда слова их не называют.", ["15.03.2022"], default=(), printed=False
    )
    same_as_above: Flag = _SAME


class Owners(Record):
    """The owners' cell: names or aliases of the directory, and the printed words where they differ."""

    model_config = ConfigDict(json_schema_extra=from_text("who"))

    who: tuple[Line, ...] = described(
        "Кто", "Псевдонимы из справочника owners или слова.", ["umo"], default=(), content=True
    )
    text: ProseText | None = described(
        "Печатать", "Слова графы, если они не список.", "Методисты (по согласованию)", default=None, content=True
    )
    same_as_above: Flag = _SAME


class ResultCell(Record):
    """The result's cell: its words, or that it is one with the cell above."""

    model_config = ConfigDict(json_schema_extra=from_text("text*"))

    text: ProseText | None = described("Результат", "Слова графы.", "Приказ об утверждении", default=None, content=True)
    same_as_above: Flag = _SAME


class Cell(Record):
    """A cell of a column of one's own; what of it counts depends on what its column is."""

    model_config = ConfigDict(json_schema_extra=from_text("who"))

    text: ProseText | None = described("Текст", "Слова графы.", "Педагоги", default=None, content=True)
    dates: tuple[Line, ...] = described(
        "Даты", "Для графы сроков: дни или «начало – конец».", ["15.03.2022"], default=(), printed=False
    )
    who: Lines = described(
        "Кто",
        "Для графы ответственных: псевдонимы или слова; в других графах – абзацы.",
        ["umo"],
        default=(),
    )
    same_as_above: Flag = _SAME


DeadlineField = Annotated[DeadlineCell | None, BeforeValidator(lambda value: as_record(value, "text"))]
OwnersField = Annotated[Owners | None, BeforeValidator(lambda value: as_record(value, "who"))]
ResultField = Annotated[ResultCell | None, BeforeValidator(lambda value: as_record(value, "text*"))]
CellField = Annotated[Cell | None, BeforeValidator(lambda value: as_record(value, "cell"))]

_NUMBER = described("Номер", "Печатный номер, если он не вычисляется.", "1.1.", default=None)
_DEADLINE = described("Срок", "Слова графы «Срок» или слова и даты.", "до 30 сентября", default=None)
_OWNERS = described("Ответственные", "Кто отвечает.", ["umo"], default=None, content=True)
_RESULT = described("Результат", "Документ или показатель.", "Приказ об утверждении", default=None, content=True)
_SERVES = described(
    "Чему служит",
    "Имена показателей или строк базового плана, ради которых это делается; взятая из него строка знает это сама.",
    ["coverage"],
    default=(),
    printed=False,
)


class Activity(Extending):
    """A row of the table: what is to be done, until when, by whom, with what result; and cells of its own columns."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, CellField]

    number: Line | None = _NUMBER
    activity: ProseText = described(
        "Мероприятие", "Текст мероприятия; в нём могут быть списки.", "Провести мониторинг", content=True
    )
    deadline: DeadlineField = _DEADLINE
    owners: OwnersField = _OWNERS
    result: ResultField = _RESULT
    serves: Lines = _SERVES
    together: Flag = described(
        "Подпункты в одной строке",
        "Подпункты печатаются в строке мероприятия: «1) …», «2) …» в каждой графе, где они различаются.",
        default=False,
        printed=False,
    )
    activities: tuple[Activity, ...] = described("Подпункты", "Строки следующего уровня.", default=())


class Section(Extending):
    """A section of the table; with a deadline or owners of its own it is an activity as well."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, CellField]

    number: Line | None = _NUMBER
    title: Line | None = described(
        "Название", "Название раздела.", "Нормативно-правовое обеспечение", default=None, content=True
    )
    period: Line | None = described(
        "Период",
        "Время, к которому относятся сроки раздела; «Сентябрь 2026», «2026 год» в названии понимаются сами.",
        "сентябрь 2026",
        default=None,
        printed=False,
    )
    task: ProseText | None = described("Задача", "Строка под названием раздела.", "Задача: …", default=None)
    deadline: DeadlineField = _DEADLINE
    owners: OwnersField = _OWNERS
    result: ResultField = _RESULT
    serves: Lines = _SERVES
    activities: tuple[Activity, ...] = described("Мероприятия", "Строки раздела.", default=())
