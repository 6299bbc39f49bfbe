"""Proves that a person is known by surname and initials, and keeps the post behind the name."""

from __future__ import annotations

import pytest

from roadmapc.russian.named_persons import is_person, with_posts


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Иванова И.И.", True),
        ("Салтыков-Щедрин М. Е.", True),
        ("Ким А.", True),
        ("И.И. Иванова", False),
        ("Методист", False),
    ],
)
def test_persons(text: str, person: bool) -> None:
    assert is_person(text) == person


def test_a_post_behind_a_person_is_that_persons() -> None:
    """One in capital letters, or behind another post, is somebody else."""
    assert with_posts(["Иванова И.И.", "методист", "директор"]) == ["Иванова И.И., методист", "директор"]
    assert with_posts(["Методист", "директор"]) == ["Методист", "директор"]
    assert with_posts(["Иванова И.И.", "Директор"]) == ["Иванова И.И.", "Директор"]
