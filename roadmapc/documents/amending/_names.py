"""How an amending order calls the parts of a plan: «графа 3», «пункт 2.3», «строка «Консультации …» раздела 7»."""

from __future__ import annotations

from dataclasses import dataclass

from roadmapc.plan.amending import AmendSettings
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
        number = row.number.rstrip(".")
        if number and sum(one.number.rstrip(".") == number for one in self.table.rows) == 1:
            return f"{_CASES[self.settings.row][case]} {number}{self.behind}"
        return f"{_CASES['строка'][case]} «{self.words(row)}»{self._section_behind(row)}{self.behind}"

    def words(self, row: Row) -> str:
        """Return the first words of a row, as many as tell it from all others of its table."""
        words = row.text.split()
        others = [" ".join(one.text.split()) for one in self.table.rows if one is not row]
        for count in range(min(_WORDS, len(words)), len(words) + 1):
            start = " ".join(words[:count])
            if not any(other.startswith(start) for other in others):
                return start if count == len(words) else f"{start} …"
        return " ".join(words)

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

    @property
    def headings(self) -> list[str]:
        """Return the headings of the printed columns, each on one line."""
        from roadmapc.plan.columns import printed_columns

        return [" ".join((one.heading or "").split()) for one in printed_columns(self.table)]

    def numbered(self, numbers: list[str], case: int) -> str:
        """Return several rows by their numbers: «пункты 2.1, 2.2 и 2.4»."""
        plain = [number.rstrip(".") for number in numbers]
        listed = plain[0] if len(plain) == 1 else f"{', '.join(plain[:-1])} и {plain[-1]}"
        if case == INSTRUMENTAL and len(plain) > 1:
            case = BY_SEVERAL
        elif len(plain) > 1:
            case = SEVERAL
        return f"{_CASES[self.settings.row][case]} {listed}"

    def unnumbered(self, count: int) -> str:
        """Return rows without numbers in the instrumental."""
        return _CASES["строка"][BY_SEVERAL if count > 1 else INSTRUMENTAL]
