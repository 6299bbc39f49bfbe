"""Proves that automatic numbers are counted as Word counts them, and as LibreOffice does where it does so."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path
from subprocess import run

import pytest

from roadmapc.importing.counting import counted, words_of
from roadmapc.importing.counting.number_formats import formatted
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
    style,
    table,
)


def numbers(body: str, numbering: str = LEVELS, styles: str = "") -> str:
    """Return the words of all numbers, in the order of the alphabet."""
    return " ".join(sorted(counted(docx(body, numbering=numbering, styles=styles)).numbers.elements()))


def said(*texts: str) -> str:
    """Return the words of numbers as `numbers` does."""
    return " ".join(sorted(word for text in texts for word in words_of(text)))


BODIES = {
    "levels": (items(0, 1, 2, 2, 1, 0, 1), ["1.", "1.1.", "1.1.а)", "1.1.б)", "1.2.", "2.", "2.1."]),
    "lists of one kind go on": (items(0, 0) + items(0, num=2) + items(0), ["1.", "2.", "3.", "4."]),
    "begun anew once": (items(0, 0) + items(0, 0, num=3) + items(0), ["1.", "2.", "1.", "2.", "3."]),
    "level begun at five": (items(0) + items(0, 1, 0, 1, num=3), ["1.", "1.", "1.5.", "2.", "2.5."]),
    "level passed over": (items(1, 0, 2, 1), ["1.1.", "2.", "2.1.а)", "2.2."]),
    "in cells, empty ones too": (table((numbered(), p("а")), (numbered(), p("б"))), ["1.", "2."]),
    "no list": (items(0) + numbered("а", num=0) + numbered("а", num=77) + numbered("а", 8) + items(0), ["1.", "2."]),
    "hidden": (items(0) + numbered("", properties="<w:rPr><w:vanish/></w:rPr>") + items(0), ["1.", "3."]),
    "hidden mark": (items(0) + numbered("а", properties="<w:rPr><w:vanish/></w:rPr>") + items(0), ["1.", "2.", "3."]),
    "deleted": (items(0) + numbered("а", properties="<w:rPr><w:del/></w:rPr>") + items(0), ["1.", "2."]),
    "end of a section": (items(0) + numbered(properties="<w:sectPr/>") + items(0), ["1.", "2."]),
    "words at the end of a section": (numbered("а", properties="<w:sectPr/>") + items(0), ["1.", "2."]),
    "covered cell": (
        table((numbered("а"),), ("<w:tcPr><w:vMerge/></w:tcPr>" + numbered(),), (numbered("а"),)),
        ["1.", "3."],
    ),
    "text box": (
        p("<w:r><w:pict><w:txbxContent>" + numbered("а") + "</w:txbxContent></w:pict></w:r>") + items(0),
        ["1."],
    ),
    "earlier list": (p("а", properties=f"<w:pPrChange><w:pPr>{IN_LIST}</w:pPr></w:pPrChange>"), []),
}


@pytest.mark.parametrize("name", BODIES)
def test_numbers(name: str) -> None:
    body, expected = BODIES[name]
    assert numbers(body) == said(*expected)


LISTS = {
    "never begun anew": (
        abstract(level(0, "%1."), level(1, "%2)", more='<w:lvlRestart w:val="0"/>')),
        (0, 1, 0, 1),
        ["1.", "1)", "2.", "2)"],
    ),
    "begun anew after the first level": (
        abstract(level(0, "%1."), level(1, "%2)"), level(2, "%3", more='<w:lvlRestart w:val="1"/>')),
        (0, 1, 2, 1, 2, 0, 2),
        ["1.", "1)", "1", "2)", "2", "2.", "1"],
    ),
    "begun anew after a lower level is as usual": (
        abstract(level(0, "%1."), level(1, "%2)", more='<w:lvlRestart w:val="5"/>')),
        (0, 1, 0, 1),
        ["1.", "1)", "2.", "1)"],
    ),
    "legal": (
        abstract(level(0, "%1.", "upperRoman"), level(1, "%1.%2", "lowerLetter", more="<w:isLgl/>")),
        (0, 1),
        ["I.", "1.1"],
    ),
    "words": (abstract(level(0, "Приложение № %1", start=4)), (0, 0), ["Приложение 4", "Приложение 5"]),
    "no start": (abstract('<w:lvl w:ilvl="0"><w:lvlText w:val="%1"/></w:lvl>'), (0, 0), ["0", "1"]),
    "number of a lower level": (abstract(level(0, "%1.%2")), (0,), ["1"]),
    "none": (abstract(level(0, "%1 §", "none"), level(1, "%1%2.")), (0, 1), ["1."]),
    "bullet above": (abstract(level(0, "-", "bullet"), level(1, "%1%2.")), (0, 1), ["1."]),
    "bullet of words": (abstract(level(0, "Этап:", "bullet")), (0, 0), ["Этап", "Этап"]),
    "hollow bullet": (abstract(level(0, "o", "bullet")), (0, 0), []),
    "sign of a font": (
        abstract(level(0, "ü", "bullet", more='<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>')),
        (0, 0),
        [],
    ),
    "hidden level": (abstract(level(0, "%1", more="<w:rPr><w:vanish/></w:rPr>"), level(1, "%1.%2")), (0, 1), ["1.1"]),
    "unknown format": (abstract(level(0, "%1", "cardinalText")), (0,), ["1"]),
    "custom format": (
        abstract(level(0, "%1", 'custom" w:format="001, 002, 003, ...', start=7)),
        (0,),
        ["007"],
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_lists(name: str) -> None:
    definition, levels, expected = LISTS[name]
    assert numbers(items(*levels), definition + num()) == said(*expected)


def test_a_list_has_levels_of_its_own() -> None:
    """They print otherwise and count on."""
    own = num(2, overrides=f'<w:lvlOverride w:ilvl="0">{level(0, "№ %1", "upperRoman")}</w:lvlOverride>')
    assert numbers(items(0, 0) + items(0, num=2), THREE + num() + own) == said("1.", "2.", "III")


def test_numbers_of_styles() -> None:
    """The level is that which names the style, else what the style says; what is based on it inherits both."""
    one = numbered_by_styles()
    assert numbers(one.body, one.numbering, one.styles) == said("1.", "1.1.", "1.2.", "1.2.1.", "2.")


@pytest.mark.parametrize("to", LIST_OF_A_STYLE)
def test_a_list_that_is_a_style(to: str) -> None:
    """The style leads to the list with the levels, or those say whose they are; both count on."""
    one = listed_by_a_style(to)
    assert numbers(one.body, one.numbering, one.styles) == said("1.", "2.", "3.")


def test_a_list_style_that_leads_to_itself() -> None:
    definition = abstract(id=0, more='<w:numStyleLink w:val="L"/>')
    to = f"<w:pPr>{IN_LIST}</w:pPr>"
    assert numbers(items(0), definition + num(), style("L", to, "numbering")) == ""


FORMATS = {
    "decimal": {1: "1", 0: "0", -3: "-3"},
    "decimalZero": {1: "01", 12: "12"},
    "lowerRoman": {4: "iv", 1990: "mcmxc", 0: "0"},
    "upperLetter": {1: "a", 26: "z", 27: "aa", 53: "aaa"},
    "russianLower": {1: "а", 6: "е", 7: "ж", 10: "к", 26: "ы", 27: "э", 29: "я", 30: "аа", 31: "бб"},
    "ordinal": {3: "3-й"},
    "none": {3: ""},
    "hebrew1": {3: "3"},
    "lowerLetter": {999_999_999: "999999999"},
}


@pytest.mark.parametrize(
    ("name", "number", "text"), [(name, *pair) for name, pairs in FORMATS.items() for pair in pairs.items()]
)
def test_formats(name: str, number: int, text: str) -> None:
    assert formatted(number, name).casefold() == text


def exported(data: bytes, folder: Path) -> str:
    """Return the text that LibreOffice writes of a Word file."""
    (folder / "a.docx").write_bytes(data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    to = ("--convert-to", "txt:Text (encoded):UTF8", "--outdir", str(folder), str(folder / "a.docx"))
    run(["soffice", profile, "--headless", *to], check=True, capture_output=True, timeout=120)
    return (folder / "a.txt").read_text("utf-8-sig")


@pytest.mark.libreoffice
@pytest.mark.skipif(not shutil.which("soffice"), reason="needs LibreOffice")
def test_libreoffice_counts_the_same(tmp_path: Path) -> None:
    """Its text has the words that print and the numbers; where Word differs from it the sample is silent."""
    more = (
        abstract(level(0, "Глава %1.", "upperRoman", 3), level(1, "%1.%2.", "lowerLetter"), id=1)
        + abstract(level(0, "%1)", "decimalZero"), id=2)
        + abstract(level(0, "%1)", "ordinal"), id=3)
    )
    lists = num() + num(2) + num(3, overrides=begins(0, 1)) + num(4, 1) + num(5, 2) + num(6, 3)
    russian = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="ru-RU"/></w:rPr></w:rPrDefault></w:docDefaults>'
    body = (
        items(1, 0, 1, 2, 2, 0, 2)
        + items(0, 1, num=2)
        + items(0, 0, 1, num=3)
        + items(0)
        + items(0, 1, 1, 0, 1, num=4)
        + table((numbered(num=5), p("Провести мониторинг")), (numbered(num=5), p("Издать при", "каз")))
        + items(0, 0, num=6)
        + "".join(numbered("в", 2) for _ in range(29))
        + numbered("", properties="<w:sectPr/>")
        + items(0)
    )
    data = docx(body, numbering=THREE + more + lists, styles=russian)
    count = counted(data)
    assert count.printed + count.numbers == Counter(words_of(exported(data, tmp_path)))
    assert sum(count.numbers.values()) > 100
