"""Proves that each file is read by what it is, and that one that cannot be read spoils no other."""

from __future__ import annotations

from roadmapc.diagnostics import UserError
from roadmapc.importer import Read
from roadmapc.importing.proof import source_words
from roadmapc.workspace.importing import Named, read
from tests.importing.counting.files import docx, p
from tests.importing.test_samples_are_files import made

PASTED = "№\tМероприятие\tСрок\n1\tПровести совещание\tмай 2026\n".encode()


def test_files_of_every_kind_stand_in_their_order() -> None:
    """What is broken is told in its place."""
    files = [
        Named("план.docx", made("s01_plain_plan")),
        Named("пусто.docx", b""),
        Named("таблица.txt", PASTED),
        Named("скан.pdf", b"%PDF-1.7\n"),
        Named("~$план.docx", b"x" * 162),
    ]
    found = read(files)
    assert [isinstance(one, Read) for one in found] == [True, False, True, False, False]
    assert all(one.hint for one in found if isinstance(one, UserError))


def test_pasted_text_is_counted_apart_from_its_table() -> None:
    """Its words are those of the text, whatever the table is made of."""
    (one,) = read([Named("-", PASTED)])
    assert isinstance(one, Read)
    assert source_words([one.count]).total() == 7


def test_a_file_without_text_is_said_to_be_a_scan() -> None:
    (one,) = read([Named("скан.docx", docx(p("")))])
    assert isinstance(one, UserError)
    assert "no text" in str(one.message)
