"""Proves that years frame what stands beside them, and that school years are told by their name."""

from __future__ import annotations

import pytest

from roadmapc.deadlines.grammar import frames
from tests.deadlines.meanings import hold


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2022-2023 гг. август, октябрь", "2022–2023 годы, август, октябрь"),
        ("2021-2022, 2023-2024", "! 2024"),
        ("на 2022 год и плановый период 2023 и 2024 годов", "2022–2024 годы ?"),
        ("учебный год 2024-2025", "2024/2025 учебный год"),
        ("2024-2025 (учебный год)", "2024/2025 учебный год"),
        ("учебный год 2024", "! 2024"),
        ("весь период 2022-2024 годов", "2022–2024 годы"),
        ("2024-2022 годы", "! 2022"),
    ],
)
def test_meanings(text: str, meant: str) -> None:
    """Each wording passes through the module; «! word» is where it is refused, «?» leaves a doubt."""
    hold(frames, text, meant)
