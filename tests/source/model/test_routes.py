"""Proves that the model says of each of its texts whether it is printed, and whether a dash there is an omission."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from roadmapc.diagnostics import Route
from roadmapc.source.model import Roadmap, SharedDirectory
from roadmapc.source.model.fields import fields_of
from roadmapc.source.model.routes import _has_mapping, fields_at, is_content, is_printed
from roadmapc.source.model.samples import record_in, records_in
from roadmapc.source.schema import SCHEMAS

CONTENT = """
document.title approval.by.position
order.subject order.preamble order.items.text order.control
order.signature.position order.acquaintance.position order.agreement.position
preface.text passport.title passport.rows.text owners owners.umo
table.columns.activity table.columns.owners table.columns.result
sections.title sections.owners sections.owners.who sections.owners.text sections.result
sections.activities.activity sections.activities.owners sections.activities.owners.who
sections.activities.owners.text sections.activities.result signature.position
approval.beside.by.position attachments.indicators.title attachments.passport.title attachments.preface.text
attachments.sections.owners attachments.sections.result attachments.sections.title attachments.signature.position
attachments.table.notes attachments.tables.notes attachments.title indicators.rows.name indicators.title
sections.activities.result.text sections.result.text table.notes
passport.rows.indicators.rows.name passport.rows.indicators.title
"""
OTHERS_PRINTED = """
table.columns.heading
municipality municipality.name document document.kind document.period
approval approval.attachment approval.word approval.act approval.by approval.by.name approval.date approval.number
order order.letterhead order.letterhead.organisation order.letterhead.details order.name order.place order.date
order.number order.resolution order.items order.items.items
order.signature order.signature.name order.acquaintance order.acquaintance.name order.agreement order.agreement.name
preface preface.heading passport passport.rows passport.rows.name owners.umo.post owners.umo.name owners.umo.contacts
table table.heading table.columns table.columns.number table.columns.deadline
sections sections.number sections.task sections.deadline sections.deadline.text
sections.activities sections.activities.number sections.activities.deadline sections.activities.deadline.text
sections.activities.activities signature signature.name
approval.beside approval.beside.act approval.beside.by approval.beside.by.name approval.beside.date
approval.beside.number approval.beside.word approval.year attachments attachments.indicators
attachments.indicators.rows attachments.indicators.years attachments.number attachments.passport
attachments.passport.rows attachments.preface attachments.preface.heading attachments.sections
attachments.sections.activities attachments.sections.deadline attachments.sections.number attachments.sections.task
attachments.signature attachments.signature.name attachments.table attachments.table.columns attachments.table.heading
attachments.table.sections attachments.tables attachments.tables.columns attachments.tables.heading
attachments.tables.sections indicators indicators.rows indicators.rows.unit indicators.rows.values indicators.years
table.sections tables
passport.rows.indicators passport.rows.indicators.rows passport.rows.indicators.rows.unit
passport.rows.indicators.rows.values passport.rows.indicators.years
passport.columns passport.rows.indicators.columns passport.rows.indicators.columns.number
passport.rows.indicators.columns.name passport.rows.indicators.columns.unit attachments.passport.columns
attachments.indicators.columns indicators.columns indicators.columns.number indicators.columns.name
indicators.columns.unit
"""
UNPRINTED = """
roadmapc extends extends.file extends.digest roles roles.umo id form municipality.region approval.form passport.numbers
order.controller order.controller.position order.controller.name order.controller.email owners.umo.email
amendments amendments.kind amendments.date amendments.number amendments.title
table.head table.column_numbers table.inherited table.numbering table.section_number table.owners table.orientation
calendar calendar.shift calendar.yearly calendar.terms calendar.holidays calendar.days_off calendar.working_days
sections.id sections.after sections.removed sections.serves sections.deadline.dates sections.owners.same_as_above
sections.activities.id sections.activities.after sections.activities.removed sections.activities.serves
sections.activities.deadline.dates sections.activities.owners.same_as_above
unplaced unplaced.text unplaced.at
waivers waivers.rule waivers.at waivers.reason waivers.until
attachments.kind attachments.passport.numbers attachments.preface.orientation attachments.sections.id
attachments.sections.period attachments.table.column_numbers attachments.table.head attachments.table.id
attachments.table.inherited attachments.table.numbering attachments.table.orientation attachments.table.owners
attachments.table.period attachments.table.section_number attachments.tables.column_numbers attachments.tables.head
attachments.tables.id attachments.tables.inherited attachments.tables.numbering attachments.tables.orientation
attachments.tables.owners attachments.tables.period attachments.tables.section_number indicators.rows.id
preface.orientation sections.activities.deadline.same_as_above sections.activities.result.same_as_above
sections.activities.together sections.deadline.same_as_above
sections.period sections.result.same_as_above
attachments.sections.after attachments.sections.removed attachments.sections.serves
table.columns.is table.columns.key table.columns.width table.id table.period passport.rows.indicators.rows.id
"""


def _is_said_before(route: Route) -> bool:
    """Say whether a route leads into what the roadmap itself has, too: further tables and attachments."""
    return (
        route[:1] == ("tables",) or route[:2] == ("table", "sections") or (route[0] == "attachments" and len(route) > 2)
    )


def routes(record: type[BaseModel], route: Route = (), seen: tuple[type[BaseModel], ...] = ()) -> Iterator[Route]:
    """Return the routes of all keys of the format; «umo» is an alias, records within their like are left out."""
    for name, field in fields_of(record).items():
        here: Route = (*route, name)
        yield here
        if _has_mapping(field.annotation):
            here = (*here, "umo")
            yield here
        for inner, item in ((record_in(field.annotation), ()), (_item_of(field), (0,))):
            if inner and inner not in seen and not _is_said_before(here):
                yield from routes(inner, (*here, *item), (*seen, inner))


def _item_of(field: FieldInfo) -> type[BaseModel] | None:
    """Return the record of an item, where the field may be written as another record, too."""
    others = records_in(field.annotation, in_list=True)
    return others[0] if others and others[0] is not record_in(field.annotation) else None


def test_each_field_says_what_it_is() -> None:
    """A field that is added says whether it is printed: it is to be put into one of the lists here."""
    found: dict[str, list[str]] = {"content": [], "printed": [], "unprinted": []}
    for route in routes(Roadmap):
        kind = "content" if is_content(route) else "printed" if is_printed(route) else "unprinted"
        found[kind].append(".".join(str(part) for part in route if part != 0))
    assert sorted(found["content"]) == sorted(CONTENT.split())
    assert sorted(found["printed"]) == sorted(OTHERS_PRINTED.split())
    assert sorted(found["unprinted"]) == sorted(UNPRINTED.split())


def test_what_is_content_is_printed() -> None:
    """A dash can look empty only where it is printed."""
    assert all(is_printed(tuple(name.split("."))) for name in CONTENT.split())


@pytest.mark.parametrize("name", [one for one in (*CONTENT.split(), *UNPRINTED.split()) if ".columns." not in one])
def test_indices_change_nothing(name: str) -> None:
    """An item of a list is what the list is, at any depth."""
    keys = tuple(name.split("."))
    deep = tuple(part for key in keys for part in (key, 7))
    assert (is_printed(deep), is_content(deep)) == (is_printed(keys), is_content(keys))


def test_rows_of_any_level() -> None:
    """A row below a row has the same fields."""
    row: Route = ("sections", 0, "activities", 1, "activities", 2)
    assert is_content((*row, "result"))
    assert not is_printed((*row, "id"))
    assert not is_printed((*row, "deadline", "dates", 0))


@pytest.mark.parametrize("alias", ["id", "form", "dates"])
def test_an_alias_is_no_setting(alias: str) -> None:
    """Keys of the directory are the author's own, whatever they are called."""
    assert is_printed(("owners", alias))
    assert is_content(("owners", alias))
    assert is_printed(("owners", alias, "post"))


@pytest.mark.parametrize(
    "route", [("sekcii", 0, "id"), ("sections", 0, "activitis", 0, "text", "x"), ("document", "x")]
)
def test_what_the_format_does_not_know(route: Route) -> None:
    """Text under a key that is unknown is no setting, and nobody says that it must not be empty."""
    assert is_printed(route)
    assert not is_content(route)
    assert fields_at(route) == ()


def test_keys_of_the_author_are_not_known() -> None:
    """Where the format names no keys it knows none, and knows them again below."""
    assert fields_at(("owners",)) == ()
    assert fields_at(("owners", "umo")) == ("post", "name", "contacts", "email")
    assert fields_at((), SharedDirectory) == ("owners", "terms")


def test_the_schemas_do_not_show_it() -> None:
    """What fields say of their texts is for the program alone."""
    for schema in SCHEMAS.values():
        assert "UNPRINTED" not in str(schema())
        assert "'printed'" not in str(schema()).replace("['computed', 'printed']", "")
