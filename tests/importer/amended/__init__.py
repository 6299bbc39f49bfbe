"""Tests of orders that are read and carried out."""
