"""Proves that what is wrong with a template is told in words that have a translation, never in the library's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from roadmapc.cli import _language
from roadmapc.rendering.templates import TemplateProblem, Templates

BROKEN = (
    *(
        "{% fro %}",
        "{{ a | nobody }}",
        "{{ a is nobody }}",
        "{{ a b }}",
        "{{ }}",
        "{{ a",
        "{% if a %}",
        "{# a",
        "{{ $ }}",
    ),
    *("{% raw %}", "{{ 'a }}", "{{ a.- }}", "{{ a[ }}", "{% for in b %}{% endfor %}", "{% set %}"),
    *(
        "{% endif %}",
        "{{ 0x }}",
        "{{ a(b=1, 2) }}",
        "{% block a %}{% endblock %}{% block a %}{% endblock %}",
        "{% macro a(b=1, c) %}",
    ),
    *("{{ a is b is c }}", "{{ a ! b }}", "{{ (1 }}", "{{ [1 }}", "{% import %}", "{% extends 1 2 %}", "{{ '\\x' }}"),
)
FAILING = (
    *("{{ 1 / 0 }}", "{{ 1 + 'a' }}", "{{ nobody }}", "{{ 'a'.b }}", "{{ 'a'[9] }}", "{{ 'a' | round }}", "{{ 1() }}"),
    *(
        "{% include 'nobody.html' %}",
        "{{ ''.__class__.__mro__ }}",
        "{{ [1, 'a'] | sort }}",
    ),
    *("{% import 'a.html' as b %}{{ b.c() }}", "{{ [] | first }}", "{{ {} | dictsort(by=1) }}", "{{ none | length }}"),
)


@pytest.mark.parametrize("text", [*BROKEN, *FAILING])
def test_every_word_is_translated(tmp_path: Path, text: str) -> None:
    """In Russian no English sentence is left of it; names of the template itself stay as they are."""
    (tmp_path / "a.html").write_text(f'<document title="Т"><section><p>{text}</p></section></document>', "utf-8")
    with pytest.raises(TemplateProblem) as problem:
        Templates((tmp_path,)).document("a.html", {})
    _language.activate("ru")
    said = problem.value.message.text(_language.translate)
    _language.activate("en")
    words = [word for word in said.split() if word.isascii() and word.isalpha() and len(word) > 3]
    assert [word for word in words if word not in text and word != "Jinja"] == []
