"""Proves where the title of an attachment begins and ends."""

from __future__ import annotations

from typing import Any

import pytest

from roadmapc.importing.understanding.draft import Draft
from roadmapc.importing.understanding.titles import title_of
from tests.importing.understanding.building import centre, grid, t

TABLE = grid(["№", "Мероприятие", "Срок"], ["1", "Опрос", "май 2025"])


def title(*blocks: Any) -> list[str]:
    """Return the lines of the title, and last the words of the block behind it."""
    flat = [one for block in blocks for one in (block if isinstance(block, list) else [block])]
    words, at = title_of(flat, 0, Draft())
    behind = getattr(flat[at], "words", "table") if at < len(flat) else "nothing"
    return [*words.split("\n"), behind]


def test_centred_lines_above_a_table() -> None:
    assert title(centre("ПЛАН", "на 2025 год"), TABLE) == ["ПЛАН", "на 2025 год", "table"]


def test_it_goes_on_behind_its_years_in_small_letters() -> None:
    assert title(centre("ПЛАН", "на 2025 год", "по развитию службы"), TABLE)[2:] == ["по развитию службы", "table"]


def test_nobody_has_centred_it() -> None:
    """It names itself, and goes on with a preposition; a sentence is none."""
    assert title(t("План работы"), t("по развитию службы"), TABLE)[:2] == ["План работы", "по развитию службы"]
    assert title(t("План утверждён."), TABLE) == ["", "План утверждён."]


@pytest.mark.parametrize("part", ["Пояснительная записка", "1. Общие положения", "Паспорт", "Цели и задачи"])
def test_the_heading_of_a_part_ends_it(part: str) -> None:
    assert title(centre("ПЛАН", part), t("Слова."), TABLE) == ["ПЛАН", part]


@pytest.mark.parametrize("heading", ["Раздел I", "1. Обучение", "Октябрь 2025 года", "Показатели", "Исполнители:"])
def test_the_heading_of_a_table_ends_it(heading: str) -> None:
    assert title(centre("ПЛАН", heading), TABLE) == ["ПЛАН", heading]


def test_a_usual_heading_ends_it_behind_its_years() -> None:
    """Without years «Перечень» may be the name of the document."""
    assert title(centre("ПЛАН", "на 2025/26 учебный год", "Перечень мер"), t("Слова.")) == [
        "ПЛАН",
        "на 2025/26 учебный год",
        "Перечень мер",
    ]
    assert title(centre("ПЛАН", "Перечень мер"), t("Слова.")) == ["ПЛАН", "Перечень мер", "Слова."]


def test_a_part_at_once_is_no_title() -> None:
    assert title(centre("Пояснительная записка"), TABLE) == ["", "Пояснительная записка"]
    assert title() == ["", "nothing"]
