"""Proves what `remind` writes and sends: to whom, about what, never twice, and by whose server."""

from __future__ import annotations

import email
import email.policy
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path

import icalendar
import pytest

from roadmapc.cli import _questions
from roadmapc.workspace import mail_server
from tests.conftest import program
from tests.mail_servers import Post, server, talker

Run = Callable[..., subprocess.CompletedProcess[str]]
DAY = ("--today", "2023-05-26")

PLAN = """\
roadmapc: 1
municipality: {{name: {place}}}
document: {{kind: дорожная карта, title: Дорожная карта, period: 2023}}
order:
  date: 10.01.2023
  number: 5-п
  subject: Об утверждении Дорожной карты
  items: [Утвердить Дорожную карту.]
  controller: {{position: Заместитель начальника, name: П.П. Магомедова, email: control@example.ru}}
  signature: {{position: Начальник, name: И.И. Иванов}}
owners:
  uo: {{post: Управление образования, email: uo@example.ru}}
  metod: {{post: методист, name: Иванова И.И., email: metod@почта.рф}}
  school: {{post: директор}}
sections:
  - title: Раздел
    activities:
      - {{activity: Провести мониторинг, deadline: до 28 апреля 2023 г., owners: [uo], result: Справка}}
      - {{activity: Собрать отчеты, deadline: до 31 мая 2023 г., owners: [uo, metod, school], result: Отчет}}
      - {{activity: Обучить, deadline: до 16 июня 2023 г., owners: [metod], result: Приказ}}
      - {{activity: Сопровождать, deadline: весь период, owners: [metod]}}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a project with one roadmap."""
    (tmp_path / "roadmaps").mkdir()
    (tmp_path / "roadmaps" / "raion.yaml").write_text(PLAN.format(place="Район"), encoding="utf-8")
    return tmp_path


def settings(folder: Path, port: int, more: str = "") -> None:
    """Name a server of the loopback."""
    text = f'[mail]\nhost = "127.0.0.1"\nport = {port}\nsecurity = "plain"\nfrom = "Отдел <uo@example.ru>"\n{more}'
    (folder / "roadmapc.toml").write_text(text, encoding="utf-8")


def parsed(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=email.policy.SMTP)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    return message


def text_of(message: EmailMessage) -> str:
    body = message.get_body(("plain",))
    assert body is not None
    return " ".join(str(body.get_content()).split())


def test_a_draft_for_each_address(call: Run, folder: Path) -> None:
    """Late and due rows, their checklist and calendar; who has no address is named."""
    result = call("remind", *DAY, "--lang", "en", cwd=folder)
    assert result.returncode == 0
    assert "no address, no letter: директор (Район), rows: 1" in result.stderr
    assert sorted(path.name for path in (folder / "letters").iterdir()) == [
        "manifest.json",
        "raion-metodist.eml",
        "raion-upravlenie-obrazovaniia.eml",
    ]
    message = parsed((folder / "letters" / "raion-upravlenie-obrazovaniia.eml").read_bytes())
    assert (message["X-Unsent"], message["From"], message["Bcc"]) == ("1", None, None)
    assert message["To"].addresses[0].addr_spec == "uo@example.ru"
    assert message["Subject"] == "Сроки исполнения на 26.05.2023: просрочено – 1, предстоит – 1; Район"
    words = text_of(message)
    for said in ("просрочено на 17 рабочих дней", "Собрать отчеты", "Срок: 31.05.2023", "Что представить: Справка"):
        assert said in words
    names = [part.get_filename() for part in message.iter_attachments()]
    assert names == ["checklist-upravlenie-obrazovaniia.docx", "calendar-upravlenie-obrazovaniia.ics"]
    calendar = icalendar.Calendar.from_ical([*message.iter_attachments()][1].get_content())
    assert [str(one["SUMMARY"]) for one in calendar.walk("VEVENT")] == ["1.2. Собрать отчеты"]


def test_the_same_day_gives_the_same_bytes(call: Run, folder: Path) -> None:
    found = []
    for name in ("one", "two"):
        assert call("remind", *DAY, "--out", folder / name, cwd=folder).returncode == 0
        found.append({path.name: path.read_bytes() for path in (folder / name).iterdir()})
    assert found[0] == found[1]


def test_what_is_done_or_moved_is_not_reminded_of(call: Run, folder: Path) -> None:
    """By the marks beside the roadmap; with marks that cannot be read there are no letters about it."""
    marks = folder / "roadmaps" / "raion.marks.yaml"
    moved = "{to: 31.08.2023, act: приказ, date: 20.05.2023, number: 7, reason: Карантин}"
    marks.write_text(f"marks:\n  - {{at: 1.1, done: 27.04.2023}}\n  - at: 1.2\n    moved: {moved}\n", encoding="utf-8")
    result = call("remind", *DAY, "--dry-run", "--lang", "en", cwd=folder)
    assert (result.returncode, result.stdout) == (0, "")
    assert "nobody to remind" in result.stderr
    marks.write_text("marks:\n  - {at: 1, don: 27.04.2023}\n", encoding="utf-8")
    result = call("remind", *DAY, "--dry-run", cwd=folder)
    assert (result.returncode, result.stdout) == (1, "")
    assert "raion.marks.yaml" in result.stderr


def test_a_draft_that_was_changed_by_hand_is_kept(call: Run, folder: Path) -> None:
    call("remind", *DAY, cwd=folder)
    draft = folder / "letters" / "raion-metodist.eml"
    draft.write_bytes(draft.read_bytes() + b"\r\nmine")
    result = call("remind", *DAY, "--lang", "en", cwd=folder)
    assert "was changed by hand" in result.stderr
    assert [path for path in (folder / "letters").iterdir() if path.read_bytes().endswith(b"mine")]


def test_one_letter_for_an_owner_of_several_roadmaps(call: Run, folder: Path) -> None:
    """With a part for each; only owners of the roadmaps named get letters."""
    (folder / "roadmaps" / "gorod.yaml").write_text(PLAN.format(place="Город"), encoding="utf-8")
    result = call("remind", *DAY, "--owner", "методист", cwd=folder)
    assert result.stdout.count("metod@почта.рф") == 1
    message = parsed((folder / "letters" / "gorod-metodist.eml").read_bytes())
    assert message["To"].addresses[0].domain == "xn--80a1acny.xn--p1ai"
    assert "Город" in text_of(message)
    assert "Район" in text_of(message)
    assert [part.get_filename() for part in message.iter_attachments()] == [
        "checklist-metodist.docx",
        "calendar-metodist.ics",
        "checklist-metodist-2.docx",
        "calendar-metodist-2.ics",
    ]
    result = call("remind", *DAY, "--municipality", "Район", "--dry-run", cwd=folder)
    assert "Город" not in result.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--month", "june"), ["Предстоит исполнить 1.3. Обучить Срок: 16.06.2023", "Сопровождать"]),
        (("--from", "2023-06-10", "--until", "2023-06-20"), ["Предстоит исполнить 1.3. Обучить"]),
        (("--today", "2023-06-15"), ["1.3. Обучить Срок: 16.06.2023", "Собрать отчеты Срок: 31.05.2023; просрочено"]),
    ],
)
def test_the_days_asked_for(call: Run, folder: Path, arguments: tuple[str, ...], said: list[str]) -> None:
    assert call("remind", *DAY, *arguments, "--owner", "metod", cwd=folder).returncode == 0
    words = text_of(parsed((folder / "letters" / "raion-metodist.eml").read_bytes()))
    for one in said:
        assert one in words


def test_the_sum_for_the_controller(call: Run, folder: Path) -> None:
    """One letter a controller; it tells whom no letter reaches."""
    (folder / "roadmaps" / "gorod.yaml").write_text(PLAN.format(place="Город"), encoding="utf-8")
    assert call("remind", *DAY, "--summary", cwd=folder).stdout.count("control@example.ru") == 1
    message = parsed((folder / "letters" / "summary" / "gorod-svodka.eml").read_bytes())
    assert message["Subject"] == "Сводка исполнения на 26.05.2023: просрочено – 2, предстоит – 4; Город, Район"
    assert "нет адреса электронной почты (в скобках – число мероприятий): директор (1)." in text_of(message)


def test_what_is_asked_for_alone_takes_no_other_draft_away(call: Run, folder: Path) -> None:
    """The sum has a folder of its own; a letter to one owner leaves those to others; all of them take what is over."""

    def drafts() -> set[str]:
        return {path.name for path in (folder / "letters").glob("*.eml")}

    assert call("remind", *DAY, cwd=folder).returncode == 0
    all_of_them = drafts()
    assert len(all_of_them) > 1
    for options in (("--summary",), ("--owner", "Иванова")):
        assert call("remind", *DAY, *options, cwd=folder).returncode == 0
        assert drafts() == all_of_them
    assert call("remind", "--today", "2023-02-01", cwd=folder).returncode == 0
    assert drafts() == set()


def test_a_sum_for_nobody_says_why(call: Run, folder: Path) -> None:
    source = folder / "roadmaps" / "raion.yaml"
    source.write_text(source.read_text("utf-8").replace(", email: control@example.ru", ""), "utf-8")
    result = call("remind", *DAY, "--summary", "--lang", "en", cwd=folder)
    assert result.returncode == 0
    assert "no order has a controller with “email:”" in result.stderr


def test_sending_needs_somebody_who_agrees(call: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a terminal --yes; at one the list is shown, then a question asked."""
    post = Post()
    with server(post) as port:
        settings(folder, port)
        result = call("remind", "--send", *DAY, "--lang", "en", cwd=folder)
        assert (result.returncode, post.letters) == (2, [])
        assert "nobody is there to be asked" in result.stderr
        assert "uo@example.ru: Сроки исполнения" in result.stdout
        monkeypatch.setattr(_questions, "is_terminal", lambda: True)
        for answer, code, count in (("нет", 2, 0), ("да", 0, 2)):
            monkeypatch.setattr(_questions, "ask", lambda _question, read, said=answer: read(said))
            assert call("remind", "--send", *DAY, cwd=folder).returncode == code
            assert len(post.letters) == count


def test_a_dry_run_connects_to_nothing(call: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings(folder, 1)
    monkeypatch.setattr("socket.create_connection", lambda *_, **__: pytest.fail("connected"))
    result = call("remind", "--send", "--dry-run", *DAY, cwd=folder)
    assert (result.returncode, result.stdout.count("\n")) == (0, 2)
    assert [path.name for path in folder.iterdir()].count(".roadmapc") == 0


def test_letters_arrive_and_are_not_sent_twice(call: Run, folder: Path) -> None:
    """Again only what is new: a warning nearer to the term, what is late a week later, and what --again demands."""
    post = Post()
    with server(post) as port:
        settings(folder, port)

        def sent(day: str, *more: str) -> list[str]:
            post.letters.clear()
            result = call("remind", "--send", "--yes", "--today", day, *more, cwd=folder)
            assert result.returncode == 0, result.stderr
            return [address for address, _data in post.letters]

        uo, metod = "uo@example.ru", "metod@xn--80a1acny.xn--p1ai"
        assert sent("2023-05-26") == [uo, metod]
        message = parsed(post.letters[0][1])
        assert (message["X-Unsent"], message["From"].addresses[0].display_name) == (None, "Отдел")
        first = message["Message-ID"]
        assert sent("2023-05-26") == []
        assert sent("2023-05-27") == []
        assert sent("2023-05-29") == [uo]  # a new week: the late row
        assert sent("2023-05-30") == [uo, metod]  # one working day before the term
        assert sent("2023-05-30", "--again", "--owner", "uo") == [uo]
        assert parsed(post.letters[0][1])["Message-ID"] != first
        assert call("remind", "--today", "2023-05-30", "--dry-run", cwd=folder).stdout == ""


def test_a_run_on_monday_makes_up_for_the_weekend(call: Run, folder: Path) -> None:
    """The fifth day before the term is a Friday: who runs it only on Monday is warned all the same, once."""
    post = Post()
    with server(post) as port:
        settings(folder, port)
        for _ in range(2):
            call("remind", "--send", "--yes", "--today", "2023-05-29", "--owner", "metod", cwd=folder)
    assert len(post.letters) == 1


def test_a_recipient_who_is_refused(call: Run, folder: Path) -> None:
    """The others get their letters, exit code 1; it is tried again at the next run."""
    post = Post(refused="uo@example.ru")
    with server(post) as port:
        settings(folder, port)
        result = call("remind", "--send", "--yes", *DAY, "--lang", "en", cwd=folder)
        assert (result.returncode, len(post.letters)) == (1, 1)
        assert "uo@example.ru: refused: 550 5.1.1 no such user here" in result.stderr
        post.refused = ""
        assert call("remind", "--send", "--yes", *DAY, cwd=folder).returncode == 0
    assert [address for address, _data in post.letters][1:] == ["uo@example.ru"]


def test_a_letter_without_an_answer_is_in_doubt(call: Run, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is said, named at the next run, asked about at a terminal, never sent again by itself."""
    monkeypatch.setattr(mail_server, "TIMEOUT", 0.5)
    lines = (b"220 x\r\n", b"250 x\r\n", b"250 ok\r\n", b"250 ok\r\n", b"354 go on\r\n")
    with talker(*lines) as (port, _heard):
        settings(folder, port)
        result = call("remind", "--send", "--yes", *DAY, "--lang", "en", cwd=folder)
    assert result.returncode == 1
    assert "uo@example.ru: the server did not answer; nobody knows whether it was sent" in result.stderr
    assert "letters not sent: 1" in result.stderr
    log = (folder / ".roadmapc" / "reminders.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["state"] for line in log] == ["sending"]
    post = Post()
    with server(post) as port:
        settings(folder, port)
        result = call("remind", "--send", *DAY, "--lang", "en", cwd=folder)
        assert (result.returncode, post.letters) == (2, [])
        assert "the letter of 2023-05-26 to uo@example.ru was begun" in result.stderr
        assert "was begun" in call("remind", "--dry-run", *DAY, "--lang", "en", cwd=folder).stderr
        result = call("remind", "--send", "--yes", *DAY, cwd=folder)
        assert (result.returncode, [one for one, _ in post.letters]) == (1, ["metod@xn--80a1acny.xn--p1ai"])
        monkeypatch.setattr(_questions, "is_terminal", lambda: True)
        monkeypatch.setattr(_questions, "ask", lambda _question, read: read("нет"))
        assert call("remind", "--send", "--yes", *DAY, cwd=folder).returncode == 0
    assert [one for one, _ in post.letters][1:] == ["uo@example.ru"]


def test_a_letter_in_doubt_is_settled_by_sending_it_once_more(
    call: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """--again of its owner alone: afterwards nothing is in doubt."""
    monkeypatch.setattr(mail_server, "TIMEOUT", 0.5)
    owner = ("--owner", "управление")
    with talker(b"220 x\r\n", b"250 x\r\n", b"250 ok\r\n", b"250 ok\r\n", b"354 go on\r\n") as (port, _heard):
        settings(folder, port)
        assert call("remind", "--send", "--yes", *DAY, *owner, cwd=folder).returncode == 1
    post = Post()
    with server(post) as port:
        settings(folder, port)
        assert call("remind", "--send", "--yes", "--again", *DAY, *owner, cwd=folder).returncode == 0
        result = call("remind", "--send", *DAY, *owner, cwd=folder)
        assert (result.returncode, len(post.letters)) == (0, 1)


PASSWORD = {"ROADMAPC_SMTP_PASSWORD": "secret-8"}


def test_a_password_is_for_its_host_alone(call: Run, folder: Path) -> None:
    """A server that a roadmapc.toml of a stranger names sees no word of it, and no connection."""
    lines = (b"220 x\r\n", b"250-x\r\n250 AUTH PLAIN LOGIN\r\n")
    for variables in ({}, {"ROADMAPC_SMTP_HOST": "smtp.example.ru"}, {"ROADMAPC_SMTP_HOST": "127.0.0.1.example.ru"}):
        with talker(*lines) as (port, heard):
            settings(folder, port, 'user = "uo@example.ru"\n')
            result = call("remind", "--send", "--yes", *DAY, "--lang", "en", cwd=folder, **PASSWORD, **variables)
        assert (result.returncode, heard) == (2, [])
        assert "there is no password for uo@example.ru at 127.0.0.1" in result.stderr
        assert "secret-8" not in result.stderr + result.stdout


def test_a_password_in_the_environment_serves_its_host(call: Run, folder: Path) -> None:
    """It is in no output, and neither in the log."""
    post = Post()
    with server(post, auth=True) as port:
        settings(folder, port, 'user = "uo@example.ru"\n')
        host = {"ROADMAPC_SMTP_HOST": "127.0.0.1"}
        result = call("remind", "--send", "--yes", *DAY, cwd=folder, **PASSWORD, **host)
    assert (result.returncode, len(post.letters)) == (0, 2)
    assert post.logins == [(b"uo@example.ru", b"secret-8", False)]
    assert "secret-8" not in result.stderr + result.stdout
    assert all(b"secret-8" not in path.read_bytes() for path in (folder / ".roadmapc").iterdir())


@contextmanager
def running(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """Run `remind --send` in a process of its own."""
    command = [sys.executable, "-m", "roadmapc", "remind", "--send", "--yes", *DAY, "--lang", "en"]
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    process = subprocess.Popen(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate(timeout=20)


def until(condition: Callable[[], bool]) -> None:
    """Wait until something is so, ten seconds at most."""
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


@pytest.mark.slow
def test_two_runs_at_once_and_one_that_is_killed(folder: Path) -> None:
    """The second is refused while the first sends; of the killed one the letter is in doubt, and none is sent twice."""
    post = Post(wait=30)
    with server(post) as port:
        settings(folder, port)
        with running(folder) as first:
            until(lambda: bool(post.letters))
            second = program("remind", "--send", "--yes", *DAY, "--lang", "en", cwd=folder)
            assert (second.returncode, "another run is sending" in second.stderr) == (2, True)
            first.send_signal(signal.SIGKILL)
            first.wait(20)
        post.wait = 0
        third = program("remind", "--send", "--yes", *DAY, "--lang", "en", cwd=folder)
    assert third.returncode == 1
    assert "the letter of 2023-05-26 to uo@example.ru was begun" in third.stderr
    assert [one for one, _ in post.letters] == ["uo@example.ru", "metod@xn--80a1acny.xn--p1ai"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--yes",), "--yes does nothing without --send"),
        (("--send", "--out", "x"), "--out does nothing with --send"),
        (("--dry-run", "--out", "x"), "--out does nothing with --dry-run"),
        (("--summary", "--owner", "x"), "--owner does nothing with --summary"),
        (("--send",), "the settings do not say by which server"),
        (("--owner", "никто"), "no activities of “никто”"),
        (("--municipality", "никто"), "no roadmap of “никто”"),
        (("--month", "мартобрь"), "is no month"),
    ],
)
def test_what_is_refused(call: Run, folder: Path, arguments: tuple[str, ...], said: str) -> None:
    result = call("remind", *DAY, *arguments, "--lang", "en", cwd=folder)
    assert (result.returncode, said in result.stderr) == (2, True), result.stderr
    assert [path.name for path in folder.iterdir()] == ["roadmaps"]


@pytest.mark.parametrize(
    "address", ["a@example.ru\\r\\nBcc: x@example.ru", "a@example.ru\\0", "a b@example.ru", "@x.ru"]
)
def test_an_address_that_is_none(call: Run, folder: Path, address: str) -> None:
    """It is named at its place, and no letter is written."""
    path = folder / "roadmaps" / "raion.yaml"
    text = path.read_text("utf-8").replace("email: uo@example.ru", f'email: "{address}"')
    path.write_text(text, encoding="utf-8")
    result = call("remind", *DAY, cwd=folder)
    assert (result.returncode, "raion.yaml:" in result.stderr) == (1, True)
    assert not (folder / "letters").exists()
