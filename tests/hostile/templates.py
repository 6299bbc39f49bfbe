"""Templates that are broken, endless, or reach for what they may not touch."""

from __future__ import annotations

from collections.abc import Iterator

from tests.hostile.case import BUILD, FAILED, Case, beside_a_roadmap

AROUND = '<document title="Т"><section><p>{}</p></section></document>'
PIECES: dict[str, str] = {
    "an unknown name": "{{ nobody }}",
    "a name of a name": "{{ about.nobody }}",
    "an unknown filter": "{{ 1 | nobody }}",
    "an unknown test": "{{ 1 is nobody }}",
    "an unknown command": "{% nobody %}",
    "an open print": "{{ about",
    "an open command": "{% if about %}",
    "an open comment": "{# about",
    "a closed command": "{% endif %}",
    "an odd sign": "{{ $ }}",
    "division by zero": "{{ 1 / 0 }}",
    "different kinds": "{{ 1 + 'a' }}",
    "no callable": "{{ 1() }}",
    "no such template": "{% include 'nobody.html' %}",
    "itself": "{% include 'calendar.html' %}",
    "a path": "{% include '../../outside/mine.txt' %}",
    "an absolute path": "{% include '/etc/hostname' %}",
    "a class": "{{ ''.__class__.__mro__ }}",
    "a class by filter": "{{ '' | attr('__class__') }}",
    "globals": "{{ self.__init__.__globals__ }}",
    "a cycle of globals": "{{ cycler.__init__.__globals__ }}",
    "a format": "{{ '{0.__class__}'.format(1) }}",
    "a power": "{{ 9 ** 9999999 }}",
    "a long text": "{{ 'a' * 10 ** 10 }}",
    "a wide text": "{{ '%9999999999d' % 1 }}",
    "a long loop": "{% for a in range(10 ** 9) %}{{ a }}{% endfor %}",
    "loops in loops": "{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
    "a macro of itself": "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}",
    "a doubled text": "{% set n = namespace(a='аа') %}{% for b in range(40) %}{% set n.a = n.a ~ n.a %}{% endfor %}",
    "an unknown tag": "<script>alert(1)</script>",
    "an unknown class": '</p><p class="nobody">а',
    "an open tag": "<b>",
    "a closed tag": "</b>",
    "an entity": "&nobody;",
    "a number of no character": "&#0;",
    "an escape": "{{ '\\x1b' }}",
    "no character": "{{ '\\ufffe' }}",
    "rows that are not there": '</p><table widths="1"><tbody><rows of="nobody"/></tbody></table><p>',
    "a table of no rows": '</p><table widths="1"><tbody></tbody></table><p>',
    "a table of odd widths": '</p><table widths="nan -1"><tbody><tr><td>а</td></tr></tbody></table><p>',
    "a cell too wide": '</p><table widths="1"><tbody><tr><td colspan="99999">а</td></tr></tbody></table><p>',
    "undefined blocks": "{{ super() }}",
}
WHOLE: dict[str, str | bytes] = {
    "nothing": "",
    "text": "Приказ",
    "another encoding": "Приказ".encode("cp1251"),
    "noise": bytes(range(256)),
    "a document type": '<!DOCTYPE a [<!ENTITY b "c">]><document title="Т"><section><p>&b;</p></section></document>',
    "no section": '<document title="Т"></document>',
    "no title": "<document><section><p>а</p></section></document>",
    "two documents": AROUND.format("а") * 2,
    "brackets": "<" * 100_000,
    "braces": "{" * 100_000,
    "deep tags": "<b>" * 50_000,
    "too much": "а" * 1_000_001,
}


def cases() -> Iterator[Case]:
    """Yield templates that a build is given, each in the place of the calendar's; then as a project has them."""
    build = (*BUILD, "--templates", "t")
    for name, piece in PIECES.items():
        yield beside_a_roadmap(name, build, files={"t/calendar.html": AROUND.format(piece)}, codes=FAILED)
    for name, text in WHOLE.items():
        yield beside_a_roadmap(f"template of {name}", build, files={"t/calendar.html": text}, codes=FAILED)
        project = {"templates/calendar.html": text}
        yield beside_a_roadmap(f"project's of {name}", BUILD, ("templates",), files=project, codes=frozenset({0, 1, 2}))
    yield beside_a_roadmap("no such folder", build, ("templates", "--templates", "t"), codes=FAILED)
    yield beside_a_roadmap("a file for a folder", build, files={"t": "mine"}, codes=FAILED)
    yield beside_a_roadmap(
        "other files", build, files={"t/readme.txt": bytes(100), "t/.html": "а"}, codes=frozenset({0})
    )
