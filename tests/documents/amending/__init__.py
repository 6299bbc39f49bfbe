"""Tests of the documents by which a signed plan is changed."""
