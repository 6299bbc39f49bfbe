"""Proves that no template runs for ever or takes all memory: each is stopped by the budget, at its line."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from roadmapc.rendering.budget import MOST_ITEMS, MOST_LETTERS, Budget, EndlessTemplate
from tests.hostile.template_table import ENDLESS, MUCH

_AT_ONCE = 12
MOST_MEGABYTES = 200


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="limits of processes are those of POSIX")
@pytest.mark.parametrize("start", range(0, len(MUCH), _AT_ONCE))
def test_what_would_never_end(start: int) -> None:
    """Each is stopped within the limits of a process, in its third line, and takes no more than 200 MB."""
    numbers = range(start, min(start + _AT_ONCE, len(MUCH)))
    command = [sys.executable, "-m", "tests.hostile.run_templates", *map(str, numbers)]
    found = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    answers = dict(zip((MUCH[number] for number in numbers), map(json.loads, found), strict=True))
    endless = {f"a.html:3: {said}" for said in (ENDLESS, "the template writes without end")}
    assert {body: one["said"] for body, one in answers.items() if one["said"] not in endless} == {}
    assert {body: one["megabytes"] for body, one in answers.items() if one["megabytes"] > MOST_MEGABYTES} == {}


def test_a_value_is_measured_with_all_that_is_in_it() -> None:
    """A list that holds itself a thousand times over is never walked to its end."""
    nested: list[object] = [1]
    for _ in range(60):
        nested = [nested, nested]
    with pytest.raises(EndlessTemplate):
        Budget().measure(nested)


@pytest.mark.parametrize(
    "value", ["x" * (MOST_LETTERS + 1), [0] * (MOST_ITEMS + 1), 2**5000, (x for x in range(10**6))]
)
def test_a_value_has_a_usual_size(value: object) -> None:
    """Texts, lists and numbers beyond the limits are refused; what comes one by one is stopped on its way."""
    with pytest.raises(EndlessTemplate):
        Budget().sized(value)


def test_what_comes_one_by_one_becomes_a_list() -> None:
    """So nothing is left that could be computed later, past the budget."""
    assert Budget().sized(x for x in "аб") == ["а", "б"]
