"""Positions: how far a period, or one deal, has come along an axis (design 5.4)."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

from tests.agreement.oracle.conversions import in_plan_currency
from tests.agreement.oracle.credits import Credit
from tests.agreement.oracle.days import tenure
from tests.agreement.oracle.measures import (
    OfDeals,
    Question,
    credits_counted,
    margin,
    quantity,
    value_of,
)
from tests.agreement.oracle.quotas import attainment_of
from tests.agreement.oracle.tables import of_grid, of_ladder, priced
from tests.agreement.oracle.unpayable import Unpayable

from accountkit.facts.deals import Deal
from accountkit.plans.components import Commission, Exception_, StepSum
from accountkit.plans.measures import MarginSum, Measure, SalesSum, UnitSum
from accountkit.plans.rate_tables import Axis

__all__ = ["Place", "base_of", "of_deal", "of_period", "worth"]

Place: TypeAlias = Callable[[Axis, str | None], Fraction | None]
"""The position on an axis, by the measure that is named or else the one priced; none where there
is no quota and that pays nothing."""


def of_period(question: Question, measure: str) -> Place:
    """Positions of the period, or of the days to date."""

    def place(axis: Axis, by: str | None) -> Fraction | None:
        name = by or measure
        match axis:
            case Axis.ATTAINMENT:
                return attainment_of(question, name)
            case Axis.AMOUNT | Axis.COUNT:
                return value_of(question, name)
            case Axis.MARGIN:
                return _margin_of_period(question, name)
            case Axis.DISCOUNT:
                return _discount_of_period(question, name)
            case Axis.TENURE:
                return Fraction(tenure(question.payee, question.world.bound.period.last_day))

    return place


def of_deal(question: Question, what: Measure, credit: Credit) -> Place:
    """Positions of one deal that is priced alone."""

    def place(axis: Axis, by: str | None) -> Fraction | None:
        match axis:
            case Axis.ATTAINMENT:
                assert by is not None
                return attainment_of(question, by)
            case Axis.AMOUNT:
                return base_of(question, what, credit)
            case Axis.COUNT:
                return quantity(credit)
            case Axis.MARGIN:
                return _share(_whole(credit.deal) - _cost(credit.deal), _whole(credit.deal))
            case Axis.DISCOUNT:
                return _share(_list(credit.deal) - _whole(credit.deal), _list(credit.deal))
            case Axis.TENURE:
                return Fraction(tenure(question.payee, credit.date))

    return place


def base_of(question: Question, what: Measure, credit: Credit) -> Fraction:
    """The part of a measure that one credited deal is."""
    match what:
        case SalesSum():
            return in_plan_currency(question.world, question.payee.plan, credit)
        case MarginSum():
            return margin(question, credit)
        case UnitSum():
            return quantity(credit)
        case _:
            raise AssertionError("a bound plan saw to it")


def worth(
    term: Commission | StepSum | Exception_, place: Place, by: str | None, base: Fraction
) -> Fraction | None:
    """What a base comes to at the rate, ladder or grid of a term; none without an attainment."""
    if isinstance(term, Commission | Exception_) and term.rate is not None:
        return base * term.rate
    if term.ladder is not None:
        assert term.over is not None
        position = place(term.over, by)
        return None if position is None else priced(of_ladder(term.ladder), position, base)
    assert term.grid is not None
    known: list[Fraction] = []
    for axis in term.grid.axes:
        position = place(axis.over, axis.by or by)
        if position is None:
            return None
        known.append(position)
    row = of_grid(term.grid, known[:-1])
    return Fraction(0) if row is None else priced(row, known[-1], base)


# --- margins and discounts ------------------------------------------------------------------------


def _whole(deal: Deal) -> Fraction:
    return Fraction(deal.amount.amount)


def _cost(deal: Deal) -> Fraction:
    if deal.cost is None:
        raise Unpayable(f"deal {deal.id} has no cost")
    return Fraction(deal.cost.amount)


def _list(deal: Deal) -> Fraction:
    if deal.list_amount is None:
        raise Unpayable(f"deal {deal.id} has no list amount")
    return Fraction(deal.list_amount.amount)


def _share(part: Fraction, whole: Fraction) -> Fraction:
    if whole == 0:
        raise Unpayable("nothing was sold to have a share of")
    return part / whole


def _behind(question: Question, name: str) -> list[Credit]:
    what = question.world.bound.measures[name]
    assert isinstance(what, OfDeals)
    return credits_counted(question, what)


def _margin_of_period(question: Question, name: str) -> Fraction:
    behind = _behind(question, name)
    plan = question.payee.plan
    amounts = [in_plan_currency(question.world, plan, credit) for credit in behind]
    margins = [margin(question, credit) for credit in behind]
    return _share(sum(margins, Fraction(0)), sum(amounts, Fraction(0)))


def _discount_of_period(question: Question, name: str) -> Fraction:
    amounts, lists = Fraction(0), Fraction(0)
    for credit in _behind(question, name):
        amount = in_plan_currency(question.world, question.payee.plan, credit)
        amounts += amount
        lists += amount * _list(credit.deal) / _whole(credit.deal)
    return _share(lists - amounts, lists)
