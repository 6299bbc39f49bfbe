"""A base plan: what a region gives to all its municipalities."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated

from pydantic import BeforeValidator

from roadmapc.source.model.fields import Line, ProseText, Record, Version, as_record, described
from roadmapc.source.model.passport import Passport
from roadmapc.source.model.roadmap import About, CalendarSettings, Municipality, Part, Roadmap, Waiver
from roadmapc.source.model.table import Owner, Section, Table


class BaseAbout(Record):
    """What document it is; a municipality says what is left out here."""

    kind: Line | None = described("Вид документа", "Вид всех карт по этому плану.", "дорожная карта", default=None)
    title: ProseText | None = described(
        "Название",
        "Название всех карт по этому плану.",
        "Дорожная карта развития … на 2021-2024 годы",
        default=None,
        content=True,
    )
    period: Line | None = described("Период", "Время действия.", "2021-2024", default=None)


class Base(Record):
    """One file that roadmaps of a region name by `extends:`; it belongs to no municipality and is not built."""

    base: Version = described("Версия формата", "Всегда 1.", 1, printed=False)
    document: BaseAbout | None = described("Документ", "Вид, название, период: то, что у всех одно.", default=None)
    preface: tuple[Part, ...] = described("Текст до таблицы", "Карта заменяет его целиком.", default=())
    passport: Passport | None = described("Паспорт", "Карта заменяет его ключи: строки – все сразу.", default=None)
    owners: Mapping[str, Annotated[Owner, BeforeValidator(lambda value: as_record(value, "post"))]] = described(
        "Роли",
        "Роль: должность. Карта ставит на место роли своего ответственного (roles) или должность под тем же именем.",
        {"coordinator": "Муниципальный координатор"},
        default={},
        content=True,
    )
    table: Table = described("Таблица", "Как печатается таблица; карта меняет отдельные ключи.", default=Table())
    calendar: CalendarSettings | None = described(
        "Календарь", "Четверти, каникулы, региональные выходные, перенос сроков.", default=None, printed=False
    )
    sections: tuple[Section, ...] = described("Разделы", "Разделы и строки; изменить можно те, у которых есть id.")
    waivers: tuple[Waiver, ...] = described(
        "Исключения", "Замечания к строкам этого плана, которые остаются, с причинами.", default=(), printed=False
    )


def as_roadmap(base: Base) -> Roadmap:
    """Return a roadmap of the rows of a base plan, for rules that read what stands in them: it is nobody's."""
    given = {name: getattr(base, name) for name in base.model_fields_set - {"base", "document"}}
    about = base.document or BaseAbout()
    document = About.model_construct(kind=about.kind or "план", title=about.title, period=about.period or "")
    return Roadmap.model_construct(
        roadmapc="1", municipality=Municipality(name="Муниципалитет"), document=document, **given
    )
