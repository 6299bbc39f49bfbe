"""Proves on pages laid out by LibreOffice how attachments look: plans of 4 to 40 rows, converted in one run of it."""

from __future__ import annotations

import itertools
import random
import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from roadmapc.documents._table import table_rows
from roadmapc.documents.attachment import attachment_view
from roadmapc.documents.output import AboutView
from roadmapc.rendering.packaged import packaged
from roadmapc.rendering.templates import Templates
from roadmapc.word.package.base_form import load_form
from roadmapc.word.writer.docx import write
from roadmapc.workspace import pdf
from tests.plans import plan_of

pytestmark = [
    pytest.mark.libreoffice,
    pytest.mark.skipif(
        not (shutil.which("soffice") and shutil.which("pdftotext")), reason="needs LibreOffice, Poppler"
    ),
]
SIZES = range(4, 41)
WORDS = (
    *("провести", "мониторинг", "методической", "работы", "в", "образовательных", "организациях", "района", "и"),
    *("подготовить", "аналитическую", "справку", "по", "его", "итогам", "для", "руководителей", "школьных"),
)
PERSONS = ("Иванов И.И.", "Петрова П.П.", "Магомедов М.А.", "Римская-Корсакова С.С.", "Цой В.Р.")
BROKEN = "Короткая строка\nвторая короткая строка"
LAST_WORDS = "конец предисловия"
LANDSCAPE = 700  # points: a page that is wider lies on its side


class Word(NamedTuple):
    """A word on a page, in points from its upper left corner; `line` counts the lines of the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    line: int


class Sheet(NamedTuple):
    """A page and its words, from the top down, without the page's number."""

    width: float
    height: float
    words: tuple[Word, ...]


def source(rows: int) -> str:
    """Return a plan of so many rows of any length, of which some share their owners; with a signature."""
    chance = random.Random(rows)
    preface = f"preface:\n  - text: |-\n      {BROKEN.replace(chr(10), chr(10) + '      ')}\n\n"
    preface += "".join(f"      {_said(chance, 60)}.\n\n" for _ in range(chance.choice((0, 1, 3, 6, 9))))
    preface += f"      {LAST_WORDS}\n"
    sections = []
    for first in range(0, rows, 9):
        lines = [f"  - title: Раздел {first}\n    activities:\n"]
        lines += [_row(chance) for _ in range(min(9, rows - first))]
        sections.append("".join(lines))
    return (
        "roadmapc: 1\nmunicipality: {name: Район}\n"
        "document: {kind: дорожная карта, title: Дорожная карта, period: 2021-2024}\n"
        f"signature: {{position: Начальник управления образования, name: А.А. Подписант}}\n{preface}"
        f"sections:\n{''.join(sections)}"
    )


def _said(chance: random.Random, most: int) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(2, most)))


def _row(chance: random.Random) -> str:
    long = chance.random() < 0.2
    owners = chance.choice((" ", ", ")).join(chance.sample(PERSONS, chance.randint(1, 4)))
    return (
        f"      - activity: {_said(chance, 75 if long else 25)}\n        deadline: май 2022\n"
        f"        owners: {{text: '{owners}'}}\n        result: {_said(chance, 14)}\n"
    )


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[int, tuple[Sheet, ...]]:
    """Return the pages of every plan, by its number of rows."""
    form = load_form(packaged("templates").joinpath("form.docx").read_bytes())
    templates = Templates()
    documents = []
    for rows in SIZES:
        view = attachment_view(plan_of(source(rows)))
        values = {"attachment": view, "about": AboutView("Район", "", "Т", "2021", "")}
        document = templates.document("attachment.html", values, {"activities": table_rows(view.tables[0])})
        documents.append(write(document, form, title="Т", author="", created=date(2022, 1, 1)))
    folder = tmp_path_factory.mktemp("printed")
    found = {}
    for rows, data in zip(SIZES, pdf.converted(pdf.find_office(), documents), strict=True):
        path = folder / f"{rows}.pdf"
        path.write_bytes(data)
        found[rows] = tuple(sheets(path))
    return found


def sheets(path: Path) -> list[Sheet]:
    """Return the pages of a PDF with their words."""
    told = subprocess.run(["pdftotext", "-bbox-layout", path, "-"], capture_output=True, check=True).stdout
    pages = []
    for page in ET.fromstring(told).iter("{http://www.w3.org/1999/xhtml}page"):
        words = []
        for at, line in enumerate(page.iter("{http://www.w3.org/1999/xhtml}line")):
            for word in line:
                left, top, right, bottom = (float(word.attrib[name]) for name in ("xMin", "yMin", "xMax", "yMax"))
                words.append(Word(word.text or "", left, top, right, bottom, at))
        height = float(page.attrib["height"])
        inside = [word for word in words if not (word.text.isdigit() and word.top < 50)]
        inside.sort(key=lambda word: (word.top, word.left))
        pages.append(Sheet(float(page.attrib["width"]), height, tuple(inside)))
    return pages


def below_head(sheet: Sheet) -> list[Word]:
    """Return the words below the table's head; none where the page has no table."""
    head = [word for word in sheet.words if word.text in ("Мероприятие", "исполнения", "№")]
    return [word for word in sheet.words if word.top > max(one.bottom for one in head)] if head else []


def lines(sheet: Sheet) -> list[str]:
    """Return the lines of a page, each of one cell, with plain spaces."""
    found: dict[int, list[Word]] = {}
    for word in sheet.words:
        found.setdefault(word.line, []).append(word)
    texts = (" ".join(w.text for w in sorted(line, key=lambda w: w.left)) for _, line in sorted(found.items()))
    return [text.replace("\u00a0", " ") for text in texts]


@pytest.mark.parametrize("rows", SIZES)
def test_no_name_is_parted_from_its_initials(printed: dict[int, tuple[Sheet, ...]], rows: int) -> None:
    """Initials stand behind their surname, on one line with it; the signature's before it."""
    surnames = "|".join(person.split()[0].split("-")[-1] for person in PERSONS)  # a line may end at a hyphen
    told = [line for sheet in printed[rows] for line in lines(sheet)]
    whole = sum(len(re.findall(rf"(?:{surnames}) [А-Я]\.[А-Я]\.", line)) for line in told)
    initials = sum(len(re.findall(r"[А-Я]\.[А-Я]\.", line)) for line in told)
    assert initials == whole + 1 >= rows // 2
    assert any("А.А. Подписант" in line for line in told)


def test_a_line_may_break_between_persons(printed: dict[int, tuple[Sheet, ...]]) -> None:
    """Names that no comma parts go on two lines where they do not fit into one."""
    told = [line for pages in printed.values() for sheet in pages for line in lines(sheet)]
    before = [line for line, following in itertools.pairwise(told) if re.match(r"[А-Я][\w-]+ [А-Я]\.", following)]
    assert sum(bool(re.search(r"[А-Я]\.[А-Я]\.$", line)) for line in before) > 50


@pytest.mark.parametrize("rows", SIZES)
def test_a_line_before_a_break_is_not_stretched(printed: dict[int, tuple[Sheet, ...]], rows: int) -> None:
    """It ends where its words end, not at the margin."""
    first = printed[rows][0]
    at = next(word for word in first.words if word.text == "Короткая")
    line = [word for word in first.words if abs(word.top - at.top) < 2]
    assert [word.text for word in line] == ["Короткая", "строка"]
    assert line[-1].left - line[0].right < 8


@pytest.mark.parametrize("rows", SIZES)
def test_text_does_not_touch_the_table(printed: dict[int, tuple[Sheet, ...]], rows: int) -> None:
    """Between the last line of the text and the head is more than between lines."""
    for sheet in printed[rows]:
        last = next((word for word in sheet.words if word.text == "предисловия"), None)
        head = next((word for word in sheet.words if word.text == "Мероприятие"), None)
        if last and head:
            assert head.top - last.bottom > 6


@pytest.mark.parametrize("rows", SIZES)
def test_a_signature_is_not_alone(printed: dict[int, tuple[Sheet, ...]], rows: int) -> None:
    """Above it stands a row of the table with its number, and the head."""
    last = printed[rows][-1]
    signed = next(word for word in last.words if "Подписант" in word.text)
    numbers = [word for word in below_head(last) if re.fullmatch(r"\d+\.\d+\.", word.text)]
    assert numbers
    assert all(word.top < signed.top for word in numbers)
    assert not any("Подписант" in word.text for sheet in printed[rows][:-1] for word in sheet.words)


@pytest.mark.parametrize("rows", SIZES)
def test_no_page_begins_with_the_rest_of_a_row(printed: dict[int, tuple[Sheet, ...]], rows: int) -> None:
    """Below the head stands a row with its number, or the name of a section, which is not the last on its page."""
    for sheet in printed[rows]:
        words = below_head(sheet)
        if words:
            first = [word.text for word in words if word.top - words[0].top < 2]
            assert re.fullmatch(r"\d+\.(\d+\.)?", first[0]), first
            assert "Раздел" not in [word.text for word in words if words[-1].top - word.top < 2]


@pytest.mark.parametrize("rows", SIZES)
def test_no_page_is_left_half_white_before_the_table(printed: dict[int, tuple[Sheet, ...]], rows: int) -> None:
    """Where a text on upright pages is followed by the table on its side, its last page is half full at least."""
    pages = printed[rows]
    upright = [sheet for sheet in pages if sheet.width < LANDSCAPE]
    assert len(upright) < len(pages)
    for sheet in upright[-1:]:
        assert len(upright) > 2 or sheet.words[-1].bottom > sheet.height * 0.45
    if not upright:
        last = next(at for at, sheet in enumerate(pages) if any(word.text == "предисловия" for word in sheet.words))
        assert below_head(pages[last]) or pages[last].words[-1].bottom > pages[last].height * 0.6
