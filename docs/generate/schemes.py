"""Pictures of where each key of a roadmap is printed: an order and an attachment as schemes, in SVG.

They are drawn from a list of lines, so the same list gives the same bytes, and a key has one place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from typing import NamedTuple

_PAGE, _WIDTH, _MARGIN = 560, 1060, 40
"""Widths of the sheet and of the picture, and the margin of the sheet, in pixels."""
_LINE = 20
_FEW = 2
"""Keys of a line that are written one by one."""
_SIZES = {"title": 15, "plain": 13, "small": 11}


class Line(NamedTuple):
    """A line of a sheet: what is printed, whose keys it is, and how it stands.

    `cells` are the columns of a row of a table, each with its share of the width and its key.
    """

    text: str = ""
    keys: tuple[str, ...] = ()
    at: str = "left"
    size: str = "plain"
    bold: bool = False
    right: str = ""
    cells: tuple[tuple[int, str, str], ...] = ()


def _columns(texts: Sequence[str], keys: Sequence[str]) -> tuple[tuple[int, str, str], ...]:
    return tuple(zip((45, 155, 95, 105, 80), texts, keys, strict=True))


_HEADS = _columns(
    ("№ п/п", "Мероприятие", "Срок", "Ответственный", "Результат"),
    [f"table.columns.{name}" for name in ("number", "activity", "deadline", "owners", "result")],
)
_ROW_KEYS = [f"sections.activities.{name}" for name in ("number", "activity", "deadline", "owners", "result")]

ORDER = (
    Line("УПРАВЛЕНИЕ ОБРАЗОВАНИЯ", ("order.letterhead.organisation",), "middle", bold=True),
    Line("ул. Школьная, 1, с. Цунта", ("order.letterhead.details",), "middle", "small"),
    Line(),
    Line("ПРИКАЗ", ("order.name",), "middle", "title", bold=True),
    Line("20.10.2022", ("order.date", "order.number"), right="№ 01-07/93"),
    Line("с. Цунта", ("order.place",), "middle"),
    Line(),
    Line("Об утверждении Дорожной карты …", ("order.subject",), bold=True),
    Line(),
    Line("В целях развития методической службы", ("order.preamble",), "indent"),
    Line("ПРИКАЗЫВАЮ:", ("order.resolution",)),
    Line("1. Утвердить прилагаемую Дорожную карту.", ("order.items", "order.items.text"), "indent"),
    Line("1.1. Разместить ее на сайте.", ("order.items.items",), "indent"),
    Line("2. Контроль за исполнением … оставляю за собой.", ("order.control",), "indent"),
    Line(),
    Line("Начальник управления", ("order.signature.position", "order.signature.name"), right="И.И. Иванов"),
)
ATTACHMENT = (
    Line("Приложение № 1", ("approval.attachment",), "right"),
    Line("УТВЕРЖДЕНА", ("approval.word", "document.kind"), "right"),
    Line("приказом управления образования", ("approval.act",), "right"),
    Line("от 20.10.2022 № 01-07/93", ("approval.date", "approval.number"), "right"),
    Line(),
    Line("Дорожная карта развития методической службы", ("document.title",), "middle", "title", bold=True),
    Line("Пояснительная записка", ("preface.heading",), "middle", bold=True),
    Line("Карта разработана по итогам мониторинга …", ("preface.text",), "indent"),
    Line("Паспорт", ("passport.title",), "middle", "title", bold=True),
    Line(cells=((140, "Цели", "passport.rows.name"), (340, "Развитие методической службы", "passport.rows.text"))),
    Line("I. Мероприятия", ("table.heading",), "middle", bold=True),
    Line(bold=True, cells=_HEADS),
    Line(bold=True, cells=((480, "1. Мониторинг", "sections.title"),)),
    Line(cells=((480, "Задача: изучить затруднения педагогов", "sections.task"),)),
    Line(cells=_columns(("1.1.", "Провести опрос", "до 15 октября", "Начальник УМО", "Справка"), _ROW_KEYS)),
    Line(cells=_columns(("1.1.1.", "подготовить анкету", "сентябрь", "Методист", "Анкета"), ("",) * 5)),
    Line(),
    Line("Методист", ("signature.position", "signature.name"), right="П.П. Петрова"),
)
SCHEMES = {"order": ORDER, "attachment": ATTACHMENT}
"""Name of a picture → the lines of its sheet."""
INSIDE = {
    "sections.activities.activities": "sections.activities.activity",
    "sections.number": "sections.title",
    "passport.rows": "passport.rows.name",
    "sections.activities.deadline.text": "sections.activities.deadline",
    "sections.activities.owners.who": "sections.activities.owners",
    "sections.activities.owners.text": "sections.activities.owners",
    "owners.post": "sections.activities.owners",
    "order.items.items.text": "order.items.items",
}
"""Keys that are printed where another one is."""


def numbers() -> dict[str, tuple[str, int]]:
    """Return the picture and the number that each key has in it."""
    found: dict[str, tuple[str, int]] = {}
    for scheme, lines in SCHEMES.items():
        keys = [key for line in lines for key in (*line.keys, *(key for _, _, key in line.cells)) if key]
        found |= {key: (scheme, number) for number, key in enumerate(keys, start=1)}
    return found | {key: found[other] for key, other in INSIDE.items()}


def svg(scheme: str) -> str:
    """Return a picture."""
    lines = SCHEMES[scheme]
    known = numbers()
    parts: list[str] = []
    y = _MARGIN
    for line in lines:
        y += _LINE if line.text or line.cells else _LINE // 2
        parts += _drawn(line, y, known)
    height = y + _MARGIN
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_WIDTH}" height="{height}" viewBox="0 0 {_WIDTH} {height}" '
        'font-family="Liberation Serif, Times New Roman, serif">'
    )
    sheet = f'<rect x="1" y="1" width="{_PAGE - 2}" height="{height - 2}" fill="#fff" stroke="#888"/>'
    ground = f'<rect width="{_WIDTH}" height="{height}" fill="#fff"/>'
    return "\n".join([head, ground, sheet, *parts, "</svg>"]) + "\n"


def _drawn(line: Line, y: int, known: dict[str, tuple[str, int]]) -> Iterator[str]:
    weight = ' font-weight="bold"' if line.bold else ""
    if line.cells:
        yield from _cells(line, y, weight)
    else:
        x, anchor = {
            "left": (_MARGIN, "start"),
            "indent": (_MARGIN + 30, "start"),
            "middle": (_PAGE // 2, "middle"),
            "right": (_PAGE // 2 + 20, "start"),
        }[line.at]
        size = _SIZES[line.size]
        yield f'<text x="{x}" y="{y}" font-size="{size}" text-anchor="{anchor}"{weight}>{escape(line.text)}</text>'
        if line.right:
            place = f'x="{_PAGE - _MARGIN}" y="{y}" font-size="{size}" text-anchor="end"'
            yield f"<text {place}>{escape(line.right)}</text>"
    keys = [key for key in (*line.keys, *(key for _, _, key in line.cells)) if key]
    if keys:
        yield f'<line x1="{_PAGE - _MARGIN + 6}" y1="{y - 4}" x2="{_PAGE + 14}" y2="{y - 4}" stroke="#1a5fb4"/>'
        shown = "   ".join(f"{known[key][1]} {_short(key, keys)}" for key in keys)
        if len(keys) > _FEW:
            record = keys[0].rpartition(".")[0]
            names = ", ".join(key.rpartition(".")[2] for key in keys)
            shown = f"{known[keys[0]][1]}–{known[keys[-1]][1]} {record}: {names}"
        place = (
            f'x="{_PAGE + 20}" y="{y}" font-size="11" fill="#1a5fb4" font-family="Liberation Mono, Consolas, monospace"'
        )
        yield f'<text {place} xml:space="preserve">{escape(shown)}</text>'


def _cells(line: Line, y: int, weight: str) -> Iterator[str]:
    x = _MARGIN
    for width, text, _ in line.cells:
        yield f'<rect x="{x}" y="{y - 15}" width="{width}" height="{_LINE}" fill="none" stroke="#444"/>'
        yield f'<text x="{x + 4}" y="{y}" font-size="11"{weight}>{escape(text)}</text>'
        x += width


def _short(key: str, keys: Sequence[str]) -> str:
    """Return a key: whole where it is the first of its line, by its last word behind one of the same record."""
    first = keys[0]
    same = key != first and key.rpartition(".")[0] == first.rpartition(".")[0]
    return key.rpartition(".")[2] if same else key
