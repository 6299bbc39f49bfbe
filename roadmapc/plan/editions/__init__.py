"""Editions: the texts of a roadmap as acts have signed them, which of them is in force, and what changed since."""
