"""Readers: a kind of file → `Material`, one kind a module."""
