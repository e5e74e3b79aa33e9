"""Components: what each comes to, exactly and before rounding (design 5.5 and 5.6)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import attrs
from tests.agreement.oracle.conditions import is_eligible, parameter, passes, sum_of
from tests.agreement.oracle.conversions import in_plan_currency
from tests.agreement.oracle.credits import Credit, concerns, credits_of, seen_on, trouble
from tests.agreement.oracle.measures import (
    OfDeals,
    Question,
    as_credits,
    credits_counted,
    pieces_of,
    quantity,
    received,
    sum_at_level,
    value_of,
)
from tests.agreement.oracle.positions import base_of, of_deal, of_period, worth
from tests.agreement.oracle.quotas import attainment_of
from tests.agreement.oracle.rounding import rounded, units
from tests.agreement.oracle.selections import is_selected
from tests.agreement.oracle.tables import given_at, of_ladder
from tests.agreement.oracle.unpayable import Unpayable

from accountkit.facts.deals import DealKind
from accountkit.plans.components import (
    Accumulate,
    Award,
    Bonus,
    Commission,
    Component,
    Exception_,
    Formula,
    Override,
    Scorecard,
    Spiff,
    SpiffUnit,
    StepSum,
)
from accountkit.plans.expressions import (
    AttainmentOf,
    Difference,
    EarnedBy,
    Expression,
    Greatest,
    Least,
    Number,
    ParameterOf,
    Product,
    Ratio,
    Sum,
    ValueOf,
)
from accountkit.plans.measures import (
    Collections,
    Event,
    MarginSum,
    Measure,
    OverdueReceivables,
    SalesSum,
    UnitSum,
    Whose,
)
from accountkit.plans.returns import ReturnRule
from accountkit.plans.selections import Selection
from accountkit.values.calendars import PeriodKind
from accountkit.values.periods import Period
from accountkit.values.rounding import RoundingPoint

__all__ = ["DealPart", "Earned", "earned"]

_ZERO = Fraction(0)
_FRAMES = {
    Accumulate.QUARTER_TO_DATE: PeriodKind.QUARTER,
    Accumulate.HALF_TO_DATE: PeriodKind.HALF,
    Accumulate.YEAR_TO_DATE: PeriodKind.YEAR,
}


@attrs.frozen
class DealPart:
    """A deal behind a component, and what the component's amount is shared out by."""

    deal: str
    date: date
    weight: Fraction


@attrs.frozen
class Earned:
    """What a component comes to in main units, and the deals behind it.

    ``by_deal`` is the same where the plan rounds each deal, and each was rounded.
    """

    value: Fraction
    parts: tuple[DealPart, ...] = ()
    by_deal: Fraction | None = None


def earned(question: Question, name: str) -> Earned | None:
    """What a component earned; none for who is not eligible, and for an award."""
    component = next(part for part in question.payee.plan.components if part.id == name)
    if isinstance(component, Award):
        return None
    if not is_eligible(question.payee, component.eligible):
        return None
    passed = [passes(question, gate, _asked(question)) for gate in component.gates]
    if not all(passed):
        return Earned(_ZERO)
    found = _worked_out(question, component)
    if found is None:
        return Earned(_ZERO)
    by_deal = None if found.by_deal is None else _bounded(question, component, found.by_deal)
    return Earned(_bounded(question, component, found.value), found.parts, by_deal)


def _bounded(question: Question, component: Component, value: Fraction) -> Fraction:
    assert not isinstance(component, Award)
    if component.cap is not None:
        value = min(value, sum_of(question.payee, component.cap.amount, component.cap.amount_from))
    if component.floor is not None:
        bound = sum_of(question.payee, component.floor.amount, component.floor.amount_from)
        value = max(value, bound)
    return value


def _asked(question: Question) -> Callable[[str], Fraction]:
    def earned_by(name: str) -> Fraction:
        found = earned(question, name)
        return _ZERO if found is None else found.value

    return earned_by


def _worked_out(question: Question, component: Component) -> Earned | None:
    """The amount times its kickers; none where there is no quota and that pays nothing."""
    match component:
        case Commission() | StepSum() if component.accumulate is Accumulate.ALONE:
            return _alone(question, component)
        case Commission() | StepSum():
            found = _together(question, component)
        case Bonus():
            found = sum_of(question.payee, component.amount, component.amount_from)
        case Spiff():
            found = _spiff(question, component)
        case Scorecard():
            found = _scorecard(question, component)
        case Override():
            what = question.world.bound.measures[component.measure]
            assert isinstance(what, SalesSum)
            found = _overridden(question, what, component.level) * component.rate
        case Formula():
            found = _number(question, component.expression)
        case Award():
            raise AssertionError("an award is not money")
    if found is None:
        return None
    return Earned(found * _gate_factor(question, component), _parts(question, component))


def _overridden(question: Question, what: SalesSum, level: int) -> Fraction:
    """The sales credited at a level, as they are booked, whenever the measure counts them."""
    booked = attrs.evolve(what, counted_at=Event.BOOKING)
    return sum_at_level(question, booked, level)


def _gate_factor(question: Question, component: Component) -> Fraction:
    factor = Fraction(1)
    if not isinstance(component, Award):
        for kicker in component.kickers:
            if kicker.gate is not None and passes(question, kicker.gate, _asked(question)):
                factor *= kicker.factor
    return factor


# --- the period, or the days to date, taken together ----------------------------------------------


def _together(question: Question, component: Commission | StepSum) -> Fraction | None:
    if component.accumulate is Accumulate.PERIOD:
        return _formula_of(question, component)
    period = question.world.bound.period
    frame = question.world.bound.frame(_FRAMES[component.accumulate])
    now = attrs.evolve(question, days=Period(frame.start, period.end))
    to_date = _formula_of(now, component)
    if to_date is None or frame.start == period.start:
        return to_date
    then = attrs.evolve(question, days=Period(frame.start, period.start))
    return to_date - (_formula_of(then, component) or _ZERO)


def _formula_of(question: Question, component: Commission | StepSum) -> Fraction | None:
    place = of_period(question, component.measure)
    base = value_of(question, component.measure)
    if isinstance(component, StepSum):
        return worth(component, place, component.by, Fraction(1))
    found = worth(component, place, component.by, base)
    return None if found is None else found * _times(question, component)


def _times(question: Question, component: Commission) -> Fraction:
    return Fraction(1) if component.times is None else parameter(question.payee, component.times)


# --- each deal alone ------------------------------------------------------------------------------


def _alone(question: Question, component: Commission | StepSum) -> Earned | None:
    """The sum over deals, also of what each was rounded to where the plan rounds each deal."""
    what = question.world.bound.measures[component.measure]
    assert isinstance(what, OfDeals)
    plan = question.payee.plan
    value_of(question, component.measure)
    factor = _gate_factor(question, component)
    total, rounded_total = _ZERO, _ZERO
    parts: list[DealPart] = []
    for credit in credits_counted(question, what):
        value = _deal_worth(question, component, what, credit)
        if value is None:
            return None
        value *= factor
        parts.append(DealPart(credit.deal.id, credit.date, value))
        total += value
        minor = rounded(units(value, plan.currency), plan.rounding.mode)
        rounded_total += minor / units(Fraction(1), plan.currency)
    is_rounded = plan.rounding.point is RoundingPoint.DEAL
    left = _without_returns(question, parts)
    return Earned(total, left, rounded_total if is_rounded else None)


def _deal_worth(
    question: Question, component: Commission | StepSum, what: OfDeals, credit: Credit
) -> Fraction | None:
    """What one deal earns; a return takes back what its deal earns, in proportion."""
    deal = credit.deal
    if deal.amount.minor >= 0:
        return _sale_worth(question, component, what, credit)
    sold = question.world.deal(deal.returns)
    if sold is None:
        found = _sale_worth(question, component, what, _mirrored(credit))
        return None if found is None else -found
    for original in as_credits(question, what, sold):
        if original.share == credit.share:
            found = _sale_worth(question, component, what, original)
            return None if found is None else found * deal.amount.minor / sold.amount.minor
    return _ZERO


def _mirrored(credit: Credit) -> Credit:
    """A return as if it were a sale."""
    deal = credit.deal
    sale = attrs.evolve(
        deal,
        kind=DealKind.SALE,
        amount=-deal.amount,
        cost=None if deal.cost is None else -deal.cost,
        list_amount=None if deal.list_amount is None else -deal.list_amount,
    )
    return attrs.evolve(credit, deal=sale, part=-credit.part)


def _sale_worth(
    question: Question, component: Commission | StepSum, what: OfDeals, credit: Credit
) -> Fraction | None:
    place = of_deal(question, what, credit)
    found: Fraction | None
    if isinstance(component, StepSum):
        found = worth(component, place, component.by, credit.share)
    else:
        special = _exception(component, credit)
        if special is not None and special.amount is not None:
            found = Fraction(special.amount.amount) * credit.share
        else:
            base = base_of(question, what, credit)
            found = worth(special or component, place, component.by, base)
            found = None if found is None else found * _times(question, component)
    if found is None:
        return None
    for kicker in component.kickers:
        if kicker.where is not None and is_selected(kicker.where, credit.deal, credit.date):
            found *= kicker.factor
    return found


def _exception(component: Commission, credit: Credit) -> Exception_ | None:
    """The exception that holds for a deal: the one whose selection names the most specific key."""
    matching = [
        item for item in component.exceptions if is_selected(item.where, credit.deal, credit.date)
    ]
    if not matching:
        return None
    ranks = [_rank(component.specificity, item.where) for item in matching]
    if ranks.count(min(ranks)) > 1:
        raise Unpayable(f"two exceptions match deal {credit.deal.id} equally well")
    return matching[ranks.index(min(ranks))]


def _rank(specificity: tuple[str, ...], where: Selection) -> int:
    for number, key in enumerate(specificity):
        if key == "product":
            is_named = bool(where.products)
        elif key == "client":
            is_named = bool(where.clients)
        else:
            is_named = key in where.attributes or any(b.attribute == key for b in where.bounds)
        if is_named:
            return number
    return len(specificity)


# --- sums for each, scorecards, formulas ----------------------------------------------------------


def _spiffed(question: Question, component: Spiff) -> list[Credit]:
    """The payee's own sales of the period that a spiff selects."""
    period = question.world.bound.period
    world, payee = question.world, question.payee
    found: list[Credit] = []
    for deal in world.facts.deals:
        day = seen_on(world, payee.plan.returns, deal)
        is_seen = period.start <= day < period.end and deal.date < period.end
        if not is_seen or not concerns(world, payee, deal, Whose.OWN):
            continue
        if is_selected(component.where, deal, day):
            trouble(world, payee, deal, Whose.OWN)
            for credit in credits_of(world, payee, deal, day, Whose.OWN):
                in_plan_currency(world, payee.plan, credit)
                if deal.kind is DealKind.SALE:
                    found.append(credit)
    return found


def _spiff(question: Question, component: Spiff) -> Fraction:
    count = sum((_spiffs(component, credit) for credit in _spiffed(question, component)), _ZERO)
    if component.at_most is not None:
        count = min(count, Fraction(component.at_most))
    return count * Fraction(component.amount.amount)


def _spiffs(component: Spiff, credit: Credit) -> Fraction:
    """How many spiffs a deal gives."""
    if component.per is SpiffUnit.DEAL:
        return credit.share
    return quantity(credit)


def _scorecard(question: Question, component: Scorecard) -> Fraction:
    total = _ZERO
    for item in component.items:
        position = of_period(question, item.measure)(item.over, None)
        if position is not None:
            total += item.weight * given_at(of_ladder(item.ladder), position)
    return total * sum_of(question.payee, component.target, component.target_from)


def _number(  # noqa: PLR0911 - a case for each kind of expression
    question: Question, expression: Expression
) -> Fraction | None:
    """What an expression comes to; none where an attainment in it is none."""
    match expression:
        case Number():
            return expression.value
        case ValueOf():
            return value_of(question, expression.measure)
        case AttainmentOf():
            return attainment_of(question, expression.measure)
        case EarnedBy():
            return _asked(question)(expression.component)
        case ParameterOf():
            return parameter(question.payee, expression.name)
        case Difference():
            parts = _numbers(question, (expression.of, expression.less))
            return None if parts is None else parts[0] - parts[1]
        case Ratio():
            parts = _numbers(question, (expression.of, expression.by))
            if parts is not None and parts[1] == 0:
                raise Unpayable("a formula divides by zero")
            return None if parts is None else parts[0] / parts[1]
        case Sum() | Product() | Least() | Greatest():
            parts = _numbers(question, expression.of)
            return None if parts is None else _joined(expression, parts)


def _numbers(question: Question, parts: tuple[Expression, ...]) -> list[Fraction] | None:
    found: list[Fraction] = []
    for part in parts:
        number = _number(question, part)
        if number is None:
            return None
        found.append(number)
    return found


def _joined(expression: Sum | Product | Least | Greatest, parts: list[Fraction]) -> Fraction:
    match expression:
        case Sum():
            return sum(parts, _ZERO)
        case Least():
            return min(parts)
        case Greatest():
            return max(parts)
        case Product():
            product = Fraction(1)
            for part in parts:
                product *= part
            return product


# --- the deals behind a component -----------------------------------------------------------------


def _parts(question: Question, component: Component) -> tuple[DealPart, ...]:
    """The deals behind an amount that is not priced deal by deal, by what is credited of each.

    Nobody asks for them where everything is paid at once and nothing is taken back by deal.
    """
    returns = question.payee.plan.returns
    takes_back = returns is not None and returns.rule is ReturnRule.ORIGINAL_RATE
    if isinstance(component, Award) or (component.payment is None and not takes_back):
        return ()
    world = question.world
    match component:
        case Commission():
            pieces = _pieces_behind(question, world.bound.measures[component.measure])
        case Override():
            what = world.bound.measures[component.measure]
            assert isinstance(what, SalesSum)
            booked = attrs.evolve(what, counted_at=Event.BOOKING)
            pieces = pieces_of(question, booked, component.level)
        case Spiff():
            pieces = [(item, _spiffs(component, item)) for item in _spiffed(question, component)]
        case _:
            return ()
    parts = [DealPart(credit.deal.id, credit.date, weight) for credit, weight in pieces]
    return _without_returns(question, parts)


def _pieces_behind(question: Question, what: Measure) -> list[tuple[Credit, Fraction]]:
    """The deals behind a measure, each with what it has in it."""
    if isinstance(what, SalesSum | MarginSum | UnitSum):
        return pieces_of(question, what)
    if isinstance(what, Collections | OverdueReceivables):
        return received(question, what)
    if not isinstance(what, OfDeals):
        return []
    plan = question.payee.plan
    return [
        (credit, in_plan_currency(question.world, plan, credit))
        for credit in credits_counted(question, what)
    ]


def _without_returns(question: Question, parts: list[DealPart]) -> tuple[DealPart, ...]:
    """Sales alone, each less what was given back of it; without those of which nothing is left."""
    left: list[DealPart] = []
    for part in parts:
        deal = question.world.deal(part.deal)
        assert deal is not None
        if deal.kind is DealKind.RETURN or any(other.deal == part.deal for other in left):
            continue
        weight = _ZERO
        for other in parts:
            returned = question.world.deal(other.deal)
            assert returned is not None
            if part.deal in {other.deal, returned.returns}:
                weight += other.weight
        if weight > 0:
            left.append(attrs.evolve(part, weight=weight))
    return tuple(left)
