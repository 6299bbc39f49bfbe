"""Proves that dates beside a rhythm lie in its cycles, that years are its frame, and that wrong counts are refused."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar import dated_rhythms
from tests.deadlines.meanings import hold


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("ежегодно, май", "ежегодно май"),
        ("2022 год, ежеквартально", "2022 год, ежеквартально"),
        ("2022 год: март, май", "2022 год, март, май"),
        ("ежедневно с 1 по 10 октября", "с 1 октября по 10 октября ?"),
        ("2 раза в год (октябрь 2026, апрель 2027)", "октябрь 2026 г., апрель 2027 г. ?"),
        ("ежеквартально до 20 декабря", "! декабря"),
        ("2 раза в год (май, июнь, октябрь)", "! )"),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Each wording passes through the module; «! word» is where it is refused, «?» leaves a doubt."""
    hold(dated_rhythms, text, meant)
