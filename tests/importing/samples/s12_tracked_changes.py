"""Changes that nobody accepted yet: words put in and struck out, whole rows added and dropped, a paragraph too."""

from __future__ import annotations

from tests.importing.samples._make import Cell, Paper, Row, deleted, inserted, wide

TITLE = "План мероприятий по сопровождению молодых педагогов Клюевского района на 2026–2028 годы"
PURPOSE = ("Цель: создание условий для профессионального становления ", deleted("молодых учителей"),
           inserted("молодых педагогов"), ".")  # fmt: skip
PURPOSE_AS_PRINTED = "Цель: создание условий для профессионального становления молодых педагогов."
HEAD = ("№ п/п", "Мероприятие", "Сроки исполнения", "Ответственные исполнители")
TITLES = ("1. Адаптация", "2. Развитие", "3. Поддержка")


def _new(*texts: str) -> Row:
    return Row([inserted(text) for text in texts], tracked="ins")


def _dropped(*texts: str) -> Row:
    return Row([deleted(text) for text in texts], tracked="del")


ROWS = (
    (
        ("1.1.", ("Формирование реестра молодых педагогов", inserted(" со стажем до трех лет")), "ежегодно до 20 сентября",
         "Методический кабинет"),
        ("1.2.", "Закрепление наставников", ("ежегодно до ", deleted("1 октября"), inserted("15 сентября")),
         "Руководители образовательных организаций"),
        _new("1.3.", "Анкетирование о трудностях первых недель", "ежегодно, октябрь", "Педагоги-психологи"),
        _dropped("1.4.", "Сбор карточек учета", "ноябрь", "Секретари школ"),
    ),
    (
        ("2.1.", "Занятия школы молодого педагога", "1 раз в два месяца", "Методический кабинет"),
        ("2.2.", "Муниципальный конкурс «Педагогический дебют»", "февраль – март",
         ("Методический кабинет", deleted(", профсоюз"))),
        ("2.3.", "Стажировки у педагогов-наставников", "по индивидуальным планам", "Наставники"),
        _dropped("2.4.", "Смотр уголков", "апрель", "Завучи"),
        _new("2.4.", "Слет молодых педагогов", "май 2027 года", "Совет молодых педагогов"),
    ),
    (
        ("3.1.", "Встречи с руководством района", "1 раз в год", "Управление образования"),
        ("3.2.", ("Контроль ", deleted("выплаты"), inserted("предоставления мер социальной поддержки")), "ежеквартально",
         "Управление образования"),
        ("3.3.", "Анализ закрепления молодых кадров", "декабрь 2028 года", "Методический кабинет"),
    ),
)  # fmt: skip
SIGNATURE = ("Заведующий методическим кабинетом", "Ю.Б. Панина")


def document() -> bytes:
    """Return the file."""
    paper = Paper()
    paper.line(TITLE, align="center", bold=True)
    paper.line(*PURPOSE)
    paper.line(deleted("Проект от 10 января."))
    rows: list[object] = [[Cell(text, bold=True) for text in HEAD]]
    for title, activities in zip(TITLES, ROWS, strict=True):
        rows.extend([[wide(title, 4)], *activities])
    paper.table(rows, (14, 80, 36, 40))
    paper.lines("", "\t".join(SIGNATURE), tab=170)
    return paper.packed()
