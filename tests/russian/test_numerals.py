"""Proves that nouns agree with numbers."""

from __future__ import annotations

from roadmapc.russian.numerals import agreed_genitive, working_days


def test_days_agree() -> None:
    """«1 день», «2 дня», «5 дней»; from eleven to fourteen «дней»."""
    many = [working_days(n).split("\N{NO-BREAK SPACE}", 1)[1] for n in range(30)]
    assert [n for n in range(30) if many[n] == "рабочий день"] == [1, 21]
    assert [n for n in range(30) if many[n] == "рабочих дня"] == [2, 3, 4, 22, 23, 24]
    assert working_days(111) == "111\N{NO-BREAK SPACE}рабочих дней"


def test_genitive() -> None:
    """«из 21 мероприятия», «из 11 мероприятий»."""
    assert [n for n in range(125) if agreed_genitive(n, "а", "б") == "а"] == [1, *range(21, 100, 10), 101, 121]
