"""Proves that the tests of a module are found from its name.

Those of roadmapc/<room>/<folder>/<module>.py are in tests/<room>/<folder>/test_<module>.py, or in the room itself; a
package is named by its folder, and an underscore before the name does not count.
"""

from __future__ import annotations

import ast
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
PACKAGE = TESTS.parent / "roadmapc"
FEW = 2
"""A module with more functions that branch than these has logic of its own; the others are seen through their users."""

ELSEWHERE = {
    "checks/rules/*/*.py": ("checks/test_rules.py", "a rule's page holds its examples, and those are its tests"),
    "cli/_baseline.py": ("cli/test_check_control.py", "an option of `check`"),
    "cli/_fix.py": ("cli/test_check_control.py", "options of `check`"),
    "cli/_import_screen.py": ("cli/test_import.py", "how `import` says it"),
    "cli/_imported.py": ("cli/test_import.py", "what `import` says"),
    "cli/_next.py": ("cli/test_new.py", "an option of `new`"),
    "cli/_mark_*.py": ("cli/test_mark.py", "what `mark` asks and reads"),
    "documents/_cells.py": ("documents/test_rows.py", "what a loop in a template says the same as"),
    "documents/amending/_*.py": ("documents/amending/test_amendment.py", "an order is written whole"),
    "importer/amended/*.py": ("importer/test_proved_amendment.py", "an order is read whole"),
    "reporters/status_*.py": ("reporters/test_status.py", "what `status` prints in each format"),
    "cli/_questions.py": ("cli/test_new.py", "what `new` asks"),
    "cli/_days_asked.py": ("cli/test_due.py", "options of `due`"),
    "cli/_followed.py": ("cli/test_remind.py", "what `remind` reads"),
    "cli/_sending.py": ("cli/test_remind.py", "an option of `remind`"),
    "documents/letters/addressing.py": ("documents/letters/test_writing.py", "letters are written to addressees"),
    "documents/letters/views.py": ("documents/letters/test_writing.py", "what templates see shows in letters"),
    "plan/due_*.py": ("plan/test_due.py", "what falls due of a plan is asked for whole"),
    "workspace/fleet_*.py": ("workspace/test_fleet.py", "a fleet is tried whole"),
    "workspace/kept.py": ("workspace/test_cache_file.py", "what `check` keeps shows how all is kept"),
    "workspace/mail_server.py": ("workspace/test_mail.py", "letters are sent by a server"),
    "cli/_help.py": ("cli/test_options.py", "the help of all commands is compared"),
    "cli/_written.py": ("cli/test_build.py", "how documents reach their folder"),
    "cli/_live_site.py": ("cli/test_serve.py", "what `serve` shows"),
    "cli/_site_sources.py": ("cli/test_site.py", "what `site` reads"),
    "documents/web_page/*.py": ("documents/web_page/test_page.py", "a page is looked at whole"),
    "documents/_gantt/*.py": ("documents/test_gantt.py", "a picture is judged whole"),
    "documents/execution/_*.py": ("documents/execution/test_reports.py", "a report is read whole"),
    "rendering/costs.py": ("rendering/test_budget.py", "what is written into templates shows in what they take"),
    "rendering/permitted.py": ("rendering/test_budget.py", "what is permitted shows in what templates take"),
    "documents/_workbook/*_sheet.py": ("documents/_workbook/test_book.py", "sheets are seen in the workbook"),
    "documents/region/_*.py": ("documents/region/test_printed.py", "a roll-up is read whole"),
    "plan/region/carried.py": (
        "plan/region/test_measures.py",
        "rows are told of beside the measures that they carry out",
    ),
    "plan/region/proofs.py": ("plan/region/test_measures.py", "documents are told of with the rows that they prove"),
    "cli/_request.py": ("cli/test_report.py", "options of `report`"),
    "documents/execution/report_workbook.py": ("documents/_workbook/test_book.py", "a report is a workbook, too"),
    "importer/applying.py": ("importer/test_into.py", "differences are found and put in whole"),
    "importer/comparing.py": ("importer/test_into.py", "differences are found and put in whole"),
    "importer/filled/checklist_rows.py": ("importer/filled/test_checklist.py", "a checklist is read whole"),
    "importer/filled/[cest]*.py": ("importer/filled/test_workbook.py", "what was typed is read from whole workbooks"),
    "importing/counting/*.py": ("importing/counting/test_word_file.py", "a file is counted whole"),
    "importing/material.py": ("importing/test_proof.py", "what a reader makes shows in what is read of files"),
    "importing/reading/from_word.py": ("importing/test_samples.py", "a file is read whole"),
    "importing/reading/opened_workbook.py": ("importing/reading/test_workbook.py", "a workbook is read whole"),
    "importing/reading/open_*_facts.py": ("importing/reading/test_workbook_facts.py", "a package is read whole"),
    "importing/understanding/order_*.py": ("importing/understanding/test_order.py", "an order is read whole"),
    "importing/writing.py": ("importing/test_samples.py", "what is written is read back"),
    "importing/reading/sheet_facts.py": ("importing/reading/test_workbook_facts.py", "limits show in packages"),
    "plan/control/fingerprints.py": ("plan/control/test_lines.py", "they are those of lines"),
    "plan/control/mark_cells.py": ("plan/control/test_mark_values.py", "cells are read back"),
    "plan/splicing/yaml_places.py": ("plan/splicing/test_yaml_edits.py", "places show in the edits made at them"),
    "plan/changes/cell_words.py": ("plan/changes/test_everything.py", "cells are compared as documents print them"),
    "plan/changes/layout.py": ("plan/changes/test_everything.py", "settings are compared in whole plans"),
    "plan/changes/row_places.py": ("plan/changes/test_tables.py", "rows are compared in whole tables"),
    "plan/changes/row_changes.py": ("plan/changes/test_tables.py", "rows are compared in whole tables"),
    "plan/editions/values.py": ("plan/editions/test_signed.py", "the order of editions shows in what they say"),
    "plan/moved_days.py": ("plan/test_next_roadmap.py", "days are compared in whole plans"),
    "rendering/html/writing.py": ("rendering/test_html.py", "a page is judged whole"),
    "rendering/markup/reader.py": ("rendering/test_markup.py", "a document is read whole"),
    "workspace/at_revision.py": ("workspace/test_two_plans.py", "an old plan is read whole"),
    "workspace/git_program.py": ("workspace/test_git_objects.py", "what git answers shows in what is read"),
    "source/basing/*.py": ("source/test_basing.py", "a roadmap and its base are merged whole"),
    "source/formatting/*.py": ("source/test_formatting.py", "a file is laid out whole"),
    "source/slips/*.py": ("source/test_slips.py", "slips are found in whole plans"),
    "workspace/edition_files.py": ("workspace/test_editions.py", "files are found where editions are read"),
    "word/conformance/*.py": ("word/test_conformance.py", "clauses are held against whole documents"),
    "word/package/form_proof.py": ("word/test_base_form.py", "what a form may not have shows in forms"),
    "word/package/form_reading.py": ("word/test_base_form.py", "what is read of a form shows in forms"),
    "word/package/parts.py": ("word/test_docx.py", "what documents are packed from shows in documents"),
    "word/reader/*.py": ("word/test_reader.py", "a document is read whole"),
    "word/writer/*.py": ("word/test_writer.py", "a document is written whole"),
}
"""Where the tests of modules are that have none of their name, and why."""

_BRANCHES = (ast.If, ast.For, ast.While, ast.Try, ast.Match, ast.IfExp, ast.BoolOp, ast.comprehension)


@cache
def modules() -> tuple[str, ...]:
    """Return the modules that have logic of their own, by their paths inside the package."""
    found = (path for path in sorted(PACKAGE.rglob("*.py")) if _has_logic(path))
    return tuple(path.relative_to(PACKAGE).as_posix() for path in found)


def _has_logic(path: Path) -> bool:
    tree = ast.parse(path.read_text("utf-8"))
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    return sum(any(isinstance(node, _BRANCHES) for node in ast.walk(one)) for one in functions) > FEW


def own_tests(module: str) -> Path | None:
    """Return the file that bears a module's name, in its folder or in its room; a package is named by its folder."""
    path = Path(module)
    path = path.parent if path.stem == "__init__" else path.with_suffix("")
    name = f"test_{path.name.strip('_')}.py"
    room = Path(*path.parts[:1]) if len(path.parts) > 1 else Path()
    places = (TESTS / path.parent / name, TESTS / room / name, TESTS / path / name)
    return next((place for place in places if place.exists()), None)


def test_a_module_with_logic_has_tests_of_its_name() -> None:
    """They are in its folder or room; where they are elsewhere the table says where and why."""
    without = [module for module in modules() if not own_tests(module)]
    assert [module for module in without if not any(fnmatch(module, pattern) for pattern in ELSEWHERE)] == []


@pytest.mark.parametrize("pattern", ELSEWHERE)
def test_the_table_tells_what_is_so(pattern: str) -> None:
    """Each of its lines is needed by some module, and leads to tests of the same room."""
    tests, why = ELSEWHERE[pattern]
    assert (TESTS / tests).exists()
    assert tests.split("/")[0] == pattern.split("/")[0]
    assert why
    assert [module for module in modules() if fnmatch(module, pattern) and not own_tests(module)]
