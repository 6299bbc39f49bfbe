"""Proves that addresses and texts in headers are themselves and nothing more."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.documents.letters.header_fields import UnfitAddress, ascii_address, header_text


@pytest.mark.parametrize(
    ("address", "known"),
    [
        ("uo@example.ru", "uo@example.ru"),
        ("a.b+c@Example.RU", "a.b+c@example.ru"),
        ("umo@почта.рф", "umo@xn--80a1acny.xn--p1ai"),
        ("umo@школа-5.рф", "umo@xn---5-6kc3bfr2e.xn--p1ai"),
    ],
)
def test_addresses_as_servers_know_them(address: str, known: str) -> None:
    assert ascii_address(address) == known


@pytest.mark.parametrize(
    "address",
    [
        *("", "a", "a@", "@b.ru", "a@b", "a b@c.ru", "a@b..ru", "a@-b.ru", "a@b.ru,c@d.ru", "<a@b.ru>", "a@b.ru>"),
        *("a@b.ru\r\nBcc: x@y.ru", "a@b.ru\n", "a\0@b.ru", "a@b.ru\0", "a\u202e@b.ru", "a@b\u202e.ru", "имя@b.ru"),
        *(".a@b.ru", "a.@b.ru", "a..b@c.ru", '"a b"@c.ru', "a@[127.0.0.1]", f"{'a' * 65}@b.ru", f"a@{'б' * 64}.ru"),
        *("a@b.ru\u2028", "a@\u00a0b.ru", "a@b.ru SIZE=1", "a@b.123"),
    ],
)
def test_what_is_no_address(address: str) -> None:
    with pytest.raises(UnfitAddress):
        ascii_address(address)


@given(st.text())
def test_an_address_is_refused_or_safe(text: str) -> None:
    """Whatever is taken for one holds no space, no control, no sign that parts addresses, and only ASCII."""
    try:
        known = ascii_address(text)
    except UnfitAddress:
        return
    assert re.fullmatch(r"[!-~]+", known)
    assert known.count("@") == 1
    assert not set(known) & set('<>,;:"\\()[]')


@given(st.text())
def test_a_text_in_a_header_is_one_line_without_what_is_not_seen(text: str) -> None:
    known = header_text(text)
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]", known)
    assert header_text(known) == known
