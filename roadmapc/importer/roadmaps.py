"""Import on one screen: material → draft → YAML → plan → documents → proof that no word was lost.

An import proves itself: the new roadmaps are compiled and built in memory, and the words of what they print are counted
against the words of the files. What is found missing is put under `unplaced:` and all is proved again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from roadmapc.compiler import read_bytes
from roadmapc.diagnostics import Message, Translate, UserError
from roadmapc.documents import attachment, order
from roadmapc.documents.output import OutputContext
from roadmapc.importing.counting import WordCount, counted, words_of
from roadmapc.importing.material import Material
from roadmapc.importing.proof import Proof, places_of, printed_words, source_words, words_in
from roadmapc.importing.understanding.draft import MARK, Draft, Left
from roadmapc.importing.understanding.whole import understand
from roadmapc.importing.writing import NotWritten, remarks, written
from roadmapc.plan import Plan
from roadmapc.rendering.template_loading import TemplateProblem

_MOST_TRIES = 4


@dataclass(frozen=True)
class Read:
    """A file that was read: its name for people, what it holds, the count of its words."""

    name: str
    material: Material
    count: WordCount


@dataclass(frozen=True)
class NewRoadmap:
    """A roadmap that an import made: the text of its file, the plan that it is, how it was understood."""

    text: str
    plan: Plan
    draft: Draft


@dataclass(frozen=True)
class Imported:
    """What came of files: a roadmap, or several where the file holds several plans; and the proof."""

    roadmaps: tuple[NewRoadmap, ...]
    proof: Proof

    @property
    def is_whole(self) -> bool:
        """Say whether every word has its place, and the file is one plan, as far as anybody can see."""
        grave = any(doubt.grave for roadmap in self.roadmaps for doubt in roadmap.draft.doubts)
        return self.proof.holds and not self.left and len(self.roadmaps) == 1 and not grave

    @property
    def left(self) -> tuple[Left, ...]:
        """Return all that has no place."""
        return tuple(one for roadmap in self.roadmaps for one in roadmap.draft.left)


def import_files(files: Sequence[Read], stem: str, context: OutputContext, translate: Translate = str) -> Imported:
    """Return the roadmap of one file, or of several that belong together; raises `UserError` for what is too large."""
    job = _Import([*files], stem, context, translate)
    for drafts in (understand(job.materials), _nothing_understood(job.materials)):
        found = job.proved(drafts)
        if found is not None:
            return found
    raise UserError(Message("the file holds more than a roadmap may have"), Message("import it in parts"))


@dataclass(frozen=True)
class _Import:
    """One import at work."""

    files: Sequence[Read]
    stem: str
    context: OutputContext
    translate: Translate

    @property
    def materials(self) -> list[Material]:
        return [one.material for one in self.files]

    def proved(self, drafts: Sequence[Draft]) -> Imported | None:
        """Return the roadmaps of drafts with a proof that holds; None where they make no plan that can be built."""
        source = source_words(one.count for one in self.files)
        for attempt in range(_MOST_TRIES):
            roadmaps = [self._compiled(draft) for draft in drafts]
            try:
                printed = sum((self._printed(one.plan) for one in roadmaps if one), Counter())
            except TemplateProblem:
                return None
            if not all(roadmaps):
                return None
            left = [one for draft in drafts for one in draft.left]
            repeated = [one for draft in drafts for one in draft.repeated]
            proof = Proof(source, printed, words_in(left), words_in(repeated))
            if proof.holds or attempt == _MOST_TRIES - 1:
                break
            for one in places_of(proof.missing, self.materials):
                drafts[0].leave(*one)
        return Imported(tuple(one for one in roadmaps if one), proof)

    def _compiled(self, draft: Draft) -> NewRoadmap | None:
        values = {key: value for key, value in draft.values.items() if key != "unplaced"}
        if draft.left:
            values["unplaced"] = [self._unplaced(one) for one in draft.left]
        try:
            text = written(replace(draft, values=values), self._head(), remarks(draft, self.translate))
        except NotWritten:
            return None
        plan = read_bytes(f"{self.stem}.yaml", text.encode(), stem=self.stem).plan
        return NewRoadmap(text, plan, draft) if plan else None

    def _unplaced(self, left: Left) -> dict[str, Any]:
        where = left.place.message.text(self.translate)
        return {"text": left.text, "at": where or left.kind}

    def _head(self) -> list[str]:
        names = ", ".join(re.split(r"[/\\]", one.name)[-1] for one in self.files)
        line = Message("Imported from {names}. Look at the comments below, then run: roadmapc check", names=names)
        return [" ".join(line.text(self.translate).split())]

    def _printed(self, plan: Plan) -> Counter[str]:
        """Return the words that order and attachments print."""
        files = [*order.files(plan, self.context), *attachment.files(plan, self.context)]
        total = printed_words(counted(file.data) for file in files)
        found = plan.roadmap.order
        if found:  # those who agree and who read it print in sheets, among words of the sheets' own
            people = [(one.position, one.name) for one in found.agreement]
            people += [(one.position or "", one.name) for one in found.acquaintance]
            total.update(word for person in people for text in person for word in words_of(text))
        return total


def _nothing_understood(materials: Sequence[Material]) -> list[Draft]:
    """Return a draft in which every word waits for a place: for where what was understood makes no roadmap."""
    draft = Draft()
    draft.values = {
        "roadmapc": 1,
        "municipality": {"name": f"{MARK} муниципалитет"},
        "document": {"kind": "план", "period": f"{MARK} период"},
        "sections": [],
    }
    for material in materials:
        for text in material.texts:
            draft.leave("not understood", text.words, text.place)
        for aside in material.asides:
            draft.leave(aside.kind, aside.text, aside.place)
    return [draft]
