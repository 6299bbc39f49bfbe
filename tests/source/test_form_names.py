"""Proves what a roadmap may say of its form: a name, or a path that ends in .docx; other kinds of files are told."""

from __future__ import annotations

import pytest

from roadmapc.source.form_names import form_fault, is_path


@pytest.mark.parametrize("text", ["tsunta", "Цунта 2", "v1.2", "tsunta.docx", "../forms/tsunta.DOCX"])
def test_names_and_paths(text: str) -> None:
    """A name may be of any letters and hold a point; a path is told by its end."""
    assert form_fault(text) is None
    assert is_path(text) == text.lower().endswith(".docx")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("tsunta.doc", "a form is a Word document whose name ends in .docx"),
        ("forms/tsunta.dotx", "a form is a Word document whose name ends in .docx"),
        ("forms/tsunta", "is a path that does not end in .docx"),
        ("//host/tsunta.docx", "leads to another computer"),
        ("nul.docx", "is a device"),
    ],
)
def test_what_is_no_form(text: str, why: str) -> None:
    """Each says what to do."""
    fault = form_fault(text)
    assert fault is not None
    assert why in fault.message
    assert fault.hint
