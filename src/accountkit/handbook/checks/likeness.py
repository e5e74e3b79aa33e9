"""The rule that no clause of a role says what another one says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from accountkit.errors import TermsError
from accountkit.handbook.checks._common import place_in, resolved_roles
from accountkit.handbook.findings import Finding, Severity, finding
from accountkit.roles.references import placed_clauses

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook
    from accountkit.values.clauses import Clause

__all__ = ["duplicates"]

_WORD = re.compile(r"\w+")
_ALIKE = (4, 5)
"""The share of words in common from which on two wordings are called alike: four of five."""


def duplicates(handbook: Handbook) -> Iterator[Finding]:
    """No clause says in the same or nearly the same words what another one says."""
    for role in resolved_roles(handbook):
        placed = [(clause, path, _words(clause)) for clause, path in placed_clauses(role)]
        for (first, _, one), (second, path, other) in combinations(placed, 2):
            language = next((name for name in one if _are_alike(one[name], other.get(name))), None)
            if language is None:
                continue
            same = one[language] == other[language]
            yield finding(
                "duplicate",
                Severity.WARNING if same else Severity.NOTE,
                TermsError(
                    f"clause {second.id}",
                    f"says {'the same as' if same else 'nearly the same as'} clause {first.id}"
                    f" in {language}",
                    "keep one, or say what is different",
                ),
                place_in(handbook, role, path),
            )


def _words(clause: Clause) -> dict[str, frozenset[str]]:
    """The words of a clause by language."""
    text = clause.text
    return {
        language: frozenset(_WORD.findall(text.get(language, form).casefold()))
        for language in text.languages
        for form in text.forms(language)[:1]
    }


def _are_alike(one: frozenset[str], other: frozenset[str] | None) -> bool:
    if not one or not other:
        return False
    part, whole = _ALIKE
    return whole * len(one & other) >= part * len(one | other)
