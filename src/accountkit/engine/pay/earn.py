"""Earn: the third stage, from measures and terms to what each component comes to.

The order of the modifiers is fixed: measure, attainment, gate, rate, kicker, cap and floor;
rounding comes last, in ``accountkit.settlement``. Arithmetic is exact: everything here is a
fraction of the plan's currency. A missing quota, parameter or rate raises ``Missing``, which the
evaluation turns into a fault.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple, TypeAlias

from accountkit.engine.pay.deals import DealPricing, PricedDeal
from accountkit.engine.pay.findings import Findings, Unattained
from accountkit.engine.pay.formulas import work_out
from accountkit.engine.pay.measure import window
from accountkit.engine.pay.parts import deal_parts
from accountkit.engine.pay.rates import Place, Priced, place_in, price, total
from accountkit.engine.pay.tracing import NOTHING
from accountkit.errors import TermsError
from accountkit.facts.deals import Deal, DealKind
from accountkit.plans import components as terms
from accountkit.plans.components import Accumulate, Award, Component
from accountkit.plans.conditions import Gate
from accountkit.plans.faults import Missing, outside_table
from accountkit.plans.measures import (
    ActiveClients,
    Collections,
    DealCount,
    DistinctClients,
    MarginSum,
    NewClients,
    OverdueReceivables,
    SalesSum,
    UnitSum,
    Whose,
)
from accountkit.plans.returns import ReturnRule
from accountkit.settlement.earned import Earned
from accountkit.settlement.statements import Attainment, AwardLine
from accountkit.settlement.trace import Figure, StepKind
from accountkit.values.calendars import PeriodKind
from accountkit.values.money import Amount
from accountkit.values.periods import Period, months_after
from accountkit.values.rounding import RoundingPoint

__all__ = ["FRAMES", "Reckoning"]

_ZERO = Fraction(0)
_ONE = Fraction(1)
FRAMES: Mapping[Accumulate, PeriodKind] = {
    Accumulate.QUARTER_TO_DATE: PeriodKind.QUARTER,
    Accumulate.HALF_TO_DATE: PeriodKind.HALF,
    Accumulate.YEAR_TO_DATE: PeriodKind.YEAR,
}
"""The part of a year over which something is priced to date."""

_Paying: TypeAlias = (
    terms.Commission
    | terms.StepSum
    | terms.Bonus
    | terms.Spiff
    | terms.Scorecard
    | terms.Override
    | terms.Formula
)
_Tabled: TypeAlias = terms.Commission | terms.StepSum


class _Value(NamedTuple):
    """What a component comes to.

    ``deals`` are those behind it, with what each earned, or, where they are not priced alone, with
    what it is to be shared out by. ``by_deal`` are exact amounts that are rounded one by one.
    """

    value: Fraction
    deals: tuple[PricedDeal, ...] = ()
    by_deal: tuple[Fraction, ...] | None = None


_NOTHING = _Value(_ZERO)


class Reckoning:
    """The reckoning of one person's components, one after the other."""

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._tracing = findings.tracing
        self._plan = findings.payee.plan
        self._earned: dict[str, Fraction] = {}
        returns = self._plan.returns
        self._takes_back = returns is not None and returns.rule is ReturnRule.ORIGINAL_RATE

    def earn(self, component: Component) -> Earned | AwardLine | None:
        """What a component comes to, or ``None`` when it is not for this person.

        Raises:
            Missing: a quota, parameter, rate or exchange rate that the component needs.
        """
        if self._tracing.on:
            self._tracing.start()
        eligible = component.eligible
        if eligible is not None and not eligible.admits(self.parameter(eligible.parameter)):
            self._earned[component.id] = _ZERO
            return None
        answers = [self.passes(gate) for gate in component.gates]  # each is told of
        passed = all(answers)
        if isinstance(component, Award):
            return self._award(component) if passed else None
        found = self._if_attained(component) if passed else _NOTHING
        self._earned[component.id] = found.value
        needs_parts = self._takes_back or component.payment is not None
        return Earned(
            component=component.id,
            clause=component.clause,
            exact=self._amount(found.value),
            steps=self._tracing.steps if self._tracing.on else (),
            parts=deal_parts(found.deals, self._plan.currency) if needs_parts else (),
            by_deal=found.by_deal,
        )

    def passes(self, gate: Gate) -> bool:
        """Whether a gate is passed.

        Raises:
            Missing: what it asks about is not there.
        """
        if gate.earned_by is not None:
            asked, subject = "earned_by", gate.earned_by
            value: Fraction | None = self.earned(gate.earned_by)
        else:
            asked, subject, value = self._findings.asked_by(gate)
        if value is None:
            return False
        passed = gate.passes(value)
        if self._tracing.on:
            self._tell_gate(gate, asked, subject, value, passed=passed)
        return passed

    def _tell_gate(
        self, gate: Gate, asked: str, subject: str, value: Fraction, *, passed: bool
    ) -> None:
        figure: Figure = value
        if gate.earned_by is not None:
            figure = self._amount(value)
        elif gate.value_of is not None:
            figure = self._findings.figure(subject, value)
        inputs: dict[str, Figure] = {"asked": asked, "value": figure, gate.bound_name: gate.bound}
        self._tracing.note(StepKind.GATE, subject, int(passed), inputs)

    def attainment(self, measure: str) -> Attainment | None:
        """The attainment of a measure, or ``None`` without a quota."""
        return self._findings.attainment_if_any(measure)

    # --- what an expression may ask -------------------------------------------------------------

    def measured(self, measure: str) -> Fraction:
        """The value of a measure."""
        return self._findings.measure(measure, priced=True).value

    def attained(self, measure: str) -> Fraction:
        """The attainment of a measure."""
        return self._findings.attained(measure)

    def earned(self, component: str) -> Fraction:
        """What a component earned, exactly."""
        if component not in self._earned:
            raise Missing(
                f"component {component} of {self._findings.payee.person}",
                "could not be reckoned, and something depends on it",
                "mend what it lacks first",
            )
        return self._earned[component]

    def parameter(self, name: str) -> Fraction:
        """The value of a personal parameter."""
        return self._findings.parameter(name)

    # --- kickers, cap and floor -----------------------------------------------------------------

    def _if_attained(self, component: _Paying) -> _Value:
        """What it comes to: nothing, whatever its floor, where it needs a quota and has none."""
        try:
            return self._bounded(component)
        except Unattained:
            return _Value(_ZERO)

    def _bounded(self, component: _Paying) -> _Value:
        found = self._unbounded(component)
        if component.kickers:
            found = self._kicked(component, found)
        if component.cap is None and component.floor is None:
            return found
        value = found.value
        if component.cap is not None:
            most = self._findings.stated(component.cap.amount, component.cap.amount_from)
            value = min(value, most)
            self._tell_bound(StepKind.CAP, component.id, found.value, most, value)
        if component.floor is not None:
            least = self._findings.stated(component.floor.amount, component.floor.amount_from)
            before, value = value, max(value, least)
            self._tell_bound(StepKind.FLOOR, component.id, before, least, value)
        return found if value == found.value else _Value(value, found.deals)

    def _tell_bound(self, kind: StepKind, component: str, *figures: Fraction) -> None:
        if self._tracing.on:
            value, bound, result = (self._amount(figure) for figure in figures)
            name = "most" if kind is StepKind.CAP else "least"
            self._tracing.note(kind, component, result, {"value": value, name: bound})

    def _kicked(self, component: _Paying, found: _Value) -> _Value:
        for kicker in component.kickers:
            if kicker.gate is not None and self.passes(kicker.gate):
                value = found.value * kicker.factor
                inputs: dict[str, Figure] = {
                    "value": self._amount(found.value),
                    "factor": kicker.factor,
                }
                self._tracing.note(StepKind.KICKER, component.id, self._amount(value), inputs)
                by_deal = found.by_deal
                if by_deal is not None:
                    by_deal = tuple(amount * kicker.factor for amount in by_deal)
                found = _Value(value, found.deals, by_deal)
        return found

    def _unbounded(self, component: _Paying) -> _Value:
        match component:
            case terms.Commission() | terms.StepSum():
                return self._by_table(component)
            case terms.Bonus():
                value = self._findings.stated(component.amount, component.amount_from)
                if self._tracing.on:
                    self._tracing.note(StepKind.BONUS, component.id, self._amount(value))
                return _Value(value)
            case terms.Spiff():
                return self._spiff(component)
            case terms.Scorecard():
                return self._scorecard(component)
            case terms.Override():
                return self._override(component)
            case terms.Formula():
                subject = f"component {component.id} of {self._findings.payee.person}"
                return _Value(work_out(component.expression, self, subject, self._tell_operation))

    def _tell_operation(
        self, kind: str, result: Fraction, operands: Mapping[str, Fraction]
    ) -> None:
        self._tracing.note(StepKind.FORMULA, kind, result, operands)

    # --- commissions and steps ------------------------------------------------------------------

    def _by_table(self, component: _Tabled) -> _Value:
        if component.accumulate is Accumulate.ALONE:
            return self._alone(component)
        value = self._to_date(component)
        if not isinstance(component, terms.Commission):
            return _Value(value)
        needs_deals = self._takes_back or component.payment is not None
        return _Value(value, self._deals_behind(component.measure) if needs_deals else ())

    def _to_date(self, component: _Tabled) -> Fraction:
        """What is earned of a period: of itself, or to date less what was earned before."""
        if component.accumulate is Accumulate.PERIOD:
            return self._priced(component, None)
        kind, period = FRAMES[component.accumulate], self._findings.bound.period
        frame = self._findings.bound.frame(kind)
        to_date = self._priced(component, Period(frame.start, period.end))
        if frame.start == period.start:
            return to_date
        before = self._before(component, Period(frame.start, period.start))
        value = to_date - before
        inputs = {"to_date": self._amount(to_date), "before": self._amount(before)}
        self._tracing.note(StepKind.BEFORE, component.id, self._amount(value), inputs)
        return value

    def _before(self, component: _Tabled, days: Period) -> Fraction:
        """What came to date up to the last period; an earlier statement told how."""
        with self._tracing.silence():
            try:
                return self._priced(component, days)
            except Unattained:
                return _ZERO

    def _priced(self, component: _Tabled, days: Period | None) -> Fraction:
        base = self._findings.measure(component.measure, days, priced=True).value
        if isinstance(component, terms.Commission) and component.rate is not None:
            return self._piece(component, Priced(base, component.rate), None)
        try:
            place = place_in(
                component,
                component.by,
                lambda axis, by: self._findings.position(axis, by or component.measure, days),
            )
            if place is None:
                return _ZERO
            if isinstance(component, terms.StepSum):
                value = place.ladder.value_at(place.position)
                inputs = {"at": place.position}
                self._tracing.note(StepKind.STEP, component.measure, self._amount(value), inputs)
                return value
            if not self._tracing.on:
                value = total(place, base)
                return value if component.times is None else value * self._times(component)
            pieces = price(place, base)
            return sum((self._piece(component, piece, place) for piece in pieces), _ZERO)
        except TermsError as outside:
            raise outside_table(
                f"rate of {self._findings.payee.person} for {component.measure}"
                f" in {self._findings.bound.label}",
                outside,
            ) from None

    def _piece(self, component: terms.Commission, piece: Priced, place: Place | None) -> Fraction:
        """What one piece of the base comes to."""
        value, times = piece.base * piece.rate, _ONE
        if component.times is not None:
            times = self._times(component)
            value *= times
        if self._tracing.on:
            inputs: dict[str, Figure] = {
                "base": self._findings.figure(component.measure, piece.base),
                "rate": piece.rate,
                "times": times,
            }
            kind = StepKind.RATE
            if place is not None and piece.start is not None and piece.width is not None:
                kind = StepKind.SLICE
                inputs = {"start": piece.start, "width": piece.width, **inputs}
                inputs["axis"] = place.axis.value
            elif place is not None:
                inputs = {"at": place.position, **inputs}
            self._tracing.note(kind, component.measure, self._amount(value), inputs)
        return value

    def _times(self, component: _Tabled) -> Fraction:
        times = component.times if isinstance(component, terms.Commission) else None
        return _ONE if times is None else self.parameter(times)

    def _alone(self, component: _Tabled) -> _Value:
        findings = self._findings
        what = findings.bound.measures[component.measure]
        assert isinstance(what, SalesSum | MarginSum | UnitSum)  # noqa: S101 - binding saw to it
        findings.measure(component.measure, priced=True)
        pricing = DealPricing(
            component=component,
            what=what,
            payee=findings.payee,
            facts=findings.facts,
            sale=lambda deal: findings.sale(what.whose, deal),
            times=self._times(component),
            attained=findings.attained,
        )
        window_ = window(what, findings.bound)
        deals = tuple(pricing.each(findings.counting.selected(what, window_)))
        for deal in deals if self._tracing.on else ():
            result = self._amount(deal.value)
            self._tracing.note(StepKind.DEAL, deal.part.deal.id, result, deal.inputs)
        values = tuple(deal.value for deal in deals)
        is_rounded_alone = self._plan.rounding.point is RoundingPoint.DEAL
        return _Value(sum(values, _ZERO), deals, values if is_rounded_alone else None)

    def _deals_behind(self, measure: str) -> tuple[PricedDeal, ...]:
        """The deals behind a measure, by what each has in it; none where it counts no deals."""
        what = self._findings.bound.measures[measure]
        days = window(what, self._findings.bound)
        if isinstance(what, SalesSum | MarginSum | UnitSum | Collections | OverdueReceivables):
            pieces = self._findings.counting.pieces(what, days)
            return tuple(PricedDeal(part, value, NOTHING) for part, value in pieces)
        if not isinstance(what, DealCount | DistinctClients | ActiveClients | NewClients):
            return ()
        credited = self._findings.credited(what.whose, days, what.where, priced=True)
        return tuple(PricedDeal(part, part.amount, NOTHING) for part in credited.each())

    # --- the other components -------------------------------------------------------------------

    def _spiff(self, component: terms.Spiff) -> _Value:
        period = self._findings.bound.period
        credited = self._findings.credited(Whose.OWN, period, component.where)
        deals = tuple(
            PricedDeal(part, self._spiffs(component, part.deal) * part.share, NOTHING)
            for part in credited.each()
            if part.deal.kind is DealKind.SALE
        )
        count = sum((deal.value for deal in deals), _ZERO)
        if component.at_most is not None:
            count = min(count, Fraction(component.at_most))
        value = count * component.amount.exact.value
        inputs: dict[str, Figure] = {"count": count, "amount": component.amount.exact}
        facts = tuple(deal.part.deal for deal in deals)
        amount = self._amount(value)
        self._tracing.note(StepKind.SPIFF, component.id, amount, inputs, deals=facts)
        return _Value(value, deals)

    def _spiffs(self, component: terms.Spiff, deal: Deal) -> Fraction:
        """How many spiffs a whole deal gives."""
        if component.per is terms.SpiffUnit.DEAL:
            return _ONE
        if deal.quantity is None:
            raise Missing(
                f"quantity of deal {deal.id}",
                "is missing where a spiff is paid for each unit",
                "fill the quantity in",
            )
        return abs(Fraction(deal.quantity))

    def _scorecard(self, component: terms.Scorecard) -> _Value:
        target = self._findings.stated(component.target, component.target_from)
        return _Value(sum((self._item(item, target) for item in component.items), _ZERO))

    def _item(self, item: terms.ScorecardItem, target: Fraction) -> Fraction:
        try:
            position: Fraction | None = self._findings.position(item.over, item.measure)
        except Unattained:
            position = None
        payout = _ZERO if position is None else self._payout(item, position)
        value = target * item.weight * payout
        inputs: dict[str, Figure] = {
            "target": self._amount(target),
            "weight": item.weight,
            "payout": payout,
            **({} if position is None else {"at": position}),
        }
        self._tracing.note(StepKind.SCORE, item.id, self._amount(value), inputs)
        return value

    def _payout(self, item: terms.ScorecardItem, position: Fraction) -> Fraction:
        try:
            return item.ladder.value_at(position)
        except TermsError as outside:
            raise outside_table(
                f"payout of {self._findings.payee.person} for {item.id}"
                f" in {self._findings.bound.label}",
                outside,
            ) from None

    def _override(self, component: terms.Override) -> _Value:
        bound = self._findings.bound
        what = bound.measures[component.measure]
        where = getattr(what, "where", None)
        days = window(what, bound)
        credited = self._findings.credited(component.level, days, where, priced=True)
        base, deals = credited.total(), credited.deals
        self._tracing.take_over(credited.steps, deals)
        level: dict[str, Figure] = {"level": component.level}
        total = self._amount(base)
        self._tracing.note(StepKind.MEASURE, component.measure, total, level, deals=deals)
        value = base * component.rate
        inputs: dict[str, Figure] = {"base": self._amount(base), "rate": component.rate}
        self._tracing.note(StepKind.RATE, component.measure, self._amount(value), inputs)
        behind = (PricedDeal(part, part.amount, NOTHING) for part in credited.each())
        needs_deals = self._takes_back or component.payment is not None
        return _Value(value, tuple(behind) if needs_deals else ())

    def _award(self, component: Award) -> AwardLine:
        last = self._findings.bound.period.last_day
        return AwardLine(
            component=component.id,
            clause=component.clause,
            item=component.item,
            earned_on=last,
            released_on=months_after(last, component.released_after_months),
            taxable_value=component.taxable_value,
            steps=self._tracing.steps,
        )

    def _amount(self, value: Fraction) -> Amount:
        return self._findings.amount(value)
