"""`roadmapc rules`: the manual pages of the rules."""

from __future__ import annotations

from typing import Annotated

import typer

from roadmapc.checks import rule_name, rules
from roadmapc.cli import _edge
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Message, UserError
from roadmapc.manual import READING, rule_page

HELP = "List the rules, or explain one: why it exists, a bad and a good example."


def command(
    rule: Annotated[str | None, typer.Argument(help=_("A rule's name or code: missing-owner, RM301."))] = None,
) -> int:
    """List the rules or print the page of one."""
    if rule is None:
        for code, name, meaning in READING:
            _edge.say(f"{code}  {name:24} {_(meaning)}")
        for module in rules():
            summary = _(rule_page(module).summary)
            _edge.say(f"{module.CODE}  {rule_name(module):24} {summary}")
        return _edge.OK
    wanted = rule.strip().lower()
    for code, name, meaning in READING:
        if wanted in (name, code.lower()):
            _edge.say(f"{code} {name}\n\n{_(meaning)}")
            return _edge.OK
    for module in rules():
        if wanted in (rule_name(module), str(module.CODE).lower()):
            _edge.say(rule_page(module).text(_))
            return _edge.OK
    raise UserError(Message("there is no rule “{rule}”", rule=rule), Message("known rules: roadmapc rules"))
