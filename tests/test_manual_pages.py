"""Proves that the manual's pages are whole: every key has its place and its English, every sentence its Russian."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from docs.generate import schemes
from docs.generate.conformance import page as conformance_page
from docs.generate.format import ELSEWHERE, page, unplaced
from docs.generate.format_in_english import MEANINGS
from docs.generate.in_russian import in_russian, untranslated
from docs.generate.templates import page as templates_page
from roadmapc.diagnostics import Route
from roadmapc.source import model
from roadmapc.source.model import Record
from roadmapc.source.model.fields import fields_of
from roadmapc.source.model.routes import field_at

DOCS = Path(__file__).parent.parent / "docs"
CYRILLIC_SENTENCE = re.compile(r"\b[а-яё]{3,} [а-яё]{2,}\b")
FIELDS = {
    f"{name}.{key}"
    for name in model.__all__
    if isinstance(kind := getattr(model, name), type) and issubclass(kind, Record) and name != "Edition"
    for key in fields_of(kind)
}
"""All keys; an edition has those of a roadmap."""


def test_every_key_is_on_the_page() -> None:
    """With its meaning, an example, and where it is printed."""
    text = page()
    for field in FIELDS:
        assert f"| `{field.partition('.')[2]}`" in text
    assert unplaced() == []


def test_every_key_has_its_english() -> None:
    """And no key that is gone has one; the English page has no Russian sentence but in examples."""
    assert set(MEANINGS) == FIELDS
    text = re.sub(r"`[^`]*`|«[^»]*»", "", page(english=True))
    assert CYRILLIC_SENTENCE.findall(text) == []


@pytest.mark.parametrize("key", [*schemes.numbers(), *ELSEWHERE])
def test_a_place_is_that_of_a_key(key: str) -> None:
    """What a picture or the table of other places names is in the format."""
    route = tuple(key.split("."))
    in_list: Route = (*route[:-1], 0, route[-1])
    assert key == "terms" or field_at(route) or field_at(in_list) or key.startswith("owners.")


@pytest.mark.parametrize("name", schemes.SCHEMES)
def test_a_picture_names_each_of_its_keys(name: str) -> None:
    """It is well-formed, and its numbers are those of the page."""
    root = ElementTree.fromstring(schemes.svg(name))
    words = " ".join("".join(element.itertext()) for element in root.iter())
    for key, (scheme, number) in schemes.numbers().items():
        if scheme == name and key not in schemes.INSIDE:
            assert key.rpartition(".")[2] in words
            assert str(number) in words or "–" in words


@pytest.mark.parametrize("make", [conformance_page, templates_page])
def test_every_sentence_has_its_russian(make: object) -> None:
    """A page changed in English says which sentences of `docs/generate/russian.json` are missing."""
    assert callable(make)
    text = make()
    assert untranslated(text) == []
    assert in_russian(text).count("\n## ") == text.count("\n## ")
    assert in_russian(text).count("`") == text.count("`")


def test_what_has_no_russian_is_told() -> None:
    """It stays as it is."""
    assert in_russian("# Templates\n\nA new sentence.\n") == "# Шаблоны\n\nA new sentence.\n"
    for said in ("A new sentence.", "Of a kind: , .", "Rows under a heading; is late."):
        assert untranslated(f"{said}\n") == [said]


@pytest.mark.parametrize("path", sorted(DOCS.glob("*.md")), ids=lambda path: path.name)
def test_pictures_and_links_lead_somewhere(path: Path) -> None:
    """Every file that a page names is there."""
    links = [link for link in re.findall(r"\]\(([^)#]+)", path.read_text("utf-8")) if "://" not in link]
    assert [link for link in links if not (path.parent / link).exists()] == []
