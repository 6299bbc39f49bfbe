"""An owner belongs to another municipality.

Rows copied from a neighbour's plan keep the neighbour's institutions: nobody here can be held to them.

Bad:
    municipality: {name: МО «Чойский район»}
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести мониторинг, deadline: май 2022, owners: МКУ «ИМЦ СО ЛМР СК», result: Справка}

Good:
    …
          - {activity: Провести мониторинг, deadline: май 2022, owners: Отдел образования МО «Чойский район», result: Справка}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan
from roadmapc.russian.stems import stems

CODE = "RM306"
SEVERITY = Severity.WARNING

_NAMED = re.compile(
    r"(?P<adjective>[А-ЯЁ][а-яё]+(?:-[А-ЯЁ]?[а-яё]+)?(?:ск|цк)(?:ий|ого|ому|им|ом|ой|ая|ое))"
    r"(?= (?:муниципальн\w+ )?(?:район|округ|городск))|\b(?P<short>[А-ЯЁ]{1,2})М[РО]\b"
)
_KINDS = frozenset("УРГШОЦ")  # УМО, РМО, ГМО, ШМО, ОМО: units of a municipality, not its name


def check(plan: Plan) -> Iterator[Finding]:
    """Report owners whose words name a district or its abbreviation that is not the document's, each once."""
    home = f"{plan.municipality} {plan.roadmap.municipality.region or ''}"
    words, letters = set(stems(home)), {word[0] for word in re.findall(r"[А-ЯЁ][а-яё]+", home)}
    seen: set[str] = set()
    told: set[str] = set()
    for row in plan.rows:
        for text in dict.fromkeys((row.owners_text, *(assignee.text for assignee in row.assignees))):
            if text in told:
                continue
            told.add(text)
            for match in _NAMED.finditer(text):
                if match[0] in seen or match[0] in home or _is_home(match, words, letters):
                    continue
                seen.add(match[0])
                message = Message(
                    "“{name}” is not “{home}”: an owner of another municipality?", name=match[0], home=plan.municipality
                )
                yield Finding(row.owners_route, message, row=row)


def _is_home(match: re.Match[str], words: set[str], letters: set[str]) -> bool:
    if match["adjective"]:
        return stems(match["adjective"])[0] in words
    return match["short"] in _KINDS or match["short"][0] in letters
