"""Writing Word: one table of activities against docxtpl and against the plain lower bound."""

from __future__ import annotations

import io
import math
import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import date
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.paired import compare, median, table
from roadmapc.documents._table import CellView, TableRowView, TableView, table_rows
from roadmapc.documents.attachment import AttachmentView
from roadmapc.documents.output import AboutView
from roadmapc.rendering.packaged import packaged
from roadmapc.rendering.templates import Templates
from roadmapc.word.package.base_form import load_form
from roadmapc.word.writer.docx import write

ABOUT = AboutView("М", "", "Т", "2021", "")
COLUMNS = (
    ("number", "№ п/п"),
    ("activity", "Мероприятие"),
    ("deadline", "Сроки исполнения"),
    ("owners", "Ответственные исполнители"),
    ("result", "Результат"),
)
WORDS = (
    "{n}.",
    "Проведение семинаров и вебинаров для руководителей районных методических объединений, выпуск {n}",
    "2021-2024 1 раз в четверть",
    "Куратор районных методических объединений",
    "Информационные письма о проведении",
)


def main() -> None:
    """Print the tables."""
    templates = Templates()
    form = load_form(packaged("templates").joinpath("form.docx").read_bytes())

    def ours(rows: int) -> Callable[[], bytes]:
        view = _view(rows)

        def work() -> bytes:
            given = {"activities": table_rows(view.tables[0])}
            document = templates.document("attachment.html", {"attachment": view, "about": ABOUT}, given)
            return write(document, form, title="Т", author="", created=date(2022, 1, 1))

        return work

    print("One table of activities, 5 columns (medians of paired runs, in process)")
    found = []
    with TemporaryDirectory() as folder:
        peer = _docxtpl(Path(folder))
        for rows, runs in ((30, 15), (300, 9), (3_000, 5), (10_000, 3)):
            mine, theirs, ratio = compare(ours(rows), peer(rows), runs)
            plain, _, bound = compare(_lower_bound(rows), ours(rows), runs)
            found.append(
                (
                    f"{rows:,}",
                    f"{mine * 1e3:.1f}",
                    f"{theirs * 1e3:.1f}",
                    f"{ratio:.1f}",
                    f"{plain * 1e3:.1f}",
                    f"{bound:.1f}",
                )
            )
        head = ("rows", "roadmapc, ms", "docxtpl, ms", "times faster", "lower bound, ms", "times the bound")
        print(table(head, found))
        print()
        memory = {name: _peak(work(10_000)) for name, work in (("roadmapc", ours), ("docxtpl", peer))}
    print("Peak memory at 10,000 rows: " + ", ".join(f"{name} {size / 1e6:.0f} MB" for name, size in memory.items()))
    small, large = median(ours(300), 7), median(ours(10_000), 3)
    print(f"Growth from 300 to 10,000 rows: exponent {math.log(large / small) / math.log(10_000 / 300):.2f}")


def _cells(n: int) -> list[str]:
    return [words.format(n=n) for words in WORDS]


def _view(rows: int) -> AttachmentView:
    names = [name for name, _ in COLUMNS]
    lines = tuple(
        TableRowView(cells=tuple(CellView(name, text) for name, text in zip(names, _cells(n), strict=True)))
        for n in range(rows)
    )
    columns = TableView("", COLUMNS, (15, 95, 38, 52, 57), True, False, True, lines)
    return AttachmentView((), "Дорожная карта", (), None, columns, (columns,), None, upright_first=False)


def _docxtpl(folder: Path) -> Callable[[int], Callable[[], bytes]]:
    """Return the same table through docxtpl: a template document with a row loop, rendered as its manual says."""
    import docx
    from docxtpl import DocxTemplate

    template = docx.Document()
    grid = template.add_table(rows=4, cols=5)
    for cell, (_, heading) in zip(grid.rows[0].cells, COLUMNS, strict=True):
        cell.text = heading
    grid.rows[1].cells[0].text = "{%tr for row in rows %}"
    for at, cell in enumerate(grid.rows[2].cells):
        cell.text = f"{{{{ row[{at}] }}}}"
    grid.rows[3].cells[0].text = "{%tr endfor %}"
    path = folder / "template.docx"
    template.save(str(path))

    def of(rows: int) -> Callable[[], bytes]:
        data = [_cells(n) for n in range(rows)]

        def work() -> bytes:
            document = DocxTemplate(str(path))
            document.render({"rows": data}, autoescape=True)
            out = io.BytesIO()
            document.save(out)
            return out.getvalue()

        return work

    return of


def _lower_bound(rows: int) -> Callable[[], bytes]:
    """Return the least that can be done: joined strings, deflate, a copied skeleton."""
    skeleton = packaged("templates").joinpath("form.docx").read_bytes()
    data = [_cells(n) for n in range(rows)]

    def work() -> bytes:
        cell = (
            '<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>'
        )
        body = "".join(
            "<w:tr>"
            + "".join(f'{cell}<w:r><w:t xml:space="preserve">{escape(t)}</w:t></w:r></w:p></w:tc>' for t in row)
            + "</w:tr>"
            for row in data
        )
        out = io.BytesIO(skeleton)
        with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("word/document2.xml", f"<w:document><w:body><w:tbl>{body}</w:tbl></w:body></w:document>")
        return out.getvalue()

    return work


def _peak(work: Callable[[], object]) -> int:
    """Return the most memory in use at once while working, bytes that Python knows of."""
    tracemalloc.start()
    work()
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak
