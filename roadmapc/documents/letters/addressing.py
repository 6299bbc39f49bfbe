"""Whom letters go to: owners by their addresses, over all roadmaps; and those who have none."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from roadmapc.documents.output import OutputContext
from roadmapc.plan import Assignee, Plan
from roadmapc.plan.reminders import OwnerReminders, Reminder, identity, summary_identity
from roadmapc.russian.transliteration import distinct, slug


class FollowedPlan(NamedTuple):
    """A roadmap with what to remind of on a day, and what its documents are made with."""

    plan: Plan
    owners: tuple[OwnerReminders, ...]
    reminders: tuple[Reminder, ...]
    context: OutputContext


class LetterPart(NamedTuple):
    """What one letter says of one roadmap; `owner` is nobody where it goes to the controller."""

    followed: FollowedPlan
    owner: OwnerReminders


@dataclass(frozen=True, slots=True)
class Addressee:
    """Whom a letter goes to: the address, a name to show beside it, the parts, the name of the file.

    `reminders` are the digests of what it reminds of for the first time.
    """

    address: str
    shown: str
    parts: tuple[LetterPart, ...]
    name: str
    reminders: tuple[str, ...]


class Unreached(NamedTuple):
    """An owner who is to be reminded and has no address: in which roadmap, of how many rows."""

    plan: Plan
    owner: str
    rows: int


IsKnown = Callable[[str], bool]
"""Says whether a reminder was given already, by its digest."""


def owners_addressed(followed: Sequence[FollowedPlan], is_known: IsKnown) -> list[Addressee]:
    """Return the owners with an address who are to be reminded of something new, one letter an address."""
    found: dict[str, list[LetterPart]] = {}
    for one in followed:
        for owned in one.owners:
            if owned.owner.email:
                found.setdefault(owned.owner.email.casefold(), []).append(LetterPart(one, owned))
    return _named([_addressee(parts, is_known) for parts in found.values()])


def unreached(one: FollowedPlan) -> Iterator[Unreached]:
    """Yield the owners of a roadmap who are to be reminded of something, and cannot."""
    for owned in one.owners:
        rows = {reminder.row.route for reminder in owned.reminders if reminder.kinds}
        if rows and not owned.owner.email:
            yield Unreached(one.plan, " ".join(owned.owner.text.split()), len(rows))


def _addressee(parts: Sequence[LetterPart], is_known: IsKnown) -> Addressee:
    owner = parts[0].owner.owner
    address = owner.email or ""
    ids = [
        identity(address, part.followed.plan, reminder, kind)
        for part in parts
        for reminder in part.owner.reminders
        for kind in reminder.kinds
    ]
    name = f"{slug(parts[0].followed.plan.id)}-{slug(owner.text)}"
    fresh = tuple(one for one in dict.fromkeys(ids) if not is_known(one))
    return Addressee(address, owner.person or owner.text, tuple(parts), name, fresh)


def controllers_addressed(followed: Sequence[FollowedPlan], today: date, is_known: IsKnown) -> list[Addressee]:
    """Return the controllers with an address, each with all roadmaps that they control; once a week."""
    found: dict[str, list[FollowedPlan]] = {}
    for one in followed:
        controller = one.plan.roadmap.order.controller if one.plan.roadmap.order else None
        if controller and controller.email and one.reminders:
            found.setdefault(controller.email.casefold(), []).append(one)
    return _named([_controller(some, today, is_known) for some in found.values()])


def _controller(some: Sequence[FollowedPlan], today: date, is_known: IsKnown) -> Addressee:
    order = some[0].plan.roadmap.order
    controller = order.controller if order else None
    assert controller is not None and controller.email  # noqa: PT018 (asked of those that have one)
    ids = [summary_identity(controller.email, one.plan, today) for one in some]
    fresh = tuple(one for one in ids if not is_known(one))
    parts = tuple(LetterPart(one, OwnerReminders(Assignee(""), one.reminders)) for one in some)
    return Addressee(controller.email, controller.name, parts, f"{slug(some[0].plan.id)}-svodka", fresh)


def _named(found: Sequence[Addressee]) -> list[Addressee]:
    """Keep those who are reminded of something new, and part names that are the same."""
    kept = [one for one in found if one.reminders]
    return [replace(one, name=name) for one, name in zip(kept, distinct([one.name for one in kept]), strict=True)]
