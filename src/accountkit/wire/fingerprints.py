"""Fingerprints: short names for exact content, the same on every machine and in every year.

A fingerprint is ``sha256:`` and the SHA-256, in hexadecimal digits, of the content's wire form as
canonical JSON.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any, TypeAlias, TypeVar, cast

import attrs

from accountkit.wire.converter import CONVERTER

__all__ = ["canonical", "fingerprint", "is_intact", "with_fingerprint"]

T = TypeVar("T", bound=attrs.AttrsInstance)
Plain: TypeAlias = "dict[str, Plain] | list[Plain] | str | int | None"
"""What a converter writes: mappings, lists, texts, counts and truth values."""

_SCHEME = "sha256:"
_FIELD = "fingerprint"


def canonical(data: Any) -> str:
    """Data as JSON that can be written in one way only: sorted keys, no spaces, UTF-8 as it is.

    For texts, lists and mappings this is the form of RFC 8785.

    >>> canonical({"b": ["ñ"], "a": "1"})
    '{"a":"1","b":["ñ"]}'
    """
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def fingerprint(term: attrs.AttrsInstance) -> str:
    """The fingerprint of a term: of all that is written of it but its own field ``fingerprint``.

    Numbers and truth values count as the texts that a handbook has in their place, so that it can
    be worked out from a file as well: read the file's scalars as texts, drop the key
    ``fingerprint``, and take the hash of the rest.
    """
    data = dict(cast("dict[str, Any]", CONVERTER.unstructure(term)))
    data.pop(_FIELD, None)
    return _SCHEME + hashlib.sha256(canonical(_as_texts(data)).encode()).hexdigest()


def with_fingerprint(term: T) -> T:
    """The term with its fingerprint in the field of that name."""
    found: Any = term
    return cast("T", attrs.evolve(found, **{_FIELD: fingerprint(term)}))


def is_intact(term: attrs.AttrsInstance) -> bool:
    """Whether a term is still what the fingerprint in it was taken of."""
    recorded: str = getattr(term, _FIELD)
    return recorded == fingerprint(term)


def _as_texts(data: Plain) -> Plain:
    if isinstance(data, dict):
        return {key: _as_texts(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_as_texts(item) for item in data]
    if isinstance(data, bool):
        return str(data).lower()
    return None if data is None else str(data)
