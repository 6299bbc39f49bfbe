"""Proves the command `import --into`: what it prints, its exit codes, what it writes."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path

import pytest
from docx import Document

from roadmapc.cli._into import excerpts
from roadmapc.cli.main import main
from roadmapc.compiler import read_bytes
from roadmapc.documents import attachment
from roadmapc.workspace import template_files
from tests.plan.changes.plans import SOURCE

OLD, NEW = "deadline: июнь 2022", "deadline: июль 2022"


@pytest.fixture
def word(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a Word file of a roadmap with one other deadline, beside that roadmap."""
    monkeypatch.chdir(tmp_path)
    Path("x.yaml").write_text(SOURCE, encoding="utf-8")
    return _built(SOURCE.replace(OLD, NEW))


def _built(text: str) -> Path:
    plan = read_bytes("x.yaml", text.encode(), stem="x").plan
    assert plan is not None
    file = next(iter(attachment.files(plan, template_files.output_context((), ("docx",), ""))))
    Path("plan.docx").write_bytes(file.data)
    return Path("plan.docx")


def run(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str]:
    code = main(["--lang", "en", "import", *arguments])
    captured = capsys.readouterr()
    return code, captured.out + captured.err


def test_a_difference_is_told_with_its_place(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Line, number, column, words; nothing is written."""
    code, said = run("--into", "x.yaml", str(word), capsys=capsys)
    assert code == 1
    line = SOURCE[: SOURCE.index(OLD)].count("\n") + 1
    assert f"x.yaml:{line}: 1.2., Срок исполнения: “июнь 2022” → “июль 2022”" in said
    assert Path("x.yaml").read_text(encoding="utf-8") == SOURCE


def test_apply_writes_it_and_then_nothing_differs(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The mark and the line ends of the file stay."""
    Path("x.yaml").write_bytes(b"\xef\xbb\xbf" + SOURCE.replace("\n", "\r\n").encode())
    assert run("--into", "x.yaml", "--apply", str(word), capsys=capsys)[0] == 0
    after = b"\xef\xbb\xbf" + SOURCE.replace(OLD, NEW).replace("\n", "\r\n").encode()
    assert Path("x.yaml").read_bytes() == after
    code, said = run("--into", "x.yaml", str(word), capsys=capsys)
    assert code == 0
    assert "nothing differs" in said


def test_what_the_file_does_not_hold_is_named(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The order and the second attachment are files of their own, and were not given."""
    _, said = run("--into", "x.yaml", str(word), capsys=capsys)
    assert "not in the files, and so not compared: the order, attachment 2" in said


def test_an_attachment_that_was_added_is_left_to_a_person(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the way to what is to be copied."""
    more = "  - number: 3\n    title: Смета\n    preface: [{text: Бумага и мел.}]\n"
    plan = read_bytes("x.yaml", (SOURCE + more).encode(), stem="x").plan
    assert plan is not None
    built = attachment.files(plan, template_files.output_context((), ("docx",), ""))
    names = [f"{at}.docx" for at, file in enumerate(built) if Path(f"{at}.docx").write_bytes(file.data)]
    code, said = run("--into", "x.yaml", "--apply", *names, capsys=capsys)
    assert code == 1
    assert "x.yaml: attachment added: 3: Смета" in said
    assert "import the file as a roadmap of its own" in said
    assert Path("x.yaml").read_text(encoding="utf-8") == SOURCE


def test_a_file_of_several_plans_is_compared_by_the_nearest(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The others are not passed over in silence."""
    own = SOURCE.replace("{act: приказом управления}", "{by: {position: Директор школы, name: И.И. Иванов}}")
    document, other = (Document(str(_built(text))) for text in (own.replace(OLD, NEW), own.replace("2022", "2023")))
    for element in [*other.element.body][:-1]:
        document.element.body.insert(len(document.element.body) - 1, deepcopy(element))
    document.save("two.docx")
    code, said = run("--into", "x.yaml", "two.docx", capsys=capsys)
    assert code == 1
    assert "the files hold several plans (2): the nearest one is compared" in said


def test_what_is_left_to_a_person_is_told(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The exit code says so, too."""
    lines = SOURCE.split("\n")
    at = next(at for at, line in enumerate(lines) if "Провести совещание" in line)
    lines[at : at + 2] = lines[at + 1], lines[at]
    _built("\n".join(lines))
    code, said = run("--into", "x.yaml", "--apply", str(word), capsys=capsys)
    assert code == 1
    assert "to be done by hand" in said


@pytest.mark.parametrize(
    ("into", "file", "why"),
    [
        ("no.yaml", "plan.docx", "no.yaml"),
        ("x.yaml", "x.yaml", "this is a roadmap already"),
        ("bad.yaml", "plan.docx", "cannot be compared"),
        ("x.yaml", "no.docx", "no.docx"),
    ],
)
def test_what_cannot_be_compared_is_said(
    word: Path, capsys: pytest.CaptureFixture[str], into: str, file: str, why: str
) -> None:
    """Exit code 2, and no traceback."""
    Path("bad.yaml").write_text("roadmapc: 1\n", encoding="utf-8")
    code, said = run("--into", into, file, capsys=capsys)
    assert (code, why in said) == (2, True), said


def test_what_a_base_plan_holds_is_told_and_never_edited(word: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The base is changed in its own file, for all who extend it."""
    section = SOURCE[SOURCE.index("sections:") : SOURCE.index("signature: {position: Методист")]
    rows = section.replace("title: Норм", "id: a\n    title: Норм").replace("title: Обуч", "id: b\n    title: Обуч")
    for n, name in enumerate(("Провести", "Подготовить", "Организовать")):
        rows = rows.replace(f"{{activity: {name}", f"{{id: r{n}, activity: {name}")
    Path("base.yaml").write_text("base: 1\n" + rows.replace("umo", "начальник"), encoding="utf-8")
    own = SOURCE.replace(section, "").replace("roadmapc: 1\n", "roadmapc: 1\nextends: base.yaml\n")
    Path("x.yaml").write_text(own, encoding="utf-8")
    code, said = run("--into", "x.yaml", "--apply", str(word), capsys=capsys)
    assert code == 1
    assert "in the base plan" in said
    assert "base.yaml:" in said


def test_long_words_are_shown_from_where_they_differ() -> None:
    """Short ones are shown whole."""
    assert excerpts("раз два", "раз три") == ("раз два", "раз три")
    old, new = excerpts("слово " * 30 + "раз", "слово " * 30 + "два")
    assert old.startswith("… слово")
    assert old.endswith("раз")
    assert len(new) < 90
