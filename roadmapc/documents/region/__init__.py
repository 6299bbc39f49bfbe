"""The roll-up of a region: its tables as a document of blocks and as a workbook.

An output is a module here with `files(report, context)` that yields the files it makes; those that begin with «_» make
its tables, a kind of table a module.
"""
