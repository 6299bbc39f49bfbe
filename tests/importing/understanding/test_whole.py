"""Proves that what was read of files comes together as one roadmap, or as several where a file holds several plans."""

from __future__ import annotations

from typing import Any

import pytest

from roadmapc.importing.material import Aside, Material, Place
from roadmapc.importing.understanding.draft import Draft
from roadmapc.importing.understanding.whole import understand
from tests.importing.understanding.building import centre, grid, material, right, t
from tests.importing.understanding.test_attachment import GRIF, TABLE, TITLE
from tests.importing.understanding.test_order import HEAD, ITEMS, SIGNED

ORDER = [*HEAD, t("ПРИКАЗЫВАЮ:"), *ITEMS, *SIGNED]
APPROVED = right("УТВЕРЖДАЮ", "Директор школы", "_____ И.И. Иванов")


def values(*materials: Material) -> dict[str, Any]:
    (draft,) = understand(materials)
    return draft.values


def test_an_order_with_its_attachments() -> None:
    """The one with the most rows is the plan, the others are further ones."""
    found = values(
        material(
            ORDER,
            right("Приложение № 1"),
            TITLE,
            TABLE,
            right("Приложение № 2"),
            centre("СОСТАВ группы"),
            t("Иванов И.И."),
        )
    )
    assert found["order"]["number"] == "01-07/93"
    assert found["approval"]["attachment"] == "Приложение № 1"
    assert [(one["number"], one["title"]) for one in found["attachments"]] == [("2", "СОСТАВ группы")]


def test_several_files_are_one_roadmap() -> None:
    """An order in one file and the plan in another."""
    found = values(material(ORDER), material(GRIF, TITLE, TABLE))
    assert (found["order"]["name"], found["document"]["title"]) == ("ПРИКАЗ", "ПЛАН\nмероприятий на 2025 год")


def test_plans_that_each_have_their_own_approval_are_a_roadmap_each() -> None:
    drafts = understand([material(APPROVED, TITLE, TABLE, APPROVED, centre("ПЛАН работы на 2026 год"), TABLE)])
    assert [draft.values["document"]["period"] for draft in drafts] == ["2025", "2026"]


def test_kind_period_and_municipality() -> None:
    """From the title; whose it is from anywhere in the file."""
    found = values(material(centre("Дорожная карта", "Мосальского района Калужской области на 2021-2024 годы"), TABLE))
    assert found["municipality"] == {"name": "Мосальский район", "region": "Калужская область"}
    assert (found["document"]["kind"], found["document"]["period"]) == ("дорожная карта", "2021-2024")


@pytest.mark.parametrize(
    ("title", "route"),
    [("ПЛАН", ("municipality", "name")), ("ПЛАН", ("document", "period")), ("Работа с кадрами", ("document", "kind"))],
)
def test_what_the_file_does_not_say_is_a_doubt(title: str, route: tuple[str, str]) -> None:
    table = grid(["№", "Мероприятие", "Срок"], ["1", "Опрос", "постоянно"])
    (draft,) = understand([material(centre(title), table)])
    assert route in [doubt.route for doubt in draft.doubts]


def test_rows_outside_the_period_are_a_doubt() -> None:
    table = grid(["№", "Мероприятие", "Срок"], ["1", "Опрос", "15.05.2029"])
    (draft,) = understand([material(centre("План Мосальского района на 2025 год"), table)])
    assert [doubt.route for doubt in draft.doubts] == [("document", "period")]


def test_owners_that_come_again_are_in_the_directory() -> None:
    """All tables share it."""
    found = values(material(TITLE, t("А:", bold=True), TABLE, t("Б:", bold=True), TABLE))
    assert found["owners"] == {"zavuch": "Завуч", "metodist": "Методист"}
    assert found["tables"][1]["sections"][0]["activities"][0]["owners"] == "zavuch"


def test_what_stands_aside() -> None:
    """Footnotes go below their table; numbers of pages are no words; the rest is left; what was deleted is told."""
    asides = (
        Aside("footnote", "по согласованию", Place(table=1, row=2, cell=1)),
        Aside("header", "стр. 2", Place(part="header")),
        Aside("header", "Проект", Place(part="header")),
        Aside("comment", "исправить", Place(paragraph=1)),
        Aside("deleted", "старое", Place(paragraph=1)),
    )
    (draft,) = understand([Material(material(TITLE, TABLE).blocks, asides)])
    assert draft.values["table"]["notes"] == "¹ по согласованию"
    assert [(one.kind, one.text) for one in draft.left] == [("header", "Проект"), ("comment", "исправить")]
    assert [one.text for one in draft.removed] == ["старое"]
    assert [one.text for one in draft.repeated] == ["стр. 2"]


@pytest.mark.parametrize("blocks", [[], [t("Просто текст.")], [grid(["а"])], centre("План")])
def test_little_is_a_roadmap_all_the_same(blocks: list[Any]) -> None:
    """Nothing, one text, one cell: what is missing is to be written."""
    assert values(material(blocks))["document"]["period"].startswith("ВПИШИТЕ")


def test_what_is_too_long_for_one_text_is_left_in_pieces() -> None:
    """No word is cut, none is lost."""
    draft = Draft()
    draft.leave("а", "слово " * 20_000, Place())
    assert len(draft.left) == 3
    assert " ".join(one.text for one in draft.left) == ("слово " * 20_000).strip()
