"""Tests of edits that put changes into a source."""
