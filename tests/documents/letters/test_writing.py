"""Proves what letters say, of whom and to whom, and which files go with them."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import icalendar
import pytest

from roadmapc.deadlines import Period
from roadmapc.documents.letters.addressing import (
    Addressee,
    FollowedPlan,
    controllers_addressed,
    owners_addressed,
    unreached,
)
from roadmapc.documents.letters.header_fields import header_text
from roadmapc.documents.letters.message import draft
from roadmapc.documents.letters.writing import Letter, reminder, summary
from roadmapc.documents.output import OutputContext
from roadmapc.plan import Plan
from roadmapc.plan.execution import execution_of
from roadmapc.plan.reminders import by_owner
from roadmapc.plan.reminding import Warnings, reminders
from roadmapc.plan.report_days import ReportDays
from roadmapc.source.marks_file import read_marks
from roadmapc.workspace import loading
from roadmapc.workspace.template_files import output_context
from tests.conftest import ROADMAPS
from tests.plans import plan_of_rows

ROWS = """\
      - {activity: Провести <мониторинг>, deadline: до 28 апреля 2023 г., owners: [umo], result: Справка}
      - {activity: Собрать отчеты, deadline: до 18 июня 2023 г., owners: [umo, методист], result: Отчет}
      - {activity: Всегда, deadline: весь период, owners: [umo]}
      - {activity: Часто, deadline: еженедельно в мае 2023 г., owners: [umo]}
      - {activity: Дважды, deadline: до 19 июня 2023 г., owners: [second]}
"""
OWNERS = """\
owners:
  umo: {post: Управление, name: Иванов И.И., email: Umo@example.ru}
  second: {post: Отдел, email: umo@Example.ru}
"""
ORDER = """\
order:
  date: 20.10.2022
  number: 5-п
  subject: Об утверждении
  items: [Утвердить.]
  controller: {position: Заместитель, name: П.П. Магомедова, email: control@example.ru}
  signature: {position: Начальник, name: И.И. Иванов}
"""
DAY = date(2023, 6, 14)
SAID = [
    "Утверждающий документ: приказ от 20.10.2022 № 5-п\nОтветственный: Управление (Иванов И.И.)",
    "Просрочено\n\n1.1. Провести <мониторинг>\n  Срок: 28.04.2023; просрочено на 29 рабочих дней\n",
    "1.4. Часто\n  Срок: 07.05.2023; просрочено на 25 рабочих дней; сроков без",
    "Предстоит исполнить\n\n1.2. Собрать отчеты\n  Срок: 18.06.2023; исполнить не позднее 16.06.2023",
    "Контроль исполнения: Заместитель П.П. Магомедова (control@example.ru)",
    "Ответственный: Отдел",
    "1.5. Дважды\n  Срок: 19.06.2023",
    "Просим исполнить просроченные мероприятия и сообщить дату исполнения",
]


@pytest.fixture(scope="module")
def context() -> OutputContext:
    return output_context((), ("docx",), "")


def plan(more: str = OWNERS + ORDER) -> Plan:
    return plan_of_rows(ROWS, period="2023", more=more, title="Дорожная карта")


def followed(context: OutputContext, marks: str = "", day: date = DAY, known: Plan | None = None) -> FollowedPlan:
    used = known or plan()
    execution = execution_of(used, read_marks("a.marks.yaml", f"marks:\n{marks}".encode()) if marks else None)
    found = reminders(execution, day, Warnings(report_days=ReportDays(half_yearly=5)))
    return FollowedPlan(used, tuple(by_owner(found)), tuple(found), context)


def to_owners(one: FollowedPlan, is_known: Callable[[str], bool] = lambda _one: False) -> list[Addressee]:
    return owners_addressed([one], is_known)


def letter(context: OutputContext, marks: str = "", day: date = DAY) -> Letter:
    (to,) = to_owners(followed(context, marks, day))
    return reminder(to, day)


def event_of(found: Letter) -> dict[str, str]:
    """Return the first event of the calendar of a letter, as it is written."""
    event = icalendar.Calendar.from_ical(found.attachments[1].data).walk("VEVENT")[0]
    lines = (line.partition(":") for line in event.content_lines())
    return {name.split(";")[0]: value for name, _, value in reversed([*lines])}


def test_what_a_letter_says(context: OutputContext) -> None:
    """Late rows first, with working days of delay and one line a row; the day to act on where it is another one."""
    found = letter(context)
    assert found.subject == "Сроки исполнения на 14.06.2023: просрочено – 2, предстоит – 2; Район"
    text = found.text.replace("\u00a0", " ")
    assert text.splitlines()[3:5] == [
        "По состоянию на 14.06.2023 не исполнено в срок мероприятий: 2, предстоит",
        "исполнить: 2.",
    ]
    at = 0
    for part in SAID:
        assert part in text[at:], part
        at = text.index(part, at)
    assert "!" not in text


def test_work_that_goes_on_is_told_of_for_a_report(context: OutputContext) -> None:
    text = letter(context, day=date(2023, 6, 30)).text.replace("\u00a0", " ")
    assert "К отчету за I полугодие 2023 года – представить сведения до 05.07.2023\n\n1.3. Всегда" in text


def test_one_address_is_one_letter(context: OutputContext) -> None:
    """Whatever the case of its letters; who has no address is counted."""
    one = followed(context)
    assert [(to.address, len(to.parts), to.name) for to in to_owners(one)] == [
        ("Umo@example.ru", 2, "roadmap-upravlenie")
    ]
    assert [(missing.owner, missing.rows) for missing in unreached(one)] == [("методист", 1)]


def test_a_letter_goes_where_something_in_it_is_new(context: OutputContext) -> None:
    one = followed(context)
    known = {*to_owners(one)[0].reminders}
    assert to_owners(one, known.__contains__) == []
    new = known.pop()
    (found,) = to_owners(one, known.__contains__)
    assert found.reminders == (new,)
    assert len(found.parts) == 2


def test_the_files_of_a_letter(context: OutputContext) -> None:
    """The checklist of each owner, as `build` makes it; a calendar of what is ahead alone."""
    found = letter(context)
    assert [file.name for file in found.attachments] == [
        *("checklist-upravlenie.docx", "calendar-upravlenie.ics"),
        *("checklist-otdel.docx", "calendar-otdel.ics"),
    ]
    calendar = icalendar.Calendar.from_ical(found.attachments[1].data)
    assert [str(event["SUMMARY"]) for event in calendar.walk("VEVENT")] == ["1.2. Собрать отчеты"]


def test_a_term_that_was_moved(context: OutputContext) -> None:
    """Letter and calendar have the term in force; the event is a later version of the same one."""
    moved = "{to: 30.06.2023, act: приказ, date: 20.05.2023, number: 7, reason: Карантин}"
    before = event_of(letter(context))
    found = letter(context, f"  - at: 1.2\n    moved: {moved}\n")
    assert "Срок: 30.06.2023; срок перенесен с 18.06.2023" in found.text
    after = event_of(found)
    assert before["UID"] == after["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == ("0", "1")
    assert (before["DTSTART"], after["DTSTART"]) == ("20230618", "20230630")
    assert after["LAST-MODIFIED"] == "20230520T000000Z"


def test_what_people_have_said_is_repeated(context: OutputContext) -> None:
    text = letter(context, "  - {at: 1.1, said: частично, reported: 05.05.2023, reason: Карантин}\n").text.replace(
        "\u00a0", " "
    )
    assert "просрочено на 29 рабочих дней; исполнено частично" in text


def test_the_sum_for_the_controller(context: OutputContext) -> None:
    """All rows with who answers for them; once a week; nobody where there is no controller with an address."""
    one = followed(context)
    (to,) = controllers_addressed([one], DAY, lambda _one: False)
    found = summary(to, DAY)
    assert (to.address, found.attachments) == ("control@example.ru", ())
    assert found.subject == "Сводка исполнения на 14.06.2023: просрочено – 2, предстоит – 2; Район"
    text = found.text.replace("\u00a0", " ")
    assert "Ответственный: Управление; методист" in text
    assert "нет адреса электронной почты (в скобках –" in text
    assert controllers_addressed([one], date(2023, 6, 16), to.reminders.__contains__) == []
    assert len(controllers_addressed([one], date(2023, 6, 19), to.reminders.__contains__)) == 1
    assert controllers_addressed([followed(context, known=plan(OWNERS))], DAY, lambda _one: False) == []


def test_a_subject_names_a_few_places(context: OutputContext) -> None:
    """The sum of a region is one letter, whatever the number of its municipalities."""
    plans = [plan_of_rows(ROWS, "2023", OWNERS + ORDER).roadmap for _ in range(5)]
    places = [one.municipality.model_copy(update={"name": f"Район {at}"}) for at, one in enumerate(plans)]
    roadmaps = [one.model_copy(update={"municipality": place}) for one, place in zip(plans, places, strict=True)]
    many = [followed(context, known=replace(plan(), id=f"r{at}", roadmap=one)) for at, one in enumerate(roadmaps)]
    (to,) = controllers_addressed(many, DAY, lambda _one: False)
    found = summary(to, DAY)
    assert found.subject.endswith("; Район 0, Район 1, Район 2 и еще 2")
    assert all(f"Район {at}" in found.text for at in range(5))


def test_an_own_template_words_the_letter(tmp_path: Path) -> None:
    (tmp_path / "letter.html").write_text(
        '{% extends "packaged/letter.html" %}{% block opening %}<p>Добрый день.</p>{% endblock %}', encoding="utf-8"
    )
    text = letter(output_context((tmp_path,), ("docx",), "")).text
    assert "Добрый день.\n\nДорожная карта" in text


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(path.stem for path in ROADMAPS.glob("*.yaml") if path.stem != "owners"))
def test_letters_of_real_roadmaps(name: str, context: OutputContext) -> None:
    """Were all owners to have an address, in the middle of the plan: each row is in the letters of all its owners."""
    used = loading.read(ROADMAPS / f"{name}.yaml").plan
    assert used is not None
    assert used.period is not None
    day = used.period.first + (used.period.last - used.period.first) / 2
    asked = Period(day, day + timedelta(90))
    found = reminders(execution_of(used), day, Warnings(), asked)
    owned = [
        replace(one, owner=replace(one.owner, email=f"a{at}@example.ru")) for at, one in enumerate(by_owner(found))
    ]
    letters = [reminder(to, day) for to in to_owners(FollowedPlan(used, tuple(owned), tuple(found), context))]
    assert len(letters) == len(owned) > 0
    for one in letters:
        (part,) = one.to.parts
        said = "".join(one.text.split())
        for told in part.owner.reminders:
            assert "".join(" ".join(told.row.text.split()[:3]).split()).rstrip("–-") in said
        data = draft(one, None, datetime(2023, 5, 29, 6, tzinfo=UTC))
        message = email.message_from_bytes(data, policy=email.policy.SMTP)
        assert [piece.defects for piece in message.walk() if piece.defects] == []
        assert message["Subject"] == header_text(one.subject)
        docx = next(file for file in one.attachments if file.name.endswith(".docx"))
        assert docx.data[:4] == b"PK\x03\x04"


def test_a_letter_names_what_goes_with_it(context: OutputContext) -> None:
    """Of two parts there are checklists; a calendar is named where one is attached."""
    two = " ".join(letter(context).text.split())
    assert "К письму приложены чек-листы ответственного и календари ближайших сроков." in two
    alone = plan(OWNERS.replace(", email: umo@Example.ru", "") + ORDER)
    (to,) = to_owners(followed(context, day=date(2023, 7, 20), known=alone))
    found = reminder(to, date(2023, 7, 20))
    assert [file.name for file in found.attachments] == ["checklist-upravlenie.docx"]
    assert "К письму приложен чек-лист ответственного." in " ".join(found.text.split())
