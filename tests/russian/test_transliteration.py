"""Proves that names of files and folders are safe on every system, and their own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.russian.transliteration import distinct, is_safe, slug

NAMES = st.lists(
    st.sampled_from(["a", "b", "a-2", "a-3", "a-2-2"]) | st.text("a-2", min_size=1, max_size=4), max_size=8
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ленинградский район", "leningradskii-raion"),
        ("Щёлково, объезд", "shchelkovo-obezd"),
        ("№ 5 / «Рост»", "5-rost"),
        ("Methodist", "methodist"),
        ("", "x"),
        ("№№", "x"),
        ("ы" * 70, "y" * 60),
    ],
)
def test_slugs(text: str, expected: str) -> None:
    """Letters go over one by one, everything else is one hyphen, none stands at an end."""
    assert slug(text) == expected


@given(st.text(max_size=100), st.integers(1, 60))
def test_a_slug_is_plain_ascii_within_its_limit(text: str, limit: int) -> None:
    """Whatever is named, the name is made of Latin letters, digits and inner hyphens, and its own slug."""
    name = slug(text, limit)
    assert 1 <= len(name) <= limit
    assert name.isascii()
    assert name == name.strip("-")
    assert slug(name, limit) == name
    assert is_safe(f"checklist-{name}")


@pytest.mark.parametrize("name", ["я" * 82, "com٣", "mosalsky", "lmr-sk", "а.б", "x" * 82, "console", "com10", "1"])
def test_safe_names(name: str) -> None:
    """One plain folder on every system."""
    assert is_safe(name)


UNSAFE = (
    *("", ".", "..", "a/b", "a\\b", "a..b", "-a", "a.", "a b", "x" * 83, "a\n", "𝕏" * 82, "𠀀" * 61),
    *("con", "NUL", "Com1", "lpt9.txt", "COM¹", "lpt²", "Lpt³.docx", "COM0", "lpt0"),
)


@pytest.mark.parametrize("name", UNSAFE)
def test_unsafe_names(name: str) -> None:
    """Paths, hidden names, devices of Windows, too long ones."""
    assert not is_safe(name)


@given(NAMES)
def test_distinct_names_are_distinct(names: list[str]) -> None:
    """No name comes twice; one that comes for the first time and that nobody was given stays as it is."""
    found = distinct(names)
    assert len(set(found)) == len(found) == len(names)
    assert all(new == old or new.startswith(f"{old}-") for old, new in zip(names, found, strict=True))
    assert all(found[at] == name for at, name in enumerate(names) if name not in found[:at])


@given(NAMES)
def test_distinct_names_stay(names: list[str]) -> None:
    """Names that are distinct already are left alone."""
    once = distinct(names)
    assert distinct(once) == once
