"""roadmapc compiles municipal roadmaps («дорожные карты») from YAML into official Word documents and calendars."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

__version__ = "0.2.0.dev0"


def lazy_names(package: str, modules: Mapping[str, str]) -> Callable[[str], Any]:
    """Return what a package has as `__getattr__` (PEP 562): `modules` says in which module of it each name is."""

    def find(name: str) -> Any:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{modules[name]}"), name)

    return find
