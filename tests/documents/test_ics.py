"""Proves that calendar.ics is read by other programs, remembers its events, and depends on the data alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from pathlib import Path
from typing import Any

import icalendar
import pytest
import recurring_ical_events
import vobject
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.compiler import Compilation
from roadmapc.documents.ics import escaped, files, folded
from roadmapc.documents.output import File, OutputContext
from roadmapc.plan import Plan
from roadmapc.workspace import loading
from tests.plans import plan_of_rows

Compile = Callable[[str], Compilation]
PATH = r"C:\New\nine"
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
    file, *_ = files(plan, OutputContext(unused, {}))
    assert file.name == "calendar.ics"
    return file.data


def calendars(plan: Plan | None) -> list[File]:
    """Return all calendars of a plan."""
    assert plan is not None
    return list(files(plan, OutputContext(unused, {})))


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
    for path in (built / name).glob("calendar-*.ics"):
        assert vobject.readOne(path.read_text("utf-8")).validate(raiseException=True)
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
    """Each occurrence is one all-day event on its day, a day off too; a row without dates has none."""
    found = [(event["dtstart"].dt, event["dtend"].dt) for event in events(calendar_of(plan))]
    days = [*(date(year, 12, 31) for year in (2021, 2022, 2023, 2024)), date(2022, 3, 1)]
    assert found == [(day, day + timedelta(days=1)) for day in days]
    assert all(type(start) is date for start, _ in found)
    (day_off,) = (event for event in events(calendar_of(plan)) if event["dtstart"].dt == date(2022, 12, 31))
    assert "Исполнить не позднее 30.12.2022 (пт)" in str(day_off["description"])


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
    """Each event has one alarm, in the morning of a working day, a week or more before the day to act."""
    for event in events(calendar_of(plan)):
        (alarm,) = event.walk("VALARM")
        when = datetime.combine(event["dtstart"].dt, time()) + alarm["trigger"].dt
        assert when.hour == 9
        assert plan.calendar.is_working(when.date())
        assert timedelta(days=7) <= event["dtstart"].dt - when.date() <= timedelta(days=12)
        assert str(alarm["action"]) == "DISPLAY"
        assert str(alarm["description"])


WINDOW = "      - {activity: Окно, deadline: май 2022, owners: завуч, result: Акт}\n"


def test_a_window_is_a_span(compile_text: Compile) -> None:
    """A window lasts from its first day to its last, and the alarm is counted from its end."""
    found = events(calendar_of(compile_text(TEXT.replace("    activities:\n", f"    activities:\n{WINDOW}")).plan))
    (window,) = (event for event in found if event["summary"].endswith("Окно"))
    assert (window["dtstart"].dt, window["dtend"].dt) == (date(2022, 5, 1), date(2022, 6, 1))
    (alarm,) = window.walk("VALARM")
    assert alarm["trigger"].params["RELATED"] == "END"
    assert datetime.combine(window["dtend"].dt, time()) + alarm["trigger"].dt == datetime(2022, 5, 24, 9)


def test_stamps_come_from_the_data(compile_text: Compile, plan: Plan) -> None:
    """The stamp is the order's date, or the first day of the period: the clock is not asked."""
    stamps = {(event["dtstamp"].dt, event["last-modified"].dt) for event in events(calendar_of(plan))}
    assert stamps == {(datetime(2021, 10, 20, tzinfo=UTC),) * 2}
    unsigned = events(calendar_of(compile_text(TEXT.replace("date: 20.10.2021, ", "")).plan))
    assert {event["dtstamp"].dt for event in unsigned} == {datetime(2021, 1, 1, tzinfo=UTC)}
    assert not any("last-modified" in event for event in unsigned)
    assert {event["sequence"] for event in unsigned} == {0}
    assert calendar_of(plan) == calendar_of(compile_text(TEXT).plan)


def test_amendments_number_the_revisions(compile_text: Compile, plan: Plan) -> None:
    """Events keep their ids; SEQUENCE is how many acts have amended the document, the stamp the last one's date."""
    acts = "amendments:\n  - {kind: приказ, date: 01.02.2022, title: О сроках}\n  - {kind: приказ, date: 11.01.2022}\n"
    text = TEXT.replace("до 1 марта 2022 г.", "до 10 марта 2022 г.") + acts
    before, after = (events(calendar_of(one)) for one in (plan, compile_text(text).plan))
    assert [event["uid"] for event in before] == [event["uid"] for event in after]
    assert {event["sequence"] for event in before} == {0}
    assert {event["sequence"] for event in after} == {2}
    assert {event["last-modified"].dt for event in after} == {datetime(2022, 2, 1, tzinfo=UTC)}
    assert {event["dtstamp"].dt for event in after} == {datetime(2022, 2, 1, tzinfo=UTC)}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("period: 2021-2024", "period: 2021-2025"),
        ("name: Район", "name: Город"),
        ('name: "Район; «Восток», №\xa01"', "name: Район, region: Край"),
    ],
)
def test_another_plan_has_other_events(compile_text: Compile, plan: Plan, old: str, new: str) -> None:
    """Another municipality, region or period: no event of the one stands for one of the other."""
    text = TEXT.replace('"Район; «Восток», №\xa01"', "Район") if old == "name: Район" else TEXT
    assert old in text
    first, second = (
        {str(event["uid"]) for event in events(calendar_of(compile_text(one).plan))}
        for one in (text, text.replace(old, new))
    )
    assert not first & second


def test_rows_of_one_id_have_events_of_their_own(compile_text: Compile) -> None:
    """An id that was given twice loses no event."""
    twice = WINDOW.replace("activity", "id: same, activity")
    text = TEXT.replace("    activities:\n", f"    activities:\n{twice}{twice}")
    ids = [str(event["uid"]) for event in events(calendar_of(compile_text(text).plan))]
    assert len(set(ids)) == len(ids)


def test_each_owner_has_a_calendar(plan: Plan) -> None:
    """It holds the owner's events alone, the same as in the whole; who has nothing dated has none."""
    whole, *own = files(plan, OutputContext(unused, {}))
    assert [file.name for file in own] == ["calendar-metodist.ics", "calendar-direktor.ics"]
    lines = set(events(whole.data)[0].content_lines())
    assert len(events(own[0].data)) == 5
    assert len(events(own[1].data)) == 4
    assert set(events(own[1].data)[0].content_lines()) == lines


def test_a_calendar_says_whose_it_is(plan: Plan) -> None:
    """Its name tells the municipality, or the owner with it, and the plan with its period."""
    names = [
        str(icalendar.Calendar.from_ical(file.data)["x-wr-calname"]) for file in files(plan, OutputContext(unused, {}))
    ]
    place = "Район; «Восток», № 1"
    assert names == [f"{who}{place}: Карта, 2021-2024" for who in ("", "методист, ", "директор, ")]


def test_an_owner_of_several_lines(compile_text: Compile) -> None:
    """The name of a calendar is one line."""
    text = TEXT.replace("owners: [методист, директор]", 'owners: {text: "Методисты\\nрайона"}')
    names = [
        str(icalendar.Calendar.from_ical(file.data)["x-wr-calname"]) for file in calendars(compile_text(text).plan)
    ]
    assert any(name.startswith("Методисты района, Район") for name in names)


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("title: Карта на 2021-2024 годы", "Карта на 2021-2024 годы"),
        ("title: По развитию службы", "дорожная карта По развитию службы, 2021-2024"),
        ("title: ", "дорожная карта, 2021-2024"),
    ],
)
def test_a_title_tells_what_it_tells(compile_text: Compile, title: str, name: str) -> None:
    """What a plan is, and its period, are told beside a title that does not."""
    data = calendar_of(compile_text(TEXT.replace("title: Карта", title)).plan)
    assert str(icalendar.Calendar.from_ical(data)["x-wr-calname"]).endswith(f": {name}")


def test_sections_are_categories(compile_text: Compile) -> None:
    """Signs that the format escapes are part of one name."""
    data = calendar_of(compile_text(TEXT.replace("title: Раздел", "title: 'Раз, два; три'")).plan)
    assert {tuple(map(str, event["categories"].cats)) for event in events(data)} == {("Раз, два; три",)}
    assert vobject.readOne(data.decode()).vevent_list[0].categories.value == ["Раз, два; три"]


@pytest.mark.parametrize("name", NAMES)
def test_two_readers_see_every_day_that_is_due(built: Path, roadmaps: Path, name: str) -> None:
    """Rhythms unfolded, both find the days on which something is due, as often as `due` tells them."""
    plan = loading.read(roadmaps / f"{name}.yaml").plan
    assert plan is not None
    due = sorted(occurrence.due for row in plan.rows for occurrence in row.occurrences)
    data = (built / name / "calendar.ics").read_bytes()
    assert unfolded(data) == due
    assert unfolded_by_vobject(data) == due
    owned = {path.name: unfolded(path.read_bytes()) for path in (built / name).glob("calendar-*.ics")}
    assert sum(map(len, owned.values())) == sum(len(row.occurrences) * len({*row.assignees}) for row in plan.rows)


RHYTHMS = """\
      - {activity: Раз, deadline: еженедельно, owners: завуч, result: Акт}
      - {activity: Два, deadline: по вторникам и пятницам с сентября по май, owners: завуч, result: Акт}
      - {activity: Три, deadline: 1 раз в 2 недели, owners: завуч, result: Акт}
      - {activity: Три, deadline: по средам в октябре и апреле, owners: завуч, result: Акт}
      - {activity: Пять, deadline: ежемесячно до 25 числа, owners: завуч, result: Акт}
      - {activity: Пять, deadline: постоянно, owners: завуч, result: Акт}
"""


@pytest.mark.parametrize("period", ["2021-2024", "2022/2023 учебный год", "01.09.2022 – 15.09.2022"])
def test_two_readers_unfold_rhythms_alike(period: str) -> None:
    """Whatever weekday the period begins and ends with, no day is lost and none is added."""
    plan = plan_of_rows(RHYTHMS, period)
    due = sorted(occurrence.due for row in plan.rows for occurrence in row.occurrences)
    data = calendar_of(plan)
    assert len(events(data)) < len(due)
    assert unfolded(data) == unfolded_by_vobject(data) == due


def unfolded(data: bytes) -> list[date]:
    """Return the last days of all events, rhythms unfolded by icalendar and recurring-ical-events."""
    found = recurring_ical_events.of(icalendar.Calendar.from_ical(data)).between(date(1990, 1, 1), date(2090, 1, 1))
    return sorted(event["dtend"].dt - timedelta(days=1) for event in found)


def unfolded_by_vobject(data: bytes) -> list[date]:
    """Return the last days of all events, rhythms unfolded by vobject and dateutil."""
    found = []
    for event in vobject.readOne(data.decode()).vevent_list:
        length = event.dtend.value - event.dtstart.value - timedelta(days=1)
        starts = [day.date() for day in event.getrruleset(addRDate=True)] if "rrule" in event.contents else None
        found += [day + length for day in starts or [event.dtstart.value]]
    return sorted(found)


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
    for path in (built / name).glob("*.ics"):
        data = path.read_bytes()
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


@given(st.text(st.sampled_from('aяN\\;,:"\r\n'), max_size=40))
def test_any_text_is_escaped_as_the_standard_says(text: str) -> None:
    """As icalendar writes it; a backslash before «N» stays one, which icalendar takes for a line break."""
    one = icalendar.vText(text.replace("\\N", "\\X")).to_ical().decode()
    assert escaped(text.replace("\\N", "\\X")) == one


def test_a_path_of_windows_stays_one() -> None:
    """«C:\\New» has no line break in it for another program that reads it."""
    read = vobject.readOne(
        f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nSUMMARY:{escaped(PATH)}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    assert read.vevent.summary.value == PATH


def test_a_part_of_a_sentence_says_what_leads_it_in() -> None:
    """In the summary where there is room, and once only."""
    text = '      - {activity: "Провести:", activities: [{activity: опрос школ, deadline: до 6 мая 2022}]}\n'
    (event,) = events(calendar_of(plan_of_rows(text)))
    assert str(event["summary"]) == "1.1.1. Провести: опрос школ"
    assert "опрос школ" not in str(event["description"])
