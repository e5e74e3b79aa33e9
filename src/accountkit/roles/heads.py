"""Heads: what names a role and says what kind of role it is, apart from its clauses.

A role that is written out (``accountkit.roles.role``) and one that extends others
(``accountkit.roles.inheritance``) have the same head.
"""

from __future__ import annotations

import enum

import attrs

from accountkit.roles.codes import OccupationCode
from accountkit.roles.titles import Loan, title_forms
from accountkit.values.texts import Text
from accountkit.values.validators import identifier

__all__ = ["RoleHead", "StaffCategory"]


class StaffCategory(enum.Enum):
    """The class of staff that a post belongs to, as labour statistics use it."""

    MANAGER = "manager"
    SPECIALIST = "specialist"
    OTHER = "other"


@attrs.frozen(kw_only=True)
class RoleHead:
    """The id, the titles and the grade of a role.

    Raises:
        TermsError: a title lacks a grammatical form.
    """

    id: str = attrs.field(validator=identifier, metadata={"doc": "the role's id"})
    title: Text = attrs.field(
        validator=title_forms, metadata={"doc": "its title, with the forms each language needs"}
    )
    aliases: tuple[Text, ...] = attrs.field(
        default=(), metadata={"doc": "other titles for the same work"}
    )
    loans: tuple[Loan, ...] = attrs.field(
        default=(), metadata={"doc": "languages that borrow the title from another"}
    )
    family: str | None = attrs.field(
        default=None, validator=identifier, metadata={"doc": "id of its family of roles"}
    )
    level: str | None = attrs.field(
        default=None, validator=identifier, metadata={"doc": "id of its level, such as senior"}
    )
    specialty: str | None = attrs.field(
        default=None, validator=identifier, metadata={"doc": "id of its kind, such as technical"}
    )
    category: StaffCategory | None = attrs.field(
        default=None, metadata={"doc": "manager, specialist or other employee"}
    )
    codes: tuple[OccupationCode, ...] = attrs.field(
        default=(), metadata={"doc": "codes of published classifications"}
    )
