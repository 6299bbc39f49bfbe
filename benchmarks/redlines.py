"""Our redline beside docx-redline, which compares two built attachments: time, marks for each change, exactness.

docx-redline needs Python 3.12; where it is in no interpreter's reach, REDLINE_PYTHON names the one that has it.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from functools import partial
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from benchmarks.amendments import CONTEXT, amendment_of
from benchmarks.paired import median, table
from roadmapc.documents import attachment
from roadmapc.documents.amending import redline
from roadmapc.documents.amending._redlining.documents import marked_contents
from roadmapc.plan.amending import Amendment
from tests.redlines import is_same

_PEER = """
import sys, time
from docx_redline import redline_files
old, new, made, runs = sys.argv[1:]
redline_files(old, new, made)
times = []
for _ in range(int(runs)):
    start = time.perf_counter()
    redline_files(old, new, made)
    times.append(time.perf_counter() - start)
print(sorted(times)[len(times) // 2])
"""


def main() -> None:
    """Print the table."""
    python = os.environ.get("REDLINE_PYTHON", sys.executable)
    is_there = python != sys.executable or importlib.util.find_spec("docx_redline") is not None
    print("A redline of two editions, a row of ten changed (medians)")
    found = []
    for rows, runs in ((50, 9), (200, 5)):
        amendment = amendment_of(rows)
        changes = len(amendment.changes.all)
        old, new = (next(iter(attachment.files(one, CONTEXT))).data for one in (amendment.old, amendment.new))
        ours = partial(_ours, amendment)
        found.append(_line(rows, "roadmapc", median(ours, runs), ours(), old, new, changes))
        if is_there:
            seconds, data = _peer(python, old, new, runs)
            found.append(_line(rows, "docx-redline", seconds, data, old, new, changes))
    print(table(("rows", "who", "ms", "marks", "for a change", "accepted", "rejected"), found))
    if not is_there:
        print("docx-redline is not there: pip install docx-redline (Python 3.12), or REDLINE_PYTHON")


def _ours(amendment: Amendment) -> bytes:
    marked_contents.cache_clear()
    return next(iter(redline.files(amendment, CONTEXT))).data


def _peer(python: str, old: bytes, new: bytes, runs: int) -> tuple[float, bytes]:
    with TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("old.docx", "new.docx", "made.docx")]
        paths[0].write_bytes(old)
        paths[1].write_bytes(new)
        command = [python, "-c", _PEER, *map(str, paths), str(runs)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        return float(done.stdout), paths[2].read_bytes()


def _line(rows: int, who: str, seconds: float, data: bytes, old: bytes, new: bytes, changes: int) -> tuple[str, ...]:
    with ZipFile(BytesIO(data)) as package:
        xml = package.read("word/document.xml")
    marks = xml.count(b"<w:ins ") + xml.count(b"<w:del ")
    exact = (
        "yes" if is_same(data, edition, reject=reject) else "no" for edition, reject in ((new, False), (old, True))
    )
    return (str(rows), who, f"{seconds * 1e3:.0f}", str(marks), f"{marks / changes:.1f}", *exact)
