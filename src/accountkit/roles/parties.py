"""Parties: the offices that a role deals with, such as its superior, and how they are called.

An *office* is a post or a unit of a company with its title. A *party* is a place in a role's
clauses that an office takes; where a role allows several offices, the company chooses one
(``accountkit.roles.description``). Which person holds an office is in
``accountkit.roles.organisation``.
"""

from __future__ import annotations

import enum

import attrs

from accountkit.roles.titles import Loan, title_forms
from accountkit.values.texts import Text
from accountkit.values.validators import identifier, not_empty

__all__ = ["Office", "OfficeKind", "Party"]


class OfficeKind(enum.Enum):
    """Whether an office is one holder's post or a unit of several people."""

    POST = "post"
    UNIT = "unit"


@attrs.frozen(kw_only=True)
class Office:
    """A post or unit that clauses can name.

    Raises:
        TermsError: the title lacks a grammatical form in one of its languages.
    """

    id: str = attrs.field(validator=identifier, metadata={"doc": "the office's id"})
    title: Text = attrs.field(
        validator=title_forms, metadata={"doc": "its title, with the forms each language needs"}
    )
    kind: OfficeKind = attrs.field(
        default=OfficeKind.POST, metadata={"doc": "post (one holder) or unit (a department)"}
    )
    loans: tuple[Loan, ...] = attrs.field(
        default=(), metadata={"doc": "languages that borrow the title from another"}
    )
    source: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "ids of the source rows it comes from"}
    )
    note: str | None = attrs.field(
        default=None, metadata={"doc": "remark for the people who keep the handbook"}
    )


@attrs.frozen(kw_only=True)
class Party:
    """A place in a role's clauses that one office of the company takes.

    With one office in ``one_of`` that office stands; with several the company must choose.

    Raises:
        TermsError: no office may take the place.
    """

    id: str = attrs.field(validator=identifier, metadata={"doc": "the party's id"})
    one_of: tuple[str, ...] = attrs.field(
        validator=not_empty,
        metadata={"doc": "ids of the offices that may stand here; of several, a company chooses"},
    )
    source: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "ids of the source rows it comes from"}
    )
    note: str | None = attrs.field(
        default=None, metadata={"doc": "remark for the people who keep the handbook"}
    )
