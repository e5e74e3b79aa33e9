"""Role terms: what a role says in some languages, cut down to what it needs, to be kept.

They are what a version keeps besides its texts, and what tells whether a role still says the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import attrs

from accountkit.roles.choices import RoleChoices
from accountkit.roles.description import RoleInCompany
from accountkit.roles.inheritance import RoleChanges
from accountkit.roles.laws import Jurisdiction
from accountkit.roles.parties import Office
from accountkit.roles.references import text_references
from accountkit.roles.role import Role
from accountkit.roles.titles import Loan
from accountkit.values.texts import Text
from accountkit.values.validators import unique_ids

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

__all__ = ["RoleTerms", "same_terms", "terms_of"]

_REMARKS = frozenset({"aliases", "codes", "item", "note", "source"})
"""Fields that are for those who keep the handbook, and bind nobody."""


@attrs.frozen(kw_only=True)
class RoleTerms:
    """A role with what the company settled for it, and the offices and laws that it names."""

    role: Role = attrs.field(metadata={"doc": "the role, with all of its layers applied"})
    company: str = attrs.field(metadata={"doc": "the company's name"})
    offices: tuple[Office, ...] = attrs.field(
        default=(), validator=unique_ids, metadata={"doc": "the offices that stand for its parties"}
    )
    jurisdiction: Jurisdiction = attrs.field(metadata={"doc": "the laws that its clauses name"})
    choices: RoleChoices = attrs.field(metadata={"doc": "what the company settled"})

    def described(self) -> RoleInCompany:
        """The same as a role in a company, which can be printed and asked."""
        return RoleInCompany(
            role=self.role,
            company=self.company,
            offices=self.offices,
            jurisdiction=self.jurisdiction,
            choices=self.choices,
        )


def terms_of(described: RoleInCompany, languages: Collection[str]) -> RoleTerms:
    """What there is to keep of a role, in the languages given; other translations stay out."""
    role, laws = described.role, described.jurisdiction.laws
    parties = [described.office(party.id) for party in role.parties]
    offices = {office.id for office in parties if office is not None}
    named = {item.target for item in text_references(role) if item.kind == "law"}
    named.update(law for clause in role.responsibilities for law in clause.laws)
    terms = RoleTerms(
        role=role,
        company=described.company,
        offices=tuple(office for office in described.offices if office.id in offices),
        jurisdiction=attrs.evolve(
            described.jurisdiction, laws=tuple(law for law in laws if law.id in named)
        ),
        choices=attrs.evolve(described.choices, position=None, changes=RoleChanges()),
    )
    kept: RoleTerms = _translated(terms, languages)
    return kept


def same_terms(one: RoleTerms, other: RoleTerms) -> bool:
    """Whether two say the same, whatever the remarks and sources in them."""
    return bool(_binding(one) == _binding(other))


def _translated(value: Any, languages: Collection[str]) -> Any:
    """The value without what is in other languages; a text in none of these stays as it is."""
    if isinstance(value, Text):
        kept = tuple(item for item in value.wordings if item[0] in languages)
        return Text(kept) if kept else value
    if isinstance(value, tuple):
        items = cast("tuple[object, ...]", value)
        wanted = (item for item in items if not _is_of_another(item, languages))
        return tuple(_translated(item, languages) for item in wanted)
    changes: dict[str, Any] = {
        field.alias or field.name: new
        for field, old in _fields(value)
        if (new := _translated(old, languages)) != old
    }
    return attrs.evolve(value, **changes) if changes else value


def _is_of_another(item: object, languages: Collection[str]) -> bool:
    return isinstance(item, Loan) and item.language not in languages


def _binding(value: Any) -> Any:
    """The value as plain data, without remarks."""
    if isinstance(value, tuple):
        return [_binding(item) for item in cast("tuple[object, ...]", value)]
    told = [(field.name, _binding(part)) for field, part in _fields(value)]
    return [item for item in told if item[0] not in _REMARKS] or value


def _fields(value: object) -> Iterator[tuple[attrs.Attribute[Any], Any]]:
    """The parts of a term; none of what is no term."""
    cls = type(value)
    if attrs.has(cls):
        for field in attrs.fields(cls):
            yield field, getattr(value, field.name)
