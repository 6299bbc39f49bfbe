"""Runs bad templates, each in a process of its own with hard limits, and prints what came of each as a line of JSON.

A template that breaks out of its budget is ended by the system, not by a clock of ours: its line says so.
"""

from __future__ import annotations

import json
import os
import resource
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from roadmapc.documents.output import AboutView
from roadmapc.rendering.templates import TemplateProblem, Templates
from tests.hostile.template_table import MUCH, OTHERS

SECONDS = 20  # of the processor: ten times what a template may take on a slow machine
MEGABYTES = 2_000

ABOUT = AboutView("Район", "Область", "Дорожная карта", "2021-2024")


def page(body: str) -> str:
    """Return a document whose section begins on its third line."""
    return f'<document title="Т">\n<section>\n{body}\n</section>\n</document>\n'


def outcome(folder: Path, body: str) -> str:
    """Return «place: message» of a template, or nothing where it becomes a document."""
    (folder / "a.html").write_text(page(body), encoding="utf-8")
    for name, data in OTHERS.items():
        (folder / name).write_bytes(data)
    (folder / "e.html").mkdir(exist_ok=True)
    try:
        values = {"about": ABOUT, "things": [1, 2, 3], "text": "x" * 10, "long": "x" * 100_000}
        Templates((folder,)).document("a.html", values)
    except TemplateProblem as problem:
        return f"{problem.place}: {problem.message}"
    return ""


def _limited(body: str) -> dict[str, object]:
    """Run a template in a child, and return what it says and how much memory it took, in megabytes."""
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES * 1_000_000,) * 2)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        with TemporaryDirectory() as folder:
            said = outcome(Path(folder), body)
        taken = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1000
        os.write(writing, json.dumps({"said": said, "megabytes": taken}).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        data = answer.read()
    os.waitpid(child, 0)
    return dict(json.loads(data)) if data else {"said": "ended by the system", "megabytes": 0}


if __name__ == "__main__":
    for number in map(int, sys.argv[1:]):
        print(json.dumps(_limited(MUCH[number])), flush=True)
