"""Bars of the year without a script: places are classes, since the page's policy forbids styles in markup."""

from __future__ import annotations

from datetime import date

from roadmapc.documents.web_page.data import PageRow

_STEPS = 400
"""Places on the scale: a quarter of a percent."""
_YEAR = 12
_MANY_MONTHS, _MORE_MONTHS, _MOST_MONTHS = 24, 48, 144


class BarStyles:
    """The scale between two days; `css` has the places that were used."""

    def __init__(self, first: date | None, last: date | None) -> None:
        self.first, self.last = first, last
        self._used: set[tuple[str, int]] = set()

    @property
    def css(self) -> str:
        """Return the rules of all places."""
        names = {"l": "left", "w": "width"}
        return "".join(f".{name}{n}{{{names[name]}:{n * 100 / _STEPS:g}%}}" for name, n in sorted(self._used))

    def _place(self, name: str, n: int) -> str:
        self._used.add((name, n))
        return f"{name}{n}"

    def _at(self, day: date, behind: int = 0) -> int:
        assert self.first is not None
        assert self.last is not None  # there is a scale
        days = (self.last - self.first).days + 1
        return round(((day - self.first).days + behind) * _STEPS / days)

    def track(self, row: PageRow, today: date) -> str:
        """Return the bars of a row, whose names are those of states of the program."""
        if self.first is None or self.last is None:
            return ""
        bars = []
        for unit in row.units:
            left, right = self._at(unit.first), self._at(unit.due, 1)
            places = self._place("l", left)
            if row.kind == "continuous":
                shape = f"line {self._place('w', right - left)}"
            elif unit.first == unit.due:
                shape = "day"
            else:
                shape = self._place("w", right - left)
            bars.append(f'<i class="{shape} {places} {unit.state}"></i>')
        now = f'<u class="{self._place("l", self._at(today))}"></u>' if self.first <= today <= self.last else ""
        return f'<span class="track" aria-hidden="true">{"".join(bars)}{now}</span>'

    def ruler(self) -> str:
        """Return the months above the bars: of a long time quarters or years."""
        if self.first is None or self.last is None:
            return ""
        months = range(self.first.year * 12 + self.first.month - 1, self.last.year * 12 + self.last.month)
        step = _step(len(months))
        ticks: list[str] = []
        for month in months:
            year, at = divmod(month, 12)
            is_year = month == months[0] or (at == 0 and (step <= _YEAR or (month - months[0]) % step < _YEAR))
            place = self._place("l", self._at(max(self.first, date(year, at + 1, 1))))
            ticks += [f'<b class="{place} y">{year}</b>'] if is_year else []
            ticks += [f'<b class="{place} m">{at + 1:02}</b>'] if step < _YEAR and month % step == 0 else []
        return f'<span class="ruler" aria-hidden="true">{"".join(ticks)}</span>'


def _step(months: int) -> int:
    """Return how many months lie between two ticks: of a long time quarters, years, or several years."""
    if months <= _MANY_MONTHS:
        return 1
    return 3 if months <= _MORE_MONTHS else _YEAR * -(-months // _MOST_MONTHS)
