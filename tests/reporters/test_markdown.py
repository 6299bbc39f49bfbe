"""Proves that a reader of Markdown sees tables with the words as they stand, and that nothing grows past the limit."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from markdown_it import MarkdownIt
from markdown_it.token import Token

from roadmapc.reporters import CheckReport, markdown
from roadmapc.reporters._sentences import legible
from tests.reporters.runs import hostile_run, place, real_run, runs

HEAD = ["Line", "Severity", "Rule", "Problem", "What to do"]


def plain(text: str) -> str:
    """Return the words alone: a page shows all white space alike."""
    return " ".join(legible(text).split())


def shown(token: Token) -> str:
    """Return what is shown of inline content, which has no markup but code and ends of lines."""
    words = []
    for child in token.children or []:
        assert child.type in {"text", "text_special", "code_inline", "html_inline"}, child
        assert child.type != "html_inline" or child.content == "<br>", child
        words.append("\n" if child.type == "html_inline" else child.content)
    return plain("".join(words))


def read(text: str) -> tuple[str, list[tuple[str, list[list[str]]]], list[str]]:
    """Return the headline, each file with the rows of its table, and the paragraphs after them."""
    tokens = MarkdownIt("commonmark").enable("table").parse(text)
    headline, rest = "", list[str]()
    files: list[tuple[str, list[list[str]]]] = []
    for before, token in pairwise(tokens):
        if before.tag == "h2" and token.type == "inline":
            headline = shown(token)
        elif before.tag == "h3" and token.type == "inline":
            files.append((shown(token), []))
        elif before.type == "tr_open":
            files[-1][1].append([])
        elif before.type in {"th_open", "td_open"}:
            files[-1][1][-1].append(shown(token))
        elif before.type == "paragraph_open":
            rest.append(shown(token))
    kinds = {token.type for token in tokens}
    assert not kinds & {"html_block", "fence", "code_block", "blockquote_open", "hr", "bullet_list_open"}
    return headline, files, rest


def read_back(run: CheckReport) -> None:
    """Assert that the tables say what the run holds."""
    headline, files, rest = read(markdown.report(run))
    assert (headline, rest) == (plain(f"roadmapc: {run.summary}"), [])
    assert all(rows.pop(0) == HEAD for _, rows in files)
    found = [[name, *row] for name, rows in files for row in rows]
    assert found == [
        [
            plain(problem.source.name),
            str(place(problem)[0]),
            problem.severity.value,
            f"{problem.code} {problem.name}",
            plain(problem.message.text(str)),
            plain(problem.hint.text(str) if problem.hint else ""),
        ]
        for problem in run.open
    ]


def test_the_real_problems_stand_in_tables() -> None:
    read_back(real_run())


def test_every_hostile_word_comes_back() -> None:
    read_back(hostile_run())


@given(runs())
def test_whatever_the_words_are_they_are_shown(run: CheckReport) -> None:
    read_back(run)


def test_without_problems_there_is_the_summary_alone() -> None:
    run = CheckReport(("a.yaml",), (), ())
    assert read(markdown.report(run)) == (plain(f"roadmapc: {run.summary}"), [], [])


@pytest.mark.slow
def test_what_would_be_too_long_is_cut_and_counted() -> None:
    """A report is never longer than GitHub takes, is cut between problems, and says how many are missing."""
    problems = real_run().problems * 300
    run = CheckReport(("a.yaml",), problems, problems)
    text = markdown.report(run)
    assert markdown.LIMIT == 1024 * 1024
    assert markdown.LIMIT - 4096 < len(text.encode()) <= markdown.LIMIT
    _, files, rest = read(text)
    left_out = len(problems) - sum(len(rows) - 1 for _, rows in files)
    assert left_out > 0
    assert rest == [f"{left_out} more problems do not fit in here"]


@pytest.mark.parametrize("limit", range(1024, 1024 + 600, 7))
def test_wherever_it_is_cut_it_stays_whole(limit: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(markdown, "LIMIT", limit)
    text = markdown.report(CheckReport(("a.yaml",), real_run().problems, ()))
    _, files, (rest,) = read(text)
    assert all(len(row) == len(HEAD) for _, rows in files for row in rows)
    rows = sum(len(rows) - 1 for _, rows in files)
    assert rest == f"{len(real_run().problems) - rows} more problems do not fit in here"
    assert rows == 0 or len(text.encode()) <= limit
