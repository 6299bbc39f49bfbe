"""Proves that the shared directory is read as roadmaps are, and that a wrong one shares nothing."""

from __future__ import annotations

import pytest

from roadmapc.plan.new_files import OWNERS_FILE
from roadmapc.source.shared_owners import read_directory


def test_a_directory() -> None:
    """Owners in their short and long forms, and terms; the tree is kept for the places in it."""
    text = "owners:\n  umo: Управление\n  imc: {post: ИМЦ, name: Иванов И.И.}\nterms: {ШНОР: школы}\n"
    found = read_directory("owners.yaml", text.encode())
    assert {alias: (owner.post, owner.name) for alias, owner in found.owners.items()} == {
        "umo": ("Управление", None),
        "imc": ("ИМЦ", "Иванов И.И."),
    }
    assert (found.terms, found.problems) == ({"ШНОР": "школы"}, ())
    assert found.tree


@pytest.mark.parametrize(
    ("data", "code"),
    [
        ("owners: {umo: Управление".encode(), "RM001"),
        ("owners: {umo: Управление}".encode("cp1251"), "RM003"),
        ("ownes: {umo: Управление}".encode(), "RM011"),
        (b"- 1", "RM012"),
        ("owners: {umo: Управление, umo: Другое}".encode(), "RM004"),
    ],
)
def test_what_is_wrong_shares_nothing(data: bytes, code: str) -> None:
    """Not YAML, not UTF-8, an unknown key, another shape, a key twice: the problem is told, no owner is taken."""
    found = read_directory("owners.yaml", data)
    assert code in [problem.code for problem in found.problems]
    assert {problem.source.name for problem in found.problems} == {"owners.yaml"}
    assert found.owners == {}


def test_a_file_of_comments_alone_shares_nothing() -> None:
    """As `new` writes it: nothing in it is wrong."""
    directory = read_directory("owners.yaml", "# Образец\n#owners:\n\n#  umo: Начальник\n".encode())
    assert (directory.problems, directory.owners) == ((), {})


def test_the_samples_of_a_new_file_are_right_without_their_signs() -> None:
    """Whoever takes the signs away as the file says has a directory."""
    plain = OWNERS_FILE.replace("\n#owners", "\nowners").replace("\n#terms", "\nterms").replace("\n#  ", "\n  ")
    directory = read_directory("owners.yaml", plain.encode())
    assert (directory.problems, set(directory.owners), set(directory.terms)) == ((), {"umo", "rmo"}, {"РМО"})
