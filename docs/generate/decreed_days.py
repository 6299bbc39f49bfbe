"""Makes `roadmapc/russian/decreed_days.py` from `holidays`.

`python -m docs.generate.decreed_days > roadmapc/russian/decreed_days.py`
"""

from __future__ import annotations

from datetime import date, timedelta

import holidays

YEARS = range(2020, 2028)

HEAD = '''"""Days off on weekdays and working Saturdays of the decreed years, as month * 100 + day. Generated.

Source: the yearly government decrees on transfers of days off, as the package `holidays` carries them.
A year that is not here has no decree yet: only its weekends are known.
"""
'''


def table() -> str:
    """Return the text of the module."""
    off: dict[int, list[int]] = {}
    working: dict[int, list[int]] = {}
    for year in YEARS:
        russia = holidays.country_holidays("RU", years=year)
        days = [date(year, 1, 1) + timedelta(n) for n in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)]
        off[year] = [_key(d) for d in days if d.weekday() < 5 and not russia.is_working_day(d)]
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
