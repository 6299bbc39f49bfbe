"""How a row is named from elsewhere in the file, and by every command: its id, else «section/number» or its number.

Waivers name rows so today; whatever names rows later does it through here. Where a document has several attachments or
tables, their names come before the section's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a plan keeps its index
    from roadmapc.plan.plan import Plan, Row


def addresses_of(plan: Plan, row: Row) -> Iterator[str]:
    """Return all addresses of a row; others may share those without its id."""
    yield row.id
    if row.number:
        section = plan.sections[row.section]
        for number in (row.number, row.number.rstrip(".")):
            yield number
            yield f"{row.section + 1}/{number}"
            if section.number:
                yield f"{section.number.rstrip('.')}/{number}"


def index_of(plan: Plan) -> Mapping[str, tuple[Row, ...]]:
    """Return the rows at every address: several where it is ambiguous. An id goes before all other addresses."""
    named: dict[str, list[Row]] = {}
    numbered: dict[str, list[Row]] = {}
    for row in plan.rows:
        named.setdefault(row.id, []).append(row)
        for address in dict.fromkeys(addresses_of(plan, row)):
            numbered.setdefault(address, []).append(row)
    return {address: tuple(rows) for address, rows in {**numbered, **named}.items()}


def find(plan: Plan, address: str) -> tuple[Row, ...]:
    """Return the row at an address; several where it is ambiguous, none where nothing is there."""
    return plan.by_address.get(address, ())


def is_at(plan: Plan, row: Row, address: str) -> bool:
    """Say whether an address means a row, it alone or with others."""
    return any(one is row for one in find(plan, address))


def address_of(plan: Plan, row: Row) -> str:
    """Return an address that no other row has, in figures where there is one: «1/1.1»."""
    in_figures = f"{row.section + 1}/{row.number.rstrip('.')}"
    return in_figures if row.number and find(plan, in_figures) == (row,) else row.id
