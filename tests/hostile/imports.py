"""Files that are given to be imported, and where the new ones are to go: what may come of it is a roadmap or a word."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from pathlib import Path
from random import Random
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from tests.hostile.case import ANY, FAILED, Case, Command
from tests.hostile.folders import _folder, _links, _pipe, _sparse
from tests.hostile.forms import DAMAGE, FILES, MAIN, NAMES, added, spoilt
from tests.importing.counting.files import docx, p, table
from tests.importing.files import compound, ods, odt, relations, row, sheet, xlsx
from tests.importing.files import ods_cell as cell
from tests.importing.files import table as ods_table

PASTED = "№\tМероприятие\tСрок\n1\tОпрос\tмай 2022\n"
IMPORT: Command = ("import", "a.docx", "--out", "out")
TEXT: Command = ("import", "a.txt", "--out", "out")
WRITES = ("out",)
ONE = frozenset({0, 1})
PLAN = docx(p("План"))


def _zip(members: Mapping[str, bytes], *, flag: int = 0) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        for name, data in members.items():
            info = ZipInfo(name)
            info.flag_bits |= flag
            file.writestr(info, data, ZIP_DEFLATED)
    return made.getvalue()


def _deep(tag: str, inner: str, times: int) -> str:
    return f"<w:{tag}>" * times + inner + f"</w:{tag}>" * times


def _nested(times: int) -> str:
    made = p("x")
    for _ in range(times):
        made = table((made + p(""),))
    return made


def _mine(folder: Path) -> None:
    (folder / "o").write_text("mine", "utf-8")


BODIES = {
    "tables in tables": _nested(30),
    "deep content controls": _deep("sdt", p("x"), 60),
    "a row of 5000 cells": table(tuple(p(str(n)) for n in range(5_000))),
    "a cell over all columns there are": "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='999999999'/></w:tcPr>"
    "<w:p/></w:tc></w:tr></w:tbl>",
    "a span of nothing": "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val='-5'/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>",
    "columns before the first": "<w:tbl><w:tr><w:trPr><w:gridBefore w:val='999999999'/></w:trPr><w:tc>"
    f"{p('x')}</w:tc></w:tr></w:tbl>",
    "a word of a megabyte": p("".join(Random(1).choices("абвгдежз", k=300_000))),
    "20000 short words": p("а " * 20_000),
    "20000 figures": p("1" * 20_000),
    "brackets": p("(" * 20_000),
    "quotes": p("«" * 20_000),
    "points": p("." * 20_000),
    "places to write in": p("_" * 20_000),
    "dates": p("01.02.2022 " * 2_000),
    "control characters": p("a\u202eb\u2028c\u0085d\x7f\x9b\ufdd0e"),
    "templates": p("{{ 7*7 }} {% for x in range(9**9) %}{% endfor %}"),
    "YAML": p("!!python/object:os.system &amp;a *a &lt;&lt;: {[ - # |"),
    "YAML in a table": table(
        (p("№"), p("Мероприятие"), p("Срок")), (p("1"), p("!!python/x &amp;a *a {{ 7*7 }}"), p("- а: б"))
    ),
    "2000 numbered lines": "".join(p(f"{n}.") for n in range(2_000)),
    "no paragraph in a cell": "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>",
    "an order of nothing": "".join(map(p, ("ПРИКАЗ", "ПРИКАЗЫВАЮ:", "1.", "2.", "3."))),
    "an order without end": p("ПРИКАЗЫВАЮ:") + "".join(p(f"{n}. Слово") for n in range(1, 600)),
}
NOT_READ = {"a word of a megabyte", "a cell over all columns there are", "a span of nothing", "no paragraph in a cell"}
WORKBOOKS = {
    "a workbook of a far cell": xlsx(sheet([["a"]], before="").replace('r="A1"', 'r="XFD1048576"')),
    "a workbook of no cell": xlsx(""),
    "a workbook merged without end": xlsx(sheet([["a"]], merged="A1:XFD1048576 A1:XFD1048576")),
    "a workbook merged of no range": xlsx(sheet([["a"]], merged="A1:?? :: Z")),
    "a workbook of shared strings that are not there": xlsx(
        '<sheetData><row><c t="s"><v>99999999999</v></c></row></sheetData>'
    ),
    "a workbook of days that are none": xlsx(
        '<sheetData><row><c s="2"><v>1e308</v></c><c s="2"><v>-9</v></c></row></sheetData>'
    ),
    "a workbook of entities": xlsx("", prolog='<!DOCTYPE a [<!ENTITY b "c">]>'),
    "a workbook of no sheet": xlsx(more={"xl/_rels/workbook.xml.rels": relations()}),
    "cells of LibreOffice repeated": ods(ods_table(row(cell("x", " table:number-columns-repeated='999999999'")))),
    "rows of LibreOffice repeated": ods(ods_table(row(cell("x"), more=" table:number-rows-repeated='999999999'"))),
    "an old workbook of zeros": compound({"Workbook": b""}),
    "an old document of zeros": compound({"WordDocument": b"\xec\xa5"}),
}
TEXTS: dict[str, str | bytes] = {
    "tabs alone": "\t" * 10_000,
    "a quote that is not closed": 'а\t"б\n' * 50,
    "columns without end": "а\t" * 3_000 + "\n",
    "10000 lines": "\n" * 10_000,
    "cp1251": PASTED.encode("cp1251"),
    "UTF-16": PASTED.encode("utf-16"),
    "UTF-16 cut": PASTED.encode("utf-16")[:-1],
    "what is no text": b"\x81\x8d\x98\xff" * 50,
    "half characters": "\udcff\t\udcfe\n",
}
ARCHIVES = {
    "names that lead out": _zip(dict.fromkeys(("../../outside/x.docx", "/etc/x.docx", "a\\..\\y.docx"), PLAN)),
    "names without end": _zip({"щ" * 30_000 + ".docx": PLAN}),
    "names of devices": _zip({f"{name}.docx": PLAN for name in ("con", "NUL", "com1", "owners")}),
    "names that command": _zip({"\x1b[31m::error::\n.docx": PLAN}),
    "a bomb": _zip({"a.docx": bytes(40_000_000)}),
    "an archive of archives": _zip({"a.zip": _zip({"b.docx": b"x"})}),
    "an archive of nothing": _zip({}),
    "an archive cut": _zip({"a.docx": PLAN})[:-30],
}
IDS = ("", ".", "..", "../x", "a/b", "a\\b", "con", "nul", "owners", "Owners", "а" * 500, "\udcff", "-", "{x}")
OUT: dict[str, tuple[Callable[[Path], None] | None, str]] = {
    "a file": (_mine, "o"),
    "in a file": (_mine, "o/p"),
    "a device": (None, "/dev/null"),
    "a pipe": (_pipe("o"), "o"),
    "a link to nowhere": (_links("o", "nowhere"), "o"),
    "a link to itself": (_links("o", "o"), "o"),
    "a long name": (None, "a" * 300),
    "a long way": (None, "a/" * 3_000),
    "no name": (None, "a\0b"),
    "in the system": (None, "/proc/roadmapc"),
}
TARGET: dict[str, Callable[[Path], None]] = {
    "there": lambda folder: _written(folder, "mine"),
    "a folder": _folder("out/a.yaml"),
    "a link": _links("out/a.yaml", "../../outside/mine.txt"),
    "a link to nowhere": _links("out/a.yaml", "nowhere"),
    "a link to itself": _links("out/a.yaml", "a.yaml"),
    "a pipe": _pipe("out/a.yaml"),
}


def _written(folder: Path, text: str) -> None:
    (folder / "out").mkdir()
    (folder / "out" / "a.yaml").write_text(text, "utf-8")


def _files() -> Iterator[Case]:
    for name, data in {**FILES, **WORKBOOKS}.items():
        yield Case(f"file of {name}", (IMPORT,), {"a.docx": data}, codes=ANY, writes=WRITES)
    for name, change in DAMAGE.items():
        yield Case(f"{MAIN} {name}", (IMPORT,), {"a.docx": spoilt(MAIN, change)}, codes=ANY, writes=WRITES)
    for name in NAMES:
        yield Case(f"a part {name!r}", (IMPORT,), {"a.docx": added(**{name: b"<a/>"})}, codes=ANY, writes=WRITES)
    for name, body in BODIES.items():
        yield Case(
            f"body of {name}", (IMPORT,), {"a.docx": docx(body)}, codes=ANY if name in NOT_READ else ONE, writes=WRITES
        )
    for name, text in TEXTS.items():
        yield Case(f"text of {name}", (TEXT,), {"a.txt": text}, codes=ANY, writes=WRITES)
        data = text.encode(errors="surrogatepass") if isinstance(text, str) else text
        yield Case(f"stdin of {name}", (("import", "-", "--out", "out"),), stdin=data, codes=ANY, writes=WRITES)
    for name, data in ARCHIVES.items():
        zipped = (("import", "a.zip", "--out", "out"), ("import", ".", "--out", "out/b"))
        yield Case(name, zipped, {"a.zip": data}, codes=ANY, writes=WRITES)
    for name, make in {"a device": _links("a.docx", "/dev/zero"), "a pipe": _pipe("a.docx")}.items():
        yield Case(name, (IMPORT, ("import", ".", "--out", "out")), make=make, codes=FAILED)
    yield Case("a huge file", (IMPORT,), make=_sparse("a.docx", 5_000_000_000), codes=FAILED, in_child=True)
    yield Case("a text document of entities", (IMPORT,), {"a.docx": odt("&x;")}, codes=ANY, writes=WRITES)
    yield Case("stdin of nothing", (("import", "-", "--out", "out"),), stdin=b"", codes=FAILED)
    yield Case(
        "stdin of too much", (("import", "-", "--out", "out"),), stdin=b"x" * 50_000_001, codes=FAILED, in_child=True
    )


def _places() -> Iterator[Case]:
    for name, (make, out) in OUT.items():
        there: Command = ("import", "a.txt", "--out", out)
        yield Case(f"new files go to {name}", (there,), {"a.txt": PASTED}, make, FAILED, writes=())
        if name not in {"a file", "a pipe", "a link to nowhere"}:  # what is asked for
            told: Command = (*TEXT, "--report", out)
            codes = ONE if out == "/dev/null" else FAILED
            yield Case(f"the report goes to {name}", (told,), {"a.txt": PASTED}, make, codes, writes=WRITES)
    for name, make in TARGET.items():
        yield Case(f"the new file is {name}", (TEXT,), {"a.txt": PASTED}, make, FAILED, writes=())
    for taken in ("a.txt", "b.docx", "b.yaml", "roadmapc.toml", "out/a.yaml", "./a.txt"):
        over: Command = (*TEXT, "--report", taken)
        yield Case(f"the report would take the place of {taken}", (over,), {"a.txt": PASTED}, codes=FAILED)
    for one in IDS:
        yield Case(f"named {one[:12]!r}", ((*TEXT, "--id", one),), {"a.txt": PASTED}, codes=FAILED)
    if os.geteuid():
        yield Case("new files go where nobody may write", (TEXT,), {"a.txt": PASTED}, _read_only, FAILED, writes=())


def _read_only(folder: Path) -> None:
    (folder / "out").mkdir(mode=0o500)


def cases() -> Iterator[Case]:
    """Yield what may be imported, and where to."""
    yield from _files()
    yield from _places()
