"""Proves that the cursor moves forward alone, sees past both ends, and points errors at the very word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.deadlines.errors import DeadlineError
from roadmapc.deadlines.grammar.cursor import END, Cursor, is_like_a_date_word, nearest_word
from roadmapc.deadlines.grammar.lexer import tokens
from roadmapc.deadlines.grammar.parser import parse
from roadmapc.deadlines.grammar.vocabulary import KINDS
from roadmapc.diagnostics import Message


def at(text: str, place: int = 0) -> Cursor:
    """Return a cursor over a text at some token."""
    cursor = Cursor(text, tokens(text))
    cursor.at = place
    return cursor


def test_looking_moves_nothing() -> None:
    """Ahead, behind, past the end, one kind or several."""
    cursor = at("до 15 мая", 1)
    assert [cursor.peek(n).kind for n in (-1, 0, 1, 2, 9)] == ["UNTIL", "NUM", "MONTH", "END", "END"]
    assert cursor.sees("NUM", "MONTH", "END")
    assert cursor.sees(frozenset({"NUM", "ORD"}), frozenset({"MONTH"}))
    assert not cursor.sees("NUM", "NUM")
    assert not cursor.sees("MONTH")
    assert at("1 квартал").sees_unit("half", "quarter", ahead=1)
    assert cursor.words_ahead() == "15 мая"
    assert cursor.at == 1


def test_taking_moves_over_what_is_wanted() -> None:
    """A token of another kind stays; all of some kinds are skipped."""
    cursor = at("до , , 15 мая")
    assert cursor.take("FROM") is None
    assert cursor.take("FROM", "UNTIL") is cursor.tokens[0]
    cursor.skip("COMMA")
    assert (cursor.at, cursor.next().value) == (3, 15)
    assert cursor.rest(0) == "до , , 15"
    assert cursor.rest(4) == ""


@given(st.lists(st.sampled_from([",", "и", "но", "май", "5"]), max_size=30), st.data())
def test_commas_are_passed_from_any_of_them(words: list[str], data: st.DataObject) -> None:
    """However often it is asked, from wherever in a run, the answer is how far the run still reaches."""
    cursor = at(" ".join(words))
    commas = [n for n, token in enumerate(cursor.tokens) if token.kind in {"COMMA", "AND", "BUT"}]
    for place in data.draw(st.permutations(commas)):
        cursor.at = place
        ahead = cursor.after_commas()
        assert all(cursor.peek(n).kind in {"COMMA", "AND", "BUT"} for n in range(ahead))
        assert cursor.peek(ahead).kind not in {"COMMA", "AND", "BUT"}


@pytest.mark.parametrize(("text", "apart"), [("5 / 6", True), ("5/6", False), ("5 /6", False), ("5 /", True)])
def test_what_stands_apart(text: str, apart: bool) -> None:
    """A sign with space on both sides, or at the end."""
    assert at(text, 1).stands_apart() == apart


def test_errors_point_at_the_word() -> None:
    """At the next one, at another, or at the last letter where the text breaks off; a slip is offered its cure."""
    cursor = at("до 5 мартя ", 2)
    error = cursor.unknown()
    assert (error.start, error.end, error.suggestion) == (5, 10, "до 5 марта ")
    assert (cursor.fail(Message("m"), cursor.tokens[0]).start, cursor.fail(Message("m")).end) == (0, 10)
    broken = at("до 5 ", 2).unknown()
    assert (broken.message, broken.start, broken.end) == ("the wording breaks off here", 3, 4)
    assert at("\u2603").unknown().message == "“☃” is not understood here"


@pytest.mark.parametrize(
    ("word", "near"),
    [("мартя", "марта"), ("Ноябрь", "ноябрь"), ("квартл", "квартал"), ("мая", None), ("отчет", None)],
)
def test_the_nearest_word(word: str, near: str | None) -> None:
    """Within one letter; words of three letters are like too many others."""
    assert nearest_word(word) == near


@pytest.mark.parametrize(("word", "like"), [("сентебрь", True), ("октяпь", True), ("доклад", False), ("мая", False)])
def test_what_is_like_a_date(word: str, like: bool) -> None:
    """Within two letters of a long word of the calendar; the words themselves are of another kind."""
    (token,) = tokens(word)
    assert is_like_a_date_word(token) == like


def test_the_end_is_of_a_kind() -> None:
    """Looking past the end is looking at a token like any other, that no word is."""
    assert END.kind in KINDS
    assert all(token.kind != "END" for token in tokens("до 15 мая end"))


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("до 30 ноябра 2026", "до 30 ноября 2026"),
        ("в сентябра", "в сентябре"),
        ("ноябр 2026", "ноябрь 2026"),
        ("в течнии года", "в течение года"),
        ("до конца учебново года", "до конца учебного года"),
    ],
)
def test_a_mistyped_word_is_offered_in_its_form(text: str, meant: str) -> None:
    """What is offered can be printed as it is."""
    with pytest.raises(DeadlineError) as caught:
        parse(text)
    assert caught.value.suggestion == meant
