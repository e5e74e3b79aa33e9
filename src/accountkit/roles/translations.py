"""Translations: all that a role says in a company, and what of it a language lacks.

Nothing is translated or inflected here. A text that is not written in a language, or lacks a form
that a sentence needs, is an error that names both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, TypeAlias

import attrs

from accountkit.roles.references import clause_texts, role_names, text_references
from accountkit.values.texts import (
    PLAIN,
    MissingTextError,
    Text,
    base_form,
    base_name_form,
    parse_template,
)

if TYPE_CHECKING:
    from accountkit.roles.description import RoleInCompany
    from accountkit.roles.role import Role

__all__ = ["WrittenText", "company_texts", "missing_forms", "role_texts"]

Path: TypeAlias = tuple[str | int, ...]


@attrs.frozen(kw_only=True)
class WrittenText:
    """A text of a role, what messages call it, and the path that leads to it."""

    subject: str
    text: Text
    path: Path
    form: Callable[[str], str]

    def missing_in(self, language: str) -> MissingTextError | None:
        """What to tell if the text is not written in a language."""
        if self.text.forms(language):
            return None
        return _lacking(self.subject, self.text, language, self.form(language), self.path)


def role_texts(role: Role) -> Iterator[WrittenText]:
    """Every text of a role by itself, titles and names first."""
    yield WrittenText(
        subject=f"title of {role.id}", text=role.title, path=("title",), form=base_form
    )
    for owner, text, path in role_names(role):
        yield WrittenText(subject=f"name of {owner}", text=text, path=path, form=base_name_form)
    for clause, text, path in clause_texts(role):
        yield WrittenText(subject=f"clause {clause}", text=text, path=path, form=_plain)


def company_texts(role: RoleInCompany) -> Iterator[WrittenText]:
    """Every text that a role in a company may print.

    A ``path`` starts with ``role`` or ``choices``, as in the faults of the role in the company,
    or with ``offices`` or ``laws`` and the id of one.
    """
    for written in role_texts(role.role):
        yield attrs.evolve(written, path=("role", *written.path))
    for index, plan in enumerate(role.choices.plans):
        yield WrittenText(
            subject=f"name of {plan.measure}",
            text=plan.title,
            path=("choices", "plans", index, "title"),
            form=base_name_form,
        )
    for party in role.role.parties:
        if office := role.office(party.id):
            path = ("offices", office.id)
            yield WrittenText(
                subject=f"title of {office.id}", text=office.title, path=path, form=base_form
            )
    for reference in text_references(role.role):
        law = role.jurisdiction.law(reference.target) if reference.kind == "law" else None
        if law is not None:
            path = ("laws", law.id)
            yield WrittenText(
                subject=f"name of law {law.id}", text=law.title, path=path, form=base_name_form
            )


def missing_forms(role: RoleInCompany, language: str) -> Iterator[MissingTextError]:
    """What sentences of a language need of the titles and names in them, and those lack.

    Only what is written in the language at all is looked at; ``path`` is as in ``company_texts``.
    """
    for clause, text, path in clause_texts(role.role):
        for form in text.forms(language):
            for part in parse_template(text.get(language, form)):
                named = None if isinstance(part, str) else role.named(part)
                if isinstance(part, str) or named is None or not named.forms(language):
                    continue
                subject, place = f"clause {clause}, in {part}", ("role", *path, language)
                error = _lacking(subject, named, language, part.form or PLAIN, place)
                if error is not None:
                    yield error


def _plain(language: str) -> str:
    del language
    return PLAIN


def _lacking(
    subject: str, text: Text, language: str, form: str, path: Path
) -> MissingTextError | None:
    try:
        text.get(language, form)
    except MissingTextError as error:
        error.subject, error.path = subject, path
        return error
    return None
