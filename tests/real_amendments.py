"""Six amendments of the six real roadmaps, each of other kinds of changes, and what tests need to make more."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from roadmapc.plan.amending import AmendingAct, Amendment
from roadmapc.plan.amending.numbering import with_kept_numbers
from tests.conftest import ROADMAPS
from tests.plans import plan_of

ACT = AmendingAct(date=date(2023, 6, 5), number="01-07/41", title="О внесении изменений в дорожную карту")
Change = Callable[[dict[str, Any]], None]


def changed(text: str, change: Change) -> str:
    """Return a source after a change of its data."""
    data = plan_of(text).tree.value(())
    assert isinstance(data, dict)
    data = json.loads(json.dumps(data, ensure_ascii=False))
    change(data)
    return json.dumps(data, ensure_ascii=False, indent=1)


def amendment_of(old: str, new: str, act: AmendingAct = ACT) -> Amendment:
    """Return the amendment that makes one source another; rows keep their numbers, as `amend` has it."""
    before, after = plan_of(old), plan_of(new)
    return Amendment(before, with_kept_numbers(before, after), act)


def source(name: str) -> str:
    """Return the source of a real roadmap."""
    return (Path(ROADMAPS) / f"{name}.yaml").read_text(encoding="utf-8")


def real_amendment(name: str, act: AmendingAct = ACT) -> Amendment:
    """Return the amendment of a real roadmap."""
    text = source(name)
    return amendment_of(text, changed(text, AMENDED[name]), act)


def _deadlines_and_owners(data: dict[str, Any]) -> None:
    """Move terms, change an owner, rewrite a result, and say so of the period."""
    data["document"]["period"] = "2020-2024"
    data["document"]["title"] = data["document"]["title"].replace("2020-2023 год", "2020-2024 годы")
    first = data["sections"][0]["activities"]
    first[0]["deadline"] = "2020-2024 годы"
    first[1]["owners"] = ["mku", "rmo"]
    first[2]["result"] = "Методические рекомендации, утвержденные приказом отдела образования."
    data["owners"]["lyakhova"] = "Н.Ю. Ляхова, методист"


def _rows_and_passport(data: dict[str, Any]) -> None:
    """Add a row inside and one at the end, drop one, change the passport."""
    rows = data["passport"]["rows"]
    rows[0]["text"] = rows[0]["text"].replace("эффективной деятельности", "слаженной и эффективной деятельности")
    rows.insert(2, {"name": "Сроки реализации", "text": "2021–2024 годы"})
    rows[4]["text"] = rows[4]["text"].split("\n• отчеты")[0]
    activities = data["sections"][1]["activities"]
    new = {"activity": "Проведение семинара для руководителей школьных методических объединений"}
    new |= {"number": "2.1¹", "deadline": "до 15 октября 2023 г.", "owners": activities[0]["owners"]}
    activities.insert(1, new)
    del data["sections"][4]["activities"][1]


def _fragment(data: dict[str, Any]) -> None:
    """Change cells of a table without a head, and rename its section."""
    section = data["sections"][1]
    section["title"] = "Организационно-методическая и консультационная деятельность"
    section["activities"][0]["deadline"] = "2020-2022 1 раз в полугодие"
    section["activities"][2]["deadline"] = "2021-2022"
    section["activities"][3]["activity"] = "Проведение круглых столов и мастер-классов"
    section["activities"].append({"number": "6", "activity": "Выпуск сборника", "deadline": "2022", "owners": ["imc"]})


def _sections(data: dict[str, Any]) -> None:
    """Rename a section, add one, drop rows that stand together, change the preface."""
    data["preface"][0]["text"] = data["preface"][0]["text"].replace("Повышение", "Дальнейшее повышение")
    results = next(part for part in data["preface"] if part.get("heading") == "Ожидаемые результаты")
    lines = results["text"].rstrip("\n").split("\n")
    results["text"] = "\n".join([*lines[:3], "- создание районного банка программ;", *lines[4:]])
    data["sections"][1]["title"] = "Диагностическая и экспертная поддержка"
    del data["sections"][2]["activities"][3:6]
    data["sections"].append(
        {
            "number": "5.",
            "title": "Подведение итогов",
            "activities": [
                {"number": "5.1.", "activity": "Итоговое совещание", "deadline": "май 2022", "owners": ["РМО"]},
                {"number": "5.2.", "activity": "Отчет о программе", "deadline": "до 31 мая 2022 г.", "owners": ["РМО"]},
            ],
        }
    )


def _shape(data: dict[str, Any]) -> None:
    """Print results, which makes a column more; drop a section with its rows, move a row."""
    sections = data["sections"]
    sections[0]["activities"][0]["result"] = "Приказ"
    del sections[3]
    sections[1]["activities"].append(sections[2]["activities"].pop(1))
    data["preface"][0]["text"] = data["preface"][0]["text"].replace("100%", "не менее 95 %")


def _shared_owners(data: dict[str, Any]) -> None:
    """Drop the first of rows that share a cell, add others among them, rename a column, add who signs."""
    data["table"]["columns"]["deadline"] = "Срок реализации"
    sections = data["sections"]
    place = next(
        (section, at)
        for section in sections
        for at, row in enumerate(section["activities"])
        if at and isinstance(row.get("owners"), dict) and row["owners"].get("same_as_above")
    )
    section, at = place
    section["activities"][at]["owners"] = section["activities"][at - 1]["owners"]
    del section["activities"][at - 1]
    sections[-1]["activities"].append(
        {
            "number": f"{len(sections)}.9.",
            "activity": "Проверка исполнения плана",
            "deadline": "до 20 декабря 2024 г.",
            "owners": {"same_as_above": True},
        }
    )
    data["signature"] = {"position": "Начальник МКУ «УО ГО Верхняя Пышма»", "name": "И.И. Иванов"}


AMENDED: dict[str, Change] = {
    "choysky": _deadlines_and_owners,
    "leningradsky": _rows_and_passport,
    "lmr-sk": _fragment,
    "mosalsky": _sections,
    "tsuntinsky": _shape,
    "verkhnyaya-pyshma": _shared_owners,
}
