"""Proves that plans such as offices approve can be written whole: five of them, each built, every word kept.

The plans are made after real ones, with other names and places: columns of one's own, several tables, indicators,
attachments, merged cells, starts and ends, plans without owners.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from roadmapc.compiler import compile_bytes
from roadmapc.documents.output import build_files
from roadmapc.source.model.routes import is_printed
from roadmapc.source.printed_text import leaves
from roadmapc.workspace.template_files import output_context
from tests.conftest import TODAY
from tests.word.validity.validity import faults

PLANS = sorted((Path(__file__).parent / "data" / "plans").glob("*.yaml"))
DOUBTS = {"monthly": ["RM103", "RM103"]}
"""What their authors are asked: which days the first and the last week are."""
Run = Callable[..., "CompletedProcess[str]"]


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_every_word_is_kept(path: Path) -> None:
    """Nothing is complained of but weeks without days, and each word stands in a document."""
    result = compile_bytes(path.name, path.read_bytes(), today=TODAY, stem=path.stem)
    assert [problem.code for problem in result.diagnostics] == DOUBTS.get(path.stem, [])
    assert result.plan
    files = list(build_files(result.plan, output_context((), ("html",), "")))
    text = " ".join(unescape(re.sub("<[^>]*>", " ", file.data.decode().replace("\r\n ", ""))) for file in files)
    printed = set(re.findall(r"\w+", text.casefold()))
    for route, words in leaves(result.plan.tree.data):
        if is_printed(route) and not re.fullmatch("[a-z_-]+", words):
            assert set(re.findall(r"\w+", words.casefold())) <= printed, route


def test_follow_up_documents_of_the_programme() -> None:
    """A further deadline is named where it comes again, too; people of a working group are nothing to be done."""
    path = next(path for path in PLANS if path.stem == "programme")
    plan = compile_bytes(path.name, path.read_bytes(), today=TODAY, stem=path.stem).plan
    assert plan
    files = {one.name: one.data.decode() for one in build_files(plan, output_context((), ("html",), ""))}
    for name in ("calendar.html", "checklist-metodicheskii-tsentr.html"):
        text = " ".join(unescape(re.sub("<[^>]*>", " ", files[name])).replace("\u00a0", " ").split())
        assert text.count("Срок представления отчета: ") == text.count("Срок представления отчета") >= 5
        assert "Кузнецов" not in text
    assert "Кузнецов" in files["attachment-2.html"]


@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_every_document_is_valid(path: Path) -> None:
    """Word opens each without a word of repair."""
    plan = compile_bytes(path.name, path.read_bytes(), today=TODAY, stem=path.stem).plan
    assert plan
    for file in build_files(plan, output_context((), ("docx",), "")):
        if file.name.endswith(".docx"):
            assert list(faults(file.data)) == [], file.name


@pytest.mark.slow
def test_they_are_built_checked_and_laid_out(tmp_path: Path, call: Run) -> None:
    """By the commands: clean, built, in the layout of `fmt`, and what inspect looks for holds in every document."""
    folder = tmp_path / "roadmaps"
    folder.mkdir()
    for path in PLANS:
        (folder / path.name).write_bytes(path.read_bytes())
    assert "0 errors; 2 warnings; 0 notes" in call("check", "--lang", "en", cwd=tmp_path).stdout
    assert call("fmt", "--check", cwd=tmp_path).returncode == 0
    assert call("build", cwd=tmp_path).returncode == 0
    assert call("due", "--month", "sep", "--today", "2026-09-01", cwd=tmp_path).returncode == 0
    assert call("inspect", *sorted(tmp_path.rglob("*.docx")), cwd=tmp_path).returncode == 0
