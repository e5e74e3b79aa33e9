"""Rules about numbers of clauses: written into the text, left out, or leading nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import TYPE_CHECKING

from accountkit.errors import TermsError
from accountkit.handbook.checks._common import place_in, resolved_roles, warning
from accountkit.handbook.findings import Finding, Severity, finding
from accountkit.roles.references import clause_texts
from accountkit.values.texts import parse_template

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook
    from accountkit.roles.role import Role

__all__ = ["number_gaps", "written_numbers"]

_NUMBER = r"(?P<number>(?:[IVXL]+\.)?[0-9]+(?:\.[0-9]+)*)(?![\w%])"
_MENTIONS: Mapping[str, re.Pattern[str]] = MappingProxyType(
    {
        "en": re.compile(rf"\b(?:clause|paragraph|item)s? {_NUMBER}", re.IGNORECASE),
        "fil": re.compile(rf"\b(?:sugnay|talata|punto|bilang) (?:na )?{_NUMBER}", re.IGNORECASE),
        "ru": re.compile(rf"\b(?:пункт\w*|п\.) ?{_NUMBER}", re.IGNORECASE),
    }
)
"""How wording mentions a clause by its number, by language."""


def written_numbers(handbook: Handbook) -> Iterator[Finding]:
    """Wording refers to clauses by reference, and no number leads nowhere."""
    for role in resolved_roles(handbook):
        printed = _printed(role)
        for clause, text, path in clause_texts(role):
            for language in text.languages:
                for number in _mentioned(text.get(language, text.forms(language)[0]), language):
                    found = printed.get(number)
                    yield finding(
                        "written-number",
                        Severity.ERROR if found is None else Severity.WARNING,
                        TermsError(
                            f"clause {clause}",
                            f'refers to clause "{number}"'
                            + (", which does not exist" if found is None else " by its number"),
                            _remedy(number, found, printed),
                        ),
                        place_in(handbook, role, (*path, language)),
                    )


def _printed(role: Role) -> dict[str, str]:
    """Ids of clauses by the number they print, without the last full stop."""
    return {number.rstrip("."): clause for clause, number in role.numbers().items()}


def _mentioned(wording: str, language: str) -> Iterator[str]:
    pattern = _MENTIONS.get(language)
    if pattern is not None:
        for part in parse_template(wording):
            if isinstance(part, str):
                yield from (match["number"] for match in pattern.finditer(part))


def _remedy(number: str, found: str | None, printed: Mapping[str, str]) -> str:
    if found is not None:
        return f"write {{clause {found}}}, which prints the number of the day"
    near = [other for other in printed if other.endswith(f".{number}")]
    if not near:
        return "name the clause that is meant, as {clause id}"
    return f"did you mean {' or '.join(near)}? write {{clause {printed[near[0]]}}}"


def number_gaps(handbook: Handbook) -> Iterator[Finding]:
    """Numbers that clauses state run without a gap."""
    for role in resolved_roles(handbook):
        for position, section in enumerate(role.sections):
            stated = [int(item.number) for item in section.clauses if item.number is not None]
            missing = [
                str(number)
                for before, after in pairwise([0, *stated])
                for number in range(before + 1, after)
            ]
            if missing:
                what = "number" if len(missing) == 1 else "numbers"
                yield warning(
                    "number-gap",
                    TermsError(
                        f"section {section.id}",
                        f"lacks {what} {', '.join(missing)}",
                        "find the lost clauses, or leave the numbers out so that they close up",
                    ),
                    place_in(handbook, role, ("sections", position)),
                )
