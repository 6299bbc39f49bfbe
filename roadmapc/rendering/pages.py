"""Web pages with a script of their own: markup comes from the program's files alone, words go in escaped.

The policy of the page forbids the network, frames, handlers in markup and every script and style but its own, which it
knows by their digests (Content Security Policy Level 3, §§ 6.7.3, 8.3).
"""

from __future__ import annotations

import base64
import hashlib
import json
import zlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
"""What could end the block of data, or a line of it, and what stands for it in JSON (RFC 8259, § 7)."""
PACKED = "z:"
"""What begins a block of data that is packed: zlib (RFC 1950) in base64."""


@cache
def _template(path: Path) -> Template:
    environment = Environment(
        loader=FileSystemLoader(path.parent),  # what a page includes lies beside it
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(path.name)


def render_page(path: Path, values: Mapping[str, Any]) -> bytes:
    """Return the page of a template of the program; only what is `trusted` is markup."""
    return _template(path).render(values).encode("utf-8", "replace")


def trusted(text: str) -> str:
    """Return a text of the program's own as markup; never one of a source."""
    return Markup(text)  # noqa: S704 (the program's own, or without anything that could be markup)


def data_block(data: Any, *, packed: bool) -> str:
    """Return data as the content of a block that no words in it can end."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    if packed:
        return PACKED + base64.b64encode(zlib.compress(text.encode("utf-8", "replace"), 6)).decode()
    for sign, safe in _UNSAFE.items():
        text = text.replace(sign, safe)
    return Markup(text)  # noqa: S704 (the program's own, or without anything that could be markup)


def policy(script: str, style: str) -> str:
    """Return the policy of a page: nothing but this script and this style."""
    return (
        f"default-src 'none'; script-src '{_digest(script)}'; style-src '{_digest(style)}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
