"""Proves that a style takes over what it is based on, and that the looks of the form stay inside the page."""

from __future__ import annotations

import pytest

from roadmapc.rendering.styles import STYLES, ParagraphStyle, complete_style


def test_a_style_takes_over_what_it_is_based_on() -> None:
    """A style has what its base sets where it sets none."""
    style = complete_style("TableHeadSmall")
    assert (style.align, style.bold, style.size, style.line_spacing, style.keep_next) == ("center", True, 20, 240, True)


@pytest.mark.parametrize("name", STYLES)
def test_every_style_is_complete(name: str) -> None:
    """What a style sets it keeps; indented it is in any case, and a hanging mark stays inside the page."""
    style, unset = complete_style(name), ParagraphStyle()
    own = {key for key, value in STYLES[name]._asdict().items() if value != getattr(unset, key)} - {"based_on"}
    assert all(getattr(style, key) == getattr(STYLES[name], key) for key in own)
    assert style.first_line_indent is not None
    assert style.left < 0 or style.left + style.first_line_indent >= 0


def test_small_type_is_a_table_style_and_nothing_else() -> None:
    """Each style of a table has a small one, that differs in the size alone."""
    tables = [name for name in STYLES if name.startswith("Table") and not name.endswith("Small")]
    assert tables
    for name in tables:
        assert complete_style(f"{name}Small")._replace(based_on=name) == complete_style(name)._replace(
            size=20, based_on=name
        )
