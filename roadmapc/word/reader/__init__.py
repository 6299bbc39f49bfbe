"""Finished Word files read into records."""
