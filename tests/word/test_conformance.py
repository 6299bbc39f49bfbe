"""Proves that every clause reports a document that breaks it, and that whatever `build` writes breaks none."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from roadmapc.diagnostics import Severity
from roadmapc.word.conformance import Observation, Outcome, clauses, examine
from roadmapc.word.reader.document import read_document
from tests.word.files import GOOD, changed, good, with_parts, written

NAMES = [clause.__name__.rpartition(".")[2] for clause in clauses()]
TEXT = '<w:pStyle w:val="Text"/>'
HEAD = "<w:cantSplit/><w:tblHeader/>"
ROW = "<w:trPr><w:cantSplit/></w:trPr>"
LAST_MARGINS = 'w:top="1701" w:right="1134" w:bottom="567" w:left="1134"'


def outcome(data: bytes, name: str) -> Outcome:
    """Return what one clause says of a document."""
    return next(outcome for outcome in examine(read_document(data)) if outcome.name == name)


def places(observations: tuple[Observation, ...]) -> str:
    """Return messages and places of what does not hold."""
    return "\n".join(f"{one.message} | {one.place}" for one in observations if one.severity)


class Case(NamedTuple):
    """A change of the good document, the clause that it breaks, and words of what is reported."""

    clause: str
    old: str
    new: str
    says: str
    verdict: str = "fails"
    part: str = "document"


CASES = [
    Case(
        "paper", 'w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"', "215.9 × 279.4 mm, not A4 | pages of section 1"
    ),
    Case("margins", 'w:left="1701"', 'w:left="1134"', "20/20/10/20 mm (left/top/right/bottom), not 30/20/10/20"),
    Case("margins", 'w:bottom="1134"', 'w:bottom="850"', "pages of section 1"),
    Case("margins", LAST_MARGINS, LAST_MARGINS.replace("1701", "1134"), "pages of section 3"),
    Case("page_numbers", 'w:val="center"', 'w:val="right"', "not stand in the middle", part="styles"),
    Case("page_numbers", " PAGE ", " DATE ", "pages have no number", part="header"),
    Case("page_numbers", 'w:header="567"', 'w:header="400"', "7.1 mm from the edge"),
    Case("page_numbers", "<w:titlePg/>", "", "the first page has a number | pages of section 1"),
    Case("page_numbers", '<w:pgNumType w:start="1"/>', "", "pages have no number | pages of section 2"),
    Case(
        "typeface",
        TEXT + "</w:pPr><w:r>",
        TEXT + '</w:pPr><w:r><w:rPr><w:rFonts w:hAnsi="Arial"/></w:rPr>',
        "Arial",
        "noted",
    ),
    Case(
        "type_size",
        TEXT + "</w:pPr><w:r>",
        TEXT + '</w:pPr><w:r><w:rPr><w:sz w:val="22"/></w:rPr>',
        "11 points, not 12 | “В целях",
    ),
    Case(
        "type_size",
        TEXT + "</w:pPr><w:r>",
        TEXT + '</w:pPr><w:r><w:rPr><w:sz w:val="32"/></w:rPr>',
        "16 points, not 14",
    ),
    Case(
        "type_size",
        '"Kind"/></w:pPr><w:r>',
        '"Kind"/></w:pPr><w:r><w:rPr><w:sz w:val="32"/></w:rPr>',
        "ПРИКАЗ",
        "noted",
    ),
    Case(
        "line_spacing", TEXT, TEXT + '<w:spacing w:line="480" w:lineRule="auto"/>', "the line spacing is 2 | “В целях"
    ),
    Case("line_spacing", TEXT, TEXT + '<w:spacing w:line="200" w:lineRule="exact"/>', "the line spacing is 0.62"),
    Case("paragraph_indent", TEXT, TEXT + '<w:ind w:firstLine="0"/>', "the first line begins at 0 cm | “В целях"),
    Case(
        "paragraph_indent",
        "<w:t>В целях",
        '<w:t xml:space="preserve">    В целях',
        "the indent is made of spaces or tabs",
    ),
    Case("justified", TEXT, TEXT + '<w:jc w:val="left"/>', "not aligned with both margins | “В целях"),
    Case("kind_of_act", ">ПРИКАЗ<", ">Приказ<", "not in capitals"),
    Case("kind_of_act", ">ПРИКАЗ<", ">П Р И К А З<", "spread with spaces"),
    Case("kind_of_act", '<w:pStyle w:val="Kind"/>', '<w:pStyle w:val="TextLeft"/>', "not stand in the middle"),
    Case("kind_of_act", ">ПРИКАЗ<", "><", "the kind of act is not named", "noted"),
    Case("dates", ">20.10.2022<", ">20.10.2022 г<", "20.10.2022 г: a date in digits has no «г.»", "noted"),
    Case("dates", ">20.10.2022<", ">1.10.2022<", "needs a zero", "noted"),
    Case("dates", ">20.10.2022<", ">20.10.22<", "four digits", "noted"),
    Case("dates", "5\u00a0июня", "05\u00a0июня", "a day has no zero", "noted"),
    Case("dates", "В целях", "С 5\u00a0июня 2022 в целях", "ends with «г.» or «года»", "noted"),
    Case("registration_number", "№\u00a001", "№ 01", "№ 01-07/93: a line may break after №"),
    Case("registration_number", "№\u00a001", "№01", "no space after №", "noted"),
    Case("registration_number", "№\u00a001", "N 01", "N in place of №", "noted"),
    Case("approval_word", ">УТВЕРЖДЕНА", ">Утверждена", "“Утверждена” is not in capitals | “Утверждена"),
    Case("approval_word", ">УТВЕРЖДЕНА", ">УТВЕРЖДЕНА:", "quotes or punctuation at the word: :"),
    Case("approval_word", ">УТВЕРЖДЕНА", ">«УТВЕРЖДЕНА»", "quotes or punctuation at the word: «»"),
    Case("approval_word", ">УТВЕРЖДЕНА", ">УТВЕРЖДЕН", "“УТВЕРЖДЕН” does not agree with “карта”: УТВЕРЖДЕНА", "noted"),
    Case("approval_word", ">УТВЕРЖДЕНА", ">УТВЕРЖДЁНА", "“ё” is not printed", "noted"),
    Case("approval_act", "приказом управления", "Приказом управления", "“Приказом” begins with a capital", "noted"),
    Case("approval_act", "приказом управления", "управлением", "the гриф names no act"),
    Case("approval_act", "от 20.10.2022 №\u00a001-07/93", "2022", "no line “от … № …”"),
    Case("subject", ">Об утверждении Дорожной", ">Утверждение Дорожной", "does not begin with “О” or “Об”"),
    Case("subject", ">Об утверждении Дорожной карты<", ">Об утверждении карты.<", "ends with a full stop", "noted"),
    Case("subject", ">Об утверждении Дорожной", ">О утверждении Дорожной", "“о” and “об” are confused", "noted"),
    Case("resolution", "ПРИКАЗЫВАЮ:", "ПРИКАЗЫВАЮ", "no colon at the end | “ПРИКАЗЫВАЮ”"),
    Case("resolution", "ПРИКАЗЫВАЮ:", "п р и к а з ы в а ю:", "spread with spaces", "noted"),
    Case("resolution", "ПРИКАЗЫВАЮ:", "Решил:", "“ПРИКАЗЫВАЮ:” is missing"),
    Case(
        "signature",
        '"Signature"/><w:jc w:val="right"/>',
        '"Signature"/>',
        "the name does not stand at the right margin",
    ),
    Case(
        "signature",
        '"Signature"/></w:pPr>',
        '"Signature"/><w:jc w:val="center"/></w:pPr>',
        "not stand at the left margin",
    ),
    Case("initials", "Г.К.\u00a0Абакарова", "Г.К. Абакарова", "Г.К. Абакарова: a line may break"),
    Case("initials", "Магомедова\u00a0М.А.", "Магомедова М.А.", "Магомедова М.А.: a line may break"),
    Case("initials", "Г.К.\u00a0Абакарова", "Г.К.Абакарова", "no space before the surname", "noted"),
    Case("table_heads", HEAD, "<w:cantSplit/>", "the head of the table does not repeat | table 3, row 1"),
    Case("table_cells", ">Методист<", "><", "the cell of column 4 is empty | table 3, row 4"),
    Case("table_widths", '<w:tblLayout w:type="fixed"/>', "", "the widths are not fixed | table 1, row 1"),
    Case(
        "table_widths",
        '<w:tcW w:w="794"',
        '<w:tcW w:w="900"',
        "the width of column 1 is not that of the grid | table 3",
    ),
    Case("table_widths", '<w:gridCol w:w="5669"/>', '<w:gridCol w:w="9999"/>', "mm wide, the text 257"),
    Case("row_number_head", ">№\u00a0п/п<", ">№ п/п<", "a line may break after № | table 3, row 1"),
    Case("row_number_head", ">№\u00a0п/п<", ">№/п<", "the head is “№/п”", "noted"),
    Case("quotes", "«Рост»", '"Рост"', 'the quotation mark "', "noted"),
    Case("quotes", "«Рост»", "“Рост”", "the quotation mark “", "noted"),
    Case("quotes", "«Рост»", "‘Рост’", "the quotation mark ‘", "noted"),
    Case("quotes", "«Рост»", "„Рост“", "the quotation mark „", "noted"),
    Case("quotes", "«Рост»", "″Рост″", "the quotation mark ″", "noted"),
    Case(
        "dashes",
        "(далее – Дор",
        "(далее - Дор",
        "a hyphen in place of a dash, or a space too many | “далее - ",
        "noted",
    ),
    Case("dashes", "управления образования<", "управления научно- образования<", "“научно- образования”", "noted"),
    Case("language", 'w:lang w:val="ru-RU"', 'w:lang w:val="en-US"', "the language is en-US", part="styles"),
    Case(
        "title_property", "Об утверждении Дорожной карты", "", "the properties have no title", part="docProps/core.xml"
    ),
]


@pytest.mark.parametrize("name", NAMES)
def test_every_clause_holds_in_a_good_document(name: str) -> None:
    """In an order with its attachment, written with care, each clause has something to judge and holds."""
    found = outcome(good(), name)
    assert found.verdict == "holds", places(found.observations)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.clause}: {case.says}")
def test_a_break_is_reported(case: Case) -> None:
    """A document with one thing wrong is reported by its clause, with the place."""
    found = outcome(changed(good(), case.part, case.old, case.new), case.clause)
    assert (found.verdict, case.says in places(found.observations)) == (case.verdict, True), places(found.observations)


def test_every_clause_is_broken_here() -> None:
    """No clause is without a document that breaks it."""
    elsewhere = {"approval_place", "table_rows"}
    assert {case.clause for case in CASES} | elsewhere == set(NAMES)


def test_clauses_say_where_they_are_written() -> None:
    """Each clause has its source, a title, and a manual page of a sentence and reasons."""
    for clause in clauses():
        assert clause.CLAUSE == "практика" or clause.CLAUSE.startswith("ГОСТ Р 7.0.97-2025, ")
        assert clause.TITLE
        summary, _, rest = (clause.__doc__ or "").partition("\n\n")
        assert summary.endswith(".")
        assert rest.strip()


def broken(old: str, new: str, name: str) -> Outcome:
    """Return what a clause says of the good text with a change."""
    assert old in GOOD
    return outcome(written(GOOD.replace(old, new, 1)), name)


def test_an_approval_at_the_left_is_reported() -> None:
    """A гриф that begins at the left margin does not stand at the right."""
    found = broken(
        '<div class="approval"><p>',
        '<p class="left">УТВЕРЖДЕНА</p><div class="keep"><p class="left">',
        "approval_place",
    )
    assert "does not stand at the right | “УТВЕРЖДЕНА" in places(found.observations)


def test_a_long_line_of_an_approval_is_reported() -> None:
    """A line that runs to the left of its place is too long; one that breaks in time is not."""
    indent = '<w:pStyle w:val="Approval"/><w:ind w:left="4100"/>'
    data = good()
    for _ in range(3):
        data = changed(data, "document", '<w:pStyle w:val="Approval"/></w:pPr>', indent + "</w:pPr>")
    assert outcome(data, "approval_place").verdict == "holds"
    long = changed(data, "document", "приказом управления образования", "приказом управления образования " * 2)
    assert "a line of the гриф may be 97.7 mm long" in places(outcome(long, "approval_place").observations)


def test_an_attachment_form_one_names_the_order() -> None:
    """«Приложение № 1 к приказу … от … № …» is a mark like a гриф; alone it is not judged for an act."""
    one = "<p>Приложение №&nbsp;1</p><p>к приказу управления образования</p><p>от ________ №&nbsp;____</p>"
    approval = GOOD[GOOD.index("<p>УТВЕРЖДЕНА") : GOOD.index("</div>", GOOD.index("<p>УТВЕРЖДЕНА"))]
    assert broken(approval, one, "approval_act").verdict == "holds"
    assert broken(approval, one, "approval_word").verdict == "absent"
    mark = "<p>Приложение №&nbsp;1</p>"
    assert broken("<p>УТВЕРЖДЕНА", mark + "<p>УТВЕРЖДЕНА", "approval_act").verdict == "holds"
    assert broken("<p>УТВЕРЖДЕНА", mark + "<p>УТВЕРЖДЕНА", "approval_word").verdict == "holds"


@pytest.mark.parametrize("kept", [0, 1, 2])
def test_a_signature_needs_lines_of_text(kept: int) -> None:
    """Fewer than three lines kept with the signature are reported, wherever the chain is broken."""
    html = "".join(f"<p>Строка {n}.</p>" for n in range(5))
    signature = '<div class="signature"><span>Начальник</span><span>И.И.&nbsp;Иванов</span></div>'
    data = written(f'<document title="Т"><section>{html}{signature}</section></document>')
    assert outcome(data, "signature").verdict == "holds"
    loose = changed(data, "document", f"<w:keepNext/>{_tail(4 - kept)}", _tail(4 - kept))
    assert "may come to stand alone" in places(outcome(loose, "signature").observations)


def _tail(line: int) -> str:
    return f"<w:keepLines/></w:pPr><w:r><w:t>Строка {line}."


def test_a_signature_in_the_last_row_of_a_table_is_found() -> None:
    """It is kept with the rows above it; where they are not, it may come to stand alone."""
    row = "<tr><td>Первое</td><td>Второе</td></tr>"
    signature = '<div class="signature"><span>Начальник</span><span>И.И.&nbsp;Иванов</span></div>'
    last = "<tr><td>Третье</td><td>Последнее</td></tr>"
    table = f'<table widths="5 5"><tbody>{3 * row}{last}</tbody></table>'
    data = written(f'<document title="Т"><section>{table}{signature}</section></document>')
    assert outcome(data, "signature").verdict == "holds"
    assert outcome(data, "table_rows").verdict == "holds"
    words = "</w:pPr><w:r><w:t>Последнее"
    loose = changed(data, "document", f"<w:keepNext/>{words}", words)
    assert "may come to stand alone" in places(outcome(loose, "signature").observations)


def test_broken_lines_need_not_be_justified() -> None:
    """Text with line breaks may stand at the left, whole paragraphs may not."""
    html = f"<p>{'слово ' * 20}<br/>конец</p>"
    data = written(f'<document title="Т"><section>{html}</section></document>')
    left = '"Text"/><w:jc w:val="left"/>'
    assert outcome(changed(data, "document", '"Text"/>', left), "justified").verdict == "holds"
    whole = changed(data, "document", "<w:br/>", "<w:tab/>")
    assert outcome(changed(whole, "document", '"Text"/>', left), "justified").verdict == "fails"


def test_dates_in_the_cells_of_a_table() -> None:
    """A deadline is written «5 июня 2022», as offices write it; a zero before the day is told of there, too."""
    assert broken("июня 2022&nbsp;г.", "июня 2022", "dates").verdict == "holds"
    assert "a day has no zero" in places(broken("до 5&nbsp;июня", "до 05&nbsp;июня", "dates").observations)


def test_a_signature_made_with_blanks_is_reported() -> None:
    """Post and name on one line with spaces between them are found and reported."""
    html = "<p>Начальник управления" + "&nbsp;" * 20 + "И.И.&nbsp;Иванов</p>"
    found = outcome(written(f'<document title="Т"><section>{html}</section></document>'), "signature")
    assert "post and name are set apart with spaces" in places(found.observations)


def test_rows_stay_whole() -> None:
    """A short row that may be split is reported, and a section's name that may be left alone."""
    data = good()
    start = '<w:p><w:pPr><w:pStyle w:val="TableNumber"/>'
    row = "<w:tr>" + ROW + '<w:tc><w:tcPr><w:tcW w:w="794" w:type="dxa"/></w:tcPr>' + start
    split = outcome(changed(data, "document", row, row.replace(ROW, "")), "table_rows")
    assert "the row may be split between pages | table 3, row 4" in places(split.observations)
    alone = changed(data, "document", '<w:pStyle w:val="TableSection"/><w:keepNext/>', '<w:pStyle w:val="TableText"/>')
    assert "left alone at the end of a page | table 3, row 3" in places(outcome(alone, "table_rows").observations)


def test_one_page_needs_no_number() -> None:
    """Where Word has counted one page, its number is not asked for."""
    app = (
        b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        b"<Pages>1</Pages></Properties>"
    )
    relation = (
        '<Relationship Id="app" Target="docProps/app.xml" Type="http://schemas.openxmlformats.org/officeDocument/2006'
        '/relationships/extended-properties"/></Relationships>'
    )
    data = changed(with_parts(good(), {"docProps/app.xml": app}), "_rels/.rels", "</Relationships>", relation)
    data = changed(data, "document", "<w:titlePg/>", "")
    assert outcome(data, "page_numbers").verdict == "absent"


def test_a_chart_by_months_may_have_empty_cells() -> None:
    """Columns headed by months are a chart; other columns of the same table are judged."""
    head = "<th>№&nbsp;п/п</th><th>Мероприятие</th><th>январь</th><th>Фев.</th>"
    row = "<tr><td>1</td><td>{}</td><td/><td/></tr>"
    html = f'<table widths="1 4 1 1"><thead><tr>{head}</tr></thead><tbody>{row}</tbody></table>'
    page = '<document title="Т"><section>{}</section></document>'
    assert outcome(written(page.format(html.format("Опрос"))), "table_cells").verdict == "holds"
    assert "column 2 is empty" in places(outcome(written(page.format(html.format(""))), "table_cells").observations)


def test_a_chart_by_days_may_have_empty_cells() -> None:
    """Columns headed 1 to 31 are a chart; a cell beside them is judged."""
    heads = "".join(f"<th>{day}</th>" for day in range(1, 32))
    days = "<td>в</td>" + "<td/>" * 30
    html = (
        f'<table widths="9{" 1" * 31} 9"><thead><tr><th>Месяц</th>{heads}<th>Срок</th></tr></thead>'
        f"<tbody><tr><td>Май</td>{days}<td>Что</td></tr><tr><td>Июнь</td>{days}<td>{{}}</td></tr></tbody></table>"
    )
    page = '<document title="Т"><section>{}</section></document>'
    assert outcome(written(page.format(html.format("Что"))), "table_cells").verdict == "holds"
    assert "column 33 is empty" in places(outcome(written(page.format(html.format(""))), "table_cells").observations)


def test_a_column_without_a_word_is_filled_in_by_hand() -> None:
    """«Корректировка плана» is left for a pen; a gap in a column with words is an omission."""
    head = "<thead><tr><th>№&nbsp;п/п</th><th>Корректировка</th></tr></thead>"
    page = f'<document title="Т"><section><table widths="1 4">{head}<tbody>{{}}</tbody></table></section></document>'
    rows = "<tr><td>1</td><td/></tr><tr><td>2</td><td>{}</td></tr>"
    assert outcome(written(page.format(rows.format(""))), "table_cells").verdict == "holds"
    found = outcome(written(page.format(rows.format("Слово"))), "table_cells")
    assert "column 2 is empty" in places(found.observations)


def test_what_is_built_breaks_no_clause(built: Path) -> None:
    """In every document of every real roadmap no clause fails."""
    documents = sorted(built.rglob("*.docx"))
    assert len(documents) > 40
    wrong = [
        f"{path.relative_to(built)}: {outcome.name}: {one.message} | {one.place}"
        for path in documents
        for outcome in examine(read_document(path.read_bytes()))
        for one in outcome.observations
        if one.severity is Severity.ERROR
    ]
    assert wrong == []


def test_a_document_made_by_hand_is_judged() -> None:
    """An order typed in Word, with tabs, blanks and a table for the гриф, is understood, and each slip is named."""
    document = docx.Document()
    lines = (
        ("П Р И К А З", WD_ALIGN_PARAGRAPH.CENTER),
        ("от 05 мая 2022 г.\t№ 45", None),
        ("Об организации работы.", None),
        ("В целях развития методической работы и повышения качества образования в муниципальном районе " * 2, None),
        ("приказываю:", None),
        ("Начальник отдела\t\tИ.И. Петров", None),
    )
    for text, alignment in lines:
        paragraph = document.add_paragraph(text)
        if alignment is not None:
            paragraph.alignment = alignment
    document.add_table(1, 2).cell(0, 1).text = "«Утверждаю»\nНачальник\nИ.И. Петров\n«__» мая 2022 г."
    document.add_paragraph("План мероприятий").alignment = WD_ALIGN_PARAGRAPH.CENTER
    document.add_paragraph("Приложение 1\nк приказу отдела\nот 05.05.2022 №45").alignment = WD_ALIGN_PARAGRAPH.RIGHT
    target = BytesIO()
    document.save(target)
    found = {one.name: (one.verdict, places(one.observations)) for one in examine(read_document(target.getvalue()))}
    said = {
        "kind_of_act": "spread with spaces",
        "registration_number": "№ 45: a line may break",
        "subject": "ends with a full stop",
        "justified": "not aligned",
        "signature": "may come to stand alone",
        "approval_word": "“Утверждаю” is not in capitals",
        "approval_place": "aligned at the right",
        "paper": "215.9 × 279.4",
    }
    assert {name: words in found[name][1] for name, words in said.items()} == dict.fromkeys(said, True)
    assert found["approval_act"][0] == found["resolution"][0] == "holds"
