"""Proves that no word or sign of a published document is lost or added on its way to Word."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from lxml import etree

from roadmapc.diagnostics import Source
from roadmapc.source.parsing import parse_yaml

SEEDS = Path(__file__).parent / "data" / "seeds"
TRACES: dict[str, list[tuple[str, str, str]]] = json.loads((SEEDS / "traces.json").read_text(encoding="utf-8"))
DOCUMENTS = {seed: [seed, "lmr-sk"] if seed == "choysky" else [seed] for seed in TRACES}
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# Words, hyphens inside them, and signs; dashes and bullets that mark list items or empty cells are neither.
TOKEN = re.compile(r"\w+|(?<=\w)-(?=\w)|[^\w\s–—•-]")
ITEM = re.compile(r"^(?:[-–—•]|\d{1,3}\))\s+")

# What steers the program or stands in another document of the build (calendar, checklists).
UNPRINTED = {
    ("roadmapc",),
    ("id",),
    ("municipality",),
    ("document", "kind"),
    ("document", "period"),
    ("passport", "numbers"),
    ("waivers",),
    *(("table", key) for key in ("numbering", "section_number", "owners", "orientation", "head", "column_numbers")),
}


def tokens(text: str) -> list[str]:
    """Return the words and signs of a text; a run of underscores is one blank, however long."""
    return TOKEN.findall(re.sub("_+", "_", text))


def word_text(path: Path) -> str:
    """Return the text of a Word document's body in reading order; a cell merged downwards counts once."""
    with ZipFile(path) as file:
        root = etree.fromstring(file.read("word/document.xml"))
    return "\n".join(_paragraph(p) for p in root.iter(f"{WORD}p") if not _is_covered(p))


def _is_covered(paragraph: Any) -> bool:
    cell = next(paragraph.iterancestors(f"{WORD}tc"), None)
    merge = cell.find(f"{WORD}tcPr/{WORD}vMerge") if cell is not None else None
    return merge is not None and merge.get(f"{WORD}val") != "restart"


def _paragraph(paragraph: Any) -> str:
    parts = paragraph.iter(f"{WORD}t", f"{WORD}br", f"{WORD}tab")
    return "".join(part.text or "" if part.tag == f"{WORD}t" else " " for part in parts)


def printed(built: Path, name: str) -> str:
    """Return the text of a roadmap's order and attachment."""
    files = [built / name / "order.docx", built / name / "attachment.docx"]
    return "\n".join(word_text(file) for file in files if file.exists())


def without_traces(seed: str) -> str:
    """Return the text of a seed with the traces of its extraction removed, each exactly as stated."""
    text = (SEEDS / f"{seed}.txt").read_text(encoding="utf-8")
    for fragment, replacement, reason in TRACES[seed]:
        stated = re.match(r"\[(\d+) times\] ", reason)
        assert text.count(fragment) == (int(stated[1]) if stated else 1), reason
        cleaned = text.replace(fragment, replacement)
        assert tokens(cleaned) != tokens(text), f"the trace changes nothing: {reason}"
        text = cleaned
    return text


@pytest.mark.parametrize("seed", TRACES)
def test_the_documents_hold_the_words_of_the_seed(built: Path, seed: str) -> None:
    """The built Word documents hold every word and sign of the published one, in its order, and no other."""
    documents = "\n".join(printed(built, name) for name in DOCUMENTS[seed])
    assert tokens(documents) == tokens(without_traces(seed))


def test_the_traces_are_few_and_explained() -> None:
    """The list of exceptions cannot grow unseen: at most ten a seed, each with a reason in words."""
    assert {path.stem for path in SEEDS.glob("*.txt")} == set(TRACES)
    assert all(len(traces) <= 10 for traces in TRACES.values())
    assert all(len(reason.split()) >= 4 for traces in TRACES.values() for _, _, reason in traces)


def _scalars(node: Any, route: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if route in UNPRINTED or node is None:
        return
    if isinstance(node, dict):
        hidden = {"who"} if "text" in node else set()
        for key, value in node.items():
            if key not in {"id", "dates", "same_as_above"} | hidden:
                yield from _scalars(value, (*route, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from _scalars(value, (*route, index))
    else:
        yield route, node


def _lines(value: str) -> Iterator[str]:
    """Return the paragraphs and items of a value as they are found in a document: marks and line ends dropped."""
    for line in filter(str.strip, value.split("\n")):
        yield " ".join(ITEM.sub("", line.strip()).split())


@pytest.mark.parametrize("name", [name for names in DOCUMENTS.values() for name in names])
def test_every_printed_value_is_found_in_the_documents(built: Path, roadmaps: Path, name: str) -> None:
    """Every text of the source that is meant for print stands in the order or the attachment."""
    tree, problems = parse_yaml(Source(name, (roadmaps / f"{name}.yaml").read_text(encoding="utf-8")))
    assert tree is not None
    assert not problems
    owners = tree.data.pop("owners", {})
    if tree.data.get("table", {}).get("head") == "false":
        del tree.data["table"]["columns"]
    text = " ".join(printed(built, name).split())
    values = list(_scalars(tree.data))
    assert len(values) > 20
    for route, value in values:
        shown = owners.get(value, value) if "owners" in route else value
        for line in _lines(shown if isinstance(shown, str) else shown["post"]):
            assert line in text, route
