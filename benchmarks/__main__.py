"""Runs the benchmarks named, or all of them, and prints their tables."""

from __future__ import annotations

import sys

from benchmarks import amendments, checks, country, deadlines, documents, execution, imports, pages, redlines, whole

ALL = {
    "amendments": amendments.main,
    "checks": checks.main,
    "country": country.main,
    "deadlines": deadlines.main,
    "documents": documents.main,
    "execution": execution.main,
    "imports": imports.main,
    "pages": pages.main,
    "redlines": redlines.main,
    "whole": whole.main,
}

if __name__ == "__main__":
    for name in sys.argv[1:] or ALL:
        ALL[name]()
        print()
