"""Proves that a mark in the cells of a line is the same mark when it is read back from them."""

from __future__ import annotations

import string
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.plan.control.columns import MARK_KEYS
from roadmapc.plan.control.mark_cells import day_text, mark_cells
from roadmapc.plan.control.mark_values import CellFault, value_of
from roadmapc.source.model.marks import ExecutionMark

LETTERS = string.ascii_letters + "абвгдежзиклмнопрстуфхцчшщъыьэюяё" + "0123456789 =+-@«»\"'.,;/&<>"


def _is_said(text: str) -> bool:
    return bool(text) and text == " ".join(text.split()) and " от " not in text and "://" not in text


words = st.text(LETTERS, min_size=1, max_size=30).map(lambda text: " ".join(text.split())).filter(_is_said)
texts = st.lists(words, min_size=1, max_size=3).map("\n".join)
days = st.dates(date(2001, 1, 1), date(2099, 12, 31)).map(day_text)
numbers = st.from_regex(r"[0-9]{1,2}-[0-9]{2}/[0-9]{1,3}", fullmatch=True)
links = st.from_regex(r"https://[a-z]{1,8}\.ru/[a-z0-9]{0,8}", fullmatch=True)
kinds = st.sampled_from(["приказ", "справка", "аналитическая справка", "протокол совещания"])


def records(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Return records that have some of the fields, those named «with…» always."""
    return st.fixed_dictionaries(fields)


def documents() -> st.SearchStrategy[dict[str, Any]]:
    """Return documents, each with its kind."""
    return st.fixed_dictionaries({"kind": kinds}, optional={"date": days, "number": numbers, "link": links})


acts = {"act": kinds, "date": days}
marks: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {},
    optional={
        "done": days,
        "result": texts,
        "documents": st.lists(documents(), min_size=1, max_size=3),
        "reason": texts,
        "measures": texts,
        "by": words,
        "reported": days,
        "said": st.sampled_from(["частично", "риск"]),
        "organisations": st.fixed_dictionaries(
            {"done": st.integers(0, 99), "of": st.integers(0, 99)},
            optional={"missing": st.lists(words, min_size=1, max_size=3)},
        ),
        "progress": st.lists(
            st.fixed_dictionaries(
                {"from": days, "until": days, "text": texts},
                optional={"documents": st.lists(documents(), min_size=1, max_size=2)},
            ),
            min_size=1,
            max_size=2,
        ),
        "moved": st.lists(
            st.fixed_dictionaries({"to": days, **acts}, optional={"number": numbers, "reason": texts}),
            min_size=1,
            max_size=2,
        ),
        "removed": st.fixed_dictionaries({"date": days, "by": words, "ground": texts}),
        "excluded": st.fixed_dictionaries(acts, optional={"number": numbers}),
    },
)


def mark_of(values: dict[str, Any]) -> ExecutionMark:
    """Return a mark of values as a file has them: numbers are texts there."""
    plain = dict(values.items())
    if "organisations" in plain:
        plain["organisations"] = {
            key: str(value) if isinstance(value, int) else value for key, value in plain["organisations"].items()
        }
    return ExecutionMark.model_validate({"at": "1", **plain})


@given(marks)
def test_a_mark_comes_back_as_it_was(values: dict[str, Any]) -> None:
    """Every key of it, with all its documents, moves and intervals."""
    cells = mark_cells(mark_of(values))
    assert {key: value for key in MARK_KEYS if (value := value_of(key, cells)) is not None} == values


@given(marks)
def test_what_stays_of_a_list_stays_as_it_was_written(values: dict[str, Any]) -> None:
    """A line that nobody touched is taken from the mark, whatever it could mean as words."""
    odd = {"kind": "акт от 01.02.2023 № 4", "number": "№ 7"}
    mark = mark_of({**values, "documents": [{"kind": "приказ"}, odd]})
    cells = mark_cells(mark) | {"document-kind": "протокол"}
    assert value_of("documents", cells, mark) == [{"kind": "протокол"}, odd]


@pytest.mark.parametrize(
    ("key", "text", "why"),
    [
        ("done", "вчера", "not a date"),
        ("done", "31.02.2023", "not a date"),
        ("reported", "05/12/2023", "not a date"),
        ("said", "исполнено", "a person may not say so"),
        ("organisations", "почти все", "not a count"),
        ("progress", "Проведены занятия", "no time of which it is told"),
        ("progress", "01.01.2023 – 30.06.2023:", "no time of which it is told"),
        ("moved", "на осень: приказ от 20.05.2023", "not a move"),
        ("moved", "на 01.10.2023: приказ", "no act with its date"),
        ("moved", "на 32.10.2023: приказ от 20.05.2023", "not a date"),
        ("removed", "12.05.2023 начальник", "no decision"),
        ("excluded", "приказ № 3", "no act with its date"),
    ],
)
def test_what_says_no_mark_is_told(key: str, text: str, why: str) -> None:
    """Nothing is taken for something like it; the hint shows how to write it."""
    with pytest.raises(CellFault, match=why) as fault:
        value_of(key, {key: text})
    assert fault.value.name == key


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("приказ от 12.05.2023 № 01-05/44", {"kind": "приказ", "date": "12.05.2023", "number": "01-05/44"}),
        ("приказ от 1.5.2023 г. №44", {"kind": "приказ", "date": "01.05.2023", "number": "44"}),
        ("фото https://a.ru/1", {"kind": "фото", "link": "https://a.ru/1"}),
        ("№ 5", {"number": "5"}),
        ("от 12.05.2023", {"date": "12.05.2023"}),
        ("отчет", {"kind": "отчет"}),
    ],
)
def test_documents_as_people_write_them(line: str, meant: dict[str, str]) -> None:
    """Kind, date, number and link are told apart."""
    assert value_of("documents", {"document-kind": "план", "documents": f"\n{line}\n"}) == [{"kind": "план"}, meant]
