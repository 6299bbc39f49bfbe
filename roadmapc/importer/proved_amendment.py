"""An amending order that proves itself: what it makes of the signed text, read from its own pages, is the new text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from roadmapc.documents import attachment
from roadmapc.documents.amending._contents import ContentChanges, content_changes
from roadmapc.documents.amending.amendment import amendment_files
from roadmapc.documents.output import File, OutputContext
from roadmapc.importer.amended import Misread, WordText, amended_text, text_of
from roadmapc.plan.amending import Amendment
from roadmapc.plan.plan import Plan
from roadmapc.word.reader.document import read_document

_FIRST, _PREFIX, _SUFFIX = "attachment.docx", "attachment-", ".docx"


class Unproved(Exception):
    """An order whose text would not give the new edition even where all is given anew: a fault of the program."""


@dataclass(frozen=True)
class ProvedAmendment:
    """The order with what it says, and of each document whether it had to be given anew for the proof's sake."""

    files: tuple[File, ...]
    contents: tuple[ContentChanges, ...]


def proved_amendment(amendment: Amendment, context: OutputContext) -> ProvedAmendment:
    """Return an amending order that was read back and carried out; raises Unproved.

    What the formulas do not give to the word is given in a new edition.
    """
    word = replace(context, formats={"docx": context.formats["docx"]})
    old, new = (_signed(plan, word) for plan in (amendment.old, amendment.new))
    anew: frozenset[int] = frozenset()
    for _ in range(2 + len(amendment.old.roadmap.attachments)):
        contents = content_changes(amendment, anew)
        files = tuple(amendment_files(amendment, contents, word))
        wrong = _differing(files[0].data, old, new)
        if not wrong:
            all_files = (
                tuple(amendment_files(amendment, contents, context)) if context.formats != word.formats else files
            )
            return ProvedAmendment(all_files, tuple(contents))
        failed = {at for at in _places(amendment.old, wrong) if at not in anew}
        if not failed:
            break
        anew |= failed
    raise Unproved


def _signed(plan: Plan, context: OutputContext) -> dict[str, WordText]:
    """Return the words of the documents of a plan, each by the number of its attachment; the roadmap itself by «»."""
    found = {}
    for at, file in enumerate(attachment.files(plan, context)):
        name = plan.roadmap.attachments[at - 1].plain_number if at else ""
        found[name] = text_of(read_document(file.data))
    return found


def _differing(order: bytes, old: Mapping[str, WordText], new: Mapping[str, WordText]) -> Sequence[str]:
    """Return the names of the documents that the order does not make what they are to be; all where it is misread."""
    try:
        made = amended_text(text_of(read_document(order)), old)
    except Misread as error:
        return [*old] if error.name is None else [error.name]
    names = dict.fromkeys([*made, *new])
    return [name for name in names if name not in made or name not in new or made[name].words != new[name].words]


def _places(plan: Plan, names: Sequence[str]) -> list[int]:
    numbers = {one.plain_number: at for at, one in enumerate(plan.roadmap.attachments, 1)}
    return [numbers.get(name, 0) for name in names]
