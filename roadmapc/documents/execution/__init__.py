"""Documents on the execution of a plan: reports, the letter that sends one, the request to move a term.

A document is a module here with `files(report, context)` that yields the files it makes; those that begin with «_» are
helpers. `build` makes none of them: what is signed never depends on marks.
"""
