"""Proves that the contracts of the layout hold every module: a forbidden import breaks them wherever it stands."""

from __future__ import annotations

import tomllib
from copy import deepcopy
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

import grimp
import pytest
from importlinter.configuration import configure
from importlinter.contracts.forbidden import ForbiddenContract
from importlinter.contracts.layers import LayersContract

configure()

ROOT = Path(__file__).parent.parent
OPTIONS: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
LAYERS, *CONTRACTS = (
    {
        key: str(value) if isinstance(value, bool) else value for key, value in contract.items()
    }  # as import-linter reads them
    for contract in OPTIONS["contracts"]
)
COUNTING = next(contract for contract in CONTRACTS if contract["name"] == "Words are counted without the reader")
LIBRARIES = [contract for contract in CONTRACTS if contract is not COUNTING]
SESSION = {"root_packages": ["roadmapc"], "include_external_packages": "True"}
ROOMS = [room for layer in LAYERS["layers"] for room in layer.split(" | ")]


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("roadmapc", include_external_packages=True, cache_dir=None)


def broken(kind: type[Any], contract: dict[str, Any], graph: grimp.ImportGraph) -> list[Any]:
    """Return the chains of imports that break a contract."""
    check = kind(contract["name"], SESSION, contract).check(graph, verbose=False)
    return [chain for found in check.metadata.get("invalid_chains", ()) for chain in found["chains"]]


def allowed(importer: str, imported: str, contract: dict[str, Any]) -> bool:
    """Say whether an exception of a contract names an import; «**» stands for any number of parts, «*» for one."""
    for exception in contract.get("ignore_imports", ()):
        source, target = exception.split(" -> ")
        deep = source.endswith(".**") or source.count(".") == importer.count(".")
        if imported == target and deep and fnmatchcase(importer, source.replace("**", "*")):
            return True
    return False


@pytest.mark.parametrize("contract", LIBRARIES, ids=lambda contract: contract["name"])
def test_a_forbidden_library_is_found_in_every_module(contract: dict[str, Any], graph: grimp.ImportGraph) -> None:
    assert contract["source_modules"] == ["roadmapc"]
    ours = sorted(module for module in graph.modules if module.split(".")[0] == "roadmapc")
    for library in contract["forbidden_modules"]:
        spoilt = deepcopy(graph)
        for module in ours:
            spoilt.add_import(importer=module, imported=library)
        found = {chain[0]["importer"] for chain in broken(ForbiddenContract, contract, spoilt)}
        assert found == {module for module in ours if not allowed(module, library, contract)}
        assert found
    assert broken(ForbiddenContract, contract, deepcopy(graph)) == []


@pytest.mark.parametrize("module", COUNTING["forbidden_modules"])
def test_the_count_of_words_stands_on_its_own(module: str, graph: grimp.ImportGraph) -> None:
    """What the reader is made of is found in it, through other modules too."""
    room = COUNTING["source_modules"][0]
    spoilt = deepcopy(graph)
    spoilt.add_import(importer=f"{room}.parts", imported="roadmapc.word.package.archive")
    spoilt.add_import(importer="roadmapc.word.package.archive", imported=module)
    assert broken(ForbiddenContract, COUNTING, spoilt)
    assert broken(ForbiddenContract, COUNTING, deepcopy(graph)) == []


def test_every_room_has_its_floor(graph: grimp.ImportGraph) -> None:
    """The layers name each room once; two folders more at most may come."""
    assert LAYERS["exhaustive"]
    assert sorted(ROOMS) == sorted(name.split(".")[1] for name in graph.find_children("roadmapc") if "__" not in name)
    assert len(ROOMS) <= 16


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_knows_one_above_it(room: str, graph: grimp.ImportGraph) -> None:
    """An import of a room of the same floor, or of one above, breaks the layers."""
    floors = [layer.split(" | ") for layer in LAYERS["layers"]]
    at = next(at for at, floor in enumerate(floors) if room in floor)
    above = [other for floor in floors[: at + 1] for other in floor if other != room]
    for other in above:
        spoilt = deepcopy(graph)
        spoilt.add_import(importer=f"roadmapc.{room}", imported=f"roadmapc.{other}")
        contract = LayersContract(LAYERS["name"], SESSION, LAYERS)
        assert not contract.check(spoilt, verbose=False).kept, (room, other)
