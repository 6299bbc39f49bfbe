"""What tests of reports share: plans with marks on fixed days, and documents as text that a person can read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from roadmapc.documents.execution._report import Report, report_files
from roadmapc.plan import Plan
from roadmapc.plan.execution import Execution, execution_of, parse_report_period
from roadmapc.rendering.blocks import Block, Content, Document, PageBreak, Paragraph, Run, TableBlock, TwoSidedLine
from roadmapc.source.marks_file import read_marks
from roadmapc.workspace.template_files import output_context
from tests.conftest import ROADMAPS
from tests.plans import plan_of, plan_of_rows

DATA = Path(__file__).parent / "data" / "execution"
PERIODS = {
    "half-year": ("I полугодие 2023", date(2023, 7, 1)),
    "quarter": ("I квартал 2023", date(2023, 4, 1)),
    "school-year": ("2022/2023 учебный год", date(2023, 9, 1)),
}


def execution(plan: Plan, marks: str = "marks: []\n") -> Execution:
    """Return a plan with the marks of a text, which have no errors of form."""
    file = read_marks("a.marks.yaml", marks.encode())
    assert not file.problems, file.problems
    return execution_of(plan, file)


def of_rows(rows: str, marks: str = "marks: []\n", period: str = "2022 год", more: str = "") -> Execution:
    """Return a plan of one section with marks."""
    return execution(plan_of_rows(rows, period, more), marks)


def tsuntinsky() -> Execution:
    """Return the real plan with its made-up year of marks."""
    plan = plan_of((ROADMAPS / "tsuntinsky.yaml").read_text("utf-8"))
    return execution(plan, (DATA / "tsuntinsky.marks.yaml").read_text("utf-8"))


def report(found: Execution, as_of: date, period: str | None = None, layout: str = "full", **more: Any) -> Report:
    """Return a report, of a period by its words."""
    return Report(found, as_of, parse_report_period(period) if period else None, layout, **more)


def texts(made: Report) -> dict[str, str]:
    """Return the documents of a report as text, by name."""
    return {name: "\n".join(_lines(document)) + "\n" for name, document in blocks(made).items()}


def blocks(made: Report) -> dict[str, Document]:
    """Return the documents of a report before they are written, by name."""
    found: list[Document] = []
    context = output_context((), ("html",), "")

    def render(*arguments: Any) -> Document:
        found.append(context.render(*arguments))
        return found[-1]

    kept = type(context)(render, context.formats, context.draft)
    names = [file.name.removesuffix(".html") for file in report_files(made, kept)]
    return dict(zip(names, found, strict=True))


def written(made: Report, suffix: str = "docx") -> dict[str, bytes]:
    """Return the files of a report, by name without suffix."""
    files = report_files(made, output_context((), (suffix,), ""))
    return {file.name.removesuffix(f".{suffix}"): file.data for file in files}


def _lines(document: Document) -> Iterator[str]:
    for section in document.sections:
        yield "[лист на боку]" if section.landscape else "[лист]"
        for block in section.blocks:
            yield from _of_block(block)


def _of_block(block: Block) -> Iterator[str]:
    if isinstance(block, PageBreak):
        yield "[новая страница]"
    elif isinstance(block, TwoSidedLine):
        yield f"{_plain(block.left)} <…> {_plain(block.right)}"
        if block.below:
            yield _plain(block.below)
    elif isinstance(block, Paragraph):
        yield _of_paragraph(block)
    elif isinstance(block, TableBlock):
        yield ""
        for row in block.rows:
            cells = (cell for cell in row.cells if cell.rowspan)
            yield "| " + " | ".join(" / ".join(map(_of_paragraph, cell.paragraphs)) for cell in cells) + " |"
        yield ""


def _of_paragraph(paragraph: Paragraph) -> str:
    text = _plain(paragraph.content)
    return f"{paragraph.list_marker} {text}" if paragraph.list_marker else text


def _plain(content: Content) -> str:
    text = "".join(one.text if isinstance(one, Run) else one for one in content)
    return text.replace("\u00a0", " ").replace("\n", " ⏎ ")
