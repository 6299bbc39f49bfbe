"""What a YAML text says, as plain data with the place of every key and value."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from roadmapc.diagnostics import Route, Source, Span


@dataclass
class Tree:
    """Plain data (dict, list, str, None) and, by route of keys and indices, where its values and keys stand."""

    source: Source
    data: Any = None
    values: dict[Route, Span] = field(default_factory=dict)
    keys: dict[Route, Span] = field(default_factory=dict)

    def span(self, route: Route) -> Span:
        """Return the place of the value at a route; parts of the route that are not in the data are passed over."""
        return self.values[self.known(route)]

    def key_span(self, route: Route) -> Span:
        """Return the place of the key that leads to a route, or of its value where it has none."""
        known = self.known(route)
        return self.keys.get(known) or self.values[known]

    def value(self, route: Route) -> Any:
        """Return the value at a route; parts of the route that are not in the data are passed over."""
        value = self.data
        for part in self.known(route):
            value = value[part]
        return value

    def known(self, route: Route) -> Route:
        """Return the part of a route that is in the data, short forms («owners: umo») taken into account."""
        known: Route = ()
        for part in route:
            if (*known, part) in self.values:
                known = (*known, part)
        return known
