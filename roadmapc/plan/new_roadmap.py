"""The text of a new roadmap: every key explained, what only its author can know marked «ВПИШИТЕ».

It passes `check` but for those marks, each of which is an error at its line, so that none reaches a signed document.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from roadmapc.deadlines import Period
from roadmapc.russian.calendar import DEFAULT_CALENDAR, MONTHS, Calendar, is_school_year
from roadmapc.source.slips.slip import as_value

MARK = "ВПИШИТЕ"
"""Stands where only the author knows what to write; `check` reports each."""


class KindForms(NamedTuple):
    """A kind of document as sentences name it: «Дорожная карта», «Дорожной карты», «прилагаемую Дорожную карту»."""

    nominative: str
    genitive: str
    approved: str


KINDS = {
    "дорожная карта": KindForms("Дорожная карта", "Дорожной карты", "прилагаемую Дорожную карту"),
    "план мероприятий": KindForms("План мероприятий", "Плана мероприятий", "прилагаемый План мероприятий"),
    "план работы": KindForms("План работы", "Плана работы", "прилагаемый План работы"),
    "программа": KindForms("Программа", "Программы", "прилагаемую Программу"),
}
"""Kinds whose cases are known; of another the author writes them."""


@dataclass(frozen=True)
class NewRoadmap:
    """What the author says of a roadmap before it is begun."""

    municipality: str
    period_text: str
    period: Period
    kind: str = "дорожная карта"
    region: str | None = None
    with_order: bool = True
    with_passport: bool = False
    with_results: bool = True


_ROWS = (
    ("Провести мониторинг профессиональных затруднений педагогов", "mk", "Аналитическая справка"),
    ("Провести совещание с заместителями директоров школ", "mk, shkoly", "Протокол совещания"),
    ("Подвести итоги работы и подготовить предложения", "mk", "Итоговая справка"),
)
_TITLES = (("Мониторинг и планирование", 2), ("Подведение итогов", 1))


_NO_REGION = """\
  # Субъект Российской Федерации, если документы его называют: уберите знак # и впишите
  # region: Московская область"""


def written(new: NewRoadmap, calendar: Calendar = DEFAULT_CALENDAR) -> str:
    """Return the text of the file."""
    parts = [_head(new), _document(new)]
    parts += [_approval(), _order(new)] if new.with_order else []
    parts += [_passport(new)] if new.with_passport else []
    parts += [_owners(), _table(new), _sections(new, calendar), _WAIVERS]
    return "\n".join(parts)


def _head(new: NewRoadmap) -> str:
    region = f"  region: {as_value(new.region)}" if new.region else _NO_REGION
    return f"""\
# {new.kind[:1].upper()}{new.kind[1:]}: исходный файл, по которому roadmapc проверяет план и печатает документы.
#
# Как заполнять:
#   1. Найдите в файле слова {MARK} и замените их вместе с подсказкой своими словами.
#   2. Строки, которые начинаются знаком #, – пояснения: они не печатаются, их можно удалить.
#   3. Отступы делайте пробелами, как здесь; после двоеточия и после дефиса нужен пробел.
#   4. Если в тексте есть двоеточие, возьмите весь текст в кавычки: 'Цель: развитие службы'.
#   5. Проверка: roadmapc check    Документы: roadmapc build    Что предстоит: roadmapc due

# Версия формата файла, всегда 1
roadmapc: 1

# Чей это документ
municipality:
  name: {as_value(new.municipality)}
{region}
"""


def _document(new: NewRoadmap) -> str:
    forms = KINDS.get(new.kind)
    name = forms.nominative if forms else new.kind[:1].upper() + new.kind[1:]
    return f"""\
# Что это за документ
document:
  # Вид документа: по нему согласуется слово «УТВЕРЖДЕНА» или «УТВЕРЖДЕН»
  kind: {as_value(new.kind)}
  # Полное название, как оно будет напечатано
  title: {as_value(f"{name} {MARK} (чего, например развития методической службы) {_for_period(new)}")}
  # Время действия: 2026-2028, 2026/2027 учебный год, 01.09.2026 – 31.05.2027
  period: {as_value(new.period_text)}
"""


def _approval() -> str:
    return f"""\
# Гриф утверждения: печатается справа вверху приложения. Дату и номер программа возьмет из приказа
approval:
  act: приказом {MARK} (например управления образования Ивановского района)
"""


def _order(new: NewRoadmap) -> str:
    forms = KINDS.get(new.kind)
    genitive = forms.genitive if forms else f"{MARK} (чего)"
    approved = forms.approved if forms else f"прилагаемый документ {MARK} (какой)"
    return f"""\
# Приказ, которым документ утверждается
order:
  # Чей это приказ: строки наименования сверху вниз
  letterhead:
    organisation: {MARK} наименование органа или организации
  # Вид акта: ПРИКАЗ, РАСПОРЯЖЕНИЕ, ПОСТАНОВЛЕНИЕ
  name: ПРИКАЗ
  # Когда приказ подписан, уберите знак # перед date и number и впишите дату и номер; до этого печатаются пропуски
  # date: {new.period.first:%d.%m.%Y}
  # number: 01-15
  # О чем приказ, без точки в конце
  subject: Об утверждении {genitive}
  # Пункты приказа: номера программа поставит сама
  items:
    - Утвердить {approved}.
    - Контроль за исполнением настоящего приказа оставляю за собой.
  # Кто подписывает
  signature:
    position: {MARK} должность руководителя
    name: {MARK} инициалы и фамилию (И.И. Иванов)
"""


def _passport(new: NewRoadmap) -> str:
    return f"""\
# Паспорт: таблица перед мероприятиями; name – левая графа, text – правая
passport:
  title: Паспорт
  rows:
    - name: Цель
      text: {MARK} цель
    - name: Задачи
      # Знак | открывает текст из нескольких строк; строки с дефисом станут списком
      text: |
        - {MARK} первую задачу;
        - {MARK} вторую задачу.
    - name: Сроки реализации
      text: {as_value(new.period_text)}
"""


def _owners() -> str:
    return f"""\
# Ответственные: слева краткое имя латинскими буквами для этого файла, справа должность, как она печатается.
# Тех, кто отвечает сразу в нескольких планах, записывают в файл owners.yaml рядом
owners:
  mk:
    post: Заведующий методическим кабинетом
    name: {MARK} фамилию и инициалы (Петрова А.А.)
  shkoly: Руководители общеобразовательных организаций
"""


def _table(new: NewRoadmap) -> str:
    result = "\n    result: Результат" if new.with_results else ""
    return f"""\
# Графы таблицы мероприятий: ключ и заголовок, который печатается. Если графы другие, вместо этого пишут их список:
#   columns: [number, activity, deadline, owners, {{key: place, heading: Место}}, {{is: blank, heading: Отметка}}]
# Несколько таблиц – ключ tables, другие приложения – attachments, показатели по годам – indicators
table:
  columns:
    number: № п/п
    activity: Мероприятие
    deadline: Срок исполнения
    owners: Ответственный{result}
"""


def _sections(new: NewRoadmap, calendar: Calendar) -> str:
    lines = [
        "# Разделы и мероприятия. Строки ниже – образец: замените их своими, добавляйте новые по тому же виду.",
        "#   id        постоянное имя строки латинскими буквами: по нему ее узнают, когда изменится номер",
        "#   activity  что сделать",
        "#   deadline  срок словами: до 15 октября; октябрь – ноябрь; ежегодно, до 1 июня; в течение учебного года.",
        '#             Как программа понимает срок, покажет: roadmapc deadline "до 15 октября"',
        "#   owners    кто отвечает: краткие имена из owners, несколько – в квадратных скобках через запятую",
    ]
    lines += ["#   result    документ или показатель"] if new.with_results else []
    lines += ["sections:"]
    rows = iter(zip(_ROWS, _due_days(new.period, calendar), strict=True))
    number = 0
    for title, count in _TITLES:
        lines += [f"  - title: {title}", "    activities:"]
        for _ in range(count):
            (text, owners, result), due = next(rows)
            number += 1
            lines += [
                f"      - id: meropriyatie-{number}",
                f"        activity: {MARK} мероприятие (например {text[0].lower()}{text[1:]})",
                f"        deadline: до {due.day} {MONTHS[due.month - 1][1]} {due.year} г.",
                f"        owners: {f'[{owners}]' if ',' in owners else owners}",
            ]
            lines += [f"        result: {result}"] if new.with_results else []
    return "\n".join(lines) + "\n"


_WAIVERS = """\
# Исключения: замечания программы, которые остаются намеренно, каждое с причиной. Образец:
#   - {rule: due-on-day-off, at: "1.1", reason: Так утверждено}
waivers: []
"""


def _due_days(period: Period, calendar: Calendar) -> Iterator[date]:
    """Yield a working day by which each row is due: a quarter, half and nearly all of the period gone."""
    length = (period.last - period.first).days
    for part in (0.25, 0.5, 0.9):
        due = period.first + timedelta(days=int(length * part))
        yield calendar.act_by(due, period.first)


def _for_period(new: NewRoadmap) -> str:
    """Return the words that end a title: «на 2026/2027 учебный год», «на 2026-2028 годы»."""
    text = " ".join(new.period_text.split())
    if text.replace("-", "").replace("–", "").replace(" ", "").isdecimal():
        return f"на {text} {'годы' if len(text) > 4 else 'год'}"
    if "учебн" in text or text.endswith(("год", "годы", "г.", "гг.")):
        return f"на {text}"
    if is_school_year(*new.period):
        return f"на {new.period.first.year}/{new.period.last.year} учебный год"
    return f"на период с {new.period.first:%d.%m.%Y} по {new.period.last:%d.%m.%Y}"
