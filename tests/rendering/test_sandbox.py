"""Proves what the sandbox takes from a template's budget, and what it refuses before any is taken."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import repeat

import pytest
from jinja2 import DictLoader
from jinja2.exceptions import SecurityError, TemplateRuntimeError, UndefinedError

from roadmapc.rendering.sandbox import MOST_STEPS, EndlessTemplate, Sandbox


@dataclass(frozen=True)
class View:
    """What a template sees: a field, and a method that leads nowhere."""

    title: str = "Карта"


def rendered(text: str, **values: object) -> tuple[str, int]:
    """Return what a template writes, and the steps that it takes."""
    sandbox = Sandbox(DictLoader({"a": text, "other": "б"}))
    template = sandbox.get_template("a")
    sandbox.get_template("other")  # compiling takes steps of its own
    sandbox.reset_budget()
    return template.render(**values), sandbox.budget.steps


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("а", 1),
        ("{{ 1 + 1 }}", 5),
        ("{% for n in [1, 2, 3] %}{{ n }}{% endfor %}", 22),
        ("{% for n in [1, 2] %}{% for m in 'абв' %}{% endfor %}{% endfor %}", 38),
        ("{{ 'а'.upper() }}", 28),
        ("{{ word ~ word }}", 803),
        ("{{ word + word }}", 805),
        ("{% include 'other' %}", 42),
    ],
)
def test_steps(text: str, steps: int) -> None:
    """Two nodes are a step, a call is twenty, five letters of Russian are one: copied once, and put out once."""
    assert rendered(text, word="я" * 1_000)[1] == steps


@pytest.mark.parametrize("things", [range(1001), repeat(0)], ids=["sized", "endless"])
def test_the_budget_ends(things: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """A loop whose length is known is stopped before its first turn, another one on its way."""
    monkeypatch.setattr("roadmapc.rendering.budget.MOST_STEPS", 1000)
    with pytest.raises(EndlessTemplate):
        rendered("{% for n in things %}{% endfor %}", things=things)


def test_a_new_document_has_a_new_budget() -> None:
    """What one document took, the next one has again."""
    sandbox = Sandbox(DictLoader({}))
    sandbox.spend(MOST_STEPS)
    with pytest.raises(EndlessTemplate):
        sandbox.spend(1)
    sandbox.reset_budget()
    sandbox.spend(MOST_STEPS)


@pytest.mark.parametrize("text", ["{{ 'а' * 1000001 }}", "{{ 9 ** 65 }}", "{{ 9 ** 0.5 }}", "{{ '%99999d' % 1 }}"])
def test_much_out_of_little(text: str) -> None:
    """An operator that would make gigabytes out of numbers is refused at once."""
    with pytest.raises(EndlessTemplate):
        rendered(text)


@pytest.mark.parametrize(
    ("text", "written"), [("{{ 'а' * 3 }}", "ааа"), ("{{ 2 ** 64 }}", str(2**64)), ("{{ '%03d' % 1 }}", "001")]
)
def test_little_out_of_little(text: str, written: str) -> None:
    """The same operators do what they say where the result is of a usual size."""
    assert rendered(text)[0] == written


@pytest.mark.parametrize("text", ["{{ 'а'.center(9) }}", "{{ '{}'.format(1) }}", "{{ view.__class__ }}"])
def test_methods_that_are_refused(text: str) -> None:
    """Methods that make long texts out of numbers, and all that leads out of a value."""
    with pytest.raises((SecurityError, UndefinedError)):
        rendered(text, view=View())


def test_fields_of_views_are_seen() -> None:
    """A field prints; a wrong name is told with the nearest right one."""
    assert rendered("{{ view.title }}", view=View())[0] == "Карта"
    with pytest.raises(TemplateRuntimeError, match="there is no “titel”; perhaps title"):
        rendered("{{ view.titel }}", view=View())
