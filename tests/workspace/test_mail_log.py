"""Proves that the log of reminders knows what was sent, what was not, and what nobody knows, however a run ended."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roadmapc.diagnostics import UserError
from roadmapc.workspace import mail_log
from roadmapc.workspace.mail_log import LoggedLetter

ONE = LoggedLetter("<1@x>", "a@example.ru", "2023-05-29", ("r1", "r2"))
TWO = LoggedLetter("<2@x>", "b@example.ru", "2023-05-29", ("r3",))


def refusal(folder: Path) -> str:
    with pytest.raises(UserError) as error:
        mail_log.read(folder)
    return str(error.value)


def test_what_is_known_of_letters(tmp_path: Path) -> None:
    """Sent, not sent, begun: what is in doubt counts as sent until a person has decided."""
    folder = tmp_path / ".roadmapc"
    with mail_log.opened(folder) as log:
        assert (log.was_sent("r1"), log.doubtful) == (False, [])
        log.begin(ONE)
        log.end(ONE.id, "sent")
        log.begin(TWO)
        log.end(TWO.id, "not sent")
    log = mail_log.read(folder)
    assert [log.was_sent(one) for one in ("r1", "r2", "r3", "r4")] == [True, True, False, False]
    with mail_log.opened(folder) as log:
        log.begin(TWO._replace(id="<3@x>"))
    log = mail_log.read(folder)
    assert (log.was_sent("r3"), [one.id for one in log.doubtful], log.times_of(["r3"])) == (True, ["<3@x>"], 2)


def test_nothing_but_addresses_and_digests_is_kept(tmp_path: Path) -> None:
    """The folder stays out of version control; others on the computer cannot read the log."""
    with mail_log.opened(tmp_path / ".roadmapc") as log:
        log.begin(ONE)
    path = tmp_path / ".roadmapc" / "reminders.jsonl"
    assert json.loads(path.read_text("utf-8")) == {"state": "sending", **ONE._asdict(), "reminders": ["r1", "r2"]}
    assert (tmp_path / ".roadmapc" / ".gitignore").read_text("utf-8").endswith("\n*\n")
    assert path.stat().st_mode & 0o077 == 0


@given(st.integers(0, 400))
def test_a_log_that_ends_in_the_middle_of_a_line(tmp_path_factory: pytest.TempPathFactory, at: int) -> None:
    """Wherever a run was killed: half a line does not count, the next run goes on behind the whole ones."""
    folder = tmp_path_factory.mktemp("log")
    with mail_log.opened(folder) as log:
        log.begin(ONE)
        log.end(ONE.id, "sent")
        log.begin(TWO)
    path = folder / "reminders.jsonl"
    data = path.read_bytes()[:at]
    path.write_bytes(data)
    whole = data.count(b"\n")
    log = mail_log.read(folder)
    assert (log.was_sent("r1"), len(log.doubtful), log.was_sent("r3")) == (whole > 0, [0, 1, 0, 1][whole], whole > 2)
    with mail_log.opened(folder) as log:
        log.begin(LoggedLetter("<9@x>", "c@example.ru", "2023-05-30", ("r9",)))
    assert len(path.read_bytes().splitlines()) == whole + 1
    assert mail_log.read(folder).was_sent("r9")


@pytest.mark.parametrize(
    "line",
    [
        *("nonsense", "{}", "[]", '{"state": "sending"}', '{"state": "gone", "id": "1"}', '{"state": "sent", "id": 5}'),
        '{"state": "sending", "id": "1", "to": "a", "day": "tomorrow", "reminders": []}',
        '{"state": "sending", "id": "1", "to": "a", "day": "2023-05-29", "reminders": [1]}',
        "[" * 100_000,
    ],
)
def test_a_line_that_is_none_is_named(tmp_path: Path, line: str) -> None:
    """What was sent could not be told: nothing is sent until somebody has looked."""
    (tmp_path / "reminders.jsonl").write_text(f"{line}\n", encoding="utf-8")
    assert "line 1: this is no line of a log of reminders" in refusal(tmp_path)


def test_a_line_about_a_letter_that_was_not_begun(tmp_path: Path) -> None:
    (tmp_path / "reminders.jsonl").write_text('{"state": "sent", "id": "<5@x>"}\n', encoding="utf-8")
    assert mail_log.read(tmp_path).doubtful == []


def test_links_are_refused(tmp_path: Path) -> None:
    """A project of a stranger cannot have lines written elsewhere."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / ".roadmapc").symlink_to("elsewhere")
    with pytest.raises(UserError), mail_log.opened(tmp_path / ".roadmapc"):
        pytest.fail("opened")
    (tmp_path / "notes").write_text("mine\n", encoding="utf-8")
    for name in ("reminders.jsonl", "reminders.lock"):
        folder = tmp_path / f"with-{name}"
        folder.mkdir()
        (folder / name).symlink_to(tmp_path / "notes")
        with pytest.raises((UserError, OSError)), mail_log.opened(folder):
            pytest.fail("opened")
    assert (tmp_path / "notes").read_text("utf-8") == "mine\n"
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_second_run_is_refused(tmp_path: Path) -> None:
    """While the first holds the log; afterwards it is free, whatever became of the first."""
    with mail_log.opened(tmp_path), pytest.raises(UserError, match="another run is sending"), mail_log.opened(tmp_path):
        pytest.fail("opened")
    with pytest.raises(ZeroDivisionError), mail_log.opened(tmp_path):
        raise ZeroDivisionError
    with mail_log.opened(tmp_path) as log:
        log.begin(ONE)


def test_every_line_is_on_the_disk_before_a_letter_goes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    with mail_log.opened(tmp_path) as log:
        before = len(synced)
        log.begin(ONE)
        assert len(synced) == before + 1
        log.end(ONE.id, "sent")
        assert len(synced) == before + 2


def test_a_full_disk_stops_before_the_letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with mail_log.opened(tmp_path) as log:
        monkeypatch.setattr(os, "write", lambda _descriptor, data: len(data) // 2)
        with pytest.raises(OSError, match="space"):
            log.begin(ONE)
        monkeypatch.undo()
    assert mail_log.read(tmp_path).doubtful == []
