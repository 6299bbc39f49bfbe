"""What the tests of the formats share: runs of hostile problems, and the run over the real roadmaps."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from roadmapc import compiler
from roadmapc.checks.manual import pages
from roadmapc.diagnostics import Diagnostic, Edit, Fix, Label, Message, Severity, Source, Span
from roadmapc.reporters import CheckReport

ROADMAPS = Path(__file__).parent.parent.parent / "roadmaps"
CODES = [(page.code, page.name) for page in pages()]

# What each format escapes, and what stands in the way of escaping.
HOSTILE = (
    *("%", "%25", "%0A", "%3A", "\n", "\r", "\r\n", ":", "::", "::error::", ",", "=", ";", " ", "\t", "\\"),
    *("|", "\\|", "\\\\|", "`", "``", "*", "**", "_", "~~", "#", "[a](b)", "![a](b)", "<b>", "<!--", "</td>", "$x$"),
    *("`x`", "*x*", "**x**", "_x_", "~~x~~", "<b>x</b>", "<https://example.org>", "\\*x\\*", "a | b"),
    *("&", "&amp;", "&#124;", "]]>", "<![CDATA[", '"', "'", "«", "»", "{", "}", "{0}", "{{", "https://example.org"),
    *("\x00", "\x08", "\x0b", "\x1b[31m", "\x7f", "\x85", "\u2028", "\ud800", "\ufffe", "\ufeff"),
    *("😀", "и\u0306", "Ж", "(2)"),
)
words = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=4), max_size=8).map("".join)
# A name begins with a letter: the runner of GitHub drops «=» at the beginning of a value, and nothing can escape it.
names = st.tuples(st.sampled_from(["a", "Дорожная карта", "/a", "C:/a", "a:b", "../a"]), words, st.just(".yaml"))


@st.composite
def diagnostics(draw: st.DrawFn, names: st.SearchStrategy[str]) -> Diagnostic:
    """Return a problem whose words, name of the file and text of the source are as bad as they can be."""
    source = Source(draw(names), re.sub("\r\n?", "\n", draw(words)))

    def span() -> Span:
        return Span(*sorted((draw(st.integers(0, len(source.text))), draw(st.integers(0, len(source.text))))))

    def message() -> Message:
        return Message("{text}", text=draw(words))

    code, name = draw(st.sampled_from(CODES))
    return Diagnostic(
        code,
        name,
        draw(st.sampled_from(Severity)),
        message(),
        source,
        span(),
        labels=tuple(Label(span(), message()) for _ in range(draw(st.integers(0, 2)))),
        hint=message() if draw(st.booleans()) else None,
        fix=Fix((Edit(span(), draw(words)),), draw(st.booleans())) if draw(st.booleans()) else None,
        waived=draw(words) if draw(st.integers(0, 4)) == 0 else None,
        in_baseline=draw(st.integers(0, 4)) == 0,
    )


@st.composite
def runs(draw: st.DrawFn) -> CheckReport:
    """Return a run of a few such problems in a few files, some of them clean."""
    files = draw(st.lists(names.map("".join), min_size=1, max_size=3, unique=True))
    problems = draw(st.lists(diagnostics(st.sampled_from(files)), max_size=5))
    twice = draw(st.booleans())
    if problems and twice:
        problems.append(problems[0])  # twice the same: what a report tells problems by must differ
    problems.sort(key=lambda problem: problem.source.name)
    return CheckReport(tuple(files), tuple(problems), tuple(problems))


@cache
def hostile_run() -> CheckReport:
    """Return a run in which each hostile word stands in a file's name, a message and a hint, once and twice."""
    problems = []
    for at, word in enumerate(HOSTILE):
        source = Source(f"a{at}{word}b{word}.yaml", f"{word.replace(chr(13), chr(10))}\nx")
        message, hint = (Message("{text}", text=text) for text in (f"x{word}y{word} {word}z", word))
        fix = Fix((Edit(Span(0, 1), word),))
        severity = list(Severity)[at % 3]
        code, name = CODES[at % len(CODES)]
        problems.append(Diagnostic(code, name, severity, message, source, Span(0, at % 3), hint=hint, fix=fix))
    return CheckReport(tuple(problem.source.name for problem in problems), tuple(problems), ())


@cache
def real_run() -> CheckReport:
    """Return the run of `check roadmaps --no-waivers`, in English."""
    paths = sorted(ROADMAPS.glob("*.yaml"))
    read = [compiler.read_bytes(f"roadmaps/{path.name}", path.read_bytes(), stem=path.stem) for path in paths]
    results = compiler.check_files(read, today=date(2026, 11, 21))
    problems = tuple(problem.without_waiver() for one in results for problem in one.diagnostics)
    assert len(problems) > 20, "the real roadmaps have omissions of their own"
    return CheckReport(tuple(one.source.name for one in results), problems, problems)


def place(problem: Diagnostic) -> tuple[int, int, int, int]:
    """Return the line and column where a problem begins, and those where it ends."""
    return (*problem.source.position(problem.span.start), *problem.source.position(problem.span.end))
