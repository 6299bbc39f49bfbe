"""Proves that what a key is shown with is what the format takes."""

from __future__ import annotations

from typing import Any

import pytest

from roadmapc.diagnostics import Source
from roadmapc.source.model import Order, Record, Roadmap, Section, SharedDirectory, Waiver
from roadmapc.source.model.samples import is_list, record_in, sample, takes_text
from roadmapc.source.parsing import parse_yaml


def read(lines: list[str]) -> Any:
    """Return the data of some lines."""
    tree, problems = parse_yaml(Source("a", "\n".join(lines) + "\n"))
    assert problems == []
    assert tree is not None
    return tree.data


@pytest.mark.parametrize("record", [Roadmap, Order, SharedDirectory, Waiver, Section])
def test_the_keys_that_must_be_there_make_a_record(record: type[Record]) -> None:
    """Put together, the samples of all that a record must have are such a record; each of the others is one key."""
    needed: dict[str, Any] = {}
    for key, field in record.model_fields.items():
        data = read(sample(key, field))
        assert list(data) == [key]
        if field.is_required():
            needed |= data
    record.model_validate(needed)


def test_shapes_are_told_from_annotations() -> None:
    """Lists, records inside, and records that may be one text."""
    fields = Roadmap.model_fields
    assert is_list(fields["sections"].annotation)
    assert not is_list(fields["document"].annotation)
    assert record_in(fields["sections"].annotation) is Section
    assert record_in(fields["id"].annotation) is None
    item = record_in(Order.model_fields["items"].annotation)
    assert item is not None
    assert takes_text(item)
    assert not takes_text(Section)
