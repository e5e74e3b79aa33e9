"""The rule that every text is there in every language of the company."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from accountkit.errors import TermsError
from accountkit.handbook.checks._common import resolved_roles
from accountkit.handbook.findings import Finding, Severity, finding
from accountkit.values.texts import Text

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook

__all__ = ["languages"]


def languages(handbook: Handbook) -> Iterator[Finding]:
    """Roles, plans and measures have their wording in every language of the company."""
    places = handbook.origin.places
    for role in resolved_roles(handbook):
        for fault in role.translation_faults(handbook.company.languages):
            place = handbook.role_set.place(role.id, ("role", *fault.path))
            yield finding("languages", Severity.WARNING, fault, place)
    for file, texts in _wordings(handbook):
        for path, text in texts:
            for language in handbook.company.languages:
                if language not in text.languages:
                    missing = TermsError(
                        f"text {'.'.join(str(step) for step in path)}",
                        f"is missing in {language}, a language of the company",
                        f"add {language}: to it",
                    )
                    yield finding("languages", Severity.WARNING, missing, places.at(file, *path))


def _wordings(
    handbook: Handbook,
) -> Iterator[tuple[str, list[tuple[tuple[str | int, ...], Text]]]]:
    yield (
        "measures.yaml",
        [(("measures", i, "title"), item.title) for i, item in enumerate(handbook.measures)],
    )
    for choices in handbook.choices:
        yield (
            handbook.origin.places.file_with("roles/", "role", choices.role),
            [(("plans", i, "title"), item.title) for i, item in enumerate(choices.plans)],
        )
    for plan in handbook.plans:
        clauses = [(("clauses", i, "text"), item.text) for i, item in enumerate(plan.clauses)]
        file = handbook.origin.places.file_with("plans/", "id", plan.id)
        yield file, [(("title",), plan.title), *clauses]
