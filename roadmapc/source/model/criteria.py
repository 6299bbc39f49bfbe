"""Criteria: the positions by which a region judges municipalities, as data that a region replaces by its own."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, WithJsonSchema

from roadmapc.source.model.fields import Line, Lines, ProseText, Record, described

CycleLink = Literal[
    "цели",
    "показатели",
    "методы сбора информации",
    "мониторинг",
    "анализ",
    "адресные рекомендации",
    "меры, управленческие решения",
    "анализ эффективности принятых мер",
]
"""The links of the management cycle, in its order."""


_POINTS = r"^\d{1,3}([.,]\d{1,2})?$"
_HowMany = Annotated[
    str,
    Field(pattern=_POINTS),
    WithJsonSchema({"anyOf": [{"type": "number", "minimum": 0}, {"type": "string", "pattern": _POINTS}]}),
]


class Points(Record):
    """What an expert gives for a position, and for what."""

    points: _HowMany = described("Баллы", "Число.", "1")
    words: Line = described("За что", "Как печатается.", "наличие")


class Position(Record):
    """A position: a document that a municipality has to show."""

    component: CycleLink = described("Компонент", "Компонент управленческого цикла.", "цели")
    text: ProseText = described(
        "Позиция", "Как печатается в графе «Позиция оценивания».", "Наличие муниципальных целей методической работы"
    )
    points: tuple[Points, ...] = described("Баллы", "Необязательны: что и за что дает эксперт.", default=())
    proved_by: Lines = described(
        "Чем подтверждается",
        "Слова раздела, мероприятия, результата или вида документа; без них – все строки компонента.",
        ["наставничество"],
        default=(),
        printed=False,
    )


class Criteria(Record):
    """A file of criteria: `criteria:` are its positions."""

    title: Line = described("Название", "Что оценивается.", "Система методической работы")
    source: Line | None = described("Основание", "Кем утверждены критерии.", "Письмо от …", default=None)
    criteria: Annotated[tuple[Position, ...], Field(min_length=1)] = described("Позиции", "По порядку компонентов.")
