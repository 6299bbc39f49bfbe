"""Values → lines of YAML in the canonical layout."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from roadmapc.source.formatting.scalars import WIDTH, inline, written

STEP = 2


def flow(value: Any) -> str:
    """Return a value in brackets, or a text on one line as it stands within them."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{inline(str(key), flow=True)}: {flow(inner)}" for key, inner in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(flow, value)) + "]"
    return inline(value, flow=True)


def entry(lead: str, value: Any, indent: int) -> list[str]:
    """Return the lines of a key or dash (`lead`) with its value; `indent` is before the lead, on every line."""
    before = " " * indent
    if isinstance(value, Mapping):
        return [f"{before}{lead}", *block(value, indent + STEP)]
    if isinstance(value, list | tuple):
        if fits_brackets(value, indent + len(lead) + 1):
            return [f"{before}{lead} {flow(value)}"]
        return [f"{before}{lead}", *items(value, indent + STEP)]
    head, below = written(value, indent + len(lead) + 1, indent + STEP)
    return [f"{before}{lead} {head}".rstrip(" "), *(" " * (indent + STEP) + line if line else "" for line in below)]


def block(values: Mapping[str, Any], indent: int) -> list[str]:
    """Return the lines of a record."""
    return [line for key, value in values.items() for line in entry(f"{inline(str(key))}:", value, indent)]


def items(values: Sequence[Any], indent: int) -> list[str]:
    """Return the lines of a list, an item behind each dash."""
    found: list[str] = []
    for value in values:
        if isinstance(value, Mapping) and value:
            first, *rest = block(value, indent + STEP)
            found += [f"{' ' * indent}- {first.lstrip()}", *rest]
        else:
            found += entry("-", value, indent)
    return found


def fits_brackets(values: Sequence[Any], column: int) -> bool:
    """Say whether a list is written in brackets: a few short words on the line of its key."""
    short = all(isinstance(one, str) and len(one) < 40 and "\n" not in one for one in values)
    return not values or (short and column + len(flow(values)) <= WIDTH)


def as_plain(value: Any) -> Any:
    """Return a value without keys that hold nothing."""
    if isinstance(value, Mapping):
        return {key: as_plain(inner) for key, inner in value.items() if inner not in (None, "", [], ())}
    return [as_plain(one) for one in value] if isinstance(value, list | tuple) else value
