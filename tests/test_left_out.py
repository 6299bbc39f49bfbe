"""Proves that a run says aloud what it left out: a skip is easily overlooked."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
WITHOUT = """
from pathlib import Path

from tests.word import ecma_376

ecma_376.SCHEMAS = Path("nowhere")
"""


@pytest.mark.slow
@pytest.mark.parametrize("options", [["-n", "0"], ["-n", "2", "-q"]], ids=" ".join)
def test_missing_schemas_are_one_loud_line(options: list[str], tmp_path: Path) -> None:
    """Where the schemas of ECMA-376 are missing, one line says so, shared out to processes or not; a skip says why."""
    (tmp_path / "without.py").write_text(WITHOUT, "utf-8")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST_", "COV_"))}
    command = [sys.executable, "-m", "pytest", "-p", "without", "-p", "no:cacheprovider", "-rs", *options]
    result = subprocess.run(
        [*command, "tests/word/test_ecma_376.py"],
        cwd=ROOT,
        env={**kept, "PYTHONPATH": os.pathsep.join((str(tmp_path), str(ROOT)))},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stdout
    assert result.stdout.count("NOTHING WAS VALIDATED") == 1
    assert "needs the schemas of ECMA-376" in result.stdout
