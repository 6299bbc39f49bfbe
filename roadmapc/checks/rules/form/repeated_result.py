"""Three activities or more have the same result.

One document cannot come of three works, and «создана мотивационная среда» five times shows nothing five times. Name what
each of them leaves behind.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести форум, deadline: май 2022, owners: методист, result: Создана среда}
          - {activity: Описать опыт, deadline: июнь 2022, owners: методист, result: Создана среда}
          - {activity: Опросить школы, deadline: июль 2022, owners: методист, result: Создана среда}

Good:
    …
          - {activity: Провести форум, deadline: май 2022, owners: методист, result: Программа форума}
          - {activity: Описать опыт, deadline: июнь 2022, owners: методист, result: Сборник}
          - {activity: Опросить школы, deadline: июль 2022, owners: методист, result: Сводка ответов}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Route, Severity, Span
from roadmapc.plan import Plan, Row
from roadmapc.russian.stems import plain

CODE = "RM416"
SEVERITY = Severity.NOTE

_OFTEN = 3


def check(plan: Plan) -> Iterator[Finding]:
    """Report each result of several words that three rows have, at the last of them."""
    rows: dict[str, dict[Route, tuple[Row, Span]]] = defaultdict(dict)
    for row in plan.rows:
        for words, span in _lines(plan, row):
            rows[plain(words)].setdefault(row.route, (row, span))
    for places in rows.values():
        if len(places) >= _OFTEN:
            (_, first), *_, (row, last) = places.values()
            words = " ".join(plan.printed_texts.masked_text[slice(*last)].split())
            message = Message("the same result in {n} activities: “{words}”", n=len(places), words=words)
            labels = ((first, Message("first here")),)
            yield Finding((*row.route, "result"), message, row=row, span=last, labels=labels)


def _lines(plan: Plan, row: Row) -> Iterator[tuple[str, Span]]:
    """Yield the lines of a result that have several words, with their places."""
    for printed, text in plan.printed_texts.below((*row.route, "result")):
        at = printed.start
        for line in text.split("\n"):
            words = line.strip(" -•;,.")
            if " " in plain(words):
                start = at + line.index(words)
                yield words, Span(start, start + len(words))
            at += len(line) + 1
