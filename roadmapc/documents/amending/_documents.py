"""All documents that go with an amending order, found by being there."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from functools import cache
from types import ModuleType

from roadmapc.documents import amending as package
from roadmapc.documents.output import File, OutputContext, proved
from roadmapc.plan.amending import Amendment

_ORDER_ITSELF = "amendment"


@cache
def documents() -> tuple[ModuleType, ...]:
    """Return the documents besides the order itself, which is written with its proof."""
    names = [info.name for info in pkgutil.iter_modules(package.__path__) if info.name[0] != "_"]
    return tuple(
        importlib.import_module(f"{package.__name__}.{name}") for name in sorted(names) if name != _ORDER_ITSELF
    )


def further_documents(amendment: Amendment, context: OutputContext) -> Iterator[File]:
    """Yield the files that go with an amending order, each proved to be whole; raises DamagedFile."""
    for document in documents():
        yield from map(proved, document.files(amendment, context))
