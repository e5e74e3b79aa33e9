"""Credits: which share of a deal counts for whom, and on which day (design 5.1).

A credit holds the share of the deal and that part of its amount, in the deal's own currency.
"""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import attrs
from tests.agreement.oracle.days import reports_to
from tests.agreement.oracle.rounding import shared_out
from tests.agreement.oracle.unpayable import Unpayable
from tests.agreement.oracle.world import World

from accountkit.facts.deals import Deal, DealKind
from accountkit.facts.splits import Share, ShareKind
from accountkit.plans.bound import Payee
from accountkit.plans.crediting import LeaverPolicy, Overlays
from accountkit.plans.measures import Whose
from accountkit.plans.returns import ReturnRule, Returns
from accountkit.values.money import currency_digits
from accountkit.values.periods import months_after

__all__ = [
    "Credit",
    "concerns",
    "counts_on",
    "credits_of",
    "given",
    "has_left",
    "levels_up",
    "seen_on",
    "trouble",
]

_ONE = Fraction(1)


@attrs.frozen(kw_only=True)
class Credit:
    """A share of a deal, the part of its amount, and the day on which it counts."""

    deal: Deal
    date: date
    share: Fraction
    part: Fraction


# --- the shares of a deal ------------------------------------------------------------------------


def _source(world: World, deal: Deal) -> Deal:
    """The deal whose crediting holds: a return without shares follows the deal that it names."""
    if deal.returns is None or any(share.deal == deal.id for share in world.facts.shares):
        return deal
    return world.deal(deal.returns) or deal


def _shares(world: World, deal: Deal, kind: ShareKind) -> list[Share]:
    source = _source(world, deal)
    found = [s for s in world.facts.shares if s.deal == source.id and s.kind is kind]
    return sorted(found, key=lambda share: share.person)


def _is_whole(splits: list[Share]) -> bool:
    people = [share.person for share in splits]
    return (
        sum((share.share for share in splits), Fraction(0)) == 1
        and all(share.share > 0 for share in splits)
        and len(people) == len(set(people))
    )


def assigned_on(world: World, deal: Deal, attribute: str) -> list[str]:
    """Everybody to whom the deal's value of an attribute is assigned on its date."""
    source = _source(world, deal)
    if attribute == "client":
        value = source.client
    elif attribute == "product":
        value = source.product
    else:
        value = source.attributes.get(attribute)
    found = {
        item.person
        for item in world.facts.assignments
        if item.attribute == attribute and item.value == value and item.holds(source.date)
    }
    return sorted(found)


def _attribute(world: World, person: str) -> str | None:
    payee = world.payee(person)
    return None if payee is None else payee.plan.crediting.by_attribute


def given(world: World, deal: Deal) -> list[tuple[str, Fraction, Fraction]]:
    """Whom a deal counts for at level 0: person, share and part of the amount.

    A deal that one person's plan leaves open is trouble for that person; for superiors it still
    counts, by everybody whom it may be of.
    """
    amount = Fraction(deal.amount.amount)
    found: list[tuple[str, Fraction, Fraction]] = []
    splits = _shares(world, deal, ShareKind.SPLIT)
    if splits:
        if _is_whole(splits):
            minor = shared_out(deal.amount.minor, [share.share for share in splits])
            scale = 10 ** currency_digits(deal.amount.currency)
            for share, part in zip(splits, minor, strict=True):
                found.append((share.person, share.share, Fraction(part, scale)))
    else:
        found = [(person, _ONE, amount) for person in _holders(world, deal)]
    for share in _shares(world, deal, ShareKind.OVERLAY):
        found.append((share.person, share.share, amount * share.share))
    return found


def _holders(world: World, deal: Deal) -> list[str]:
    """Whom a deal without a split may count for, by their own plans."""
    maker = _source(world, deal).person
    found = [maker] if _attribute(world, maker) is None else []
    for payee in world.bound.payees:
        attribute = payee.plan.crediting.by_attribute
        if attribute is None:
            continue
        assigned = assigned_on(world, deal, attribute)
        if payee.person in assigned or (not assigned and payee.person == maker):
            found.append(payee.person)
    return found


# --- the day on which a deal counts ---------------------------------------------------------------


def counts_on(world: World, returns: Returns | None, deal: Deal, *, attained: bool) -> date | None:
    """The day on which a deal counts under the rule for returns; none if it does not count.

    ``attained`` says that what is asked is an attainment, which falls where the plan says so
    though the return is taken back at the original rate.
    """
    if deal.kind is DealKind.SALE or returns is None or returns.rule is ReturnRule.IN_PERIOD:
        return deal.date
    sold = world.deal(deal.returns)
    if sold is None or is_late(returns, sold, deal):
        return None
    if returns.rule is ReturnRule.RE_RATING:
        return sold.date
    return deal.date if attained and returns.attainment_falls else None


def seen_on(world: World, returns: Returns | None, deal: Deal) -> date:
    """The day on which whoever asks for deals comes across one, whether it counts or not."""
    sold = world.deal(deal.returns)
    is_rerated = returns is not None and returns.rule is ReturnRule.RE_RATING
    return sold.date if is_rerated and sold is not None else deal.date


def is_late(returns: Returns, sold: Deal, returned: Deal) -> bool:
    """Whether a return came after the window in which it matters."""
    window = returns.window_months
    return window is not None and returned.date > months_after(sold.date, window)


def has_left(payee: Payee, day: date, last_day: date) -> bool:
    """Whether what is dated on a day is lost because the payee has left."""
    left, leavers = payee.left_on, payee.plan.crediting.leavers
    if left is None:
        return False
    if leavers is None:
        return day > left
    if leavers.policy is LeaverPolicy.NOTHING:
        return left <= last_day
    if leavers.policy is LeaverPolicy.EARN_CLOSING_WITHIN:
        return day > left + timedelta(days=leavers.days or 0)
    return day > left


# --- a person's credit ----------------------------------------------------------------------------


def levels_up(world: World, person: str, boss: str, day: date) -> int | None:
    """How many steps above a person somebody stood on a day; none if not above."""
    steps, at = 0, reports_to(world.bound, person, day)
    while at is not None:
        steps += 1
        if at == boss:
            return steps
        at = reports_to(world.bound, at, day)
    return None


def _steps(world: World, person: str, boss: str, day: date) -> int | None:
    return 0 if person == boss else levels_up(world, person, boss, day)


def credits_of(
    world: World, payee: Payee, deal: Deal, day: date, levels: Whose | int
) -> list[Credit]:
    """What of a deal, counting on a day, counts for a payee: own, or of the people below.

    ``levels`` is whose deals are meant, or a number of steps down the reporting line. What is the
    payee's own counts as it was given, so that an overlay is a credit besides; what comes from
    several people is one credit, and never more than the whole deal.
    """
    if has_left(payee, day, world.bound.period.last_day):
        return []
    found: list[Credit] = []
    for person, share, part in given(world, deal):
        steps = _steps(world, person, payee.person, day)
        if steps is not None and _is_asked(steps, levels):
            found.append(Credit(deal=deal, date=day, share=share, part=part))
    if not found or levels in {Whose.OWN, 0}:
        return found
    share = min(sum((credit.share for credit in found), Fraction(0)), _ONE)
    part = sum((credit.part for credit in found), Fraction(0))
    whole = Fraction(deal.amount.amount)
    part = min(part, whole) if whole >= 0 else max(part, whole)
    return [Credit(deal=deal, date=day, share=share, part=part)]


def _is_asked(steps: int, levels: Whose | int) -> bool:
    if isinstance(levels, int):
        return steps == levels
    match levels:
        case Whose.OWN:
            return steps == 0
        case Whose.REPORTS:
            return steps == 1
        case Whose.TEAM:
            return steps >= 1
        case Whose.OWN_AND_TEAM:
            return True


# --- trouble --------------------------------------------------------------------------------------


def concerns(world: World, payee: Payee, deal: Deal, levels: Whose | int) -> bool:
    """Whether a deal is credited to the payee, or to somebody below, or may be."""
    day = seen_on(world, payee.plan.returns, deal)
    is_stated = payee.plan.crediting.leavers is not None
    if is_stated and has_left(payee, day, world.bound.period.last_day):
        return False
    people = {s.person for s in world.facts.shares if s.deal == _source(world, deal).id}
    people |= {person for person, _, _ in given(world, deal)}
    steps = [_steps(world, person, payee.person, day) for person in people]
    return any(step is not None and _is_asked(step, levels) for step in steps)


def trouble(world: World, payee: Payee, deal: Deal, levels: Whose | int) -> None:
    """Refuse a deal of the payee's that terms and facts leave open.

    Raises:
        Unpayable: shares that are no whole, overlays that the plan does not know, two or none
            assigned, a deal after the payee left, a return without its deal or larger than it.
    """
    day, period = seen_on(world, payee.plan.returns, deal), world.bound.period
    left = payee.left_on if payee.plan.crediting.leavers is None else None
    if left is not None and day > left and period.start <= day <= period.last_day:
        raise Unpayable(f"deal {deal.id} is dated after {payee.person} left")
    if levels in {Whose.OWN, Whose.OWN_AND_TEAM}:
        _check_own(world, payee, deal, seen_on(world, payee.plan.returns, deal))
    splits = _shares(world, deal, ShareKind.SPLIT)
    if splits and not _is_whole(splits):
        raise Unpayable(f"shares of deal {deal.id}")
    _check_return(world, payee, deal)


def _check_own(world: World, payee: Payee, deal: Deal, day: date) -> None:
    person, crediting, last_day = payee.person, payee.plan.crediting, world.bound.period.last_day
    if has_left(payee, day, last_day):
        return
    overlaid = [share.person for share in _shares(world, deal, ShareKind.OVERLAY)]
    if person in overlaid and crediting.overlays is Overlays.REFUSE:
        raise Unpayable(f"overlay of deal {deal.id}")
    if crediting.by_attribute is not None and not _shares(world, deal, ShareKind.SPLIT):
        assigned = assigned_on(world, deal, crediting.by_attribute)
        if len(assigned) > 1 and person in assigned:
            raise Unpayable(f"deal {deal.id} is assigned to {len(assigned)}")
        if not assigned and _source(world, deal).person == person:
            raise Unpayable(f"deal {deal.id} is assigned to nobody")


def _check_return(world: World, payee: Payee, deal: Deal) -> None:
    if deal.kind is DealKind.SALE:
        return
    returns, sold = payee.plan.returns, world.deal(deal.returns)
    if sold is None:
        if returns is not None and returns.rule is not ReturnRule.IN_PERIOD:
            raise Unpayable(f"return {deal.id} names no deal that is known")
        return
    given_back = sum(-d.amount.minor for d in world.facts.deals if d.returns == sold.id)
    if given_back > sold.amount.minor:
        raise Unpayable(f"returns of deal {sold.id} come to more than the deal")
