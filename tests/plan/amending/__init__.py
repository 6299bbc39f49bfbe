"""Tests of what an amending act is made of."""
