"""The signature: position and name."""

from __future__ import annotations

from dataclasses import dataclass

from roadmapc.source.model import Signature


@dataclass(frozen=True, slots=True)
class SignatureView:
    """Position and name."""

    position: str
    name: str


def signature_view(signature: Signature) -> SignatureView:
    """Return a signature."""
    return SignatureView(signature.position, signature.name)
