"""How an amending order calls the parts of a plan: «графа 3», «пункт 2.3», «строка «Консультации …» раздела 7»."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from roadmapc.plan.amending import AmendSettings
from roadmapc.plan.columns import printed_columns
from roadmapc.plan.plan import Plan, PlanSection, PlanTable, Row

_CASES = {
    "пункт": ("пункт", "пункта", "пункте", "пунктом", "пункты", "пунктами"),
    "строка": ("строку", "строки", "строке", "строкой", "строки", "строками"),
    "позиция": ("позицию", "позиции", "позиции", "позицией", "позиции", "позициями"),
}
ACCUSATIVE, GENITIVE, PREPOSITIONAL, INSTRUMENTAL, SEVERAL, BY_SEVERAL = range(6)
_WORDS = 6
_MOST = 60


@dataclass(frozen=True)
class Names:
    """Names the parts of one table; `ordinal` is its number among the tables of the document, 0 where it is alone."""

    plan: Plan
    table: PlanTable
    settings: AmendSettings
    ordinal: int = 0

    @property
    def behind(self) -> str:
        """Return what names the table behind its parts."""
        return f" таблицы {self.ordinal}" if self.ordinal else ""

    def row(self, row: Row, case: int) -> str:
        """Return a row by its number; one without a number, or with that of another, by its first words."""
        number = self.number(row)
        if number and self._numbers[number] == 1:
            return f"{self.word(case)} {number}{self.behind}"
        return f"{_CASES['строка'][case]} «{self.words(row)}»{self._section_behind(row)}{self.behind}"

    def words(self, row: Row) -> str:
        """Return the first words of a row, as many as tell it from all others of its table."""
        words = row.text.split()
        for count in range(min(_WORDS, len(words)), len(words) + 1):
            start = " ".join(words[:count])
            if self._beginning(start) == 1:
                return start if count == len(words) else f"{start} …"
        return " ".join(words)

    def _beginning(self, start: str) -> int:
        """Return how many rows begin with some words."""
        return bisect_left(self._texts, f"{start}\U0010ffff") - bisect_left(self._texts, start)

    @cached_property
    def _texts(self) -> list[str]:
        return sorted(" ".join(one.text.split()) for one in self.table.rows)

    @cached_property
    def _numbers(self) -> Counter[str]:
        return Counter(self.number(one) for one in self.table.rows)

    @cached_property
    def _prints_numbers(self) -> bool:
        return any(column.kind == "number" for column in printed_columns(self.table))

    def number(self, row: Row) -> str:
        """Return the number of a row as orders name it; empty where the table prints none."""
        return row.number.rstrip(".") if self._prints_numbers else ""

    def taken(self, numbers: Iterable[str]) -> bool:
        """Say whether a number names a row already, in a table where each names one."""
        return max(self._numbers.values(), default=0) == 1 and any(self._numbers[one] for one in numbers)

    def word(self, case: int) -> str:
        """Return what a row is called."""
        return _CASES[self.settings.row][case]

    def _section_behind(self, row: Row) -> str:
        section = self.plan.sections[row.section]
        return f" {self.section(section, 'раздела')}" if section.title or section.number else ""

    @staticmethod
    def section(section: PlanSection, word: str = "раздел") -> str:
        """Return a section by its number, else by its title."""
        number = section.number.rstrip(".")
        return f"{word} {number}" if number else f"{word} «{' '.join(section.title.split())}»"

    def column(self, at: int, case: int = ACCUSATIVE) -> str:
        """Return a column, the first of which is 0, by its number or its heading."""
        word = ("графу", "графы", "графе", "графой")[case]
        if self.settings.column == "name":
            heading = self.headings[at]
            if heading and self.headings.count(heading) == 1:
                return f"{word} «{heading}»"
        return f"{word} {at + 1}"

    @cached_property
    def headings(self) -> list[str]:
        """Return the headings of the printed columns, each on one line."""
        return [" ".join((one.heading or "").split()) for one in printed_columns(self.table)]

    def numbered(self, numbers: list[str], case: int) -> str:
        """Return several rows by their numbers: «пункты 2.1, 2.2 и 2.4»."""
        plain = numbers
        listed = plain[0] if len(plain) == 1 else f"{', '.join(plain[:-1])} и {plain[-1]}"
        if case == INSTRUMENTAL and len(plain) > 1:
            case = BY_SEVERAL
        elif len(plain) > 1:
            case = SEVERAL
        return f"{self.word(case)} {listed}"

    def unnumbered(self, count: int) -> str:
        """Return rows without numbers in the instrumental."""
        return _CASES["строка"][BY_SEVERAL if count > 1 else INSTRUMENTAL]
