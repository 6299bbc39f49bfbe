"""Proves that calendar.ics is read by other programs, remembers its events, and depends on the data alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.compiler import Compilation
from roadmapc.documents.ics import files, folded
from roadmapc.documents.output import OutputContext
from roadmapc.plan import Plan

Compile = Callable[[str], Compilation]
NAMES = ("choysky", "leningradsky", "lmr-sk", "mosalsky", "tsuntinsky", "verkhnyaya-pyshma")

TEXT = """\
roadmapc: 1
municipality: {name: "Район; «Восток», №\xa01"}
document: {kind: дорожная карта, title: Карта, period: 2021-2024}
order: {subject: О карте, date: 20.10.2021, number: 1, items: [Раз], signature: {position: Н, name: И}}
sections:
  - title: Раздел
    activities:
      - activity: |
          Провести мониторинг 😀, анализ; справку:
          - раз
          - два
        deadline: ежегодно до 31 декабря
        owners: [методист, директор]
        result: Справка
      - {activity: Раз, deadline: до 1 марта 2022 г., owners: методист, result: Справка}
      - {activity: Без даты, deadline: по графику УО, owners: методист, result: Справка}
"""


def unused(*_: object) -> Any:
    """Stand in for what makes Word documents: a calendar needs none."""
    raise AssertionError


def calendar_of(plan: Plan | None) -> bytes:
    """Return the calendar of a plan."""
    assert plan is not None
    (file,) = files(plan, OutputContext(unused, {}))
    assert file.name == "calendar.ics"
    return file.data


def events(data: bytes) -> list[Any]:
    """Return the events of a calendar."""
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


@pytest.fixture
def plan(compile_text: Compile) -> Plan:
    """Return a plan whose texts hold every sign that the format escapes."""
    found = compile_text(TEXT).plan
    assert found is not None
    return found


@pytest.mark.parametrize("name", NAMES)
def test_two_other_programs_read_it(built: Path, name: str) -> None:
    """Two independent readers take the calendar of a real roadmap and find the same events in it."""
    data = (built / name / "calendar.ics").read_bytes()
    other = vobject.readOne(data.decode())
    assert other.validate(raiseException=True)
    first = [(str(event["uid"]), event["dtstart"].dt, str(event["summary"])) for event in events(data)]
    second = [(event.uid.value, event.dtstart.value, event.summary.value) for event in other.vevent_list]
    assert first == second
    assert len(first) >= 5


@pytest.mark.parametrize("name", NAMES)
def test_its_form(built: Path, name: str) -> None:
    """Lines end with CRLF, hold at most 75 bytes and break between characters; each id is given once."""
    data = (built / name / "calendar.ics").read_bytes()
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert b"\n" not in b"".join(lines)
    assert max(map(len, lines)) <= 75
    assert all(line.decode() for line in lines[:-1])
    ids = [str(event["uid"]) for event in events(data)]
    assert len(set(ids)) == len(ids)


def test_one_event_an_occurrence(plan: Plan) -> None:
    """Each occurrence is one all-day event on the day to act; a row without dates has none."""
    found = [(event["dtstart"].dt, event["dtend"].dt) for event in events(calendar_of(plan))]
    days = [date(2021, 12, 30), date(2022, 12, 30), date(2023, 12, 29), date(2024, 12, 28), date(2022, 3, 1)]
    assert found == [(day, day + timedelta(days=1)) for day in days]
    assert all(type(start) is date for start, _ in found)


def test_an_event_says_what_is_due(plan: Plan) -> None:
    """An event carries number and name, the whole text, the due day, the words, the owners and the result."""
    event = events(calendar_of(plan))[0]
    assert str(event["summary"]) == "1.1. Провести мониторинг 😀, анализ; справку"
    description = str(event["description"])
    for words in (
        "- раз\n- два",
        "31.12.2021 (пт)",
        "ежегодно до 31 декабря",
        "методист; директор",
        "Справка",
        "№ 1",
    ):
        assert words in description
    assert str(event["transp"]) == "TRANSPARENT"


def test_an_alarm_a_week_before(plan: Plan) -> None:
    """Each event has one alarm, a week before its day."""
    for event in events(calendar_of(plan)):
        (alarm,) = event.walk("VALARM")
        assert alarm["trigger"].dt == timedelta(days=-7)
        assert str(alarm["action"]) == "DISPLAY"
        assert str(alarm["description"])


def test_stamps_come_from_the_data(compile_text: Compile, plan: Plan) -> None:
    """The stamp is the order's date, or the first day of the period: the clock is not asked."""
    stamps = {event["dtstamp"].dt for event in events(calendar_of(plan))}
    assert stamps == {datetime(2021, 10, 20, tzinfo=UTC)}
    unsigned = compile_text(TEXT.replace("date: 20.10.2021, ", "")).plan
    assert {event["dtstamp"].dt for event in events(calendar_of(unsigned))} == {datetime(2021, 1, 1, tzinfo=UTC)}
    assert calendar_of(plan) == calendar_of(compile_text(TEXT).plan)


def test_ids_outlive_edits(compile_text: Compile, plan: Plan) -> None:
    """Renumbered, moved, with other owners, result and order, a row's events keep their ids."""
    before = {str(event["uid"]) for event in events(calendar_of(plan))}
    new = "      - {activity: Новое, deadline: до 1 мая 2022 г., owners: методист, result: Акт}\n"
    text = TEXT.replace("    activities:\n", f"    activities:\n{new}").replace("[методист, директор]", "методист")
    text = text.replace("result: Справка", "result: Отчёт").replace("number: 1,", "number: 2,")
    after = {str(event["uid"]) for event in events(calendar_of(compile_text(text).plan))}
    assert before < after
    assert len(after - before) == 1


def test_an_id_of_the_author_outlives_new_words(compile_text: Compile) -> None:
    """With an id of the author's own, even other words leave the events' ids as they were."""
    first = TEXT.replace("activity: Раз,", "id: once, activity: Раз,")
    second = TEXT.replace("activity: Раз,", "id: once, activity: Совсем другое,")
    ids = [[str(event["uid"]) for event in events(calendar_of(compile_text(text).plan))] for text in (first, second)]
    assert ids[0] == ids[1]


def test_two_roadmaps_share_no_event(compile_text: Compile, plan: Plan) -> None:
    """The same rows in a roadmap of another id are other events."""
    other = calendar_of(compile_text(TEXT + "id: other\n").plan)
    ids = [{str(event["uid"]) for event in events(data)} for data in (calendar_of(plan), other)]
    assert not ids[0] & ids[1]


@pytest.mark.parametrize("name", NAMES)
def test_icalendar_would_write_the_same(built: Path, name: str) -> None:
    """What is read from the calendar of a real roadmap, icalendar itself writes as the same bytes."""
    data = (built / name / "calendar.ics").read_bytes()
    assert icalendar.Calendar.from_ical(data).to_ical() == data


@given(st.text(st.sampled_from("aя😀№\\^;, \n"), max_size=400))
def test_any_text_is_folded_as_icalendar_folds_it(text: str) -> None:
    """Lines of any signs, escaped ones and signs of several bytes at their ends, are cut where icalendar cuts them."""
    line = icalendar.Event().content_line("DESCRIPTION", icalendar.vText(text))
    assert folded(line) == line.to_ical()


def test_every_length_is_folded_as_icalendar_folds_it() -> None:
    """No line is a byte too long or too short, whatever stands at its end."""
    for sign, last in product("aя😀\\^", repeat=2):
        for count in range(160):
            line = icalendar.parser.Contentline(sign * count + last + "ab" * 40)
            assert folded(line) == line.to_ical()
