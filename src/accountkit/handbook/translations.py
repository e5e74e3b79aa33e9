"""Translations: how far all that a handbook says is written in a language, with the places.

Roles are looked at with what they take from the catalogue, since it prints with them. What
documents say of themselves is in ``accountkit.documents.words``.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, TypeAlias

import attrs

from accountkit.errors import AccountkitError, Place, Problems
from accountkit.handbook.catalogue import law_place, office_place
from accountkit.plans.components import Award
from accountkit.roles.translations import WrittenText, company_texts, missing_forms
from accountkit.values.texts import PLAIN, MissingTextError, Text, check_language

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook
    from accountkit.plans.plan import Plan
    from accountkit.roles.description import RoleInCompany

__all__ = ["Translation", "translation_of"]

Path: TypeAlias = tuple[str | int, ...]


@attrs.frozen(kw_only=True)
class Translation:
    """How far a handbook is written in a language.

    ``texts`` is how many texts there are, ``missing_texts`` tells those that are not written in the
    language, and ``missing_forms`` what its sentences need of titles and names that are. Each has
    its place, if it was read from a file.
    """

    language: str
    texts: int
    missing_texts: tuple[MissingTextError, ...]
    missing_forms: tuple[MissingTextError, ...]

    @property
    def is_complete(self) -> bool:
        """Whether all that the handbook says can be printed in the language."""
        return not self.missing_texts and not self.missing_forms


@attrs.frozen(kw_only=True)
class _Found:
    """A text with where it stands; ``owner`` tells texts apart that stand in no file."""

    text: WrittenText
    place: Place | None
    owner: str = ""

    @property
    def key(self) -> Hashable:
        return self.text.subject, self.place or (self.owner, self.text.path)


def translation_of(handbook: Handbook, language: str) -> Translation:
    """How far a handbook is written in a language; a region is left aside, as in print.

    Raises:
        InputError: that is no language.
    """
    wanted = check_language(language).partition("-")[0]
    # What several roles share is told once: an office, or an item of the library.
    found = {item.key: item for item in _texts(handbook)}
    missing = ((item.text.missing_in(wanted), item.place) for item in found.values())
    return Translation(
        language=wanted,
        texts=len(found),
        missing_texts=_in_order((error, place) for error, place in missing if error is not None),
        missing_forms=_in_order(_forms(handbook, wanted)),
    )


def _texts(handbook: Handbook) -> Iterator[_Found]:
    for role, position in _described(handbook):
        for text in company_texts(role):
            place = _place(handbook, role, position, text.path)
            yield _Found(text=text, place=place, owner=role.role.id)
    places = handbook.origin.places
    for index, measure in enumerate(handbook.measures):
        place = places.at("measures.yaml", "measures", index, "title")
        yield _Found(text=_plain(f"measure {measure.id}", measure.title), place=place)
    for plan in handbook.plans:
        file = places.file_with("plans/", "id", plan.id)
        yield _Found(text=_plain(f"plan {plan.id}", plan.title), place=places.at(file, "title"))
        for index, clause in enumerate(plan.clauses):
            text = _plain(f"clause {clause.id} of plan {plan.id}", clause.text)
            yield _Found(text=text, place=places.at(file, "clauses", index, "text"))
        for text in _plan_texts(plan):
            yield _Found(text=text, place=places.at(file, *text.path), owner=plan.id)


def _plan_texts(plan: Plan) -> Iterator[WrittenText]:
    """What statements print of a plan beside its clauses."""
    for index, part in enumerate(plan.components):
        path: Path = ("components", index)
        subject = f"component {part.id} of plan {plan.id}"
        if part.title is not None:
            yield _plain(subject, part.title, (*path, "title"))
        if isinstance(part, Award):
            yield _plain(subject, part.item, (*path, "item"))
    for index, rule in enumerate(plan.profile.rules if plan.profile else ()):
        subject = f"basis of {rule.recommendation.value} of plan {plan.id}"
        yield _plain(subject, rule.basis, ("profile", "rules", index, "basis"))


def _forms(handbook: Handbook, language: str) -> Iterator[tuple[MissingTextError, Place | None]]:
    told: set[Hashable] = set()
    for role, position in _described(handbook):
        for error in missing_forms(role, language):
            place = _place(handbook, role, position, error.path)
            key = (error.subject, place or (role.role.id, error.path))
            if key not in told:
                told.add(key)
                yield error, place


def _described(handbook: Handbook) -> Iterator[tuple[RoleInCompany, str | None]]:
    """Each role that can be described; the check says what is wrong with the others."""
    for role_id, position in handbook.role_set.described:
        with suppress(AccountkitError, Problems):
            yield handbook.role(role_id, position), position


def _place(
    handbook: Handbook, role: RoleInCompany, position: str | None, path: Path
) -> Place | None:
    match path:
        case ("offices", str(office)):
            own = [item.id for item in handbook.offices]
            if office not in own:
                return office_place(office)
            at = own.index(office)
            return handbook.origin.places.at("offices.yaml", "offices", at, "title")
        case ("laws", str(law)):
            return law_place(role.jurisdiction.id, law)
        case _:
            return handbook.role_set.place(role.role.id, path, position)


def _plain(subject: str, text: Text, path: Path = ()) -> WrittenText:
    return WrittenText(subject=subject, text=text, path=path, form=lambda _: PLAIN)


def _in_order(
    found: Iterable[tuple[MissingTextError, Place | None]],
) -> tuple[MissingTextError, ...]:
    """The errors with their places, in reading order."""
    errors: list[MissingTextError] = []
    for error, place in found:
        error.place = place
        errors.append(error)
    return tuple(sorted(errors, key=lambda error: error.place.key if error.place else ("", 0, 0)))
