"""Credit: the first stage, from deals to the people whom they count for.

Which deals somebody holds is ``accountkit.engine.pay.holdings``; here it is worked out whether and
for how much they count under the person's plan, in the plan's currency. Terms are in
``accountkit.plans.crediting`` and ``accountkit.plans.returns``.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from operator import attrgetter
from typing import NamedTuple, Protocol, TypeVar, cast

import attrs

from accountkit.engine.pay.conversion import Converter
from accountkit.engine.pay.holdings import Held, Holding, Holdings, deal_of
from accountkit.engine.pay.selection import attribute, selects
from accountkit.engine.pay.splits import check_split, is_split
from accountkit.facts.deals import Deal, DealKind
from accountkit.facts.known import Facts
from accountkit.plans.bound import BoundPlan, Payee
from accountkit.plans.crediting import LeaverPolicy, Overlays
from accountkit.plans.faults import Missing
from accountkit.plans.measures import Whose
from accountkit.plans.plan import Plan
from accountkit.plans.returns import ReturnRule
from accountkit.plans.selections import Selection
from accountkit.settlement.trace import Step
from accountkit.values.money import Amount, Money
from accountkit.values.numbers import EXACT
from accountkit.values.periods import Period, months_after

__all__ = ["Credited", "Credits", "Part", "check_currency", "credit"]

_WHOLE = Fraction(1)
_NOTHING = Decimal(0)
_DATE = attrgetter("date")


@attrs.frozen
class Part:
    """What of a deal counts for somebody, on which day, in the plan's currency.

    ``rate`` is what one unit of the deal's currency is worth in the plan's.
    ``is_priced`` is false for a return that is taken back at the original rate: it may count
    against a quota, and is never in the base of a rate.
    """

    deal: Deal
    date: date
    amount: Fraction
    share: Fraction
    rate: Fraction = _WHOLE
    is_priced: bool = True


class Credited(NamedTuple):
    """What is credited to somebody: deals that count wholly, and parts of others; by date."""

    whole: tuple[Deal, ...] = ()
    parts: tuple[Part, ...] = ()
    steps: tuple[Step, ...] = ()

    def each(self) -> Iterator[Part]:
        """All of it as parts, by date and, within a day, by deal."""
        whole = (Part(deal, deal.date, deal.amount.exact.value, _WHOLE) for deal in self.whole)
        if not self.parts:
            return whole
        return iter(sorted((*whole, *self.parts), key=_part_order))

    def total(self) -> Fraction:
        """The sum of the credited amounts."""
        amounts = [deal.amount.amount for deal in self.whole]
        total = Fraction(*reduce(EXACT.add, amounts, _NOTHING).as_integer_ratio())
        return sum((part.amount for part in self.parts), total) if self.parts else total

    @property
    def deals(self) -> tuple[Deal, ...]:
        """The deals, by date."""
        if not self.parts:
            return self.whole
        return tuple(part.deal for part in self.each())


class Credits:
    """The deals credited to each person of a bound plan; what nobody asks for is not worked out."""

    def __init__(
        self, bound: BoundPlan, facts: Facts, since: date, known_until: date | None = None
    ) -> None:
        self._bound = bound
        self._facts = facts
        self._holdings = Holdings(bound, facts, since, known_until or bound.period.end)

    def credited(
        self,
        payee: Payee,
        level: int | Whose,
        days: Period | None = None,
        where: Selection | None = None,
        *,
        priced: bool = False,
    ) -> Credited:
        """What is credited to a payee: own, or of the people below; of some days and deals only.

        What is not asked for is not looked at, so that what is wrong with it does no harm.

        Args:
            payee: the person.
            level: own or whose, or how many steps down the reporting line.
            days: when it counts; left out: whenever that is known.
            where: which deals.
            priced: leave out what no rate applies to.

        Raises:
            Missing: a split that does not add up, an overlay that the plan refuses, a deal that
                nobody or two are assigned to, a rate of exchange, a return without its deal or in
                another currency.
        """
        if level is Whose.OWN_AND_TEAM:
            # what is wrong with own deals counts too
            self.credited(payee, Whose.OWN, days, where, priced=priced)
        found = self._held(payee, level)
        if days is not None:
            found = _dated(found, days)
        found = self._kept(payee, found)
        if where is not None:
            found = [one for one in found if self._selects(payee.plan, where, deal_of(one))]
        found = self._undoubted(payee, found)
        return self._valued(payee, found, is_own=level is Whose.OWN, priced=priced)

    def _selects(self, plan: Plan, where: Selection, deal: Deal) -> bool:
        """Whether a deal is selected; a re-rated return as the deal that it makes smaller."""
        return selects(where, self._holdings.followed(deal) if _is_rerated(plan) else deal)

    def sale(self, payee: Payee, level: int | Whose, deal: str) -> tuple[Part, ...]:
        """What is credited to a payee of one sale, whenever it was made: a split and an overlay.

        Raises:
            Missing: as ``credited``.
        """
        held = self._kept(payee, self._held(payee, level))
        found = self._undoubted(payee, [one for one in held if deal_of(one).id == deal])
        valued = self._valued(payee, found, is_own=level is Whose.OWN, priced=True)
        return tuple(valued.each())

    def has_any(self, payee: Payee, level: int | Whose) -> bool:
        """Whether a deal of the period counts for a payee, own or of the people below."""
        held = [one for one in self._held(payee, level) if one.date in self._bound.period]
        return bool(self._kept(payee, held))

    def holders(self) -> frozenset[str]:
        """Everybody who holds a deal of the period, whether a plan covers them or not."""
        return self._holdings.holders(self._bound.period)

    def count(self, person: str) -> int:
        """How many deals of the period a person holds."""
        held = self._holdings.of(person, Whose.OWN, rerated=False)
        return sum(one.date in self._bound.period for one in held)

    def _held(self, payee: Payee, level: int | Whose) -> Sequence[Held]:
        return self._holdings.of(payee.person, level, rerated=_is_rerated(payee.plan))

    def _valued(
        self, payee: Payee, given: Sequence[Held], *, is_own: bool, priced: bool
    ) -> Credited:
        plan = payee.plan
        if self._is_plain(plan, given, is_own=is_own):
            return Credited(cast("tuple[Deal, ...]", tuple(given)))
        valuing = _Valuing(plan.currency, Converter(plan, self._bound.period, self._facts))
        for one in given:
            raw = Holding(one, one.date, one.amount.value, _WHOLE) if isinstance(one, Deal) else one
            self._check(payee, raw, is_own=is_own)
            is_priced = self._counts(plan, raw)
            if is_priced or (is_priced is not None and not priced):
                valuing.add(raw, is_priced=is_priced)
        return valuing.credited

    def _is_plain(self, plan: Plan, given: Sequence[Held], *, is_own: bool) -> bool:
        """Whether everything counts wholly, on its own day and as it stands."""
        if is_own and plan.crediting.by_attribute is not None:
            return False
        if self._facts.returns_of or (
            plan.returns is not None and plan.returns.rule is not ReturnRule.IN_PERIOD
        ):
            return False
        currency = plan.currency
        for one in given:  # of everybody's every deal, so not by a generator
            if not isinstance(one, Deal) or one.amount.currency != currency:
                return False
        return True

    def _kept(self, payee: Payee, held: Sequence[Held]) -> Sequence[Held]:
        """What the plan's policy for leavers leaves of somebody's deals, own and of the team."""
        last, terms = payee.left_on, payee.plan.crediting.leavers
        if last is None or last >= self._bound.period.end or terms is None:
            return held
        if terms.policy is LeaverPolicy.NOTHING:
            return [] if last <= self._bound.period.last_day else held
        until = last + timedelta(days=terms.days or 0)
        return [one for one in held if one.date <= until]

    def _undoubted(self, payee: Payee, held: Sequence[Held]) -> Sequence[Held]:
        """What counts under a plan that does not say what leavers earn: deals up to the last day.

        Raises:
            Missing: one of the period is later.
        """
        last = payee.left_on
        if last is None or last >= self._bound.period.end or payee.plan.crediting.leavers:
            return held
        period = self._bound.period
        late = next((one for one in held if one.date > last and one.date in period), None)
        if late is not None:
            raise Missing(
                f"deal {deal_of(late).id}",
                f"is dated {late.date}, after {payee.person} left on {last}, and plan"
                f" {payee.plan.id} does not say what leavers earn",
                "add crediting: leavers: to the plan",
            )
        return [one for one in held if one.date <= last]

    def _counts(self, plan: Plan, raw: Holding) -> bool | None:
        """Whether rates apply to it; ``None`` if it does not count at all."""
        terms, deal = plan.returns, raw.deal
        if deal.kind is DealKind.SALE:
            return True
        if terms is None or terms.rule is ReturnRule.IN_PERIOD:
            if deal.returns in self._facts.by_id:
                self._original(deal)
            return True
        original = self._original(deal)
        window = terms.window_months
        if window is not None and deal.date > months_after(original.date, window):
            return None
        if terms.rule is ReturnRule.RE_RATING:
            return True
        return False if terms.attainment_falls else None

    def _original(self, deal: Deal) -> Deal:
        """The deal that a return gives back.

        Raises:
            Missing: the return does not say which, it is not known, or more is given back.
        """
        if deal.returns is None:
            raise Missing(
                f"return {deal.id}",
                "does not say which deal it gives back",
                "fill in the deal that it returns",
            )
        original = self._facts.by_id.get(deal.returns)
        if original is None:
            raise Missing(
                f"return {deal.id}",
                f"gives back deal {deal.returns}, which is not known",
                "add the deal, or mend the return",
            )
        given_back = self._facts.returns_of[original.id]
        for item in given_back:
            check_currency(item, original)
        returned = Money.sum((item.amount for item in given_back), original.amount.currency)
        if -returned > original.amount:
            raise Missing(
                f"returns of deal {original.id}",
                f"come to {-returned}, more than the deal, which is {original.amount}",
                "mend the returns",
            )
        return original

    def _check(self, payee: Payee, raw: Holding, *, is_own: bool) -> None:
        """Refuse credit that is not in order.

        Raises:
            Missing: shares do not sum to one, an overlay is refused, or the holder is ambiguous.
        """
        plan = payee.plan
        if is_own and raw.is_overlay and plan.crediting.overlays is Overlays.REFUSE:
            raise Missing(
                f"overlay of {payee.person} on deal {raw.deal.id}",
                f"is credit on top of the whole, which plan {plan.id} does not know",
                "take the overlay out, or add crediting: overlays: credit to the plan",
            )
        shares = self._holdings.shares(raw.deal)
        if shares:
            check_split(raw.deal, shares)
        name = plan.crediting.by_attribute
        if is_own and name is not None and not raw.is_overlay and not is_split(shares):
            followed = self._holdings.followed(raw.deal)
            assigned = self._holdings.assigned(name, followed)
            if len(assigned) != 1:
                value = attribute(followed, name)
                whom = " and ".join(assigned) or "nobody"
                raise Missing(
                    f"deal {raw.deal.id}",
                    f"has the {name} {value or 'left empty'}, assigned to {whom} on"
                    f" {followed.date}",
                    "assign it to one person",
                )


class _Valuing:
    """What is given, being turned into what counts in the currency of a plan."""

    def __init__(self, currency: str, converter: Converter) -> None:
        self._currency = currency
        self._converter = converter
        self._whole: list[Deal] = []
        self._parts: list[Part] = []
        self._steps: list[Step] = []

    def add(self, raw: Holding, *, is_priced: bool) -> None:
        """Value one more, in order of date."""
        deal, currency = raw.deal, raw.deal.amount.currency
        is_plain = raw.is_whole and raw.date == deal.date and is_priced
        if is_plain and currency == self._currency:
            self._whole.append(deal)
            return
        amount, worth = raw.amount, _WHOLE
        if currency != self._currency:
            rate = self._converter.rate(deal, currency)
            converted = self._converter.convert(amount, rate)
            before = Amount(amount, currency)
            self._steps.append(self._converter.step(deal, before, rate, converted))
            amount, worth = converted, rate.value
        self._parts.append(Part(deal, raw.date, amount, raw.share, worth, is_priced))

    @property
    def credited(self) -> Credited:
        """All of it."""
        return Credited(tuple(self._whole), tuple(self._parts), tuple(self._steps))


def check_currency(given_back: Deal, original: Deal) -> None:
    """Refuse a return whose part of its deal cannot be told.

    Raises:
        Missing: the two are in different currencies.
    """
    theirs, wanted = given_back.amount.currency, original.amount.currency
    if theirs != wanted:
        raise Missing(
            f"return {given_back.id}",
            f"is in {theirs}, and its deal {original.id} in {wanted}",
            f"state it in {wanted}",
        )


def credit(bound: BoundPlan, facts: Facts, since: date, known_until: date | None = None) -> Credits:
    """Credit the deals from a day on up to the period's end.

    A return that makes its deal's period be reckoned anew counts if it is dated before
    ``known_until``, usually the period's end.
    """
    return Credits(bound, facts, since, known_until)


def _is_rerated(plan: Plan) -> bool:
    return plan.returns is not None and plan.returns.rule is ReturnRule.RE_RATING


def _part_order(part: Part) -> tuple[date, str]:
    return part.date, part.deal.id


class _HasDate(Protocol):
    @property
    def date(self) -> date: ...


_T = TypeVar("_T", bound=_HasDate)


def _dated(items: Sequence[_T], window: Period) -> Sequence[_T]:
    """Those of the items, which are in order of date, that a window holds."""
    if not items or (items[0].date >= window.start and items[-1].date < window.end):
        return items
    first = bisect_left(items, window.start, key=_DATE)
    return items[first : bisect_left(items, window.end, key=_DATE)]
