"""Proves that tracked changes are accepted, or rejected, as a whole: text, rows, marks of paragraphs, moves, looks."""

from __future__ import annotations

from collections import Counter

import pytest

from roadmapc.importing.counting import counted, words_of
from roadmapc.word.reader.document import WordDocument, note_mark, read_document
from tests.importing.counting.files import abstract, docx, level, num, p, r, table

INSERTED = f"<w:ins>{r('новое')}</w:ins>"
DELETED = f"<w:del>{r('старое', tag='delText')}</w:del>"
VANISH = "<w:vanish/>"
GONE, ADDED = "<w:rPr><w:del/></w:rPr>", "<w:rPr><w:ins/></w:rPr>"


def told(document: WordDocument) -> str:
    """Return the paragraphs, parted by «|», and what stands aside, in brackets."""
    texts = "|".join(one.text for one in document.paragraphs)
    return texts + "".join(f" [{one.kind}: {one.text} @{one.at}]" for one in document.asides)


def row(text: str, mark: str = "") -> str:
    properties = f"<w:trPr><w:{mark}/></w:trPr>" if mark else ""
    content = f"<w:{mark}>{r(text, tag='delText' if mark == 'del' else 't')}</w:{mark}>" if mark else text
    return f"<w:tr>{properties}<w:tc>{p(content)}</w:tc></w:tr>"


ROWS = f"<w:tbl>{row('а')}{row('б', 'ins')}{row('в', 'del')}</w:tbl>"
HALF = f"<w:tbl>{row('а')}<w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('б')}</w:tc></w:tr></w:tbl>"
MOVE = (
    p(f"<w:moveFrom>{r('ушло')}</w:moveFrom>", "осталось")
    + "<w:moveFromRangeEnd/>"
    + p("здесь ", f"<w:moveTo>{r('ушло')}</w:moveTo>")
)
CASES = {
    "texts": (
        p("было ", INSERTED, DELETED),
        "было новое [deleted: старое @0]",
        "было старое [inserted: новое @0]",
    ),
    "an insertion that was deleted again": (
        p("а", f"<w:ins><w:del>{r('б', tag='delText')}</w:del></w:ins>"),
        "а [deleted: б @0]",
        "а [inserted: б @0]",
    ),
    "rows": (ROWS, "а|б [deleted: в @1]", "а|в [inserted: б @0]"),
    "a row whose words are not marked": (HALF, "а|б", "а|б"),
    "a mark that was deleted": (p("а", properties=GONE) + p("б"), "аб", "а|б"),
    "a mark that was inserted": (p("а", properties=ADDED) + p("б"), "а|б", "аб"),
    "several marks": (p("а", properties=GONE) + p("б", properties=GONE) + p("в"), "абв", "а|б|в"),
    "a mark before a table": (p("а", properties=GONE) + table((p("б"),)), "а|б", "а|б"),
    "an emptied paragraph before a table": (
        p("а") + p(DELETED, properties=GONE) + table((p("б"),)),
        "а|б [deleted: старое @-1]",
        "а|старое|б",
    ),
    "a move": (MOVE, "осталось|здесь ушло [deleted: ушло @0]", "ушлоосталось|здесь  [inserted: ушло @1]"),
    "in a control": (
        f"<w:sdt><w:sdtContent>{p(INSERTED, DELETED)}</w:sdtContent></w:sdt>",
        "новое [deleted: старое @0]",
        "старое [inserted: новое @0]",
    ),
    "of looks": (
        p(
            r("а", f"{VANISH}<w:rPrChange><w:rPr/></w:rPrChange>"),
            r("б", f"<w:rPrChange><w:rPr>{VANISH}</w:rPr></w:rPrChange>"),
        ),
        "б [hidden: а @0]",
        "а [hidden: б @0]",
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_changes_are_accepted(name: str) -> None:
    """What was inserted stays, what was deleted goes and is told with its place."""
    body, accepted, _ = CASES[name]
    assert told(read_document(docx(body))) == accepted


@pytest.mark.parametrize("name", CASES)
def test_changes_are_rejected(name: str) -> None:
    """All is as it was before anybody changed it."""
    body, _, rejected = CASES[name]
    assert told(read_document(docx(body), reject_changes=True)) == rejected


@pytest.mark.parametrize("reject", [False, True])
@pytest.mark.parametrize("name", CASES)
def test_the_count_of_words_agrees(name: str, reject: bool) -> None:
    """The same words stay and go for the count, which shares no code with the reader."""
    data = docx(CASES[name][0])
    read, count = read_document(data, reject_changes=reject), counted(data, reject_changes=reject)
    assert Counter(word for one in read.paragraphs for word in words_of(one.text)) == count.printed
    aside: dict[str, Counter[str]] = {}
    for one in read.asides:
        aside.setdefault(one.kind, Counter()).update(words_of(one.text))
    assert aside == count.aside


def test_a_paragraph_is_numbered_as_it_was() -> None:
    """A rejected change takes away the number that it gave."""
    numbering = abstract(level(0, "%1.")) + num()
    change = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:pPrChange><w:pPr/></w:pPrChange>'
    data = docx(p("а", properties=change), numbering=numbering)
    accepted, rejected = read_document(data), read_document(data, reject_changes=True)
    assert [one.paragraphs[0].mark for one in (accepted, rejected)] == ["1.", ""]


def test_changes_in_headers_are_told() -> None:
    """What goes from a part beside the body is told, too."""
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
    read = read_document(docx(p("а") + section, header1=p("шапка ", INSERTED, DELETED)))
    assert told(read) == "а [header: шапка новое @-1] [deleted: старое @-1]"


def test_a_note_has_its_mark_where_it_is_referred_to() -> None:
    """Footnotes are counted through the body; the mark of the twelfth is «¹²»."""
    body = p("раз", '<w:r><w:footnoteReference w:id="7"/></w:r>', " два", '<w:r><w:footnoteReference w:id="3"/></w:r>')
    assert [one.text for one in read_document(docx(body)).paragraphs] == ["раз¹ два²"]
    assert note_mark(12) == "¹²"
