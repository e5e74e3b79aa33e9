"""Deals priced alone: what each deal earns by itself under a component.

Terms are ``accountkit.plans.components`` with ``accumulate: alone``. A return that names its deal
takes back the same part of what the deal earned; one that does not is priced by its own amount.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

import attrs

from accountkit.engine.pay.credit import Credited, Part, check_currency
from accountkit.engine.pay.measure import deal_part, margin_of
from accountkit.engine.pay.quotas import months_between
from accountkit.engine.pay.rates import place_in, price
from accountkit.engine.pay.selection import selects
from accountkit.errors import TermsError
from accountkit.facts.deals import Deal, DealKind
from accountkit.facts.known import Facts
from accountkit.plans.bound import Payee
from accountkit.plans.components import Commission, Exception_, StepSum
from accountkit.plans.faults import Missing, outside_table
from accountkit.plans.measures import MarginSum, SalesSum, UnitSum
from accountkit.plans.rate_tables import Axis
from accountkit.plans.selections import Selection
from accountkit.settlement.trace import Figure
from accountkit.values.money import Amount

__all__ = ["DealPricing", "PricedDeal", "discount_of", "listed_part"]

_ONE = Fraction(1)


@attrs.frozen
class PricedDeal:
    """What one credited deal earned, and by which figures."""

    part: Part
    value: Fraction
    inputs: Mapping[str, Figure]


@attrs.frozen(kw_only=True)
class DealPricing:
    """The pricing of somebody's deals, one by one.

    ``sale`` gives what is credited to the person of a deal, whenever it was made: a return mirrors
    its deal. ``attained`` gives the attainment of a measure for the period; ``times`` multiplies
    rates.
    """

    component: Commission | StepSum
    what: SalesSum | MarginSum | UnitSum
    payee: Payee
    facts: Facts
    sale: Callable[[str], tuple[Part, ...]]
    times: Fraction
    attained: Callable[[str], Fraction]

    def each(self, credited: Credited) -> Iterator[PricedDeal]:
        """What each of the credited deals earned, in order.

        Raises:
            Missing: a deal lacks what its price depends on, two exceptions fit it equally well,
                or the table has no band for it; a return and its deal are in two currencies.
        """
        mirrored = set[str]()
        for part in credited.each():
            if part.deal.kind is DealKind.SALE:
                yield self._priced(part, deal_part(self.what, part))
                continue
            original = self._original(part.deal)
            if original is None:
                priced = self._priced(part, abs(deal_part(self.what, part)))
                yield PricedDeal(part, -priced.value, priced.inputs)
                continue
            if part.deal.id not in mirrored:  # a split and an overlay are mirrored at once
                mirrored.add(part.deal.id)
                for sold in self.sale(original.id):
                    yield self._returned(part, original, sold)

    def _original(self, returned: Deal) -> Deal | None:
        """The deal that a return mirrors, if it names one of which something can be given back."""
        original = None if returned.returns is None else self.facts.by_id.get(returned.returns)
        if original is None or not original.amount:
            return None
        check_currency(returned, original)
        return original

    def _returned(self, part: Part, original: Deal, sold: Part) -> PricedDeal:
        earned = self._priced(sold, deal_part(self.what, sold)).value
        share = -part.deal.amount.exact.value / original.amount.exact.value
        currency = self.payee.plan.currency
        inputs: dict[str, Figure] = {"base": Amount(earned, currency), "share": share}
        return PricedDeal(part, -earned * share, inputs)

    def _priced(self, part: Part, base: Fraction) -> PricedDeal:
        found = self._exception(part.deal)
        value, inputs = self._by_table(self.component if found is None else found, part, base)
        factor = _ONE
        for kicker in self.component.kickers:
            if kicker.where is not None and selects(kicker.where, part.deal):
                factor *= kicker.factor
        if factor != 1:
            inputs = {**inputs, "kicker": factor}
        return PricedDeal(part, value * factor, inputs)

    def _by_table(
        self, table: Commission | StepSum | Exception_, part: Part, base: Fraction
    ) -> tuple[Fraction, dict[str, Figure]]:
        currency = self.payee.plan.currency
        if isinstance(table, Exception_) and table.amount is not None:
            value = table.amount.exact.value * part.share
            return value, {"sum": table.amount.exact, "share": part.share}
        if not isinstance(table, StepSum) and table.rate is not None:
            value = base * table.rate * self.times
            return value, self._by_rate(base, table.rate)
        try:
            by = None if isinstance(table, Exception_) else table.by
            place = place_in(table, by, lambda axis, name: self._position(axis, name, part, base))
            if place is None:
                return Fraction(0), self._by_rate(base, Fraction(0))
            if isinstance(table, StepSum):
                given = place.ladder.value_at(place.position)
                value = given * part.share
                return value, {"sum": Amount(given, currency), "share": part.share}
            value = sum((piece.base * piece.rate for piece in price(place, base)), Fraction(0))
        except TermsError as outside:
            raise outside_table(f"rate of deal {part.deal.id}", outside) from None
        return value * self.times, self._by_rate(base, value / base if base else Fraction(0))

    def _by_rate(self, base: Fraction, rate: Fraction) -> dict[str, Figure]:
        shown: Figure = Amount(base, self.payee.plan.currency) if self.what.IS_MONEY else base
        return {"base": shown, "rate": rate, "times": self.times}

    def _position(self, axis: Axis, by: str | None, part: Part, base: Fraction) -> Fraction:
        deal = part.deal
        match axis:
            case Axis.ATTAINMENT:
                assert by is not None  # noqa: S101 - the term saw to it
                return self.attained(by)
            case Axis.AMOUNT:
                return base
            case Axis.COUNT:
                return abs(_quantity(deal)) * part.share
            case Axis.MARGIN:
                return margin_of(deal)
            case Axis.DISCOUNT:
                return discount_of(deal)
            case Axis.TENURE:
                return tenure(self.payee, part)

    def _exception(self, deal: Deal) -> Exception_ | None:
        """The exception that fits a deal best, if one fits it at all."""
        if not isinstance(self.component, Commission):
            return None
        order = self.component.specificity
        ranked = [
            (_rank(item.where, order), position, item)
            for position, item in enumerate(self.component.exceptions)
            if selects(item.where, deal)
        ]
        if not ranked:
            return None
        best = min(rank for rank, _, _ in ranked)
        fitting = [(position, item) for rank, position, item in ranked if rank == best]
        if len(fitting) > 1:
            numbers = " and ".join(str(position + 1) for position, _ in fitting)
            raise Missing(
                f"rate of deal {deal.id}",
                f"is given by exceptions {numbers}, which fit it equally well",
                "say in specificity which comes first, or narrow one of them",
            )
        return fitting[0][1]


def tenure(payee: Payee, part: Part) -> Fraction:
    """Whole months of tenure on the day on which a deal counts."""
    if payee.since is None:
        raise Missing(
            f"first day of tenure of {payee.person}",
            "is missing where a rate depends on tenure",
            "give the person an appointment with a first day",
        )
    return Fraction(months_between(payee.since, part.date))


def discount_of(deal: Deal) -> Fraction:
    """The discount of a deal as a share of its list amount.

    Raises:
        Missing: the deal has no list amount, or one of nothing.
    """
    listed = listed_amount(deal)
    return (listed - deal.amount.exact.value) / listed


def listed_part(part: Part) -> Fraction:
    """What a credited part of a deal would have come to without discount, in the plan's currency.

    The list amount is shared out as the amount is.

    Raises:
        Missing: nobody said what the deal would have come to.
    """
    amount = part.deal.amount.value
    share = part.amount / amount if amount else part.share * part.rate
    return listed_amount(part.deal) * share


def listed_amount(deal: Deal) -> Fraction:
    """What a deal would have come to without discount, in its own currency.

    Raises:
        Missing: nobody said, or it is nothing.
    """
    listed = deal.list_amount
    if listed is None or listed.currency != deal.amount.currency or not listed:
        found = "is missing" if listed is None else f"is {listed}"
        raise Missing(
            f"list amount of deal {deal.id}",
            f"{found} where its discount counts",
            f"fill in the amount before discount, in {deal.amount.currency}",
        )
    return listed.exact.value


def _quantity(deal: Deal) -> Fraction:
    if deal.quantity is None:
        raise Missing(
            f"quantity of deal {deal.id}", "is missing where it sets a rate", "fill it in"
        )
    return Fraction(deal.quantity)


def _rank(where: Selection, order: tuple[str, ...]) -> int:
    """How specific a selection is: the place of the first key in the order that it names."""
    named = {*where.attributes, *(bound.attribute for bound in where.bounds)}
    if where.products:
        named.add("product")
    if where.clients:
        named.add("client")
    return next((place for place, key in enumerate(order) if key in named), len(order))
