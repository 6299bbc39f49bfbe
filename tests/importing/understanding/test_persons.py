"""Proves that signatures are known, however post and name stand to each other, and nothing else is taken for one."""

from __future__ import annotations

import pytest

from roadmapc.importing.material import Grid, Text
from roadmapc.importing.understanding.persons import Signed, signature_at
from tests.importing.understanding.building import grid, t

SIGNED: dict[str, tuple[list[Text | Grid], Signed]] = {
    "with a tab": ([t("Начальник управления\tГ.К. Абакарова")], Signed("Начальник управления", "Г.К. Абакарова", 1)),
    "with spaces": ([t("Начальник управления          И.И. Иванов")], Signed("Начальник управления", "И.И. Иванов", 1)),
    "on a line": ([t("Директор школы ___________ /И.И. Иванов/")], Signed("Директор школы", "И.И. Иванов", 1)),
    "beside": ([t("Директор МБУ ДПО «ЦРО» Иванова И.И.")], Signed("Директор МБУ ДПО «ЦРО»", "Иванова И.И.", 1)),
    "between slashes": ([t("Начальник управления\t\t/И.И. Иванов/")], Signed("Начальник управления", "И.И. Иванов", 1)),
    "behind a colon": ([t("Руководитель РМО: ____ /Иванова А.А./")], Signed("Руководитель РМО", "Иванова А.А.", 1)),
    "below": ([t("Глава района"), t("И.И. Иванов")], Signed("Глава района", "И.И. Иванов", 2)),
    "in lines": (
        [t("Начальник управления\nобразования\tИ.И. Иванов")],
        Signed("Начальник управления образования", "И.И. Иванов", 1),
    ),
    "over three paragraphs": (
        [t("Заместитель главы"), t("администрации района"), t("по социальным вопросам\tИ.И. Иванов")],
        Signed("Заместитель главы администрации района по социальным вопросам", "И.И. Иванов", 3),
    ),
    "acting": ([t("И.о. начальника отдела\tИ.И. Иванов")], Signed("И.о. начальника отдела", "И.И. Иванов", 1)),
    "in a table": (
        [grid(["Начальник управления", "", "Г.К. Абакарова"], ruled=False)],
        Signed("Начальник управления", "Г.К. Абакарова", 1),
    ),
    "a double name": (
        [t("Директор\tА.Б. Римский-Корсаков")],
        Signed("Директор", "А.Б. Римский-Корсаков", 1),
    ),
}


@pytest.mark.parametrize("name", SIGNED)
def test_a_signature_is_known(name: str) -> None:
    blocks, expected = SIGNED[name]
    assert signature_at(blocks, 0) == expected


OTHERS: dict[str, list[Text | Grid]] = {
    "a sentence": [t("Директор школы Иванов И.И. провел совещание.")],
    "an item": [t("1. Назначить ответственным Иванова И.И.")],
    "a heading": [t("План мероприятий")],
    "a post alone": [t("Директор школы"), t("План мероприятий")],
    "a table of rows": [grid(["Директор", "Иванов И.И."], ["Завуч", "Петров П.П."])],
    "two names": [grid(["И.И. Иванов", "П.П. Петров"], ruled=False)],
    "nothing": [t("")],
    "a post and a place to write in": [grid(["Директор школы", "__________"], ruled=False)],
    "a post before a table": [t("Директор школы"), grid(["а"])],
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_signature(name: str) -> None:
    assert signature_at(OTHERS[name], 0) is None
