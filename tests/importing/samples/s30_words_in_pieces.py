"""Words cut into runs by proofing, smart tags, links, simple and other fields, bookmarks: all of it is one text."""

from __future__ import annotations

from typing import Any

from tests.importing.samples._make import Cell, Paper, field, run, w, wide

TITLE_PIECES = ("План мероп", "риятий по ци", "фровой гигиене школьников Ле", "вобережного района на 2026 год")
TITLE = "".join(TITLE_PIECES)
LINK = "https://uo-levoberezh.example.ru/plan"
BEFORE = "Полный текст размещен на сайте: "
HEAD = ("№ п/п", "Мероприятие", "Срок исполнения", "Ответственные")
ROWS = (
    ("Обучение",),
    ("1", "Урок цифры в 1–11 классах", "январь – май 2026 г.", "Учителя информатики"),
    ("2", "Тренинг «Цифровой след»", "10 февраля 2026 г.", "Педагоги-психологи"),
    ("3", "Лекторий для родителей", "до 1 апреля 2026 г.", "Классные руководители"),
    ("Контроль",),
    ("4", "Проверка контентной фильтрации", "ежемесячно", "Системные администраторы"),
    ("5", "Аудит школьных сайтов", "июнь 2026 г.", "Управление образования"),
    ("6", "Сводный отчет", "до 25 декабря 2026 г.", "Управление образования"),
)


def _cut(text: str) -> tuple[Any, ...]:
    """Return a text as Word keeps it after proofing: in runs that part anywhere, with marks between."""
    middle = len(text) // 2
    return run(text[:middle]), w("proofErr", type="spellStart"), run(text[middle:]), w("proofErr", type="spellEnd")


def document() -> bytes:
    """Return the file."""
    paper = Paper()
    paper.line(w("bookmarkStart", id=1, name="plan"), *TITLE_PIECES, w("bookmarkEnd", id=1), align="center", bold=True)
    paper.line(BEFORE, w("hyperlink", run(LINK), anchor="plan"))
    rows: list[list[object]] = [[Cell(text, bold=True) for text in HEAD]]
    for one in ROWS:
        if len(one) == 1:
            rows.append([wide((w("smartTag", run(one[0], bold=True), element="place", uri="urn:schemas"),), 4)])
        else:
            number = w("fldSimple", run(one[0]), instr=" SEQ Строка ")
            dated = tuple(field(" DATE ", one[2])) if one[0] == "2" else _cut(one[2])
            rows.append([(number,), _cut(one[1]), dated, _cut(one[3])])
    paper.table(rows, (14, 80, 38, 38))
    return paper.packed()
