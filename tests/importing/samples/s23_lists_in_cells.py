"""Lists in cells: automatic bullets and «а)», typed dashes, line breaks; owners as a list; soft and no-break hyphens."""

from __future__ import annotations

from tests.importing.samples._make import NO_BREAK, SOFT, Cell, Paper, paragraph

TITLE = ("План мероприятий", "по обеспечению доступности образования для детей с инвалидностью в городе Речном",
         "на 2025–2026 годы")  # fmt: skip
HEAD = ("№ п/п", "Меро" + SOFT + "приятие", "Срок", "Ответ" + SOFT + "ственные", "Ожидаемый результат")
INVENTORY = ("Провести паспортизацию зданий:", ("входных групп;", "путей движения;", "санитарных помещений."))
TRAINING = ("Организовать обучение:", ("педагогов", "тьюторов", "ассистентов"))
OFFICES = ("управление образования", "отдел строительства", "руководители школ")
COUNCIL = ("комиссия", "педагоги-психологи")
REPORT = ("паспорта доступности;", "сводный реестр;", "предложения в бюджет.")


def document() -> bytes:
    """Return the file."""
    paper = Paper(landscape=True)
    bullets, letters = paper.numbers(("bullet", "–")), paper.numbers(("russianLower", "%1)"))
    again = paper.restarted(letters)
    paper.lines(*TITLE, align="center", bold=True)
    paper.line()
    rows: list[list[object]] = [
        [Cell(text, align="center", bold=True) for text in HEAD],
        [
            "1.",
            [INVENTORY[0], *(paragraph(text, number=(letters, 0)) for text in INVENTORY[1])],
            "март" + NO_BREAK + "май 2025 г.",
            [f"- {office}" for office in OFFICES],
            [paragraph(text, number=(bullets, 0)) for text in REPORT],
        ],
        [
            "2.",
            [TRAINING[0], *(paragraph(text, number=(again, 0)) for text in TRAINING[1])],
            "сентябрь 2025 г. –\nмай 2026 г.",
            "методический центр\nруководители школ",
            "Удостоверения,\nсертификаты",
        ],
        ["3.", "Создать консультационные пункты для родителей", "до 1 октября 2025 г.",
         [f"– {one};" for one in COUNCIL], "Не менее трех пунктов"],
        ["4.", "Оборудовать сенсорные комнаты (школы № 2, № 5)", "IV квартал 2025 г.",
         "управление образования", "2 комнаты"],
        ["5.", "Провести акцию «Школа для всех»:\n- конкурс плакатов;\n- уроки доброты.", "3 декабря 2025 г.",
         "руководители школ", "Отчеты\nшкол"],
        ["6.", "Обновить адаптированные программы", "ежегодно до 1 сентября", "руководители школ", "Программы на сайтах"],
        ["7.", "Подготовить доклад о доступности", "ноябрь 2026 г.", "управление образования", "Доклад"],
    ]  # fmt: skip
    paper.table(rows, (14, 90, 40, 55, 58))
    return paper.packed()
