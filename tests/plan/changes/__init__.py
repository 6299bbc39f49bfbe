"""Tests of what differs between two plans."""
