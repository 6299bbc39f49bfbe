"""Keeps the door for contributors true: what it names is there."""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
DECISIONS = sorted((ROOT / "docs" / "decisions").iterdir())
PAGES = [ROOT / "CONTRIBUTING.md", *DECISIONS]

_PATH = re.compile(r"[\w.<>-]+(/[\w.<>-]*)+|[\w.-]+\.(md|toml|py)")


def paths(page: Path) -> list[str]:
    """Return the paths that a page names, as code or as a link; `<name>` in them stands for any name."""
    text = page.read_text("utf-8")
    named = re.findall(r"`([^`\s]+)`", text) + re.findall(r"\]\(([^)]+)\)", text)
    return [name for name in named if _PATH.fullmatch(name)]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.name))
def test_every_path_is_there(page: Path) -> None:
    assert paths(page)
    assert [path for path in paths(page) if not any(ROOT.glob(re.sub(r"<\w+>", "*", path)))] == []


def test_every_target_is_there_and_has_a_line_of_help() -> None:
    """What CONTRIBUTING.md tells to make can be made; `make help` lists every target there is."""
    (phony,) = re.findall(r"^\.PHONY: (.+)", MAKEFILE, re.MULTILINE)
    assert re.findall(r"^([a-z]+):.* ## \S", MAKEFILE, re.MULTILINE) == phony.split()
    told = re.findall(r"`make (\w+)`", (ROOT / "CONTRIBUTING.md").read_text("utf-8"))
    assert {"quick", "test", "messages", "docs"} <= set(told) <= set(phony.split())


def test_what_targets_run_is_there() -> None:
    modules = set(re.findall(r" -m ([\w.]+)", MAKEFILE))
    assert "docs.generate.messages" in modules
    assert [module for module in modules if find_spec(module) is None] == []


def test_decisions_are_numbered_without_gaps() -> None:
    """Their names and headings count from one."""
    assert [path.name[:4] for path in DECISIONS] == [f"{number:03}-" for number in range(1, len(DECISIONS) + 1)]
    for number, path in enumerate(DECISIONS, start=1):
        assert path.read_text("utf-8").startswith(f"# {number}. ")


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: str(path.name))
def test_a_decision_says_why_and_at_what_price(path: Path) -> None:
    """Its four parts stand in their order, on half a page, before the files that it is about."""
    text = path.read_text("utf-8")
    assert re.findall(r"^\*\*(.+?)\.\*\* ", text, re.MULTILINE) == ["Context", "Decision", "Why", "What it costs"]
    assert text.split("\n\n")[-1].startswith("See also: `")
    assert len(text.split()) <= 300
