"""Rules' manual pages, from their docstrings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from textwrap import dedent
from types import ModuleType

from roadmapc.checks import rule_name, rules

READING: tuple[tuple[str, str, str], ...] = (
    ("RM001", "not-yaml", "The file is not readable as YAML: an indent, a colon, a quote or a bracket is wrong."),
    ("RM002", "empty-file", "The file is empty."),
    ("RM003", "unreadable-file", "The file is too large, not in UTF-8, or holds signs that no document can hold."),
    ("RM004", "duplicate-key", "A key is given twice in one record."),
    ("RM005", "alias", "YAML's references, tags and merges are not used here: repeat the text."),
    ("RM006", "second-document", "A second document begins in the file: one file holds one roadmap."),
    ("RM007", "cut-by-comment", "Words after “#” are taken for a comment: put the text in quotes."),
    ("RM008", "too-deep", "Lists and records stand in each other too deeply."),
    ("RM010", "missing-key", "A key that every roadmap has is missing."),
    ("RM011", "unknown-key", "The format does not know the key; the nearest known one is named."),
    ("RM012", "wrong-type", "A text, a list or a record stands where another of them is expected."),
    ("RM013", "wrong-value", "The value does not fit: a date, a word from a list, a yes or no."),
)
"""What reading a file may report, before the rules: code, name, meaning. These cannot be waived."""


@dataclass(frozen=True)
class RulePage:
    """A rule's page: one sentence, paragraphs, and two sources, without and with the cure."""

    code: str
    name: str
    severity: str
    summary: str
    why: tuple[str, ...]
    bad: str
    good: str

    def text(self, translate: Callable[[str], str] = str) -> str:
        """Return the page as plain text."""
        head = f"{self.code} {self.name} ({translate(self.severity)})"
        parts = [head, translate(self.summary), *(translate(paragraph) for paragraph in self.why)]
        for title, example in (("Bad:", self.bad), ("Good:", self.good)):
            parts.append(translate(title) + "\n\n" + "\n".join(f"    {line}" for line in example.splitlines()))
        return "\n\n".join(parts)


def rule_page(rule: ModuleType) -> RulePage:
    """Return the page of a rule; paragraphs are joined lines, so that a catalogue can hold them."""
    text = rule.__doc__ or ""
    before, _, examples = text.partition("\nBad:\n")
    bad, _, good = examples.partition("\nGood:\n")
    summary, *why = [" ".join(part.split()) for part in before.strip().split("\n\n")]
    sources = (dedent(bad).strip(), dedent(good).strip())
    return RulePage(rule.CODE, rule_name(rule), rule.SEVERITY.value, summary, tuple(why), *sources)


def rules_page(translate: Callable[[str], str] = str) -> str:
    """Return the reference page of all rules in Markdown."""
    intro = translate("Each problem that `roadmapc check` reports has a code and a name; a waiver names either.")
    parts = [f"# {translate('Rules')}", intro]
    parts.append("\n".join(f"- **{code} {name}** – {translate(meaning)}" for code, name, meaning in READING))
    for module in rules():
        page = rule_page(module)
        parts += [f"## {page.code} {page.name}", f"**{translate(page.summary)}** ({translate(page.severity)})"]
        parts += [translate(paragraph) for paragraph in page.why]
        for title, example in (("Bad:", page.bad), ("Good:", page.good)):
            parts += [translate(title), f"```yaml\n{example}\n```"]
    return "\n\n".join(parts) + "\n"
