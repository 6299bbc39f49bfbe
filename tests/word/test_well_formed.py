"""Proves that a part is taken for XML only where every reader takes it, given whole or in pieces."""

from __future__ import annotations

import pytest

from roadmapc.word.package.well_formed import MalformedPart, Proof, prove

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("<a/>", "a"),
        (f'<w:hdr xmlns:w="{NAMESPACE}"><w:p/></w:hdr>', f"{NAMESPACE} hdr"),
        ("<?xml version='1.0' encoding='UTF-8'?><!-- а --><a>\ta\n😀</a>", "a"),
    ],
)
def test_what_is_well_formed(text: str, root: str) -> None:
    """The name of the outermost element is told; a part in UTF-16 is read too."""
    assert prove(text.encode()) == root
    proof = Proof()
    for byte in text.encode():
        proof.take(bytes([byte]))
    proof.end()
    assert proof.root == root
    if "UTF-8" not in text:
        assert prove(text.encode("utf-16")) == root


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"<a>", b"<a/><b/>", b"<a></b>", b"a", b"<a>\x1b</a>", b"<a>&#27;</a>", b"<w:a/>", b"<a>&b;</a>"),
        *(b"<a>\xff</a>", "<a>\ufffe</a>".encode(), b"<!DOCTYPE a []><a/>", b"<a b='1' b='2'/>", b"<a>]]></a>"),
        *(f"<?xml version='1.0' encoding='{name}'?><a/>".encode() for name in ("nosuch", "windows-1251", "koi8-r")),
    ],
)
def test_what_is_not(data: bytes) -> None:
    """Cut short, unbound names, signs that XML forbids, a document type, an encoding that Word does not read."""
    with pytest.raises(MalformedPart, match=r"its part word/a\.xml is not well-formed"):
        prove(data, "word/a.xml")
