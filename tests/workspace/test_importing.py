"""Proves that each file is read by what it is, and that one that cannot be read spoils no other."""

from __future__ import annotations

import random
import re
from contextlib import suppress
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from roadmapc.diagnostics import UserError
from roadmapc.importer import Read, import_files
from roadmapc.importing.proof import source_words
from roadmapc.workspace import libre_office, office, template_files
from roadmapc.workspace.importing import Named, read
from tests.importing.counting.files import docx, p, table
from tests.importing.files import compound, ods, ods_cell, odt, row, sheet, xlsx
from tests.importing.files import table as sheet_of
from tests.importing.test_samples_are_files import made
from tests.workspace.test_office import RTF

PASTED = "№\tМероприятие\tСрок\n1\tПровести совещание\tмай 2026\n".encode()
CELLS: list[list[object]] = [["№", "Мероприятие", "Срок"], ["1", "Провести опрос", "май 2026"]]
HEADED = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>'
VALUE = rb'(?<=val=)"[^"<]*"|(?<= [rs]=)"[^"<]*"|(?<=:w=)"[^"<]*"|(?<=ed=)"[^"<]*"|(?<=ilvl=)"[^"<]*"'
VALUES = (b'"-1"', b'""', b'"99999999999"', b'"x"', b'"1"', b'"restart"', b'"0.5"')
TEXTS = tuple(f">{text}<".encode() for text in ("", " ", "1.", "!", "____", "И.И. Иванов", "ПРИКАЗЫВАЮ:", "99999"))
OLD = odt("<text:p>План</text:p>")
TABLE = table(*(tuple(p(str(text)) for text in line) for line in CELLS))


def words(one: Read | UserError) -> list[str]:
    """Return the words of a file that was read."""
    assert isinstance(one, Read), one
    return [word for text in one.material.texts for word in text.words.split()]


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    """Return a package with one part more."""
    target = BytesIO(data)
    with ZipFile(target, "a") as file:
        file.writestr(name, part)
    return target.getvalue()


def test_files_of_every_kind_stand_in_their_order() -> None:
    """What is broken is told in its place."""
    files = [
        Named("план.docx", made("s01_plain_plan")),
        Named("пусто.docx", b""),
        Named("таблица.txt", PASTED),
        Named("скан.pdf", b"%PDF-1.7\n"),
        Named("~$план.docx", b"x" * 162),
    ]
    found = read(files)
    assert [isinstance(one, Read) for one in found] == [True, False, True, False, False]
    assert all(one.hint for one in found if isinstance(one, UserError))


def test_a_name_says_nothing() -> None:
    """A workbook that is called a document is a workbook, a Word file that is called a text is a Word file."""
    first, second = read([Named("план.doc", xlsx(sheet(CELLS))), Named("план.txt", docx(TABLE))])
    assert words(first) == words(second) == ["№", "Мероприятие", "Срок", "1", "Провести", "опрос", "май", "2026"]


def test_pasted_text_is_counted_apart_from_its_table() -> None:
    """Its words are those of the text, whatever the table is made of."""
    (one,) = read([Named("-", PASTED)])
    assert isinstance(one, Read)
    assert source_words([one.count]).total() == 7


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(xlsx(sheet(CELLS)), id="xlsx"),
        pytest.param(ods(sheet_of(*(row(*map(ods_cell, map(str, line))) for line in CELLS))), id="ods"),
        pytest.param("\n".join("\t".join(map(str, line)) for line in CELLS).encode("cp1251"), id="cp1251"),
        pytest.param("\n".join("\t".join(map(str, line)) for line in CELLS).encode("utf-16"), id="UTF-16"),
        pytest.param(docx(TABLE), id="docx"),
    ],
)
def test_the_same_table_of_any_kind_of_file(data: bytes) -> None:
    """All its words are read and counted; the import of it is proved, with a row that has its deadline."""
    (one,) = read([Named("a", data)])
    assert words(one) == ["№", "Мероприятие", "Срок", "1", "Провести", "опрос", "май", "2026"]
    assert isinstance(one, Read)
    found = import_files([one], "a", template_files.output_context((), ("docx",), ""))
    assert found.proof.holds
    assert [(line.text, line.deadline_text) for line in found.roadmaps[0].plan.rows] == [("Провести опрос", "май 2026")]


@pytest.mark.parametrize("body", ["", p(""), p("<w:r><w:drawing/></w:r>"), table((p(""),))], ids=str)
def test_a_file_without_text_is_said_to_be_a_scan(body: str) -> None:
    """Nothing, a picture, an empty table: the message says what a scan is, the hint what to do."""
    (one,) = read([Named("скан.docx", docx(body))])
    assert isinstance(one, UserError)
    assert one.message == "there is no text in the file"
    assert "retype it" in str(one.hint)


def test_words_in_a_header_alone_are_text() -> None:
    """They stand aside, and may be all that there is."""
    (one,) = read([Named("a.docx", docx(p("") + HEADED, header1=p("Проект")))])
    assert isinstance(one, Read)
    assert [aside.text for aside in one.material.asides] == ["Проект"]


def test_macros_are_told_of_and_not_run() -> None:
    """The words are read as those of any file."""
    plain, macros = docx(TABLE), with_part(docx(TABLE), "word/vbaProject.bin", b"x")
    first, second = read([Named("a.docx", plain), Named("b.docm", macros)])
    assert isinstance(first, Read)
    assert isinstance(second, Read)
    assert words(first) == words(second)
    assert first.material.remarks == ()
    assert [str(remark) for remark in second.material.remarks] == [
        "the file has macros: they were not run, only its words are read"
    ]


@pytest.mark.libreoffice
@pytest.mark.skipif(libre_office.find() is None, reason="needs LibreOffice")
def test_files_for_libreoffice_among_others() -> None:
    """Each is read in its place; one that LibreOffice cannot read either spoils no other."""
    files = [
        Named("а.rtf", RTF),
        Named("б.docx", docx(TABLE)),
        Named("в.doc", compound({"WordDocument": b"\xec\xa5\xc1\0"})),
        Named("г.doc", OLD),
    ]
    first, second, third, fourth = read(files)
    assert words(first) == ["План", "1.", "two"]
    assert words(second)
    assert isinstance(third, UserError)
    assert third.message == "LibreOffice cannot read the file"
    assert words(fourth) == ["План"]


def test_where_there_is_no_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files that need it say so, each in its place; others are read."""

    def none() -> None:
        raise UserError("none")  # type: ignore[arg-type]

    monkeypatch.setattr(office, "find_office", none)
    first, second, third = read([Named("a.odt", OLD), Named("b.txt", PASTED), Named("c.rtf", RTF)])
    assert isinstance(first, UserError)
    assert isinstance(second, Read)
    assert isinstance(third, UserError)


@cache
def _seeds() -> tuple[bytes, ...]:
    return (
        made("s01_plain_plan"),
        made("s12_tracked_changes"),
        docx(TABLE, header1=p("x"), footnotes="<w:footnote><w:p/></w:footnote>"),
        xlsx(sheet(CELLS)),
        ods(sheet_of(row(ods_cell("x")))),
        PASTED,
    )


def _changed(data: bytes, changes: list[tuple[float, int]]) -> bytes:
    made = bytearray(data)
    for place, byte in changes:
        made[int(place * (len(made) - 1))] = byte
    return bytes(made)


def _changed_inside(data: bytes, seed: int) -> bytes:
    """Return a package whose parts say something else here and there, and are whole as XML."""
    chance, target = random.Random(seed), BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(target, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            for pattern, others in ((VALUE, VALUES), (rb"(?<!\?)>[^<]+<", TEXTS), (rb"<[a-z]+:[a-zA-Z]+ ?/>", (b"",))):
                places = [*re.finditer(pattern, part)]
                chosen = chance.sample(places, min(len(places), chance.choice((0, 1, 5))))
                for place in sorted(chosen, key=lambda one: -one.start()):
                    part = part[: place.start()] + chance.choice(others) + part[place.end() :]
            new.writestr(name, part)
    return target.getvalue()


def _survives(data: bytes) -> None:
    """Import bytes; whatever comes of it is a roadmap, or a sentence."""
    for one in read([Named("a.docx", data)]):
        with suppress(UserError):
            if isinstance(one, UserError):
                raise one
            found = import_files([one], "a", template_files.output_context((), ("docx",), ""))
            assert found.roadmaps


@given(st.integers(0, 5), st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=9))
@example(which=0, changes=[(0.995420793296595, 0)])  # a part without a name
@settings(max_examples=150)
def test_spoilt_files(which: int, changes: list[tuple[float, int]]) -> None:
    """Whatever bytes are changed."""
    data = _changed(_seeds()[which], changes)
    if not data.startswith((b"{\\rtf", b"\xd0\xcf")):
        _survives(data)


@given(st.integers(0, 4), st.integers(0, 10**9))
@settings(max_examples=150)
def test_files_spoilt_inside(which: int, seed: int) -> None:
    """Whatever is changed in the parts of a package that is whole otherwise."""
    _survives(_changed_inside(_seeds()[which], seed))


@given(st.binary(max_size=3000))
@settings(max_examples=100)
def test_any_bytes(data: bytes) -> None:
    """Of any bytes too comes a roadmap or a sentence."""
    _survives(data)
