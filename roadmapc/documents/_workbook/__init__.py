"""Workbooks: what stands on each sheet, as values; `writer` alone makes a file of them."""
