"""The columns of the control list: what each is called, and whether its words are the plan's, computed, or a mark's."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """Whose a cell is: of the plan as it is printed, of the program that computes it, of who marks the work."""

    PRINTED = "printed"
    COMPUTED = "computed"
    MARK = "mark"


class Column(NamedTuple):
    """A column: its name for the program, its heading, whose cells it has; `is_date` says that they are days.

    `key` is the key of a mark that the cells are of; the columns of a document have one key together.
    """

    name: str
    heading: str
    role: Role
    is_date: bool = False
    key: str = ""


DOCUMENT = ("kind", "date", "number", "link")
"""The keys of a document in the order of its columns, whose names are these behind «document-»."""

COLUMNS: tuple[Column, ...] = (
    Column("number", "№ п/п", Role.PRINTED),
    Column("activity", "Мероприятие", Role.PRINTED),
    Column("deadline", "Срок по плану", Role.PRINTED),
    Column("due", "Срок (дата)", Role.PRINTED, is_date=True),
    Column("owners", "Ответственные", Role.PRINTED),
    Column("term", "Действующий срок", Role.COMPUTED, is_date=True),
    Column("status", "Статус", Role.COMPUTED),
    Column("done", "Дата исполнения", Role.MARK, is_date=True, key="done"),
    Column("said", "Оценка (частично, риск)", Role.MARK, key="said"),
    Column("result", "Информация об исполнении", Role.MARK, key="result"),
    Column("document-kind", "Вид документа", Role.MARK, key="documents"),
    Column("document-date", "Дата документа", Role.MARK, is_date=True, key="documents"),
    Column("document-number", "Номер документа", Role.MARK, key="documents"),
    Column("document-link", "Ссылка", Role.MARK, key="documents"),
    Column("documents", "Другие документы, по одному в строке", Role.MARK, key="documents"),
    Column("reason", "Причина отклонения", Role.MARK, key="reason"),
    Column("measures", "Принятые меры", Role.MARK, key="measures"),
    Column("by", "Кто сообщил", Role.MARK, key="by"),
    Column("reported", "Когда сообщено", Role.MARK, is_date=True, key="reported"),
    Column("organisations", "Организации: сколько из скольких, кто не исполнил", Role.MARK, key="organisations"),
    Column("progress", "Ход работы по времени", Role.MARK, key="progress"),
    Column("moved", "Переносы срока", Role.MARK, key="moved"),
    Column("removed", "Снято с контроля", Role.MARK, key="removed"),
    Column("excluded", "Исключено из плана", Role.MARK, key="excluded"),
)
BY_NAME = {one.name: one for one in COLUMNS}
MARK_KEYS = tuple(dict.fromkeys(one.key for one in COLUMNS if one.key))
"""The keys of marks that people fill in, in the order of the columns."""
DECISIONS = ("moved", "removed", "excluded")
"""Columns of decisions, which owners do not make."""


def columns_of(key: str) -> tuple[Column, ...]:
    """Return the columns whose cells say a key of a mark."""
    return tuple(one for one in COLUMNS if one.key == key)


def heading_of(key: str) -> str:
    """Return how a key of a mark is called in the list: by its column, or by what its columns are together."""
    columns = columns_of(key)
    return columns[0].heading if len(columns) == 1 else "Документы"


def letters(column: int) -> str:
    """Return the letters of a column of a workbook, the first of which is 0: A, B, and AA behind Z."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
