"""Proves what an import makes of Word files of many kinds: what a careful person would have typed, and no word less."""

from __future__ import annotations

import importlib
import pkgutil
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from roadmapc.compiler import read_bytes
from roadmapc.importer import Imported, Read, import_files
from roadmapc.importing.counting import counted, words_of
from roadmapc.importing.reading.from_word import read_word
from roadmapc.plan import Plan
from roadmapc.workspace import template_files
from tests.importing import samples
from tests.importing.facts import facts

FOLDER = Path(samples.__file__).parent
NAMES = sorted(info.name for info in pkgutil.iter_modules(samples.__path__) if info.name[0] == "s")


@cache
def imported(name: str) -> Imported:
    data = importlib.import_module(f"tests.importing.samples.{name}").document()
    context = template_files.output_context((), ("docx",), "")
    return import_files([Read(f"{name}.docx", read_word(data), counted(data))], name, context)


@cache
def expected(name: str) -> Plan:
    plan = read_bytes(name, (FOLDER / f"{name}.yaml").read_bytes(), stem=name).plan
    assert plan is not None
    return plan


@pytest.mark.parametrize("name", NAMES)
def test_a_file_becomes_what_a_person_would_type(name: str) -> None:
    """Every printed fact is the same: order, approval, title, parts, passport, columns, sections, rows, signatures."""
    (roadmap,) = imported(name).roadmaps
    assert facts(roadmap.plan) == facts(expected(name))


@pytest.mark.parametrize("name", NAMES)
def test_no_word_is_lost(name: str) -> None:
    """The words of the source are those placed, left and repeated, to the last one."""
    proof = imported(name).proof
    assert proof.holds
    assert not proof.source - (proof.placed + proof.left + proof.repeated)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_left_is_what_has_no_place(name: str) -> None:
    """Nothing is left that a person would have placed."""
    left = Counter(word for one in imported(name).left for word in words_of(one.text))
    meant = Counter(word for one in expected(name).roadmap.unplaced for word in words_of(one.text))
    assert not left - meant


@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_reads_back(name: str) -> None:
    """The YAML is valid, laid out as `fmt` does, and says the same plan when it is read from the disk."""
    for roadmap in imported(name).roadmaps:
        again = read_bytes(f"{name}.yaml", roadmap.text.encode(), stem=name).plan
        assert again is not None
        assert facts(again) == facts(roadmap.plan)
