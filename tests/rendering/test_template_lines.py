"""Proves that a place in what was written leads back to the template, and the line, that wrote it."""

from __future__ import annotations

import pytest
from jinja2 import DictLoader

from roadmapc.rendering.sandbox import Sandbox
from roadmapc.rendering.template_lines import written_at

TEMPLATES = {
    "a": "раз {{ word }}\n{% for n in [1, 2] %}\nдва {{ n }}\n{% endfor %}\n{% include 'b' %}\n\nтри",
    "b": "внутри\n{{ word }}",
}
WRITTEN = "раз слово\nдва 1\nдва 2\nвнутри\nслово\nтри"


@pytest.mark.parametrize(
    ("line", "column", "place"),
    [
        (1, 1, ("a", 1)),
        (1, 5, ("a", 1)),
        (2, 1, ("a", 3)),
        (3, 5, ("a", 3)),
        (4, 3, ("b", 1)),
        (5, 2, ("b", 2)),
        (6, 1, ("a", 7)),
    ],
)
def test_places(line: int, column: int, place: tuple[str, int]) -> None:
    """Text and values, in loops and in included templates."""
    sandbox = Sandbox(DictLoader(TEMPLATES))
    values = {"word": "слово"}
    assert sandbox.get_template("a").render(**values).split("\n") == WRITTEN.split("\n")
    assert written_at("a", values, sandbox, line, column) == place


def test_a_template_that_fails_on_its_second_run_has_no_line() -> None:
    """What cannot be run again is told without a line rather than with a wrong one."""
    sandbox = Sandbox(DictLoader({"a": "{{ nobody.name }}"}))
    assert written_at("a", {}, sandbox, 1, 1) == ("a", 0)
