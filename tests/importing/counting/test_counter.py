"""Proves that no bytes end in anything but a count or a sentence, and that the count stands on its own."""

from __future__ import annotations

import time
from contextlib import suppress
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import grimp
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapc.importing.counting import counted
from roadmapc.word.package.unpacking import PackageError, unpack
from tests.importing.counting.files import LEVELS, archive, docx, items, level, numbered, p, r, table, xlsx
from tests.importing.counting.test_word_file import OLD_SHAPE, STYLES, changed, choice, field, styled
from tests.importing.counting.test_workbook import STYLES as CELL_STYLES
from tests.importing.counting.test_workbook import cell, row
from tests.word.files import good

SECTION = '<w:sectPr><w:headerReference r:id="header1"/></w:sectPr>'
RICH = docx(
    items(0, 1, 2, num=3)
    + table((numbered(), p("а", field("PAGE", r("1"))), p(r(choice(OLD_SHAPE.format(p("б")))))))
    + styled("Deep", changed("del", r("в", tag="delText")), changed("ins", r("г", "<w:vanish/>")))
    + p('<w:r><w:footnoteReference w:id="2"/></w:r>', '<w:r><w:commentReference w:id="5"/></w:r>')
    + SECTION,
    numbering=LEVELS,
    styles=STYLES,
    header1=p("шапка", '<w:fldSimple w:instr="PAGE">' + r("1") + "</w:fldSimple>"),
    footnotes='<w:footnote w:id="2">' + p("сноска") + "</w:footnote>",
    comments='<w:comment w:id="5">' + p("верно") + "</w:comment>",
)
WORKBOOK = xlsx(
    row(cell("0", "s"), cell("45417", style=1), cell("2024-05-31", "d")),
    strings="<si><t>а</t></si>",
    styles=CELL_STYLES,
    after="<headerFooter><oddHeader>&amp;P</oddHeader></headerFooter>",
    comments1="<commentList><comment><text><t>а</t></text></comment></commentList>",
)
FILES = (RICH, WORKBOOK)


def outcome(data: bytes) -> None:
    """Count both ways; nothing but `PackageError` may be raised."""
    for reject in (False, True):
        with suppress(PackageError):
            counted(data, reject_changes=reject)


edits = st.lists(st.tuples(st.integers(0), st.integers(0, 30), st.binary(max_size=20)), min_size=1, max_size=4)


def edited(data: bytes, changes: list[tuple[int, int, bytes]]) -> bytes:
    """Return bytes in which some are others."""
    for at, length, new in changes:
        place = at % (len(data) + 1)
        data = data[:place] + new + data[place + length :]
    return data


@given(st.sampled_from(FILES), edits)
def test_any_bytes(data: bytes, changes: list[tuple[int, int, bytes]]) -> None:
    outcome(edited(data, changes))


def packed(parts: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return target.getvalue()


@settings(max_examples=300)
@given(st.data())
def test_any_parts(data: st.DataObject) -> None:
    """A part is damaged inside a sound package; what comes of moved, doubled and lost elements is read."""
    parts = unpack(data.draw(st.sampled_from(FILES)))
    name = data.draw(st.sampled_from(sorted(parts)))
    parts[name] = edited(parts[name], data.draw(edits))
    outcome(packed(parts))


@settings(max_examples=300)
@given(st.data())
def test_any_elements(data: st.DataObject) -> None:
    """Tags of a part are shuffled so that it stays well-formed: any element within any other."""
    parts = unpack(data.draw(st.sampled_from(FILES)))
    name = data.draw(st.sampled_from([name for name in sorted(parts) if not name.endswith(".rels")]))
    root, *inner = parts[name].decode().replace(">", ">\n").splitlines()[:-1]
    leaves = [one for one in inner if one.endswith("/>")]
    opening = [one for one in inner if one.startswith("<") and not one.startswith("</") and not one.endswith("/>")]
    lines = data.draw(st.lists(st.sampled_from([*leaves, *opening, ""]), max_size=40))
    text, still_open = [root], [root]
    for line in lines:
        if line.endswith("/>"):
            text.append(line)
        elif line:
            text.append(f"{line}слово")
            still_open.append(line)
        elif len(still_open) > 1:
            text.append(_closing(still_open.pop()))
    text += [_closing(one) for one in reversed(still_open)]
    parts[name] = "".join(text).encode()
    outcome(packed(parts))


def _closing(tag: str) -> str:
    return f"</{tag[1:].rstrip('>').split()[0]}>"


def with_document(text: str) -> bytes:
    """Return a Word file whose main part is another."""
    return packed(unpack(docx("")) | {"word/document.xml": text.encode()})


NO_FILES = {
    "nothing": b"",
    "text": b"slovo",
    "half": good()[:4000],
    "no main part": archive({"a.xml": "<a/>"}),
    "another root": with_document("<a/>"),
    "no root": with_document(""),
    "late root": with_document(f"<!--{'а' * 9999}--><a/>"),
    "document type": with_document("<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"),
    "encoding that nobody knows": with_document("<?xml version='1.0' encoding='klingon'?><a/>"),
    "endless sign": docx(numbered("а"), numbering=f"<w:abstractNum>{level(0, 'а' * 9999)}</w:abstractNum>"),
}


@pytest.mark.parametrize("name", NO_FILES)
def test_what_is_refused(name: str) -> None:
    with pytest.raises(PackageError):
        counted(NO_FILES[name])


DEEP = {
    "tables": "<w:tbl><w:tr><w:tc>" * 20_000 + p("а") + "</w:tc></w:tr></w:tbl>" * 20_000,
    "boxes": "<w:txbxContent>" * 50_000 + p("а") + "</w:txbxContent>" * 50_000,
    "alternatives": "<mc:AlternateContent><mc:Choice>" * 30_000
    + p("а")
    + "</mc:Choice></mc:AlternateContent>" * 30_000,
    "fields": p('<w:fldChar w:fldCharType="begin"/>' * 100_000 + r("а")),
    "codes": p(field("A" * 10 + "</w:instrText><w:instrText>" * 100_000, r("а"))),
}


@pytest.mark.parametrize("name", DEEP)
def test_depth_is_of_no_account(name: str) -> None:
    """A hundred thousand elements one in another, or after another, are read in the time of their number."""
    began = time.process_time()
    count = counted(docx(DEEP[name]))
    assert count.printed.total() + sum(words.total() for words in count.aside.values()) == 1
    assert time.process_time() - began < 10


def test_chains_of_styles_are_walked_once() -> None:
    """Ten thousand styles, each based on the one before and each used."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n - 1}"/></w:style>' for n in range(10_000)
    )
    began = time.process_time()
    counted(docx("".join(styled(f"s{n}", "а") for n in reversed(range(10_000))), styles=styles, numbering=LEVELS))
    assert time.process_time() - began < 5


@pytest.mark.slow
def test_a_table_of_ten_thousand_rows() -> None:
    """It takes a second or so."""
    cells = (numbered("Провести мониторинг", properties='<w:jc w:val="both"/>'), *[p(r("до 1 мая", "<w:b/>"))] * 4)
    data = docx(table(*[cells] * 10_000), numbering=LEVELS)
    began = time.process_time()
    count = counted(data)
    assert time.process_time() - began < 5
    assert count.printed["мая"] == 40_000
    assert count.numbers["10000"] == 1


def test_the_count_shares_nothing_with_the_reader() -> None:
    """Of the program it knows how a package is unpacked within limits, and what is said of one that is none."""
    graph = grimp.build_graph("roadmapc", include_external_packages=True, cache_dir=None)
    room = "roadmapc.importing.counting"
    found = {name for module in graph.find_descendants(room) for name in graph.find_upstream_modules(module)}
    rooms = (room, "roadmapc.diagnostics", "roadmapc.word.package.unpacking")
    assert [name for name in found if name.startswith("roadmapc.") and not name.startswith(rooms)] == []
    assert not found & {"docx", "lxml", "openpyxl", "python_calamine", "xml"}
