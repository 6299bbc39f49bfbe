"""`roadmapc explain`: a rule's manual page."""

from __future__ import annotations

from typing import Annotated

import typer

from roadmapc.checks.manual import pages
from roadmapc.cli import _terminal
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Message, UserError
from roadmapc.diagnostics.suggestion import did_you_mean

GROUP = "check"
HELP = "Explain a rule: what is wrong, why it matters, a bad and a good example."


def command(rule: Annotated[str, typer.Argument(help=_("A rule's name or code: missing-owner, RM301."))]) -> int:
    """Print the page of one rule."""
    wanted = rule.strip().lower()
    for page in pages():
        if wanted in (page.name, page.code.lower()):
            _terminal.say(page.text(_))
            return _terminal.OK
    hint = did_you_mean(wanted, [page.name for page in pages()], Message("known rules: roadmapc rules"), alike=60)
    raise UserError(Message("there is no rule “{rule}”", rule=rule), hint)
