"""The passport: the table of goals, terms and results before the activities."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from roadmapc.source.model.fields import Flag, Line, ProseText, Record, described
from roadmapc.source.model.indicators import Indicators


class PassportRow(Record):
    """One row of the passport."""

    name: Line = described("Наименование", "Левая графа.", "Цели")
    text: ProseText | None = described(
        "Содержание", "Правая графа.", "Развитие методической службы", default=None, content=True
    )
    indicators: Indicators | None = described(
        "Показатели", "Таблица показателей в строке паспорта, под ее текстом.", default=None
    )


class Passport(Record):
    """The passport (паспорт) of the roadmap: a table of names and texts."""

    title: ProseText | None = described(
        "Заголовок", "Заголовок паспорта.", "Паспорт «дорожной карты»", default=None, content=True
    )
    numbers: Flag = described("Номера строк", "Нумеровать строки паспорта.", default=False, printed=False)
    columns: tuple[Line, ...] = described(
        "Заголовки граф",
        "Шапка таблицы паспорта, по заголовку на графу; не названы – паспорт без шапки.",
        ["Наименование", "Содержание"],
        default=(),
    )
    rows: Annotated[tuple[PassportRow, ...], Field(min_length=1)] = described("Строки", "Строки паспорта по порядку.")

    @property
    def printed_columns(self) -> int:
        """Return how many columns it has: numbers, where there are any, names and texts."""
        return 3 if self.numbers else 2
