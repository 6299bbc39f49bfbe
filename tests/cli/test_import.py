"""Proves that `import` makes roadmaps of files, says what it understood, and survives every file that it is given."""

from __future__ import annotations

import io
import json
import os
import re
import sys
from collections.abc import Callable, Iterable
from io import BytesIO
from pathlib import Path
from subprocess import CompletedProcess
from zipfile import ZipFile

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from roadmapc.compiler import read_bytes
from roadmapc.plan import Plan
from roadmapc.workspace import atomic_writes, importing
from tests.hostile.watching import english_in
from tests.importing.counting.files import docx as raw
from tests.importing.counting.files import p, table
from tests.importing.files import compound, ods, ods_cell, packed, row, sheet, xlsx
from tests.importing.files import table as sheet_of
from tests.importing.test_samples_are_files import made

Call = Callable[..., CompletedProcess[str]]
SCHEMA = Path(__file__).parents[2] / "schemas" / "import.schema.json"
PASTED = "№ п/п\tМероприятие\tСрок\tОтветственный\n1.\tПровести опрос\tмай 2022\tЗавуч\n"
LOCK = "\x05Иванов".encode() + b"\0" * 150
ENGLISH = {"LANG": "en_US.UTF-8"}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Return a plan in Word."""
    return file(tmp_path / "план.docx", made("s01_plain_plan"))


def file(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def document(*rows: tuple[str, ...], title: str = "План Мосальского района на 2022 год") -> bytes:
    """Return a Word file with a title and a table."""
    made = docx.Document()
    made.add_paragraph(title).alignment = WD_ALIGN_PARAGRAPH.CENTER
    if rows:
        grid = made.add_table(0, len(rows[0]), style="Table Grid")
        for row in rows:
            for cell, text in zip(grid.add_row().cells, row, strict=True):
                cell.text = text
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def ruled(rows: Iterable[tuple[str, ...]]) -> str:
    """Return a table with lines, as XML."""
    lines = '<w:tbl><w:tblPr><w:tblBorders><w:insideH w:val="single"/></w:tblBorders></w:tblPr>'
    return table(*(tuple(map(p, row)) for row in rows)).replace("<w:tbl>", lines)


def read(path: Path) -> Plan:
    """Return the plan of a roadmap that was written."""
    found = read_bytes(path.name, path.read_bytes(), stem=path.stem).plan
    assert found, path.read_text("utf-8")
    return found


HEAD = ("№ п/п", "Мероприятие", "Срок", "Ответственный")


def test_a_plan_becomes_a_roadmap(call: Call, plan: Path) -> None:
    """Its name is that of the file in Latin letters; what was understood and the proof are told; nothing is left."""
    result = call("import", plan, "--out", plan.parent / "out", **ENGLISH)
    assert (result.returncode, result.stderr) == (0, "")
    assert [one.name for one in (plan.parent / "out").iterdir()] == ["plan.yaml"]
    for words in ("table: sections:", "deadlines: understood", "proved: all of"):
        assert words in result.stdout
    assert read(plan.parent / "out" / "plan.yaml").rows


def test_what_is_left_is_listed_and_kept(call: Call, tmp_path: Path) -> None:
    """Exit code 1; the words are in the file, and `check` reports them."""
    path = file(tmp_path / "a.docx", made("s13_words_aside"))
    result = call("import", path, "--out", tmp_path, **ENGLISH)
    assert result.returncode == 1
    assert "without a place" in result.stdout
    assert read(tmp_path / "a.yaml").roadmap.unplaced
    assert call("check", tmp_path / "a.yaml").returncode == 1


def test_the_same_file_makes_the_same_bytes(call: Call, plan: Path) -> None:
    call("import", plan, "--id", "a", "--out", plan.parent)
    call("import", plan, "--id", "b", "--out", plan.parent)
    assert (plan.parent / "a.yaml").read_bytes() == (plan.parent / "b.yaml").read_bytes()
    assert str(plan.parent) not in (plan.parent / "a.yaml").read_text("utf-8")


def test_what_is_written_is_laid_out(call: Call, plan: Path) -> None:
    """`fmt` has nothing to do."""
    call("import", plan, "--out", plan.parent)
    assert call("fmt", "--check", plan.parent / "plan.yaml").returncode == 0


def test_nothing_is_overwritten(call: Call, plan: Path) -> None:
    """A roadmap that is there stays, whoever wrote it; the exit code is 2."""
    there = file(plan.parent / "plan.yaml", b"mine")
    result = call("import", plan, "--out", plan.parent, **ENGLISH)
    assert result.returncode == 2
    assert there.read_bytes() == b"mine"
    assert "another name: --id plan-2" in result.stderr
    assert call("import", plan, "--out", plan.parent, "--id", "plan-2").returncode == 0


def test_where_a_name_of_several_is_taken_another_folder_is_named(call: Call, tmp_path: Path) -> None:
    """One name for all there is not; what is there stays, the other files are imported."""
    files = [file(tmp_path / f"{name}.txt", PASTED.encode()) for name in "ab"]
    out = tmp_path / "out"
    out.mkdir()
    file(out / "a.yaml", b"mine")
    result = call("import", *files, "--out", out, **ENGLISH)
    assert result.returncode == 2
    assert f"another folder: --out {tmp_path.as_posix()}/out-2" in result.stderr
    assert (out / "a.yaml").read_bytes() == b"mine"
    assert read(out / "b.yaml").rows


@pytest.mark.parametrize("name", ["../план", "a/b", "a\\b", "", ".", "con", "a b"])
def test_an_id_is_the_name_of_a_file(call: Call, plan: Path, name: str) -> None:
    """Nothing that leads elsewhere, or that some system cannot write."""
    assert call("import", plan, "--out", plan.parent / "out", "--id", name).returncode == 2
    assert not (plan.parent / "out").exists()


@pytest.mark.parametrize(
    ("name", "stem"),
    [("owners", "owners-plan"), ("con", "con-plan"), ("план.1", "plan-1"), ("щ" * 100, ("shch" * 15)), ("😀", "x")],
)
def test_what_no_roadmap_can_be_called(call: Call, tmp_path: Path, name: str, stem: str) -> None:
    """The name of the directory of owners, of a device of Windows, one that is too long in Latin letters."""
    path = file(tmp_path / f"{name}.txt", PASTED.encode())
    assert call("import", path, "--out", tmp_path / "out").returncode in (0, 1)
    assert [one.name for one in (tmp_path / "out").iterdir()] == [f"{stem}.yaml"]
    if name == "owners":
        result = call("import", path, "--out", tmp_path / "out", "--id", "Owners", **ENGLISH)
        assert (result.returncode, "directory of owners" in result.stderr) == (2, True)


def test_one_id_names_one_roadmap(call: Call, plan: Path) -> None:
    second = file(plan.parent / "второй.docx", made("s02_automatic_numbers"))
    result = call("import", plan, second, "--id", "a", "--out", plan.parent, **ENGLISH)
    assert result.returncode == 2
    assert "--join" in result.stderr


def test_files_that_belong_together(call: Call, tmp_path: Path) -> None:
    """An order and its attachment in two files are one roadmap."""
    lines = ("ПРИКАЗ", "Об утверждении плана", "ПРИКАЗЫВАЮ:", "1. Утвердить план.", "Директор\tИ.И. Иванов")
    order = raw("".join(map(p, lines)))
    files = [file(tmp_path / "приказ.docx", order), file(tmp_path / "план.docx", made("s01_plain_plan"))]
    assert call("import", *files, "--join", "--id", "a", "--out", tmp_path).returncode in (0, 1)
    found = read(tmp_path / "a.yaml")
    assert found.roadmap.order
    assert found.rows


def test_a_folder_with_a_broken_file(call: Call, tmp_path: Path) -> None:
    """One that cannot be read stops no other; all are in the table; the exit code is 2."""
    folder = tmp_path / "планы" / "2022"
    folder.mkdir(parents=True)
    file(folder / "хороший.docx", made("s01_plain_plan"))
    file(folder / "битый.docx", made("s02_automatic_numbers")[:3000])
    file(folder / "таблица.txt", PASTED.encode())
    file(folder / "~$хороший.docx", LOCK)
    file(folder / "скан.pdf", b"%PDF-1.4")
    result = call("import", tmp_path / "планы", "--out", tmp_path / "out", COLUMNS="200", **ENGLISH)
    assert result.returncode == 2
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == ["khoroshii.yaml", "tablitsa.yaml"]
    assert "not imported" in result.stdout
    assert "скан.pdf: not read" in result.stderr
    assert "битый.docx: the file is damaged" in result.stderr


def test_an_archive_that_cannot_be_opened_stops_no_other(call: Call, tmp_path: Path) -> None:
    """It is told of in its place, whether it is named or lies in a folder."""
    folder = tmp_path / "планы"
    folder.mkdir()
    file(folder / "б.txt", PASTED.encode())
    with ZipFile(folder / "а.zip", "w") as archive:
        for at in range(2_001):
            archive.writestr(f"{at}.docx", b"")
    with ZipFile(folder / "в.zip", "w") as archive:
        archive.writestr("план.docx", made("s01_plain_plan"))
        archive.writestr("битый.docx", b"PK\3\4x")
    result = call("import", folder, "--out", tmp_path / "out", **ENGLISH)
    assert result.returncode == 2
    assert "а.zip: the archive holds more than 2000 files" in result.stderr
    assert "в.zip/битый.docx: " in result.stderr
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == ["b.yaml", "plan.yaml"]


def test_files_of_one_name_make_two_roadmaps(call: Call, tmp_path: Path) -> None:
    for name in ("а", "б"):
        (tmp_path / name).mkdir()
        file(tmp_path / name / "план.docx", made("s01_plain_plan"))
    assert call("import", tmp_path / "а", tmp_path / "б", "--out", tmp_path / "out").returncode == 0
    assert len([*(tmp_path / "out").iterdir()]) == 2


def test_standard_input(call: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A table that was copied, or a whole Word file."""
    for at, data in enumerate((PASTED.encode(), PASTED.encode("cp1251"), made("s01_plain_plan"))):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        assert call("import", "-", "--id", f"a{at}", "--out", tmp_path).returncode in (0, 1)
        assert read(tmp_path / f"a{at}.yaml").rows


def test_tracked_changes_may_be_rejected(call: Call, tmp_path: Path) -> None:
    path = file(tmp_path / "a.docx", made("s12_tracked_changes"))
    accepted = call("import", path, "--id", "a", "--out", tmp_path, **ENGLISH)
    rejected = call("import", path, "--id", "b", "--out", tmp_path, "--reject-changes", **ENGLISH)
    assert "taken as accepted" in accepted.stdout
    assert "taken as rejected" in rejected.stdout
    assert (tmp_path / "a.yaml").read_text("utf-8") != (tmp_path / "b.yaml").read_text("utf-8")


@pytest.fixture
def two_plans(tmp_path: Path) -> Path:
    """Return a Word file of two plans."""
    right = "".join(p(line, properties='<w:jc w:val="right"/>') for line in ("УТВЕРЖДАЮ", "Директор", "И.И. Иванов"))
    plans = (
        right
        + p(f"План МБОУ «Школа» на {year} год", properties='<w:jc w:val="center"/>')
        + ruled((HEAD, ("1.", "Опрос", f"май {year}", "Завуч"), ("2.", "Семинар", f"июнь {year}", "Завуч")))
        for year in (2022, 2023)
    )
    return file(tmp_path / "a.docx", raw("".join(plans)))


def test_two_plans_in_one_file_are_two_roadmaps(call: Call, two_plans: Path) -> None:
    """Each has its own period."""
    assert call("import", two_plans, "--out", two_plans.parent).returncode == 1
    periods = [read(two_plans.with_name(name)).roadmap.document.period for name in ("a.yaml", "a-2.yaml")]
    assert periods == ["2022", "2023"]


@pytest.mark.parametrize("there", ["folder", "file", "link"])
def test_of_several_roadmaps_all_are_written_or_none(call: Call, two_plans: Path, there: str) -> None:
    """Where the second of them cannot be written, the first is not either."""
    out = two_plans.parent / "out"
    out.mkdir()
    if there == "folder":
        (out / "a-2.yaml").mkdir()
    elif there == "file":
        file(out / "a-2.yaml", b"mine")
    else:
        (out / "a-2.yaml").symlink_to("nowhere")
    result = call("import", two_plans, "--out", out, **ENGLISH)
    assert result.returncode == 2
    assert "a-2.yaml is there already" in result.stderr
    assert [one.name for one in out.iterdir()] == ["a-2.yaml"]


@pytest.mark.parametrize("error", [OSError(28, "full"), KeyboardInterrupt()])
def test_a_disk_that_is_full_leaves_no_half(
    call: Call, two_plans: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException
) -> None:
    """Neither does one who stops the program between two files."""
    write = atomic_writes.replace

    def once(path: Path, data: bytes) -> None:
        if path.name == "a-2.yaml":
            raise error
        write(path, data)

    monkeypatch.setattr(atomic_writes, "replace", once)
    result = call("import", two_plans, "--out", two_plans.parent / "out", **ENGLISH)
    assert result.returncode == 2
    assert ("the disk is full" if isinstance(error, OSError) else "stopped") in result.stderr
    assert [*(two_plans.parent / "out").iterdir()] == []


def test_who_stops_the_program_gets_one_word(call: Call, plan: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And nothing is written."""

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(importing, "imported", stop)
    result = call("import", plan, "--out", plan.parent / "out", **ENGLISH)
    assert (result.returncode, result.stderr) == (2, "roadmapc: stopped\n")
    assert not (plan.parent / "out").exists()


def test_the_report_never_takes_the_place_of_a_file_that_is_read(call: Call, tmp_path: Path) -> None:
    """By its name, by another one, and where it is an archive; nothing is imported then."""
    text = file(tmp_path / "a.txt", PASTED.encode())
    (tmp_path / "link").symlink_to("a.txt")
    with ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("a.txt", PASTED)
    for given, taken in ((text, text), (text, tmp_path / "link"), (tmp_path / "a.zip", tmp_path / "a.zip")):
        before = given.read_bytes()
        assert call("import", given, "--out", tmp_path / "out", "--report", taken).returncode == 2
        assert given.read_bytes() == before
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="names of any bytes are there alone")
def test_the_report_of_a_folder_in_other_bytes(call: Call, tmp_path: Path) -> None:
    """A name that is no text does not bring the report down."""
    path, report = file(tmp_path / "a.txt", PASTED.encode()), tmp_path / "r.json"
    assert call("import", path, "--out", tmp_path / "\udcff", "--report", report).returncode in (0, 1)
    assert json.loads(report.read_text("utf-8"))[0]["roadmaps"][0]["file"].endswith("?/a.yaml")


@pytest.mark.parametrize("option", ["--report", "--id", "--out"])
def test_what_goes_with_new_roadmaps_alone(call: Call, plan: Path, option: str) -> None:
    """Not with `--into`, which makes none: its word would be missed."""
    result = call("import", plan, "--into", "a.yaml", option, "r.json", cwd=plan.parent, **ENGLISH)
    assert result.returncode == 2
    assert option in result.stderr


def test_the_report(call: Call, tmp_path: Path) -> None:
    """Counts of words, each piece left with its place, what was understood; for each file that was read."""
    path = file(tmp_path / "a.docx", made("s13_words_aside"))
    call("import", path, "--out", tmp_path, "--report", tmp_path / "r.json")
    (found,) = json.loads((tmp_path / "r.json").read_text("utf-8"))
    words = found["words"]
    assert words["source"] == words["placed"] + words["left"] + words["repeated"] + words["missing"]
    assert words["missing"] == 0
    assert all(one["text"] and one["kind"] for one in found["left"])
    assert found["roadmaps"][0]["file"].endswith("a.yaml")


@pytest.mark.skipif(not SCHEMA.exists(), reason="there is no schema of the report yet")
@pytest.mark.parametrize("name", ["s01_plain_plan", "s04_order_and_roadmap", "s13_words_aside", "s12_tracked_changes"])
def test_the_report_has_the_shape_of_its_schema(call: Call, tmp_path: Path, name: str) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    path = file(tmp_path / "a.docx", made(name))
    call("import", path, "--out", tmp_path, "--report", tmp_path / "r.json")
    jsonschema.validate(json.loads((tmp_path / "r.json").read_text("utf-8")), json.loads(SCHEMA.read_text("utf-8")))


PICTURE = p("<w:r><w:drawing/></w:r>")
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
UNREADABLE: dict[str, tuple[str, bytes, str]] = {
    "nothing": ("a.docx", b"", "the file is empty"),
    "a web page": ("a.docx", b"<html><body><p>x</p></body></html>", "this is a web page"),
    "a scan": ("a.docx", raw(PICTURE), "there is no text"),
    "an empty document": ("a.docx", raw(""), "there is no text"),
    "a lock": ("~$a.docx", LOCK, "while the document is open"),
    "a password": ("a.docx", compound({"EncryptionInfo": b"a", "EncryptedPackage": b"b"}), "locked with a password"),
    "half a file": ("a.docx", made("s01_plain_plan")[:5000], "damaged"),
    "zeros": ("a.docx", bytes(5000), "nothing but zeros"),
    "a strict file": (
        "a.docx",
        packed({"[Content_Types].xml": "x", "_rels/.rels": STRICT, "word/document.xml": "x"}),
        "strict Open XML",
    ),
    "a saved page": ("a.mht", b"MIME-Version: 1.0\nContent-Type: multipart/related\n\n", "web page in one file"),
    "a presentation": (
        "a.odp",
        packed({"mimetype": "application/vnd.oasis.opendocument.presentation"}),
        "presentation",
    ),
    "a binary workbook": ("a.xlsb", packed({"[Content_Types].xml": "x", "xl/workbook.bin": "x"}), "binary workbook"),
    "another archive": ("a.rar", b"Rar!\x1a\x07", "not opened"),
    "a picture": ("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "picture"),
    "a PDF": ("a.pdf", b"%PDF-1.7\n", "PDF"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_says_why(call: Call, tmp_path: Path, name: str) -> None:
    """One sentence, exit code 2, nothing written."""
    own, data, why = UNREADABLE[name]
    result = call("import", file(tmp_path / own, data), "--out", tmp_path / "out", **ENGLISH)
    assert result.returncode == 2
    assert why in " ".join(result.stderr.split())
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("path", ["нет.docx", "."])
def test_nothing_to_import(call: Call, tmp_path: Path, path: str) -> None:
    """A file that is not there, an empty folder."""
    assert call("import", path, "--out", "out", cwd=tmp_path).returncode == 2
    assert [*tmp_path.iterdir()] == []


@pytest.mark.skipif(os.name == "nt", reason="bytes are no names there")
def test_a_name_that_leads_out_of_the_folder(call: Call, tmp_path: Path) -> None:
    """Members of an archive, and names of bytes that are no UTF-8, are written inside `--out` all the same."""
    with ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("../../выше.docx", made("s01_plain_plan"))
        archive.writestr("..\\сбоку.docx", made("s01_plain_plan"))
        archive.writestr("/etc/план.docx", made("s01_plain_plan"))
    raw_name = os.fsdecode(os.fsencode(tmp_path) + b"/" + "план".encode("cp1251") + b".docx")
    Path(raw_name).write_bytes(made("s01_plain_plan"))
    result = call("import", tmp_path / "a.zip", raw_name, "--out", tmp_path / "in" / "out")
    assert result.returncode == 0
    assert len([*(tmp_path / "in" / "out").iterdir()]) == 4
    assert [one.name for one in (tmp_path / "in").iterdir()] == ["out"]


TEXTS = (
    "{{ 7*7 }}",
    "{% for x in y %}",
    "- а: б",
    "# не комментарий",
    "ключ: [1, 2",
    "'кавычка\"",
    "!!python/object:os.system",
    "&якорь *якорь",
    "да",
    "null",
    "2022-05-01",
    "0x1F",
    "1_000",
    "<b>жирно</b> & &amp;",
    "|",
    ">-",
    "%TAG",
    "\u2028конец",
    "back\\slash",
    "@file",
    "`x`",
    "😀",
)


def test_text_that_looks_like_something_else_stays_text(call: Call, tmp_path: Path) -> None:
    """YAML, Jinja, HTML in cells come back letter by letter."""
    rows = [(f"{n}.", f"Мероприятие {text}", "май 2022", text) for n, text in enumerate(TEXTS, 1)]
    path = file(tmp_path / "a.docx", document(HEAD, *rows))
    assert call("import", path, "--out", tmp_path).returncode in (0, 1)
    found = read(tmp_path / "a.yaml")
    assert [" ".join(row.text.split()) for row in found.rows] == [" ".join(row[1].split()) for row in rows]
    assert call("build", tmp_path / "a.yaml", "--out", tmp_path / "out").returncode == 0


def test_forty_columns(call: Call, tmp_path: Path) -> None:
    """Each is a column of the roadmap; no word is lost."""
    head = ("№", "Мероприятие", "Срок", *(f"Показатель {n}" for n in range(37)))
    path = file(tmp_path / "a.docx", document(head, ("1", "Опрос", "май 2022", *(f"ячейка{n}" for n in range(37)))))
    result = call("import", path, "--out", tmp_path, **ENGLISH)
    assert result.returncode == 0, result.stdout
    assert "ячейка36" in (tmp_path / "a.yaml").read_text("utf-8")


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(document(), id="no table"),
        pytest.param(document(("", "", "")), id="an empty table"),
        pytest.param(document(HEAD), id="a head alone"),
        pytest.param(raw("<w:tbl/>" + p("текст")), id="a table without rows"),
        pytest.param(document(("а",)), id="one cell"),
        pytest.param(raw(p("слово " * 20_000)), id="one long paragraph"),
    ],
)
def test_little_is_imported_all_the_same(call: Call, tmp_path: Path, data: bytes) -> None:
    """A roadmap that can be read and written on, and a proof that holds."""
    result = call("import", file(tmp_path / "a.docx", data), "--out", tmp_path, **ENGLISH)
    assert result.returncode in (0, 1), result.stderr
    assert "NOT proved" not in result.stdout
    read(tmp_path / "a.yaml")


@pytest.mark.slow
def test_five_thousand_rows(call: Call, tmp_path: Path) -> None:
    """All of them, and no word lost."""
    rows = [HEAD, *((f"{n}.", f"Провести опрос {n}", "май 2022", "Завуч") for n in range(1, 5001))]
    path = file(tmp_path / "a.docx", raw(p("План на 2022 год") + ruled(rows)))
    result = call("import", path, "--out", tmp_path, **ENGLISH)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "rows: 5000" in result.stdout


def _rows() -> list[list[object]]:
    return [[*HEAD], ["1.", "Провести опрос", "май 2022", "Завуч"], ["2.", "Провести семинар", "июнь 2022", "Завуч"]]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.xlsx", xlsx(sheet(_rows()))),
        ("a.ods", ods(sheet_of(*(row(*map(ods_cell, map(str, line))) for line in _rows())))),
        ("a.txt", "\n".join("\t".join(map(str, line)) for line in _rows()).encode("cp1251")),
        ("a.docx", document(*(tuple(map(str, line)) for line in _rows()))),
    ],
)
def test_the_same_plan_of_any_kind_of_file(call: Call, tmp_path: Path, name: str, data: bytes) -> None:
    """Its rows are the same, all words have their places."""
    result = call("import", file(tmp_path / name, data), "--out", tmp_path, **ENGLISH)
    assert "proved: all of" in result.stdout, result.stdout + result.stderr
    rows = read(tmp_path / "a.yaml").rows
    assert [(one.text, one.deadline_text) for one in rows] == [(line[1], line[2]) for line in _rows()[1:]]


CYRILLIC = re.compile("[А-яЁё]+")


@pytest.mark.parametrize(
    "name", ["s01_plain_plan", "s04_order_and_roadmap", "s13_words_aside", "s33_table_for_each_month"]
)
def test_each_language_speaks_alone(call: Call, tmp_path: Path, name: str) -> None:
    """What is said in Russian has no English word, and the reverse: but for words of the file and of the new one."""
    path = file(tmp_path / "a.docx", made(name))
    broken = file(tmp_path / "b.docx", made(name)[:2000])
    file(tmp_path / "c.pdf", b"%PDF-1.7\n")
    for language, variables in (("ru", {}), ("en", ENGLISH)):
        out = tmp_path / language
        result = call("import", path, broken, tmp_path / "c.pdf", "--out", out, COLUMNS="300", **variables)
        said = result.stdout + result.stderr
        text = (out / "a.yaml").read_text("utf-8")
        assert result.returncode == 2
        if language == "ru":
            assert english_in(said, *SAMPLE_WORDS) == []
            comments = "\n".join(line for line in text.splitlines() if line.lstrip().startswith("#"))
            assert english_in(comments, *SAMPLE_WORDS) == []
        else:
            assert {*CYRILLIC.findall(said)} - {*CYRILLIC.findall(text)} == set()


SAMPLE_WORDS = ("docx", "plan_olimp", "unplaced", "check")


@pytest.mark.parametrize("columns", ["", "40", "60", "120"])
def test_the_table_of_all(call: Call, tmp_path: Path, columns: str) -> None:
    """It names the files without the folder that all of them lie in; in a pipe no line is broken."""
    folder = tmp_path / "папка" / "другая"
    folder.mkdir(parents=True)
    long = "план работы на две тысячи двадцать второй год"
    for name in (long, "план"):
        file(folder / f"{name}.txt", PASTED.encode())
    result = call("import", folder, "--out", tmp_path / "out", **({"COLUMNS": columns} if columns else {}), **ENGLISH)
    table = result.stdout[result.stdout.index(" File") :]
    assert "папка" not in table
    assert "out" not in table
    lines = [line.split() for line in table.splitlines()]
    assert lines[0] == ["File", *(["Roadmap"] if columns in ("", "120") else []), "Rows", "Left", "Doubts"]
    if columns == "":
        assert lines[1][-4:] == ["plan-raboty-na-dve-tysiachi-dvadtsat-vtoroi-god.yaml", "1", "0", "3"]
        assert lines[2:] == [["план.txt", "plan.yaml", "1", "0", "3"]]
    elif columns == "120":
        assert lines[-1] == ["план.txt", "plan.yaml", "1", "0", "3"]
    else:
        assert ["plan.yaml"] in lines
        assert max(map(len, result.stdout.splitlines())) <= max(int(columns), *map(len, _paths(result.stdout)))


def _paths(said: str) -> list[str]:
    """Return the lines that stay whole to be copied."""
    return [line for line in said.splitlines() if "/" in line]


def test_apply_needs_a_roadmap(call: Call, plan: Path) -> None:
    assert call("import", plan, "--apply").returncode == 2
