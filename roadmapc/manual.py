"""Rules' manual pages, from their docstrings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from textwrap import dedent
from types import ModuleType

from roadmapc.checks import rule_name, rules


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
    for module in rules():
        page = rule_page(module)
        parts += [f"## {page.code} {page.name}", f"**{translate(page.summary)}** ({translate(page.severity)})"]
        parts += [translate(paragraph) for paragraph in page.why]
        for title, example in (("Bad:", page.bad), ("Good:", page.good)):
            parts += [translate(title), f"```yaml\n{example}\n```"]
    return "\n\n".join(parts) + "\n"
