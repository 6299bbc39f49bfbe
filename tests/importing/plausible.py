"""Roadmaps made by chance, in words as offices have them: every combination of settings that prints."""

from __future__ import annotations

from random import Random
from typing import Any

from tests.documents.test_nothing_lost import _Maker

_SURNAMES = ("Иванов", "Петрова", "Магомедов", "Римский-Корсаков", "Абакарова", "Ли")
_POSTS = ("Начальник управления", "Директор МБУ ДПО «ЦРО»", "Заместитель главы администрации", "Методист")
_DO = ("Провести мониторинг", "Организовать семинар", "Подготовить отчет", "Разработать положение", "Обучить педагогов")
_OF = ("методической работы", "качества образования", "молодых педагогов", "школьных библиотек", "наставников")
_WHEN = ("май 2022", "до 15 мая 2022", "ежегодно, октябрь", "1 раз в квартал", "в течение года", "15.05.2022")
_WHO = ("Методист", "Директора школ", "Управление образования", "Руководители РМО", "Центр «Рост»")
_RESULTS = ("Справка", "Аналитический отчет", "Положение", "Не менее 5 семинаров", "Рост доли участников")
_THINGS = ("Мониторинг", "Кадровое обеспечение", "Работа с кадрами", "Методическая поддержка", "Информационная работа")
_PASSPORTS: tuple[dict[str, Any], ...] = (
    {},
    {"numbers": "да"},
    {"columns": ["Наименование", "Содержание"]},
    {"numbers": "да", "columns": ["№ п/п", "Наименование", "Содержание"]},
)


class Plausible(_Maker):
    """As `_Maker`, with texts of which each says what it is, and a number that no other text has."""

    def __init__(self, random: Random) -> None:
        super().__init__(random)
        self.made = 0
        self.keys: set[str] = set()

    def unlike(self, text: str) -> str:
        """Return a text with a mark of its own."""
        self.made += 1
        return f"{text} «{chr(1040 + self.made // 32 % 32)}{chr(1072 + self.made % 32)}»"

    def do(self) -> str:
        return self.unlike(f"{self.one(*_DO)} {self.one(*_OF)}")

    def name(self) -> str:
        return f"{self.one('И.И.', 'А.Б.', 'М.')} {self.one(*_SURNAMES)}"

    def signature(self) -> dict[str, str]:
        return {"position": self.one(*_POSTS), "name": self.name()}

    def owners(self) -> Any:
        return self.one(self.one(*_WHO), "umo", ["umo", "Директора школ"], {"same_as_above": "да"})

    def deadline(self) -> Any:
        return self.one(*_WHEN)

    def cells(self) -> dict[str, Any]:
        made = {
            "place": lambda: self.one("Актовый зал", "Школы района"),
            "report": self.deadline,
            "partners": self.owners,
        }
        return self.some(0.6, **{key: make for key, make in made.items() if key in self.keys})

    def columns(self) -> list[Any]:
        """Return columns of one's own among the usual ones, in the order in which offices have them."""
        own = [
            {"key": "place", "heading": "Место проведения"},
            {"key": "report", "is": "deadline", "heading": "Срок представления отчета"},
            {"key": "partners", "is": "owners", "heading": "Соисполнители"},
            {"is": "blank", "heading": "Отметка о выполнении"},
        ]
        kept = [one for one in own if self.random.random() < 0.5]
        return ["number", "activity", "deadline", "owners", *kept[:1], "result", *kept[1:]]

    def table(self) -> dict[str, Any]:
        headings = self.some(
            0.5, number=lambda: "№", activity=lambda: "Наименование мероприятия", deadline=lambda: "Срок реализации",
            owners=lambda: "Исполнители", result=lambda: "Ожидаемый результат",
        )  # fmt: skip
        return self.some(
            0.4, columns=lambda: headings, column_numbers=lambda: "да",
            numbering=lambda: self.one("computed", "printed"),
            notes=lambda: self.unlike("* По согласованию с"), inherited=lambda: self.one("dash", "merged"),
            section_number=lambda: self.one("cell", "title"), owners=lambda: self.one("comma", "lines", "list"),
            orientation=lambda: self.one("auto", "portrait", "landscape"),
        )  # fmt: skip

    def activity(self, level: int = 2) -> dict[str, Any]:
        below = self.some(0.15 if level < 3 else 0, activities=lambda: self.many(lambda: self.activity(level + 1), 2))
        rest = self.some(0.8, deadline=self.deadline, owners=self.owners, result=lambda: self.one(*_RESULTS))
        return {"activity": self.do(), **rest, **self.cells(), **below}

    def section(self) -> dict[str, Any]:
        return {"title": self.unlike(self.one(*_THINGS)), "activities": self.many(self.activity, 4)}

    def content(self) -> dict[str, Any]:
        own = self.columns() if self.random.random() < 0.4 else []
        self.keys = {one["key"] for one in own if isinstance(one, dict) and "key" in one}
        table = {**self.table(), **({"columns": own} if own else {})}
        if self.random.random() < 0.8:
            return {"table": table, "sections": self.many(self.section)}
        headed = [{**table, "heading": self.unlike("Направление")} for _ in range(2)]
        return {"tables": [{**one, "sections": self.many(self.section)} for one in headed]}

    def attachment(self) -> dict[str, Any]:
        group = [f"{self.name()} – {post.lower()}" for post in _POSTS]
        return {
            "number": self.random.randint(2, 9), "kind": "состав", "title": "Состав рабочей группы",
            "preface": [{"text": "\n\n".join(group)}],
        }  # fmt: skip

    def indicators(self) -> dict[str, Any]:
        rows = [
            {
                "name": self.unlike("Доля школ"),
                "unit": "%",
                "values": [str(self.random.randint(1, 99)) for _ in range(2)],
            }
            for _ in range(self.random.randint(1, 3))
        ]
        return {"title": "Целевые показатели", "years": ["2021 год", "2022 год"], "rows": rows}

    def order(self) -> dict[str, Any]:
        below = {
            "text": "Методистам:",
            "items": [self.unlike("разработать положение о"), self.unlike("провести семинар")],
        }
        head = {
            "organisation": ["УПРАВЛЕНИЕ ОБРАЗОВАНИЯ", "АДМИНИСТРАЦИИ РАЙОНА"],
            **self.some(0.5, details=lambda: ["368412, с. Цунта, ул. Мира, 5, тел. 88722"]),
        }
        more = self.some(
            0.6, name=lambda: self.one("ПРИКАЗ", "РАСПОРЯЖЕНИЕ"), place=lambda: self.one("с. Цунта", "г. Калуга"),
            number=lambda: self.one("01-07/93", "5-о", "12"), date=lambda: self.one("20.10.2022", "1 сентября 2021 г."),
            preamble=lambda: self.one("В целях развития методической службы", "На основании плана работы на год,"),
            resolution=lambda: self.one("ПРИКАЗЫВАЮ:", "приказываю"),
            control=lambda: "Контроль за исполнением приказа оставляю за собой.",
        )  # fmt: skip
        return {
            "letterhead": head, "subject": self.unlike("Об утверждении дорожной карты"), **more,
            "items": [self.unlike("Утвердить прилагаемый план"), below], "signature": self.signature(),
        }  # fmt: skip

    def approval(self) -> dict[str, Any]:
        if self.random.random() < 0.4:
            return {"by": self.signature(), **self.some(0.5, date=lambda: "01.09.2021")}
        return {
            "act": "приказом управления образования",
            **self.some(
                0.5, attachment=lambda: self.one("Приложение № 1", "нет"), form=lambda: "II",
                number=lambda: "77-о", date=lambda: "01.09.2021",
            ),
        }  # fmt: skip

    def roadmap(self) -> dict[str, Any]:
        rows = [
            {"name": name, "text": self.unlike(text)}
            for name, text in (
                ("Цель", "Развитие службы"),
                ("Задачи", "Обучить"),
                ("Сроки реализации", "2021-2022 годы"),
            )
        ]
        about = {"kind": self.one("дорожная карта", "план мероприятий", "программа"), "period": "2021-2022"}
        title = {"дорожная карта": "Дорожная карта", "план мероприятий": "План мероприятий", "программа": "Программа"}
        about["title"] = f"{title[about['kind']]}\nразвития методической службы\nМосальского района на 2021-2022 годы"
        parts = [{"heading": "Пояснительная записка", "text": "Разработана в целях развития.\n\n- раз;\n- два."}]
        return {
            "roadmapc": 1,
            "municipality": {"name": "Мосальский район"},
            "document": about,
            "owners": {"umo": "Учебно-методическое объединение"},
            **self.some(
                0.5,
                approval=self.approval,
                order=self.order,
                preface=lambda: parts,
                passport=lambda: {**self.one(*_PASSPORTS), "title": "Паспорт", "rows": rows},
                indicators=self.indicators,
                signature=lambda: self.one(self.signature(), [self.signature(), self.signature()]),
                attachments=lambda: [self.attachment()],
            ),
            **self.content(),
        }
