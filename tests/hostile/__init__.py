"""Bad input of every kind, in tables by group: `cases()` of each module here; `test_hostile.py` runs them all."""
