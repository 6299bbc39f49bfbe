"""The reference page of all rules, in Markdown."""

from __future__ import annotations

from collections.abc import Callable

from roadmapc.checks.manual import RulePage, pages


def page(translate: Callable[[str], str] = str) -> str:
    """Return the reference page of all rules in Markdown."""
    intro = translate("Each problem that `roadmapc check` reports has a code and a name; a waiver names either.")
    stays = translate("In good examples “…” stands for the lines of the bad one that stay as they are.")
    parts = [f"# {translate('Rules')}", f"{intro} {stays}"]
    rows = [_line(one, translate) for one in pages()]
    head = [translate("Code"), translate("Name"), translate("Severity"), translate("What is wrong")]
    parts.append("\n".join(["| " + " | ".join(head) + " |", "| --- | --- | --- | --- |", *rows]))
    for one in pages():
        parts += [f"## {one.code} {one.name}", f"**{translate(one.summary)}** ({translate(one.severity)})"]
        parts += [translate(paragraph) for paragraph in one.why]
        for title, example in one.examples:
            parts += [translate(title), f"```yaml\n{example}\n```"]
    return "\n\n".join(parts) + "\n"


def _line(page: RulePage, translate: Callable[[str], str]) -> str:
    link = f"[{page.name}](#{page.code.lower()}-{page.name})"
    return f"| {page.code} | {link} | {translate(page.severity)} | {translate(page.summary)} |"
