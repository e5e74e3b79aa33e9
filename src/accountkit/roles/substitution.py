"""Substitution: orders that let a deputy act in another's position for a time.

An order covers all positions of an absent person, or one position whoever holds it. It says which
clauses of the role pass and what of them: rights, duties, responsibility. It passes one level down:
whoever stands in for the deputy does not act under it. Who acts on a day is worked out in
``accountkit.roles.acting``. ``start`` is the first day, ``until`` the last.
"""

from __future__ import annotations

import enum
from datetime import date

import attrs

from accountkit.errors import TermsError
from accountkit.roles._dated import holds, not_before_start
from accountkit.roles.choices import GrantedLimit
from accountkit.roles.relations import Transfer
from accountkit.values.validators import identifier, not_empty

__all__ = ["SubstitutionMode", "SubstitutionOrder"]


class SubstitutionMode(enum.Enum):
    """Whether the absent person keeps what passes to the deputy."""

    TRANSFER = "transfer"
    """The deputy has it instead."""

    SHARE = "share"
    """Both have it."""


@attrs.frozen(kw_only=True)
class SubstitutionOrder:
    """An order by which a deputy acts in the place of a person or in a position.

    Raises:
        TermsError: none or both of person and position are given, somebody is to stand in for
            themselves, nothing passes, or the last day comes before the first.
    """

    id: str = attrs.field(validator=identifier, metadata={"doc": "the order's id"})
    number: str = attrs.field(
        validator=not_empty, metadata={"doc": "its number, as it is printed, such as 14-K"}
    )
    issued_on: date = attrs.field(metadata={"doc": "the day of the order"})
    signed_by: str = attrs.field(
        validator=identifier, metadata={"doc": "id of the person who signs it"}
    )
    absent: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "id of the absent person, whose positions are all covered"},
    )
    position: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "instead of the person: id of one position, whoever holds it"},
    )
    deputy: str = attrs.field(
        validator=identifier, metadata={"doc": "id of the person who acts meanwhile"}
    )
    start: date = attrs.field(metadata={"doc": "first day on which the deputy acts"})
    until: date | None = attrs.field(
        default=None,
        validator=not_before_start,
        metadata={"doc": "last day on which the deputy acts; left out: until another order"},
    )
    mode: SubstitutionMode = attrs.field(
        default=SubstitutionMode.TRANSFER,
        metadata={"doc": "transfer (the deputy has it instead) or share (both have it)"},
    )
    clauses: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "ids of the clauses that pass; left out: all of the role"}
    )
    transfers: tuple[Transfer, ...] = attrs.field(
        default=tuple(Transfer),
        validator=not_empty,
        metadata={"doc": "what passes: rights, duties, responsibility; left out: all three"},
    )
    caps: tuple[GrantedLimit, ...] = attrs.field(
        default=(),
        metadata={"doc": "limits of the role within which the deputy goes less far"},
    )
    note: str | None = attrs.field(
        default=None, metadata={"doc": "remark for the people who keep the handbook"}
    )

    def __attrs_post_init__(self) -> None:
        if (self.absent is None) == (self.position is None):
            raise TermsError(
                f"order {self.id}",
                "needs exactly one of absent and position",
                "name the person who is away, or the position that is covered",
            )
        if self.absent == self.deputy:
            raise TermsError(
                f"order {self.id}",
                f"lets {self.deputy} stand in for themselves",
                "name another deputy",
                path=("deputy",),
            )

    def holds(self, on: date) -> bool:
        """Whether the order is in force on that day."""
        return holds(self, on)

    def covers(self, clause: str | None) -> bool:
        """Whether a clause passes; ``None`` asks whether all do."""
        return not self.clauses or clause in self.clauses
