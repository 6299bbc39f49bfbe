"""Word files for tests: one in which every clause holds, and ways to break a part of a file."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from roadmapc.rendering.markup import read
from roadmapc.word.package.base_form import load_form
from roadmapc.word.writer.docx import write

FORM = Path(__file__).parents[2] / "templates" / "form.docx"
LONG = "Настоящая Дорожная карта разработана для развития муниципальных методических служб и определяет мероприятия. "

GOOD = f"""<document title="Об утверждении Дорожной карты">
<section>
<div class="letterhead"><p class="organisation">УПРАВЛЕНИЕ ОБРАЗОВАНИЯ</p><p>368412, с.&nbsp;Цунта, тел. 88722</p></div>
<p class="kind">ПРИКАЗ</p>
<div class="requisites"><span>20.10.2022</span><span>№&nbsp;01-07/93</span></div>
<p class="subject">Об утверждении Дорожной карты</p>
<p>В целях повышения эффективности деятельности муниципальных методических служб и обеспечения качества их работы,</p>
<p class="resolution">ПРИКАЗЫВАЮ:</p>
<p class="clause" mark="1.">Утвердить прилагаемую Дорожную карту (далее – Дорожная карта) и план «Рост».</p>
<p class="clause" mark="2.">Контроль за исполнением настоящего приказа возложить на Магомедова&nbsp;М.А.</p>
<p class="clause" mark="3.">{LONG}</p>
<div class="signature"><span>Начальник управления</span><span>Г.К.&nbsp;Абакарова</span></div>
</section>
<section class="restart">
<div class="approval"><p>УТВЕРЖДЕНА</p><p>приказом управления образования</p><p>от 20.10.2022 №&nbsp;01-07/93</p></div>
<h1>Дорожная карта<br/>развития методических служб</h1>
<p>{LONG * 3}</p>
<p class="item" mark="–">разработать положение;</p>
</section>
<section class="landscape">
<table widths="14 100 38 50 55">
<thead>
<tr><th>№&nbsp;п/п</th><th>Мероприятие</th><th>Срок</th><th>Ответственный</th><th>Результат</th></tr>
<tr class="numbers"><th>1</th><th>2</th><th>3</th><th>4</th><th>5</th></tr>
</thead>
<tbody>
<tr class="section"><td colspan="5">1. Мониторинг</td></tr>
<tr><td class="number">1.1.</td><td>Провести мониторинг</td><td>до 5&nbsp;июня 2022&nbsp;г.</td><td>Методист</td>
<td>–</td></tr>
</tbody>
</table>
<table widths="14 100 50 50">
<thead>
<tr><th>№&nbsp;п/п</th><th>Мероприятие</th><th>Отметка о выполнении</th><th>Дата, подпись</th></tr>
</thead>
<tbody><tr><td class="number">1.1.</td><td>Провести мониторинг</td><td></td><td></td></tr></tbody>
</table>
</section>
</document>"""


_TEXT = f"<p>{LONG}</p>"
_ROWS = """<tr><td rowspan="2" colspan="2">а</td><td>б</td></tr><tr><td>в</td></tr>
<tr><td class="shaded center">×</td><td colspan="2"><p>г</p><p class="blank"/></td></tr>"""
_HEAD = '<tr><th class="vertical">сентябрь</th><th>Что &amp; «как»</th><th><b>Срок</b></th></tr>'
_SIGNED = '<div class="signature"><span>Начальник</span><span>И.И.&nbsp;Иванов</span></div>'

SYNTHETIC = {
    "good": GOOD,
    "draft": f'<document title="Т" draft="ПРОЕКТ"><section class="landscape">{_TEXT}</section></document>',
    "marks": '<document title="Т"><section><p class="clause" mark="1.">Да <b>нет</b><br/> <i>все</i></p><pagebreak/>'
    '<p class="blank">Исполнено</p></section></document>',
    "tables": f'<document title="Т"><section><table widths="14 100.5 38"><thead>{_HEAD}</thead><tbody>{_ROWS}</tbody>'
    f'</table><table class="small" widths="1 1 1"><tbody>{_ROWS}</tbody></table>{_SIGNED}</section></document>',
    "sections": f'<document title="Т"><section>{_TEXT}</section><section class="landscape">{_TEXT}</section>'
    f'<section class="restart">{5 * _TEXT}{_SIGNED}</section></document>',
}
"""Texts that together use all that a document may be made of."""


def written(html: str, title: str = "Об утверждении Дорожной карты") -> bytes:
    """Return the .docx of a text in the packaged form."""
    return write(read(html), load_form(FORM.read_bytes()), title=title, author="", created=None)


@cache
def good() -> bytes:
    """Return a document in which every clause holds."""
    return written(GOOD)


def changed(data: bytes, part: str, old: str, new: str) -> bytes:
    """Return a .docx in which the first `old` of a part is `new`; `part` is «document» or a whole name."""
    name = part if "." in part else f"word/{part}.xml"
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w", ZIP_DEFLATED) as file:
        for entry in source.namelist():
            content = source.read(entry)
            if entry == name:
                assert old in content.decode(), (part, old)
                content = content.decode().replace(old, new, 1).encode()
            file.writestr(entry, content)
    return target.getvalue()


def with_parts(data: bytes, parts: dict[str, bytes | None]) -> bytes:
    """Return a .docx with parts added or, for `None`, left out."""
    target = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(target, "w", ZIP_DEFLATED) as file:
        kept = {name: source.read(name) for name in source.namelist()}
        for name, content in {**kept, **parts}.items():
            if content is not None:
                file.writestr(name, content)
    return target.getvalue()
