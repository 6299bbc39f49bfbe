"""Makes `roadmapc/russian/decreed_days.py` from `holidays`.

`python -m docs.generate.decreed_days > roadmapc/russian/decreed_days.py`
"""

from __future__ import annotations

from datetime import date, timedelta

import holidays

YEARS = range(2013, 2028)
MOVED_BY_LAW = (date(2014, 3, 10),)
"""What the package lacks: 8 March 2014 was a Saturday, and no decree moved its day off (ст. 112 ч. 2 ТК РФ)."""

HEAD = '''"""Days off on weekdays and working Saturdays of the decreed years, as month * 100 + day. Generated.

Source: ст. 112 ТК РФ and the yearly government decrees «О переносе выходных дней», as the package `holidays` carries
them; of 2013–2019 they are those of 15.10.2012 № 1048, 28.05.2013 № 444, 27.08.2014 № 860, 24.09.2015 № 1017,
04.08.2016 № 756, 14.10.2017 № 1250 and 01.10.2018 № 1163. The calendars of xmlcalendar.ru have the same days, but for
those without work of 2020 and 2021, which no decree of this kind has named.

A later year has no decree yet, an earlier one is not here: of both only weekends and what the law says is known.
"""
'''


def table() -> str:
    """Return the text of the module."""
    off: dict[int, list[int]] = {}
    working: dict[int, list[int]] = {}
    for year in YEARS:
        russia = holidays.country_holidays("RU", years=year)
        days = [date(year, 1, 1) + timedelta(n) for n in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)]
        off[year] = [_key(d) for d in days if d.weekday() < 5 and (d in MOVED_BY_LAW or not russia.is_working_day(d))]
        working[year] = [_key(d) for d in days if d.weekday() >= 5 and russia.is_working_day(d)]
    return f"{HEAD}\n{_literal('DAYS_OFF', off)}\n{_literal('WORKING_SATURDAYS', working)}"


def _key(day: date) -> int:
    return day.month * 100 + day.day


def _literal(name: str, years: dict[int, list[int]]) -> str:
    lines = [f"{name}: dict[int, frozenset[int]] = {{"]
    for year, keys in years.items():
        value = "frozenset({" + ", ".join(map(str, keys)) + "})" if keys else "frozenset()"
        lines.append(f"    {year}: {value},")
    return "\n".join([*lines, "}"]) + "\n"


if __name__ == "__main__":
    print(table(), end="")
