"""Indicators: what the plan is to reach, by year."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from roadmapc.source.model.fields import Line, Lines, ProseText, Record, described


class Indicator(Record):
    """One indicator: its unit and its target for each year."""

    id: Line | None = described(
        "Имя", "По нему строки называют показатель в serves.", "coverage", default=None, printed=False
    )
    name: ProseText = described("Показатель", "Что измеряется.", "Доля школ с наставниками", content=True)
    unit: Line | None = described("Единица", "В чем измеряется.", "%", default=None)
    values: tuple[Line, ...] = described("Значения", "По одному на каждый год.", ["20", "35", "50"])


class IndicatorColumns(Record):
    """Headings of a table of indicators; what is not named stays as it is without them."""

    number: Line | None = described("Номер", "Графа номеров строк; null – не печатать.", "№ п/п", default=None)
    name: Line = described("Показатель", "Графа показателей.", default="Показатель")
    unit: Line | None = described("Единица", "Графа единиц; null – не печатать.", default="Единица")


class Indicators(Record):
    """A table of indicators before the table of activities, or in a row of the passport."""

    title: ProseText | None = described(
        "Заголовок", "Над таблицей показателей.", "Целевые показатели", default=None, content=True
    )
    columns: IndicatorColumns = described(
        "Графы",
        "Заголовки граф перед годами, которые печатаются иначе.",
        {"number": "№ п/п", "name": "Наименование показателя"},
        default=IndicatorColumns(),
    )
    years: Annotated[Lines, Field(min_length=1, max_length=12)] = described(
        "Годы", "Заголовки граф значений.", ["2024", "2025", "2026"]
    )
    rows: Annotated[tuple[Indicator, ...], Field(min_length=1)] = described("Показатели", "Строки по порядку.")
