"""Proves that web pages hold what the block tree says, in one file, escaped, with the looks of the form."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from roadmapc.rendering import html
from roadmapc.rendering.blocks import VOCABULARY
from roadmapc.rendering.markup import read
from roadmapc.rendering.styles import STYLES
from roadmapc.word.package.style_names import PARAGRAPH_STYLES

Call = Callable[..., subprocess.CompletedProcess[str]]
VOID = {"meta", "br", "hr", "col"}


class Page(HTMLParser):
    """What a page is made of: its tags with attributes, its text, and whether tags close in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open and "title" not in self.open:
            self.text.append(data)

    def classes(self, tag: str) -> list[str]:
        """Return the classes of every such tag."""
        return [attributes.get("class") or "" for name, attributes in self.tags if name == tag]


def page(blocks: str, classes: str = "portrait", draft: str = "") -> str:
    """Return the page of one section."""
    text = (
        f'<document title="Т &lt;&quot;&gt;" draft="{draft}"><section class="{classes}">{blocks}</section></document>'
    )
    return html.write(read(text)).decode()


def test_everything_is_escaped() -> None:
    """Signs of markup are text: in paragraphs, marks, cells, the title."""
    text = "&lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; &quot;"
    written = page(f'<p mark="&lt;b&gt;">{text}</p><table widths="1"><tbody><tr><td>{text}</td></tr></tbody></table>')
    assert "<script" not in written
    assert "<b>" not in written
    found = Page(written)
    assert "".join(found.text).count('<script>alert(1)</script> &amp; "') == 2
    assert '<title>Т &lt;"&gt;</title>'.replace('"', "&quot;") in written


def test_blocks() -> None:
    """Paragraphs, headings, ends of lines, breaks and runs have their tags, with styles as classes."""
    found = Page(
        page(
            "<h1>Раз</h1><h2>Два</h2><p>а<br/><b>б</b><i>в</i></p><pagebreak/>"
            '<div class="keep"><p class="clause" mark="1.">г</p><p>д</p></div><p class="blank">ж</p>'
            '<div class="approval"><p>УТВЕРЖДЕНА</p></div>'
            '<div class="signature"><span>Начальник</span><span>И.И. Иванов</span></div>'
        )
    )
    assert found.classes("h1") == ["Heading1"]
    assert found.classes("h2") == ["Heading2"]
    assert found.classes("p") == ["Text", "Clause keep", "Text", "Blank", "Approval"]
    assert found.classes("div") == ["ends Signature"]
    assert found.classes("hr") == ["pagebreak"]
    assert {"b", "i", "br"} <= {tag for tag, _ in found.tags}


def test_a_table() -> None:
    """Head rows stand in <thead>, merged cells in spans and once more for phones; small type and kinds are classes."""
    found = Page(
        page(
            '<table class="small" widths="1 3"><thead><tr><th class="vertical">м</th><th>х</th></tr></thead><tbody>'
            '<tr class="section"><td colspan="2">Раздел</td></tr><tr><td class="number" rowspan="2">1.</td>'
            "<td>а</td></tr>"
            '<tr><td class="shaded center">б</td></tr><tr class="write"><td></td><td></td></tr></tbody></table>'
        )
    )
    assert [name for name, _ in found.tags if name in {"thead", "tbody"}] == ["thead", "tbody"]
    assert found.classes("table") == ["grid small"]
    assert found.classes("tr") == ["", "section", "", "", "write"]
    assert found.classes("th") == ["vertical", ""]
    shown = [["number", "brief"], [], ["number", "brief", "again"], ["center", "shaded"], ["brief", "none"], ["none"]]
    assert [classes.split() for classes in found.classes("td")] == [[], *shown]
    cells = [attributes for tag, attributes in found.tags if tag == "td"]
    assert (cells[0].get("colspan"), cells[1].get("rowspan")) == ("2", "2")
    assert [attributes["style"] for tag, attributes in found.tags if tag == "col"] == ["width: 25%", "width: 75%"]
    assert "TableNumberSmall" in found.classes("p")


def test_a_draft_says_so_on_every_page() -> None:
    """The draft's word stands on the screen and, quoted for CSS, on paper."""
    written = page("<p>а</p>", draft="ПРОЕКТ &quot;}&lt;/style&gt;")
    assert "</style>" not in written.split("<style>")[1].split("</style>")[0]
    assert 'content: "ПРОЕКТ\\20 \\22 \\7d \\3c \\2f style\\3e "' in written
    assert "Draft" in " ".join(Page(written).classes("p"))
    assert "@top-right" not in page("<p>а</p>")


def test_the_page_is_whole_by_itself() -> None:
    """No script, nothing fetched from elsewhere, A4 with the margins of the form, repeated table heads."""
    written = page("<p>а</p>", "landscape")
    assert not re.search(r"<script|<link|<img|url\(|@import|https?:|javascript:", written)
    assert "@page { size: A4; margin: 20mm 10mm 20mm 30mm;" in written
    assert "display: table-header-group" in written


def test_every_style_has_its_look() -> None:
    """Each style of the vocabulary and of the form has a rule in the stylesheet."""
    written = page("<p>а</p>")
    styles = {style for tag in VOCABULARY.values() for style in tag.paragraphs.values()}
    assert styles <= set(STYLES) == set(PARAGRAPH_STYLES)
    assert all(f"\n.{style} {{ " in written for style in STYLES)


def test_pages_of_a_build_hold_the_words_of_word(built: Path, roadmaps: Path, tmp_path: Path, call: Call) -> None:
    """`build --to html` writes a page beside every Word document; its words are those of the document."""
    import docx

    source = roadmaps / "tsuntinsky.yaml"
    result = call("build", source, "--to", "html", "--out", tmp_path)
    assert result.returncode == 0, result.stderr
    documents = sorted((tmp_path / "tsuntinsky").glob("*.docx"))
    assert [path.stem for path in documents] == [path.stem for path in sorted(tmp_path.glob("*/*.html"))]
    for path in documents:
        assert path.read_bytes() == (built / "tsuntinsky" / path.name).read_bytes()
        text = "".join("".join(Page(path.with_suffix(".html").read_text(encoding="utf-8")).text).split())
        document = docx.Document(str(path))
        words = [p.text for p in document.paragraphs]
        words += [p.text for t in document.tables for row in t.rows for cell in row.cells for p in cell.paragraphs]
        for line in words:
            assert "".join(line.split()).strip("_") in text, line


@pytest.mark.chromium
@pytest.mark.skipif(not shutil.which("chromium"), reason="needs Chromium")
def test_a_browser_shows_the_page(tmp_path: Path) -> None:
    """A browser opens the page without a network: sheet as wide as A4, text in it, table head repeated when printed."""
    (tmp_path / "a.html").write_text(page("<p>Слова приказа</p>"), encoding="utf-8")
    command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
    command += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    command += [f"--user-data-dir={tmp_path / 'profile'}"]
    address = (tmp_path / "a.html").as_uri()
    shown = subprocess.run([*command, "--dump-dom", address], capture_output=True, timeout=90, check=True)
    assert "Слова приказа" in shown.stdout.decode()
    picture = tmp_path / "a.png"
    subprocess.run(
        [*command, "--window-size=900,1300", f"--screenshot={picture}", address],
        capture_output=True,
        timeout=90,
        check=True,
    )
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size > 2_000
