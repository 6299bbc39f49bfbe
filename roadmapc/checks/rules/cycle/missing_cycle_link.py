"""A link of the management cycle is missing.

Experts look for the whole cycle of municipal quality management (Рособрнадзор's letter 08-70 of 20.04.2021): goals,
indicators, ways to collect information, monitoring, analysis, addressed recommendations, measures and decisions, analysis
of their effect. The rule reads the parts before the table, the passport and the table. It speaks only where at least
three of these links are there, so that a plain list of works is left alone.

Bad:
    preface: [{heading: Цель, text: Повысить качество методической работы}]
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка}
          - {activity: Провести анализ итогов, deadline: июнь 2022, owners: методист, result: Отчет}

Good:
    preface: [{heading: Цель и показатели, text: Повысить качество; показатель – доля аттестованных педагогов}]
    …
          - {activity: Описать методы сбора информации, deadline: май 2022, owners: методист, result: Регламент}
          - {activity: Провести мониторинг, deadline: май 2022, owners: методист, result: Справка}
          - {activity: Провести анализ итогов, deadline: июнь 2022, owners: методист, result: Отчет}
          - {activity: Разработать адресные рекомендации, deadline: июнь 2022, owners: методист, result: Рекомендации}
          - {activity: Принять управленческие решения, deadline: июль 2022, owners: методист, result: Приказ}
          - {activity: Оценить эффективность принятых мер, deadline: август 2022, owners: методист, result: Отчет}
"""

from __future__ import annotations

from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan
from roadmapc.plan.cycle import DONE, NAMED, speaks_of

CODE = "RM701"
SEVERITY = Severity.WARNING

_MOST = 5
"""Of the eight links: a plan that lacks more is no plan of a management cycle."""


def check(plan: Plan) -> Iterator[Finding]:
    """Report once, at the table, the links that no text names, and those that no row does."""
    if not plan.roadmap.preface and not plan.roadmap.passport:
        return
    done = (f"{row.text}\0{row.result}" for row in plan.rows)
    rows = "\0".join([*(section.title for section in plan.sections), *done]).lower()
    parts = (
        words
        for printed, words in plan.printed_texts.texts()
        if printed.route[0] in {"preface", "passport", "sections"}
    )
    text = "\0".join(parts).lower()
    missing = [name for name in NAMED if not speaks_of(name, text)]
    missing += [name for name in DONE if not speaks_of(name, rows)]
    if missing and len(missing) <= _MOST:
        message = Message("the management cycle lacks: {links}", links="; ".join(missing))
        hint = Message(
            "ways to collect information, measures and the analysis of their effect count where a row does them"
        )
        yield Finding(("sections",), message, hint, key=True)
