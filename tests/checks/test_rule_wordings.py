"""Proves that rules know a fault in the words in which people write it, and leave alone what only looks like one."""

from __future__ import annotations

import re
from datetime import date

import pytest

from roadmapc.compiler import check_files, read_source
from roadmapc.diagnostics import Source

HEAD = """\
roadmapc: 1
municipality: {name: Петровский район, region: Край}
document: {kind: дорожная карта, title: Дорожная карта развития методической службы, period: 2025/2026 учебный год}
owners: {mk: Начальник методического кабинета}
approval: {act: приказом управления}
"""


def row(activity: str = "Подготовить сборник", deadline: str = "до 20 ноября 2025 г.", owner: str = "mk") -> str:
    """Return a row of the table."""
    return f'      - {{activity: "{activity}", deadline: "{deadline}", owners: ["{owner}"], result: Сборник}}\n'


def names(*rows: str, keys: str = "") -> list[str]:
    """Return the names of the rules that speak of a plan with some rows and top-level keys."""
    head = HEAD if "approval:" not in keys else HEAD.replace("approval: {act: приказом управления}\n", "")
    text = head + keys + "sections:\n  - title: Работа\n    activities:\n" + "".join(rows)
    (one,) = check_files([read_source(Source("a.yaml", text))], today=date(2025, 8, 29))
    assert one.plan is not None, one.diagnostics
    return [problem.name for problem in one.diagnostics]


def order(subject: str = "О карте", item: str = "Утвердить.") -> str:
    """Return an order as a top-level key."""
    head = f'order: {{letterhead: {{organisation: Отдел}}, name: ПРИКАЗ, subject: "{subject}", items: ["{item}"], '
    return head + "date: 29.08.2025, number: 01-15, signature: {position: Начальник, name: И.И. Иванов}}\n"


def indicators(unit: str, value: str = "unit: '%', ") -> str:
    """Return a table of indicators with a heading of units, and an indicator that has one."""
    return f"{{columns: {{unit: {unit}}}, years: [2025], rows: [{{name: Доля, {value}values: [7]}}]}}"


@pytest.mark.parametrize(
    ("deadline", "lacks"),
    [
        ("через 10 дней", True),
        ("в течение трех рабочих дней", True),
        ("в 10-дневный срок", True),
        ("не позднее чем за 5 дней", True),
        ("в течение 10 дней после", True),
        ("в течение 10 дней со дня издания приказа", False),
        ("с момента подписания приказа", False),
        ("в 10-дневный срок после издания приказа", False),
        ("в день проведения ВПР", False),
        ("в дни школьных каникул", False),
    ],
)
def test_an_event_that_is_not_named(deadline: str, lacks: bool) -> None:
    """Days are counted from something: only a bare length of time does not say from what."""
    assert ("deadline-without-event" in names(row(deadline=deadline))) == lacks


@pytest.mark.parametrize(
    ("promise", "deadlines", "served"),
    [
        ("не менее 2 заседаний РМО ежегодно", ["ноябрь, март"], True),
        ("не менее 2 заседаний РМО ежегодно", ["2 раза в год"], True),
        ("не менее 2 заседаний РМО ежегодно", ["сентябрь", "май"], True),
        ("не менее 4 заседаний РМО в год", ["1 раз в четверть"], True),
        ("не менее 3 заседаний РМО в год", ["3 раза в год"], True),
        ("не менее 2 заседаний РМО ежегодно", ["ноябрь"], False),
        ("минимум 2 заседания РМО", ["ноябрь"], False),
        ("не менее 3-х заседаний РМО ежегодно", ["ноябрь, март"], False),
        ("не менее 2 (двух) заседаний РМО", ["ноябрь"], False),
    ],
)
def test_promised_events_are_counted(promise: str, deadlines: list[str], served: bool) -> None:
    """In a school year «ежегодно» is the whole plan; rows of one kind count together."""
    keys = f'preface: [{{heading: Показатели, text: "{promise}"}}]\n'
    rows = [row("Провести заседания РМО", deadline) for deadline in deadlines]
    assert ("unserved-indicator" not in names(*rows, keys=keys)) == served


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("МБУ ДПО «ИМЦ»", 'МБУ ДПО \\"ИМЦ\\"', True),
        ("СОШ № 1", "СОШ №1", True),
        ("Методист М.А. Попова", "Методист М. А. Попова", True),
        ("Педагоги-психологи", "Педагоги – психологи", True),
        ("Начальник метод. кабинета", "Начальник методического кабинета", True),
        ("Зам. директоров", "Заместители директоров", True),
        ("методисты", "Методисты", False),
        ("Директор СОШ № 1", "Директор СОШ № 2", False),
        ("Методист М.А. Попова", "Методист М.В. Попова", False),
        ("Руководители ТМС", "руководители РМО", False),
        ("Начальник управления", "Заместитель начальника управления", False),
    ],
)
def test_two_spellings_of_an_owner(one: str, other: str, same: bool) -> None:
    """Quotes, blanks, dashes and words cut short make no other owner; numbers, initials and abbreviations do."""
    found = names(row(owner=one), row("Провести семинар", owner=other))
    assert ("near-duplicate-owner" in found) == same


@pytest.mark.parametrize(
    ("keys", "disagrees"),
    [
        ("passport: {title: Паспорт, rows: [{name: Сроки реализации, text: 2025-2027 годы}]}", True),
        ("passport: {title: Паспорт, rows: [{name: Сроки реализации, text: 2025/2026 учебный год}]}", False),
        ("passport: {title: Паспорт, rows: [{name: Результаты, text: рост к концу 2025 года}]}", True),
        ("preface: [{heading: А, text: План реализуется с 1 сентября 2025 года по 31 мая 2026 года}]", True),
        ("preface: [{heading: А, text: План реализуется с 1 сентября 2025 года по 31 августа 2026 года}]", False),
        ("preface: [{heading: А, text: 'Ожидаемые результаты (к декабрю 2027 года)'}]", True),
        ("preface: [{heading: А, text: В рамках государственной программы на 2018–2025 годы}]", False),
        ("preface: [{heading: А, text: Это продолжение дорожной карты на 2024/2025 учебный год}]", False),
    ],
)
def test_periods_of_this_document_and_of_others(keys: str, disagrees: bool) -> None:
    """What names this document's period must name it rightly; programmes and former plans have their own."""
    assert ("periods-disagree" in names(row(), keys=keys + "\n")) == disagrees


@pytest.mark.parametrize(
    ("subject", "item", "found"),
    [
        ("Об утверждении Плана мероприятий развития", "Утвердить.", {"kinds-disagree"}),
        ("О карте", "Утвердить прилагаемую Программу поддержки.", {"kinds-disagree"}),
        ("Об утверждении плана мероприятий («дорожной карты»)", "Утвердить.", set()),
        ("Об утверждении Дорожной карты", "Утвердить Дорожную карту развития службы (прилагается).", set()),
    ],
)
def test_kinds_of_documents(subject: str, item: str, found: set[str]) -> None:
    """The order approves what is attached to it."""
    told = set(names(row(), keys=order(subject, item)))
    assert told & {"kinds-disagree", "names-disagree"} == found


@pytest.mark.parametrize(
    ("item", "open_"),
    [
        ("Контроль исполнения возложить на Петрову А.А.", True),
        ("Контроль возлагаю на Петрову А.А.", True),
        ("Возложить контроль исполнения приказа на Петрову Анну Алексеевну.", True),
        ("Контроль возложить на Анну Алексеевну Петрову.", True),
        ("Контроль возложить на А.А. Петрову, заместителя начальника управления.", False),
        ("Контроль возложить на заместителя начальника управления Петрову А.А.", False),
    ],
)
def test_who_controls(item: str, open_: bool) -> None:
    """A person who controls has a post, before the name or behind it."""
    assert ("control-without-post" in names(row(), keys=order(item=item))) == open_


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("Опрос с с школ", "repeated-word"),
        ("Опрос и и анализ", "repeated-word"),
        ("Опрос СОШ No 15", "number-sign"),
        ("Опрос на 2025 уч.год", "school-year-abbreviation"),
        ("Инициалы И. И. Иванов", ""),
        ("Модель XN5", ""),
        ("Опрос на 2025 уч. год", ""),
    ],
)
def test_slips_of_the_pen(words: str, name: str) -> None:
    """One-letter words are repeated too; the sign of a number has many wrong forms."""
    told = set(names(row(words))) & {"repeated-word", "number-sign", "school-year-abbreviation"}
    assert told == ({name} if name else set())


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        (("I", "II", "III"), set()),
        (("I", "III"), {"numbering-gap"}),
        (("1.", "3."), {"numbering-gap"}),
        (("1.", "1."), {"duplicate-number"}),
        (("IV", "V", "VI", "VII", "VIII", "IX", "X"), set()),
        (("1.", "2.", "1.", "2."), set()),
    ],
)
def test_numbers_of_sections(numbers: tuple[str, ...], found: set[str]) -> None:
    """Printed numbers of sections follow one another; a new part may begin anew."""
    sections = [
        f"  - title: Часть {at}\n    number: {n}\n    activities:\n{row(f'Дело {at}')}" for at, n in enumerate(numbers)
    ]
    text = HEAD + "table: {numbering: printed}\nsections:\n" + "".join(sections)
    (one,) = check_files([read_source(Source("a.yaml", text))], today=date(2025, 8, 29))
    assert {problem.name for problem in one.diagnostics} & {"numbering-gap", "duplicate-number"} == found


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        (("1.1.", "1.1¹.", "1.2."), set()),
        (("1.1.", "1.1^1.", "1.4."), set()),
        (("1.2.", "1.2.1.", "1.4."), set()),
        (("1.1.", "1.1¹.", "1.1¹."), {"duplicate-number"}),
        (("1.1.", "1.1(1).", "1.1^1."), {"duplicate-number"}),
        (("1.1.", "1.4", "1.5."), {"mixed-numbering"}),
    ],
)
def test_numbers_that_acts_have_left(numbers: tuple[str, ...], found: set[str]) -> None:
    """Vacant numbers and additional indexes are no fault of an amended document; two rows of one number are."""
    rows = "".join(f"      - {{number: {n}, activity: Дело {at}}}\n" for at, n in enumerate(numbers))
    act = "amendments: [{kind: приказ, date: 20.05.2025, number: 41}]\n"
    text = f"{HEAD}{act}table: {{numbering: printed}}\nsections:\n  - title: Часть\n    activities:\n{rows}"
    (one,) = check_files([read_source(Source("a.yaml", text))], today=date(2025, 8, 29))
    told = {"numbering-gap", "duplicate-number", "mixed-numbering", "typed-number"}
    assert {problem.name for problem in one.diagnostics} & told == found


@pytest.mark.parametrize(
    ("deadline", "doubtful"),
    [
        ("с 20 по 10 ноября 2025 г.", True),
        ("с 25 по 15 марта 2026 года", True),
        ("март - февраль 2026 г.", True),
        ("с 1 декабря по 1 ноября 2026 г.", True),
        ("30-6.11.2025", False),
        ("декабрь – апрель", False),
        ("с 1 сентября по 31 августа 2026 г.", False),
    ],
)
def test_ranges_that_may_be_swapped(deadline: str, doubtful: bool) -> None:
    """A range that would reach over the turn of a month or year almost all the way round is told of."""
    assert ("doubtful-deadline" in names(row(deadline=deadline))) == doubtful


@pytest.mark.parametrize("words", ["нет данных", "прочерк", "уточняется", "будет определен позднее", "не указаны"])
def test_words_that_say_nothing(words: str) -> None:
    """What stands for an empty cell is told of; a result that begins so is one."""
    assert "looks-empty" in names(row(owner=words))
    assert "looks-empty" not in names(row(owner=f"Отдел, который {words}"))


def test_a_dash_is_no_reason() -> None:
    """A waiver needs words."""
    for reason, told in (("'-'", True), ("'…'", True), ("так утверждено", False)):
        waivers = f"waivers: [{{rule: missing-number, reason: {reason}}}]\n"
        assert ("waiver-without-reason" in names(row(), keys=waivers)) == told


def test_each_late_part_is_shown() -> None:
    """Of an activity all parts that are due after it are shown, at once."""
    text = (
        HEAD
        + """\
sections:
  - title: Работа
    activities:
      - activity: Опрос
        deadline: апрель 2026
        owners: mk
        result: Справка
        activities:
          - {activity: Часть первая, deadline: май 2026, owners: mk, result: План}
          - {activity: Часть вторая, deadline: июнь 2026, owners: mk, result: План}
          - {activity: Часть третья, deadline: март 2026, owners: mk, result: План}
"""
    )
    (one,) = check_files([read_source(Source("a.yaml", text))], today=date(2025, 8, 29))
    (late,) = (problem for problem in one.diagnostics if problem.name == "deadline-outside-parent")
    places = [text[slice(*span)] for span in (late.span, *(label.span for label in late.labels))]
    assert places == ["май 2026", "апрель 2026", "июнь 2026"]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Ивановский район", "Ивановский муниципальный район", True),
        ("МР «Ивановский район»", "муниципальное образование «Ивановский район»", True),
        ("МО Ивановский район", "Ивановский район", True),
        ("Ивановский район", "городской округ Иваново", False),
        ("Каменский район", "Каменский городской округ", False),
        ("г. Киров", "город Киров", True),
        ("Район 2-12", "Район 12-2", False),
    ],
)
def test_one_municipality_in_two_spellings(one: str, other: str, same: bool) -> None:
    """A municipality is the same with its legal words or without; a district is no town."""
    texts = [
        HEAD.replace("Петровский район", name) + "sections:\n  - title: Работа\n    activities:\n" + row()
        for name in (one, other)
    ]
    read = [read_source(Source(f"{at}.yaml", text.replace('"', "'"))) for at, text in enumerate(texts)]
    told = {problem.name for result in check_files(read, today=date(2025, 8, 29)) for problem in result.diagnostics}
    assert ("duplicate-document" in told) == same


@pytest.mark.parametrize(
    ("rule", "keys", "told"),
    [
        ("typed-number", order(item="1. Утвердить карту."), True),
        ("typed-number", order(item="1) Утвердить карту."), True),
        ("typed-number", order(item="10 школам утвердить планы."), False),
        ("typed-number", order(item="15.09.2025 провести семинар."), False),
        ("typed-number", "passport: {numbers: да, rows: [{name: 1. Цель, text: Рост}]}\n", True),
        ("typed-number", "passport: {rows: [{name: 1. Цель, text: Рост}]}\n", False),
        ("doubled-number-sign", 'approval: {act: приказом отдела, number: "№ 15", date: 01.08.2025}\n', True),
        ("doubled-number-sign", 'approval: {act: приказом отдела, number: "N 15", date: 01.08.2025}\n', True),
        ("doubled-number-sign", "approval: {act: приказом отдела, number: 01-15/N, date: 01.08.2025}\n", False),
        ("approval-act-case", "approval: {act: приказ отдела, number: 1, date: 01.08.2025}\n", True),
        ("approval-act-case", "approval: {act: Распоряжение главы, number: 1, date: 01.08.2025}\n", True),
        ("approval-act-case", "approval: {form: I, act: приказом отдела, number: 1, date: 01.08.2025}\n", True),
        ("approval-act-case", "approval: {form: I, act: к приказу отдела, number: 1, date: 01.08.2025}\n", False),
        ("approval-act-case", "approval: {act: решением совета, number: 1, date: 01.08.2025}\n", False),
        ("approval-act-case", "approval: {act: протоколом совета, number: 1, date: 01.08.2025}\n", False),
        ("missing-attachment", order(item="Утвердить план (приложение № 2)."), True),
        ("missing-attachment", order(item="Утвердить план (приложение 2)."), True),
        ("missing-attachment", order(item="Утвердить план (приложение)."), False),
        (
            "missing-attachment",
            order(item="Признать утратившим силу приложение № 2 к приказу от 01.08.2024 № 5."),
            False,
        ),
        ("order-subject", order(subject="О утверждении плана"), True),
        ("order-subject", order(subject="Утверждение плана"), True),
        ("order-subject", order(subject="Об плане работы"), True),
        ("order-subject", order(subject="О плане работы."), True),
        ("order-subject", order(subject="Обо всех планах"), False),
        ("order-subject", order(subject="О плане на 2025 г."), False),
        ("order-subject", order(subject="Об итогах «Недели»"), False),
        ("full-name-in-signature", "signature: {position: Методист, name: Иванов Иван Иванович}\n", True),
        ("full-name-in-signature", "signature: {position: Методист, name: Иванов И.И.}\n", True),
        ("full-name-in-signature", "signature: {position: Методист, name: И.И. Римский-Корсаков}\n", False),
        ("full-name-in-signature", "signature: {position: Методист, name: ______________}\n", False),
        ("order-without-organisation", order(), False),
        ("passport-headings", "passport: {columns: [Что, Чего], rows: [{name: Цель}]}\n", False),
        ("passport-headings", "passport: {columns: [№, Что, Чего], rows: [{name: Цель}]}\n", True),
        (
            "passport-headings",
            "passport: {columns: [№, Что, Чего], numbers: да, rows: [{name: Цель, text: Рост}]}\n",
            False,
        ),
        (
            "passport-headings",
            "passport: {columns: [Что, Чего], numbers: да, rows: [{name: Цель, text: Рост}]}\n",
            True,
        ),
        ("passport-headings", "passport: {numbers: да, rows: [{name: Цель}]}\n", False),
        ("passport-headings", "passport: {columns: [], rows: [{name: Цель}]}\n", False),
        ("dropped-column", f"indicators: {indicators('null')}\n", True),
        ("dropped-column", f"indicators: {indicators('В чем')}\n", False),
        ("dropped-column", f"passport: {{rows: [{{name: А, indicators: {indicators('null')}}}]}}\n", True),
        ("dropped-column", f"indicators: {indicators('null', '')}\n", False),
    ],
)
def test_form_of_order_and_approval(rule: str, keys: str, told: bool) -> None:
    assert (rule in names(row(), keys=keys)) == told


@pytest.mark.parametrize(
    ("rule", "ids", "values", "serves", "told"),
    [
        ("repeated-name", ("share", "share"), 1, "share", True),
        ("repeated-name", ("share", "other"), 1, "share", False),
        ("repeated-name", (None, None), 1, "share", False),
        ("indicator-values", ("share", "other"), 2, "share", True),
        ("indicator-without-activity", ("share", "other"), 1, "other", True),
        ("indicator-without-activity", ("share", "other"), 1, "[other, share]", False),
        ("serves-nothing", ("share", "other"), 1, "[other, share]", False),
        ("serves-nothing", ("share", "other"), 1, "shore", True),
    ],
)
def test_indicators_in_the_passport_and_beside_it(
    rule: str, ids: tuple[str | None, str | None], values: int, serves: str, told: bool
) -> None:
    """Both are read, as one list."""
    first, second = ({"name": "Доля", "values": ["7"] * values, **({"id": one} if one else {})} for one in ids)
    keys = f"passport: {{rows: [{{name: А, indicators: {{years: [2025], rows: [{first}]}}}}]}}\n"
    keys += f"indicators: {{years: [2025], rows: [{second}]}}\n"
    serving = row().replace("result: Сборник", f"result: Сборник, serves: {serves}")
    assert (rule in names(serving, keys=keys)) == told


@pytest.mark.parametrize(
    ("rule", "text", "told"),
    [
        ("date-form", "Справка от 2025-10-15", True),
        ("date-form", "Справка от 5.09.2025", True),
        ("date-form", "Справка от 05.09.2025", False),
        ("date-form", "Справка от 05.09.25", True),
        ("date-form", "Справка от 05 сентября 2025 г.", True),
        ("date-form", "Справка от 10 сентября 2025 г.", False),
        ("date-form", "Версия 10.15.25", False),
        ("date-form", "Справка № 2025-10-15/7", False),
        ("date-form", "ГОСТ 2025-13-45", False),
        ("literal-escape", "Раз\\\\nдва", True),
        ("literal-escape", "Раз / два", False),
        ("hyphen-for-dash", "Анализ результатов ГИА - 2026", True),
        ("hyphen-for-dash", "Охват 10 - 15 школ", False),
        ("year-abbreviation", "Итоги 2027 г", True),
        ("year-abbreviation", "Итоги 2027г", True),
        ("year-abbreviation", "Итоги 2025–2027 гг", True),
        ("year-abbreviation", "Итоги 2025–2027 г.г. по школам", True),
        ("year-abbreviation", "Итоги 2025–2027 гг. и план 2028 г.", False),
        ("year-abbreviation", "Итоги 2027 года, 2028 год", False),
        ("year-abbreviation", "Справка от 20.10.2022 г", False),
        ("year-abbreviation", "Каша, 1500 г", False),
        ("odd-character", "Mониторинг", True),
        ("odd-character", "IT-куб", False),
        ("odd-character", "Работа c родителями", True),
        ("odd-character", "C 1 сентября", True),
        ("odd-character", "Опрос, a также беседа", True),
        ("odd-character", "Вакцинация от гепатита B и A", False),
        ("odd-character", "Вариант a) и вариант b)", False),
        ("odd-character", "Zoom", False),
        ("odd-character", "мони\u00adторинг", True),
        ("odd-character", "мони\u200bторинг", True),
        ("odd-character", "мони\ufffdторинг", True),
        ("odd-character", "\uf0b7 мониторинг", True),
        ("odd-character", "Раз&nbsp;два", True),
        ("odd-character", "Q&A; раз", False),
        ("odd-character", "Ошибка! Источник ссылки не найден.", True),
        ("odd-character", "РџСЂРѕРІРµСЃС‚Рё РјРѕРЅРёС‚РѕСЂРёРЅРі", True),
        ("odd-character", "РЦОИ, РСФСР, РМО", False),
        ("stray-space", "Раз\u00a0, два", True),
        ("repeated-word", "по\u202fпо плану", True),
    ],
)
def test_characters(rule: str, text: str, told: bool) -> None:
    """What comes along from Word, from web pages and from other encodings is told; foreign words are not."""
    assert (rule in names(row(activity=text))) == told


@pytest.mark.parametrize("words", ["Семинар - практикум", "Мастер - класс для учителей", "План - график работы"])
def test_parts_of_a_noun_are_joined_by_no_dash(words: str) -> None:
    """Between them a hyphen may be meant: no fix may write a dash."""
    assert _fixed(words) == [("hyphen-for-dash", None)]
    assert _fixed("Итоги - отчет") == [("hyphen-for-dash", "Итоги – отчет")]


@pytest.mark.parametrize(
    ("words", "right"),
    [
        ("Итоги 2027г", "Итоги 2027 г."),
        ("2025–2027 г.г. работы", "2025–2027 гг. работы"),
        ("За 2027 г ", "За 2027 г. "),
    ],
)
def test_how_years_are_abbreviated(words: str, right: str) -> None:
    assert ("year-abbreviation", right) in _fixed(words)


def _fixed(words: str) -> list[tuple[str, str | None]]:
    """Return what is told of an activity, with its words as the fix would write them."""
    text = HEAD.replace("управления}", "управления, date: 28.08.2025, number: 1}")
    text += "sections:\n  - title: Работа\n    activities:\n" + row(activity=words)
    (one,) = check_files([read_source(Source("a.yaml", text))], today=date(2025, 8, 29))
    at = text.index(words)
    found = []
    for problem in one.diagnostics:
        right = None
        if problem.fix:
            (edit,) = problem.fix.edits
            right = text[at : edit.span.start] + edit.text + text[edit.span.end : at + len(words)]
        found.append((problem.name, right))
    return found


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        (order(item="Утвердить карту"), True),
        (order(item="Утвердить «карту»"), True),
        (order(item="Утвердить карту."), False),
        (order(item="Утвердить карту:"), False),
        (order().replace("items:", "control: оставляю за собой, items:"), True),
        (order().replace('["Утвердить."]', "[{text: Школам, items: [отчет; , план]}]"), False),
        (order().replace('["Утвердить."]', "[{text: 'Обеспечить:', items: [отчет; , план.]}]"), False),
    ],
)
def test_items_of_an_order_are_sentences(keys: str, told: bool) -> None:
    assert ("clause-without-point" in names(row(), keys=keys)) == told


@pytest.mark.parametrize(
    ("owner", "told"),
    [
        ("Иванова И.И./Петрова П.П.", True),
        ("Начальник методического кабинета / методисты", True),
        ("Начальник методического кабинета/ШМО", False),
        ("РМК / ОО", False),
        ("Иванова И.И., начальник методического кабинета", False),
    ],
)
def test_owners_that_a_slash_parts(owner: str, told: bool) -> None:
    """Two persons, or one that is named elsewhere; a post behind a person is that person's."""
    assert ("several-owners-in-one" in names(row(), row("Провести опрос", owner=owner))) == told


def test_rows_that_inherit_lack_nothing() -> None:
    """A row below one with deadline and owners needs none of its own."""
    below = row().rstrip("}\n") + ", activities: [{activity: Часть, result: План}, {activity: Итог, result: Отчет}]}\n"
    assert not {"missing-deadline", "missing-owner"} & set(names(below))


@pytest.mark.parametrize(("rule", "key"), [("missing-deadline", "deadline"), ("missing-owner", "owners")])
def test_a_column_that_is_empty_is_one_message(rule: str, key: str) -> None:
    rows = [re.sub(rf'{key}: ("[^"]*"|\[[^\]]*\]), ', "", row(activity=f"Дело {n}")) for n in range(6)]
    assert names(*rows).count(rule) == 1
    assert names(*rows[:3]).count(rule) == 3


@pytest.mark.parametrize("kind", ["план-график", "календарь", "план-сетка", "альманах"])
def test_under_a_persons_approval_no_word_is_needed(kind: str) -> None:
    """«УТВЕРЖДАЮ» agrees with nothing; in form II the usual kinds are known, and an unusual one is asked about."""
    person = "approval: {by: {position: Начальник, name: И.И. Иванов}, date: 28.08.2025}"
    rows = "sections:\n  - title: Работа\n    activities:\n" + row()
    text = (
        HEAD.replace("kind: дорожная карта, title: Дорожная карта", f"kind: {kind}, title: {kind.capitalize()}") + rows
    )
    by_person = text.replace("approval: {act: приказом управления}", person)
    (one, other) = check_files(
        [read_source(Source(name, text)) for name, text in (("a.yaml", by_person), ("b.yaml", text))],
        today=date(2025, 8, 29),
    )
    assert "unknown-kind" not in {problem.name for problem in one.diagnostics}
    assert ("unknown-kind" in {problem.name for problem in other.diagnostics}) == (kind == "альманах")


def test_each_level_has_numbers_of_its_own_style() -> None:
    """«1.» and below it «а)»; two styles on one level are told."""
    parts = "activities: [{number: 1.1, activity: Часть, result: План}, {number: 1.2, activity: Итог, result: Отчет}]"
    below = row().rstrip("}\n") + f", number: 1., {parts}}}\n"
    assert "mixed-numbering" not in names(below)
    assert "mixed-numbering" in names(below.replace("number: 1.1,", "number: 1.1.,"))


@pytest.mark.parametrize("words", ["центр “Рост”", "центр ‘Рост’", "центр „Рост“", "центр ″Рост″", "«Центр ‘Рост’»"])
def test_quotes_of_other_kinds(words: str) -> None:
    """What `inspect` tells of the finished file is told of the source; once."""
    assert names(row(activity=f"Посетить {words}")).count("straight-quotes") == 1
    assert "unpaired-sign" not in names(row(activity=f"Посетить {words}"))


@pytest.mark.parametrize("words", ["«Рост»", "«Центр „Рост“»", "О’Коннор", "трубы 3″"])
def test_russian_quotes(words: str) -> None:
    """They stay, and so do apostrophes and inches."""
    assert "straight-quotes" not in names(row(activity=f"Посетить {words}"))


@pytest.mark.parametrize(
    ("period", "message"),
    [
        ("2010", "days off moved by decrees are not in the table for: 2010"),
        ("2013", None),
        ("2027", None),
        ("2040", "days off are not decreed yet for: 2040"),
    ],
)
def test_years_whose_days_off_are_not_known(period: str, message: str | None) -> None:
    """A year to come waits for its decree; of one long ago the program does not know it."""
    text = HEAD.replace("2025/2026 учебный год", f"{period} год") + "sections:\n  - title: Работа\n    activities:\n"
    source = Source("a.yaml", text + row(deadline="до 3 мая"))
    (one,) = check_files([read_source(source)], today=date(2025, 8, 29))
    assert [str(p.message) for p in one.diagnostics if p.name == "year-without-decree"] == (
        [message] if message else []
    )


def test_a_dash_for_a_heading_that_is_not_there_is_no_text() -> None:
    """An import writes it for the columns of a table without a head."""
    table = 'table: {head: "нет", columns: {activity: "–", deadline: "–", owners: %s, result: "–"}}\n'
    assert "unprinted-text" not in names(row(), keys=table % '"–"')
    assert "unprinted-text" in names(row(), keys=table % "Ответственный")


SECTIONS = {
    "a further task": ("  - task: Задача 2\n    activities:\n", set()),
    "no name at all": ("  - activities:\n", {"missing-title"}),
    "a part of it": ("  - number: 2.\n    title: Раздел\n  - number: 2.1.\n    title: Часть\n    activities:\n", set()),
    "a section of nothing": (
        "  - number: 2.\n    title: Раздел\n  - number: 3.\n    title: Другой\n    activities:\n",
        {"empty-section"},
    ),
}


@pytest.mark.parametrize("name", SECTIONS)
def test_sections_that_real_plans_have(name: str) -> None:
    """A second task of a section, and sections of three levels, are built as they stand; others lack something."""
    more, told = SECTIONS[name]
    assert set(names(row() + more + row("Провести семинар"))) & {"missing-title", "empty-section"} == told


def test_rows_before_the_first_section_need_no_name() -> None:
    text = (
        HEAD + "sections:\n  - activities:\n" + row() + "  - title: Работа\n    activities:\n" + row("Провести семинар")
    )
    (one,) = check_files([read_source(Source("a.yaml", text))], today=date(2025, 8, 29))
    assert "missing-title" not in {problem.name for problem in one.diagnostics}


@pytest.mark.parametrize(
    ("activity", "rule"),
    [
        ("Провести семинар 'Чтение' - в школах", "hyphen-for-dash"),
        ("Провести семинар ”Чтение” - в школах", "hyphen-for-dash"),
        ("Обновлять сайт в течении октября", "confused-phrase"),
        ("Провести опрос опрос родителей", "repeated-word"),
        ("Провести опрос в 2025 г", "year-abbreviation"),
    ],
)
def test_wordings(activity: str, rule: str) -> None:
    """Each is one of the faults that the rule knows; a straight quote before a hyphen hides nothing."""
    assert rule in names(row(activity.replace("'", '\\"')))


def test_an_alias_with_a_russian_letter() -> None:
    """Its mixed word is no Russian one: no fix writes the alias in Russian letters, which nobody knows."""
    text = HEAD + "sections:\n  - title: Работа\n    activities:\n" + row(owner="mк")
    (one,) = check_files([read_source(Source("a.yaml", text))], today=date(2025, 8, 29))
    (found,) = [problem for problem in one.diagnostics if problem.name == "odd-character"]
    assert found.fix
    assert [edit.text for edit in found.fix.edits] == ["mk"]
