"""Measurements against named peers: `make bench`, or `python -m benchmarks deadlines documents`."""
