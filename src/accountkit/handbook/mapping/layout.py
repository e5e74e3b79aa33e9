"""Layout: how the text of a mapped file is written."""

from __future__ import annotations

import attrs

from accountkit.handbook import _validators

__all__ = ["Layout"]


@attrs.frozen(kw_only=True)
class Layout:
    """How the text of a CSV file is written.

    Raises:
        TermsError: the separator is not one character, nobody knows the encoding, decimals start
            with neither point nor comma, or the dates do not tell year, month and day.
    """

    separator: str = attrs.field(
        default=",",
        validator=_validators.separator,
        metadata={"doc": "what stands between two columns"},
    )
    encoding: str = attrs.field(
        default="utf-8-sig",
        validator=_validators.encoding,
        metadata={"doc": "the file's encoding"},
    )
    decimal_mark: str = attrs.field(
        default=".",
        validator=_validators.decimal_mark,
        metadata={"doc": "the mark before the decimals"},
    )
    date_format: str = attrs.field(
        default="%Y-%m-%d",
        validator=_validators.date_format,
        metadata={"doc": "how dates are written, such as %d.%m.%Y"},
    )
