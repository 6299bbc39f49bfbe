"""Proves on pages laid out by LibreOffice how reports look: of real roadmaps in every layout, and of long plans."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pytest

from roadmapc.cli.report import LAYOUTS
from roadmapc.plan.execution import Execution
from roadmapc.workspace.pdf import converted, find_office
from tests.documents.test_on_paper import LANDSCAPE, Sheet, sheets
from tests.paper import REAL, printing, real_plan
from tests.reports import execution, of_rows, report, texts, tsuntinsky, written

pytestmark = [pytest.mark.libreoffice, printing]
PHONE = "55-06-16"
DAY = date(2023, 7, 1)
_HEADS = {"Мероприятие", "Ответственный", "Раздел", "Итоги"}


def _made(roadmaps: Path) -> dict[str, tuple[bytes, str]]:
    """Return Word files with their text: reports of the real roadmaps, then plans of several lengths, with letters."""
    plans = {name: execution(real_plan(roadmaps, name)) for name in REAL if name != "tsuntinsky"}
    plans |= {"tsuntinsky": tsuntinsky()}
    plans |= {f"long-{n}": _long(n) for n in (3, 11, 24, 37)}
    found = {}
    for name, plan in plans.items():
        for layout in LAYOUTS:
            made = report(plan, DAY, "2023 год", layout, phone=PHONE, compiler="И.И. Иванов")
            text, files = texts(made), written(made)
            for document in files.keys() - ({"letter"} if layout != "full" else set()):
                found[f"{name}-{document}"] = (files[document], text[document])
    return found


def _long(rows: int) -> Execution:
    lines = "".join(
        f"      - {{activity: Провести совещание руководителей школьных методических объединений {'и слет ' * (n % 9)}"
        f"номер {n}, deadline: '{n % 28 + 1}.0{n % 9 + 1}.2023', owners: [методист, руководители школ]}}\n"
        for n in range(rows)
    )
    signed = "signature: {position: Начальник управления образования, name: А.А. Подписант}\n"
    marks = "".join(f"  - {{at: '1.{n}', done: 01.02.2023, result: Проведено}}\n" for n in range(1, rows, 2))
    return of_rows(lines, "marks:\n" + marks, "2023 год", signed)


@pytest.fixture(scope="module")
def printed(roadmaps: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[list[Sheet], str]]:
    """Return the pages of each document with its text."""
    made = _made(roadmaps)
    folder = tmp_path_factory.mktemp("printed")
    found = {}
    pdfs = converted(find_office(), [data for data, _text in made.values()])
    for (name, (_data, text)), pdf in zip(made.items(), pdfs, strict=True):
        path = folder / "a.pdf"
        path.write_bytes(pdf)
        found[name] = (sheets(path), text)
    return found


def test_a_signature_is_not_alone(printed: dict[str, tuple[list[Sheet], str]]) -> None:
    """Above it on its page stands the end of a table or of the text; who compiled it is there too."""
    for name, (pages, text) in printed.items():
        signed = text.rpartition(" <…> ")[2].split("\n")[0].split()[-1]
        page, word = [(page, word) for page in pages for word in page.words if word.text.endswith(signed)][-1]
        above = [one for one in page.words if one.bottom < word.top]
        assert len(above) > 12, name
        assert any(PHONE in one.text for one in page.words), name


def test_no_line_stands_below_a_signature() -> None:
    """Its row and that of who compiled it have no borders, but for the end of the table above."""
    files = written(report(tsuntinsky(), DAY, phone=PHONE))
    for data in files.values():
        for table in docx.Document(BytesIO(data)).tables:
            borders = [[cell.xml.count('w:val="nil"') for cell in row._tr.tc_lst] for row in table.rows]
            if any(map(any, borders)):
                assert borders[-2:] == [[3, 3], [4]]


def test_tables_lie_on_their_side_and_repeat_their_heads(printed: dict[str, tuple[list[Sheet], str]]) -> None:
    """The full report and the chart; a page that begins with a table begins with its head."""
    for name, (pages, _text) in printed.items():
        on_side = name.endswith(("-report", "-report-network"))
        assert all((page.width > LANDSCAPE) == on_side for page in pages), name
        for page in pages[1:] if on_side else ():
            words = [word.text for word in page.words]
            assert _HEADS & set(words) or "план:" in words[:3], name


def test_no_word_is_broken(printed: dict[str, tuple[list[Sheet], str]]) -> None:
    """Columns are wide enough for their words; an address or a name with hyphens may go on in the next line."""
    for name, (pages, text) in printed.items():
        pieces = {piece for word in text.split() for piece in _pieces(word)}
        found = {word.text for page in pages for word in page.words if re.search("[А-Яа-я]{3}", word.text)}
        assert {word for word in found if word not in pieces and not _joined(word, pieces)} == set(), name


def _pieces(word: str) -> set[str]:
    """Return what a line may end or begin with of a word: parts between hyphens and slashes."""
    cuts = [0, *(at.end() for at in re.finditer("[-/–]", word)), len(word)]
    return {word[start:end] for at, start in enumerate(cuts) for end in cuts[at + 1 :]}


def _joined(word: str, pieces: set[str]) -> bool:
    """Say whether words that a no-break space holds together were read as one."""
    return any(word[:at] in pieces and word[at:].strip("\u00a0") in pieces for at in range(1, len(word)))


def test_letters_are_short(printed: dict[str, tuple[list[Sheet], str]]) -> None:
    """Three pages at most, however much is open: the report has all of it."""
    letters = {name: len(pages) for name, (pages, _text) in printed.items() if name.endswith("letter")}
    assert max(letters.values()) <= 3
