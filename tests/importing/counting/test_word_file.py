"""Proves which words of a Word file are counted, and as what: each feature in a file of a few lines."""

from __future__ import annotations

from collections import Counter
from io import BytesIO

import pytest
from docx import Document

from roadmapc.importing.counting import WordCount, counted
from tests.importing.counting.files import LEVELS, docx, numbered, p, r, table
from tests.word.files import good

BOX = "<w:txbxContent>{}</w:txbxContent>"
VANISH = "<w:vanish/>"
RAISED = '<w:vertAlign w:val="superscript"/>'


def words(counter: Counter[str]) -> str:
    """Return the words of a counter in the order of the alphabet."""
    return " ".join(sorted(counter.elements()))


def told(count: WordCount) -> dict[str, str]:
    """Return all words by kind; what prints has no name."""
    found = {"": count.printed} | dict(count.aside)
    return {kind: words(counter) for kind, counter in found.items() if counter}


def field(code: str, *result: str) -> str:
    """Return the runs of a field."""
    return BEGIN + r(code, tag="instrText") + SEPARATE + "".join(result) + END


def changed(kind: str, *inner: str) -> str:
    """Return a tracked change."""
    return f'<w:{kind} w:id="1" w:author="А">{"".join(inner)}</w:{kind}>'


def choice(first: str, *others: str, fallback: str = "") -> str:
    """Return alternatives."""
    choices = "".join(f'<mc:Choice Requires="wps">{one}</mc:Choice>' for one in (first, *others) if one)
    return f"<mc:AlternateContent>{choices}<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"


SHAPE = "<w:drawing><wp:anchor><a:graphic><wps:wsp><wps:txbx>" + BOX
SHAPE += "</wps:txbx></wps:wsp></a:graphic></wp:anchor></w:drawing>"
OLD_SHAPE = "<w:pict><v:shape><v:textbox>" + BOX + "</v:textbox></v:shape></w:pict>"
DELETED_MARK = "<w:rPr>" + changed("del") + "</w:rPr>"

BEGIN, SEPARATE, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
LINE, TAB = "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>"
HALF = "<m:f><m:num><m:r><m:t>х</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>"

BODIES = {
    # Where words begin and end
    "runs": (p("Длитель", r("ность", "<w:b/>"), r("¹", '<w:vertAlign w:val="superscript"/>')), {"": "длительность"}),
    "hyphens": (p("а", "<w:r><w:noBreakHyphen/></w:r>", "б", "<w:r><w:softHyphen/></w:r>", "в"), {"": "а бв"}),
    "symbol": (p("а", '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'), {"": "а"}),
    "note sign": (p("слово", '<w:r><w:footnoteReference w:id="9"/></w:r>', "м"), {"": "словом"}),
    "paragraphs": (p("а") + p("б"), {"": "а б"}),
    "no xml:space": ("<w:p><w:r><w:t>сло </w:t></w:r><w:r><w:t> во</w:t></w:r></w:p>", {"": "слово"}),
    "spread": (p("п р и ", "к а з") + p("и"), {"": "и приказ"}),
    "lines of a text": (p("а", LINE, "б", TAB, "в", "<w:r><w:cr/></w:r>", "г"), {"": "а б в г"}),
    "capitals": (p(r("Приказ", "<w:caps/>")), {"": "приказ"}),
    # What the body is made of
    "tables": (table((p("а"), p("б") + table((p("в"), p("г"))) + p("д"))), {"": "а б в г д"}),
    "controls": (
        "<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr></w:sdtPr><w:sdtContent>"
        + p("а", "<w:sdt><w:sdtContent>" + r("б") + "</w:sdtContent></w:sdt>")
        + "</w:sdtContent></w:sdt>",
        {"": "аб"},
    ),
    "hyperlink": (p("<w:hyperlink>" + r("сайт") + "</w:hyperlink>"), {"": "сайт"}),
    "simple field": (p('<w:fldSimple w:instr="DATE">' + r("1") + "</w:fldSimple>"), {"": "1"}),
    "field": (p("а ", field("REF раздел", r("итог"))), {"": "а итог"}),
    "page number in the body": (p(field("PAGE", r("5"))), {"": "5"}),
    "field in the code of one": (
        p(field("IF </w:instrText></w:r>" + field("PAGE", r("7")) + "<w:r><w:instrText>", r("да"))),
        {"": "да"},
    ),
    "field over paragraphs": (
        p(BEGIN, r("TOC", tag="instrText"), SEPARATE, "а") + p("б", END, "в"),
        {"": "а бв"},
    ),
    "field without end": (p(BEGIN, "а") + p("б"), {"": "а б"}),
    "formula": (p(f"<m:oMath>{HALF}</m:oMath>"), {"": "2 х"}),
    # Text boxes
    "shape": (
        p("сло", r(choice(SHAPE.format(p("в", "раме")), fallback=OLD_SHAPE.format(p("снова")))), "во"),
        {"": "слово", "text box": "враме"},
    ),
    "old shape": (p(r(OLD_SHAPE.format(p("рама")))), {"text box": "рама"}),
    "only old": (p(r(choice("", fallback=OLD_SHAPE.format(p("рама"))))), {"text box": "рама"}),
    "several choices": (p(choice(r("а"), r("б"), fallback=r("в"))), {"": "а"}),
    "alternatives in one": (p(choice(choice(r("а"), fallback=r("б")), fallback=r("в"))), {"": "а"}),
    "hidden shape": (p(r(OLD_SHAPE.format(p("рама")), VANISH)), {"hidden": "рама"}),
    "deleted shape": (p(changed("del", r(OLD_SHAPE.format(p("рама"))))), {"deleted": "рама"}),
    # Hidden
    "vanish": (p("сло", r("тайно", VANISH), "во"), {"": "слово", "hidden": "тайно"}),
    "not vanish": (p(r("а", '<w:vanish w:val="0"/>')), {"": "а"}),
    "hidden runs": (p(r("тай", VANISH), r("но", VANISH), "а", r("ещё", VANISH)), {"": "а", "hidden": "ещё тайно"}),
    "hidden mark": (p("а", properties=f"<w:rPr>{VANISH}</w:rPr>"), {"": "а"}),
    "raised": (p("2", r("1", RAISED), ". м", r("2", RAISED), r("1")), {"": "1 2 м"}),
    "no longer raised": (p("2", r("1", f"<w:rPrChange><w:rPr>{RAISED}</w:rPr></w:rPrChange>")), {"": "21"}),
    # Tracked changes
    "accepted": (
        p("Длитель", changed("del", r("ная", tag="delText")), changed("ins", r("ность"))),
        {"": "длительность", "deleted": "ная"},
    ),
    "moved": (p(changed("moveFrom", r("а")), changed("moveTo", r("а"))), {"": "а", "deleted": "а"}),
    "deleted insertion": (p(changed("ins", changed("del", r("а", tag="delText")))), {"deleted": "а"}),
    "deleted mark": (p("сло", properties=DELETED_MARK) + p("во"), {"": "слово"}),
    "deleted mark in a cell": (table((p("сло", properties=DELETED_MARK), p("во"))), {"": "во сло"}),
    "earlier properties": (p(r("а", f"<w:rPrChange><w:rPr>{VANISH}</w:rPr></w:rPrChange>")), {"": "а"}),
    "nobody's notes": (p("а"), {"": "а"}),
}


@pytest.mark.parametrize("name", BODIES)
def test_words_of_a_body(name: str) -> None:
    body, expected = BODIES[name]
    assert told(counted(docx(body, footnotes='<w:footnote w:id="1">' + p("сноска") + "</w:footnote>"))) == expected


REJECTED = {
    "inserted": (
        p("Длитель", changed("del", r("ная", tag="delText")), changed("ins", r("ность"))),
        {"": "длительная", "inserted": "ность"},
    ),
    "inserted and deleted": (p(changed("ins", changed("del", r("а", tag="delText")))), {"inserted": "а"}),
    "moved": (p(changed("moveFrom", r("а")), changed("moveTo", r("б"))), {"": "а", "inserted": "б"}),
    "inserted mark": (p("сло", properties="<w:rPr>" + changed("ins") + "</w:rPr>") + p("во"), {"": "слово"}),
    "inserted into a list": (
        p("а", properties="<w:numPr>" + changed("ins") + "</w:numPr>") + p("б"),
        {"": "а б"},
    ),
    "earlier properties": (p(r("а", f"<w:rPrChange><w:rPr>{VANISH}</w:rPr></w:rPrChange>")), {"hidden": "а"}),
}


@pytest.mark.parametrize("name", REJECTED)
def test_changes_are_rejected(name: str) -> None:
    """What was inserted is left out, what was deleted prints, properties are those before."""
    body, expected = REJECTED[name]
    assert told(counted(docx(body), reject_changes=True)) == expected


def test_an_earlier_list_is_that_of_rejected_changes() -> None:
    was = "<w:pPrChange><w:pPr/></w:pPrChange>"
    data = docx(numbered("а") + numbered("б", properties=was), numbering=LEVELS)
    assert words(counted(data).numbers) == "1 2"
    assert words(counted(data, reject_changes=True).numbers) == "1"


STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>'
    '<w:style w:type="paragraph" w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Deep"><w:basedOn w:val="Secret"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Open"><w:basedOn w:val="Deep"/>'
    '<w:rPr><w:vanish w:val="0"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Ring"><w:basedOn w:val="Ring"/></w:style>'
    '<w:style w:type="character" w:styleId="Unseen"><w:rPr><w:vanish/></w:rPr></w:style>'
    '<w:style w:type="table" w:styleId="T"><w:tblStylePr><w:rPr><w:vanish/></w:rPr></w:tblStylePr></w:style>'
)


def styled(style: str, *runs: str) -> str:
    return p(*runs, properties=f'<w:pStyle w:val="{style}"/>')


def test_styles_hide() -> None:
    """Those of paragraphs and of characters, also what they are based on; both together show, and so may a run."""
    unseen = '<w:rStyle w:val="Unseen"/>'
    body = (
        styled("Secret", "а")
        + styled("Deep", "б", r("в", unseen), r(" г", '<w:vanish w:val="0"/>'))
        + styled("Open", "д")
        + styled("Ring", "е")
        + styled("T", "ж")
        + p(r("з", unseen))
        + styled("Unknown", "и")
    )
    assert told(counted(docx(body, styles=STYLES))) == {"": "в г д е ж и", "hidden": "а б з"}


def test_a_default_style_hides() -> None:
    styles = '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr><w:vanish/></w:rPr></w:style>'
    assert told(counted(docx(p("а"), styles=styles))) == {"hidden": "а"}


def test_defaults_of_the_document_hide() -> None:
    """All but what says that it is to be seen."""
    styles = "<w:docDefaults><w:rPrDefault><w:rPr><w:vanish/></w:rPr></w:rPrDefault></w:docDefaults>"
    assert told(counted(docx(p("а ", r("б", '<w:vanish w:val="0"/>')), styles=styles))) == {"": "б", "hidden": "а"}


def test_headers_of_sections_are_counted_once() -> None:
    """One that no section refers to is not; a page number is no word, other fields are; a box in one is a box."""
    section = '<w:sectPr><w:headerReference r:id="header1"/><w:footerReference r:id="footer1"/></w:sectPr>'
    page = p("стр. ", field(" PAGE ", r("3")), " из ", '<w:fldSimple w:instr=" NUMPAGES ">' + r("9") + "</w:fldSimple>")
    parts = {
        "header1": p("шапка", r(OLD_SHAPE.format(p("рама")))),
        "header2": p("ничья"),
        "footer1": page + p(field("DATE", r("2024"))),
    }
    expected = {"": "а", "header": "шапка", "text box": "рама", "footer": "2024 из стр"}
    assert told(counted(docx(p("а", properties=section) + section, **parts))) == expected


def test_notes_that_somebody_refers_to() -> None:
    """Not the lines that part notes from the text; a comment may be one on a note."""
    refer = "<w:r><w:{0} w:id='{1}'/></w:r>".format
    parts = {
        "footnotes": '<w:footnote w:type="separator" w:id="1">' + p("черта") + "</w:footnote>"
        '<w:footnote w:id="2">' + p("сноска", refer("commentReference", 5)) + "</w:footnote>"
        '<w:footnote w:id="3">' + p("лишняя") + "</w:footnote>",
        "endnotes": '<w:endnote w:id="2">' + p("конец") + "</w:endnote>",
        "comments": '<w:comment w:id="5">'
        + p("верно?")
        + '</w:comment><w:comment w:id="6">'
        + p("нет")
        + "</w:comment>",
    }
    runs = [refer("footnoteReference", 1), refer("footnoteReference", 2), refer("footnoteReference", 2)]
    body = p("а", *runs, refer("endnoteReference", 2))
    assert told(counted(docx(body, **parts))) == {"": "а", "footnote": "сноска", "endnote": "конец", "comment": "верно"}


def test_a_file_of_another_program() -> None:
    """What python-docx writes is counted as it reads it."""
    document = Document()
    document.add_heading("Дорожная карта", 1)
    document.add_paragraph("Провести мониторинг").add_run(" сразу").bold = True
    cells = document.add_table(1, 2).rows[0].cells
    cells[0].text, cells[1].text = "Срок", "до 1 мая"
    document.sections[0].header.paragraphs[0].text = "Проект"
    target = BytesIO()
    document.save(target)
    count = counted(target.getvalue())
    assert told(count) == {"": "1 до дорожная карта мая мониторинг провести сразу срок", "header": "проект"}


def test_a_built_document() -> None:
    """The words of a document that this program writes are those it was written of."""
    count = counted(good())
    assert count.printed["мониторинг"] == 3
    assert count.printed["приказываю"] == 1
    assert not count.numbers
