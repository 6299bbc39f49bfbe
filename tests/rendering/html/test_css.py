"""Proves that the stylesheet says what the styles of the form say, in the units of CSS."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.rendering.html.css import stylesheet
from roadmapc.rendering.styles import STYLES

SHEET = stylesheet("")


def rule(style: str) -> dict[str, str]:
    """Return the declarations of a style."""
    *_, inside = re.findall(rf"^\.{style} {{ (.*); }}$", SHEET, re.MULTILINE)
    return dict(declaration.split(": ", 1) for declaration in inside.split("; "))


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        ("Text", {"text-align": "justify", "text-indent": "35.45pt", "line-height": "1.322"}),
        ("TableText", {"text-align": "left", "line-height": "1.15", "font-size": "12pt"}),
        ("Item", {"margin-left": "58.15pt", "text-indent": "-22.7pt"}),
        ("Kind", {"letter-spacing": "2pt", "font-weight": "bold", "padding-top": "18pt", "break-after": "avoid"}),
    ],
)
def test_declarations(style: str, expected: dict[str, str]) -> None:
    """Twentieths of a point and half points become points, lines become shares of the type's size."""
    found = rule(style)
    assert {name: found.get(name) for name in expected} == expected


def test_what_is_not_set_is_not_said() -> None:
    """A style without an indent or an interval has none in the stylesheet."""
    assert not {"text-indent", "padding-top", "margin-left"} & rule("TableText").keys()


@pytest.mark.parametrize("style", STYLES)
def test_a_hanging_mark_fills_its_indent(style: str) -> None:
    """The box of a mark is as wide as the indent hangs, so that text begins where other lines do."""
    indent = rule(style).get("text-indent", "")
    width = f"min-width: {indent.removeprefix('-')}" if indent.startswith("-") else "min-width: 35.45pt"
    assert f".{style} > .mark {{ {width}; }}\n" in SHEET


@given(st.text(min_size=1, max_size=20))
def test_no_draft_mark_leaves_its_quotes(draft: str) -> None:
    """Whatever a draft is marked with, the stylesheet gets one string, and reads back as it was."""
    (quoted,) = re.findall(r'@top-right \{ content: "([^"]*)"; font', stylesheet(draft))
    back = re.sub(r"\\([0-9a-f]+) ", lambda match: chr(int(match[1], 16)), quoted)
    assert back == draft
    assert not re.search(r'[<>"\n{}]', quoted)


def test_heads_inside_tables_are_known_where_there_are_any() -> None:
    """The sheet of other pages stays as it was."""
    assert "tr.heads" not in SHEET
    assert stylesheet("", inner_heads=True).startswith(SHEET)
    assert "tr.heads" in stylesheet("", inner_heads=True)


def test_words_stand_out_from_their_ground() -> None:
    """Every colour of letters is told from white and from a shaded cell by 4.5 to 1 at least (WCAG 2.2, 1.4.3)."""
    letters = {full(colour) for colour in re.findall(r"[ {]color: #(\w+)", SHEET)}
    grounds = {"ffffff", full(re.findall(r"\.shaded \{ background: #(\w+)", SHEET)[0])}
    assert len(letters) > 1
    assert min(contrast(letter, ground) for letter in letters for ground in grounds) >= 4.5


def full(colour: str) -> str:
    """Return a colour in six digits."""
    return colour if len(colour) == 6 else "".join(2 * digit for digit in colour)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours as WCAG reckons it."""
    darker, lighter = sorted(map(luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """Return the relative luminance of a colour."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_only_screens_are_narrow() -> None:
    """What is laid out anew for phones never reaches paper."""
    assert set(re.findall(r"@media ([^{]*?) \{", SHEET)) == {
        "print",
        "screen and (max-width: 1120px)",
        "screen and (max-width: 720px)",
    }
