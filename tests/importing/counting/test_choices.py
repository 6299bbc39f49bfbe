"""Proves that the entry that is chosen of a form's list is counted once: not where its field has text of its own."""

from __future__ import annotations

import pytest

from roadmapc.importing.counting import counted
from tests.importing.counting.files import docx, p, r

ENTRIES = '<w:listEntry w:val="раз"/><w:listEntry w:val="два"/>'


def field(data: str, text: str = "") -> str:
    begin = f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList>{data}</w:ddList></w:ffData></w:fldChar></w:r>'
    middle = '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    return begin + middle + (r(text) if text else "") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


@pytest.mark.parametrize(
    ("runs", "words"),
    [
        (field(f'<w:result w:val="1"/>{ENTRIES}'), ["два"]),
        (field(ENTRIES), ["раз"]),
        (field(f'<w:default w:val="1"/>{ENTRIES}'), ["два"]),
        (field(f'<w:result w:val="1"/>{ENTRIES}', "два"), ["два"]),
        (field(f'<w:result w:val="9"/>{ENTRIES}'), []),
        (field(f'<w:result w:val="x"/>{ENTRIES}'), ["раз"]),
        (field(ENTRIES) + r(" ") + field(f'<w:result w:val="1"/>{ENTRIES}'), ["два", "раз"]),
        (f"<w:del>{field(ENTRIES)}</w:del>", []),
    ],
)
def test_the_entry_that_is_chosen(runs: str, words: list[str]) -> None:
    assert sorted(counted(docx(p(runs))).printed.elements()) == words
