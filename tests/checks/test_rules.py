"""Proves that each rule finds what its page calls bad, passes what it calls good, and explains itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from types import ModuleType

import pytest

from roadmapc.checks.manual import READING, RulePage, rule_page
from roadmapc.checks.running import rule_name, rules
from roadmapc.checks.selection import RuleSelection
from roadmapc.compiler import Compilation, check_files, check_marks, check_one, read_source
from roadmapc.diagnostics import Diagnostic, Severity, Source
from roadmapc.plan import make_plan
from roadmapc.plan.editions.values import Editions, KeptEdition, in_order
from roadmapc.plan.execution import execution_of
from roadmapc.source.basing.base_plan import read_base
from roadmapc.source.basing.extending import FoundBase
from roadmapc.source.edition_file import digest_of, read_edition
from roadmapc.source.marks_file import read_marks
from roadmapc.source.marks_name import SUFFIX
from roadmapc.source.parsing import parse_yaml
from roadmapc.source.shared_owners import read_directory
from roadmapc.workspace.source_files import OWNERS_FILE
from tests.conftest import TODAY

Compile = Callable[[str], Compilation]


def completed(example: str, base: str) -> str:
    """Return an example, which holds top-level keys alone, with the keys of `base` that it lacks."""
    given = set(re.findall(r"^\w+(?=:)", example, re.MULTILINE))
    parts = re.split(r"^(?=\w)", base, flags=re.MULTILINE)
    return "".join(part for part in parts if part.partition(":")[0] not in given) + example + "\n"


def found(result: Compilation) -> list[Diagnostic]:
    """Return what is found and no waiver covers."""
    assert result.plan is not None, result.diagnostics
    return [problem for problem in result.diagnostics if problem.waived is None]


def check_example(rule: ModuleType, example: str, base: str) -> list[Diagnostic]:
    """Return what is found in an example, whose files «# ---- name» parts; an optional rule runs on its own page.

    Marks are told by their name and lie beside the roadmap of the same one.
    """
    if getattr(rule, "OPTIONAL", False):
        pytest.importorskip("pymorphy3")
    first, *others = re.split(r"^# ---- (\S+)\n", example + "\n", flags=re.MULTILINE)
    files = {"a.yaml": first, **dict(zip(others[::2], others[1::2], strict=True))}
    shared = files.pop(OWNERS_FILE, None)
    directory = read_directory(OWNERS_FILE, shared.encode()) if shared else None
    plans = {name: files.pop(name) for name, text in [*files.items()] if text.startswith("base:")}
    kept = {name: files.pop(name) for name in [*files] if name.startswith("editions/")}
    marks = {name.removesuffix(SUFFIX): files.pop(name) for name in [*files] if name.endswith(SUFFIX)}
    found_base = next((FoundBase(name, read_base(name, text.encode())) for name, text in plans.items()), None)
    read = [
        read_source(Source(name, completed(text, base)), stem=name.split(".")[0], directory=directory, base=found_base)
        for name, text in files.items()
    ]
    selection = RuleSelection(spell=getattr(rule, "OPTIONAL", False))
    checked = check_files(read, today=TODAY, selection=selection)
    if kept:
        editions = [edition(name, completed(text, base)) for name, text in kept.items()]
        signed = [replace(one, plan=replace(one.plan, has_editions=True)) for one in read if one.plan]
        checked = [check_one(one, today=TODAY, selection=selection, editions=of_plan(one, editions)) for one in signed]
    problems = [problem for one in checked for problem in found(one)]
    return problems + [p for one in checked for p in found_in_marks(one, marks, selection)]


def edition(name: str, text: str) -> KeptEdition:
    """Return an edition; where its digest is left out, it has the right one."""
    source = Source(name, text)
    tree, _problems = parse_yaml(source)
    assert tree is not None
    file = read_edition(name, text.replace("digest: …", f"digest: {digest_of(tree.data)}").encode())
    assert file.roadmap is not None, [str(one.message) for one in file.problems]
    assert file.tree is not None
    return KeptEdition(file, make_plan(file.roadmap, file.tree, "a"))


def of_plan(one: Compilation, kept: list[KeptEdition]) -> Editions:
    """Return the editions of a roadmap, those of others apart."""
    assert one.plan is not None
    mine = [edition for edition in kept if edition.plan.id == one.plan.id]
    return Editions(in_order(mine, one.plan), tuple(edition for edition in kept if edition not in mine))


def found_in_marks(one: Compilation, marks: dict[str, str], selection: RuleSelection) -> list[Diagnostic]:
    """Return what is found in the marks beside a roadmap, if there are any, and no waiver covers."""
    name = one.source.name.removesuffix(".yaml")
    if name not in marks:
        return []
    assert one.plan is not None
    file = read_marks(name + SUFFIX, marks[name].encode())
    result = check_marks(execution_of(one.plan, file), today=TODAY, selection=selection)
    return [problem for problem in result.diagnostics if problem.waived is None]


def test_the_clean_roadmap_is_clean(compile_text: Compile, clean: str) -> None:
    """The roadmap that completes the examples is found clean, so what is found comes from the example."""
    assert compile_text(clean).plan is not None
    assert compile_text(clean).diagnostics == ()


@pytest.mark.parametrize("rule", rules(), ids=rule_name)
def test_the_bad_example_is_reported(rule: ModuleType, clean: str) -> None:
    """A rule reports its bad example under its code, name and severity, at a place that is not empty."""
    problems = [p for p in check_example(rule, rule_page(rule).bad, clean) if p.code == rule.CODE]
    assert problems
    for problem in problems:
        assert (problem.name, problem.severity) == (rule_name(rule), rule.SEVERITY)
        assert problem.source.text[slice(*problem.span)].strip()


@pytest.mark.parametrize("rule", rules(), ids=rule_name)
def test_the_good_example_is_clean(rule: ModuleType, clean: str) -> None:
    """No rule at all reports the good example."""
    assert [p.code for p in check_example(rule, rule_page(rule).good_source, clean)] == []


@pytest.mark.parametrize("rule", rules(), ids=rule_name)
def test_the_bad_example_has_one_cause(rule: ModuleType, clean: str) -> None:
    """A bad example shows one fault; only a waiver that covers nothing also leaves what it should have covered."""
    names = {p.name for p in check_example(rule, rule_page(rule).bad, clean)}
    uncovered = {"missing-number"} if rule_name(rule) in {"expired-waiver", "waiver-without-reason"} else set()
    uncovered |= {"unsigned-change"} if rule_name(rule) == "reused-number" else set()  # what is new is not signed yet
    assert names == {rule_name(rule)} | uncovered


@pytest.mark.parametrize("page", [page for page in READING if page.bad], ids=lambda page: page.name)
def test_reading_reports_its_bad_examples(page: RulePage, clean: str) -> None:
    """What reading reports shows in its bad example and not in its good one, though other rules may speak there."""
    bad, good = (read_source(Source("a.yaml", completed(text, clean))) for text in (page.bad, page.good_source))
    assert [problem.code for problem in bad.diagnostics][:1] == [page.code]
    assert good.plan is not None
    assert good.diagnostics == ()


@pytest.mark.parametrize("rule", rules(), ids=rule_name)
def test_a_rule_explains_itself(rule: ModuleType) -> None:
    """A rule's page has a summary, a reason and two different examples; its file gives the kebab name."""
    page = rule_page(rule)
    assert page.summary.endswith(".")
    assert page.why
    assert page.bad != page.good_source
    assert re.fullmatch(r"RM\d{3}", page.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", page.name)
    assert page.severity in set(Severity)
    assert page.bad in page.text().replace("\n    ", "\n")


def test_codes_are_unique_and_sorted() -> None:
    """Each code names one rule, and rules are listed by code."""
    codes = [str(rule.CODE) for rule in rules()]
    assert len(codes) >= 68
    assert codes == sorted(set(codes))


def test_a_waiver_silences_one_place_alone(compile_text: Compile, clean: str) -> None:
    """A waiver covers the row it names, by number, id or section and number, and no other row."""
    sections = """\
sections:
  - title: Мониторинг
    activities:
      - {activity: Раз, deadline: май 2022, result: Справка}
      - {id: two, activity: Два, deadline: май 2022, result: Справка}
"""
    for place, left in (("1.1", ["1.2."]), ("1.1.", ["1.2."]), ("1/1.1", ["1.2."]), ("two", ["1.1."])):
        waiver = f"waivers: [{{rule: missing-owner, at: {place}, reason: так утверждено}}]"
        result = compile_text(completed(sections + waiver, clean))
        assert [(p.name, p.activity) for p in found(result)] == [("missing-owner", number) for number in left]
        assert [p.waived for p in result.diagnostics if p.waived] == ["так утверждено"]


@pytest.mark.parametrize(
    ("owners", "hint"),
    [
        *(("mk, uo", "[mk, uo]"), ("mk; uu", "[mk, uu]"), ("уо", "uo"), ("u0", "uo"), ("'[mk, uo]]'", "[mk, uo]")),
        *(("'[mk, uo]'", "[mk, uo]"), ("«mk, uo»", "[mk, uo]"), ("'{mk}'", "[mk]")),
    ],
)
def test_aliases_written_as_text_are_found(owners: str, hint: str, compile_text: Compile, clean: str) -> None:
    """Brackets forgotten, Russian letters in an alias, one letter wrong: none is printed as it stands."""
    source = "owners: {mk: Методический кабинет, uo: Управление образования}\n" + clean.replace(
        "owners: методист", f"owners: {owners}"
    )
    problems = [problem for problem in found(compile_text(source)) if problem.name == "unknown-owner"]
    assert problems
    assert hint in str(problems[0].hint)
