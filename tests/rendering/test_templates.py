"""Proves that mistakes of templates are told at their own line, that none runs for ever, that values print as such."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
import pytest
from lxml import etree

from roadmapc.compiler import Compilation
from roadmapc.documents.output import AboutView, OutputContext, build_files
from roadmapc.rendering.blocks import Paragraph, TableBlock
from roadmapc.rendering.packaged import packaged
from roadmapc.rendering.templates import TemplateProblem, Templates
from roadmapc.word.package.base_form import load_form
from roadmapc.word.writer.docx import write

ABOUT = AboutView("Район", "Область", "Дорожная карта", "2021-2024")

Compile = Callable[[str], Compilation]


def page(body: str) -> str:
    """Return a document whose section begins on its third line."""
    return f'<document title="Т">\n<section>\n{body}\n</section>\n</document>\n'


def problem(folder: Path, body: str, **others: str) -> str:
    """Return «place: message» of a template that cannot be used; `others` are the files it includes."""
    for name, text in {"a": page(body), **others}.items():
        (folder / f"{name}.html").write_text(text, encoding="utf-8")
    with pytest.raises(TemplateProblem) as caught:
        Templates((folder,)).document("a.html", {"about": ABOUT, "things": [1, 2, 3], "text": "x" * 10})
    return f"{caught.value.place}: {caught.value.message}"


@pytest.mark.slow
@pytest.mark.parametrize(
    "body",
    [
        "{% for i in range(99999) %}{% for j in range(99999) %}{% endfor %}{% endfor %}",
        "{% for i in [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] %}" * 12 + "{% endfor %}" * 12,
        "{% for i in things %}" * 18 + "{% endfor %}" * 18,
        "{% for i in things | map('string') %}" * 18 + "{% endfor %}" * 18,
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(50) }}",
        "{% for n in [40] recursive %}{% if n %}{{ loop([n - 1, n - 1]) }}{% endif %}{% endfor %}",
        "{% for i in range(10 ** 9) %}{% endfor %}",
        "{{ text * 10 ** 9 }}",
        "{{ 9 ** 99999999 }}",
        '{{ "%0999999999d" % 1 }}',
        '{% set s = namespace(t="ab") %}{% for i in range(60) %}{% set s.t = s.t + s.t %}{% endfor %}',
        '{% set s = namespace(t="ab") %}{% for i in range(60) %}{% set s.t = s.t ~ s.t %}{% endfor %}',
    ],
)
def test_work_without_end_is_stopped(tmp_path: Path, body: str) -> None:
    """Loops, calls and texts that would never end use up the budget, and are told at their line."""
    assert problem(tmp_path, body) == "a.html:3: the template works without end: more than 5000000 steps"


def test_writing_without_end_is_stopped(tmp_path: Path) -> None:
    """A template that writes more than any document holds is stopped."""
    body = '{% for i in range(2000) %}{% for j in range(2000) %}{{ "x" * 1000 }}{% endfor %}{% endfor %}'
    assert problem(tmp_path, body) == "a.html:3: the template writes without end"


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("{% macro m() %}{{ m() }}{% endmacro %}\n{{ m() }}", "a.html:3"),
        ('\n{% include "a.html" %}', "a.html:4"),
        ("{% for x in things recursive %}{{ loop(things) }}{% endfor %}", "a.html:3"),
    ],
)
def test_a_template_that_calls_itself(tmp_path: Path, body: str, place: str) -> None:
    """Recursion is told, not a crash."""
    assert problem(tmp_path, body) == f"{place}: the template calls itself without end"


@pytest.mark.parametrize(
    "expression",
    [
        '"".__class__.__mro__[1].__subclasses__()',
        "about.__class__",
        "about.__init__.__globals__",
        "self.__init__",
        "things.append(4)",
        'about.title.format("x")',
        '"{:999999999}".format(1)',
        "about.title.ljust(10 ** 9)",
    ],
)
def test_the_sandbox_is_closed(tmp_path: Path, expression: str) -> None:
    """What leads out of the sandbox, or changes what it was given, is refused."""
    found = problem(tmp_path, f"\n<p>{{{{ {expression} }}}}</p>")
    assert found == "a.html:4: the template reaches for what it may not touch"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("{{ nobody }}", "a.html:3: there is no “nobody”"),
        ("\n{{ abuot.title }}", "a.html:4: there is no “abuot”; perhaps about"),
        ("\n\n<p>{{ about.titel }}</p>", "a.html:5: there is no “titel”; perhaps title"),
        ("{% for x in thigns %}{% endfor %}", "a.html:3: there is no “thigns”; perhaps things"),
        ("{{ lipsum() }}", "a.html:3: there is no “lipsum”"),
        ('{% include "none.html" %}', "a.html:3: there is no template “none.html”"),
        ("<p>\n{% fro x in y %}</p>", "a.html:4: the template is broken: there is no tag “fro”"),
        ("{{ things | random }}", "a.html:3: the template is broken: there is no filter “random” here"),
        ("{{ 1 / 0 }}", "a.html:3: the template cannot be run: division by zero"),
    ],
)
def test_mistakes_of_jinja(tmp_path: Path, body: str, expected: str) -> None:
    """Unknown names come with the nearest known one, broken tags with their line."""
    assert problem(tmp_path, body) == expected


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>x</p>\n{% for x in things %}\n<tabel/>\n{% endfor %}", "a.html:5: unknown tag <tabel>; perhaps <table>"),
        ('<p\n class="cetner">x</p>', "a.html:3: <p> has no class «cetner»; perhaps center"),
        ('{% include "b.html" %}', "b.html:3: unknown tag <tabel>; perhaps <table>"),
        ('{% import "c.html" as c %}\n\n\n{{ c.m() }}', "c.html:3: unknown tag <bar>; perhaps <br>"),
        ("{% macro m() %}\n<p>x</p>\n<bar/>\n{% endmacro %}\n{{ m() }}", "a.html:5: unknown tag <bar>; perhaps <br>"),
        ("<p>x</p>\n<p>{{ text }}<q/></p>", "a.html:4: unknown tag <q>"),
        ("<p>{{ '\x01' }}</p>", "a.html:3: the character U+0001 cannot stand in a document"),
        ("<p>&nosuch;</p>", "a.html:3: no character is known by this name"),
    ],
)
def test_mistakes_of_the_vocabulary(tmp_path: Path, body: str, expected: str) -> None:
    """A tag or class that is not known is told at the line of the very template that wrote it."""
    others = {"b": "<p>x</p>\n\n<tabel/>\n", "c": "{% macro m() %}\n<p>x</p>\n<bar/>{% endmacro %}\n"}
    assert problem(tmp_path, body, **others) == expected


def test_a_mistake_in_an_overriding_block(tmp_path: Path) -> None:
    """A block put over a packaged template's is where its mistakes are told."""
    (tmp_path / "x.html").write_text(
        '{% extends "packaged/checklist.html" %}\n{% block table %}\n<p class="nope"/>{% endblock %}', encoding="utf-8"
    )
    (tmp_path / "b.html").write_text(page("{% block b %}{% endblock %}"), encoding="utf-8")
    (tmp_path / "a.html").write_text(
        '{% extends "b.html" %}\n{% block b %}\n<p>x</p>\n<p class="nope">y</p>\n{% endblock %}', encoding="utf-8"
    )
    with pytest.raises(TemplateProblem) as caught:
        Templates((tmp_path,)).document("a.html", {})
    assert (caught.value.place, str(caught.value)) == ("a.html:4", "<p> has no class «nope»; perhaps note")


def test_an_override_replaces_one_block(tmp_path: Path, compile_text: Compile, clean: str) -> None:
    """An own template extends the packaged one of the same name and replaces one block."""
    (tmp_path / "attachment.html").write_text(
        '{% extends "packaged/attachment.html" %}\n{% block signature %}<p class="note">Своя</p>{% endblock %}',
        encoding="utf-8",
    )
    form = load_form((packaged("templates") / "form.docx").read_bytes())
    context = OutputContext(
        Templates((tmp_path,)).document, {"docx": lambda d, day: write(d, form, title="", author="", created=day)}
    )
    plan = compile_text(clean).plan
    assert plan
    file = next(file for file in build_files(plan, context) if file.name == "attachment.docx")
    document = docx.Document(BytesIO(file.data))
    assert document.paragraphs[-1].text == "Своя"
    assert document.paragraphs[0].text == "Дорожная карта"


TRICKY = ["{{ 7*7 }}", "{% for %}", "<b>жирно</b>", "&nbsp;&amp;", "]]>", "a\u00a0b", "\"кавычки\" и 'другие'", "🗺"]


@pytest.mark.parametrize("text", TRICKY)
def test_values_print_as_they_stand(compile_text: Compile, clean: str, text: str) -> None:
    """What looks like a template, a tag or an entity in a source is text in the document."""
    quoted = "'" + text.replace("'", "''") + "'"
    plan = compile_text(clean.replace("Провести мониторинг", quoted)).plan
    assert plan
    form = load_form((packaged("templates") / "form.docx").read_bytes())
    context = OutputContext(
        Templates().document, {"docx": lambda d, day: write(d, form, title=d.title, author="", created=day)}
    )
    for file in build_files(plan, context):
        if file.name.endswith(".docx") and file.name not in {"summary.docx", "wall.docx"}:  # these name it in part
            document = docx.Document(BytesIO(file.data))
            cells = {cell.text for table in document.tables for row in table.rows for cell in row.cells}
            assert text in cells, file.name


def test_a_long_cell_and_many_columns(tmp_path: Path) -> None:
    """A cell of 20,000 characters and a table of 40 columns become a file that opens."""
    row = "".join(f"<td>{n}</td>" for n in range(40))
    rows = f'<tr>{row}</tr><tr><td colspan="40">{{{{ text }}}}</td></tr>'
    (tmp_path / "a.html").write_text(
        page(f'<table widths="{"1 " * 40}"><tbody>{rows}</tbody></table>'),
        encoding="utf-8",
    )
    document = Templates((tmp_path,)).document("a.html", {"text": "слово " * 3333})
    table = document.sections[0].blocks[0]
    assert isinstance(table, TableBlock)
    assert len(table.widths) == 40
    form = load_form((packaged("templates") / "form.docx").read_bytes())
    data = write(document, form, title="", author="", created=None)
    with ZipFile(BytesIO(data)) as file:
        etree.fromstring(file.read("word/document.xml"))
    assert len(docx.Document(BytesIO(data)).tables[0].cell(1, 0).text) == 19_997


def test_packaged_templates_compile() -> None:
    """Every packaged template can be compiled."""
    templates = Templates()
    for path in packaged("templates").glob("*.html"):
        templates.check(path.name)


def test_prose_and_cells(tmp_path: Path) -> None:
    """The filters make paragraphs, items and line breaks, all escaped and tied."""
    (tmp_path / "a.html").write_text(page("{{ text | prose('left') }}"), encoding="utf-8")
    document = Templates((tmp_path,)).document("a.html", {"text": "Дано <1>:\n- № 5;\n\nИ.И. Иванов"})
    assert document.sections[0].blocks == (
        Paragraph(("Дано <1>:",), "TextLeft"),
        Paragraph(("№\u00a05;",), "Item", "–"),
        Paragraph(("И.И.\u00a0Иванов",), "TextLeft"),
    )
