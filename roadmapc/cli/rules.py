"""`roadmapc rules`: the list of rules."""

from __future__ import annotations

from roadmapc.cli import _edge
from roadmapc.cli._language import translate as _
from roadmapc.manual import pages

HELP = "List the rules; “roadmapc explain NAME” shows the page of one."


def command() -> int:
    """List the rules by code, each with its severity and its sentence."""
    for page in pages():
        _edge.say(f"{page.code}  {page.name:26} {_(page.severity):14} {_(page.summary)}")
    return _edge.OK
