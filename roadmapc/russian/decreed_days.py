"""Days off on weekdays and working Saturdays of the decreed years, as month * 100 + day. Generated.

Source: the yearly government decrees on transfers of days off, as the package `holidays` carries them.
A year that is not here has no decree yet: only its weekends are known.
"""

DAYS_OFF: dict[int, frozenset[int]] = {
    2020: frozenset({101, 102, 103, 106, 107, 108, 224, 309, 501, 504, 505, 511, 612, 1104}),
    2021: frozenset({101, 104, 105, 106, 107, 108, 222, 223, 308, 503, 510, 614, 1104, 1105, 1231}),
    2022: frozenset({103, 104, 105, 106, 107, 223, 307, 308, 502, 503, 509, 510, 613, 1104}),
    2023: frozenset({102, 103, 104, 105, 106, 223, 224, 308, 501, 508, 509, 612, 1106}),
    2024: frozenset({101, 102, 103, 104, 105, 108, 223, 308, 429, 430, 501, 509, 510, 612, 1104, 1230, 1231}),
    2025: frozenset({101, 102, 103, 106, 107, 108, 501, 502, 508, 509, 612, 613, 1103, 1104, 1231}),
    2026: frozenset({101, 102, 105, 106, 107, 108, 109, 223, 309, 501, 511, 612, 1104, 1231}),
    2027: frozenset({101, 104, 105, 106, 107, 108, 222, 223, 308, 503, 510, 614, 1104, 1105, 1231}),
}

WORKING_SATURDAYS: dict[int, frozenset[int]] = {
    2020: frozenset(),
    2021: frozenset({220}),
    2022: frozenset({305}),
    2023: frozenset(),
    2024: frozenset({427, 1102, 1228}),
    2025: frozenset({1101}),
    2026: frozenset(),
    2027: frozenset({220}),
}
