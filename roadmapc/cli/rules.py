"""`roadmapc rules`: the list of rules."""

from __future__ import annotations

from roadmapc.checks.manual import pages
from roadmapc.cli import _terminal
from roadmapc.cli._language import translate as _

GROUP = "check"
HELP = "List the rules; “roadmapc explain NAME” shows the page of one."


def command() -> int:
    """List the rules by code, each with its severity and its sentence."""
    for page in pages():
        _terminal.say(f"{page.code}  {page.name:26} {_(page.severity):14} {_(page.summary)}")
    return _terminal.OK
