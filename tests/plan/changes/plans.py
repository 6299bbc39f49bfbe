"""Plans for tests of changes: a short source with something in every place, and what is put in its stead."""

from __future__ import annotations

from roadmapc.plan import Plan
from roadmapc.plan.changes import Change, changes
from tests.plans import plan_of

SOURCE = """\
roadmapc: 1
municipality: {name: Район}
document: {kind: план, title: План работы, period: 2021-2024}
approval: {act: приказом управления}
order:
  letterhead: {organisation: [УПРАВЛЕНИЕ ОБРАЗОВАНИЯ]}
  subject: Об утверждении плана
  date: 20.10.2022
  number: 7
  preamble: В целях развития
  items:
    - Утвердить план.
    - text: Отделу
      items: [Разослать план., Проверить план.]
  control: оставляю за собой.
  signature: {position: Начальник, name: И.И. Иванов}
preface:
  - heading: Цели
    text: |-
      Развитие методической службы.
      - поддержка педагогов;
      - обучение.
passport:
  rows:
    - {name: Сроки, text: 2021–2024 годы}
    - {name: Исполнители, text: Школы района}
indicators:
  years: ["2022", "2023"]
  rows:
    - {name: Доля школ с наставниками, unit: "%", values: ["20", "30"]}
owners: {umo: Начальник УМО}
table:
  notes: По согласованию.
sections:
  - title: Нормативное обеспечение
    task: Создать правила
    activities:
      - {id: order, activity: Издать приказ о рабочей группе, deadline: май 2022, owners: umo, result: Приказ}
      - {activity: Провести совещание директоров школ, deadline: июнь 2022, owners: [umo, методист], result: Протокол}
      - {activity: Подготовить отчёт о работе группы, deadline: август 2022, owners: umo, result: Отчёт}
  - title: Обучение педагогов
    activities:
      - {activity: Организовать курсы повышения квалификации, deadline: май 2023, owners: umo, result: Список}
signature: {position: Методист, name: П.П. Петрова}
attachments:
  - number: 2
    title: Состав группы
    sections:
      - activities: [{activity: Сидоров С.С.}]
"""
TABLE = "    sections:\n      - activities: [{activity: Сидоров С.С.}]\n"
"""The table of the further attachment, and two tables in its stead."""
TABLES = """\
    tables:
      - sections:
          - activities: [{activity: Сидоров С.С.}]
      - heading: Смета
        sections:
          - activities: [{activity: Купить бумагу}, {activity: Купить мел}]
"""


def edited(*pairs: tuple[str, str]) -> Plan:
    """Return the plan of the source with words put in place of others; each must be there."""
    text = SOURCE
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    return plan_of(text)


def found(*pairs: tuple[str, str], typography: bool = False) -> tuple[Change, ...]:
    """Return the changes that come of it."""
    return changes(plan_of(SOURCE), edited(*pairs), typography=typography).all
