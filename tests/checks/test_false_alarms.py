"""Proves that right words of officials, which only look like faults, are left alone."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.checks.test_rule_wordings import HEAD, names, order, row

Run = Callable[..., subprocess.CompletedProcess[str]]
INDICATORS = "{years: [2025], rows: [{name: не менее 3 заседаний РМО, values: [3]}]}"


@pytest.mark.parametrize(
    ("rule", "keys"),
    [
        ("periods-disagree", "preface: [{heading: А, text: Нацпроект «Образование» на 2019–2024 годы завершен.}]"),
        ("periods-disagree", "preface: [{heading: А, text: 'Мониторинг 2024/2025 учебного года выявил дефициты.'}]"),
        ("periods-disagree", "passport: {title: П, rows: [{name: Основание, text: Программа на 2021-2026 годы}]}"),
        (
            "periods-disagree",
            "passport: {title: П, rows: [{name: Результаты, text: 'к концу 2025 года – 10, к концу 2026 года – 20'}]}",
        ),
        ("periods-disagree", "preface: [{heading: А, text: 'Результаты страны: к 2030 году войти в число десяти.'}]"),
        ("kinds-disagree", order("О дорожной карте", "Утвердить план-график семинаров (приложение 2).")),
        ("kinds-disagree", order("Об утверждении дорожной карты и плана", "Утвердить.")),
        ("control-without-post", order(item="Контроль возложить на Петрову А.А. – заместителя начальника.")),
        ("control-without-post", order(item="Возложить на Петрову А.А. обязанности секретаря комиссии.")),
        ("control-without-post", order(item="Контроль возложить на Отдел Общего Образования.")),
        ("unserved-indicator", "preface: [{heading: А, text: Заседания проводятся не менее 3 раз в год}]"),
        ("unserved-indicator", "preface: [{heading: А, text: не менее 20 молодых специалистов}]"),
        (
            "unserved-indicator",
            f"passport: {{rows: [{{name: А, indicators: {INDICATORS}}}]}}",
        ),
    ],
)
def test_texts_above_the_table(rule: str, keys: str) -> None:
    """Other programmes, steps on the way, other attachments, posts behind names, counts of people, indicators."""
    assert rule not in names(row(), keys=keys + "\n")


@pytest.mark.parametrize(
    ("act", "number"),
    [
        ("приказом управления", "01–15"),
        ("приказом управления", "№ 01-15"),
        ("приказом управления", "N 01-15"),
        ("приказом управления", "б/н"),
        ("приказом управления", "____"),
        ("постановлением администрации района", "312"),
    ],
)
def test_one_number_in_several_signs(act: str, number: str) -> None:
    """Dashes, «N» and blanks make no other order; the act of another office has a number of its own."""
    approval = f"approval: {{act: {act}, date: 29.08.2025, number: '{number}'}}\n"
    assert "approval-misquotes-order" not in names(row(), keys=approval + order())


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("repeated-word", "Посещение уроков в 7 В в ноябре"),
        ("school-year-abbreviation", "Семинар в уч.году, в уч.годах"),
        ("school-year-abbreviation", "Семинар уч. Г.П. Ивановой"),
    ],
)
def test_words_of_a_row(rule: str, words: str) -> None:
    """Names of classes, words that are not cut short, initials."""
    assert rule not in names(row(words))


@pytest.mark.parametrize("deadline", ["август – июнь", "с 1 июля 2025 г. по 30 июня", "с октября по август 2026 г."])
def test_stretches_of_a_school_year(deadline: str) -> None:
    """A stretch from summer or autumn to the next summer is not swapped."""
    assert "the beginning comes after the end" not in str(names(row(deadline=deadline)))


@pytest.mark.parametrize("owner", ["Методист Анна Петровна", "Психолог А."])
def test_posts_before_names(owner: str) -> None:
    """A post before a polite name is a post."""
    assert "person-without-post" not in names(row(owner=owner))


@pytest.mark.parametrize("piece", ["возложить на ", " ", "реализу", ",,", "за ", "с ", "Контроль возложить на А "])
def test_garbage_is_read_to_its_end(run: Run, tmp_path: Path, piece: str) -> None:
    """No pattern tries the same again and again: sixty thousand signs of anything hang no check."""
    item = (piece * (60_000 // len(piece))).strip() or "а"
    (tmp_path / "a.yaml").write_text(HEAD + order(item=item) + f"sections:\n  - activities:\n{row()}", "utf-8")
    done = run("check", "a.yaml", cwd=tmp_path)
    assert done.returncode in {0, 1}, done.stderr


def test_the_frame_is_clean() -> None:
    """What is found above comes of the words put in."""
    assert "approval:" in HEAD
    assert set(names(row(), keys=order())) <= {"missing-number", "missing-title", "incomplete-approval"}
