"""The whole source file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import BeforeValidator, ConfigDict

from roadmapc.source.model.approval import Approval, SignatureField
from roadmapc.source.model.extends import Extends
from roadmapc.source.model.fields import (
    DateText,
    Line,
    Lines,
    ProseText,
    Record,
    Version,
    as_record,
    described,
    from_text,
)
from roadmapc.source.model.indicators import Indicators
from roadmapc.source.model.order import Amendment, Order
from roadmapc.source.model.passport import Passport
from roadmapc.source.model.table import Owner, Section, Table


class Municipality(Record):
    """Whose roadmap it is."""

    name: Line = described("Муниципалитет", "Название, как в документах.", "Ленинградский район")
    region: Line | None = described(
        "Регион", "Субъект Федерации; для своих шаблонов.", "Краснодарский край", default=None, printed=False
    )


class About(Record):
    """What document it is and what time it covers."""

    kind: Line = described(
        "Вид документа",
        "По нему согласуется гриф: УТВЕРЖДЕНА (карта, программа), УТВЕРЖДЁН (план), УТВЕРЖДЕНО, УТВЕРЖДЕНЫ.",
        "дорожная карта",
        "программа",
        "план мероприятий",
    )
    title: ProseText | None = described(
        "Название",
        "Полное название, как оно печатается.",
        "Дорожная карта развития … на 2021-2024 годы",
        default=None,
        content=True,
    )
    period: Line = described(
        "Период",
        "Время действия: годы, учебный год, месяцы или точные даты.",
        "2021-2024",
        "2022/2023 учебный год",
        "сентябрь 2021 – май 2022",
        "01.09.2021 – 31.05.2022",
    )


class Part(Record):
    """A part of the text between the title and the table."""

    heading: Line | None = described("Заголовок", "Заголовок части.", "Пояснительная записка", default=None)
    text: ProseText | None = described(
        "Текст",
        "Пустая строка отделяет абзацы; строки, начатые с «- » или «1) », образуют список.",
        "Дорожная карта разработана по итогам мониторинга.",
        default=None,
        content=True,
    )
    orientation: Literal["portrait", "landscape"] = described(
        "Лист", "landscape – часть печатается на альбомном листе.", default="portrait", printed=False
    )


class CalendarSettings(Record):
    """What differs from the packaged calendar: in a roadmap's `calendar:` or the project's `roadmapc.toml`."""

    shift: Literal["previous", "next", "keep"] | None = described(
        "Срок в выходной",
        "Когда действовать, если срок выпал на выходной: previous – накануне (исполнительская практика; если накануне "
        "работа еще не может начаться, как до 5 января за отчетный год, – в следующий рабочий день), "
        "next – в следующий рабочий день (ст. 193 ГК РФ), keep – в тот же день.",
        "previous",
        default=None,
    )
    yearly: Literal["auto", "calendar", "school"] | None = described(
        "Годовой цикл",
        "Что значит «ежегодно»: auto – учебный год в плане на учебный год, иначе календарный.",
        "auto",
        default=None,
    )
    terms: tuple[Line, ...] = described("Четверти", "Первая – четвёртая.", ["01.09 – 31.10"], default=())
    holidays: tuple[Line, ...] = described(
        "Каникулы", "Осенние, зимние, весенние, летние.", ["28.10 – 05.11"], default=()
    )
    days_off: tuple[Line, ...] = described(
        "Выходные дни", "Региональные: дни или «начало – конец».", ["26.07.2022"], default=()
    )
    working_days: tuple[Line, ...] = described(
        "Рабочие дни", "Дни, которые рабочие вопреки календарю.", ["05.03.2022"], default=()
    )


class Waiver(Record):
    """A problem that is known and stays: which, where, why, until when."""

    rule: Lines = described("Правило", "Имя или код правила; можно списком.", "missing-deadline")
    at: Lines = described(
        "Где", "Номер, id, «раздел/номер» или ключ (approval.date); можно списком.", "2.3", ["5.1", "5.2"], default=()
    )
    reason: ProseText | None = described("Причина", "Почему это остаётся.", "Так утверждено", default=None)
    until: DateText | None = described("До", "До какого дня действует.", "31.12.2026", default=None)


class Unplaced(Record):
    """Words of an imported file that found no place in the roadmap."""

    model_config = ConfigDict(json_schema_extra=from_text("text"))

    text: ProseText = described("Текст", "Слова, как они стояли в файле.", "Согласовано с профсоюзом", printed=False)
    at: Line | None = described("Где", "Где они стояли.", "таблица 2, строка 3", default=None, printed=False)


class SharedDirectory(Record):
    """`owners.yaml` beside the roadmaps: owners and terms that several of them share."""

    owners: Mapping[str, Annotated[Owner, BeforeValidator(lambda value: as_record(value, "post"))]] = described(
        "Справочник ответственных", "Псевдоним: должность.", {"umo": "Начальник УМО"}, default={}
    )
    terms: Mapping[str, Line] = described(
        "Термины", "Слово или сокращение: что оно значит. Орфография их знает.", {"РМО": "районное МО"}, default={}
    )


_PREFACE = described("Текст до таблицы", "Пояснительная записка, цели, задачи.", default=())
_PASSPORT = described("Паспорт", "Таблица паспорта.", default=None)
_INDICATORS = described("Показатели", "Таблица показателей по годам, перед мероприятиями.", default=None)
_TABLE = described("Таблица", "Как печатается таблица.", default=Table())
_SECTIONS = described("Разделы", "Разделы таблицы с мероприятиями.", default=())
_TABLES = described(
    "Таблицы", "Несколько таблиц, каждая со своими графами и разделами: вместо table и sections.", default=()
)
_SIGNATURE = described("Подпись составителя", "Под таблицей; несколько – списком.", default=None)


class Attachment(Record):
    """One more attachment to the order, beside the roadmap itself: a table, a list, a composition."""

    number: Line = described("Номер", "Номер приложения: «Приложение № 2».", "2")
    kind: Line | None = described(
        "Вид документа",
        "По нему согласуется слово грифа; пусто – печатается только «Приложение № 2 к приказу …».",
        "состав рабочей группы",
        default=None,
        printed=False,
    )
    title: ProseText | None = described(
        "Название", "Полное название приложения.", "Состав рабочей группы", default=None, content=True
    )
    preface: tuple[Part, ...] = _PREFACE
    passport: Passport | None = _PASSPORT
    indicators: Indicators | None = _INDICATORS
    table: Table = _TABLE
    sections: tuple[Section, ...] = _SECTIONS
    tables: tuple[Table, ...] = _TABLES
    signature: SignatureField | None = _SIGNATURE

    @property
    def plain_number(self) -> str:
        """Return the number without its sign: «2»."""
        return self.number.lstrip("№N ")


class Roadmap(Record):
    """One source file: a municipality's roadmap with its passport and order."""

    roadmapc: Version = described("Версия формата", "Всегда 1.", 1, printed=False)
    extends: Annotated[Extends, BeforeValidator(lambda value: as_record(value, "file"))] | None = described(
        "Базовый план",
        "Общий план региона: его разделы и строки стоят и в этой карте. Здесь пишут то, что иначе.",
        "../model-plan.yaml",
        default=None,
        printed=False,
    )
    id: Line | None = described(
        "Имя", "Имя папки в build/; иначе имя файла.", "leningradsky", default=None, printed=False
    )
    form: Line | None = described(
        "Бланк",
        "Форма Word, по которой делаются документы: имя (tsunta – это templates/tsunta.docx) или путь от этого файла. "
        "Иначе templates/form.docx.",
        "tsunta",
        "../blanki/tsunta.docx",
        default=None,
        printed=False,
    )
    municipality: Municipality = described("Муниципалитет", "Чей это документ.")
    document: About = described("Документ", "Вид, название, период.")
    approval: Approval | None = described("Гриф утверждения", "Справа вверху приложения.", default=None)
    order: Order | None = described("Приказ", "Приказ, которым документ утверждается.", default=None)
    amendments: tuple[Amendment, ...] = described(
        "Изменения",
        "Акты, которыми документ изменен, по порядку. По ним календари знают, что событие изменилось: SEQUENCE – их "
        "число, LAST-MODIFIED – дата последнего; без них – 0 и дата приказа.",
        default=(),
        printed=False,
    )
    preface: tuple[Part, ...] = _PREFACE
    passport: Passport | None = _PASSPORT
    indicators: Indicators | None = _INDICATORS
    owners: Mapping[str, Annotated[Owner, BeforeValidator(lambda value: as_record(value, "post"))]] = described(
        "Справочник ответственных", "Псевдоним: должность.", {"umo": "Начальник УМО"}, default={}, content=True
    )
    roles: Mapping[str, Line] = described(
        "Роли",
        "Роль базового плана: псевдоним того, кто исполняет ее здесь.",
        {"coordinator": "umo"},
        default={},
        printed=False,
    )
    table: Table = _TABLE
    calendar: CalendarSettings | None = described(
        "Календарь", "Четверти, каникулы, региональные выходные, перенос сроков.", default=None, printed=False
    )
    sections: tuple[Section, ...] = _SECTIONS
    tables: tuple[Table, ...] = _TABLES
    signature: SignatureField | None = _SIGNATURE
    attachments: tuple[Attachment, ...] = described(
        "Другие приложения", "Приложения к тому же приказу, кроме самой дорожной карты.", default=()
    )
    unplaced: tuple[Annotated[Unplaced, BeforeValidator(lambda value: as_record(value, "text"))], ...] = described(
        "Без места",
        "Слова импортированного файла, которым не нашлось места. Каждые нужно вписать куда следует или удалить.",
        default=(),
        printed=False,
    )
    waivers: tuple[Waiver, ...] = described(
        "Исключения", "Замечания, которые остаются, с причинами.", default=(), printed=False
    )
