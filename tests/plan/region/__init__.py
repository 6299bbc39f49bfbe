"""Tests of what became of plans."""
