"""Two columns only: what and when; no numbers, nobody named; the title in capitals by its style, bold by its style."""

from __future__ import annotations

from tests.importing.samples._make import Paper

TITLE = ("Календарный план", "воспитательной работы школы села Малиновка на 2025/2026 учебный год")
HEAD = ("Дела, события, мероприятия", "Сроки")
ROWS = (
    ("Торжественная линейка «День знаний»", "1 сентября"),
    ("Неделя безопасности дорожного движения", "сентябрь"),
    ("День пожилых людей, акция «Поздравь ветерана»", "1 октября"),
    ("День учителя, день самоуправления", "3 октября"),
    ("Праздник осени", "октябрь"),
    ("День народного единства", "ноябрь"),
    ("День матери, концерт", "28 ноября"),
    ("Новогодние праздники", "декабрь"),
    ("Месячник оборонно-массовой работы", "февраль"),
    ("Масленица", "февраль – март"),
    ("Неделя детской книги", "март"),
    ("День космонавтики", "10 апреля"),
    ("Акция «Чистый двор»", "апрель"),
    ("Вахта памяти, митинг у обелиска", "9 мая"),
    ("Последний звонок", "май"),
)


def document() -> bytes:
    """Return the file."""
    paper = Paper()
    name, bold = paper.style("Название плана", bold=True, caps=True), paper.style("Шапка", bold=True)
    paper.line(TITLE[0], style=name, align="center")
    paper.line(TITLE[1], style=bold, align="center")
    paper.line()
    paper.table([HEAD, *ROWS], (120, 50))
    return paper.packed()
