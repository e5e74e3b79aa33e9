"""Components: the parts that a plan pays, each under a clause of its own.

*Commission* prices a measure through a ladder, a *bonus* is a sum for reaching an attainment, an
*override* is a share of the sales of the people who report to somebody.
Terms only: the arithmetic is in ``accountkit.engine.pay.earn``. Rates are plain ratios; money is
in the plan's currency, per period of the plan.
"""

from __future__ import annotations

import enum
from fractions import Fraction
from typing import ClassVar, TypeAlias

import attrs

from accountkit.errors import TermsError
from accountkit.plans.conditions import Eligibility, Gate
from accountkit.values.ladders import Ladder, LadderShape
from accountkit.values.money import Money
from accountkit.values.validators import at_least, identifier, not_negative

__all__ = ["Axis", "Bonus", "Commission", "Component", "Override"]


class Axis(enum.Enum):
    """What the bands of a ladder measure."""

    ATTAINMENT = "attainment"
    AMOUNT = "amount"


@attrs.frozen(kw_only=True)
class Commission:
    """A share of a measure, at rates that a ladder gives.

    Units:
        Band edges are attainments (1 is the quota) or amounts of the measure, as ``over`` says.
        Band rates are ratios of the measure; with ``times`` they are multiples of that parameter.

    Raises:
        TermsError: the ladder is a step table, which pays sums and not rates.
    """

    KIND: ClassVar[str] = "commission"

    id: str = attrs.field(validator=identifier, metadata={"doc": "the component's name"})
    clause: str = attrs.field(
        validator=identifier, metadata={"doc": "id of the plan's clause that grants it"}
    )
    measure: str = attrs.field(validator=identifier, metadata={"doc": "id of the measure priced"})
    over: Axis = attrs.field(metadata={"doc": "what the bands of the ladder measure"})
    ladder: Ladder = attrs.field(metadata={"doc": "the rates"})
    times: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "name of the personal parameter that every rate is multiplied by"},
    )
    gate: Gate | None = attrs.field(
        default=None, metadata={"doc": "what must be reached before it pays anything"}
    )
    eligible: Eligibility | None = attrs.field(
        default=None, metadata={"doc": "who may earn it at all"}
    )

    def __attrs_post_init__(self) -> None:
        if self.ladder.shape is LadderShape.STEP:
            raise TermsError(
                f"component {self.id}",
                "a step ladder pays sums and a commission needs rates",
                "use sliced, whole or curve, or make it a bonus",
                path=("ladder", "shape"),
            )


@attrs.frozen(kw_only=True)
class Bonus:
    """A sum of money for reaching an attainment.

    Raises:
        TermsError: none or both of ``amount`` and ``amount_from`` are given, or the amount is
            below zero: a miss is pay not earned, never a fine.
    """

    KIND: ClassVar[str] = "bonus"

    id: str = attrs.field(validator=identifier, metadata={"doc": "the component's name"})
    clause: str = attrs.field(
        validator=identifier, metadata={"doc": "id of the plan's clause that grants it"}
    )
    gate: Gate = attrs.field(metadata={"doc": "the attainment that earns it"})
    amount: Money | None = attrs.field(
        default=None, metadata={"doc": "the sum, the same for everybody, such as PHP 5000.00"}
    )
    amount_from: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "name of the personal parameter that holds the sum"},
    )
    eligible: Eligibility | None = attrs.field(
        default=None, metadata={"doc": "who may earn it at all"}
    )

    def __attrs_post_init__(self) -> None:
        if (self.amount is None) == (self.amount_from is None):
            found = "has no amount" if self.amount is None else "has two amounts"
            raise TermsError(f"component {self.id}", found, "state one of amount or amount_from")
        if self.amount is not None and self.amount.minor < 0:
            raise TermsError(
                f"component {self.id}",
                f"pays {self.amount}, less than nothing",
                "give zero or more",
                path=("amount",),
            )


@attrs.frozen(kw_only=True)
class Override:
    """A share of the sales of the people under somebody, as they reported on each deal's date.

    Units:
        ``rate`` is a ratio; ``level`` 1 means direct reports, 2 the reports of those, and so on.
    """

    KIND: ClassVar[str] = "override"

    id: str = attrs.field(validator=identifier, metadata={"doc": "the component's name"})
    clause: str = attrs.field(
        validator=identifier, metadata={"doc": "id of the plan's clause that grants it"}
    )
    measure: str = attrs.field(
        validator=identifier, metadata={"doc": "id of the measure, a sales_sum, of the team"}
    )
    rate: Fraction = attrs.field(validator=not_negative, metadata={"doc": "such as 0.2%"})
    level: int = attrs.field(
        validator=at_least(1), metadata={"doc": "how many steps down the reporting line"}
    )
    gate: Gate | None = attrs.field(
        default=None, metadata={"doc": "what must be reached before it pays anything"}
    )
    eligible: Eligibility | None = attrs.field(
        default=None, metadata={"doc": "who may earn it at all"}
    )


Component: TypeAlias = Commission | Bonus | Override
