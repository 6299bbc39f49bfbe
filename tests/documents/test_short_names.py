"""Proves that what comes again is named by first words that tell it from all else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.documents._short_names import ShortNames, distinct_words, first_words
from tests.plans import plan_of_rows


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Провести совет", "Провести совет"),
        ("Провести совет.", "Провести совет."),
        ("Провести заседание совета по качеству", "Провести заседание …"),
        ("Провести совет:\n- о качестве;\n- о кадрах", "Провести совет …"),
        ("Провести совет «Кадры и качество образования»", "Провести совет «Кадры …»"),
        ("Провести совет (в том числе о кадрах)", "Провести совет …"),
        ('Провести школьный "Совет о кадрах"', 'Провести школьный "Совет …"'),
        ("Слововсемдлинноеиничегокроме", "Слововсемдлинноеиничегок …"),
    ],
)
def test_first_words(text: str, words: str) -> None:
    """They end with a word that means something, quotes and brackets closed; a short text stays as it is."""
    assert first_words(text, 24).replace("\u00a0", " ") == words


def test_owners_are_told_apart() -> None:
    """As many words as no other owner begins with; a name that would save little stays whole."""
    owners = (
        "ведущий специалист по методической и аналитической работе",
        "ведущий специалист по оценке качества образования",
        "ведущий специалист по оценке условий образования",
        "Методист",
        'МКУ "Центр по обеспечению деятельности отдела образования"',
    )
    assert [one.replace("\u00a0", " ") for one in distinct_words(owners)] == [
        "ведущий специалист по методической …",
        "ведущий специалист по оценке качества …",
        "ведущий специалист по оценке условий …",
        "Методист",
        'МКУ "Центр по обеспечению …"',
    ]


@given(st.lists(st.text("аб в", min_size=1).map(str.strip).filter(bool), unique_by=str.casefold))
def test_short_owners_stay_different(texts: list[str]) -> None:
    """However alike they are, no two are written in one way."""
    names = list(distinct_words(texts))
    assert len(set(names)) == len(names) == len(texts)


def test_activities_that_begin_alike_stay_whole() -> None:
    """Without numbers of their own they could not be told apart."""
    long = "Проведение заседаний методических объединений учителей начальных классов"
    text = f"""\
      - {{activity: {long} в школах, deadline: май 2022}}
      - {{activity: {long} в центре, deadline: май 2022}}
      - {{activity: "Анализ и оценка того, что сделано за год по всем направлениям плана", deadline: май 2022}}
"""
    rows = tuple(plan_of_rows(text, more="table: {numbering: printed}\n").dated_rows)
    names = ShortNames(rows)
    assert [names.activity(row) for row in rows] == [row.text for row in rows]
    assert [names.activity(row) for row in rows[:2]] == [row.text for row in rows[:2]]
    assert not names.shortened
    assert names.activity(rows[2]).startswith("Анализ и оценка того")
    assert names.activity(rows[2]) != rows[2].text
    assert names.shortened


def test_a_part_of_a_sentence_is_told_with_what_leads_it_in() -> None:
    """Where that is long, it is so first; then by its own first words, which tell it from the other parts."""
    text = '      - {{activity: "{lead}:", activities: [{{activity: опрос школ, deadline: май 2022}}]}}\n'
    long = "Провести в общеобразовательных и дошкольных учреждениях района"
    for lead, then in (("Провести", "Провести: опрос школ"), (long, "опрос школ")):
        _, row = plan_of_rows(text.format(lead=lead)).dated_rows
        names = ShortNames([row])
        assert [names.activity(row) for _ in range(2)] == [f"{lead}: опрос школ", then]
