"""Proves that what was signed keeps its number, whatever comes before it and whatever goes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.plan import Plan
from roadmapc.plan.amending.numbering import with_kept_numbers
from roadmapc.plan.changes.comparing import row_pairs
from tests.plans import plan_of

HEAD = "roadmapc: 1\nmunicipality: {name: Р}\ndocument: {kind: план, title: П, period: 2022}\nsections:\n"
WORDS = (
    *("раз весной", "два летом", "три осенью", "четыре зимой", "опрос педагогов", "сбор отчетов", "конкурс программ"),
    *("семинар школы", "анализ справок", "обучение методистов", "выпуск сборника", "встреча с родителями"),
)


def plan(**sections: list[str]) -> Plan:
    """Return a plan of sections with the rows that are named."""
    text = HEAD
    for title, rows in sections.items():
        text += f"  - title: {title}\n    activities:\n"
        text += "".join(f"      - {{activity: Дело {row}, deadline: май 2022, owners: а}}\n" for row in rows)
    return plan_of(text)


def numbers(found: Plan) -> list[str]:
    """Return numbers with the last word of their rows."""
    return [f"{row.number} {row.text.split()[-1]}" for row in found.rows]


OLD = {"Первый": ["раз", "два", "три"], "Второй": ["пять", "шесть"]}


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (OLD, ["1.1. раз", "1.2. два", "1.3. три", "2.1. пять", "2.2. шесть"]),
        (  # the number of a row that goes stays vacant
            {**OLD, "Первый": ["раз", "три"]},
            ["1.1. раз", "1.3. три", "2.1. пять", "2.2. шесть"],
        ),
        (  # what comes at the end takes the next number, what comes between others an additional index
            {**OLD, "Первый": ["раз", "семинар", "два", "три", "конкурс"]},
            ["1.1. раз", "1.1¹. семинар", "1.2. два", "1.3. три", "1.4. конкурс", "2.1. пять", "2.2. шесть"],
        ),
        (  # what moved was dropped there and is new here
            {**OLD, "Первый": ["два", "три", "раз"]},
            ["1.2. два", "1.3. три", "1.4. раз", "2.1. пять", "2.2. шесть"],
        ),
        (  # a section between others, too
            {"Первый": OLD["Первый"], "Между": ["конкурс"], "Второй": OLD["Второй"]},
            ["1.1. раз", "1.2. два", "1.3. три", "1¹.1. конкурс", "2.1. пять", "2.2. шесть"],
        ),
    ],
)
def test_numbers_are_kept(new: dict[str, list[str]], expected: list[str]) -> None:
    """By the rules of technique for amending acts: §6 of the practice."""
    assert numbers(with_kept_numbers(plan(**OLD), plan(**new))) == expected


@given(st.permutations(WORDS), st.data())
def test_a_signed_row_never_gets_another_number(words: list[str], data: st.DataObject) -> None:
    """Whatever is dropped and added around it; and no number comes twice."""
    kept, spare = words[:6], words[6:]
    old = plan(Первый=kept[:3], Второй=kept[3:])
    gone = data.draw(st.sets(st.sampled_from(kept), max_size=2))
    new = {
        "Первый": [one for one in kept[:3] if one not in gone],
        "Второй": [one for one in kept[3:] if one not in gone],
    }
    new = {title: data.draw(st.permutations(rows)) for title, rows in new.items()}
    for word in spare[: data.draw(st.integers(0, 4))]:
        rows = new[data.draw(st.sampled_from(["Первый", "Второй"]))]
        rows.insert(data.draw(st.integers(0, len(rows))), word)
    found = with_kept_numbers(old, plan(**new))
    assert len({row.number for row in found.rows}) == len(found.rows)
    signed = {row.number for row in old.rows}
    pairs = row_pairs(old, found)
    assert {pair.new.number for pair in pairs if pair.new and not pair.old} & signed == set()
    for pair in pairs:
        if pair.old and pair.new and pair.new.number in signed:
            assert pair.new.number == pair.old.number
