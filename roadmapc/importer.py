"""Import on one screen: material → draft → YAML → plan → documents → proof that no word was lost.

An import proves itself: the new roadmap is compiled and built in memory, and the words of what it prints are counted
against the words of the files. What is found missing is put under `unplaced:` and all is proved again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from roadmapc.compiler import Compilation, read_bytes
from roadmapc.diagnostics import Message, Translate
from roadmapc.documents import attachment, order
from roadmapc.documents.output import OutputContext
from roadmapc.importing.counting import WordCount, counted
from roadmapc.importing.material import Material
from roadmapc.importing.proof import Proof, places_of, printed_words, source_words, words_in
from roadmapc.importing.understanding.draft import MARK, Draft, Left
from roadmapc.importing.understanding.whole import understand
from roadmapc.importing.writing import NotWritten, remarks, written
from roadmapc.plan import Plan

_MOST_TRIES = 4


@dataclass(frozen=True)
class Read:
    """A file that was read: its name for people, what it holds, the count of its words."""

    name: str
    material: Material
    count: WordCount


@dataclass(frozen=True)
class Imported:
    """What came of files: the text of the roadmap, the plan that it is, how it was understood, the proof."""

    text: str
    plan: Plan
    draft: Draft
    proof: Proof

    @property
    def is_whole(self) -> bool:
        """Say whether everything has its place, and nothing is doubted."""
        return self.proof.holds and not self.draft.left


def import_files(files: Sequence[Read], stem: str, context: OutputContext, translate: Translate = str) -> Imported:
    """Return the roadmap of one file, or of several that belong together."""
    materials = [one.material for one in files]
    source = source_words(one.count for one in files)
    draft = understand(materials)
    head = _head(files, translate)
    for attempt in range(_MOST_TRIES):
        text, plan = _compiled(draft, stem, head, translate)
        if plan is None:
            draft = _nothing_understood(materials, draft)
            continue
        proof = Proof(source, _printed(plan, context), words_in(draft.left), words_in(draft.repeated))
        if proof.holds or attempt == _MOST_TRIES - 1:
            break
        draft.left += places_of(proof.missing, materials)
    assert plan is not None  # what understands nothing is a plan
    return Imported(text, plan, draft, proof)


def _compiled(draft: Draft, stem: str, head: Sequence[str], translate: Translate) -> tuple[str, Plan | None]:
    draft.values.pop("unplaced", None)
    if draft.left:
        draft.values["unplaced"] = [_unplaced(one, translate) for one in draft.left]
    try:
        text = written(draft, head, remarks(draft, translate))
    except NotWritten:
        return "", None
    compiled: Compilation = read_bytes(f"{stem}.yaml", text.encode(), stem=stem)
    return text, compiled.plan


def _unplaced(left: Left, translate: Translate) -> dict[str, Any]:
    where = left.place.message.text(translate)
    return {"text": left.text, "at": where or left.kind}


def _head(files: Sequence[Read], translate: Translate) -> list[str]:
    names = ", ".join(one.name for one in files)
    lines = [Message("Imported from {names}. Look at the comments below, then run: roadmapc check", names=names)]
    return [" ".join(str(line.text(translate)).split()) for line in lines]


def _printed(plan: Plan, context: OutputContext) -> Any:
    """Return the words that order and attachments print."""
    files = [*order.files(plan, context), *attachment.files(plan, context)]
    return printed_words(counted(file.data) for file in files)


def _nothing_understood(materials: Sequence[Material], before: Draft) -> Draft:
    """Return a draft in which every word waits for a place: what was understood made no roadmap."""
    draft = Draft(decisions=before.decisions)
    draft.values = {
        "roadmapc": 1,
        "municipality": {"name": f"{MARK} муниципалитет"},
        "document": {"kind": "план", "period": f"{MARK} период"},
    }
    for material in materials:
        for text in material.texts:
            draft.leave("not understood", text.words, text.place)
        for aside in material.asides:
            draft.leave(aside.kind, aside.text, aside.place)
    return draft
