"""What tests of roll-ups share: a region of a few municipalities, told from a base plan, marks and indicators."""

from __future__ import annotations

from datetime import date

from roadmapc.compiler import check_files, read_source
from roadmapc.diagnostics import Source
from roadmapc.plan import Plan
from roadmapc.plan.execution import Execution, ReportPeriod
from roadmapc.plan.region import Asked, Region, Unread, roll_up
from roadmapc.plan.region.making import member_of
from roadmapc.source.basing.base_plan import read_base
from roadmapc.source.basing.extending import FoundBase
from roadmapc.source.model.criteria import Criteria
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


def executions() -> list[Execution]:
    """Return four executions out of order.

    Ивановский: survey done with a link, data late and without one, seminar missed, a row of its own that serves survey;
    Борисовский has removed the section of the seminar, and has no marks; Яковлевский extends nothing; Андреевский has
    marks of later days alone.
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
    return [yakovlevsky, ivanovsky, borisovsky, andreevsky]


def region(
    period: ReportPeriod | None = None,
    as_of: date = AS_OF,
    former: ReportPeriod | None = None,
    criteria: Criteria | None = None,
) -> Region:
    """Return the roll-up of the four, and of a file that cannot be read."""
    asked = Asked(as_of, period, former, criteria)
    members = [member_of(one, one.plan.base, asked) for one in executions()]
    return roll_up(members, [Unread("roadmaps/zzz.yaml")], asked)
