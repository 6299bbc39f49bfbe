"""Days off on weekdays and working Saturdays of the decreed years, as month * 100 + day. Generated.

Source: ст. 112 ТК РФ and the yearly government decrees «О переносе выходных дней», as the package `holidays` carries
them; of 2013–2019 they are those of 15.10.2012 № 1048, 28.05.2013 № 444, 27.08.2014 № 860, 24.09.2015 № 1017,
04.08.2016 № 756, 14.10.2017 № 1250 and 01.10.2018 № 1163. The calendars of xmlcalendar.ru have the same days, but for
those without work of 2020 and 2021, which no decree of this kind has named.

A later year has no decree yet, an earlier one is not here: of both only weekends and what the law says is known.
"""

DAYS_OFF: dict[int, frozenset[int]] = {
    2013: frozenset({101, 102, 103, 104, 107, 108, 308, 501, 502, 503, 509, 510, 612, 1104}),
    2014: frozenset({101, 102, 103, 106, 107, 108, 310, 501, 502, 509, 612, 613, 1103, 1104}),
    2015: frozenset({101, 102, 105, 106, 107, 108, 109, 223, 309, 501, 504, 511, 612, 1104}),
    2016: frozenset({101, 104, 105, 106, 107, 108, 222, 223, 307, 308, 502, 503, 509, 613, 1104}),
    2017: frozenset({102, 103, 104, 105, 106, 223, 224, 308, 501, 508, 509, 612, 1106}),
    2018: frozenset({101, 102, 103, 104, 105, 108, 223, 308, 309, 430, 501, 502, 509, 611, 612, 1105, 1231}),
    2019: frozenset({101, 102, 103, 104, 107, 108, 308, 501, 502, 503, 509, 510, 612, 1104}),
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
    2013: frozenset(),
    2014: frozenset(),
    2015: frozenset(),
    2016: frozenset({220}),
    2017: frozenset(),
    2018: frozenset({428, 609, 1229}),
    2019: frozenset(),
    2020: frozenset(),
    2021: frozenset({220}),
    2022: frozenset({305}),
    2023: frozenset(),
    2024: frozenset({427, 1102, 1228}),
    2025: frozenset({1101}),
    2026: frozenset(),
    2027: frozenset({220}),
}
