"""Roles of a base plan → the municipality's own owners."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from roadmapc.diagnostics import Diagnostic, Message, Route, Severity
from roadmapc.diagnostics.suggestion import did_you_mean
from roadmapc.russian.normal_form import normal_form
from roadmapc.source.basing.grafting import Branch
from roadmapc.source.problems import UNFITTING_OVERRIDE
from roadmapc.source.tree import Tree


class Roles:
    """Which alias stands in the place of which role."""

    def __init__(self, own: Tree, base: Tree) -> None:
        self.own = own
        owners = base.data.get("owners")
        self.known = frozenset(owners) if isinstance(owners, dict) else frozenset()
        own_owners = own.data.get("owners")
        self.own_aliases = frozenset(own_owners) if isinstance(own_owners, dict) else frozenset()
        roles = own.data.get("roles")
        self.given: Mapping[str, Any] = roles if isinstance(roles, dict) else {}
        self.alias = {normal_form(role): alias for role, alias in self.given.items() if isinstance(alias, str)}

    def problems(self) -> list[Diagnostic]:
        """Return the roles that the base does not have."""
        return [self._unknown(role) for role in self.given if role not in self.known]

    def _unknown(self, role: str) -> Diagnostic:
        message = Message("the base plan has no role “{role}”", role=role)
        known = Message("its roles: {names}", names=", ".join(sorted(self.known)))
        none = Message("it has no “owners:”, so there are no roles")
        hint = did_you_mean(role, self.known, known if self.known else none)
        span, route = self.own.key_span(("roles", role)), ("roles", role)
        return Diagnostic(*UNFITTING_OVERRIDE, Severity.ERROR, message, self.own.source, span, hint=hint, route=route)

    def is_played(self, role: str) -> bool:
        """Say whether the municipality puts another owner in the place of a role."""
        return normal_form(role) in self.alias and self.alias[normal_form(role)] != role

    def take(self, branch: Branch, route: Route, to: Route) -> Any:
        """Return a cell of owners with aliases for roles, each alias once; places are those of the roles."""
        value = branch.tree.value(route)
        if isinstance(value, dict):
            branch.place(route, to)
            below = [(key, (*route, key), (*to, key)) for key in value]
            return {key: self.take(branch, *at) if key == "who" else branch.take(*at) for key, *at in below}
        if isinstance(value, list):
            return self._list(branch, value, route, to)
        branch.place(route, to)
        return self._played(branch, value)

    def _list(self, branch: Branch, value: list[Any], route: Route, to: Route) -> list[Any]:
        """Return a list with aliases for roles; two roles of one owner name him once."""
        branch.place(route, to)
        taken: list[Any] = []
        for at, item in enumerate(value):
            played = self._played(branch, item)
            if played == item:
                taken.append(branch.take((*route, at), (*to, len(taken))))
            elif played not in taken:
                branch.place((*route, at), (*to, len(taken)))
                taken.append(played)
        return taken

    def _played(self, branch: Branch, value: Any) -> Any:
        """Return the alias for a role; the roadmap's own rows may name its own owners, whatever they are called."""
        if not isinstance(value, str) or (branch.tree is self.own and value in self.own_aliases):
            return value
        return self.alias.get(normal_form(" ".join(value.split())), value)
