"""Proves that freezing neither loses what others write meanwhile nor leaves half of what it makes."""

from __future__ import annotations

import threading
from datetime import date
from pathlib import Path

import pytest

from roadmapc.diagnostics import UserError
from roadmapc.source.decoding import MAX_BYTES
from roadmapc.source.edition_file import read_edition
from roadmapc.workspace import freezing, source_files
from roadmapc.workspace.freezing import Frozen, Wanted, frozen, write
from tests.editions import SIGNED, project


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    source_files.forget()
    project(tmp_path)
    return Path("plan.yaml")


def made(path: Path, wanted: Wanted | None = None) -> Frozen:
    source_files.forget()
    return frozen(path, path.read_bytes(), wanted or Wanted())


def test_what_is_made(path: Path) -> None:
    """Nothing is written before it is asked for."""
    one = made(path)
    assert (one.numbers, one.ids, one.extends, one.changes_source) == (4, 3, False, True)
    assert one.edition == Path("editions/plan/2022-01-10-01-07-5.yaml")
    assert not one.edition.exists()
    write(one)
    assert one.edition.read_text(encoding="utf-8") == one.text
    assert path.read_text(encoding="utf-8") == one.after
    assert (made(path).text, made(path).changes_source) == (None, False)


def test_a_file_that_was_changed_meanwhile(path: Path) -> None:
    """Somebody has saved it: what he wrote stays, and nothing is kept."""
    one = made(path)
    path.write_text(SIGNED + "# позже\n", encoding="utf-8")
    with pytest.raises(UserError, match="changed meanwhile"):
        write(one)
    assert path.read_text(encoding="utf-8").endswith("# позже\n")
    assert not Path("editions").exists()


def test_an_edition_that_is_there_while_the_file_was_not_written(path: Path) -> None:
    """A run that was killed between the two: the next one ends its work."""
    one = made(path)
    write(one)
    path.write_text(SIGNED, encoding="utf-8")
    again = made(path)
    assert (again.text, again.changes_source) == (None, True)
    write(again)
    assert path.read_text(encoding="utf-8") == one.after


def test_something_else_under_its_name(path: Path) -> None:
    """Neither a broken edition nor one of another act is written over."""
    one = made(path)
    one.edition.parent.mkdir(parents=True)
    for text in ("edition: [\n", (one.text or "").replace("01-07/5", "99")):
        one.edition.write_text(text, encoding="utf-8")
        with pytest.raises(UserError, match="is not this edition"):
            made(path)
        assert one.edition.read_text(encoding="utf-8") == text


def test_two_runs_at_once(path: Path) -> None:
    """One of them writes, the other is told that the file is another by now; the text is kept once."""
    runs = [made(path), made(path)]
    said: list[str] = []

    def run(one: Frozen) -> None:
        try:
            write(one)
        except UserError as error:
            said.append(str(error.message))

    threads = [threading.Thread(target=run, args=(one,)) for one in runs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert said == ["plan.yaml was changed meanwhile: nothing was written"]
    assert len(list(Path("editions/plan").iterdir())) == 1


@pytest.mark.parametrize("name", ["../x", "a/b", "con", "."])
def test_an_id_that_leads_elsewhere(path: Path, name: str) -> None:
    """Nothing is written outside the folder of editions."""
    path.write_text(f"id: '{name}'\n{SIGNED}", encoding="utf-8")
    with pytest.raises(UserError, match="no name for a folder"):
        made(path)


def test_a_number_that_leads_elsewhere(path: Path) -> None:
    one = made(path, Wanted(date(2022, 5, 20), "../../x"))
    assert one.edition.parent == Path("editions/plan")


def test_an_edition_that_nobody_could_read(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A source near the limit of size has a longer edition: it is told, and nothing is written."""
    too_large = read_edition("e.yaml", b" " * (MAX_BYTES + 1))
    monkeypatch.setattr(freezing, "read_edition", lambda _name, _data: too_large)
    with pytest.raises(UserError, match="could not be read: the file is too large"):
        made(path)
    assert not Path("editions").exists()


def test_the_base_plan_is_pinned(path: Path) -> None:
    """What is signed names the state of its base: a later change of that is told, and not printed."""
    head, _, rows = SIGNED.partition("sections:")
    Path("base.yaml").write_text(f"base: 1\nsections:{rows}", encoding="utf-8")
    path.write_text(f"{head}extends: base.yaml  # образец\n", encoding="utf-8")
    one = made(path)
    assert "extends:\n  file: base.yaml\n  digest: " in one.after
    assert "# образец" in one.after
    write(one)
    assert not made(path).changes_source
