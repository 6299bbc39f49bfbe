"""A signed text was changed, and no act says so.

The order has approved other words than the file would print now. What is wanted needs an amending act: `roadmapc amend`
writes it. What only happened by mistake is taken back.

Bad:
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести опрос, deadline: июнь 2022, owners: методист, result: Справка}
    # ---- editions/a/2022-01-10-5.yaml
    edition: {kind: приказ, date: 10.01.2022, number: 5, digest: …}
    sections:
      - title: Мониторинг
        activities:
          - {activity: Провести опрос, deadline: май 2022, owners: методист, result: Справка}

Good:
    …
          - {activity: Провести опрос, deadline: май 2022, owners: методист, result: Справка}
    # ---- editions/a/2022-01-10-5.yaml
    …
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from roadmapc.checks.finding import Finding
from roadmapc.diagnostics import Message, Route, Severity

if TYPE_CHECKING:  # loaded where a roadmap has editions
    from roadmapc.plan.changes.values import Change
    from roadmapc.plan.editions.signed import Signed

CODE = "RM873"
SEVERITY = Severity.WARNING

_MOST_PLACES = 5


def judge_editions(signed: Signed) -> Iterator[Finding]:
    """Report once how much differs from the last signed text, at the first changes."""
    latest, found = signed.editions.latest, signed.unsigned
    if latest is None or not found:
        return
    act = latest.act
    message = Message(
        "the signed text ({kind} of {day:%d.%m.%Y}) was changed and no act says so; changes: {n}",
        kind=act.kind,
        day=latest.day,
        n=len(found),
    )
    hint = Message("write the amending act: roadmapc amend {file}; or take the changes back", file=signed.file)
    first, *others = (_place(signed, one) for one in found)
    labels = tuple((place, Message("changed")) for place in dict.fromkeys(others[: _MOST_PLACES - 1]) if place != first)
    yield Finding(first, message, hint, labels=labels)


def _place(signed: Signed, change: Change) -> Route:
    """Return where a change stands in the source: what is no more, at the record that it stood in."""
    if change.new_route is not None:
        return signed.plan.tree.known(change.new_route)
    tree, route = signed.plan.tree, change.old_route or ()
    above = (route[:end] for end in range(len(route) - 1, 0, -1) if route[:end] in tree.values)
    found = next((one for one in above if isinstance(tree.value(one), dict)), ())
    return found or ("document",)
