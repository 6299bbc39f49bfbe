"""Proves that no regular expression of the package can run for ever: each grows with its text as a line does."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from tests.patterns import MOST_GROWTH, growth, patterns, pumped

SECONDS = 300  # of the processor, for all of them: an exponential one would take years


def _limited() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="limits of processes are those of POSIX")
def test_every_pattern_is_linear() -> None:
    """Inputs made of the patterns themselves are tried in a process that the system ends if one does not end."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.patterns"], capture_output=True, text=True, check=False, preexec_fn=_limited
    )
    lines = run.stdout.splitlines()
    assert run.returncode == 0, f"did not end: {lines[-1:]}"
    assert [line for line in lines if "\t" in line] == []
    assert len(lines) == len(patterns()) > 100


@pytest.mark.slow
@pytest.mark.parametrize("spoilt", [r"\s*x", r"[а-я]*!", r"\w+!"])
def test_quadratic_patterns_are_found(spoilt: str) -> None:
    """The inputs are such that a pattern which goes over its text again and again is seen."""
    pattern = re.compile(spoilt)
    assert max(growth([pattern.finditer], *one) for one in pumped(pattern)) > MOST_GROWTH


def test_the_inputs_of_an_exponential_pattern() -> None:
    """A banner of number signs, which froze the reading of sources, is among the inputs made of the pattern."""
    inputs = pumped(re.compile(r"(?:\s|#[^\n]*)*[:-]"))
    assert any("#" in again and end for _, again, end in inputs)
