"""Proves that paragraphs become escaped HTML with their marks, rules and roles, and labels plain words."""

from __future__ import annotations

import pytest

from roadmapc.rendering.blocks import Content, Paragraph, Run
from roadmapc.rendering.html.paragraphs import content_html, paragraph, plain


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (Paragraph(("а & б",)), '<p class="Text">а &amp; б</p>\n'),
        (Paragraph(("<Т>",), "Heading1"), '<h1 class="Heading1">&lt;Т&gt;</h1>\n'),
        (Paragraph(("а",), "Item", "–"), '<p class="Item"><span class="mark">– </span>а</p>\n'),
        (Paragraph(("а",), keep_next=True), '<p class="Text keep">а</p>\n'),
        (Paragraph((), "Blank"), '<p class="Blank"><span class="blank"></span></p>\n'),
    ],
)
def test_paragraphs(written: Paragraph, expected: str) -> None:
    """Styles are classes, headings tags; marks stand before the text, lines to write on behind it."""
    assert paragraph(written) == expected


def test_a_rule_and_a_heading_for_readers_of_screens() -> None:
    """Both are said on the tag."""
    found = paragraph(Paragraph(("а",), "TableSection"), suffix="Small", rule=True, heading=True)
    assert found.startswith('<p class="TableSectionSmall" style="border-bottom')
    assert 'role="heading" aria-level="3">а</p>' in found


@pytest.mark.parametrize(
    ("content", "html", "words"),
    [
        (("а\nб",), "а<br>б", "а б"),
        (("а\tб",), "а&emsp;б", "а б"),
        (("№\u00a0п/п",), "№\u00a0п/п", "№\u00a0п/п"),
        ((Run("а", bold=True), "<", Run("б", italic=True)), "<b>а</b>&lt;<i>б</i>", "а<б"),
        ((Run("а", bold=True, italic=True),), "<b><i>а</i></b>", "а"),
    ],
)
def test_contents(content: Content, html: str, words: str) -> None:
    """As HTML, and as the words alone."""
    assert content_html(content) == html
    assert plain(content) == words
