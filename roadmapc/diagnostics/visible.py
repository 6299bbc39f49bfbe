"""Characters that nobody sees and that command a terminal or a program: shown as escapes.

Source: ECMA-48 (control functions: C0, DEL, C1) and Unicode's bidirectional controls, line and paragraph separators.
The escapes are those of JSON («\\u001b», «\\n»), so that a text inside a JSON string stays what it was.
"""

from __future__ import annotations

import re

_UNSEEN = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff"
_IN_LINE = re.compile(f"[\t\n\r{_UNSEEN}]")
_IN_LINES = re.compile(f"[{_UNSEEN}]|\r(?!\n)")
_SHORT = {"\t": r"\t", "\n": r"\n", "\r": r"\r"}
# What runners of jobs take for commands: GitHub's «::error::» at the beginning of a line and «##[error]» anywhere,
# Azure's «##vso[…]», TeamCity's «##teamcity[…]».
_COMMAND = re.compile(r"(?m)^((?:[ \t\u00a0]|\x1b\[[\d;]*m)*+)::")
_OLD_COMMAND = re.compile(r"##(?=\[|vso\[|teamcity\[)")


def visible(text: str) -> str:
    """Return a text that stands within a line: line breaks and tabs in it are shown too."""
    return _IN_LINE.sub(_escape, text)


def visible_lines(text: str) -> str:
    """Return lines as they are, but for what is not seen in them."""
    return _IN_LINES.sub(_escape, text)


def without_commands(text: str) -> str:
    """Return lines that no runner of jobs takes for its commands: a backslash breaks them."""
    return _COMMAND.sub(r"\1\\::", without_old_commands(text))


def without_old_commands(text: str) -> str:
    """Return a report without commands that a runner would find anywhere in a line; JSON stays what it was."""
    return _OLD_COMMAND.sub(r"#\\u0023", text)


def _escape(found: re.Match[str]) -> str:
    return _SHORT.get(found[0]) or f"\\u{ord(found[0]):04x}"
