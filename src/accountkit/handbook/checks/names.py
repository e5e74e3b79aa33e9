"""The rule that a role goes by one name in its own description."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

from accountkit.errors import TermsError
from accountkit.handbook.checks._common import place_in, resolved_roles, warning
from accountkit.handbook.findings import Finding
from accountkit.roles.references import clause_texts
from accountkit.values.texts import parse_template

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook
    from accountkit.roles.role import Role
    from accountkit.values.texts import Text

__all__ = ["names"]


def names(handbook: Handbook) -> Iterator[Finding]:
    """The wording calls a role by its title and by none of its other names."""
    for role in resolved_roles(handbook):
        for language in role.title.languages:
            used = _used(role, language)
            if used:
                told = "; ".join(f"{name} in {', '.join(where)}" for name, where in used.items())
                title = role.title.get(language, role.title.forms(language)[0])
                yield warning(
                    "one-name",
                    TermsError(
                        f"role {role.id}",
                        f'has the title "{title}" and is called {told}',
                        "write {role self}, which prints the title",
                    ),
                    place_in(handbook, role, ("title", language)),
                )


def _used(role: Role, language: str) -> dict[str, list[str]]:
    """The other names that the wording uses, with the clauses that use them."""
    titles = _forms(role.title, language)
    others = [name for alias in role.aliases for name in _forms(alias, language)]
    others = [name for name in others if name not in titles]
    if not others:
        return {}
    # The longest first, so that a title that holds an alias is not taken for the alias.
    every = sorted({*titles, *others}, key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, every))})s?\b", re.IGNORECASE)
    used: defaultdict[str, list[str]] = defaultdict(list)
    for clause, text, _ in clause_texts(role):
        wording = " ".join(_plain_parts(text, language))
        found = {match[0].casefold() for match in pattern.finditer(wording)}
        for name in others:
            if {name, f"{name}s"} & found and clause not in used[name]:
                used[name].append(clause)
    return {name: clauses for name, clauses in used.items() if clauses}


def _forms(title: Text, language: str) -> list[str]:
    """The ways a title is written in a language, in small letters."""
    return list(
        dict.fromkeys(title.get(language, form).casefold() for form in title.forms(language))
    )


def _plain_parts(text: Text, language: str) -> Iterator[str]:
    for form in text.forms(language):
        yield from (
            part for part in parse_template(text.get(language, form)) if isinstance(part, str)
        )
