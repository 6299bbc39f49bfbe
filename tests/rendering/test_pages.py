"""Proves that no data ends its block, that the policy names the very script and style, and that words are escaped."""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from roadmapc.rendering.pages import PACKED, data_block, policy, render_page, trusted


@given(st.recursive(st.text() | st.integers(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner)))
def test_data_is_one_block(data: object) -> None:
    """Nothing in it is a sign of markup, and it says what was said, packed or not."""
    plain = data_block(data, packed=False)
    assert not set("<>&\u2028\u2029") & set(plain)
    assert json.loads(plain) == data
    packed = data_block(data, packed=True)
    assert packed.startswith(PACKED)
    assert json.loads(zlib.decompress(base64.b64decode(packed[len(PACKED) :]))) == data


def test_the_policy_knows_script_and_style() -> None:
    """By the digests that a browser reckons; another one is refused."""
    found = policy("let a;", "b{}")
    for kind, text in (("script-src", "let a;"), ("style-src", "b{}")):
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{kind} 'sha256-{digest}'" in found
    assert found.startswith("default-src 'none';")


def test_words_are_escaped(tmp_path: Path) -> None:
    """But for what the program itself says is markup."""
    template = tmp_path / "a.html"
    template.write_text("{{ a }}{{ b }}", "utf-8")
    assert render_page(template, {"a": "<b>", "b": trusted("<i>")}) == b"&lt;b&gt;<i>"
