"""The result only repeats the activity.

«Проведение заседаний» is no result of «Организация заседаний»: nothing can be shown when the day comes. Name the
document or the number: a report, an order, minutes, how many took part.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Организация заседаний РМО, deadline: май 2022, owners: методист, result: Проведение заседаний РМО}

Good:
    …
          - {activity: Организация заседаний РМО, deadline: май 2022, owners: методист, result: Протоколы заседаний РМО}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Severity
from roadmapc.plan import Plan
from roadmapc.russian.stems import plain, stems

CODE = "RM412"
SEVERITY = Severity.WARNING

_DOING = frozenset(
    stems("проведение организация осуществление обеспечение реализация подготовка участие создание работа")
)
_SHORT = {
    "ОО": stems("общеобразовательных организаций"),
    "РМО": stems("районных методических объединений"),
    "ШМО": stems("школьных методических объединений"),
}
_PRODUCT = re.compile(
    r"\b(?:приказ|справк|отч[её]т|план|протокол|рекомендац|положени|программ|сборник|перечен|список|реестр|банк|график|договор"
    r"|анкет|материал|карт|модел|паспорт|письм|информаци|проект|решени|методич|буклет|портфолио|сертификат|%|\d)",
    re.IGNORECASE,
)
_FIRST = 30  # characters in which a result that is a document names it


def check(plan: Plan) -> Iterator[Finding]:
    """Report results all of whose words, endings aside, stand in the activity, and that begin with no document."""
    for row in plan.rows:
        if not row.result:
            continue
        same = plain(row.result) == plain(row.text)
        if not same and _PRODUCT.search(row.result[:_FIRST]):
            continue
        said, done = _words(row.result), _words(row.text)
        if same or (len(said) > 1 and len(said - done) <= len(said) // 6):
            message = Message("the result only repeats the activity: name a document or a number")
            label = ((*row.route, "activity"), Message("the activity"))
            yield Finding((*row.route, "result"), message, row=row, labels=(label,))


def _words(text: str) -> set[str]:
    return {whole for stem in stems(text) for whole in _SHORT.get(stem, (stem,))} - _DOING
