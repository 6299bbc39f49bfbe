"""Numbers from paragraph styles in cells without text: «Раздел I.», «1.1» in Arabic below it, a list begun anew."""

from __future__ import annotations

from docx.oxml.ns import qn

from tests.importing.samples._make import Cell, Paper, paragraph, w

TITLE = (
    "План мероприятий по повышению финансовой грамотности",
    "в образовательных организациях Песчаного района на 2026 год",
)
HEAD = ("№ п/п", "Мероприятие", "Срок реализации", "Исполнители")
SECTIONS = (
    ("Обучение педагогов", (
        ("Курсы для учителей обществознания и математики", "март – апрель 2026 года", "Методический отдел"),
        ("Мастер-классы по решению задач с финансовым содержанием", "сентябрь 2026 года", "Руководители РМО"),
        ("Банк заданий", "до 1 ноября 2026 года", "Методический отдел"),
    )),
    ("Работа с детьми", (
        ("Онлайн-уроки", "январь – апрель, сентябрь – декабрь", "Школы"),
        ("Игра «Семейный бюджет»", "ноябрь 2026 года", "Школы, отделение банка"),
        ("Олимпиада по финансовой грамотности", "декабрь 2026 года", "Методический отдел"),
    )),
    ("Работа с населением", (
        ("Встречи с пенсионерами", "ежеквартально", "Библиотеки"),
        ("Памятки о мошенничестве", "май 2026 года", "Управление образования"),
    )),
)  # fmt: skip
CRITERIA = "Критерии оценки:"
CRITERIA_TEXT = ("охват обучающихся не менее 70 процентов;", "участие каждой школы в двух мероприятиях и более.")


def document() -> bytes:
    """Return the file."""
    paper = Paper()
    levels = paper.numbers(("upperRoman", "Раздел %1.", "Sect"), ("decimal", "%1.%2", "Row"))
    root = paper.document.part.numbering_part.element
    abstract = root.findall(qn("w:abstractNum"))[-1]
    abstract[-1].insert(3, w("isLgl"))  # the Roman figure of the section is Arabic in numbers of rows
    section = paper.style("Sect", bold=True, number=levels)
    row = paper.style("Row", number=levels, level=1)
    steps = paper.numbers(("decimal", "%1)"))
    again = paper.restarted(steps)
    paper.lines(*TITLE, align="center", bold=True)
    paper.line(CRITERIA, bold=True)
    paper.lines(*CRITERIA_TEXT, number=(again, 0))
    rows: list[list[object]] = [[Cell(text, bold=True) for text in HEAD]]
    for title, activities in SECTIONS:
        rows.append([Cell(paragraph(title, style=section), span=4)])
        rows.extend([paragraph(style=row), *texts] for texts in activities)
    paper.table(rows, (16, 80, 38, 36))
    return paper.packed()
