"""Proves that files of LibreOffice and RTF, and old ones of Word, are imported as the .docx that they were made of."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from roadmapc.diagnostics import UserError
from roadmapc.importer import import_files
from roadmapc.workspace import importing, libre_office, template_files
from tests.importing.facts import facts
from tests.importing.test_samples import expected
from tests.importing.test_samples_are_files import made

OFFICE = libre_office.find()
pytestmark = [pytest.mark.slow, pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed here")]

# Those that LibreOffice itself writes without loss: its .doc of a table with cells over several columns, for one, is a
# paragraph.
KEPT = {
    "odt": ("s01_plain_plan", "s04_order_and_roadmap", "s08_shared_cells", "s17_passport_and_indicators",
            "s22_section_and_activity", "s33_table_for_each_month"),
    "rtf": ("s01_plain_plan", "s02_automatic_numbers", "s04_order_and_roadmap", "s09_split_by_pages",
            "s25_grifs_side_by_side"),
    "doc": ("s04_order_and_roadmap", "s08_shared_cells", "s13_words_aside", "s19_tables_by_directions",
            "s29_result_and_document"),
}  # fmt: skip
FILTERS = {"odt": "odt", "rtf": "rtf", "doc": "doc:MS Word 97"}


def _saved(names: tuple[str, ...], suffix: str, folder: Path) -> list[importing.Named]:
    """Return the samples as LibreOffice saves them in another format."""
    assert OFFICE is not None
    sources = [folder / f"{name}.docx" for name in names]
    for source, name in zip(sources, names, strict=True):
        source.write_bytes(made(name))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    words = [OFFICE, profile, "--headless", "--convert-to", FILTERS[suffix], "--outdir", folder, *sources]
    subprocess.run([str(word) for word in words], check=True, capture_output=True, timeout=120)
    return [importing.Named(f"{name}.{suffix}", (folder / f"{name}.{suffix}").read_bytes()) for name in names]


@pytest.mark.parametrize("suffix", KEPT)
def test_the_same_plan_comes_back(suffix: str, tmp_path: Path) -> None:
    """What is printed is the same to the last cell, and no word of the file that was saved is lost."""
    names = KEPT[suffix]
    context = template_files.output_context((), ("docx",), "")
    for name, read in zip(names, importing.read(_saved(names, suffix, tmp_path)), strict=True):
        assert not isinstance(read, UserError), read
        found = import_files([read], name, context)
        assert facts(found.roadmaps[0].plan) == facts(expected(name)), name
        assert found.proof.holds
