"""Proves that the printed grammar is the one that runs: each production is read by the function that documents it."""

from __future__ import annotations

import sys
from types import FrameType
from typing import Any

import pytest

from docs.generate.deadlines import TERMINALS, Production, productions, references
from roadmapc.deadlines import DeadlineError, parse
from roadmapc.deadlines.grammar.vocabulary import KINDS, WORDS
from roadmapc.deadlines.wording import wording

PRODUCTIONS = productions()


def called(text: str) -> set[object]:
    """Return the code of every function that reads a text."""
    found: set[object] = set()

    def note(frame: FrameType, event: str, _: Any) -> None:
        if event == "call":
            found.add(frame.f_code)

    sys.setprofile(note)
    try:
        parse(text)
    finally:
        sys.setprofile(None)
    return found


@pytest.mark.parametrize("production", PRODUCTIONS, ids=lambda production: production.name)
def test_examples_are_read_by_the_function_that_shows_them(production: Production) -> None:
    for text in production.examples:
        assert production.function.__code__ in called(text), text


def test_every_production_is_read_by_some_example() -> None:
    """Those without examples of their own are read on the way to others."""
    read = set().union(*(called(text) for production in PRODUCTIONS for text in production.examples))
    assert [production.name for production in PRODUCTIONS if production.function.__code__ not in read] == []


def test_every_name_is_a_production_or_a_terminal() -> None:
    names = {production.name for production in PRODUCTIONS}
    assert len(names) == len(PRODUCTIONS)
    assert {name for production in PRODUCTIONS for name in references(production)} == (names - {"deadline"}) | TERMINALS


def test_every_word_is_of_a_kind_that_the_grammar_knows() -> None:
    assert {kind for kind, _ in WORDS.values()} <= set(KINDS)


@pytest.mark.parametrize("text", ["раз раз в год", "раза раз в неделю", "дважды раза раз в год"])
def test_a_count_said_twice_is_refused_at_the_second(text: str) -> None:
    with pytest.raises(DeadlineError) as found:
        parse(text)
    assert text[found.value.start : found.value.end] in {"раз", "раза"}


@pytest.mark.parametrize(
    "text",
    [
        *("Сентябрь – Декабр", "Октябрь, Нoябрь, Декабрь", "Сентябрь 2025 – Мaй 2026", "2025-Q4", "2025-W42"),
        *("октябрь 2025 - Dec 2025", "I квартал – П квартал", "май 2022 N/A", "май 2022 TBC"),
    ],
)
def test_what_looks_like_a_date_is_never_a_name(text: str) -> None:
    """A mistyped month, a Latin letter and a part of a year behind a date are refused, in capitals too."""
    with pytest.raises(DeadlineError):
        parse(text)


@pytest.mark.parametrize(
    "text", ["15.10.2025 Перенесено", "май 2022 Отмена", "1 мая 2022 Плюс 10 дней", "май 2022 Или осень"]
)
def test_no_word_is_passed_over_without_a_remark(text: str) -> None:
    assert any("passed over" in remark for remark in parse(text).remarks)


@pytest.mark.parametrize(
    "text", ["8 сентября 2022 Международный день грамотности", "30 апреля 2022: День пожарной охраны"]
)
def test_names_of_observances_say_nothing_else(text: str) -> None:
    assert parse(text).remarks == ()


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("13 июл. 2026", "13 июля 2026 г."),
        ("июн. – июл. 2026", "с 1 июня 2026 г. по 31 июля 2026 г."),
        ("13.июн", "13 июня"),
        ("1. Сентябрь 2025", "сентябрь 2025 г."),
        ("маи\u0306 2026", "май 2026 г."),
        ("до 15 ок\u00adтяб\u200bря", "до 15 октября"),
        ("до\u200215\u3000октября", "до 15 октября"),
    ],
)
def test_short_months_and_characters_that_cannot_be_seen(text: str, meaning: str) -> None:
    assert wording(parse(text)) == meaning


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("окт-25", "октябрь 2025"),
        ("окт.25", "октябрь 2025"),
        ("15-окт-25", "15 октября 2025"),
        ("до янв.26", "до января 2026"),
    ],
)
def test_years_as_spreadsheets_write_them_are_offered_in_full(text: str, suggestion: str) -> None:
    with pytest.raises(DeadlineError) as found:
        parse(text)
    assert found.value.suggestion == suggestion


def test_an_error_behind_a_character_that_cannot_be_seen_points_at_its_word() -> None:
    text = "до 15 ок\u00adтя\u200bбря мартя"
    with pytest.raises(DeadlineError) as found:
        parse(text)
    assert text[found.value.start : found.value.end] == "мартя"
