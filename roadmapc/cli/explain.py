"""`roadmapc explain`: a rule's manual page."""

from __future__ import annotations

from typing import Annotated

import typer

from roadmapc.cli import _edge
from roadmapc.cli._language import translate as _
from roadmapc.diagnostics import Message, UserError
from roadmapc.manual import pages

HELP = "Explain a rule: what is wrong, why it matters, a bad and a good example."


def command(rule: Annotated[str, typer.Argument(help=_("A rule's name or code: missing-owner, RM301."))]) -> int:
    """Print the page of one rule."""
    wanted = rule.strip().lower()
    for page in pages():
        if wanted in (page.name, page.code.lower()):
            _edge.say(page.text(_))
            return _edge.OK
    raise UserError(Message("there is no rule “{rule}”", rule=rule), _near(wanted))


def _near(wanted: str) -> Message:
    from rapidfuzz import fuzz, process

    best = process.extractOne(wanted, [page.name for page in pages()], scorer=fuzz.ratio, score_cutoff=60)
    return Message("perhaps “{near}”", near=best[0]) if best else Message("known rules: roadmapc rules")
