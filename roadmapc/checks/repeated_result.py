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
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести форум, deadline: май 2022, owners: методист, result: Программа форума}
          - {activity: Описать опыт, deadline: июнь 2022, owners: методист, result: Сборник}
          - {activity: Опросить школы, deadline: июль 2022, owners: методист, result: Сводка ответов}
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from roadmapc.checks._finding import Finding
from roadmapc.checks._likeness import plain
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan, Row

CODE = "RM416"
SEVERITY = Severity.NOTE

_OFTEN = 3


def check(plan: Plan) -> Iterator[Finding]:
    """Report each result of several words that three rows have, at the last of them."""
    rows: dict[str, list[Row]] = defaultdict(list)
    for row in plan.rows:
        for words in dict.fromkeys(plain(line) for line in row.result.split("\n")):
            if " " in words:
                rows[words].append(row)
    for words, found in rows.items():
        if len(found) >= _OFTEN:
            message = Message("the same result in {n} activities: “{words}”", n=len(found), words=words)
            label = ((*found[0].route, "result"), Message("first here"))
            yield Finding((*found[-1].route, "result"), message, row=found[-1], labels=(label,))
