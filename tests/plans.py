"""What tests of plans and documents share: a plan made of a few rows, compiled on a fixed day."""

from __future__ import annotations

from roadmapc.compiler import compile_source
from roadmapc.diagnostics import Source
from roadmapc.plan import Plan
from tests.conftest import TODAY

ORDER = """\
order:
  name: ПРИКАЗ
  subject: Об утверждении карты
  date: 20.10.2022
  number: 01-07/93
  items:
    - Утвердить карту.
    - text: "Отделу:\\n\\n- раз;\\n- два."
      items: [Первое., {text: Второе., items: [Третье.]}]
  signature: {position: Начальник, name: И.И. Иванов}
"""
"""Keys of an order with items at three levels, to put behind a source."""

FOLLOWED = """\
      - {activity: Один раз, deadline: май 2022, owners: [методист, директор], result: Справка}
      - {activity: Окно, deadline: сентябрь – ноябрь 2021, owners: методист, result: Справка}
      - {activity: Всегда, deadline: весь период, owners: директор, result: Справка}
      - {activity: По графику, deadline: по графику УО, owners: методист, result: Справка}
      - {activity: Часто, deadline: еженедельно, owners: методист, result: Справка}
      - {activity: "Со списком:\\n- раз\\n- два", deadline: до 15 января 2022 г., owners: методист, result: Справка}
"""
"""Activities due once, over months, always, by a schedule of others, and each week."""


def plan_of_rows(rows: str, period: str = "2021-2024", more: str = "", title: str = "План") -> Plan:
    """Return the plan of a roadmap of one section; `rows` are its activities, `more` further keys at the top."""
    return plan_of(f"""\
roadmapc: 1
municipality: {{name: Район}}
document: {{kind: план, title: {title}, period: {period}}}
{more}sections:
  - title: Мониторинг
    activities:
{rows}""")


def plan_of(text: str) -> Plan:
    """Return the plan of a source text."""
    result = compile_source(Source("a.yaml", text), today=TODAY)
    assert result.plan, result.diagnostics
    return result.plan
