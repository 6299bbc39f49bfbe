"""Proves that an order and its approval are taken apart as they print."""

from __future__ import annotations

from roadmapc.plan.changes import printed_order
from tests.plan.changes.plans import SOURCE, edited
from tests.plans import plan_of


def test_the_approval_says_what_it_takes_from_the_order_and_the_kind() -> None:
    """Word, date and number are printed though the source does not have them."""
    found = {one.field: one.words for one in printed_order.approval_texts(plan_of(SOURCE).roadmap)}
    assert found["approval.word"] == "УТВЕРЖДЕН"
    assert (found["approval.date"], found["approval.number"]) == ("20.10.2022", "7")
    assert found["approval.attachment"] == "Приложение"


def test_a_person_approves_without_word_and_act() -> None:
    """«УТВЕРЖДАЮ» has who signs instead, and no mark of an attachment."""
    plan = edited(("{act: приказом управления}", "{by: {position: Глава, name: И.О. Ким}, beside: [{word: Принят}]}"))
    found = {one.field: one.words for one in printed_order.approval_texts(plan.roadmap)}
    assert found["approval.by.name"] == "И.О. Ким"
    assert not any(found[f"approval.{key}"] for key in ("attachment", "word", "act", "date"))
    assert found["approval.beside 1.word"] == "ПРИНЯТ"


def test_items_of_the_order_are_numbered_and_end_with_control() -> None:
    """Sub-items follow their item; the control is a whole sentence."""
    order = plan_of(SOURCE).roadmap.order
    assert order is not None
    items = printed_order.order_items(order)["order.items"]
    assert [one.number for one in items] == ["1.", "2.", "2.1.", "2.2.", "3."]
    assert items[-1].words == "Контроль за исполнением настоящего приказа оставляю за собой."
