"""Proves that text between tags is what HTML shows of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.rendering.blocks import Content, Run
from roadmapc.rendering.markup.whitespace import collapse, content

LETTERS = st.text(st.sampled_from("аб \u00a0"), max_size=8) | st.sampled_from("\n\t")
PIECES = st.lists(LETTERS | st.builds(Run, LETTERS, st.booleans(), st.booleans()), min_size=2, max_size=5)


def words(found: Content) -> str:
    """Return the text of content."""
    return "".join(piece if isinstance(piece, str) else piece.text for piece in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [("а б", "а б"), ("а  \n\t б", "а б"), (" а\r\n", " а "), ("а\u00a0 \u00a0б", "а\u00a0 \u00a0б")],
)
def test_runs_of_spaces_are_one(text: str, expected: str) -> None:
    """Spaces and line ends of the template are one space; no-break ones are the author's and stay."""
    assert collapse(text) == expected


@given(PIECES)
def test_content_is_trimmed(found: list[str | Run]) -> None:
    """No space stands at an end, behind a break or beside another space."""
    result = content(found)
    text = words(result)
    assert text == text.strip(" ").rstrip("\n") or text.endswith("\t")
    assert not any(pair in text for pair in ("  ", "\n ", "\t "))
    assert all(result)


@given(PIECES)
def test_no_word_is_lost(found: list[str | Run]) -> None:
    """All but spaces and breaks comes out as it went in, with its emphasis."""
    for bold, italic in ((False, False), (True, False), (False, True), (True, True)):
        kept = [
            "".join(
                piece if isinstance(piece, str) else piece.text
                for piece in pieces
                if (isinstance(piece, Run) and (piece.bold, piece.italic) == (bold, italic))
                or (isinstance(piece, str) and not (bold or italic))
            )
            for pieces in (found, content(found))
        ]
        assert len({text.translate(str.maketrans("", "", " \n\t")) for text in kept}) == 1
