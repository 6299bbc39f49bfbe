"""Documents that change a signed plan: the amending order, its redline, the comparison, the consolidated text.

A document is a module here with `files(amendment, context)` that yields the files it makes; those that begin with «_»
are helpers.
"""
