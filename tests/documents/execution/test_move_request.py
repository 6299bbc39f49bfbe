"""Proves whom a request to move a term is for, who signs it, and what it says of the row."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from roadmapc.documents.execution._asking import asked_for
from roadmapc.documents.execution._report import MoveRequest
from roadmapc.documents.execution.move_request import RequestView, request_view
from roadmapc.plan.execution import Execution
from tests.plans import ORDER
from tests.reports import of_rows, report, texts, tsuntinsky

ROW = "      - {activity: Сдать справку, deadline: 30 ноября 2022, owners: [otdel, методист]}\n"
OWNERS = "owners: {otdel: {post: Начальник отдела, name: Сидоров С.С.}}\n"
APPROVED = "approval: {by: {position: Глава района, name: Г.Г. Глава}}\n"


def view(found: Execution, address: str = "1.1", as_of: date = date(2022, 11, 1), **more: str) -> RequestView:
    """Return a request to move a row to the end of 2023."""
    row, unit = asked_for(found, address, date(2023, 12, 31), as_of)
    made = report(found, as_of, addressee=more.pop("addressee", ""))
    request = MoveRequest(row, unit, date(2023, 12, 31), "Карантин", **more)
    return request_view(replace(made, request=request), request)


@pytest.mark.parametrize(
    ("more", "addressee"),
    [(ORDER, ("Начальник", "И.И. Иванов")), (APPROVED, ("Глава района", "Г.Г. Глава")), ("", ())],
)
def test_it_goes_to_who_set_the_term(more: str, addressee: tuple[str, ...]) -> None:
    """The order's signer, else who approved the plan; nobody is guessed, and no name is declined."""
    found = view(of_rows(ROW, more=more + OWNERS))
    assert (found.addressee, found.is_named) == (addressee, False)


def test_the_owner_named_first_asks() -> None:
    """With the person that the directory knows, else with room for the name."""
    signed = view(of_rows(ROW, more=OWNERS)).signature
    assert (signed.position, signed.name) == ("Начальник отдела", "С.С. Сидоров")
    assert view(tsuntinsky(), "2.5", date(2023, 7, 1)).signature.name == "____________"


def test_words_for_the_addressee_are_printed_as_they_are() -> None:
    """Whoever writes them knows the case."""
    found = view(of_rows(ROW, more=ORDER + OWNERS), addressee="Начальнику\nИ.И. Иванову")
    assert (found.addressee, found.is_named) == (("Начальнику", "И.И. Иванову"), True)


def test_what_has_been_done() -> None:
    """In words of the request, else in those of the marks, else there is room for it."""
    found = tsuntinsky()
    day = date(2023, 6, 29)
    told = ("Программа разработана и согласована, обучение начнется в сентябре.",)
    assert view(found, "2.4", date(2023, 7, 1)).done_so_far == told
    assert view(found, "2.4", day, done_so_far="Заключен договор").done_so_far == ("Заключен договор",)
    assert view(of_rows(ROW, more=OWNERS)).done_so_far == ("____________",)


def test_the_term_in_force() -> None:
    """That of the last decision; below the plan's words stands each of them."""
    moved = "{to: 20.12.2022, act: приказ, date: 15.10.2022, number: 7}"
    found = view(of_rows(ROW, f"marks: [{{at: '1.1', moved: {moved}}}]\n", more=OWNERS))
    assert found.in_force == "20.12.2022"
    assert found.term == ("30 ноября 2022", "перенесен на 20.12.2022 (приказ от 15.10.2022\n№ 7)")
    assert found.delay == ""


def test_the_request_alone_is_made() -> None:
    """No report, and no letter beside it."""
    found = tsuntinsky()
    row, unit = asked_for(found, "2.5", date(2023, 10, 1), date(2023, 7, 1))
    made = report(found, date(2023, 7, 1), request=MoveRequest(row, unit, date(2023, 10, 1), "Отпуска"))
    (name, text), *rest = texts(made).items()
    assert (name, rest) == ("request", [])
    assert "О переносе срока исполнения пункта 2.5 дорожной карты" in text
    assert "Прошу перенести на 01.10.2023 срок исполнения пункта 2.5 «Круглый стол: промежуточные итоги" in text
