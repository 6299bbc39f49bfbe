"""Control characters, and what would command a runner of jobs: texts, and where they are put.

Every output must show them as escapes, and no line of it may begin with «::» or hold «##[».
"""

from __future__ import annotations

SIGNS: dict[str, str] = {
    "ESC": "\x1b[2J",
    "NUL": "\0",
    "BEL": "\a",
    "BS": "a\b\bb",
    "VT": "\v",
    "FF": "\f",
    "SO": "\x0e",
    "DEL": "\x7f",
    "CSI": "\x9b31m",
    "OSC": "\x9d0;title\x9c",
    "NEL": "\x85",
    "bidi": "\u202eabc\u202c",
    "isolate": "\u2066abc\u2069",
    "LRM": "\u200e",
    "line separator": "\u2028",
    "line": "1\n::error::pwned",
    "line with blanks": "1\n  \t::error::pwned",
    "carriage return": "1\r::error::pwned",
    "CRLF": "1\r\n::error::pwned",
    "at the beginning": "::error::pwned",
    "old command": "##[error]pwned",
    "Azure": "##vso[task.complete]",
    "TeamCity": "##teamcity[buildStatus]",
    "group": "1\n::group::x",
    "stop": "1\n::stop-commands::x",
}
"""Texts by what is bad in them."""

_CLEAN = """\
roadmapc: {version}
municipality: {{name: {name}}}
document: {{kind: дорожная карта, title: {title}, period: {period}}}
owners: {{{key}: {post}}}
sections:
  - title: {section}
    activities:
      - activity: {activity}
        deadline: {deadline}
        owners: {owner}
        result: {result}
"""
_VALUES = {
    "version": "1",
    "name": "Район",
    "title": "Дорожная карта",
    "period": "2021-2024",
    "key": "head",
    "post": "Начальник",
    "section": "Раздел",
    "activity": "Провести мониторинг",
    "deadline": "май 2022",
    "owner": "head",
    "result": "Справка",
}
PLACES = tuple(_VALUES)
"""Values and keys of a source in which such a text may stand."""


def source(place: str, text: str) -> str:
    """Return a roadmap with a text, written with escapes of YAML, in that place."""
    quoted = '"' + "".join(f"\\U{ord(sign):08x}" if ord(sign) < 32 or ord(sign) > 126 else sign for sign in text) + '"'
    return _CLEAN.format(**{**_VALUES, place: quoted})
