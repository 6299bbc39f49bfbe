"""The approval block, and who signs."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from roadmapc.source.model.fields import LIST, MAPPING, DateText, Line, ProseText, Record, YearText, described, form_of


class Signature(Record):
    """Position and name of who signs (requisite 22)."""

    position: Line = described("Должность", "Как печатается слева.", "Начальник управления образования", content=True)
    name: Line = described("Подпись", "Инициалы и фамилия.", "И.И. Иванов")


SignatureField = Annotated[
    Annotated[Signature, Tag(MAPPING)] | Annotated[tuple[Signature, ...], Field(min_length=1), Tag(LIST)],
    Discriminator(form_of),
]
"""Who signs: one, or several as a list."""


def signatures(field: Signature | tuple[Signature, ...] | None) -> tuple[Signature, ...]:
    """Return who signs, in order."""
    if field is None:
        return ()
    return field if isinstance(field, tuple) else (field,)


class FurtherApproval(Record):
    """An approval block at the left of the main one: «СОГЛАСОВАНО», «ПРИНЯТ»."""

    word: Line = described("Слово грифа", "Первая строка, заглавными буквами.", "СОГЛАСОВАНО", "ПРИНЯТ")
    act: ProseText | None = described(
        "Акт или орган", "Строки под словом.", "решением педагогического совета", default=None
    )
    by: Signature | None = described("Кем", "Должность, строка для подписи, дата.", default=None)
    date: DateText | None = described("Дата", "Пусто: вписывается от руки.", "20.10.2022", default=None)
    number: Line | None = described("Номер", "Номер акта, без знака №.", "3", default=None)


class Approval(Record):
    """The approval block (гриф утверждения, ГОСТ Р 7.0.97-2025, requisite 16) at the attachment's top right."""

    attachment: Line | None = described(
        "Отметка о приложении",
        "Первая строка. Пусто: «Приложение»; под «УТВЕРЖДАЮ» – ничего; нет – не печатать.",
        "Приложение № 1",
        default=None,
    )
    form: Literal["I", "II"] = described(
        "Форма",
        "I: «Приложение к приказу …»; II: «Приложение» и под ним гриф УТВЕРЖДЕНА (УТВЕРЖДЕН, …).",
        "II",
        default="II",
        printed=False,
    )
    word: Line | None = described("Слово грифа", "Если его нельзя взять из вида документа.", "УТВЕРЖДЕНА", default=None)
    act: ProseText | None = described(
        "Утверждающий акт",
        "Форма II: творительный падеж («приказом …»); форма I: дательный («к приказу …»).",
        "приказом управления образования",
        default=None,
    )
    by: Signature | None = described(
        "Кем утверждается", "Вместо акта: гриф «УТВЕРЖДАЮ» с должностью, строкой для подписи и датой.", default=None
    )
    date: DateText | None = described(
        "Дата", "Пусто: дата приказа или «от _____» в проекте.", "20.10.2022", default=None
    )
    number: Line | None = described("Номер", "Пусто: номер приказа или «№ _____».", "01-07/93", default=None)
    year: YearText | None = described(
        "Год в пустой дате", "Печатается, пока день не известен: «____» __________ 2026 г.", "2026", default=None
    )
    beside: Annotated[tuple[FurtherApproval, ...], Field(max_length=4)] = described(
        "Другие грифы", "Печатаются левее в одну строку с этим: СОГЛАСОВАНО, ПРИНЯТ.", default=()
    )
