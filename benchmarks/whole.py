"""The whole build of real roadmaps in one process after imports, and the reading of many sources."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from benchmarks.paired import median, table
from roadmapc.cli.main import collect_seldom
from roadmapc.compiler import compile_bytes
from roadmapc.documents.output import OutputContext, build_files, outputs
from roadmapc.rendering.blocks import Document
from roadmapc.rendering.packaged import packaged
from roadmapc.rendering.templates import Templates
from roadmapc.word.package.base_form import load_form
from roadmapc.word.writer.docx import write

ROADMAPS = Path(__file__).parent.parent / "roadmaps"
TODAY = date(2026, 11, 21)
OVERVIEWS = ("cyclogram", "summary", "wall")
"""Documents of a size that hardly depends on the plan's: a wall calendar is 372 days a year, whatever falls on them."""


def main() -> None:
    """Print the table; memory is collected as the program does it."""
    collect_seldom()
    templates = Templates()
    form = load_form(packaged("templates").joinpath("form.docx").read_bytes())

    def word(document: Document, created: date | None) -> bytes:
        return write(document, form, title=document.title, author="", created=created)

    context = OutputContext(templates.document, {"docx": word})

    def build(data: bytes, stem: str, *, overviews: bool = True) -> int:
        plan = compile_bytes(stem, data, today=TODAY, stem=stem).plan
        assert plan is not None
        if overviews:
            return len(list(build_files(plan, context)))
        named = [output for output in outputs() if output.__name__.rpartition(".")[2] not in OVERVIEWS]
        return sum(len(list(output.files(plan, context))) for output in named)

    print("Real roadmaps, in one process after imports (medians)")
    rows = []
    for path in sorted(ROADMAPS.glob("*.yaml")):
        data = path.read_bytes()
        times = (
            median(partial(compile_bytes, path.name, data, today=TODAY, stem=path.stem), 9),
            median(partial(build, data, path.stem, overviews=False), 15),
            median(partial(build, data, path.stem), 15),
        )
        rows.append((path.stem, f"{len(data):,}", *(f"{time * 1e3:.1f}" for time in times)))
    head = (
        "roadmap",
        "bytes",
        "check, ms",
        "with order, attachment, calendar, checklists, .ics",
        "with cyclogram, summary and wall calendar too",
    )
    print(table(head, rows))
