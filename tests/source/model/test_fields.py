"""Proves how a field takes what an author writes: lines, blocks, flags, days, short forms."""

from __future__ import annotations

import pytest
from pydantic import BaseModel, ValidationError

from roadmapc.source.model import Activity, Owner, Roadmap
from roadmapc.source.model.fields import DateText, Flag, Line, Lines, ProseText, as_record


class Fields(BaseModel):
    """One field of each kind."""

    line: Line | None = None
    block: ProseText | None = None
    flag: Flag | None = None
    day: DateText | None = None
    lines: Lines = ()


@pytest.mark.parametrize(
    ("field", "given", "taken"),
    [
        ("line", " раз \n два ", "раз два"),
        ("block", " раз\n  два ", " раз\n  два "),
        ("block", ["раз", "два"], "раз\n\nдва"),
        ("flag", "Да", True),
        ("flag", "no", False),
        ("day", "20 октября 2022 г.", "20 октября 2022 г."),
        ("lines", "раз  два", ("раз два",)),
        ("lines", ["раз", "два"], ("раз", "два")),
    ],
)
def test_what_is_taken(field: str, given: object, taken: object) -> None:
    """A line is one line, a block keeps its lines, a list of texts is paragraphs, a text is a list of one."""
    assert getattr(Fields.model_validate({field: given}), field) == taken


@pytest.mark.parametrize(
    ("field", "given", "kind"),
    [
        ("line", "", "too_short"),
        ("line", " \n ", "too_short"),
        ("line", ["раз"], "string_type"),
        ("block", [1], "string_type"),
        ("flag", "может быть", "flag"),
        ("flag", 1, "flag"),
        ("day", "31.02.2022", "date_text"),
        ("lines", {"a": "б"}, "tuple_type"),
    ],
)
def test_what_is_not(field: str, given: object, kind: str) -> None:
    """Nothing is guessed: empty text, other shapes, words that are no flag or day."""
    with pytest.raises(ValidationError) as error:
        Fields.model_validate({field: given})
    assert kind in {one["type"] for one in error.value.errors()}


@pytest.mark.parametrize(
    ("value", "key", "record"),
    [
        ("umo", "who", {"who": ["umo"]}),
        (["umo", "imc"], "who", {"who": ["umo", "imc"]}),
        ("май", "text", {"text": "май"}),
        (["май"], "text", ["май"]),
        ({"text": "май"}, "text", {"text": "май"}),
        (None, "text", None),
    ],
)
def test_short_forms(value: object, key: str, record: object) -> None:
    """A text stands for the record whose one key it is; owners may be a list; everything else is judged as it is."""
    assert as_record(value, key) == record


def test_both_forms_are_one_record() -> None:
    """What is written short and what is written long is the same."""
    short = Activity.model_validate({"activity": "А", "deadline": "май", "owners": "umo"})
    long = Activity.model_validate({"activity": "А", "deadline": {"text": "май"}, "owners": {"who": ["umo"]}})
    assert short == long


def test_a_record_is_closed_and_frozen() -> None:
    """A key that the format does not know is an error, and nothing is changed once it is read."""
    with pytest.raises(ValidationError, match="extra_forbidden"):
        Owner.model_validate({"post": "А", "pots": "Б"})
    owner = Owner(post="А")
    with pytest.raises(ValidationError, match="frozen"):
        owner.post = "Б"  # type: ignore[misc]  # this is what is refused
    assert Roadmap.model_config["frozen"]
