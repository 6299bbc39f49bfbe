"""The approval block, and who signs."""

from __future__ import annotations

from typing import Literal

from roadmapc.source.model.fields import DateText, Line, ProseText, Record, described


class Signature(Record):
    """Position and name of who signs (requisite 22)."""

    position: Line = described("Должность", "Как печатается слева.", "Начальник управления образования", content=True)
    name: Line = described("Подпись", "Инициалы и фамилия.", "И.И. Иванов")


class Approval(Record):
    """The approval block (гриф утверждения, ГОСТ Р 7.0.97-2025, requisite 16) at the attachment's top right."""

    attachment: Line | None = described(
        "Отметка о приложении",
        "Первая строка. Пусто: «Приложение»; под «УТВЕРЖДАЮ» – ничего.",
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
