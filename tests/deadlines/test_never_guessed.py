"""Proves wordings that were once read as other dates than they name: each is read as it stands, or refused."""

from __future__ import annotations

from datetime import date

import pytest

from roadmapc.deadlines.dating.calendar_parts import Period
from roadmapc.deadlines.dating.dated_deadline import read
from roadmapc.deadlines.errors import DeadlineError

PERIODS = {
    "year": Period(date(2023, 1, 1), date(2023, 12, 31)),
    "school": Period(date(2022, 9, 1), date(2023, 8, 31)),
    "years": Period(date(2022, 1, 1), date(2025, 12, 31)),
}
READ = [
    # what is named once before several months is the same in each
    ("year", "последняя пятница марта, июня, сентября", ["31.03.2023", "30.06.2023", "29.09.2023"]),
    ("year", "первая декада мая, июня", ["10.05.2023", "10.06.2023"]),
    ("year", "первая половина мая и сентября", ["15.05.2023", "15.09.2023"]),
    ("year", "1-10 мая, июня", ["10.05.2023", "10.06.2023"]),
    ("year", "5 и 20 мая, июня", ["05.05.2023", "20.05.2023", "05.06.2023", "20.06.2023"]),
    ("years", "последняя пятница марта и июня 2023 г.", ["31.03.2023", "30.06.2023"]),
    # and before several years
    ("years", "октябрь-ноябрь 2022, 2023 гг.", ["30.11.2022", "30.11.2023"]),
    ("years", "сентябрь, октябрь 2022, 2023 гг.", ["30.09.2022", "31.10.2022", "30.09.2023", "31.10.2023"]),
    ("years", "2022, 2023 гг. до 1 мая", ["01.05.2022", "01.05.2023"]),
    # a day in no half of a school year is a day of the plan
    ("school", "2 раза в год: до 20 декабря, до 20 июня", ["20.12.2022", "20.06.2023"]),
    ("school", "1 раз в полугодие: декабрь, июнь", ["31.12.2022", "30.06.2023"]),
    ("years", "1 раз в 2 года, май", ["31.05.2022", "31.05.2024"]),
    # the cycle is the one that is named
    ("year", "по итогам квартала – до 10 числа следующего месяца", ["10.04.2023", "10.07.2023", "10.10.2023"]),
    ("year", "II квартал, до 15 мая", ["15.05.2023"]),
    # a number of an item or of a point is no date
    ("school", "1.2. до 15 мая", ["15.05.2023"]),
    ("school", "п. 1.2 до 15 мая", ["15.05.2023"]),
    ("year", "первые числа мая", ["10.05.2023"]),
    ("year", "в первый понедельник мая", ["01.05.2023"]),
    # brackets say when in the time before them
    ("year", "II квартал (май)", ["31.05.2023"]),
    ("year", "весна (март, май)", ["31.03.2023", "31.05.2023"]),
    ("year", "апрель – май (20.04 – 10.05)", ["10.05.2023"]),
    ("year", "май (15)", ["15.05.2023"]),
    ("year", "май (5, 12 и 19 числа)", ["05.05.2023", "12.05.2023", "19.05.2023"]),
    ("years", "декабрь 2023 (25.12)", ["25.12.2023"]),
    ("years", "II квартал 2023 года (май)", ["31.05.2023"]),
    ("years", "зима 2022 (декабрь, январь)", ["31.12.2022", "31.01.2023"]),
    ("years", "зимние каникулы 2022 (с 29.12 по 08.01)", ["08.01.2023"]),
    ("years", "декабрь 2022 – январь 2023 (25.12)", ["25.12.2022"]),
    ("years", "декабрь 2022 – январь 2023 (25.12 – 10.01)", ["10.01.2023"]),
    ("years", "IV квартал 2022 – I квартал 2023 (январь)", ["31.01.2023"]),
    ("school", "ежемесячно (15)", [f"15.{month:02}.{2022 + (month < 9)}" for month in (*range(9, 13), *range(1, 9))]),
    # days behind a month are days of it, as are those before the last of several bounds
    ("year", "май, до 20 числа", ["20.05.2023"]),
    ("year", "июнь, с 1 по 15", ["15.06.2023"]),
    ("year", "сентябрь, I-II декада", ["20.09.2023"]),
    ("year", "май 3 неделя", ["21.05.2023"]),
    ("year", "с 1 по 5 и с 10 по 15 мая", ["05.05.2023", "15.05.2023"]),
    ("year", "до 5 и до 20 мая", ["05.05.2023", "20.05.2023"]),
    ("year", "последнее число мая", ["31.05.2023"]),
    # of a winter the one in these years
    ("years", "декабрь-январь 2022-2023", ["31.01.2023"]),
    ("years", "зима 2022-2023", ["28.02.2023"]),
    ("years", "зима 2022-2023 учебного года", ["28.02.2023"]),
    ("years", "весна 2022/2023 уч. года", ["31.05.2023"]),
    ("school", "учебный год", ["31.08.2023"]),
    ("school", "учебный год (сентябрь-май)", ["31.05.2023"]),
    # days in words
    ("year", "до пятнадцатого мая", ["15.05.2023"]),
    ("year", "двадцать пятого мая", ["25.05.2023"]),
    ("year", "тридцать первое мая", ["31.05.2023"]),
]
COUNTED = [
    ("year", "еженедельно, каждую среду", 52),
    ("year", "еженедельно в понедельник", 52),
    ("school", "2 раза в неделю (вт, чт)", 105),
    ("year", "пн-пт, сб", 104),
    ("year", "еженедельно по пятницам, по вторникам", 104),
    ("years", "ежемесячно в 2022 и 2023 годах", 24),
    ("year", "ежемесячно с октября", 3),
    ("year", "по пятницам, начиная с 1 декабря", 5),
    ("year", "в конце каждого месяца", 12),
    ("year", "до двадцать пятого числа каждого месяца", 12),
]
DOUBTED = [
    ("year", "II квартал, май", "one of the dates lies inside another: both are taken"),
    ("year", "до 15 мая (10 мая)", "dates in brackets beside dates: all are taken"),
    ("year", "май (2)", "numbers in brackets behind a month: taken as its days"),
    ("year", "1-31 мая (10, 20 мая)", "a range, and days in brackets behind it: those days are taken"),
    ("year", "ежемесячно с октября", "no end is named: taken to the end of the period"),
    *(
        ("school", text, "the summer before may be meant: taken as 31.08.2023, it may be 31.08.2022")
        for text in ("август", "август, ноябрь, март", "до конца августа", "июль-август", "до начала учебного года")
    ),
]
REFUSED = {
    "year": (
        *("с 1 по 10 марта и сентября", "последняя пятница сентября-декабря", "15 (16) мая", "до 5 (10) мая"),
        *("до 10 (15) числа каждого месяца", "в 20-х числах мая", "ежемесячно в пятницу", "ежеквартально по пятницам"),
        *(
            "1 раз в 2 недели, 2 раза в неделю по вторникам",
            "1 раз в 2 месяца, до 25 числа",
            "2 раза в год (март, июнь, ноябрь)",
            "1 полугодие (до 1 июля)",
        ),
        *("15-19 мая (вт-сб)", "15, 16 мая (вт, ср)", "в понедельник, 16.05.2023", "вторник-суббота 15-19 мая"),
        *("15 мая ± 3 дня", "с 1 мая, 10 дней", "с 1 мая – 10 дней", "с 1 мая (10 дней)", "на 3 месяца с 1 мая"),
        *(
            "II квартал (сентябрь)",
            "май (15.06 – 20.06)",
            "май (28-5)",
            "апрель, до 31 числа",
            "май, 15",
            "15 числа, до 20 мая",
        ),
        *("с 20 мая по 10 мая", "20.05-10.05.2023", "с 25 по 30 и с 5 по 10 мая"),
    ),
    "school": ("ежемесячно без июля", "раз в два месяца 15 числа"),
    "years": (
        *("с 1 по 15 мая 2022, 2023 гг.", "2022 год: до 1 мая; 2023 год: до 1 июня"),
        *("декабрь 2023 (25.12.2024)", "II квартал 2023 года (май 2024)", "декабрь 2022 – январь 2023 (10.01.2022)"),
        *("зима 2022-2023 (январь)", "декабрь-январь 2022-2023 (25.12)", "май 2022 – июнь 2024 (май)"),
        *("2022 – ежемесячно, 2023 – ежеквартально", "до 10 апреля, 10 июля, 10 января года, следующего за отчетным"),
    ),
}


@pytest.mark.parametrize(("period", "text", "due"), READ)
def test_it_is_read_as_it_stands(period: str, text: str, due: list[str]) -> None:
    found = read(text, PERIODS[period])
    assert [f"{window.last:%d.%m.%Y}" for window in found.windows] == due


@pytest.mark.parametrize(("period", "text", "doubt"), DOUBTED)
def test_it_is_read_with_a_doubt(period: str, text: str, doubt: str) -> None:
    assert doubt in {str(one) for one in read(text, PERIODS[period]).doubts}


@pytest.mark.parametrize(("period", "text", "count"), COUNTED)
def test_one_rhythm_is_read_once(period: str, text: str, count: int) -> None:
    assert len(read(text, PERIODS[period]).windows) == count


@pytest.mark.parametrize(("period", "text"), [(period, text) for period, texts in REFUSED.items() for text in texts])
def test_it_is_refused(period: str, text: str) -> None:
    """Two readings are possible, or none: whoever wrote it says which."""
    with pytest.raises(DeadlineError):
        read(text, PERIODS[period])


def test_what_comes_before_holidays_is_doubted() -> None:
    """They last, and it may be due before the first of their days."""
    assert len(read("до зимних каникул", PERIODS["school"]).doubts) == 2


def test_a_day_that_is_none_is_told_with_its_month() -> None:
    """«31» alone says nothing of what is wrong."""
    with pytest.raises(DeadlineError, match="there is no such date: 31 июня"):
        read("до 31 июня", PERIODS["year"])
