"""Bytes and YAML that are no roadmap: encodings, characters, escapes, indents, brackets, shapes, too much."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from roadmapc.source.decoding import MAX_BYTES
from roadmapc.source.tree_builder import MAX_TEXT, MAX_VALUES
from tests.conftest import CLEAN
from tests.hostile.case import BUILD, CHECK, DUE, LAID_OUT, PROBLEMS, ROADMAP, Case, source

HEAD = "".join(CLEAN.splitlines(keepends=True)[:3])
RAW = (
    *("\x00", "\x01", "\x07", "\x08", "\x0b", "\x0c", "\x1b", "\x7f", "\x80", "\x85", "\x9b", "\u2028", "\u2029"),
    *("\u202e", "\u2066", "\ufdd0", "\ufffe", "\uffff", "\U0001fffe", "\U0010ffff"),
)
ESCAPES = (
    *(r"\0", r"\x01", r"\a", r"\b", r"\v", r"\f", r"\r", r"\e", r"\x1b[31m", r"\x7f", r"\N", r"\L", r"\P", r"\x9B"),
    *(r"\u202E", r"\u2066", r"\uFDD0", r"\uFFFE", r"\uFFFF", r"\U0010FFFF", r"\ud800", r"\uDFFF", r"\U00110000"),
    *(r"\UFFFFFFFF", r"\U80000000", r"\xZZ", r"\q", r"\u12", "\\"),
)
PLACES = {
    "title": 'document: {{kind: план, title: "План{}", period: 2021-2024}}',
    "who": 'owners: {{umo: {{post: "Нач{}альник"}}}}',
    "key": 'owners: {{"um{}o": Начальник}}',
    "id": 'id: "a{}b"',
    "passport": 'passport: {{rows: [{{name: "Цели{}", text: Много}}]}}',
}
ROW = """\
sections:
  - title: Мониторинг
    activities:
      - activity: Провести
        deadline: {{text: "до 15{} октября", dates: [15.10.2022]}}
        owners: {{who: [rmo], text: "Руководители{} РМО"}}
        result: "Справка{}"
"""
NOT_YAML = {
    "nothing": "",
    "spaces": " \n \n",
    "comment alone": "# а\n",
    "dashes alone": "---\n",
    "two documents": CLEAN + "---\n" + CLEAN,
    "tab as indent": CLEAN.replace("  - title", "\t- title"),
    "open quote": CLEAN.replace("title: Мониторинг", "title: 'Мониторинг"),
    "open double quote": CLEAN.replace("title: Мониторинг", 'title: "Мониторинг'),
    "open bracket": CLEAN.replace("{name: Район}", "{name: Район"),
    "open list": "roadmapc: [1\n",
    "closed twice": "roadmapc: [1]]\n",
    "two colons": CLEAN.replace("name: Район", "name: Район: центр"),
    "no space after colon": CLEAN.replace("title: Мониторинг", "title:Мониторинг"),
    "no space after dash": CLEAN.replace("- title", "-title"),
    "wrong indent": CLEAN.replace("    activities", "   activities"),
    "anchor": CLEAN.replace("Мониторинг", "&а Мониторинг"),
    "alias": CLEAN.replace("Мониторинг", "*а"),
    "laughs": "a: &a [1]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "merge": CLEAN + "<<: {id: а}\n",
    "tag": CLEAN.replace("Мониторинг", "!!python/object:os.system Мониторинг"),
    "tag of a list": CLEAN.replace("sections:", "sections: !!set"),
    "binary": CLEAN.replace("Мониторинг", "!!binary aGVsbG8="),
    "directive": "%YAML 9.9\n---\n" + CLEAN,
    "unknown directive": "%FOO bar\n---\n" + CLEAN + "owners: [\n",
    "reserved sign": CLEAN.replace("title: Мониторинг", "title: @Мониторинг"),
    "grave": CLEAN.replace("title: Мониторинг", "title: `Мониторинг`"),
    "percent": CLEAN.replace("title: Мониторинг", "title: %Мониторинг"),
    "list as key": "[1, 2]: 3\n",
    "record as key": "{a: b}: 3\n",
    "question": "? [a]\n: b\n",
    "key twice": CLEAN + "municipality: {name: Город}\n",
    "text alone": "Дорожная карта\n",
    "list alone": "- а\n- б\n",
    "number alone": "1\n",
    "block sign": CLEAN.replace("title: Мониторинг", "title: |99"),
    "block with sign": CLEAN.replace("title: Мониторинг", "title: >x\n"),
    "many brackets": "roadmapc: " + "[" * 50_000,
    "many braces": "{a: " * 20_000,
    "many dashes": "- " * 50_000,
    "many quotes": "a: " + "'" * 50_001,
    "many colons": ":" * 50_000,
    "many questions": "? " * 20_000,
    "many stars": "*" * 50_000,
    "many tabs": "\t" * 50_000,
    "many line ends": "\n" * 200_000,
    "many documents": "---\n" * 20_000,
    "many comments": "# а\n" * 50_000,
    "a long line": HEAD + "sections: " + "а " * 100_000,
    "a long key": "а" * 100_000 + ": 1\n",
    "a long indent": " " * 100_000 + "a: 1\n",
}
ENCODED = {
    "cp1251": CLEAN.encode("cp1251"),
    "koi8-r": CLEAN.encode("koi8-r"),
    "cp866": CLEAN.encode("cp866"),
    "utf-16": CLEAN.encode("utf-16"),
    "utf-16 without mark": CLEAN.encode("utf-16-le"),
    "utf-32": CLEAN.encode("utf-32"),
    "surrogates": CLEAN.encode().replace("Район".encode(), b"\xed\xa0\x80"),
    "overlong": CLEAN.encode().replace("Район".encode(), b"\xc0\x80"),
    "cut short": CLEAN.encode()[:-2],
    "one byte": b"\xff",
    "a zip": b"PK\x03\x04" + bytes(range(256)),
    "a picture": b"\x89PNG\r\n\x1a\n" + bytes(100),
    "a pdf": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
    "zeros": bytes(10_000),
    "noise": bytes(range(256)) * 40,
    "beyond the limit": b"#" * (MAX_BYTES + 1),
}
SHAPES = ("[]", "{}", "а", "[а]", "[[]]", "{а: б}", "~", "0", "[~]", "''", "[{}]", "{а: [б]}", "[''] ")
KEYS = (
    "roadmapc",
    "municipality",
    "document",
    "approval",
    "order",
    "passport",
    "table",
    "sections",
    "waivers",
    "signature",
    "tables",
    "attachments",
    "indicators",
    "extends",
    "roles",
    "form",
    "preface",
)
INSIDE = {
    "columns": "table: {{columns: {}}}\n",
    "a column": "table: {{columns: [activity, {}]}}\n",
    "approvals beside": "approval: {{act: приказом, beside: {}}}\n",
    "values of indicators": "indicators: {{years: [2022], rows: [{{name: Доля, values: {}}}]}}\n",
    "a further table": "attachments: [{{number: 2, table: {}, sections: []}}]\n",
}
CELLS = (
    "table: {{columns: [activity, {{key: p, is: {}}}]}}\n"
    "sections: [{{title: а, activities: [{{activity: б, p: {}}}]}}]\n"
)
MANY = {
    "columns": CLEAN + "table: {columns: [activity" + ", {key: k, heading: а}" * 20_000 + "]}\n",
    "cells of no column": HEAD
    + "sections:\n- activities:\n  - activity: а\n"
    + "".join(f"    k{n}: а\n" for n in range(9_000)),
    "attachments": CLEAN + "attachments:\n" + "- {number: 2, preface: [{text: а}]}\n" * 3_000,
    "values in brackets": HEAD + "sections: [" + "а," * (MAX_VALUES + 1) + "]\n",
    "values below each other": HEAD + "sections:\n" + "- а\n" * (MAX_VALUES + 1),
    "unknown keys": HEAD + "".join(f"k{at}: 1\n" for at in range(20_000)),
    "keys twice": CLEAN + "id: а\n" * 20_000,
    "words taken for comments": HEAD + "".join(f"k{at}: а #б\n" for at in range(5_000)),
    "letters": CLEAN.replace("Справка", "(" * (MAX_TEXT + 1)),
    "lines": CLEAN.replace("Справка", '"' + "- а\\n" * 400_000 + '"'),
    "escapes": HEAD + "".join(f'k{at}: "\\e"\n' for at in range(5_000)),
    "wrong values": CLEAN + "waivers:\n" + "- {rule: а, until: вчера}\n" * 5_000,
}


def cases() -> Iterator[Case]:
    """Yield what no roadmap is."""
    for name, data in ENCODED.items():
        yield source(f"encoding {name}", data)
    for sign in RAW:
        yield source(f"character U+{ord(sign):04X}", CLEAN.replace("Провести", f"Про{sign}вести"))
    for escape in ESCAPES:
        yield source(f"escape {escape} in a row", HEAD + ROW.format(escape, escape, escape))
    for place, text in PLACES.items():
        kept = "".join(
            line for line in CLEAN.splitlines(keepends=True) if not line.startswith(text.partition(":")[0] + ":")
        )
        for escape in (r"\e", r"\0", r"\uFFFE", r"\UFFFFFFFF"):
            yield source(f"escape {escape} in {place}", kept + text.format(escape) + "\n")
    for name, text in NOT_YAML.items():
        yield Case(f"yaml {name}", (CHECK, BUILD, DUE, LAID_OUT), {ROADMAP: text}, codes=frozenset({0, 1}), agree=True)
    for key in KEYS:
        kept = "".join(line for line in CLEAN.splitlines(keepends=True) if not line.startswith(f"{key}:"))
        kept = kept if key != "sections" else HEAD
        yield _shapes(key, lambda shape, kept=kept, key=key: f"{kept}{key}: {shape}\n")  # type: ignore[misc]
    for name, text in INSIDE.items():
        yield _shapes(name, lambda shape, text=text: CLEAN + text.format(shape))  # type: ignore[misc]
    for kind in ("text", "owners", "deadline", "start", "blank"):
        yield _shapes(f"a cell of {kind}", lambda shape, kind=kind: HEAD + CELLS.format(kind, shape))  # type: ignore[misc]
    for name, text in MANY.items():
        yield Case(f"many {name}", (CHECK,), {ROADMAP: text}, codes=PROBLEMS)
        yield Case(f"many {name} to be built", (BUILD,), {ROADMAP: text}, codes=PROBLEMS, in_child=True)


def _shapes(name: str, written: Callable[[str], str]) -> Case:
    """Return the case of every shape in one place."""
    return Case(
        f"shapes of {name}",
        tuple(
            command
            for at in range(len(SHAPES))
            for command in (("check", "--no-cache", f"{at}.yaml"), ("build", f"{at}.yaml"))
        ),
        {f"{at}.yaml": written(shape) for at, shape in enumerate(SHAPES)},
        codes=frozenset({0, 1}),
    )
