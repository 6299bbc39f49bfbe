"""Proves the law that nothing is lost: every printed text of a source stands in a document, or a message says why.

Roadmaps are made with every combination of settings; each text is a word that stands nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from io import StringIO
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

from roadmapc.compiler import Compilation, compile_source
from roadmapc.diagnostics import Route, Source
from roadmapc.documents.output import build_files
from roadmapc.plan import Plan
from roadmapc.russian.normal_form import searched_form
from roadmapc.source.model.routes import is_printed
from roadmapc.source.printed_text import leaves
from roadmapc.workspace.template_files import output_context
from tests.conftest import TODAY

CONTEXT = output_context((), ("html",), "")
_LETTERS = "абвгдежзик"
_DROPPED = "RM420"
"""Tells of a whole column at its heading."""


class _Maker:
    """Makes a roadmap by chance; each text has a word of its own."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.words = 0
        self.own = False  # whether the table at work lists its columns

    def word(self, before: str = "") -> str:
        self.words += 1
        return before + "слов" + "".join(_LETTERS[int(digit)] for digit in f"{self.words:04}")

    def some(self, chance: float, **made: Callable[[], Any]) -> dict[str, Any]:
        """Return a record with some of these keys."""
        return {key: make() for key, make in made.items() if self.random.random() < chance}

    def one(self, *values: Any) -> Any:
        return self.random.choice(values)

    def many(self, make: Callable[[], Any], most: int = 3) -> list[Any]:
        return [make() for _ in range(self.random.randint(1, most))]

    def signature(self) -> dict[str, str]:
        return {"position": self.word("Начальник "), "name": self.word("И.И. ")}

    def owners(self) -> Any:
        texts = (self.word(), "umo", ["umo", self.word()], f"{self.word()}\n{self.word()}", {"same_as_above": "да"})
        return self.one(*texts, {"who": ["umo"], "text": self.word("Печатать ")}, {"text": self.word()})

    def deadline(self) -> Any:
        dated = {"text": self.word("по графику "), "dates": ["15.05.2022"]}
        return self.one("май 2022", "до 15 мая 2022", self.word("по мере "), dated)

    def cells(self) -> dict[str, Any]:
        """Return some cells of the columns that `columns` lists."""
        texts = (self.word(), {"text": self.word()}, [self.word(), self.word()], {"same_as_above": "да"})
        return self.some(
            0.5, place=lambda: self.one(*texts), report=self.deadline, partners=self.owners, begin=self.deadline
        )

    def columns(self) -> list[Any]:
        """Return a list of columns in any order: all of one's own, some of the usual ones."""
        own = [
            {"key": "place", **self.some(0.5, heading=self.word, width=lambda: 30)},
            {"key": "report", "is": "deadline", "heading": self.word()},
            {"key": "partners", "is": "owners", "heading": self.word()},
            {"key": "begin", "is": "start"},
            {"is": "blank", "heading": self.word()},
        ]
        usual = ["activity", *(one for one in ("number", "deadline", "owners", "result") if self.random.random() < 0.8)]
        found = [*own, *usual]
        self.random.shuffle(found)
        return found

    def content(self) -> dict[str, Any]:
        """Return one or several tables, in the short form or as a list."""
        own = self.random.random() < 0.5
        self.own = own
        table = {**self.table(), **({"columns": self.columns()} if own else {})}
        if self.random.random() < 0.7:
            return {
                **({"table": table} if own or self.random.random() < 0.5 else {}),
                "sections": self.many(self.section),
            }
        return {
            "tables": [{**table, "sections": self.many(self.section)}, {**table, "sections": self.many(self.section)}]
        }

    def attachment(self) -> dict[str, Any]:
        more = self.some(
            0.5, kind=lambda: self.one("состав", "план"), title=self.word, signature=self.signature, table=dict
        )
        content = self.content() if self.random.random() < 0.6 else {"preface": [{"text": self.word()}]}
        return {**({} if "tables" in content else more), "number": self.random.randint(2, 9), **content}

    def indicators(self) -> dict[str, Any]:
        rows = [{"name": self.word(), "unit": self.word(), "values": [self.word(), self.word()]}]
        columns = self.some(0.5, number=self.word, name=self.word, unit=lambda: self.one(self.word(), None))
        head = self.some(0.5, title=self.word, columns=lambda: columns)
        return {**head, "years": [self.word(), self.word()], "rows": rows}

    def activity(self, level: int = 2) -> dict[str, Any]:
        number = self.some(0.3, number=lambda: f"{self.random.randint(1, 9)}.{self.random.randint(1, 9)}.")
        below = self.some(0.3 if level < 4 else 0, activities=lambda: self.many(lambda: self.activity(level + 1), 2))
        result = self.one(self.word(), {"text": self.word()}, {"same_as_above": "да"})
        below |= self.some(0.3 if below else 0, together=lambda: "да")
        rest = self.some(0.7, deadline=self.deadline, owners=self.owners, result=lambda: result)
        return {"activity": self.word("Провести "), **number, **rest, **(self.cells() if self.own else {}), **below}

    def section(self) -> dict[str, Any]:
        named = self.some(0.6, number=self.word, title=self.word, task=lambda: self.word("Задача: "))
        own = self.some(0.2, deadline=self.deadline, owners=self.owners, result=self.word)
        return {**named, **own, **self.some(0.9, activities=lambda: self.many(self.activity))}

    def order(self) -> dict[str, Any]:
        item = {"text": self.word("Назначить "), "items": [self.word("Пункт ")]}
        needed = {"subject": self.word("Об утверждении "), "items": [self.word("Утвердить "), item]}
        head = {"organisation": [self.word()], **self.some(0.5, details=lambda: [self.word()])}
        more = self.some(
            0.5,
            letterhead=lambda: head,
            name=lambda: self.word("ПРИКАЗ "),
            place=self.word,
            number=self.word,
            preamble=self.word,
            resolution=lambda: self.one("ПРИКАЗЫВАЮ:", "приказываю"),
            control=lambda: self.one(self.word("возложить на "), self.word("Контроль ")),
            acquaintance=lambda: [self.word(), {"name": self.word(), "position": self.word()}],
            agreement=lambda: [self.signature()],
        )
        return {**needed, "signature": self.signature(), **more}

    def approval(self) -> dict[str, Any]:
        usual = self.some(0.5, attachment=self.word, form=lambda: self.one("I", "II"), act=self.word, number=self.word)
        beside = [{"word": self.word(), **self.some(0.5, act=self.word, by=self.signature)}]
        more = self.some(0.3, by=self.signature, word=lambda: self.word().upper(), beside=lambda: beside)
        return {**usual, **more}

    def table(self) -> dict[str, Any]:
        headings = self.some(0.4, **dict.fromkeys(("number", "activity", "deadline", "owners", "result"), self.word))
        dropped = self.some(0.15, number=lambda: None, result=lambda: None)
        return self.some(
            0.5,
            heading=self.word,
            columns=lambda: {**headings, **dropped},
            head=lambda: self.one("да", "нет"),
            column_numbers=lambda: self.one("да", "нет"),
            numbering=lambda: self.one("computed", "printed"),
            notes=self.word,
            inherited=lambda: self.one("dash", "merged"),
            section_number=lambda: self.one("cell", "title"),
            owners=lambda: self.one("comma", "lines", "list"),
            orientation=lambda: self.one("auto", "portrait", "landscape"),
        )

    def roadmap(self) -> dict[str, Any]:
        rows = self.many(lambda: {"name": self.word(), **self.some(0.6, text=self.word, indicators=self.indicators)})
        head = self.some(0.5, title=self.word, numbers=lambda: "да", columns=lambda: self.many(self.word, 4))
        passport = {**head, "rows": rows}
        about = {"kind": self.one("дорожная карта", "план"), "period": "2022 год", **self.some(0.8, title=self.word)}
        return {
            "roadmapc": 1,
            "municipality": {"name": self.word()},
            "document": about,
            "owners": {"umo": {"post": self.word(), **self.some(0.5, name=self.word, contacts=self.word)}},
            **self.some(
                0.5,
                approval=self.approval,
                order=self.order,
                preface=lambda: self.many(lambda: self.some(0.7, heading=self.word, text=self.word), 2),
                passport=lambda: passport,
                indicators=self.indicators,
                signature=lambda: self.one(self.signature(), [self.signature(), self.signature()]),
                attachments=lambda: self.many(self.attachment, 2),
            ),
            **self.content(),
        }


def _source(roadmap: dict[str, Any]) -> str:
    text, yaml = StringIO(), YAML()
    yaml.width = 1000
    yaml.representer.ignore_aliases = lambda _: True  # two tables may share their columns
    yaml.representer.add_representer(type(None), lambda by, _: by.represent_scalar("tag:yaml.org,2002:null", "null"))
    yaml.dump(roadmap, text)
    return text.getvalue()


def _compiled(text: str) -> Compilation:
    return compile_source(Source("a.yaml", text), today=TODAY)


def _printed(plan: Plan) -> str:
    """Return the words of all documents and calendars of a plan, as people search for them."""
    texts = []
    for file in build_files(plan, CONTEXT):
        text = file.data.decode().replace("\r\n ", "")
        texts.append(unescape(re.sub("<[^>]*>", " ", text)))
    return searched_form("\n".join(texts))


def _is_told(result: Compilation, route: Route) -> bool:
    return any(
        problem.code == _DROPPED or problem.route[: len(route)] == route[: len(problem.route)] != ()
        for problem in result.diagnostics
    )


def _lost(result: Compilation) -> list[tuple[Route, str]]:
    """Return the texts that no document prints and no message names."""
    assert result.plan, [str(problem.message) for problem in result.diagnostics]
    printed = _printed(result.plan)
    texts = [(route, text) for route, text in leaves(result.plan.tree.data) if text and is_printed(route)]
    words = [(route, word) for route, text in texts for word in re.findall(r"слов\w{4}", text.lower())]
    return [(route, word) for route, word in words if word not in printed and not _is_told(result, route)]


@given(st.integers(0, 10**9))
@settings(max_examples=60, deadline=None)
def test_every_text_is_printed_or_told_of(seed: int) -> None:
    assert _lost(_compiled(_source(_Maker(Random(seed)).roadmap()))) == []


@pytest.mark.parametrize("columns", ["{deadline: Сроки}", "{activity: Что}", "{owners: Кто, deadline: Когда}"])
def test_a_partial_mapping_changes_what_it_names(clean: str, columns: str) -> None:
    """Numbers and results stay, under the headings that they have by default."""
    plan = _compiled(clean + f"table: {{columns: {columns}}}\n").plan
    assert plan
    printed = _printed(plan)
    assert "№ п/п" in printed
    assert "результат" in printed
    assert "справка" in printed


def test_a_column_of_results_is_there_where_a_row_has_one(clean: str) -> None:
    plan = _compiled(clean.replace("result: Справка", "id: raz")).plan
    assert plan
    assert "результат" not in _printed(plan)


def test_lines_of_owners_stay_lines(clean: str) -> None:
    """Which of three does what is told by lines; each of them has a checklist."""
    lines = "owners: |\n          Иванов – списки\n          Петров – зал"
    plan = _compiled(clean.replace("owners: методист", lines)).plan
    assert plan
    (row,) = plan.rows
    assert row.owners_text == "Иванов – списки\nПетров – зал"
    assert [assignee.text for assignee in row.assignees] == ["Иванов – списки", "Петров – зал"]
