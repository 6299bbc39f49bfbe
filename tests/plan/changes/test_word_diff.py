"""Proves that words are told apart whole, and that the pieces make both texts again."""

from __future__ import annotations

import re
from itertools import chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.plan.changes.word_diff import Piece, word_diff
from tests.work import lines_run

K, D, I = "kept", "deleted", "inserted"  # noqa: E741

CASES = [
    (
        "до 20 апреля 2023 года",
        "до 15 мая 2023 года",
        [(K, "до "), (D, "20 апреля 2023"), (I, "15 мая 2023"), (K, " года")],
    ),
    ("май 2022", "май 2022 г.", [(K, "май 2022"), (I, " г.")]),
    ("Издать приказ", "Издать новый приказ", [(K, "Издать"), (I, " новый"), (K, " приказ")]),
    ("Утвердить план.", "Утвердить план", [(K, "Утвердить план"), (D, ".")]),
    ("26,25 тыс. руб.", "26,29 тыс. руб.", [(D, "26,25"), (I, "26,29"), (K, " тыс. руб.")]),
    ("на 2021-2024 годы", "на 2021–2025 годы", [(K, "на "), (D, "2021-2024"), (I, "2021–2025"), (K, " годы")]),
    ("дом и сад", "двор и луг", [(D, "дом и сад"), (I, "двор и луг")]),
    ("школы и сады", "школы района и все сады", [(K, "школы"), (I, " района"), (K, " и"), (I, " все"), (K, " сады")]),
    ("И.И. Иванов", "П.И. Иванов", [(D, "И.И."), (I, "П.И."), (K, " Иванов")]),
    ("", "май", [(I, "май")]),
    ("май", "", [(D, "май")]),
    ("раз\nдва", "раз два", [(K, "раз"), (D, "\n"), (I, " "), (K, "два")]),
    ("№ 01-07/93", "№ 01-07/94", [(D, "№ 01-07/93"), (I, "№ 01-07/94")]),
]


@pytest.mark.parametrize(("old", "new", "pieces"), CASES)
def test_words_are_told_apart(old: str, new: str, pieces: list[tuple[str, str]]) -> None:
    """Each change is as small as whole words allow."""
    assert [(one.kind, one.text) for one in word_diff(old, new)] == pieces


@pytest.mark.parametrize(
    "word",
    [
        "20.10.2022",
        "20 октября 2022",
        "26,25",
        "1 000 000,5",
        "25 %",
        "№ 7-р",
        "т. д.",
        "г.",
        "И.О.",
        "2.3¹",
        "1-й",
        "273-ФЗ",
        "и/или",
        "2021 – 2024",
        "10:30",
        "информационно-методический",
        "мой\u0306",
        "при\u00adказ",
        "m@example.ru",
    ],
)
def test_what_belongs_together_is_one_word(word: str) -> None:
    """Numbers with their units, dates and abbreviations are never cut."""
    found = word_diff(f"до {word} и", "до и")
    assert [one.text.strip() for one in found if one.kind == "deleted"] == [word]


def test_the_same_text_is_kept() -> None:
    """Nothing is told of it but itself; of nothing nothing."""
    assert word_diff("май", "май") == (Piece("kept", "май"),)
    assert word_diff("", "") == ()


TEXTS = st.lists(
    st.sampled_from(
        [*"абв., –\n\u00a0«»", "школы", "20 мая", "2022", "г.", "и", "при\u00adказ", "И.О.", " ", "  ", "1 000", "%"]
    )
    | st.text(max_size=4),
    max_size=30,
).map("".join)


@given(TEXTS, TEXTS)
def test_pieces_make_both_texts(old: str, new: str) -> None:
    """Exactly, sign by sign; two of a kind never follow one another, and no word is cut."""
    pieces = word_diff(old, new)
    assert "".join(one.text for one in pieces if one.kind != "inserted") == old
    assert "".join(one.text for one in pieces if one.kind != "deleted") == new
    assert all(one.text for one in pieces)
    assert all(one.kind != other.kind for one, other in pairwise(pieces))
    for kind, text in (("inserted", old), ("deleted", new)):
        cuts, at = set(), 0
        for one in pieces:
            if one.kind != kind:
                cuts.add(at)
                at += len(one.text)
        inside = (range(word.start() + 1, word.end()) for word in re.finditer(r"[^\W_]+", text))
        assert not cuts & {*chain.from_iterable(inside)}


def test_very_long_texts_are_little_work() -> None:
    """Texts made to be hard, and of many thousand words, are no work without end."""

    def work(count: int) -> int:
        return lines_run(lambda: word_diff("а б " * count + "в", "г " + "б а " * count))

    assert work(480) < 5_000_000
    assert work(20_000) < 7 * work(4_000)
