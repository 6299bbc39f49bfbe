"""A form filled in: content controls around a paragraph, runs, a row, a cell, and around the table as a whole."""

from __future__ import annotations

from tests.importing.samples._make import Cell, Paper, control, one_cell, paragraph, row, run, table

BY = ("УТВЕРЖДАЮ", "Заведующий МБДОУ «Детский сад № 8»", "_____________ Г.А. Фролова", "15 января 2026 г.")
TITLE = ("Дорожная карта", "внедрения федеральной образовательной программы дошкольного образования",
         "в МБДОУ «Детский сад № 8» поселка Солнечный на 2026 год")  # fmt: skip
HEAD = ("№ п/п", "Мероприятие", "Срок", "Ответственный", "Вид документа")
ROWS = (
    ("1", "Создание рабочей группы", "до 30 января 2026 г.", "Заведующий", "Приказ"),
    ("2", "Анализ действующей образовательной программы", "февраль 2026 г.", "Рабочая группа", "Справка"),
    ("3", "Корректировка целевого раздела", "март 2026 г.", "Старший воспитатель", "Проект раздела"),
    ("4", "Корректировка содержательного раздела", "апрель 2026 г.", "Рабочая группа", "Проект раздела"),
    ("5", "Обсуждение проекта на педагогическом совете", "15.05.2026", "Старший воспитатель", "Протокол"),
    ("6", "Курсы повышения квалификации воспитателей", "апрель – октябрь 2026 г.", "Старший воспитатель",
     "Удостоверения"),
    ("7", "Родительские собрания в группах", "сентябрь 2026 г.", "Воспитатели", "Протоколы"),
    ("8", "Размещение программы на сайте", "до 1 сентября 2026 г.", "Ответственный за сайт", "Ссылка"),
    ("9", "Пополнение развивающей среды", "в течение года", "Заведующий хозяйством", "Акты"),
    ("10", "Итоговый мониторинг", "до 15 декабря 2026 г.", "Рабочая группа", "Аналитическая справка"),
)  # fmt: skip
WIDTHS = (12, 70, 32, 32, 24)


def document() -> bytes:
    """Return the file."""
    paper = Paper()
    paper.lines(*BY[:2], left=95)
    paper.line("_____________ ", control(run("Г.А. Фролова"), title="Подпись"), left=95)
    paper.line(control(run("15 января"), title="День"), " 2026 г.", left=95)
    paper.line()
    paper.add(control(*(paragraph(text, align="center", bold=True) for text in TITLE), title="Название"))
    rows: list[object] = [[Cell(text, align="center", bold=True) for text in HEAD]]
    for at, texts in enumerate(ROWS):
        if at % 4 == 1:
            rows.append(control(row(texts, WIDTHS), title="Строка"))
        elif at % 4 == 2:
            number, activity, deadline, owner, kind = texts
            rows.append([number, activity, control(one_cell(deadline, 32), title="Срок"), owner, kind])
        elif at % 4 == 3:
            number, activity, deadline, owner, kind = texts
            rows.append([number, activity, (control(run(deadline)),), control(one_cell(owner, 32)), kind])
        else:
            rows.append(list(texts))
    paper.add(control(table(rows, WIDTHS), title="План"))
    return paper.packed()
