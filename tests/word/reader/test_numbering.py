"""Proves that paragraphs have the numbers that Word prints, whoever counts them: this reader or the count of words."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.importing.counting import counted, words_of
from roadmapc.word.reader.document import read_document
from roadmapc.word.reader.numbering import written
from tests.importing.counting.files import (
    IN_LIST,
    LEVELS,
    LIST_OF_A_STYLE,
    THREE,
    abstract,
    begins,
    docx,
    items,
    level,
    listed_by_a_style,
    num,
    numbered,
    numbered_by_styles,
    p,
    r,
    table,
)


def marks(body: str, numbering: str = LEVELS, styles: str = "") -> list[str]:
    """Return the numbers of all paragraphs that have one, in order."""
    data = docx(body, numbering=numbering, styles=styles)
    return [one.mark for one in read_document(data).paragraphs if one.mark]


FORMATS = {
    "decimal": {0: "0", 1: "1", 111: "111"},
    "decimalZero": {1: "01", 12: "12"},
    "upperRoman": {4: "IV", 1990: "MCMXC", 4000: "4000"},
    "lowerRoman": {9: "ix"},
    "upperLetter": {1: "A", 27: "AA"},
    "lowerLetter": {26: "z", 53: "aaa"},
    "russianUpper": {7: "Ж"},
    "russianLower": {6: "е", 7: "ж", 10: "к", 26: "ы", 28: "ю", 29: "я", 30: "аа", 31: "бб", 0: "0"},
    "ordinal": {3: "3-й"},
    "none": {3: ""},
    "cardinalText": {3: "3"},
}


@pytest.mark.parametrize(
    ("name", "number", "text"), [(a, *one) for a, pairs in FORMATS.items() for one in pairs.items()]
)
def test_formats(name: str, number: int, text: str) -> None:
    """Each format prints as Word has it: 29 Russian letters, doubled behind the last; what is unknown in digits."""
    assert written(number, name) == text


def test_a_format_of_ones_own_says_how_many_digits() -> None:
    assert written(7, "custom", "001, 002, 003, ...") == "007"


HIDDEN = "<w:rPr><w:vanish/></w:rPr>"
BODIES = {
    "levels": (items(0, 1, 2, 2, 1, 0, 1), ["1.", "1.1.", "1.1.а)", "1.1.б)", "1.2.", "2.", "2.1."]),
    "lists of one kind go on": (items(0, 0) + items(0, num=2) + items(0), ["1.", "2.", "3.", "4."]),
    "begun anew once": (
        items(0, 0) + items(0, 0, num=3) + items(0) + items(0, num=3),
        ["1.", "2.", "1.", "2.", "3.", "4."],
    ),
    "a level begun at five": (items(0) + items(0, 1, 0, 1, num=3), ["1.", "1.", "1.5.", "2.", "2.5."]),
    "the level above comes later": (items(1, 0, 2, 1), ["1.1.", "2.", "2.1.а)", "2.2."]),
    "the level above begins as its list says": (items(2, num=3), ["1.5.а)"]),
    "empty, in a cell, too": (table((numbered(), p("а")), (numbered(), p("б"))), ["1.", "2."]),
    "no list, an unknown one, an unknown level": (
        items(0) + numbered("а", num=0) + numbered("а", num=77) + numbered("а", 8) + items(0),
        ["1.", "2."],
    ),
    "a hidden paragraph counts": (items(0) + numbered(properties=HIDDEN) + items(0), ["1.", "3."]),
    "the mark alone is hidden": (items(0) + numbered("а", properties=HIDDEN), ["1.", "2."]),
    "only the text is hidden": (items(0) + p(r("а", "<w:vanish/>"), properties=IN_LIST), ["1.", "2."]),
    "a deleted mark": (items(0) + numbered("а", properties="<w:rPr><w:del/></w:rPr>") + items(0), ["1.", "2."]),
    "only the end of a section": (items(0) + numbered(properties="<w:sectPr/>") + items(0), ["1.", "2."]),
    "words at the end of a section": (numbered("а", properties="<w:sectPr/>") + items(0), ["1.", "2."]),
    "a covered cell": (
        table((numbered("а"),), ("<w:tcPr><w:vMerge/></w:tcPr>" + numbered(),), (numbered("а"),)),
        ["1.", "3."],
    ),
    "a text box does not count": (
        p("<w:r><w:pict><w:txbxContent>" + numbered("а") + "</w:txbxContent></w:pict></w:r>") + items(0),
        ["1."],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BODIES)
def test_numbers(name: str) -> None:
    """Lists that share their levels count on, a number begins anew once, what nobody sees counts and prints nothing."""
    body, expected = BODIES[name]
    assert marks(body) == expected


COURIER = '<w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr>'
NEVER, AFTER_FIRST, AFTER_FIFTH = (f'<w:lvlRestart w:val="{n}"/>' for n in (0, 1, 5))
LISTS = {
    "a level that never begins anew": (
        abstract(level(0, "%1."), level(1, "%2)", more=NEVER)), (0, 1, 0, 1), "1. 1) 2. 2)",
    ),
    "one that begins anew after the first": (
        abstract(level(0, "%1."), level(1, "%2)"), level(2, "%3", more=AFTER_FIRST)),
        (0, 1, 2, 1, 2, 0, 2),
        "1. 1) 1 2) 2 2. 1",
    ),
    "one that would begin anew after a lower one": (
        abstract(level(0, "%1."), level(1, "%2)", more=AFTER_FIFTH)), (0, 1, 0, 1), "1. 1) 2. 1)",
    ),
    "all in digits": (
        abstract(level(0, "%1.", "upperRoman"), level(1, "%1.%2", "lowerLetter", more="<w:isLgl/>")), (0, 1), "I. 1.1",
    ),
    "digits only where there are numbers": (
        abstract(level(0, "–", "bullet"), level(1, "%1%2.", more="<w:isLgl/>")), (0, 1), "– 1.",
    ),
    "words": (abstract(level(0, "Этап %1:", start=4)), (0, 0), "Этап 4: Этап 5:"),
    "no start is nought": (abstract('<w:lvl w:ilvl="0"><w:lvlText w:val="%1"/></w:lvl>'), (0, 0), "0 1"),
    "the number of a lower level is none": (abstract(level(0, "%1.%2")), (0,), "1."),
    "none": (abstract(level(0, "%1 §", "none"), level(1, "%1%2.")), (0, 1), "§ 1."),
    "a hidden level": (abstract(level(0, "%1", more=HIDDEN), level(1, "%1.%2")), (0, 1), "1.1"),
    "signs": (abstract(level(0, "\uf0b7", "bullet"), level(1, "—", "bullet")), (0, 1), "• —"),
    "a ring of Courier": (abstract(level(0, "o", "bullet", more=COURIER)), (0,), "•"),
    "letters for a sign": (abstract(level(0, "да", "bullet")), (0,), "да"),
    "an empty sign": (abstract(level(0, " ", "bullet")), (0,), ""),
    "a format of one's own": (abstract(level(0, "%1", 'custom" w:format="001, 002, ...', start=7)), (0,), "007"),
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_lists(name: str) -> None:
    """What levels say of their start, of beginning anew, of digits and signs."""
    definition, levels, expected = LISTS[name]
    assert " ".join(marks(items(*levels), definition + num())) == expected


def test_a_list_has_levels_of_its_own() -> None:
    """They print otherwise and count on."""
    own = num(2, overrides=f'<w:lvlOverride w:ilvl="0">{level(0, "№ %1", "upperRoman")}</w:lvlOverride>')
    assert marks(items(0, 0) + items(0, num=2), THREE + num() + own) == ["1.", "2.", "№ III"]


def test_numbers_of_styles() -> None:
    """The level is that which names the style, else what the style says; what is based on it inherits both."""
    one = numbered_by_styles()
    assert marks(one.body, one.numbering, one.styles) == ["1.", "1.1.", "1.2.", "1.2.1.", "2."]


@pytest.mark.parametrize("to", LIST_OF_A_STYLE)
def test_a_list_that_is_a_style(to: str) -> None:
    """The style leads to the list with the levels, or those say whose they are; both count on."""
    one = listed_by_a_style(to)
    assert marks(one.body, one.numbering, one.styles) == ["1.", "2.", "3."]


FORMATS_OF_LEVELS = (
    "decimal",
    "decimalZero",
    "lowerRoman",
    "upperRoman",
    "russianLower",
    "upperLetter",
    "none",
    "bullet",
)
TEXTS = ("%1.", "%1.%2", "%1.%2.%3)", "%2)", "–", "этап %1: %2", "%3")


@st.composite
def levels(draw: st.DrawFn) -> str:
    """Draw what a list says of three of its levels."""
    found = []
    for at in range(draw(st.integers(1, 3))):
        restart = draw(st.sampled_from(["", *(f'<w:lvlRestart w:val="{n}"/>' for n in range(4))]))
        legal = draw(st.sampled_from(["", "", "<w:isLgl/>"]))
        text, kind = draw(st.sampled_from(TEXTS)), draw(st.sampled_from(FORMATS_OF_LEVELS))
        found.append(level(at, text, kind, draw(st.integers(0, 40)), restart + legal))
    return "".join(found)


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    """Draw a document of two abstract lists and four numbers, two of which begin anew."""
    definitions = abstract(draw(levels()), id=0) + abstract(draw(levels()), id=1)
    overrides = [begins(draw(st.integers(0, 2)), draw(st.integers(0, 9))) for _ in range(2)]
    numbers = num(1, 0) + num(2, 1) + num(3, 0, overrides[0]) + num(4, draw(st.integers(0, 1)), overrides[1])
    paragraph = st.builds(numbered, st.sampled_from(["а", "", "б"]), st.integers(0, 3), st.integers(0, 5))
    texts = draw(st.lists(paragraph, max_size=25))
    body = "".join(texts[:15]) + (table(tuple(texts[15:])) if texts[15:] else "")
    return docx(body, numbering=definitions + numbers)


@given(documents())
def test_both_countings_agree(data: bytes) -> None:
    """Of documents made by chance the numbers are those of the count of words, which shares no code with these."""
    found = [word for one in read_document(data).paragraphs for word in words_of(one.mark)]
    assert Counter(found) == counted(data).numbers
