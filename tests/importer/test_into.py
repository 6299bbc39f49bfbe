"""Proves the way back from Word: what somebody edits in the built documents comes into the YAML, and nothing else."""

from __future__ import annotations

import random
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st

from roadmapc.compiler import read_bytes
from roadmapc.diagnostics import UserError
from roadmapc.documents import attachment, order
from roadmapc.documents.output import OutputContext
from roadmapc.importer import Read, into
from roadmapc.plan import Plan
from roadmapc.plan.changes import AttachmentAdded, CellChanged, Change, FieldChanged, RowMoved, TableAdded
from roadmapc.source.formatting.gaps import comments_and_dashes
from roadmapc.workspace import importing, template_files
from tests.importing.facts import facts
from tests.plan.changes.plans import SOURCE, TABLE, TABLES
from tests.plan_edits import edited

ROADMAPS = sorted((Path(__file__).parents[2] / "roadmaps").glob("*.yaml"))


@cache
def context() -> OutputContext:
    return template_files.output_context((), ("docx",), "")


def plan_of(text: str) -> Plan | None:
    return read_bytes("x.yaml", text.encode(), stem="x").plan


def known(text: str) -> Plan:
    plan = plan_of(text)
    assert plan is not None
    return plan


def read(*files: bytes) -> list[Read]:
    """Return what Word files hold."""
    found = importing.read([importing.Named("x.docx", data) for data in files])
    return [one for one in found if isinstance(one, Read)]


def built(plan: Plan, *, with_order: bool = True) -> list[Read]:
    """Return what an import reads of a plan's documents."""
    files = [*order.files(plan, context())] if with_order else []
    return read(*(file.data for file in [*files, *attachment.files(plan, context())]))


def printed(plan: Plan) -> list[str]:
    """Return the facts of a plan; kinds of dashes are no fact."""
    return [line.replace("–", "-") for line in facts(plan)]


def comments(plan: Plan) -> list[str]:
    return sorted(one.text for one in comments_and_dashes(plan.tree)[0])


@pytest.mark.parametrize("path", ROADMAPS, ids=lambda path: path.stem)
def test_the_built_documents_of_a_roadmap_do_not_differ_from_it(path: Path) -> None:
    """Nothing of how documents are built and read is taken for an edit: of all of them, and of the attachment alone."""
    plan = known(path.read_text(encoding="utf-8"))
    assert not into.compare(plan, built(plan), context()).differences
    assert not into.compare(plan, built(plan, with_order=False), context()).differences


@settings(deadline=None, max_examples=40)
@given(st.sampled_from(ROADMAPS), st.integers(0, 10**6))
def test_edits_of_the_word_files_come_back(path: Path, seed: int) -> None:
    """Cells, rows added and removed in Word: the YAML prints what the edited files do, and keeps every comment."""
    text = path.read_text(encoding="utf-8")
    plan, new = known(text), known(edited(text, plan_of, random.Random(seed)))
    try:
        found = into.compare(plan, built(new), context())
    except UserError:  # columns without a head whose words no longer tell them
        assert not plan.tables[0].source.table.head
        return
    applied = into.apply(found, plan_of, context())
    assert not applied.by_hand
    assert printed(applied.plan) == printed(new)
    assert comments(applied.plan) == comments(plan)
    assert applied.plan.tree.source.text == applied.text


@settings(deadline=None, max_examples=25)
@given(st.sampled_from([SOURCE, *(path.read_text(encoding="utf-8") for path in ROADMAPS)]), st.integers(0, 10**6))
def test_a_word_typed_anywhere_is_told(text: str, number: int) -> None:
    """Whatever of the documents somebody adds a word to, a difference has it, or what has no place does."""
    plan = known(text)
    texts = plan.printed_texts.all
    end = texts[number % len(texts)].end
    new = plan_of(f"{text[:end]} Зюзюка{text[end:]}")
    files = built(new) if new else []
    if not any("Зюзюка" in one.text for file in files for one in file.material.texts):  # it prints in other documents
        return
    found = into.compare(plan, files, context())
    assert any(
        "Зюзюка" in words for words in (*(one.new for one in found.differences), *(one.text for one in found.left))
    )


def test_the_rest_of_the_file_stays_as_it_is() -> None:
    """One cell changed in Word is one cell changed in the source."""
    old, new = "deadline: июнь 2022", "deadline: июль 2022"
    found = into.compare(known(SOURCE), built(known(SOURCE.replace(old, new))), context())
    [one] = found.differences
    assert isinstance(one, CellChanged)
    assert into.apply(found, plan_of, context()).text == SOURCE.replace(old, new)


def test_the_order_alone_is_compared_with_the_order() -> None:
    """What the file is not the document for is no difference."""
    plan, new = known(SOURCE), known(SOURCE.replace("Утвердить план.", "Ввести план."))
    [file, *_] = order.files(new, context())
    [one] = into.compare(plan, read(file.data), context()).differences
    assert isinstance(one, FieldChanged)
    assert one.old_route == ("order", "items", 0)


def test_an_attachment_is_known_by_its_number() -> None:
    """The second attachment alone is compared with the second."""
    old, new = "{activity: Сидоров С.С.}", "{activity: Орлов О.О.}"
    file = [*attachment.files(known(SOURCE.replace(old, new)), context())][1]
    [one] = into.compare(known(SOURCE), read(file.data), context()).differences
    assert one.old_route is not None
    assert one.old_route[0] == "attachments"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (SOURCE.replace(TABLE, TABLES), TableAdded),
        (f"{SOURCE}  - number: 3\n    title: Смета\n    preface: [{{text: Бумага и мел.}}]\n", AttachmentAdded),
    ],
)
def test_what_the_roadmap_does_not_have_is_told_whole(text: str, kind: type[Change]) -> None:
    """A table or an attachment more in the files is neither passed over in silence nor put in by halves."""
    found = into.compare(known(SOURCE), built(known(text)), context())
    assert [type(one) for one in found.differences] == [kind]
    applied = into.apply(found, plan_of, context())
    assert [type(one) for one in applied.by_hand] == [kind]
    assert applied.text == SOURCE


def test_date_and_number_of_the_order_are_edited_once() -> None:
    """The approval block takes them from the order."""
    found = into.compare(known(SOURCE), built(known(SOURCE.replace("20.10.2022", "21.10.2022"))), context())
    assert len(found.differences) == 2
    applied = into.apply(found, plan_of, context())
    assert applied.text == SOURCE.replace("20.10.2022", "21.10.2022")


def test_what_cannot_be_put_in_is_left_to_a_person() -> None:
    """A row that has moved is told, and the rest is put in."""
    lines = SOURCE.split("\n")
    at = next(at for at, line in enumerate(lines) if "Провести совещание" in line)
    lines[at : at + 2] = lines[at + 1], lines[at].replace("июнь 2022", "июль 2022")
    applied = into.apply(into.compare(known(SOURCE), built(known("\n".join(lines))), context()), plan_of, context())
    assert RowMoved in {type(one) for one in applied.by_hand}
    assert applied.text == SOURCE.replace("июнь 2022", "июль 2022")


def test_words_typed_by_hand_in_word_are_found() -> None:
    """A document that somebody saved in Word: a paragraph below everything has no place and is told."""
    [*_, file, _second] = [*order.files(known(SOURCE), context()), *attachment.files(known(SOURCE), context())]
    document = Document(BytesIO(file.data))
    document.add_paragraph("Исп. Зуева, тел. 2-11-22")
    made = BytesIO()
    document.save(made)
    found = into.compare(known(SOURCE), read(made.getvalue()), context())
    assert not found.differences
    assert [one.text for one in found.left] == ["Исп. Зуева, тел. 2-11-22"]


def test_another_plan_is_refused() -> None:
    """Nothing of a stranger's file is put into a roadmap."""
    plans = [known(path.read_text(encoding="utf-8")) for path in ROADMAPS]
    with pytest.raises(UserError, match="another plan"):
        into.compare(plans[1], built(plans[3]), context())
