"""What tests of printed documents share: a plan's Word files, and their pages as LibreOffice prints them."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path
from subprocess import run
from tempfile import TemporaryDirectory
from types import ModuleType

import pytest

from roadmapc.plan import Plan
from roadmapc.workspace.pdf import converted, find_office
from roadmapc.workspace.template_files import output_context
from tests.plans import plan_of

printing = pytest.mark.skipif(
    not (shutil.which("soffice") and shutil.which("pdftotext")), reason="needs LibreOffice, Poppler"
)
REAL = ("choysky", "leningradsky", "lmr-sk", "mosalsky", "tsuntinsky", "verkhnyaya-pyshma")
"""The real roadmaps."""


def real_plan(roadmaps: Path, name: str) -> Plan:
    """Return the plan of a real roadmap."""
    return plan_of((roadmaps / f"{name}.yaml").read_text(encoding="utf-8"))


def made(plan: Plan, document: ModuleType, suffix: str = "docx") -> dict[str, bytes]:
    """Return the files that a document makes of a plan, by their names without suffix."""
    files = document.files(plan, output_context((), (suffix,), ""))
    return {file.name.removesuffix(f".{suffix}"): file.data for file in files}


def pages(documents: Iterable[bytes]) -> list[list[str]]:
    """Return the text of each page of each Word document."""
    return [_texts(data) for data in converted(find_office(), list(documents))]


def _texts(pdf: bytes) -> list[str]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.pdf"
        path.write_bytes(pdf)
        printed = run(["pdftotext", "-layout", path, "-"], capture_output=True, check=True).stdout
    return printed.decode().split("\f")[:-1]
