"""Holdings: which deals each person holds, own ones and those of the people below.

A deal belongs to those whom the facts split it between, else to whomever the plan's rule names.
For a superior it counts by the reporting line as it stood on the deal's date, once, however many
of the people below share it. What a holding is worth under a plan, and whether it counts at all,
is ``accountkit.engine.pay.credit``. Terms are in ``accountkit.plans.crediting``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from operator import attrgetter
from typing import TypeAlias

import attrs

from accountkit.engine.pay.selection import attribute
from accountkit.engine.pay.splits import is_split, split
from accountkit.facts.deals import Deal, DealKind
from accountkit.facts.known import Facts
from accountkit.facts.splits import Share, ShareKind
from accountkit.plans.bound import BoundPlan
from accountkit.plans.measures import Whose
from accountkit.values.periods import Period

__all__ = ["Held", "Holding", "Holdings", "deal_of"]

_WHOLE = Fraction(1)
_DATE = attrgetter("date")


@attrs.frozen
class Holding:
    """What of a deal somebody holds, and on which day it counts.

    Units:
        ``amount`` is exact, in the deal's own currency, and holds the share already.
    """

    deal: Deal
    date: date
    amount: Fraction
    share: Fraction
    is_overlay: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether it is all of the deal."""
        return self.share == _WHOLE and not self.is_overlay


Held: TypeAlias = Deal | Holding
"""A deal that is held wholly, and counts on its own day, stands for itself."""


def deal_of(held: Held) -> Deal:
    """The deal that is held."""
    return held if isinstance(held, Deal) else held.deal


class Holdings:
    """The deals of each person up to a period's end, by date; the team's are found when asked for.

    A deal is re-rated when it is a return that counts on the day of the deal it gives back; it is
    known if it is dated before ``known_until``.
    """

    def __init__(self, bound: BoundPlan, facts: Facts, since: date, known_until: date) -> None:
        self._bound = bound
        self._facts = facts
        self._known_until = known_until
        self._span = Period(since, bound.period.end)
        self._plans = {payee.person: payee.plan for payee in bound.payees}
        self._attributes = tuple(
            dict.fromkeys(
                name for plan in bound.plans if (name := plan.crediting.by_attribute) is not None
            )
        )
        self._own = self._given(rerated=False)
        self._rerated: dict[str, list[Held]] | None = None
        self._lines: dict[tuple[bool, int | Whose], dict[str, list[Held]]] = {}

    def of(self, person: str, level: int | Whose, *, rerated: bool) -> Sequence[Held]:
        """What a person holds: own, or of the people below, by whose or how many steps down."""
        by_person = self._by_person(rerated=rerated)
        if level is Whose.OWN:
            return by_person.get(person, ())
        key = (rerated, level)
        if key not in self._lines:
            self._lines[key] = self._gathered(by_person, level)
        return self._lines[key].get(person, ())

    def holders(self, days: Period) -> frozenset[str]:
        """Everybody who holds a deal of some days in person."""
        return frozenset(
            person for person, held in self._own.items() if any(one.date in days for one in held)
        )

    # --- from facts to what each person is given ------------------------------------------------

    def _by_person(self, *, rerated: bool) -> Mapping[str, list[Held]]:
        if not rerated:
            return self._own
        if self._rerated is None:
            self._rerated = self._given(rerated=True)
        return self._rerated

    def _given(self, *, rerated: bool) -> dict[str, list[Held]]:
        known = Period(date.min, self._known_until) if rerated else self._span
        deals = self._facts.dated(known)
        found: defaultdict[str, list[Held]] = defaultdict(list)
        if not (rerated or self._facts.shares or self._attributes or self._facts.returns_of):
            for deal in deals:
                found[deal.person].append(deal)
            return found
        for deal in deals:
            day = self.followed(deal).date if rerated else deal.date
            if day in self._span:
                for person, given in self._given_of(deal, day):
                    found[person].append(given)
        if rerated:
            for theirs in found.values():
                theirs.sort(key=_DATE)
        return found

    def _given_of(self, deal: Deal, day: date) -> Iterator[tuple[str, Held]]:
        """Whom a deal is given to, and what of it."""
        shares = self.shares(deal)
        for share, money in split(deal, shares):
            is_overlay = share.kind is ShareKind.OVERLAY
            amount = money.value * share.share if is_overlay else money.value
            yield share.person, Holding(deal, day, amount, share.share, is_overlay)
        if not is_split(shares):
            whole = deal if day == deal.date else Holding(deal, day, deal.amount.value, _WHOLE)
            for person in self._holders(self.followed(deal)):
                yield person, whole

    def followed(self, deal: Deal) -> Deal:
        """The deal by which the holders are found: of a return the one that it gives back."""
        if deal.kind is DealKind.SALE or deal.returns is None:
            return deal
        return self._facts.by_id.get(deal.returns, deal)

    def shares(self, deal: Deal) -> tuple[Share, ...]:
        """The shares of a deal; a return without any takes those of its deal."""
        if not self._facts.shares:
            return ()
        own = self._facts.shares_of.get(deal.id, ())
        if own or deal.returns is None:
            return own
        return self._facts.shares_of.get(deal.returns, ())

    def _holders(self, deal: Deal) -> Iterator[str]:
        """Whom an unsplit deal counts for: its maker, and whoever holds it by an attribute."""
        plan = self._plans.get(deal.person)
        if plan is None or plan.crediting.by_attribute is None:
            yield deal.person
        for name in self._attributes:
            assigned = self.assigned(name, deal)
            for person in assigned:
                theirs = self._plans.get(person)
                if theirs is not None and theirs.crediting.by_attribute == name:
                    yield person
            if not assigned and plan is not None and plan.crediting.by_attribute == name:
                yield deal.person

    def assigned(self, name: str, deal: Deal) -> tuple[str, ...]:
        """Whom a deal's value of an attribute is assigned to on its date."""
        value = attribute(deal, name)
        if value is None:
            return ()
        return tuple(
            dict.fromkeys(
                item.person
                for item in self._facts.assignments
                if item.attribute == name and item.value == value and item.holds(deal.date)
            )
        )

    # --- up the reporting line ------------------------------------------------------------------

    def _gathered(
        self, given: Mapping[str, list[Held]], level: int | Whose
    ) -> dict[str, list[Held]]:
        """What the people below bring a superior: each deal once, and never more than all of it."""
        found: defaultdict[str, dict[str, list[Held]]] = defaultdict(lambda: defaultdict(list))
        for person, theirs in given.items():
            for one in theirs:
                name = deal_of(one).id
                for superior in self._superiors(person, one.date, level):
                    found[superior][name].append(one)
        return {
            superior: sorted((_joined(ones) for ones in deals.values()), key=_DATE)
            for superior, deals in found.items()
        }

    def _superiors(self, person: str, on: date, level: int | Whose) -> Iterator[str]:
        """Those up the line for whom a deal of a person counts; nobody goes in a circle."""
        seen, who, height = {person}, person, 0
        if level is Whose.OWN_AND_TEAM:
            yield person
        wanted = 1 if level is Whose.REPORTS else level
        while True:
            line = self._bound.superiors.get(who)
            above = None if line is None else line.get(on)
            if above is None or above in seen:
                return
            seen.add(above)
            who, height = above, height + 1
            if not isinstance(wanted, int):
                yield above
            elif height == wanted:
                yield above
                return


def _joined(given: Sequence[Held]) -> Held:
    """What several people bring of one deal, together: at most all of it."""
    first = given[0]
    if isinstance(first, Deal):
        return first
    raws = [one for one in given if not isinstance(one, Deal)]
    share = sum((raw.share for raw in raws), Fraction(0))
    if len(raws) < len(given) or share >= _WHOLE:
        return Holding(first.deal, first.date, first.deal.amount.value, _WHOLE)
    amount = sum((raw.amount for raw in raws), Fraction(0))
    return Holding(first.deal, first.date, amount, share)
