"""Addressees → letters: subject, both texts from one template, checklist and calendar."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from roadmapc.documents import checklist, ics
from roadmapc.documents._owners import OwnedRows, rows_by_owner
from roadmapc.documents.letters.addressing import Addressee, FollowedPlan, LetterPart, unreached
from roadmapc.documents.letters.views import LetterPartView, LetterView, letter_view, part_view
from roadmapc.documents.output import File, about
from roadmapc.plan.execution.mark_days import day_of
from roadmapc.plan.reminders import OwnerReminders, Topic
from roadmapc.rendering import mail
from roadmapc.russian.normal_form import compared_form
from roadmapc.russian.transliteration import distinct

REMINDER = "letter.html"
SUMMARY = "letter-summary.html"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as people read it: to whom, about what, in plain text and HTML, with its files."""

    to: Addressee
    subject: str
    text: str
    html: str
    attachments: tuple[File, ...] = ()


def reminder(to: Addressee, today: date, *, with_files: bool = True) -> Letter:
    """Return the letter to an owner, with checklist and calendar, which take most of the time."""
    files = tuple(_attachments(to)) if with_files else ()
    views = [part_view(one.plan, _words(owned), owned.reminders) for one, owned in to.parts]
    calendar = any(file.name.endswith(".ics") for file in files)
    return _letter(to, REMINDER, letter_view(views, today, attached=bool(files), calendar=calendar), files)


def summary(to: Addressee, today: date) -> Letter:
    """Return the letter to a controller: what is late and what is coming, of all owners."""
    views = [_summed(part) for part in to.parts]
    return _letter(to, SUMMARY, letter_view(views, today), ())


def _summed(part: LetterPart) -> LetterPartView:
    one, owned = part
    missed = [f"{found.owner} ({found.rows})" for found in unreached(one)]
    return part_view(one.plan, "", owned.reminders, missed)


def _words(owned: OwnerReminders) -> str:
    owner = owned.owner
    return " ".join(f"{owner.text} ({owner.person})".split() if owner.person else owner.text.split())


def _letter(to: Addressee, template: str, view: LetterView, files: tuple[File, ...]) -> Letter:
    one = to.parts[0].followed
    document = one.context.render(template, {"about": about(one.plan, one.context.draft), "letter": view}, {})
    subject = " ".join(document.title.split())
    return Letter(to, subject, mail.text(document), mail.html(document), files)


def _attachments(to: Addressee) -> Iterator[File]:
    """Yield the checklists and calendars, with names that differ where a letter is about several roadmaps."""
    found = [file for part in to.parts for file in _files(part)]
    names = distinct([file.name.rpartition(".")[0] for file in found])
    for name, file in zip(names, found, strict=True):
        yield File(f"{name}.{file.name.rpartition('.')[2]}", file.data)


def _files(part: LetterPart) -> Iterator[File]:
    one, owned = part
    rows = _rows_of(one, owned)
    if rows:
        yield from checklist.files_of(one.plan, one.context, rows)
    ahead = [*_ahead(owned)]
    if ahead and rows:
        data = ics.calendar_of(one.plan, f"{owned.owner.text}, {one.plan.municipality}", ahead)
        yield File(f"calendar-{rows.name}.ics", data)


def _ahead(owned: OwnerReminders) -> Iterator[ics.Chosen]:
    for one in owned.reminders:
        occurrence, term = one.unit.occurrence, one.state.term
        if one.topic in _IN_CALENDAR and occurrence and term:
            yield ics.Chosen(one.row, occurrence, term, tuple(day_of(move.date) for move in one.state.moves))


_IN_CALENDAR = frozenset({Topic.DUE, Topic.COMING})
"""What has a day ahead; for what is late, a calendar comes too late."""


def _rows_of(one: FollowedPlan, owned: OwnerReminders) -> OwnedRows | None:
    """Return all rows of an owner, as the checklist has them."""
    key = owned.owner.alias or compared_form(owned.owner.text)
    everyone = rows_by_owner(one.plan)
    return next((rows for rows in everyone if (rows.owner.alias or compared_form(rows.owner.text)) == key), None)
