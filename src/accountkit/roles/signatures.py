"""Signatures: who signed which text, when, and as what.

A signature is bound to the fingerprint of the exact text. The text itself is in
``accountkit.roles.versions``. ``signed_on`` is the day that stands on the paper.
"""

from __future__ import annotations

import enum
from datetime import date

import attrs

from accountkit.values.validators import at_least, identifier, not_empty

__all__ = ["Signature", "SignatureKind"]


class SignatureKind(enum.Enum):
    """What somebody says by signing."""

    APPROVAL = "approval"
    """It shall hold."""

    AGREEMENT = "agreement"
    """It may be approved; given before that."""

    ACQUAINTANCE = "acquaintance"
    """I have read what I am held to."""


@attrs.frozen(kw_only=True)
class Signature:
    """A person's signature under a text."""

    person: str = attrs.field(validator=identifier, metadata={"doc": "id of whoever signed"})
    role: str = attrs.field(validator=identifier, metadata={"doc": "id of the role"})
    version: int = attrs.field(
        validator=at_least(1), metadata={"doc": "number of the role's version"}
    )
    language: str = attrs.field(
        validator=not_empty, metadata={"doc": "the language of the text signed"}
    )
    kind: SignatureKind = attrs.field(
        metadata={"doc": "approval, agreement or acquaintance (has read it)"}
    )
    signed_on: date = attrs.field(metadata={"doc": "the day of the signature"})
    fingerprint: str = attrs.field(
        validator=not_empty, metadata={"doc": "hash of the text signed, written by accountkit"}
    )
