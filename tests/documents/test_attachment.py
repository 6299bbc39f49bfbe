"""Proves what attachments print: further ones with their mark and file, indicators, who signs, other approvals."""

from __future__ import annotations

import re

import pytest

from roadmapc.documents.attachment import attachment_view, files, further_view
from roadmapc.workspace.template_files import output_context
from tests.conftest import CLEAN
from tests.plans import ORDER, plan_of, plan_of_rows

CONTEXT = output_context((), ("html",), "")
LIST = "attachments:\n  - {number: № 2, title: Перечень школ, preface: [{text: Школа № 1.}]}\n"
GROUP = "attachments:\n  - {number: 3, kind: состав, title: Состав, preface: [{text: Иванов}]}\n"
ACT = "approval: {act: приказом управления}\n"
ROWS = "      - {activity: Один раз, deadline: май 2022, owners: методист, result: Справка}\n"
SHORT = "preface: [{heading: Цель, text: Коротко.}]\n"
LONG = f"preface: [{{text: '{'слово ' * 330}'}}]\n"


def printed(text: str) -> dict[str, str]:
    """Return the words of each file."""
    found = files(plan_of(text), CONTEXT)
    return {file.name: " ".join(re.sub("<[^>]*>", " ", file.data.decode()).split()) for file in found}


def test_each_attachment_is_a_file() -> None:
    """The roadmap itself keeps its name; the others are called by their numbers, and so is their title."""
    found = printed(CLEAN + LIST)
    assert [*found] == ["attachment.html", "attachment-2.html"]
    assert "Перечень школ" in found["attachment-2.html"]
    assert "Школа № 1." in found["attachment-2.html"].replace("\u00a0", " ")
    assert "Перечень школ" not in found["attachment.html"]


@pytest.mark.parametrize(
    ("more", "approval"),
    [
        (LIST, (("Приложение № 2",),)),
        (LIST + ORDER, (("Приложение № 2", "к приказу", "от 20.10.2022 № 01-07/93"),)),
        (GROUP + ORDER + ACT, (("Приложение № 3",), ("УТВЕРЖДЕН", "приказом управления", "от 20.10.2022 № 01-07/93"))),
        (
            GROUP + ORDER + "approval: {form: I, act: к приказу управления}\n",
            (("Приложение № 3", "к приказу управления", "от 20.10.2022 № 01-07/93"),),
        ),
    ],
)
def test_marks_of_further_attachments(more: str, approval: tuple[tuple[str, ...], ...]) -> None:
    """Their number and the act; a гриф where the kind of document asks for one; without an act the number alone."""
    assert further_view(plan_of(CLEAN + more), 1).approval == approval


def test_indicators() -> None:
    """A column for each year, of one width; the name of the indicator takes what is left."""
    text = "indicators: {years: [2022, 2023], rows: [{name: Доля школ, unit: '%', values: ['20', '35']}]}\n"
    view = attachment_view(plan_of(CLEAN + text)).indicators
    assert view
    assert view.headings == ("Показатель", "Единица", "2022", "2023")
    assert view.rows == (("Доля школ", "%", "20", "35"),)
    assert sum(view.widths) == 170


def test_a_draft_lacks_values() -> None:
    """It is built all the same, with a dash where one is missing."""
    table = (
        "indicators: {years: [2022, 2023], rows: [{name: Доля, values: ['20']}, {name: Число, values: [3, 4, 777]}]}"
    )
    found = printed(f"{CLEAN}{table}\npassport: {{rows: [{{name: Итоги, {table}}}]}}\n")["attachment.html"]
    assert found.count("Доля – 20 –") == 2
    assert found.count("Число – 3 4") == 2
    assert "777" not in found


def test_several_sign() -> None:
    """One under another; the first is the one that older templates print."""
    view = attachment_view(plan_of(CLEAN + "signature: [{position: А, name: А.А. Б}, {position: В, name: В.В. Г}]\n"))
    assert [one.position for one in view.signatures] == ["А", "В"]
    assert view.signature == view.signatures[0]


def test_approvals_side_by_side() -> None:
    """Those of others stand at the left; a blank date has the year that is known."""
    text = """\
approval:
  by: {position: Директор, name: И.И. Иванов}
  year: 2026
  beside:
    - {word: Принят, act: решением совета, number: 3}
    - {word: СОГЛАСОВАНО, by: {position: Председатель, name: П.П. Петров}}
"""
    view = attachment_view(plan_of(CLEAN + text))
    assert view.approvals == (
        ("ПРИНЯТ", "решением совета", "от «____» ____________ 2026 г. № 3"),
        ("СОГЛАСОВАНО", "Председатель", "_____________ П.П. Петров", "«____» ______________ 2026 г."),
    )
    assert view.approval[-1][-1] == "«____» ______________ 2026 г."


def test_several_tables() -> None:
    """Each prints its heading, its columns and its rows, and notes below it."""
    rows = "sections: [{activities: [{activity: %s, deadline: май 2022}]}]"
    tables = (
        f"tables:\n  - {{heading: Первая, {rows % 'Раз'}, notes: Сноска}}\n  - {{heading: Вторая, {rows % 'Два'}}}\n"
    )
    found = printed(CLEAN[: CLEAN.index("sections:")] + tables)["attachment.html"]
    places = [found.index(word) for word in ("Первая", "Раз", "Сноска", "Вторая", "Два")]
    assert places == sorted(places)


def test_a_part_on_its_side() -> None:
    """A landscape part has a sheet of its own, and what follows stands upright again."""
    parts = "preface:\n  - {text: Раз}\n  - {text: Два, orientation: landscape}\n  - {text: Три}\n"
    (file,) = files(plan_of(CLEAN + parts), CONTEXT)
    sheets = re.findall(r'<section class="([a-z ]*)">|(Раз|Два|Три)', file.data.decode())
    assert [kind or word for kind, word in sheets][:6] == ["portrait", "Раз", "landscape", "Два", "portrait", "Три"]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("table: {orientation: landscape}\n", False),
        ("table: {orientation: portrait}\n", True),
        (SHORT, False),
        (SHORT + "table: {orientation: portrait}\n", True),
        (LONG, True),
    ],
)
def test_the_first_pages(more: str, expected: bool) -> None:
    """They are upright with an upright table, or where a text before a landscape one fills them."""
    assert attachment_view(plan_of_rows(ROWS, more=more)).upright_first is expected


@pytest.mark.parametrize("numbers", [True, False])
def test_a_passport_counts_for_the_first_pages(numbers: bool) -> None:
    """Its rows are seen with their numbers, and a long one has upright pages."""
    rows = ", ".join(f"{{name: Цель {n}, text: '{'слово ' * 60}'}}" for n in range(5))
    passport = f"passport: {{title: Паспорт, numbers: {str(numbers).lower()}, rows: [{rows}]}}\n"
    view = attachment_view(plan_of_rows(ROWS, more=passport))
    assert view.passport
    assert (view.passport.numbers, [number for number, _, _ in view.passport.rows]) == (numbers, list("12345"))
    assert view.upright_first
