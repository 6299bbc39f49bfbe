"""The way back from Word: a roadmap and Word files → what differs → the roadmap with it put in."""

from roadmapc.importer.applying import Applied, apply
from roadmapc.importer.comparing import Compared, compare

__all__ = ["Applied", "Compared", "apply", "compare"]
