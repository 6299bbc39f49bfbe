"""Proves that a letter's HTML looks the same where stylesheets are dropped, fetches nothing and escapes all."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from roadmapc.rendering import mail, markup
from roadmapc.rendering.blocks import Document
from roadmapc.rendering.markup import read

PAGE = """\
<document title="Тема &lt;a&gt;"><section>
<h1>Название</h1><h2>Часть</h2><p>Слова &amp; <b>жирно</b> <i>косо</i><br/>дальше</p><p class="note">Примечание</p>
<p class="item" mark="–">пункт</p><pagebreak/>
<div class="signature"><span>Начальник</span><span>И.И. Иванов</span></div>
<table widths="10 30 20"><thead><tr><th>№</th><th>Что</th><th>Срок</th></tr></thead><tbody>
<tr class="section"><td colspan="3">Раздел</td></tr>
<tr><td class="number">1</td><td rowspan="2" class="shaded"><p>раз</p><p class="item" mark="–">два</p></td>
<td>май</td></tr>
<tr><td class="number">2</td><td class="right">июнь</td></tr>
</tbody></table>
<table class="plain" widths="1 1"><tbody><tr><td>а</td><td>б</td></tr></tbody></table>
</section></document>
"""
SAID = (
    "Тема <a> Название Часть Слова & жирно косо дальше Примечание – пункт Начальник И.И. Иванов № Что Срок Раздел"
    " 1 раз – два май 2 июнь а б"
)


class Tags(HTMLParser):
    """Gathers the tags of a page with their attributes, and the words between them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in {"br", "meta"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def document(text: str = PAGE) -> Document:
    return read(text)


def test_every_look_stands_where_it_is_used() -> None:
    """No stylesheet, no class, no script, no picture, no address of anything elsewhere."""
    page = mail.html(document())
    found = Tags(page)
    assert not {"style", "script", "img", "link", "a", "div"} & {tag for tag, _ in found.tags}
    assert not any({"class", "src", "href", "onload"} & set(attributes) for _, attributes in found.tags)
    assert "://" not in page
    cells = [attributes["style"] for tag, attributes in found.tags if tag in {"td", "th"}]
    assert all(cells)
    assert page.count("border:1px solid") == 3 + 1 + 3 + 2
    assert " ".join(" ".join(found.words).split()) == SAID


def test_widths_spans_and_grounds() -> None:
    page = mail.html(document())
    assert re.findall(r'<th scope="col" width="([\d.]+%)"', page) == ["16.67%", "50%", "33.33%"]
    assert 'colspan="3"' in page
    assert 'rowspan="2"' in page
    assert page.count("background-color:#e9edf2") == 3
    assert page.count("background-color:#f4f4f4") == 1
    assert page.count("background-color:#d9d9d9") == 1
    assert "text-align:right" in page


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_words_are_words(text: str) -> None:
    """Whatever a row says, it makes no tag."""
    from html import escape

    around = '<document title="a"><section><h1>в</h1><p>{}</p></section></document>'
    page = mail.html(markup.read(around.format(escape(text))))
    plain = mail.html(markup.read(around.format("б")))
    assert [tag for tag, _ in Tags(page).tags] in ([tag for tag, _ in Tags(plain).tags], _without_paragraph(plain))


def _without_paragraph(page: str) -> list[str]:
    """Return the tags of a page whose paragraph is empty, and so is not printed."""
    return [tag for tag, _ in Tags(page).tags if tag != "p"]
