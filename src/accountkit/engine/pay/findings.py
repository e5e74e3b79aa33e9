"""Findings: what is known of one person in a period, each thing worked out once.

Measures, quotas and attainments, positions on the axes of tables, parameters, and whether gates
are passed; recorded as steps on the way. What components make of it is
``accountkit.engine.pay.earn``. Everything is an exact fraction.
"""

from __future__ import annotations

from fractions import Fraction
from functools import partial

from accountkit.engine.pay.credit import Credited, Credits, Part
from accountkit.engine.pay.deals import listed_part
from accountkit.engine.pay.measure import Counting, Measured, margin_of, window
from accountkit.engine.pay.quotas import months_between, quota_of
from accountkit.engine.pay.tracing import Tracing
from accountkit.facts.deals import Deal
from accountkit.facts.known import Facts
from accountkit.plans.bound import BoundPlan, Payee
from accountkit.plans.conditions import Gate
from accountkit.plans.faults import Missing
from accountkit.plans.measures import (
    MarginSum,
    Quotient,
    SalesSum,
    UnitSum,
    WeightedSum,
    Whose,
)
from accountkit.plans.plan import WithoutQuota
from accountkit.plans.rate_tables import Axis
from accountkit.plans.selections import Selection
from accountkit.settlement.statements import Attainment
from accountkit.settlement.trace import Figure, Step, StepKind
from accountkit.values.calendars import PeriodKind
from accountkit.values.money import Amount, Money
from accountkit.values.periods import Period
from accountkit.values.rounding import RoundingMode

__all__ = ["Findings", "Unattained"]

_ZERO = Fraction(0)
_MADE = (WeightedSum, Quotient)


class _Crediting:
    """What is credited to one person, worked out once for each question."""

    __slots__ = ("_credits", "_found", "_payee")

    def __init__(self, payee: Payee, credits_: Credits) -> None:
        self._payee = payee
        self._credits = credits_
        self._found: dict[tuple[int | Whose, Period | None, int, bool], Credited] = {}

    def credited(
        self,
        level: int | Whose,
        days: Period | None = None,
        where: Selection | None = None,
        *,
        priced: bool = False,
    ) -> Credited:
        """What is credited: own, or of the people below; of some days and deals."""
        key = (level, days, id(where), priced)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._credits.credited(
                self._payee, level, days, where, priced=priced
            )
        return found


class Unattained(Exception):  # noqa: N818 - no error: having no quota means that nothing is paid
    """There is no quota to divide by, and the plan says that this pays nothing."""


class Findings:
    """What is found of one person; days are those of the period, unless others are named."""

    def __init__(
        self, payee: Payee, bound: BoundPlan, credits_: Credits, facts: Facts, *, trace: bool
    ) -> None:
        self.payee = payee
        self.bound = bound
        self.facts = facts
        self.tracing = Tracing(on=trace)
        self._credits = credits_
        self._crediting = _Crediting(payee, credits_)
        self.counting = Counting(payee, facts, self._crediting.credited)
        self._measured: dict[tuple[str, Period | None, bool], Measured] = {}
        self._attained: dict[tuple[str, Period | None], Attainment | None] = {}
        returns = payee.plan.returns
        self._spares_base = returns is not None and bool(returns.attainment_falls)

    @property
    def attainments(self) -> tuple[Attainment, ...]:
        """Every attainment of the period that somebody asked for, in that order."""
        return tuple(found for (_, days), found in self._attained.items() if found and days is None)

    def credited(
        self,
        level: int | Whose,
        days: Period | None = None,
        where: Selection | None = None,
        *,
        priced: bool = False,
    ) -> Credited:
        """What is credited to the person: own, or of the people below; of some days and deals.

        Args:
            level: own or whose, or how many steps down the reporting line.
            days: when it counts; left out: whenever that is known.
            where: which deals.
            priced: leave out returns that are taken back at the original rate.
        """
        return self._crediting.credited(level, days, where, priced=priced)

    def sale(self, level: int | Whose, deal: str) -> tuple[Part, ...]:
        """What is credited to the person of one sale, whenever it was made."""
        return self._credits.sale(self.payee, level, deal)

    def amount(self, value: Fraction) -> Amount:
        """So much in the plan's currency."""
        return Amount(value, self.payee.plan.currency)

    def figure(self, measure: str, value: Fraction) -> Figure:
        """A value of a measure, as a trace has it."""
        return self.amount(value) if self.bound.measures[measure].IS_MONEY else value

    def parameter(self, name: str) -> Fraction:
        """The value of a personal parameter.

        Raises:
            Missing: it has none.
        """
        value = self.payee.parameters.get(name)
        if value is None:
            raise Missing(
                f"parameter {name} of {self.payee.person}",
                "has no value for the person, the level or the plan",
                "give one of them",
            )
        return value

    def stated(self, amount: Money | None, source: str | None) -> Fraction:
        """A sum that a term states, or leaves to a personal parameter."""
        if amount is not None:
            return amount.value
        assert source is not None  # noqa: S101 - the term has one of the two
        return self.parameter(source)

    # --- measures -------------------------------------------------------------------------------

    def measure(
        self, measure: str, days: Period | None = None, *, priced: bool = False
    ) -> Measured:
        """The value of a measure, with the deals it was counted from.

        Args:
            measure: its id.
            days: other days than its own.
            priced: leave out returns that are taken back at the original rate.

        Raises:
            Missing: a fact lacks what the measure needs.
        """
        key = (measure, days, priced and self._spares_base)
        found = self._measured.get(key)
        if found is None:
            found = self._measured[key] = self._counted(measure, days, priced=priced)
        if self.tracing.on:
            self._tell_measure(key, found)
        return found

    def _counted(self, measure: str, days: Period | None, *, priced: bool) -> Measured:
        what = self.bound.measures[measure]
        match what:
            case WeightedSum() | Quotient():
                return self._made(what, days, priced=priced)
            case _:
                span = window(what, self.bound) if days is None else days
                return self.counting.count(what, span, priced=priced and self._spares_base)

    def _tell_measure(self, asked: tuple[str, Period | None, bool], found: Measured) -> None:
        measure, days, priced = asked
        if isinstance(self.bound.measures[measure], _MADE):
            return  # told of what it is made of
        self.tracing.take_over(found.steps, found.deals)

        def step() -> Step:
            whose = getattr(self.bound.measures[measure], "whose", Whose.OWN)
            return Step(
                kind=StepKind.MEASURE,
                subject=measure,
                result=self.figure(measure, found.value),
                inputs={"level": 0} if whose is Whose.OWN else {"whose": whose.value},
                deals=tuple([deal.id for deal in found.deals]),
            )

        self.tracing.note_again(StepKind.MEASURE, measure, step, days=days, priced=priced)

    def _made(self, what: WeightedSum | Quotient, days: Period | None, *, priced: bool) -> Measured:
        """The value of a measure that is made of others."""
        if isinstance(what, Quotient):
            return self._divided(what, days, priced=priced)
        total, deals = _ZERO, list[Deal]()
        for item in what.of:
            found = self.measure(item.measure, days, priced=priced)
            value = found.value * item.weight
            total += value
            deals += found.deals
            inputs: dict[str, Figure] = {
                "measure": item.measure,
                "value": found.value,
                "weight": item.weight,
            }
            self.tracing.note(StepKind.WEIGHTED, what.id, value, inputs)
        return Measured(value=total, deals=tuple({deal.id: deal for deal in deals}.values()))

    def _divided(self, what: Quotient, days: Period | None, *, priced: bool) -> Measured:
        dividend = self.measure(what.dividend, days, priced=priced)
        divisor = self.measure(what.divisor, days, priced=priced)
        if not divisor.value:
            if what.when_zero is None:
                raise Missing(
                    f"{what.id} of {self.payee.person} in {self.bound.label}",
                    f"divides by {what.divisor}, which is zero",
                    "say in the measure what holds then (when_zero)",
                )
            return Measured(value=what.when_zero)
        value = dividend.value / divisor.value
        inputs = {
            "dividend": self.figure(what.dividend, dividend.value),
            "divisor": self.figure(what.divisor, divisor.value),
        }
        self.tracing.note(StepKind.QUOTIENT, what.id, value, inputs)
        return Measured(value=value, deals=dividend.deals)

    # --- attainments ----------------------------------------------------------------------------

    def attainment(self, measure: str, days: Period | None = None) -> Attainment | None:
        """The attainment of a measure; ``None`` where having no quota means that nothing is paid.

        Raises:
            Missing: there is no quota, or one of zero, and the plan does not say what that means.
        """
        key = (measure, days)
        if not self.tracing.on and key in self._attained:
            return self._attained[key]
        measured = self.measure(measure, days)
        if key not in self._attained:
            target = self._target(measure, days)
            self._attained[key] = self._attainment(measure, measured.value, target)
        found = self._attained[key]
        if not self.tracing.on:
            return found
        if found is None:
            self.tracing.note_once(StepKind.NO_QUOTA, measure, 0, days=days)
        else:
            self._tell_quota(measure, days)
            step = partial(self._attainment_step, found)
            self.tracing.note_again(StepKind.ATTAINMENT, measure, step, days=days)
        return found

    def _attainment_step(self, found: Attainment) -> Step:
        measure = found.measure
        inputs = {
            "measured": self.figure(measure, found.measured),
            "quota": self.figure(measure, found.quota),
        }
        return Step(kind=StepKind.ATTAINMENT, subject=measure, result=found.ratio, inputs=inputs)

    def attainment_if_any(self, measure: str) -> Attainment | None:
        """The attainment of a measure, or ``None`` for somebody who has no quota of it."""
        target = self._target(measure, None)
        return self.attainment(measure) if target else None

    def _target(self, measure: str, days: Period | None) -> Fraction | None:
        """The quota of the period, or of all periods of a frame that lie in some days."""
        period = self.bound.period
        to_date: PeriodKind | None = getattr(self.bound.measures[measure], "to_date", None)
        span = days
        if span is None:
            if to_date is None:
                own = quota_of(self.payee, measure, period, self.bound)
                return None if own is None else own.value
            span = Period(self.bound.frame(to_date).start, period.end)
        wanted = [period] if span.end == period.end else []
        earlier = (when for when, _ in self.payee.earlier_quotas)
        wanted += [when for when in earlier if span.contains_period(when)]
        found = [quota_of(self.payee, measure, when, self.bound) for when in wanted]
        targets = [quota.value for quota in found if quota is not None]
        return sum(targets, _ZERO) if targets else None

    def _attainment(
        self, measure: str, measured: Fraction, quota: Fraction | None
    ) -> Attainment | None:
        if quota:
            return Attainment(
                measure=measure, measured=measured, quota=quota, ratio=measured / quota
            )
        if self.payee.plan.without_quota is WithoutQuota.ZERO:
            return None
        had: object = measured
        if self.bound.measures[measure].IS_MONEY:
            had = self.amount(measured).round(RoundingMode.HALF_UP)
        problem = "is missing" if quota is None else "is zero"
        raise Missing(
            f"quota of {self.payee.person} for {measure} in {self.bound.label}",
            f"{problem} while the measure stands at {had}",
            "give the quota, or say in the plan what having none means (without_quota)",
        )

    def _tell_quota(self, measure: str, days: Period | None) -> None:
        plan = self.payee.plan
        if days is not None or not plan.quota_rules or plan.quota_rule(measure) is None:
            return
        target = quota_of(self.payee, measure, self.bound.period, self.bound)
        if target is not None and target.is_changed:
            inputs = {
                "target": self.figure(measure, target.target),
                "ramp": target.ramp,
                "days": target.days,
            }
            self.tracing.note_once(
                StepKind.QUOTA, measure, self.figure(measure, target.value), inputs
            )

    # --- gates and positions --------------------------------------------------------------------

    def asked_by(self, gate: Gate) -> tuple[str, str, Fraction | None]:
        """What a gate on a measure asks, of which measure, and the answer if there is one."""
        if gate.value_of is not None:
            return "value_of", gate.value_of, self.measure(gate.value_of, priced=True).value
        assert gate.attainment_of is not None  # noqa: S101 - other gates are on components
        found = self.attainment(gate.attainment_of)
        return "attainment_of", gate.attainment_of, None if found is None else found.ratio

    def attained(self, measure: str, days: Period | None = None) -> Fraction:
        """The attainment of a measure.

        Raises:
            Missing: as ``attainment``.
            Unattained: having no quota means that nothing is paid.
        """
        found = self.attainment(measure, days)
        if found is None:
            raise Unattained
        return found.ratio

    def position(self, axis: Axis, measure: str, days: Period | None = None) -> Fraction:
        """Where the person stands on an axis.

        Raises:
            Missing: what the position depends on is not there.
            Unattained: having no quota means that nothing is paid.
        """
        match axis:
            case Axis.ATTAINMENT:
                return self.attained(measure, days)
            case Axis.AMOUNT | Axis.COUNT:
                return self.measure(measure, days, priced=True).value
            case Axis.TENURE:
                value = self._tenure()
            case Axis.MARGIN | Axis.DISCOUNT:
                value = self._mean(axis, measure, days)
        self.tracing.note_once(StepKind.POSITION, axis.value, value, {"value": value}, days=days)
        return value

    def _tenure(self) -> Fraction:
        if self.payee.since is None:
            raise Missing(
                f"first day of tenure of {self.payee.person}",
                "is missing where a rate depends on tenure",
                "give the person an appointment with a first day",
            )
        return Fraction(months_between(self.payee.since, self.bound.period.last_day))

    def _mean(self, axis: Axis, measure: str, days: Period | None) -> Fraction:
        """Margin or discount of the deals behind a measure, together."""
        what = self.bound.measures[measure]
        if not isinstance(what, SalesSum | MarginSum | UnitSum):
            raise Missing(
                f"{axis.value} of {measure}", "is asked of no sum of deals", "name a sum of sales"
            )
        span = window(what, self.bound) if days is None else days
        share, whole = _ZERO, _ZERO
        for part in self.counting.selected(what, span).each():
            if axis is Axis.MARGIN:
                share += part.amount * margin_of(part.deal)
                whole += part.amount
            else:
                listed = listed_part(part)
                share += listed - part.amount
                whole += listed
        if not whole:
            raise Missing(
                f"{axis.value} of {self.payee.person} in {self.bound.label}",
                f"has no deals of {measure} to be taken of",
                "add the deals, or let a gate ask for some first",
            )
        return share / whole
