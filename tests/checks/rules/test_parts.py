"""Proves that what a rule looks for first, because it is found faster, stands wherever it has something to find."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from roadmapc.checks.rules.dates import periods_disagree
from roadmapc.checks.rules.wording import date_form, odd_character, school_year_abbreviation, year_word_after_digits
from roadmapc.russian.normal_form import INVISIBLE

PARTS = {
    "date_form: a year in two digits": (date_form._SHORT_YEAR, date_form._TWO_DIGITS),
    "date_form: points": (date_form._POINTS, date_form._YEAR_IN_POINTS),
    "date_form: hyphens": (date_form._HYPHENS, date_form._MONTH_IN_HYPHENS),
    "year_word_after_digits": (year_word_after_digits._DATE, year_word_after_digits._YEAR),
    "school_year_abbreviation": (school_year_abbreviation._ODD, school_year_abbreviation._WITHOUT_FIRST),
}
MATCHED = ("05.06.21", "5.6.2016", "2021-01-10", "01.09.2021 г.", "уч. Г.", "Уч г.", "уч.год", "уч.г.")
SIGNS = st.text(st.sampled_from("0129.,- гГчУуод\n\0я"), max_size=12)


@pytest.mark.parametrize("name", PARTS)
def test_each_pattern_matches_something(name: str) -> None:
    """So that what is proved of its matches says something."""
    assert any(PARTS[name][0].search(text) for text in MATCHED)


@given(st.tuples(SIGNS, st.sampled_from(MATCHED), SIGNS), st.integers(0, 30), st.sampled_from("0129.- гчУ"))
def test_a_part_stands_in_each_match(around: tuple[str, str, str], at: int, sign: str) -> None:
    """Whatever stands around, and whichever sign is another one."""
    whole = "".join(around)
    for text in (whole, whole[:at] + sign + whole[at + 1 :]):
        for pattern, part in PARTS.values():
            for match in pattern.finditer(text):
                assert part.search(text), (pattern.pattern, match)


@given(
    st.text(
        st.sampled_from("аРС№»Ð&;nbsp!Ошибка Закладка не определена\u00a0\u0401\u2010\ufffd\ue001\u00ad\0\n"),
        max_size=30,
    )
)
@example("Ошибка! Закладка не определена.")
@example("&nbsp;")
@example("РџСЂРё")
@example("Ð\u009fÑ\u0080Ð¸")
def test_odd_characters(text: str) -> None:
    """What is odd is never passed over; what cannot be seen, and bullets of Word, cannot be printed."""
    assert odd_character._may_be_odd(text) or not odd_character._ODD.search(text)
    assert not any(sign.isprintable() for sign in re.findall(f"[{INVISIBLE}\ue000-\uf8ff]", text))


@settings(max_examples=300)
@given(
    st.tuples(
        SIGNS,
        st.sampled_from(("Период реализации", "на май", "На сентябрь", "реализуется с", "Сроки реализации: ")),
        SIGNS,
    )
)
@example(("", "на май 2021 – май 2022", ""))
@example(("", "РЕАЛИЗУЕТСЯ с 1 мая 2021 г. по 5 мая 2022 г.", ""))
def test_named_periods(around: tuple[str, str, str]) -> None:
    """In capital letters too."""
    for text in ("".join(around), "".join(around).upper(), "".join(around) + " 2021 – май 2022"):
        assert periods_disagree._may_name_another(text) or not periods_disagree._NAMED.search(text)
