"""Proves that an order, read from its Word file alone and carried out on the signed text, gives the new text."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapc.documents.amending import amendment as order
from roadmapc.documents.amending._contents import ContentChanges, content_changes
from roadmapc.documents.output import File, OutputContext
from roadmapc.importer import proved_amendment as module
from roadmapc.importer.proved_amendment import Unproved, proved_amendment
from roadmapc.plan import Plan
from roadmapc.plan.amending import Amendment
from tests.amendments import WORD, amendment, between
from tests.conftest import ROADMAPS
from tests.documents.amending.test_amendment import ATTACHED
from tests.documents.amending.test_before_tables import WHOLE
from tests.editions import SIGNED
from tests.plan_edits import edited
from tests.plans import plan_of

Written = Callable[[Amendment, list[ContentChanges], OutputContext], list[File]]


@pytest.mark.parametrize("name", ["tsuntinsky", "choysky", "lmr-sk"])
@given(seed=st.integers(0, 10**9))
@settings(max_examples=8)
def test_the_order_makes_the_new_text(name: str, seed: int) -> None:
    """Whatever people change in a real roadmap: what no formula gives to the word is given in a new edition."""
    text = (Path(ROADMAPS) / f"{name}.yaml").read_text(encoding="utf-8")
    old, new = plan_of(text), plan_of(edited(text, _maybe, random.Random(seed)))
    proved = proved_amendment(between(old, new), WORD)
    assert [file.name for file in proved.files] == ["amendment.docx"]


def _maybe(text: str) -> Plan | None:
    try:
        return plan_of(text)
    except AssertionError:  # no roadmap any more
        return None


def _misled(change: Callable[[str], str]) -> Written:
    """Return what writes another order than it was told to."""

    def written(one: Amendment, contents: list[ContentChanges], context: OutputContext) -> list[File]:
        other = amendment(change(SIGNED))
        changes = content_changes(other, frozenset({0}) if contents[0].whole else frozenset())
        return list(order.amendment_files(other, changes, context))

    return written


def test_an_order_that_says_another_thing_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    """The proof reads the file, not the changes that it was made of."""
    monkeypatch.setattr(module, "amendment_files", _misled(lambda text: text.replace("май", "июль")))
    with pytest.raises(Unproved):
        proved_amendment(amendment(SIGNED.replace("май", "июнь")), WORD)


def test_a_formula_that_fails_is_a_new_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the formulas are misread, the whole is given anew, and that is read back."""

    def wrong(one: Amendment, anew: frozenset[int] = frozenset()) -> list[ContentChanges]:
        return content_changes(amendment(SIGNED.replace("май", "июль")) if not anew else one, anew)

    monkeypatch.setattr(module, "content_changes", wrong)
    proved = proved_amendment(amendment(SIGNED.replace("май", "июнь")), WORD)
    assert proved.contents[0].whole


SHAPES = {
    "tasks": SIGNED.replace("# первый\n", "\n    task: Собрать сведения о работе\n"),
    "no numbers": SIGNED.replace(
        "sections:\n", "table: {columns: [{is: activity}, {is: deadline}, {is: owners}, {is: result}]}\nsections:\n", 1
    ),
    "attachments": ATTACHED,
    "before tables": WHOLE,
}


@pytest.mark.parametrize("shape", SHAPES)
def test_formulas_come_out(shape: str) -> None:
    """What is said one by one gives the new text at the first reading, whatever the plan is made of."""
    text = SHAPES[shape]
    old = plan_of(text)
    for seed in range(20):
        new = plan_of(edited(text, _maybe, random.Random(seed)))
        for one in proved_amendment(between(old, new), WORD).contents:
            assert str(one.whole) != "the changes said one by one would not give the new text", seed
