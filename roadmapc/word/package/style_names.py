"""The styles that a base form must have: the name in the block tree → the name in Word.

Word makes new style ids whenever it saves, in a Russian Word other ones than in an English Word. Names stay; so forms
are matched by name. No name here is one that a Russian Word shows for a style of its own («Подпись», «Текст»).
"""

from __future__ import annotations

from collections.abc import Mapping

_TABLE_STYLES = {
    "TableText": "Таблица текст",
    "TableHead": "Таблица шапка",
    "TableColumns": "Таблица номера граф",
    "TableSection": "Таблица раздел",
    "TableTask": "Таблица задача",
    "TableNumber": "Таблица номер",
    "TableItem": "Таблица перечень",
    "TableBlank": "Таблица строка для записи",
}

PARAGRAPH_STYLES: Mapping[str, str] = {
    "Heading1": "heading 1",
    "Heading2": "heading 2",
    "Text": "Текст документа",
    "TextLeft": "Текст без отступа",
    "TextCenter": "Текст по центру",
    "Note": "Примечание документа",
    "Clause": "Пункт",
    "Subclause": "Подпункт",
    "Item": "Перечень",
    "Subitem": "Перечень второго уровня",
    "Blank": "Строка для записи",
    "Organisation": "Бланк организация",
    "Details": "Бланк сведения",
    "Kind": "Вид документа",
    "Requisites": "Дата и номер",
    "Subject": "Заголовок к тексту",
    "Resolution": "Распорядительное слово",
    "Approval": "Гриф",
    "Signature": "Подпись лица",
    "Draft": "Пометка проекта",
    "Separator": "Разделитель таблиц",
    **_TABLE_STYLES,
    **{key + "Small": name + " мелкий" for key, name in _TABLE_STYLES.items()},
}

TABLE_STYLES: Mapping[str, str] = {"TableGrid": "Таблица с линиями", "TablePlain": "Таблица без линий"}
