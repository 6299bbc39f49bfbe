"""How a row is named from elsewhere in the file: its id, else «section/number» or its number; on screens its number.

Waivers name rows so today; whatever names rows later does it through here. Where a document has several attachments or
tables, their names come before the section's.

What an amending act puts between 2.3 and 2.4 is 2.3¹: its index is printed raised. Where no keyboard has the sign, the
address is typed 2.3^1 or 2.3(1).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from roadmapc.russian.numerals import RAISED
from roadmapc.source.model import Attachment

if TYPE_CHECKING:  # a plan keeps its index
    from roadmapc.plan.plan import Plan, Row


_TYPED = re.compile(r"(?<=\d)(?:\^(\d{1,3})(?!\d)|\((\d{1,3})\))")


def raised(number: str) -> str:
    """Return a number whose typed index stands raised, as it is printed: «2.3^1» and «2.3(1)» are «2.3¹»."""
    return _TYPED.sub(lambda found: (found[1] or found[2]).translate(RAISED), number)


def plain_number(number: str) -> str:
    """Return a number without the full stop at its end: «1.2» for «1.2.»."""
    return number.rstrip(".")


def addresses_of(plan: Plan, row: Row) -> Iterator[str]:
    """Return all addresses of a row; others may share those without its id."""
    yield row.id
    if row.number:
        numbers = (row.number, row.number.rstrip("."))
        yield from numbers
        for place in _places(plan, row):
            for number in numbers:
                yield f"{place}/{number}"


def _places(plan: Plan, row: Row) -> Iterator[str]:
    """Yield the names of a row's section, alone and behind those of its table and attachment."""
    section = plan.sections[row.section]
    table = plan.tables[row.table]
    content = plan.contents[table.content].content
    for name in (str(section.at + 1), section.number.rstrip(".")):
        if name:
            yield name
            yield f"{table.name}/{name}"
            if isinstance(content, Attachment):
                yield f"{content.number}/{name}"
                yield f"{content.number}/{table.name}/{name}"


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
    return plan.by_address.get(address) or plan.by_address.get(raised(address), ())


def is_at(plan: Plan, row: Row, address: str) -> bool:
    """Say whether an address means a row, it alone or with others."""
    return any(one is row for one in find(plan, address))


def address_of(plan: Plan, row: Row) -> str:
    """Return an address that no other row has, in figures where there is one: «1/1.1»."""
    if not row.number:
        return row.id
    number = row.number.rstrip(".")
    return next((one for place in _places(plan, row) if find(plan, one := f"{place}/{number}") == (row,)), row.id)


def short_address(plan: Plan, row: Row) -> str:
    """Return the address by which people name a row: its id where the source has one, else its number, or with more."""
    if (*row.route, "id") in plan.tree.values:
        return row.id
    number = row.number.rstrip(".")
    return number if number and find(plan, number) == (row,) else address_of(plan, row)


def printed_address(plan: Plan, row: Row) -> str:
    """Return the address by which a screen names a row: its printed number, with more where others share it.

    After `freeze` every row has an id, which nobody has chosen. One without a number is named by its words, unless
    its author has given it an id.
    """
    if not row.number and (*row.route, "id") not in plan.tree.values:
        return f"«{row.title}»"
    number = row.number.rstrip(".")
    return number if number and find(plan, number) == (row,) else address_of(plan, row)
