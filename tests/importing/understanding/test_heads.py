"""Proves that columns are known by the words of their heads, and by their cells where the heads say little."""

from __future__ import annotations

import pytest

from roadmapc.importing.understanding.heads import columns_of, is_deadline, is_head, is_numbers, score

WORDINGS = {
    "number": ("№ п/п", "№/п", "№", "Номер строки", "п/п", "N п/п", "№п\\п"),
    "activity": (
        "Мероприятие",
        "Мероприятия",
        "Наименование мероприятия (содержание деятельности)",
        "Наименование мероприятия",
        "Содержание работы",
        "Планируемые мероприятия",
        "Вид деятельности",
        "Тема",
        "Перечень мероприятий",
        "Перечень работ",
        "Наименование действия",
        "Содержание поручения",
    ),
    "deadline": (
        "Сроки исполнения",
        "Срок исполнения",
        "Сроки проведения мероприятия",
        "Срок реализации",
        "Срок",
        "Дата",
        "Дата проведения",
        "Период проведения",
        "Время проведения",
        "Месяц",
        "Срок представления отчета",
        "Когда",
    ),
    "owners": (
        "Ответственные исполнители",
        "Ответственный исполнитель",
        "Ответственный исполнитель/соисполнители",
        "Исполнители",
        "Ответственные",
        "Ответственные за исполнение",
        "Кто отвечает",
        "Ф.И.О. ответственного",
    ),
    "result": (
        "Результат",
        "Прогнозируемый результат",
        "Результаты, достижение которых обеспечивается",
        "Ожидаемый результат",
        "Дальнейшее использование результатов",
        "Вид документа",
        "Подтверждающий документ",
        "Форма отчета",
        "Планируемый итог",
    ),
    "text": ("Участники", "Место проведения", "Источник финансирования", "Примечание", "Класс", "Категория участников"),
    "start": ("Дата начала", "Начало"),
}


@pytest.mark.parametrize(("kind", "words"), [(kind, one) for kind, many in WORDINGS.items() for one in many])
def test_a_head_speaks_for_its_column(kind: str, words: str) -> None:
    """All wordings that were met in real plans, and others of their kind."""
    scores = score(words)
    assert max(scores, key=lambda one: scores[one]) == kind


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("№ п/п", "Мероприятие", "Сроки исполнения", "Ответственные исполнители", "Результат"), True),
        (("Что", "Когда", "Кто"), True),
        (("Мероприятие", "Срок"), True),
        (("1.", "Провести мониторинг", "май 2022", "методист"), False),
        (("Раздел 1. Мониторинг",), False),
        (("1.1.", "Мероприятия по срокам"), False),
        (("", ""), False),
    ],
)
def test_a_row_of_heads_is_known(words: tuple[str, ...], expected: bool) -> None:
    """At least two cells that speak for columns, and none that is a number."""
    assert is_head(words) is expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("1", "2", "3", "4"), True),
        (("1.", "2.", "3.", "4."), True),
        (("1", "2", "3", ""), True),
        (("1", "2"), False),
        (("1", "3", "4"), False),
        (("1", "2", "а"), False),
    ],
)
def test_a_row_that_numbers_the_columns_is_known(words: tuple[str, ...], expected: bool) -> None:
    assert is_numbers(words) is expected


DEADLINES = (
    "до 30 сентября",
    "Январь 2022",
    "май",
    "март-апрель",
    "Октябрь - май",
    "2020-2023гг.",
    "Ежегодно август",
    "1 раз в квартал",
    "2021-2024 1 раз в четверть",
    "до 01.10.2025",
    "I квартал 2025 года",
    "постоянно",
    "В течение года",
    "не позднее 15 декабря",
)


@pytest.mark.parametrize("words", DEADLINES)
def test_deadlines_are_known(words: str) -> None:
    assert is_deadline(words)


@pytest.mark.parametrize("words", ["методист", "Провести мониторинг в мае", "Справка", "100%", "", "д" * 100])
def test_other_words_are_none(words: str) -> None:
    assert not is_deadline(words)


DO = ["Провести мониторинг качества методической работы", "Организовать семинар для руководителей объединений"]
WHEN = ["май 2022", "до 1 июня 2022"]
WHO = ["Методист", "Директор МБУ ДПО «ЦРО»"]

TABLES = {
    "five": (
        ["№ п/п", "Мероприятие", "Сроки", "Ответственный", "Результат"],
        [["1.", "2."], DO, WHEN, WHO, ["Справка", "Отчет"]],
        "number activity deadline owners result",
    ),
    "in another order": (
        ["Срок", "Ответственный исполнитель", "Мероприятие"],
        [WHEN, WHO, DO],
        "deadline owners activity",
    ),
    "two deadlines": (
        ["№", "Мероприятие", "Срок исполнения", "Срок представления отчета"],
        [["1"], DO, WHEN, WHEN],
        "number activity deadline deadline",
    ),
    "start and end": (
        ["№", "Мероприятие", "Срок: начало", "Срок: окончание"],
        [["1"], DO, WHEN, WHEN],
        "number activity start deadline",
    ),
    "no heads": (
        ["", "", "", ""],
        [["1.", "2."], DO, WHEN, ["Петрова А.А.", "Методист"]],
        "number activity deadline owners",
    ),
    "two results": (
        ["Мероприятие", "Ожидаемый результат", "Вид документа"],
        [DO, ["Рост"], ["Справка"]],
        "activity result text",
    ),
    "to be filled in": (
        ["№", "Мероприятие", "Срок", "Отметка о выполнении"],
        [["1"], DO, WHEN, []],
        "number activity deadline blank",
    ),
    "no word for activities": (["№", "Что делаем", "Срок"], [["1"], DO, WHEN], "number activity deadline"),
    "an own column": (
        ["№", "Мероприятие", "Место проведения", "Срок"],
        [["1"], DO, ["Актовый зал"], WHEN],
        "number activity text deadline",
    ),
    "directions before activities": (
        ["Направление", "Мероприятие", "Срок"],
        [["Мониторинг"], DO, WHEN],
        "text activity deadline",
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_columns_are_known(name: str) -> None:
    """By their heads, else by their cells; one is the activity's in every table, and one at most the number's."""
    heads, cells, expected = TABLES[name]
    assert " ".join(one.kind for one in columns_of(heads, cells)) == expected


def test_confidence_tells_a_sure_column_from_a_guess() -> None:
    sure, guess = columns_of(["Мероприятие", ""], [DO, ["да, нет"]])
    assert sure.confidence > 0.75 > guess.confidence


def test_what_is_controlled_is_not_who_controls() -> None:
    """«Объект контроля» and «Вид контроля» name nobody, «Ведущий» and «Исполнение» do."""
    heads = ("Объект контроля", "Цель контроля", "Вид контроля", "Сроки", "Исполнение", "Выход (итоги)")
    cells = [["Журналы"], ["Правильность"], ["Обзорный"], ["постоянно"], ["Завуч"], ["Справка"]]
    kinds = [one.kind for one in columns_of(heads, cells)]
    assert kinds == ["activity", "text", "text", "deadline", "owners", "result"]


def test_an_empty_column_gives_way() -> None:
    """Of two heads that speak of activities the one with words in its cells is the activity's."""
    heads = ("Недостатки", "Наименование мероприятия", "Сведения о мероприятии: реализованные меры")
    kinds = [one.kind for one in columns_of(heads, [["Нет указателей"], ["Установить"], []])]
    assert kinds[1] == "activity"


def test_what_came_of_it_is_no_part_of_the_plan() -> None:
    """«Фактический срок» and «Контроль» beside those who carry out are columns of their own."""
    heads = ["№", "Мероприятия", "Срок", "Фактический срок", "Ответственный", "Контроль", "Фактический результат"]
    cells = [["1"], ["Опрос"], ["май"], ["июнь"], ["Методист"], ["Начальник отдела"], ["Справка"]]
    kinds = [one.kind for one in columns_of(heads, cells)]
    assert kinds == ["number", "activity", "deadline", "text", "owners", "text", "result"]  # nothing else is the result


def test_columns_headed_by_a_time() -> None:
    """Marks below a month or a quarter, and words below a year, are deadlines; «х» is no Roman number there."""
    heads = ["№", "Мероприятие", "Сент.", "II кв.", "2026", "Место"]
    cells = [["1", "2"], ["Сбор", "Отчёт"], ["х", "х"], ["15.05", "+"], ["март"], ["школа"]]
    found = [one.kind for one in columns_of(heads, cells)]
    assert found == ["number", "activity", "deadline", "deadline", "deadline", "text"]


def test_a_fact_below_a_plan_is_text() -> None:
    """«Срок: план | факт»: what came of it falls due no more."""
    heads = ["Мероприятие", "Срок план", "Срок факт"]
    found = [one.kind for one in columns_of(heads, [["Сбор"], ["15.10.2025"], ["14.10.2025"]])]
    assert found == ["activity", "deadline", "text"]
