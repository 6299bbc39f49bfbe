"""Proves that no source, however spoilt, is more than diagnostics or a plan: never an exception."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from roadmapc.compiler import Compilation, compile_bytes, compile_source
from roadmapc.diagnostics import Source
from roadmapc.documents.attachment import attachment_view
from roadmapc.documents.calendar_plan import calendar_groups
from roadmapc.documents.checklist import checklists
from roadmapc.documents.order import order_view
from roadmapc.plan.due import entries
from roadmapc.plan.due_making import due_plan
from roadmapc.reporters import CheckReport, json, text
from roadmapc.source import schema
from roadmapc.source.decoding import decode
from roadmapc.source.model import Roadmap
from roadmapc.source.parsing import parse_yaml
from tests.conftest import CLEAN, ROADMAPS, TODAY

REAL = [path.read_text(encoding="utf-8") for path in sorted(ROADMAPS.glob("*.yaml"))] + [CLEAN]
SIGNS = "\t\n :-#'\"[]{}&*!|>%@`\\,?~\ufeff\u2028\x00😀éя№«»0"
# The smallest example is a whole roadmap, and a spoilt one is often none.
LARGE = [HealthCheck.too_slow, HealthCheck.large_base_example, HealthCheck.filter_too_much]
fuzzed = settings(max_examples=300, derandomize=True, database=None, suppress_health_check=LARGE)


def hold(result: Compilation) -> None:
    """Hold what is promised of every compilation, whatever it was made of."""
    length = len(result.source.text)
    assert result.plan is not None or result.errors
    for problem in result.diagnostics:
        for span in (problem.span, *(label.span for label in problem.labels)):
            assert 0 <= span.start <= span.end <= length, problem
        assert str(problem.message)
        assert problem.code.startswith("RM")
    assert list(result.diagnostics) == sorted(result.diagnostics, key=lambda problem: problem.sort_key)
    assert text.listed(result.diagnostics, width=60).plain.count("\n") >= len(result.diagnostics)
    assert json.report(CheckReport(("a.yaml",), result.diagnostics, result.diagnostics)).startswith("[")
    if result.plan is not None and not result.errors:
        plan = result.plan
        assert len(list(entries(due_plan(plan), date.min, date.max))) == sum(len(row.occurrences) for row in plan.rows)
        assert attachment_view(plan).tables[0].rows
        assert calendar_groups(plan).groups or checklists(plan) or not list(plan.rows)
        if plan.roadmap.order:
            assert len(order_view(plan.roadmap.order).items) >= len(plan.roadmap.order.items)


@st.composite
def spoilt(draw: st.DrawFn) -> str:
    """A real source in which characters, lines or pieces were dropped, doubled, swapped or inserted."""
    source = draw(st.sampled_from(REAL))
    for _ in range(draw(st.integers(1, 4))):
        lines = source.split("\n")
        at, other = draw(st.integers(0, len(source))), draw(st.integers(0, len(source)))
        row, second = draw(st.integers(0, len(lines) - 1)), draw(st.integers(0, len(lines) - 1))
        kind = draw(st.integers(0, 8))
        if kind == 0:
            source = source[:at] + source[at + draw(st.integers(1, 3)) :]
        elif kind == 1:
            source = source[:at] + draw(st.text(SIGNS, min_size=1, max_size=3)) + source[at:]
        elif kind == 2:
            source = "\n".join(lines[:row] + lines[row + 1 :])
        elif kind == 3:
            source = "\n".join([*lines[:row], lines[second], *lines[row:]])
        elif kind == 4:
            lines[row], lines[second] = lines[second], lines[row]
            source = "\n".join(lines)
        elif kind == 5:
            source = source[:at]
        elif kind == 6:
            source = "\n".join(
                [*lines[:row], draw(st.sampled_from(("  ", "\t", "- "))) + lines[row], *lines[row + 1 :]]
            )
        elif kind == 7:
            first, last = sorted((at, other))
            source = source[:first] + source[last:]
        else:
            (key, colon, _), (_, _, value) = lines[row].partition(": "), lines[second].partition(": ")
            source = "\n".join([*lines[:row], key + colon + value, *lines[row + 1 :]])
    return source


@fuzzed
@given(spoilt())
def test_spoilt_sources(source: str) -> None:
    """A real source with a few random slips compiles to diagnostics inside its text, or a plan."""
    hold(compile_source(Source("a.yaml", source), today=TODAY))


@fuzzed
@given(
    spoilt(), st.binary(max_size=4), st.integers(0, 10**5), st.sampled_from(["utf-8", "cp1251", "utf-16", "utf-8-sig"])
)
def test_spoilt_bytes(source: str, noise: bytes, at: int, encoding: str) -> None:
    """The same with bytes thrown in and in other encodings."""
    data = source.encode(encoding, errors="replace")
    at %= len(data) + 1
    hold(compile_bytes("a.yaml", data[:at] + noise + data[at:], today=TODAY))


@settings(fuzzed, max_examples=80)
@given(spoilt())
def test_both_parsers_say_the_same(source: str) -> None:
    """Without the C parser a spoilt source yields the same data, places and complaints."""
    clean, unreadable = decode("a.yaml", source.encode())
    assume(not unreadable)
    fast = parse_yaml(clean)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ruamel.yaml.main.CParser", None)
        assert parse_yaml(clean) == fast


@fuzzed
@given(st.binary(max_size=300) | st.text(SIGNS + "ab1", max_size=120).map(str.encode))
def test_any_bytes(data: bytes) -> None:
    """Bytes at random compile to diagnostics: none of them is a roadmap."""
    result = compile_bytes("a.yaml", data, today=TODAY)
    assert result.plan is None
    hold(result)


def _keys(model: dict[str, Any]) -> set[str]:
    return {key for record in [model, *model["$defs"].values()] for key in record.get("properties", {})}


KEYS = sorted(_keys(schema.roadmap_schema()))
WORDS = st.sampled_from(
    (
        *(
            "",
            "1",
            "1.1.",
            "2021-2024",
            "май",
            "ежегодно",
            "до 31 мая 2022 г.",
            "по графику",
            "20.10.2022",
            "31.02.2022",
        ),
        *("umo", "да", "computed", "../x", "RM301", "missing-owner", "I", "list", "- раз\n- два", "=1", "{{ x }}"),
    )
)
VALUES = st.none() | WORDS | st.text(max_size=12)
NODES = st.recursive(
    VALUES,
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=3), inner, max_size=4)
    ),
    max_leaves=12,
)


def shown(node: Any) -> str:
    """Return a node in flow style, its texts in single quotes or bare."""
    if isinstance(node, dict):
        return "{" + ", ".join(f"{shown(key)}: {shown(value)}" for key, value in node.items()) + "}"
    if isinstance(node, list):
        return "[" + ", ".join(map(shown, node)) + "]"
    return "~" if node is None else "'" + str(node).replace("'", "''") + "'"


@fuzzed
@given(st.dictionaries(st.sampled_from(sorted(Roadmap.model_fields)), NODES, max_size=6))
def test_records_of_any_shape(record: dict[str, Any]) -> None:
    """Records with the format's keys and any values under them compile to diagnostics or a plan."""
    whole = {"roadmapc": "1", "municipality": {"name": "Район"}, "sections": [], **record}
    whole.setdefault("document", {"kind": "план", "title": "План", "period": "2021-2024"})
    lines = "".join(f"{key}: {shown(value)}\n" for key, value in whole.items())
    hold(compile_source(Source("a.yaml", lines), today=TODAY))


ROWS = st.fixed_dictionaries(
    {"activity": st.sampled_from(["Раз", "Два", "- один\n- два", "1) а"])},
    optional={
        "id": WORDS,
        "number": WORDS,
        "deadline": WORDS | st.fixed_dictionaries({"text": WORDS, "dates": st.lists(WORDS, max_size=2)}),
        "owners": WORDS | st.lists(WORDS, max_size=2) | st.just({"same_as_above": "да"}),
        "result": WORDS,
    },
)


@fuzzed
@given(
    st.lists(
        st.fixed_dictionaries({"activities": st.lists(ROWS, max_size=3)}, optional={"deadline": WORDS, "title": WORDS}),
        max_size=3,
    ),
    st.lists(
        st.fixed_dictionaries({"rule": WORDS}, optional={"at": WORDS, "reason": WORDS, "until": WORDS}), max_size=2
    ),
    st.sampled_from(["2021-2024", "2022/2023 учебный год", "2022", "когда-нибудь", "сентябрь 2021 – май 2022"]),
)
def test_plans_of_any_content(sections: list[Any], waivers: list[Any], period: str) -> None:
    """Rows of the right shape with any words in them compile to a plan that the outputs can read."""
    base = CLEAN.partition("sections:")[0].replace("2021-2024", period)
    source = f"{base}sections: {shown(sections)}\nwaivers: {shown(waivers)}\nowners: {{umo: Начальник}}\n"
    hold(compile_source(Source("a.yaml", source), today=TODAY))
