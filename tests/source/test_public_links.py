"""Proves which links others can open: public addresses of http and https, and nothing that only looks like one."""

from __future__ import annotations

import string
from ipaddress import IPv4Address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.source.public_links import link_fault


@pytest.mark.parametrize(
    "link",
    [
        "https://example.org/prikaz.pdf",
        "http://uo.edu.ru",
        "https://uo.edu.ru:8443/a/b?c=d&e=%D0%B0#f",
        "https://уо-цунта.рф/документы/приказ-5.pdf",
        "https://xn--e1afmkfd.xn--p1ai/",
        "HTTPS://UO.EDU.RU/A",
        "https://uo.edu.ru./a",
        "https://uo.edu.ru/@user/post",
        "https://8.8.8.8/a",
        "https://[2a00:1450:4010::71]/a",
        "https://disk.yandex.ru/i/abc_DEF-1~2",
    ],
)
def test_what_others_can_open(link: str) -> None:
    assert link_fault(link) is None


@pytest.mark.parametrize(
    ("link", "fault"),
    [
        ("example.org/a.pdf", "begin with https"),
        ("ftp://example.org/a", "begin with https"),
        ("file:a.pdf", "begin with https"),
        ("file:/" + "/" + "/a.pdf", "begin with https"),
        ("javascript:alert(1)", "begin with https"),
        ("data:text/html,a", "begin with https"),
        ("C:\\a.pdf", "signs that no address has"),
        ("//example.org/a", "begin with https"),
        ("https:example.org", "begin with https"),
        ("https:/example.org", "begin with https"),
        ("https:///a.pdf", "names no site"),
        ("https://", "names no site"),
        ("https://example.org/a b.pdf", "signs that no address has"),
        ("https://example.org/a\u202eb", "signs that no address has"),
        ("https://exa\u200bmple.org", "signs that no address has"),
        ("https://example.org/\x07", "signs that no address has"),
        ("https://example.org\\@evil.example.org", "signs that no address has"),
        ("https://example.org/<script>", "signs that no address has"),
        ("https://user:secret@example.org/", "user name or password"),
        ("https://user@example.org/", "user name or password"),
        ("https://example.org@127.0.0.1/", "user name or password"),
        ("http://localhost/a", "others do not reach"),
        ("http://localhost:8000", "others do not reach"),
        ("http://server/a", "no such site"),
        ("http://server.local/a", "others do not reach"),
        ("http://docs.uo.lan", "others do not reach"),
        ("http://127.0.0.1/a", "others do not reach"),
        ("http://10.1.2.3/a", "others do not reach"),
        ("http://192.168.0.7:8080/a", "others do not reach"),
        ("http://172.20.0.1/a", "others do not reach"),
        ("http://169.254.1.1/a", "others do not reach"),
        ("http://100.64.0.1/a", "others do not reach"),
        ("http://0.0.0.0/", "others do not reach"),
        ("http://255.255.255.255/", "others do not reach"),
        ("http://224.0.0.1/", "others do not reach"),
        ("http://[::1]/", "others do not reach"),
        ("http://[fe80::1]/", "others do not reach"),
        ("http://[fd00::1]/", "others do not reach"),
        ("http://[::ffff:127.0.0.1]/", "others do not reach"),
        ("http://[2002:7f00:1::]/", "others do not reach"),
        ("http://１２７.0.0.1/", "others do not reach"),
        ("http://127.1/", "no such site"),
        ("http://0x7f.0.0.1/", "no such site"),
        ("http://2130706433/", "no such site"),
        ("http://017700000001/", "no such site"),
        ("http://a..ru/", "no such site"),
        ("http://.ru/", "no such site"),
        ("http://-a.ru/", "no such site"),
        ("http://example.org:99999/", "no address"),
        ("http://example.org:0/", "no address"),
        ("http://[::1/", "no address"),
        ("https://example.org/" + "a" * 2000, "longer than"),
    ],
)
def test_what_others_cannot_open(link: str, fault: str) -> None:
    assert fault in str(link_fault(link))


@given(st.integers(0, 2**32 - 1))
def test_an_address_in_figures_is_public_where_the_registry_says_so(number: int) -> None:
    """As a link by itself, and wrapped in an address of six."""
    address = IPv4Address(number)
    is_public = address.is_global and not address.is_multicast
    assert (link_fault(f"https://{address}/") is None) == is_public
    assert (link_fault(f"https://[::ffff:{address}]/") is None) == is_public


@given(st.text(string.ascii_letters + string.digits + ":/@.[]%?#\\ \t\u202eя-", max_size=40))
def test_any_text_has_an_answer(text: str) -> None:
    """Whatever is written, nothing is raised, and what passes begins as an address does."""
    for link in (text, "https://" + text):
        if link_fault(link) is None:
            assert link.lower().startswith(("http://", "https://"))
            assert "@" not in link.partition("//")[2].partition("/")[0].partition("?")[0].partition("#")[0]
