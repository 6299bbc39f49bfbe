"""A link of the management cycle is missing.

Experts look for the whole cycle of municipal quality management (Рособрнадзор's letter 08-70 of 20.04.2021): goals,
indicators, ways to collect information, monitoring, analysis, addressed recommendations, measures and decisions, analysis
of their effect. The rule reads the parts before the table, the passport, sections and activities; it speaks only where
the document states its goals and plans monitoring, so that a plain list of works is left alone.

Bad:
    preface: [{heading: Цель, text: Повысить качество методической работы}]
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка}
          - {activity: Провести анализ итогов, deadline: июнь 2022, owners: методист, result: Отчет}

Good:
    preface: [{heading: Цель и показатели, text: Повысить качество; показатель – доля аттестованных педагогов}]
    sections:
      - title: Мониторинг
        activities:
          - {activity: Описать методы сбора информации, deadline: май 2022, owners: методист, result: Регламент}
          - {activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка}
          - {activity: Провести анализ итогов, deadline: июнь 2022, owners: методист, result: Отчет}
          - {activity: Разработать адресные рекомендации, deadline: июнь 2022, owners: методист, result: Рекомендации}
          - {activity: Принять управленческие решения, deadline: июль 2022, owners: методист, result: Приказ}
          - {activity: Оценить эффективность принятых мер, deadline: август 2022, owners: методист, result: Отчет}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks._finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan

CODE = "RM701"
SEVERITY = Severity.WARNING

_LINKS = {
    "цели": r"цел[ьиея]",
    "показатели": r"показател|индикатор|критери",
    "методы сбора информации": r"методы? (?:и .{0,20})?сбора|методов сбора|сбор\w* (?:и .{0,20})?информации|источники информации",
    "мониторинг": "мониторинг",
    "анализ": "анализ",
    "адресные рекомендации": r"рекомендаци\w+ (?:руководител|педагогическ|педагогам|школам|учител|оо\b|городск|школьн|по итогам|по результатам)|адресн\w+ рекомендац",
    "меры, управленческие решения": r"управленческ\w+ решени|приняти\w+ мер|комплекс\w* мер|\bмеры\b",
    "анализ эффективности принятых мер": r"эффективност\w+ (?:принятых|проведенных|реализованных|мер\b|управленческ)",
}
_PATTERNS = {name: re.compile(pattern) for name, pattern in _LINKS.items()}
_READ = frozenset({"preface", "passport", "sections"})


def check(plan: Plan) -> Iterator[Finding]:
    """Report once, at the table, the links that no text names."""
    if not plan.roadmap.preface and not plan.roadmap.passport:
        return
    text = "\n".join(words for passage, words in plan.passages.texts() if passage.route[0] in _READ).lower()
    missing = [name for name, pattern in _PATTERNS.items() if not pattern.search(text)]
    if missing and not {"цели", "мониторинг"} & set(missing):
        message = Message("the management cycle lacks: {links}", links=", ".join(missing))
        yield Finding(("sections",), message, key=True)
