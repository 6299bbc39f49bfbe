"""Proves that what stands in a base plan is told once, whatever number of roadmaps extend it."""

from __future__ import annotations

from dataclasses import replace

from roadmapc.checks.told_once import told_once
from roadmapc.diagnostics import Diagnostic, Label, Message, Severity, Source, Span

BASE = Source("base.yaml", "слово и слово")


def problem(where: Source, roadmap: Source, at: int = 0) -> Diagnostic:
    """Return a problem at a word, as it is found in a roadmap."""
    label = Label(Span(0, 1), Message("so in this roadmap"), roadmap)
    labels = (label,) if where is BASE and roadmap is not BASE else ()
    return Diagnostic("RM999", "a", Severity.NOTE, Message("a"), where, Span(at, at + 5), labels)


ROADMAPS = [Source(f"{name}.yaml", "roadmapc: 1") for name in "abc"]
ALL = [(one.name, [problem(BASE, one), problem(one, one)]) for one in ROADMAPS]


def test_the_base_tells_of_itself() -> None:
    """What it has told no roadmap repeats; each roadmap tells of itself."""
    own, *others = told_once([("base.yaml", [problem(BASE, BASE)]), *ALL])
    assert [one.source.name for one in own] == ["base.yaml"]
    assert [[one.source.name for one in some] for some in others] == [["a.yaml"], ["b.yaml"], ["c.yaml"]]


def test_else_the_first_roadmap_does() -> None:
    """With the number of the others; a problem that it alone has says nothing of others."""
    first, second, _third = told_once(
        [(name, [*some, problem(BASE, ROADMAPS[0], 8)] if name == "a.yaml" else some) for name, some in ALL]
    )
    assert [one.source.name for one in first] == ["base.yaml", "a.yaml", "base.yaml"]
    assert str(first[0].labels[0].message) == "so in this roadmap; others that extend it: 2"
    assert str(first[2].labels[0].message) == "so in this roadmap"
    assert [one.source.name for one in second] == ["b.yaml"]


def test_a_waiver_of_one_roadmap_hides_nothing_of_another() -> None:
    """Where one lets it stand and another does not, it is told as waived and as open."""
    waived = replace(problem(BASE, ROADMAPS[0]), waived="так утверждено")
    first, second = told_once([("a.yaml", [waived]), ("b.yaml", [problem(BASE, ROADMAPS[1])])])
    assert [one.waived for one in (*first, *second)] == ["так утверждено", None]
