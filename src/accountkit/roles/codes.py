"""Codes: what a published classification calls the occupation of a role.

A code is an attribute and never the identity of a role: a role may have several, and several roles
may share one. The version of the scheme is part of the code, since schemes are revised.

Source:
    ISCO-08 (International Labour Organization), ESCO (European Commission), SOC 2018 and
    O*NET-SOC 2019 (U.S. Department of Labor).
"""

from __future__ import annotations

import enum
import re
from collections.abc import Mapping
from types import MappingProxyType

import attrs

from accountkit.errors import TermsError
from accountkit.values.validators import not_empty

__all__ = ["CodeScheme", "OccupationCode"]


class CodeScheme(enum.Enum):
    """Classifications of occupations."""

    ISCO_08 = "isco-08"
    ESCO = "esco"
    SOC = "soc"
    ONET_SOC = "onet-soc"
    PSOC = "psoc"
    OKPDTR = "okpdtr"


_FORMS: Mapping[CodeScheme, tuple[re.Pattern[str], str]] = MappingProxyType(
    {
        CodeScheme.ISCO_08: (re.compile(r"[0-9]{1,4}"), "one to four digits, such as 2431"),
        CodeScheme.ESCO: (
            re.compile(r"https?://data\.europa\.eu/esco/occupation/[0-9A-Za-z.-]+"),
            "the occupation's address, such as http://data.europa.eu/esco/occupation/...",
        ),
        CodeScheme.SOC: (re.compile(r"[0-9]{2}-[0-9]{4}"), "digits such as 41-3091"),
        CodeScheme.ONET_SOC: (
            re.compile(r"[0-9]{2}-[0-9]{4}\.[0-9]{2}"),
            "digits such as 41-3091.00",
        ),
        CodeScheme.PSOC: (re.compile(r"[0-9]{1,5}"), "one to five digits"),
        CodeScheme.OKPDTR: (re.compile(r"[0-9]{5}"), "five digits"),
    }
)


@attrs.frozen(kw_only=True)
class OccupationCode:
    """One code in one version of a scheme.

    Raises:
        TermsError: the code has not the form of its scheme, or the version is empty.
    """

    scheme: CodeScheme = attrs.field(metadata={"doc": "the classification"})
    version: str = attrs.field(
        validator=not_empty, metadata={"doc": "the scheme's version, such as 08, 1.2.0 or 29.2"}
    )
    code: str = attrs.field(metadata={"doc": "the code, or the address for ESCO"})
    title: str | None = attrs.field(
        default=None, metadata={"doc": "the scheme's own title, in its own language"}
    )

    def __attrs_post_init__(self) -> None:
        form, example = _FORMS[self.scheme]
        if not form.fullmatch(self.code):
            raise TermsError(
                "code",
                f'"{self.code}" is not a code of {self.scheme.value}',
                f"write {example}",
                path=("code",),
            )
