"""An alias is not in the owners' directory.

A word of Latin letters, digits and hyphens is taken for an alias; so is a word that differs from an alias by one
letter. It would be printed as it stands.

Bad:
    owners: {umo: Начальник УМО}
    sections:
      - title: Мониторинг
        activities:
          - activity: Провести мониторинг
            deadline: май 2022
            owners: [umo, uno]
            result: Справка

Good:
    …
            owners: [umo]
    …
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Route, Severity
from roadmapc.plan import Plan, Row
from roadmapc.russian.normal_form import normal_form
from roadmapc.russian.transliteration import slug

CODE = "RM302"
SEVERITY = Severity.ERROR

_LOOKALIKES = str.maketrans("асеорухкмтвн", "aceopyxkmtbh")
_AROUND = " ()[]{}«»\"'"
_ALIAS = re.compile(r"[a-z][a-z0-9_-]*")


def check(plan: Plan) -> Iterator[Finding]:
    """Report entries that look like an alias and are none."""
    known = {normal_form(alias): owner for alias, owner in plan.owners.items()}
    if plan.directory and plan.directory.problems:
        return  # one cause, one complaint
    for row in plan.rows:
        for route, words in _entries(plan, row):
            who = normal_form(words)
            named = aliases_in(who, known) if who not in known else []
            if named:
                hint = Message("write [{aliases}]", aliases=", ".join(named))
                message = Message("an alias stands in a text and would be printed as it is: “{who}”", who=who)
                yield Finding(route, message, hint, row)
                continue
            near = None if who in known else _near(who, list(known))
            if who not in known and (_ALIAS.fullmatch(who) or near):
                hint = Message("perhaps “{near}”", near=near) if near else Message("add it to “owners:” of the file")
                message = Message("“{who}” is not in the owners' directory", who=who)
                yield Finding(route, message, hint, row)


def _entries(plan: Plan, row: Row) -> Iterator[tuple[Route, str]]:
    """Yield who is named in the columns of owners of a row, each with its place."""
    for column in plan.tables[row.table].source.columns:
        route = (*row.route, column.key)
        if column.kind == "owners" and route in plan.tree.keys:
            value = plan.tree.value(route)
            yield from (
                _named(value, route) if not isinstance(value, dict) else _named(value.get("who"), (*route, "who"))
            )


def _named(value: object, route: Route) -> Iterator[tuple[Route, str]]:
    """Yield the entries of a list, or the one text."""
    if isinstance(value, str) and "\n" not in value.strip():
        yield route, " ".join(value.split())
    for at, one in enumerate(value if isinstance(value, list) else ()):
        yield (*route, at), " ".join(str(one).split())


def aliases_in(text: str, known: Iterable[str]) -> list[str]:
    """Return the parts of a text if it has aliases in it: «mk, rmo», «mk и rmo», «mk и Директора школ»."""
    inside = text.strip(_AROUND)
    parts = [part.strip() for part in re.split(r"[,;]| и ", inside)]
    if any(part in known for part in parts):
        return parts if len(parts) > 1 or inside != text else []
    words = [word for word in text.split() if re.search(r"\w", word)]
    return words if len(words) > 1 and any(word in known and _ALIAS.fullmatch(word) for word in words) else []


def _near(who: str, known: list[str]) -> str | None:
    if " " in who or len(who) > 30 or not known:
        return None
    for alike in (who.lower().translate(_LOOKALIKES), slug(who)):
        if alike != who and alike in known:
            return alike
    from rapidfuzz.distance import OSA

    best = min(known, key=lambda alias: (OSA.distance(who, alias), alias))
    return best if OSA.distance(who, best) == 1 else None
