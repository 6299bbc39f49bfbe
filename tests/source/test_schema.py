"""Proves that the schemas are current, valid, in Russian, and accept the real roadmaps."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from ruamel.yaml import YAML

from docs.generate.pages import ROOT, current
from roadmapc.compiler import compile_source
from roadmapc.diagnostics import Source
from roadmapc.reporters.output_schemas import OUTPUT_SCHEMAS
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.schema import SCHEMAS as SOURCE_SCHEMAS
from roadmapc.source.schema import roadmap_schema
from roadmapc.source.shared_owners import read_directory
from tests.conftest import CLEAN, ROADMAPS, TODAY

SCHEMAS = SOURCE_SCHEMAS | OUTPUT_SCHEMAS
PATHS = sorted(ROADMAPS.glob("*.yaml"))


def loaded(text: str) -> Any:
    """Return the data of a source, its scalars as text."""
    tree, problems = parse_yaml(Source("a.yaml", text))
    assert tree is not None
    assert not problems
    return tree.data


@pytest.mark.parametrize("path", current(), ids=lambda path: path.name)
def test_generated_files_are_current(path: Path) -> None:
    """A generated file is what the code makes of it now; `make docs` mends it."""
    assert path.read_text(encoding="utf-8") == current()[path]


def test_every_schema_is_a_file() -> None:
    """The folder holds the schemas and nothing else."""
    assert {path.name for path in (ROOT / "schemas").iterdir()} == set(SCHEMAS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_schemas_are_valid(name: str) -> None:
    """Each schema is valid against its metaschema."""
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name]())


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_real_roadmaps_conform(path: Path) -> None:
    """An editor that knows the schema finds nothing wrong in a real roadmap."""
    jsonschema.validate(loaded(path.read_text(encoding="utf-8")), roadmap_schema())


VALID = (
    "owners: {umo: Начальник УМО, imc: {post: Методист, name: Иванов И.И., contacts: тел. 1}}",
    "table: {head: нет, column_numbers: да, columns: {number: № п/п}, numbering: printed, owners: comma}",
    "passport: {title: [Паспорт, карты], numbers: да, rows: [{name: Цели, text: Цель}, {name: Задачи}]}",
    "preface: [{heading: Записка, text: [Раз, Два]}]",
    "order: {subject: О, items: [Раз, {text: Два, items: [а, {text: б}]}], signature: {position: Н, name: И}}",
    "approval: {form: I, act: к приказу, date: , number: }",
    "sections: [{title: Р, deadline: {text: май, dates: [01.05.2022]}, owners: {same_as_above: да}}]",
    "sections: [{title: Р, activities: [{activity: а, owners: [а, б], deadline: {dates: [01.05.2022 – 31.05.2022]}}]}]",
    "waivers: [{rule: RM301, at: [1.1, 2/3], reason: так, until: 31.12.2026}, {rule: missing-owner, at: 1.1}]",
)
INVALID = (
    "owners: [umo]",
    "table: {head: может}",
    "table: {numbering: roman}",
    "passport: {rows: {name: а}}",
    "order: {subject: О}",
    "sections: [{titel: Р}]",
    "sections: [{activities: [{deadline: май}]}]",
    "sections: [{activities: [{activity: а, owners: [[а]]}]}]",
    "waivers: [{at: 1.1}]",
    "unknown: 1",
)


@pytest.mark.parametrize("example", VALID + INVALID)
def test_the_schema_and_the_reader_agree(example: str) -> None:
    """What the reader takes the schema takes, short forms too; what the reader refuses the schema refuses."""
    key = example.partition(":")[0]
    text = re.sub(rf"^{key}:.*\n(?: .*\n)*", "", CLEAN, flags=re.MULTILINE) + example + "\n"
    assert (compile_source(Source("a.yaml", text), today=TODAY).plan is not None) == (example in VALID)
    assert jsonschema.Draft202012Validator(roadmap_schema()).is_valid(loaded(text)) == (example in VALID)


@pytest.mark.slow
@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_an_editor_that_types_scalars_finds_nothing_wrong(path: Path) -> None:
    """An editor reads 1.1 and 2021 as numbers and true as a truth value: the schema takes them as the reader does."""
    typed = YAML(typ="safe").load(path.read_text(encoding="utf-8"))
    assert typed["roadmapc"] == 1
    jsonschema.validate(typed, roadmap_schema())


TYPED = {
    "roadmapc: {}": ("1", "1.0", "01", "+1", "1e0", "0x1", "'1.0'", "2", "1.1", "'1,0'", "true", "x", "[1]"),
    "table: {{head: {}}}": ("Нет", "ДА", "true", "True", "no", "YES", "'нет'", "1", "0", "off", "falſe", "''"),
    "calendar: {{shift: {}}}": ("previous", "Previous", "1", "''"),
    "approval: {{date: {}}}": (
        "20.10.2022",
        "'20.10.2022 г.'",
        "«20» октября 2022 года",
        "'2022-10-20'",
        "завтра",
        "2022",
    ),
    "approval: {{number: {}}}": ("1", "1.10", "01-07/93", "true", "нет", "''", "' '", "[1]"),
    "document: {{kind: план, period: 2021, title: {}}}": (
        "Карта",
        "2021",
        "true",
        "[а, 1, true]",
        "''",
        "[[а]]",
        "{}",
    ),
    "waivers: [{{rule: RM301, at: {}}}]": ("1.1", "[1.1, 2]", "true", "''", "{}"),
    "amendments: [{{kind: приказ, date: 01.02.2022, number: {}}}]": ("7", "07-1", "''"),
    "amendments: [{{kind: приказ, date: {}}}]": ("01.02.2022", "''", "7"),
}


@pytest.mark.slow
@pytest.mark.parametrize(("keys", "value"), [(keys, value) for keys, values in TYPED.items() for value in values])
def test_an_editor_and_the_program_agree(keys: str, value: str) -> None:
    """Whatever type an editor gives a scalar, it takes what the program takes and refuses what that refuses."""
    example = keys.format(value)
    key = example.partition(":")[0]
    text = re.sub(rf"^{key}:.*\n(?: .*\n)*", "", CLEAN, flags=re.MULTILINE) + example + "\n"
    taken = compile_source(Source("a.yaml", text), today=TODAY).plan is not None
    typed = YAML(typ="safe").load(text)
    assert jsonschema.Draft202012Validator(roadmap_schema()).is_valid(typed) == taken


def described(node: Any) -> Iterator[tuple[str, str]]:
    """Return every title and description of a schema's properties, with its kind."""
    if isinstance(node, dict):
        for name, value in node.get("properties", {}).items():
            yield from ((f"{name}.{kind}", value.get(kind, "")) for kind in ("title", "description"))
        for key, value in node.items():
            yield from described(value) if key not in {"if", "else", "not", "anyOf"} else ()
    elif isinstance(node, list):
        for value in node:
            yield from described(value)


def test_titles_and_descriptions_are_russian() -> None:
    """Every key has a title and a description in Russian, and no class name of ours shows."""
    texts = list(described(roadmap_schema()))
    assert len(texts) > 80
    assert [name for name, text in texts if not re.search("[а-яё]", text.lower())] == []


def test_examples_fit_their_keys() -> None:
    """Every example that an editor offers has the type that its key allows."""
    schema = roadmap_schema()
    validator = jsonschema.Draft202012Validator(schema)
    checked = 0
    for record in (schema, *schema["$defs"].values()):
        for field in record.get("properties", {}).values():
            for example in field.get("examples", ()):
                assert validator.evolve(schema={**field, "$defs": schema["$defs"]}).is_valid(example), example
                checked += 1
    assert checked > 40


@pytest.mark.parametrize(("name", "file"), [("roadmap", "roadmap.schema.json"), ("owners", "owners.schema.json")])
def test_the_command_prints_each_schema(call: Callable[..., Any], name: str, file: str) -> None:
    """What an editor gets by the command is the file in `schemas/`."""
    assert call("schema", name).stdout == (ROOT / "schemas" / file).read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("owners: {umo: Начальник УМО}", True),
        ("owners: {umo: {post: Начальник УМО, name: Иванов И.И.}}\nterms: {РМО: районное объединение}", True),
        ("owners: {umo: {name: Иванов И.И.}}", False),
        ("people: {umo: Начальник УМО}", False),
        ("terms: [РМО]", False),
    ],
)
def test_the_shared_directory_fits_its_schema(text: str, fits: bool) -> None:
    """The schema takes and refuses what the program takes and refuses."""
    directory = read_directory("owners.yaml", text.encode())
    assert (directory.problems == ()) == fits
    data = YAML(typ="safe").load(text)
    assert jsonschema.Draft202012Validator(SCHEMAS["owners.schema.json"]()).is_valid(data) == fits


@pytest.mark.parametrize(
    "path", sorted((Path(__file__).parent.parent / "data" / "base").rglob("*.yaml")), ids=lambda path: path.stem
)
def test_a_base_plan_and_what_extends_it_conform(path: Path) -> None:
    """An editor finds nothing wrong in them: a roadmap that extends a base may leave out what that says."""
    schema = "base.schema.json" if path.stem == "model-plan" else "roadmap.schema.json"
    jsonschema.validate(loaded(path.read_text("utf-8")), SCHEMAS[schema]())


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("extends: base.yaml\n", True),
        ("extends: {file: base.yaml, digest: 0a}\ndocument: {title: Карта}\n", True),
        ("extends: base.yaml\nsections: [{id: a, activities: [{id: b, removed: так}]}]\n", True),
        ("extends: base.yaml\nsections: [{activities: [{deadline: май}]}]\n", False),
        ("sections: []\n", False),
        ("document: {title: Карта}\nsections: []\n", False),
        ("document: {kind: план, period: 2025}\nsections: [{activities: [{id: b}]}]\n", False),
    ],
)
def test_only_what_extends_a_base_may_leave_something_out(text: str, fits: bool) -> None:
    """Without `extends:` a document and its rows are whole."""
    data = loaded(f"roadmapc: 1\nmunicipality: {{name: Район}}\n{text}")
    assert jsonschema.Draft202012Validator(roadmap_schema()).is_valid(data) == fits
