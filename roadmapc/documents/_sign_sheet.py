"""What the sheets that go with an order have in common: the words that tie them to it, and rows to sign."""

from __future__ import annotations

from dataclasses import dataclass

from roadmapc.documents._approval_block import BLANK_DATE, BLANK_NUMBER
from roadmapc.source.model import Order


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


def requisites(order: Order) -> str:
    """Return «от 20.10.2022 № 01-07/93», with blanks for what is not known."""
    return f"от {order.date or BLANK_DATE} № {order.number or BLANK_NUMBER}"
