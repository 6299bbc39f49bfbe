"""What tests of roll-ups share: a region of a few municipalities, told from a base plan, marks and indicators."""

from __future__ import annotations

from datetime import date

from roadmapc.compiler import check_files, read_source
from roadmapc.diagnostics import Source
from roadmapc.plan import Plan
from roadmapc.plan.execution import ReportPeriod
from roadmapc.plan.region import Region, Unread, roll_up
from roadmapc.source.basing.base_plan import read_base
from roadmapc.source.basing.extending import FoundBase
from tests.conftest import TODAY
from tests.executions import executed
from tests.plans import plan_of

AS_OF = date(2025, 10, 1)
BASE = """\
base: 1
document: {kind: дорожная карта, title: Модельная карта, period: 2025-2027}
owners: {coordinator: Координатор}
sections:
  - id: one
    title: Мониторинг
    activities:
      - {id: survey, activity: Провести опрос педагогов, deadline: май 2025, owners: coordinator, result: Справка}
      - {id: data, activity: Подготовить анализ результатов, deadline: июнь 2025, owners: coordinator, result: Записка}
  - id: two
    title: Обучение
    activities:
      - {id: seminar, activity: Провести семинар, deadline: август 2025, owners: coordinator, result: Программа}
"""
LINK = "https://edu.ivanovsky.ru/spravka.pdf"
_INDICATORS = """\
indicators:
  years: [2024, 2025]
  rows:
    - {{name: Доля школ с наставниками, unit: "%", values: [10, "{}"]}}
"""


def extending(name: str, more: str = "") -> Plan:
    """Return the plan of a municipality that extends the base plan."""
    text = f"roadmapc: 1\nid: plan\nextends: base.yaml\nmunicipality: {{name: {name}, region: Область}}\n{more}"
    read = read_source(Source(f"{name}.yaml", text), base=FoundBase("base.yaml", read_base("base.yaml", BASE.encode())))
    result = check_files([read], today=TODAY)[0]
    assert result.plan, result.diagnostics
    return result.plan


def alone(name: str, more: str = "") -> Plan:
    """Return the plan of a municipality of its own."""
    return plan_of(f"""\
roadmapc: 1
municipality: {{name: {name}, region: Область}}
document: {{kind: план, title: План, period: 2025-2027}}
{more}sections:
  - title: Работа с кадрами
    activities:
      - {{activity: "Провести опрос  педагогов.", deadline: май 2025, owners: методист, result: Справка}}
      - {{activity: Закрепить наставников, deadline: июль 2025, owners: методист, result: Приказ}}
""")


def region(period: ReportPeriod | None = None, as_of: date = AS_OF) -> Region:
    """Return the roll-up of five roadmaps, given out of order.

    Ивановский: survey done with a link, data late and without one, seminar missed, a row of its own that serves survey;
    Борисовский has removed the section of the seminar, and has no marks; Яковлевский extends nothing; Андреевский has
    marks of later days alone; one file cannot be read.
    """
    own = """\
sections:
  - id: one
    activities:
      - id: talk
        after: survey
        activity: Обсудить итоги
        deadline: июнь 2025
        owners: coordinator
        result: Протокол
        serves: survey
"""
    ivanovsky = executed(
        extending("Ивановский район", _INDICATORS.format("30") + own),
        f"""\
  - {{at: survey, done: 20.05.2025, documents: ["справка от 20.05.2025 № 4 {LINK}"]}}
  - {{at: data, done: 10.07.2025, reason: Болезнь, documents: ["записка от 09.07.2025 № 5 http://localhost/a"]}}
  - {{at: talk, done: 25.06.2025, documents: ["протокол от 25.06.2025 № 1"]}}
""",
    )
    removing = "sections:\n  - {id: two, removed: обучает регион}\n"
    borisovsky = executed(extending("Борисовский район", _INDICATORS.format("30,0") + removing), "  []\n")
    yakovlevsky = executed(
        alone("Яковлевский район", _INDICATORS.format("20")),
        "  - {at: '1.1', done: 31.05.2025, reported: 03.06.2025}\n",
    )
    andreevsky = executed(
        alone("Андреевский район", _INDICATORS.format("не более 5")), "  - {at: '1.1', done: 02.10.2025}\n"
    )
    made = [yakovlevsky, ivanovsky, borisovsky, andreevsky]
    return roll_up([(one, one.plan.base) for one in made], [Unread("roadmaps/zzz.yaml")], as_of, period)
