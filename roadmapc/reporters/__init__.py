"""Reporters: diagnostics → text for somebody. One file each, found by its name.

A reporter is a module with `report(compilations, translate, width) -> str` or, for the terminal, rich text.
"""
