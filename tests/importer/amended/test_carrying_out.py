"""Proves that an order is carried out as it is written, and that one which means nothing is not carried out."""

from __future__ import annotations

import pytest

from roadmapc.importer.amended import Misread
from roadmapc.importer.amended.words import apply_words, unquoted


@pytest.mark.parametrize(
    ("text", "said", "expected"),
    [
        ("Провести опрос", "слово «опрос» заменить словом «сбор»", "Провести сбор"),
        ("до 5 мая", "цифры «5» заменить цифрами «7»", "до 7 мая"),
        ("опрос и сбор", "слова «опрос и сбор» заменить словом «семинар»", "семинар"),
        ("опрос, сбор", "слово «сбор» исключить", "опрос,"),
        ("сбор отчетов (опрос)", "слова «отчетов (опрос)» исключить", "сбор"),
        ("опрос", "дополнить словами «и сбор»", "опрос и сбор"),
        ("опрос", "дополнить словами «, сбор»", "опрос, сбор"),
        ("на совещании", "после слова «на» дополнить словом «большом»", "на большом совещании"),
        ("опрос", "изложить в следующей редакции: «сбор в „Точке роста“»", "сбор в «Точке роста»"),
    ],
)
def test_words_are_changed(text: str, said: str, expected: str) -> None:
    assert apply_words(text, said) == expected


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("сбор и сбор", "слово «сбор» заменить словом «опрос»"),  # which of them?
        ("опрос", "слово «сбор» заменить словом «опрос»"),  # there is none
        ("опрос", "слово «опрос заменить словом «сбор»"),  # where does the quotation end?
        ("опрос", "слово опрос убрать"),
        ("на на", "после слова «на» дополнить словом «них»"),
    ],
)
def test_what_means_nothing_is_not_carried_out(text: str, said: str) -> None:
    with pytest.raises(Misread):
        apply_words(text, said)


def test_a_quotation_is_whole() -> None:
    assert unquoted("«а „б“ в»") == "а «б» в"
    with pytest.raises(Misread):
        unquoted("«а")
