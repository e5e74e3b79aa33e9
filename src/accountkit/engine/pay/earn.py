"""Earn: the third stage, from measures and terms to what each component comes to.

The order of the modifiers is fixed: measure, attainment, gate, rate; rounding comes last, in
``accountkit.settlement``. Arithmetic is exact: everything here is a fraction of the plan's
currency. A missing quota, parameter or rate raises ``Missing``, which the evaluation turns into a
fault.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from accountkit.engine.pay.credit import Credits, dated
from accountkit.engine.pay.measure import Measured, measure, window
from accountkit.errors import TermsError
from accountkit.facts.deals import Deal, Facts
from accountkit.plans.bound import BoundPlan, Payee
from accountkit.plans.components import Axis, Bonus, Commission, Component, Override
from accountkit.plans.conditions import Gate
from accountkit.plans.plan import WithoutQuota
from accountkit.settlement.payout import Earned
from accountkit.settlement.statements import Attainment
from accountkit.settlement.trace import Figure, Step, StepKind
from accountkit.values.ladders import LadderShape, Slice
from accountkit.values.money import Amount
from accountkit.values.rounding import RoundingMode

__all__ = ["Missing", "Reckoning"]

_OWN = 0
_NOTHING: Mapping[str, Figure] = MappingProxyType({})


class Missing(Exception):  # noqa: N818 - the word is what it says, and it never leaves the engine
    """Something that a component needs is not there."""

    def __init__(self, subject: str, problem: str, remedy: str) -> None:
        super().__init__(subject, problem, remedy)
        self.subject = subject
        self.problem = problem
        self.remedy = remedy


class Reckoning:
    """The reckoning of one person's components; a measure that several need is counted once."""

    def __init__(
        self, payee: Payee, bound: BoundPlan, credited: Credits, facts: Facts, *, trace: bool
    ) -> None:
        self._payee = payee
        self._bound = bound
        self._credited = credited
        self._facts = facts
        self._trace = trace
        self._measured: dict[tuple[str, int], Measured] = {}
        self._attained: dict[str, Attainment | None] = {}
        self._steps: list[Step] = []

    @property
    def attainments(self) -> tuple[Attainment, ...]:
        """Every attainment that a component asked for, in that order."""
        return tuple(found for found in self._attained.values() if found is not None)

    def earn(self, component: Component) -> Earned | None:
        """What a component comes to, or ``None`` when it is not for this person.

        Raises:
            Missing: a quota, parameter, rate or exchange rate that the component needs.
        """
        self._steps = []
        eligible = component.eligible
        if eligible is not None and not eligible.admits(self._parameter(eligible.parameter)):
            return None
        value = self._value(component)
        return Earned(
            component=component.id,
            clause=component.clause,
            exact=self._amount(value),
            steps=tuple(self._steps),
        )

    def _value(self, component: Component) -> Fraction:
        if component.gate is not None and not self._passes(component.gate):
            return Fraction(0)
        match component:
            case Commission():
                return self._commission(component)
            case Bonus():
                return self._bonus(component)
            case Override():
                return self._override(component)

    def _commission(self, component: Commission) -> Fraction:
        base = self._count(component.measure).value
        position, unit = base, Fraction(1)
        if component.over is Axis.ATTAINMENT:
            attainment = self._attainment(component.measure)
            if attainment is None:
                return Fraction(0)
            position, unit = attainment.ratio, attainment.quota
        times = self._parameter(component.times) if component.times else Fraction(1)
        try:
            if component.ladder.shape is LadderShape.SLICED:
                slices = component.ladder.slices(position)
                return self._sliced(component, slices, unit, times)
            rate = component.ladder.value_at(position)
        except TermsError as outside:
            raise self._no_rate(component, outside) from None
        value = base * rate * times
        self._note(
            StepKind.RATE,
            component.measure,
            self._amount(value),
            {
                "at": position,
                "base": self._figure(component.measure, base),
                "rate": rate,
                "times": times,
            },
        )
        return value

    def _no_rate(self, component: Commission, outside: TermsError) -> Missing:
        """The table has no band for what was reached: a fault, never a rate of zero."""
        return Missing(
            f"rate of {self._payee.person} for {component.measure} in {self._bound.label}",
            outside.problem,
            outside.remedy or "add a band for it",
        )

    def _sliced(
        self,
        component: Commission,
        slices: Sequence[Slice],
        unit: Fraction,
        times: Fraction,
    ) -> Fraction:
        """Price each slice; ``unit`` is what one step of the axis is worth in the measure."""
        total = Fraction(0)
        for piece in slices:
            base = piece.width * unit
            value = base * piece.value * times
            total += value
            self._note(
                StepKind.SLICE,
                component.measure,
                self._amount(value),
                {
                    "start": piece.start,
                    "width": piece.width,
                    "base": self._figure(component.measure, base),
                    "rate": piece.value,
                    "times": times,
                    "axis": component.over.value,
                },
            )
        return total

    def _bonus(self, component: Bonus) -> Fraction:
        if component.amount is not None:
            value = component.amount.exact.value
        else:
            assert component.amount_from is not None  # noqa: S101 - the term has one of the two
            value = self._parameter(component.amount_from)
        self._note(StepKind.BONUS, component.id, self._amount(value))
        return value

    def _override(self, component: Override) -> Fraction:
        base = self._count(component.measure, component.level).value
        value = base * component.rate
        self._note(
            StepKind.RATE,
            component.measure,
            self._amount(value),
            {"base": self._amount(base), "rate": component.rate},
        )
        return value

    def _passes(self, gate: Gate) -> bool:
        attainment = self._attainment(gate.attainment_of)
        if attainment is None:
            return False
        passed = gate.passes(attainment.ratio)
        bound = "above" if gate.at_least is None else "at_least"
        self._note(
            StepKind.GATE,
            gate.attainment_of,
            int(passed),
            {"attainment": attainment.ratio, bound: gate.bound},
        )
        return passed

    def _attainment(self, measure_id: str) -> Attainment | None:
        measured = self._count(measure_id).value
        if measure_id not in self._attained:
            self._attained[measure_id] = self._divided(measure_id, measured)
        attainment = self._attained[measure_id]
        if attainment is None:
            self._note(StepKind.NO_QUOTA, measure_id, 0)
        else:
            self._note(
                StepKind.ATTAINMENT,
                measure_id,
                attainment.ratio,
                {
                    "measured": self._figure(measure_id, measured),
                    "quota": self._figure(measure_id, attainment.quota),
                },
            )
        return attainment

    def _divided(self, measure_id: str, measured: Fraction) -> Attainment | None:
        quota = self._payee.quotas.get(measure_id)
        if quota:
            return Attainment(
                measure=measure_id, measured=measured, quota=quota, ratio=measured / quota
            )
        if self._payee.plan.without_quota is WithoutQuota.ZERO:
            return None
        had: object = measured
        if self._bound.measures[measure_id].IS_MONEY:
            had = self._amount(measured).round(RoundingMode.HALF_UP)  # of whole cents: none is lost
        problem = "is missing" if quota is None else "is zero"
        raise Missing(
            f"quota of {self._payee.person} for {measure_id} in {self._bound.label}",
            f"{problem} while the measure stands at {had}",
            "give the quota, or say in the plan what having none means (without_quota)",
        )

    def _count(self, measure_id: str, level: int = _OWN) -> Measured:
        key = (measure_id, level)
        if key not in self._measured:
            self._measured[key] = self._counted(measure_id, level)
        found = self._measured[key]
        self._note(
            StepKind.MEASURE,
            measure_id,
            self._figure(measure_id, found.value),
            {"level": level},
            found.deals,
        )
        return found

    def _counted(self, measure_id: str, level: int) -> Measured:
        what = self._bound.measures[measure_id]
        credited = self._credited.of(self._payee.person, level)
        deals = dated(credited, window(what, self._bound.period))
        self._refuse_other_currencies(deals)
        return measure(what, deals, self._facts)

    def _refuse_other_currencies(self, deals: Sequence[Deal]) -> None:
        currency = self._payee.plan.currency
        for deal in deals:
            if deal.amount.currency != currency:
                raise Missing(
                    f"exchange rate for deal {deal.id}",
                    f"is missing: the deal is in {deal.amount.currency} and plan"
                    f" {self._payee.plan.id} counts in {currency}",
                    f"state the deal in {currency}",
                )

    def _parameter(self, name: str) -> Fraction:
        value = self._payee.parameters.get(name)
        if value is None:
            raise Missing(
                f"parameter {name} of {self._payee.person}",
                "has no value for the person, the level or the plan",
                "give one of them",
            )
        return value

    def _note(
        self,
        kind: StepKind,
        subject: str,
        result: Figure,
        inputs: Mapping[str, Figure] = _NOTHING,
        deals: Sequence[Deal] = (),
    ) -> None:
        """Record a step, once: a component may ask for the same attainment twice."""
        if not self._trace:
            return
        ids = tuple(deal.id for deal in deals)
        step = Step(kind=kind, subject=subject, result=result, inputs=inputs, deals=ids)
        if step not in self._steps:
            self._steps.append(step)

    def _amount(self, value: Fraction) -> Amount:
        return Amount(value, self._payee.plan.currency)

    def _figure(self, measure_id: str, value: Fraction) -> Figure:
        if self._bound.measures[measure_id].IS_MONEY:
            return self._amount(value)
        return value
