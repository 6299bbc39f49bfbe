"""Tests of signed texts and what they mean."""
