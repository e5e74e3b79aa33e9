"""Components: the parts that a plan pays, each under a clause of its own.

*Commission* prices a measure, or each deal alone; a *step* is a sum by how far something has
come; a *bonus* a sum for reaching something; a *spiff* a small sum for each deal of a kind; a
*scorecard* pays a target by weighted results; an *override* is a share of the sales of the people
who report to somebody; a *formula* is arithmetic over the others; an *award* is a thing and not
money. Terms only: the arithmetic is in ``accountkit.engine.pay``. Rates are plain ratios; money is
in the plan's currency, per period of the plan.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from fractions import Fraction
from typing import ClassVar, TypeAlias

import attrs

from accountkit.errors import TermsError
from accountkit.plans._sums import one_sum
from accountkit.plans.conditions import Eligibility, Gate
from accountkit.plans.expressions import Expression
from accountkit.plans.modifiers import Bound, Kicker
from accountkit.plans.payments import Payment
from accountkit.plans.rate_tables import Axis, Grid
from accountkit.plans.selections import Selection
from accountkit.values.ladders import Ladder, LadderShape
from accountkit.values.money import Money
from accountkit.values.ratios import percent_text
from accountkit.values.texts import Text
from accountkit.values.validators import at_least, identifier, not_empty, not_negative, unique_ids

__all__ = [
    "Accumulate",
    "Award",
    "Bonus",
    "Commission",
    "Component",
    "Exception_",
    "Formula",
    "Override",
    "Scorecard",
    "ScorecardItem",
    "Spiff",
    "SpiffUnit",
    "StepSum",
]


class Accumulate(enum.Enum):
    """How much is priced together."""

    ALONE = "alone"
    """Each deal is priced alone, each from zero."""

    PERIOD = "period"
    """The measure of the period is priced."""

    QUARTER_TO_DATE = "quarter_to_date"
    """The measure since the quarter's start is priced, less the same up to the last period."""

    HALF_TO_DATE = "half_to_date"
    """The same, since the half-year's start."""

    YEAR_TO_DATE = "year_to_date"
    """The same, since the year's start."""


@attrs.frozen(kw_only=True)
class _Component:
    """What every component has."""

    id: str = attrs.field(validator=identifier, metadata={"doc": "the component's name"})
    clause: str = attrs.field(
        validator=identifier, metadata={"doc": "id of the plan's clause that grants it"}
    )
    title: Text | None = attrs.field(
        default=None, metadata={"doc": "what statements call it; left out: its id"}
    )
    gates: tuple[Gate, ...] = attrs.field(
        default=(), metadata={"doc": "what must be reached, all of it, before it pays anything"}
    )
    eligible: Eligibility | None = attrs.field(
        default=None, metadata={"doc": "who may earn it at all"}
    )


@attrs.frozen(kw_only=True)
class _Paying(_Component):
    """What every component that pays money has."""

    kickers: tuple[Kicker, ...] = attrs.field(
        default=(), metadata={"doc": "factors that apply when a condition holds"}
    )
    cap: Bound | None = attrs.field(default=None, metadata={"doc": "the most it pays in a period"})
    floor: Bound | None = attrs.field(
        default=None,
        metadata={"doc": "the least it pays in a period to whoever passes its gates"},
    )
    payment: Payment | None = attrs.field(
        default=None, metadata={"doc": "when it is due; left out: in the period that earns it"}
    )

    @property
    def subject(self) -> str:
        """What messages call it."""
        return f"component {self.id}"


@attrs.frozen(kw_only=True)
class _Tabled(_Paying):
    """What every component has that looks up how far a measure has come."""

    measure: str = attrs.field(
        validator=identifier, metadata={"doc": "id of the measure priced or looked at"}
    )
    over: Axis | None = attrs.field(
        default=None, metadata={"doc": "what the bands of the ladder measure"}
    )
    by: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "id of the measure whose position counts; left out: the same"},
    )
    ladder: Ladder | None = attrs.field(default=None, metadata={"doc": "values by bands"})
    grid: Grid | None = attrs.field(
        default=None, metadata={"doc": "values by two or three dimensions"}
    )
    accumulate: Accumulate = attrs.field(
        default=Accumulate.PERIOD, metadata={"doc": "how much is taken together"}
    )


@attrs.frozen(kw_only=True)
class Exception_:  # noqa: N801 - the word is the field's, and Python has taken it
    """What holds for some deals instead of the component's own rate.

    Exceptions are looked at in the order of ``specificity`` of the component; two that match a
    deal equally well are a fault.

    Raises:
        TermsError: it states no price or several, or a ladder without what it is over.
    """

    where: Selection = attrs.field(metadata={"doc": "which deals"})
    rate: Fraction | None = attrs.field(
        default=None, validator=not_negative, metadata={"doc": "one rate for these deals"}
    )
    amount: Money | None = attrs.field(default=None, metadata={"doc": "a fixed sum for each deal"})
    over: Axis | None = attrs.field(
        default=None, metadata={"doc": "what the bands of the ladder measure"}
    )
    ladder: Ladder | None = attrs.field(default=None, metadata={"doc": "rates by bands"})
    grid: Grid | None = attrs.field(
        default=None, metadata={"doc": "rates by two or three dimensions"}
    )

    def __attrs_post_init__(self) -> None:
        _one_price(
            "exception",
            {"rate": self.rate, "amount": self.amount, "ladder": self.ladder, "grid": self.grid},
        )
        _over_with_ladder("exception", self.over, self.ladder)


@attrs.frozen(kw_only=True)
class Commission(_Tabled):
    """A share of a measure, at rates that a table gives.

    Units:
        Band edges are as ``over`` says. Band values are ratios of the measure (of a measure that
        counts, money for each unit); with ``times`` they are multiples of that parameter. With
        ``accumulate: alone`` each deal is priced by its own part of the measure, which must be a
        sum of sales, margins or units; elsewhere the measure as a whole.

    Raises:
        TermsError: it states no rate or several, a step table, which pays sums and not rates, or
            something that belongs to deals priced alone without ``accumulate: alone``.
    """

    KIND: ClassVar[str] = "commission"

    rate: Fraction | None = attrs.field(
        default=None, validator=not_negative, metadata={"doc": "one rate for everything"}
    )
    times: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "name of the personal parameter that every rate is multiplied by"},
    )
    exceptions: tuple[Exception_, ...] = attrs.field(
        default=(), metadata={"doc": "what holds for some deals instead, priced alone"}
    )
    specificity: tuple[str, ...] = attrs.field(
        default=(),
        metadata={"doc": "product, client or attributes, the most specific first"},
    )

    def __attrs_post_init__(self) -> None:
        prices = {"rate": self.rate, "ladder": self.ladder, "grid": self.grid}
        _one_price(self.subject, prices)
        _over_with_ladder(self.subject, self.over, self.ladder)
        shapes = [table.shape for table in (self.ladder, self.grid) if table is not None]
        if LadderShape.STEP in shapes:
            raise TermsError(
                self.subject,
                "a step ladder pays sums and a commission needs rates",
                "use sliced, whole or curve, or make it a bonus",
                path=("ladder", "shape"),
            )
        _check_alone(self, self.over)
        if self.exceptions and self.accumulate is not Accumulate.ALONE:
            raise TermsError(
                self.subject,
                "has exceptions for some deals and does not price each alone",
                "add accumulate: alone",
                path=("exceptions",),
            )


@attrs.frozen(kw_only=True)
class StepSum(_Tabled):
    """A sum of money by how far a measure has come: by band, or on a line between points.

    Units:
        Values of the table are sums in the plan's currency, not rates. With ``accumulate: alone``
        every deal of the measure gives a sum by its own position.

    Raises:
        TermsError: it states no table or two, or a sliced one, which prices and does not grant.
    """

    KIND: ClassVar[str] = "step"

    def __attrs_post_init__(self) -> None:
        _one_price(self.subject, {"ladder": self.ladder, "grid": self.grid})
        _over_with_ladder(self.subject, self.over, self.ladder)
        shapes = [table.shape for table in (self.ladder, self.grid) if table is not None]
        if LadderShape.SLICED in shapes:
            raise TermsError(
                self.subject,
                "a sliced ladder prices slices and a step grants sums",
                "use step, whole or curve, or make it a commission",
                path=("ladder", "shape"),
            )
        _check_alone(self, self.over)


@attrs.frozen(kw_only=True)
class Bonus(_Paying):
    """A sum of money for reaching something, which its gates say.

    Raises:
        TermsError: it has no gate; none or both of ``amount`` and ``amount_from`` are given, or
            the amount is below zero: a miss is pay not earned, never a fine.
    """

    KIND: ClassVar[str] = "bonus"

    amount: Money | None = attrs.field(
        default=None, metadata={"doc": "the sum, the same for everybody, such as PHP 5000.00"}
    )
    amount_from: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "name of the personal parameter that holds the sum"},
    )

    def __attrs_post_init__(self) -> None:
        one_sum(self.subject, self.amount, self.amount_from)
        if not self.gates:
            raise TermsError(self.subject, "has no gate", "say what earns it", path=("gates",))


class SpiffUnit(enum.Enum):
    """What a spiff is paid for."""

    DEAL = "deal"
    """Each sale credited, in part for a part of it."""

    UNIT = "unit"
    """Each unit of the sales credited."""


@attrs.frozen(kw_only=True)
class Spiff(_Paying):
    """A sum for each deal, or unit, of a kind: own sales only, within the days of the selection.

    Raises:
        TermsError: the amount is below zero.
    """

    KIND: ClassVar[str] = "spiff"

    where: Selection = attrs.field(metadata={"doc": "which deals, and from when to when"})
    amount: Money = attrs.field(metadata={"doc": "the sum for each, such as PHP 500.00"})
    per: SpiffUnit = attrs.field(metadata={"doc": "for each deal, or for each unit"})
    at_most: int | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(at_least(1)),
        metadata={"doc": "how many are paid in a period; left out: all"},
    )

    def __attrs_post_init__(self) -> None:
        one_sum(self.subject, self.amount, None)


@attrs.frozen(kw_only=True)
class ScorecardItem:
    """One result of a scorecard: how much it weighs and what it pays out.

    Units:
        The ladder gives the share of the target paid out, 1 for all of it; sliced is refused.
    """

    id: str = attrs.field(validator=identifier, metadata={"doc": "the item's name"})
    measure: str = attrs.field(validator=identifier, metadata={"doc": "id of the measure"})
    weight: Fraction = attrs.field(
        validator=not_negative, metadata={"doc": "its share of the whole, such as 40%"}
    )
    over: Axis = attrs.field(
        default=Axis.ATTAINMENT, metadata={"doc": "what the bands of the ladder measure"}
    )
    ladder: Ladder = attrs.field(metadata={"doc": "the payout for what was reached"})

    def __attrs_post_init__(self) -> None:
        if self.ladder.shape is LadderShape.SLICED:
            raise TermsError(
                f"scorecard item {self.id}",
                "a sliced ladder prices slices and a scorecard needs a payout",
                "use step, whole or curve",
                path=("ladder", "shape"),
            )


@attrs.frozen(kw_only=True)
class Scorecard(_Paying):
    """Target pay × the sum over items of weight × payout.

    Raises:
        TermsError: the weights do not sum to one, or none or both of the targets are given.
    """

    KIND: ClassVar[str] = "scorecard"

    target: Money | None = attrs.field(
        default=None, metadata={"doc": "pay at full results, the same for everybody"}
    )
    target_from: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "name of the personal parameter that holds it"},
    )
    items: tuple[ScorecardItem, ...] = attrs.field(
        validator=(not_empty, unique_ids), metadata={"doc": "the results that count"}
    )

    def __attrs_post_init__(self) -> None:
        one_sum(self.subject, self.target, self.target_from, "target")
        total = sum((item.weight for item in self.items), Fraction(0))
        if total != 1:
            raise TermsError(
                self.subject,
                f"weights sum to {percent_text(total)}",
                "let them sum to 100%",
                path=("items",),
            )


@attrs.frozen(kw_only=True)
class Override(_Paying):
    """A share of the sales of the people under somebody, as they reported on each deal's date.

    A deal counts once, for the shares of it that are credited to people at that level, and never
    for more than the whole of it.

    Units:
        ``rate`` is a ratio; ``level`` 1 means direct reports, 2 the reports of those, and so on.
    """

    KIND: ClassVar[str] = "override"

    measure: str = attrs.field(
        validator=identifier, metadata={"doc": "id of the measure, a sales_sum, of the team"}
    )
    rate: Fraction = attrs.field(validator=not_negative, metadata={"doc": "such as 0.2%"})
    level: int = attrs.field(
        validator=at_least(1), metadata={"doc": "how many steps down the reporting line"}
    )


@attrs.frozen(kw_only=True)
class Formula(_Paying):
    """A sum that an expression over measures, attainments and other components gives."""

    KIND: ClassVar[str] = "formula"

    expression: Expression = attrs.field(metadata={"doc": "what it comes to"})


@attrs.frozen(kw_only=True)
class Award(_Component):
    """A thing, such as a watch or a journey, for reaching something; it adds nothing to the pay.

    Raises:
        TermsError: it has no gate.
    """

    KIND: ClassVar[str] = "award"

    item: Text = attrs.field(metadata={"doc": "what is given, in each language"})
    taxable_value: Money | None = attrs.field(
        default=None, metadata={"doc": "its value for tax, in any currency, if it is known"}
    )
    released_after_months: int = attrs.field(
        default=0,
        validator=at_least(0),
        metadata={"doc": "months after the period's last day at which it is handed out"},
    )

    def __attrs_post_init__(self) -> None:
        if not self.gates:
            raise TermsError(
                f"component {self.id}", "has no gate", "say what earns it", path=("gates",)
            )


Component: TypeAlias = Commission | StepSum | Bonus | Spiff | Scorecard | Override | Formula | Award


def _one_price(subject: str, prices: Mapping[str, object]) -> None:
    stated = [name for name, price in prices.items() if price is not None]
    if len(stated) != 1:
        found = "states no price" if not stated else f"states {' and '.join(stated)}"
        *others, last = prices
        raise TermsError(subject, found, f"state one of {', '.join(others)} or {last}")


def _over_with_ladder(subject: str, over: Axis | None, ladder: Ladder | None) -> None:
    if (over is None) != (ladder is None):
        found = "has a ladder over nothing" if over is None else "says over and has no ladder"
        raise TermsError(subject, found, "state over and ladder together", path=("over",))


def _check_alone(component: Commission | StepSum, over: Axis | None) -> None:
    alone = component.accumulate is Accumulate.ALONE
    axes = [over] if component.grid is None else [axis.over for axis in component.grid.axes]
    if alone and Axis.ATTAINMENT in axes and component.by is None:
        raise TermsError(
            component.subject,
            "prices each deal alone by an attainment, which a deal does not have",
            "name the measure whose attainment counts with by:, or price the period",
            path=("over",),
        )
