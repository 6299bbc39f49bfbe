"""Marks of execution: what is done, moved, taken off control. They lie beside the roadmap, which stays as signed."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, TypeVar

from pydantic import BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from roadmapc.source.model.fields import DateText, Line, Lines, ProseText, Record, described
from roadmapc.source.model.roadmap import Waiver

_NUMBER = r"^\s*0*\d{1,6}\s*$"
_DAY = r"\d{1,2}\.\d{1,2}\.\d{4}|«?\d{1,2}»? [а-яё]{3,8} \d{4}"
_DOCUMENT = re.compile(
    rf"(?P<kind>.*?)(?:(?:^| )от (?P<date>{_DAY})(?: ?г\.| года)?)?"
    r"(?:(?:^| )(?:№|N ) ?(?P<number>(?(date)\S.*?|\S+)))?"
    r"(?:(?:^| )(?P<link>[A-Za-z][A-Za-z+.-]*://\S+))?",
    re.IGNORECASE,
)
"""Behind a date all is the number; without one no words are taken for it."""


def document_of(text: str) -> dict[str, str]:
    """Return kind, date, number and link of a document named in a line: «приказ от 12.05.2023 № 01-05/44».

    What is in no such form is its kind, as it stands.
    """
    found = _DOCUMENT.fullmatch(" ".join(text.split()))
    parts = {key: part for key, part in found.groupdict().items() if part} if found else {}
    return parts if set(parts) - {"kind"} else {"kind": text}


def _document(value: Any) -> Any:
    return document_of(value) if isinstance(value, str) else value


def _list(value: Any) -> Any:
    return value if isinstance(value, list) else [value]


def _number(value: Any) -> Any:
    if isinstance(value, str) and re.match(_NUMBER, value):
        return int(value)
    raise PydanticCustomError("whole_number", "not a whole number")


def _one_or_list(schema: dict[str, Any]) -> None:
    """Let one record stand where a list of them is meant."""
    if "items" in schema:
        schema["anyOf"] = [{"type": "array", "items": schema["items"]}, schema.pop("items")]
        schema.pop("type", None)


def _or_text(schema: dict[str, Any]) -> None:
    record = {name: schema.pop(name) for name in list(schema) if name not in {"title", "description"}}
    schema["anyOf"] = [{"type": "string"}, record]


R = TypeVar("R")
_OneOrMore = Annotated[tuple[R, ...], BeforeValidator(_list), Field(json_schema_extra=_one_or_list)]
_OR_TEXT = ConfigDict(json_schema_extra=_or_text)
_HowMany = Annotated[
    int,
    BeforeValidator(_number),
    WithJsonSchema({"anyOf": [{"type": "integer", "minimum": 0}, {"type": "string", "pattern": _NUMBER}]}),
]


class ProvingDocument(Record):
    """A document that proves what a mark says; also written as one line: «приказ от 12.05.2023 № 01-05/44»."""

    model_config = _OR_TEXT

    kind: Line | None = described("Вид документа", "Приказ, протокол, справка …", "приказ", default=None)
    date: DateText | None = described("Дата", "Дата документа.", "12.05.2023", default=None)
    number: Line | None = described("Номер", "Без знака №.", "01-05/44", default=None)
    link: Line | None = described("Ссылка", "Открытый адрес: https://…", "https://example.org/prikaz.pdf", default=None)


_Documents = _OneOrMore[Annotated[ProvingDocument, BeforeValidator(_document)]]


class Moved(Record):
    """A decision to move a term, by whoever set it; every one is kept."""

    to: DateText = described("Новый срок", "День, на который перенесено.", "01.10.2023")
    act: Line = described("Решение", "Вид документа, которым срок перенесен.", "приказ")
    date: DateText = described("Дата решения", "Перенос, решенный после срока, опоздания не отменяет.", "20.05.2023")
    number: Line | None = described("Номер", "Без знака №.", "01-05/51", default=None)
    reason: ProseText | None = described("Причина", "Почему срок перенесен.", "Карантин", default=None)


class TakenOff(Record):
    """A decision to take a row off control."""

    date: DateText = described("Дата", "День решения.", "12.05.2023")
    by: Line = described("Кем", "Кто снял с контроля.", "заместитель начальника")
    ground: ProseText = described("Основание", "Почему.", "Мероприятие проведено регионом")


class Excluded(Record):
    """The act by which a row was dropped from the plan: its mark outlives it."""

    act: Line = described("Акт", "Вид акта о внесении изменений.", "приказ")
    date: DateText = described("Дата", "Дата акта.", "20.05.2023")
    number: Line | None = described("Номер", "Без знака №.", "01-05/51", default=None)


class Progress(Record):
    """What was done in an interval of work that goes on."""

    since: DateText = described("С", "Первый день.", "01.01.2023", alias="from")
    until: DateText = described("По", "Последний день.", "30.06.2023")
    text: ProseText = described("Что сделано", "Одно-два предложения.", "Проведено 12 консультаций")
    documents: _Documents = described("Документы", "Чем подтверждается.", default=())


class Organisations(Record):
    """How many of several organisations have done what is asked of each."""

    done: _HowMany = described("Исполнили", "Сколько организаций исполнили.", "18")
    of: _HowMany = described("Всего", "Сколько организаций должны исполнить.", "22")
    missing: Lines = described("Кто не исполнил", "Названия.", ["СОШ № 3"], default=())


class ExecutionMark(Record):
    """What became of a row, or of one time at which it is due."""

    at: Line = described("Строка", "id или номер строки; «раздел/номер», если номер не один.", "2.3")
    activity: ProseText | None = described(
        "Первые слова",
        "Первые слова мероприятия: по ним видно, что номер теперь у другой строки. При id не нужны.",
        "Разработка плана-графика",
        default=None,
    )
    due: DateText | None = described(
        "Срок", "Который из сроков строки, если их несколько: день, как он стоит в плане.", "30.11.2022", default=None
    )
    done: DateText | None = described("Исполнено", "День исполнения; пусто – не исполнено.", "28.04.2023", default=None)
    result: ProseText | None = described(
        "Информация", "Что сделано: одно-два предложения.", "Утвержден план-график", default=None
    )
    documents: _Documents = described(
        "Документы", "Чем подтверждается.", ["приказ от 12.05.2023 № 01-05/44"], default=()
    )
    reason: ProseText | None = described(
        "Причина", "Почему позже срока или не исполнено.", "Карантин в двух школах", default=None
    )
    measures: ProseText | None = described(
        "Принятые меры", "Что сделано, чтобы исполнить.", "Перенесено на декабрь", default=None
    )
    by: Line | None = described("Кто сообщил", "Чья это информация.", "Методист", default=None)
    reported: DateText | None = described(
        "Когда сообщено", "С этого дня действуют слова said.", "29.04.2023", default=None
    )
    said: Literal["частично", "риск"] | None = described(
        "Сказано человеком", "частично – исполнено частично; риск – есть риск неисполнения.", "частично", default=None
    )
    organisations: Organisations | None = described(
        "Организации", "Сколько из них исполнили, какие нет.", {"done": "18", "of": "22"}, default=None
    )
    progress: _OneOrMore[Progress] = described(
        "Ход работы", "Для того, что делается постоянно: что сделано за время.", default=()
    )
    moved: _OneOrMore[Moved] = described(
        "Срок перенесен", "На какой день и каким решением; несколько переносов – списком.", default=()
    )
    removed: TakenOff | None = described("Снято с контроля", "Когда, кем, почему.", default=None)
    excluded: Excluded | None = described("Исключено из плана", "Каким актом: строки в плане больше нет.", default=None)


class Marks(Record):
    """`<name>.marks.yaml` beside `<name>.yaml`: what was done of a signed plan."""

    marks: tuple[ExecutionMark, ...] = described("Отметки", "По одной на строку или на каждый ее срок.")
    waivers: tuple[Waiver, ...] = described(
        "Исключения", "Замечания к отметкам, которые остаются, с причинами.", default=(), printed=False
    )
