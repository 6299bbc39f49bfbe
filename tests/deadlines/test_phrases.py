"""Wordings made of a known meaning, in the ways officials write it: each is read as that, doubted, or refused.

The days are counted here by other code than the reader's. What is read otherwise without a word is what nobody finds.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from hypothesis import event, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from roadmapc.deadlines import DeadlineError, Period, read
from roadmapc.russian.calendar import MONTHS

YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))
SCHOOL = Period(date(2026, 9, 1), date(2027, 5, 31))
Phrase = tuple[str, set[date]]
"""A wording, and the last days of what it means."""
_WEEKDAYS = ["понедельникам", "вторникам", "средам", "четвергам", "пятницам", "субботам", "воскресеньям"]


def _months(period: Period) -> list[date]:
    return [date(2026 + n // 12, n % 12 + 1, 1) for n in range(period.first.month - 1, period.first.month + 11)][
        : 9 if period == SCHOOL else 12
    ]


def _end(month: date) -> date:
    return month.replace(day=monthrange(month.year, month.month)[1])


def _some(draw: DrawFn, period: Period, least: int = 1) -> list[date]:
    months = _months(period)
    found = draw(st.sets(st.integers(0, len(months) - 1), min_size=least, max_size=4))
    return [months[at] for at in sorted(found)]


def _listed(draw: DrawFn, texts: list[str]) -> str:
    sign = draw(st.sampled_from([", ", "; ", ",\n", ";\n", " / "]))
    if len(texts) > 1 and draw(st.booleans()):
        return f"{sign.join(texts[:-1])} и {texts[-1]}"
    return sign.join(texts)


def _nominative(draw: DrawFn, period: Period) -> Phrase:
    found = _some(draw, period)
    return _listed(draw, [MONTHS[one.month - 1][0] for one in found]), {_end(one) for one in found}


def _shared_day(draw: DrawFn, period: Period) -> Phrase:
    found, day = _some(draw, period, 2), draw(st.integers(1, 28))
    before = draw(st.sampled_from(["до {}", "не позднее {}", "{}", "до {} числа", "до {}-го"])).format(day)
    return f"{before} {_listed(draw, [MONTHS[one.month - 1][1] for one in found])}", {
        one.replace(day=day) for one in found
    }


def _shared_decade(draw: DrawFn, period: Period) -> Phrase:
    found, number = _some(draw, period, 2), draw(st.integers(1, 3))
    before = draw(st.sampled_from([f"{number} декада", f"{'I' * number} декада", f"{number}-я декада"]))
    ends = {one.replace(day=10 * number) if number < 3 else _end(one) for one in found}
    return f"{before} {_listed(draw, [MONTHS[one.month - 1][1] for one in found])}", ends


def _days(draw: DrawFn, period: Period) -> Phrase:
    texts, ends = [], set()
    limit = draw(st.sampled_from(["", "до ", "не позднее ", "в срок до "]))
    form = draw(
        st.sampled_from(["{d} {m}", "{d:02}.{n:02}", "{d} {m} {y} г.", "{d:02}.{n:02}.{y}", "«{d:02}» {m} {y} года"])
    )
    time = draw(st.sampled_from(["", "", " в 15.10", " в 10:00", ", 14.30"]))
    for one in _some(draw, period):
        day = draw(st.integers(1, 28))
        texts.append(limit + form.format(d=day, m=MONTHS[one.month - 1][1], n=one.month, y=one.year) + time)
        ends.add(one.replace(day=day))
    return _listed(draw, texts), ends


def _limit_of_each(draw: DrawFn, period: Period) -> Phrase:
    texts, ends = [], set()
    form = draw(st.sampled_from(["{m}: до {d} числа", "{m} – до {d} числа", "{m} (до {d} числа)", "{m}, до {d} числа"]))
    for one in _some(draw, period):
        day = draw(st.integers(1, 28))
        texts.append(form.format(m=MONTHS[one.month - 1][0], d=day))
        ends.add(one.replace(day=day))
    return _listed(draw, texts), ends


def _monthly(draw: DrawFn, period: Period) -> Phrase:
    day = draw(st.integers(1, 28))
    form = draw(st.sampled_from(["ежемесячно до {} числа", "до {} числа каждого месяца", "ежемесячно, {} числа"]))
    left_out = draw(st.sampled_from([(), (2,), (3, 4)]))
    words = " и ".join(MONTHS[month - 1][1] for month in left_out)
    text = form.format(day) + (f", кроме {words}" if left_out else "")
    return text, {one.replace(day=day) for one in _months(period) if one.month not in left_out}


def _weekly(draw: DrawFn, period: Period) -> Phrase:
    weekday = draw(st.integers(0, 6))
    form = draw(st.sampled_from(["по {}", "еженедельно по {}", "еженедельно (по {})"]))
    days = (period.first + timedelta(days=n) for n in range((period.last - period.first).days + 1))
    return form.format(_WEEKDAYS[weekday]), {one for one in days if one.weekday() == weekday}


_MEANINGS: tuple[Callable[[DrawFn, Period], Phrase], ...] = (
    *(_nominative, _shared_day, _shared_decade, _days, _limit_of_each, _monthly, _weekly),
)


@st.composite
def phrases(draw: DrawFn) -> tuple[str, Period, set[date]]:
    """Yield a wording, the period of its plan, and the days on which it is due."""
    period = draw(st.sampled_from([YEAR, SCHOOL]))
    text, ends = draw(st.sampled_from(_MEANINGS))(draw, period)
    capital, dress = draw(st.booleans()), draw(st.sampled_from(["{}", "{}.", "  {} "]))
    return dress.format(text[0].upper() + text[1:] if capital else text), period, ends


@settings(max_examples=1500, derandomize=True)
@given(phrases())
def test_no_wording_is_silently_misread(phrase: tuple[str, Period, set[date]]) -> None:
    text, period, ends = phrase
    try:
        found = read(text, period)
    except DeadlineError:
        event("refused")
        return
    event("doubted" if found.doubts else "read")
    if not found.doubts:
        assert {window.last for window in found.windows} == ends
