"""Proves that every document is found, in its order, and is written in every format with what every template sees."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from roadmapc import documents
from roadmapc.documents.output import AboutView, OutputContext, about, build_files, outputs
from roadmapc.rendering.blocks import Document
from tests.conftest import CLEAN
from tests.plans import ORDER, plan_of, plan_of_rows

ROWS = "      - {activity: А, deadline: май 2022, owners: методист, result: Б}\n"


def test_every_document_has_its_module() -> None:
    """Each module that is not private is a document; no two stand at the same place."""
    modules = {path.stem for path in Path(documents.__path__[0]).glob("[a-z]*.py")}
    assert {module.__name__.rpartition(".")[2] for module in outputs()} == modules - {"output"}
    places = [module.ORDER for module in outputs()]
    assert places == sorted(set(places))


def test_a_document_is_written_in_every_format() -> None:
    """Name, suffix and day of signing are given to each writer; a template sees whose document it is."""
    seen: list[AboutView] = []

    def render(_: str, values: dict[str, AboutView], __: object) -> Document:
        seen.append(values["about"])
        return Document("", ())

    def write(_: Document, signed: date | None) -> bytes:
        return str(signed).encode()

    context = OutputContext(render, {"docx": write, "html": write}, "ПРОЕКТ")
    found = {file.name: file.data for file in build_files(plan_of_rows(ROWS, more=ORDER), context)}
    assert {"order.docx", "order.html", "attachment.html", "checklist-metodist.docx", "calendar.ics"} <= found.keys()
    assert found["order.html"] == b"2022-10-20"
    assert set(seen) == {AboutView("Район", "", "План", "2021-2024", "ПРОЕКТ")}


def test_a_title_over_several_lines_is_one() -> None:
    """Where a title is broken for printing, templates see it in one line; without a title it is the municipality's."""
    broken, none = '"Дорожная\\n  карта "', "null"
    titles = [
        about(plan_of(CLEAN.replace("title: Дорожная карта", f"title: {title}")), "").title for title in (broken, none)
    ]
    assert titles == ["Дорожная карта", "Район"]
