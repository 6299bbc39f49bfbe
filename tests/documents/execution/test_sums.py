"""Proves the figures of reports by other code: marks counted anew from YAML, with days that stand here by hand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from roadmapc.documents.execution._sums import CountView, SumsView, sums_view
from tests.reports import DATA, of_rows, report, tsuntinsky

TERMS = {
    "1.1": "30.09.2022",
    "1.2": "30.04.2023",
    "1.3": "31.05.2023",
    "2.1": "31.10.2022",
    "2.2": "30.04.2023",
    "2.3": "31.05.2023",
    "2.4": "30.06.2023",
    "2.5": "31.08.2023",
    "3.1": "31.01.2023",
    "3.2.1": "",
    "3.2.2": "",
    "3.2.3": "",
    "3.3": "30.11.2022",
    "3.4": "05.12.2022",
    "4": "20.04.2023",
    "5": "31.05.2023",
}
"""The last day of each row of the real plan, read by a person; of continuous work none."""
END = date(2023, 8, 31)
Row = Mapping[str, Any]


def day(text: object) -> date:
    """Return a day of marks."""
    number, month, year = map(int, str(text).split("."))
    return date(year, month, number)


def counted(terms: Mapping[str, str], marks: Mapping[str, Row], first: date, last: date, as_of: date) -> Counter[str]:
    """Count rows, each in one class: done, late, partly, missed, or why it is outside."""
    return Counter(_class_of(text, marks.get(row, {}), first, min(last, as_of), as_of) for row, text in terms.items())


def _class_of(text: str, mark: Row, first: date, last: date, as_of: date) -> str:
    if "removed" in mark and day(mark["removed"]["date"]) <= as_of and not _done(mark, as_of):
        return "removed"
    if not text:
        return _class_of_continuous(mark, first, last, as_of)
    term = printed = day(text)
    move = mark.get("moved")
    if move and day(move["date"]) <= min(as_of, term):
        term = day(move["to"])
    done = _done(mark, as_of)
    if done:
        if term > last:
            return "early"
        if max(term, done) < first:
            return "earlier"
        return "done" if done <= term else "late"
    is_said = mark.get("said") == "частично" and ("reported" not in mark or day(mark["reported"]) <= as_of)
    if term > last or term == as_of:
        return "moved" if term != printed and printed <= last else "ahead"
    return "partly" if is_said else "missed"


def _class_of_continuous(mark: Row, first: date, last: date, as_of: date) -> str:
    progress = mark.get("progress", [])
    spans = [(day(p["from"]), day(p["until"])) for p in ([progress] if isinstance(progress, dict) else progress)]
    if last >= END and as_of > END:
        return "done" if any(until >= END for _since, until in spans) else "missed"
    return "done" if any(since <= last and until >= first for since, until in spans) else "goes on"


def _done(mark: Row, as_of: date) -> date | None:
    found = day(mark["done"]) if "done" in mark else None
    return found if found and found <= as_of else None


def _told(whole: CountView) -> dict[str, int]:
    return {"done": whole.in_time, "late": whole.late, "partly": whole.partly, "missed": whole.missed}


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("I квартал 2023", date(2023, 1, 1), date(2023, 3, 31)),
        ("I полугодие 2023", date(2023, 1, 1), date(2023, 6, 30)),
        ("2022/2023 учебный год", date(2022, 9, 1), date(2023, 8, 31)),
        ("2022 год", date(2022, 1, 1), date(2022, 12, 31)),
    ],
)
def test_the_year_of_marks(period: str, first: date, last: date) -> None:
    """Each period on its last day and the day after, and half a month later."""
    content = YAML(typ="base").load((DATA / "tsuntinsky.marks.yaml").read_text("utf-8"))
    marks = {mark["at"]: mark for mark in content["marks"]}
    for as_of in (last, last + timedelta(1), last + timedelta(15)):
        found = sums_view(report(tsuntinsky(), as_of, period))
        expected = counted(TERMS, marks, first, last, as_of)
        assert _told(found.whole) == {name: expected[name] for name in ("done", "late", "partly", "missed")}, as_of
        assert (found.whole.rows, found.whole.outside) == (16, 16 - found.whole.due)
        _adds_up(found)
        assert _words(found) == {
            "снято с контроля": expected["removed"],
            "исполнено до отчетного периода": expected["earlier"],
            "исполнено досрочно": expected["early"],
            "срок перенесен": expected["moved"],
            "выполняются постоянно, сведения не представлены": expected["goes on"],
            "не наступил": expected["ahead"],
        }


def _words(found: SumsView) -> dict[str, int]:
    """Return what the sentences say of those outside the shares."""
    text = " ".join(found.sentences).replace("\u00a0", " ")
    names = (
        *("снято с контроля", "исполнено до отчетного периода", "исполнено досрочно", "срок перенесен"),
        "выполняются постоянно, сведения не представлены",
    )
    told = {name: int(at[1]) if (at := re.search(rf"{name} – (\d+)", text)) else 0 for name in names}
    ahead = re.search(r"Срок (\d+) меропр\w+(?: в отчетном периоде)? не наступил", text)
    return {**told, "не наступил": int(ahead[1]) if ahead else 0}


def _adds_up(found: SumsView) -> None:
    """Sections make the whole; classes make what is due; shares make 100 %."""
    for name in ("rows", "due", "in_time", "late", "partly", "missed", "outside"):
        assert sum(getattr(one, name) for one in found.sections) == getattr(found.whole, name)
    for one in (found.whole, *found.sections, *found.owners):
        assert one.due == one.in_time + one.late + one.partly + one.missed
        assert one.rows == one.due + one.outside
        assert (one.share == "х") == (one.due == 0)
    tenths = [int(share.replace(",", "").rstrip("\u00a0%")) for share in found.shares]
    assert sum(tenths) == (1000 if found.whole.due else 0)


def _text(value: date) -> str:
    return f"{value:%d.%m.%Y}"


DAYS = st.dates(date(2022, 2, 1), date(2022, 11, 30))


@st.composite
def marked(draw: st.DrawFn) -> tuple[dict[str, str], dict[str, dict[str, Any]]]:
    """Return the days of some rows and what is marked of them, whatever may be said together."""
    terms: dict[str, str] = {}
    marks: dict[str, dict[str, Any]] = {}
    for n in range(1, draw(st.integers(1, 12)) + 1):
        term = draw(DAYS)
        terms[f"1.{n}"] = _text(term)
        mark: dict[str, Any] = {}
        kind = draw(st.sampled_from(("", "done", "said", "moved", "moved and done", "removed")))
        if "moved" in kind:
            decided = draw(DAYS)
            mark["moved"] = {"to": _text(term + timedelta(draw(st.integers(1, 90)))), "act": "приказ"}
            mark["moved"]["date"] = _text(decided)
        if "done" in kind:
            mark["done"] = _text(draw(DAYS))
        if kind == "said":
            mark |= {"said": "частично", "reported": _text(min(term, draw(DAYS)))}
        if kind == "removed":
            mark["removed"] = {"date": _text(draw(DAYS)), "by": "начальник", "ground": "Проведено"}
        if mark:
            marks[f"1.{n}"] = mark
    return terms, marks


@given(marked(), st.dates(date(2022, 1, 1), date(2022, 12, 31)), st.sampled_from((1, 2, 3, 4)))
@settings(max_examples=60)
def test_marks_made_by_chance(
    made: tuple[dict[str, str], dict[str, dict[str, Any]]], as_of: date, quarter: int
) -> None:
    """Whatever is marked, both counters say the same, and the figures add up."""
    terms, marks = made
    rows = "".join(
        f"      - {{activity: Дело {row}, deadline: '{text}', owners: методист}}\n" for row, text in terms.items()
    )
    text = "marks:\n" + "".join(f"  - {{at: '{row}', {_flow(mark)[1:]}\n" for row, mark in marks.items())
    first = date(2022, quarter * 3 - 2, 1)
    last = date(2022 + quarter // 4, quarter * 3 % 12 + 1, 1) - timedelta(1)
    words = f"{('I', 'II', 'III', 'IV')[quarter - 1]} квартал 2022"
    found = sums_view(report(of_rows(rows, text if marks else "marks: []\n"), as_of, words))
    expected = counted(terms, marks, first, last, as_of)
    assert _told(found.whole) == {name: expected[name] for name in ("done", "late", "partly", "missed")}
    assert found.whole.rows == len(terms)
    _adds_up(found)


def _flow(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in value.items()) + "}"
    return f"'{value}'"


def test_both_ways_of_counting() -> None:
    """The setting says which share comes first; the other is told too, each with what it is a share of."""
    rows = "".join(f"      - {{activity: Дело {n}, deadline: '1{n}.03.2022', owners: методист}}\n" for n in range(1, 5))
    marks = "marks: [{at: '1.1', done: 10.03.2022}, {at: '1.2', done: 20.03.2022}]\n"
    found = of_rows(rows, marks)
    late, strict = (sums_view(report(found, date(2022, 4, 1), late_counts=one)) for one in (True, False))
    assert (late.whole.share, strict.whole.share) == ("50,0\u00a0%", "25,0\u00a0%")
    assert late.sentences[-1].startswith("Степень исполнения\u00a0– 50,0\u00a0% (2 из 4): все исполненные, включая")
    assert "Исполнено в установленный срок\u00a0– 25,0\u00a0% (1 из 4) предусмотренных" in late.sentences[-1]
    assert strict.sentences[-1].startswith(
        "Степень исполнения\u00a0– 25,0\u00a0% (1 из 4): исполненные в установленный"
    )
    assert "С учетом исполненных с нарушением срока\u00a0– 50,0\u00a0% (2 из 4)" in strict.sentences[-1]


def test_numerals_agree() -> None:
    """«Из 1 мероприятия, срок которого», «Из 2 мероприятий, срок которых»; nothing due is said so."""
    row = "      - {{activity: Дело {0}, deadline: '1{0}.03.2022', owners: методист}}\n"
    one, two = (of_rows("".join(row.format(n) for n in range(1, last))) for last in (2, 3))
    after, before = date(2022, 4, 1), date(2022, 3, 1)
    assert (
        sums_view(report(one, after)).sentences[0].startswith("Из 1 мероприятия, срок которого наступил, исполнено 0")
    )
    assert sums_view(report(two, after)).sentences[0].startswith("Из 2 мероприятий, срок которых наступил, исполнено 0")
    assert sums_view(report(two, before)).sentences == ("Срок ни одного из 2 мероприятий на 01.03.2022 не наступил.",)
