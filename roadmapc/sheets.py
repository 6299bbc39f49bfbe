"""Views of the sheets that go with an order: who has read it, and who agreed to its draft (requisites 20, 21)."""

from __future__ import annotations

from dataclasses import dataclass

from roadmapc.approvals import BLANK_DATE, BLANK_NUMBER
from roadmapc.kinds import act_forms
from roadmapc.model import Order


@dataclass(frozen=True, slots=True)
class PersonView:
    """A person who signs a row: position (empty: written in by hand) and name."""

    position: str
    name: str


@dataclass(frozen=True, slots=True)
class SheetView:
    """A sheet to sign: the words that tie it to its order, the order's heading, the people in order."""

    act: str
    subject: str
    people: tuple[PersonView, ...]


def acquaintance_view(order: Order) -> SheetView:
    """Return the sheet of those who have read the order: «с приказом от … № …»."""
    act = f"с {act_forms(order.name).instrumental} {_requisites(order)}"
    people = tuple(PersonView(person.position or "", person.name) for person in order.acquaintance)
    return SheetView(act, order.subject, people)


def agreement_view(order: Order) -> SheetView:
    """Return the sheet of those who agree: «к приказу от … № …», to a draft while it has no number."""
    forms = act_forms(order.name)
    act = f"к {forms.dative} {_requisites(order)}" if order.number else f"к проекту {forms.genitive}"
    return SheetView(act, order.subject, tuple(PersonView(one.position, one.name) for one in order.agreement))


def _requisites(order: Order) -> str:
    return f"от {order.date or BLANK_DATE} № {order.number or BLANK_NUMBER}"
