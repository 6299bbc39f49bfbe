"""Where days lie on a sheet, and how large marks are; all lengths are millimetres."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

SMALL = 2.47  # 7 points: the least that is read on paper
DIAMOND = 1.2  # half its width
GAP = 0.6  # between marks, and between a mark and the words beside it


@dataclass(frozen=True, slots=True)
class Scale:
    """The days of a sheet, inclusive, and where they lie: each is as wide as any other."""

    first: date
    last: date
    left: float
    width: float

    def x(self, day: date) -> float:
        """Return where a day begins."""
        return self.left + self.width * (day - self.first).days / ((self.last - self.first).days + 1)

    def end(self, day: date) -> float:
        """Return where a day ends."""
        return self.x(day) + self.width / ((self.last - self.first).days + 1)

    def middle(self, day: date) -> float:
        """Return the middle of a day."""
        return (self.x(day) + self.end(day)) / 2
