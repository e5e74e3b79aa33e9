"""Choices: what a company settles for a role, or for one of its positions.

A role leaves things open on purpose: who of three is the superior, how far a discount goes, on
which day a duty falls due. Shares are plain ratios, money is per limit. The role joined with what
is settled for it is in ``accountkit.roles.description``.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import TypeVar

import attrs

from accountkit.errors import TermsError
from accountkit.roles.inheritance import RoleChanges
from accountkit.roles.qualities import PrintedQuality
from accountkit.roles.recurrences import RecurrenceChoice
from accountkit.roles.rights import LimitUnit
from accountkit.roles.titles import name_forms
from accountkit.values.money import Money
from accountkit.values.texts import Text
from accountkit.values.validators import identifier, not_empty

__all__ = ["ApprovalOrder", "GrantedLimit", "PartyChoice", "PlanTitle", "RoleChoices"]

T = TypeVar("T")


@attrs.frozen(kw_only=True)
class PartyChoice:
    """Which office takes a place in the role's clauses."""

    party: str = attrs.field(validator=identifier, metadata={"doc": "id of the role's party"})
    office: str = attrs.field(validator=identifier, metadata={"doc": "id of the office chosen"})


@attrs.frozen(kw_only=True)
class PlanTitle:
    """What the company calls the plan for a target."""

    measure: str = attrs.field(validator=identifier, metadata={"doc": "id of the role's target"})
    title: Text = attrs.field(
        validator=name_forms, metadata={"doc": "the company's name for that plan"}
    )


@attrs.frozen(kw_only=True)
class GrantedLimit:
    """The number that the company puts to a limit: a share, a sum or a price column.

    Raises:
        TermsError: none or several of the three are given.
    """

    limit: str = attrs.field(validator=identifier, metadata={"doc": "id of the role's limit"})
    share: Fraction | None = attrs.field(default=None, metadata={"doc": "percent, such as 10%"})
    amount: Money | None = attrs.field(default=None, metadata={"doc": "a sum of money"})
    column: str | None = attrs.field(default=None, metadata={"doc": "a column of the price list"})

    def __attrs_post_init__(self) -> None:
        if self.unit is None:
            raise TermsError(
                f"limit {self.limit}",
                "needs exactly one of share, amount and column",
                "keep the one that the limit is counted in",
            )

    @property
    def unit(self) -> LimitUnit | None:
        """What the number is counted in; ``None`` when it is not one number."""
        given = {
            LimitUnit.PERCENT: self.share,
            LimitUnit.MONEY: self.amount,
            LimitUnit.COLUMN: self.column,
        }
        units = [unit for unit, value in given.items() if value is not None]
        return units[0] if len(units) == 1 else None


@attrs.frozen(kw_only=True)
class ApprovalOrder:
    """The order by which a company puts a description into force."""

    number: str = attrs.field(
        validator=not_empty, metadata={"doc": "the order's number, as it is written"}
    )
    day: date = attrs.field(metadata={"doc": "the day of the order"})


@attrs.frozen(kw_only=True)
class RoleChoices:
    """What a company settles for one role, or for one position of the role.

    Raises:
        TermsError: both a person and an order approve.
    """

    role: str = attrs.field(validator=identifier, metadata={"doc": "the role's id"})
    position: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "id of the one position this is for; left out: for the role as such"},
    )
    parties: tuple[PartyChoice, ...] = attrs.field(
        default=(), metadata={"doc": "the office chosen for each open party"}
    )
    plans: tuple[PlanTitle, ...] = attrs.field(
        default=(), metadata={"doc": "the company's names for plans"}
    )
    limits: tuple[GrantedLimit, ...] = attrs.field(
        default=(), metadata={"doc": "numbers for the role's limits"}
    )
    recurrences: tuple[RecurrenceChoice, ...] = attrs.field(
        default=(),
        metadata={"doc": "when recurring duties fall due, where the role leaves it open"},
    )
    approver: str | None = attrs.field(
        default=None,
        metadata={"doc": "surname and initials to print in the approval; left out: a blank"},
    )
    approved_by_order: ApprovalOrder | None = attrs.field(
        default=None,
        metadata={"doc": "the order that approves, which prints in place of lines to sign on"},
    )
    printed_qualities: tuple[PrintedQuality, ...] = attrs.field(
        default=(), metadata={"doc": "qualities that print although they are held out of print"}
    )
    changes: RoleChanges = attrs.field(
        factory=RoleChanges, metadata={"doc": "what is changed in the role's own clauses"}
    )

    def __attrs_post_init__(self) -> None:
        if self.approver is not None and self.approved_by_order is not None:
            raise TermsError(
                f"role {self.role}",
                f"is approved by {self.approver} and by order {self.approved_by_order.number}",
                "keep approver or approved_by_order",
                path=("approved_by_order",),
            )

    def over(self, general: RoleChoices) -> RoleChoices:
        """These choices with all that they leave open taken from more general ones."""
        approves = self if self.approver or self.approved_by_order else general
        return attrs.evolve(
            self,
            parties=_over(self.parties, general.parties, "party"),
            plans=_over(self.plans, general.plans, "measure"),
            limits=_over(self.limits, general.limits, "limit"),
            recurrences=_over(self.recurrences, general.recurrences, "duty"),
            approver=approves.approver,
            approved_by_order=approves.approved_by_order,
            printed_qualities=_over(self.printed_qualities, general.printed_qualities, "clause"),
        )


def _over(own: tuple[T, ...], general: tuple[T, ...], key: str) -> tuple[T, ...]:
    """What is settled here, then what only the more general choices settle."""
    settled = {getattr(item, key) for item in own}
    return (*own, *(item for item in general if getattr(item, key) not in settled))
