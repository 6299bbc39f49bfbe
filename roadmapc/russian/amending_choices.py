"""What offices word differently when they amend an act; light, so that settings are read without a plan."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal


@dataclass(frozen=True)
class AmendSettings:
    """`[amend]` of `roadmapc.toml`: choices on which the sources disagree (Краснодар, Липецк, Госдума: each its own).

    `amended` is what the act amends: the approved document, or the order that approved it. `items` is how changes are
    numbered: 1) а), or decimally. `row` is what a row is called, `column` how a column is named: by its number or its
    heading. `dropping` is the verb for what goes; `quotes` are the inner ones. From `new_edition` on, a share of rows
    changed, the attachment is given anew.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = {"extra": "forbid"}

    amended: Literal["document", "order"] = "document"
    items: Literal["brackets", "decimal"] = "brackets"
    row: Literal["пункт", "строка", "позиция"] = "пункт"
    column: Literal["number", "name"] = "number"
    dropping: Literal["исключить", "признать утратившим силу"] = "исключить"
    quotes: Literal["„“", "«»"] = "„“"
    new_edition: float = 0.5
