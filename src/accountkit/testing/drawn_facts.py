"""Facts drawn by chance: deals of four people, and everything that belongs to deals.

Two strengths: ``known_facts`` gives what hangs together (shares that sum to one, returns that name
a deal and give back no more than it, an assignment for every territory, a rate for every day);
``any_facts`` also gives what tables may hold that nobody checked. ``batches`` cuts facts into
those that were known early and those that came in late.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import prod
from typing import Any

import attrs
from hypothesis import strategies as st

from accountkit.facts.adjustments import Adjustment
from accountkit.facts.assignments import Assignment
from accountkit.facts.contacts import Contact
from accountkit.facts.deals import Deal, DealKind
from accountkit.facts.exchange_rates import ExchangeRate
from accountkit.facts.fulfilments import Fulfilment
from accountkit.facts.invoices import Invoice, Payment
from accountkit.facts.known import Facts
from accountkit.facts.splits import Share, ShareKind
from accountkit.plans.bound import DueOccasion
from accountkit.testing.drawn_components import CLIENTS, PRODUCTS, TERRITORIES
from accountkit.testing.drawn_simply import PEOPLE
from accountkit.values.money import Money
from accountkit.values.periods import Period

__all__ = [
    "OCCASIONS",
    "YEAR",
    "adjustments",
    "any_facts",
    "batches",
    "deals",
    "joined",
    "known_facts",
    "rates_of_exchange",
    "with_facts",
]

YEAR = Period.year(2026)
"""The year in which drawn facts lie."""

OCCASIONS = tuple(
    DueOccasion(duty="report", due=date(2026, month, 10), last_day=date(2026, month, 15))
    for month in range(1, 13)
)
"""The occasions of the duty to report, in drawn bound plans."""

_QUARTERS = 4  # amounts are given back, invoiced and paid in quarters
_RATE_DAYS = (date(2026, 1, 1), date(2026, 2, 20), date(2026, 7, 1))


# --- deals ----------------------------------------------------------------------------------------


@st.composite
def deals(
    draw: st.DrawFn,
    *,
    within: Period = YEAR,
    most: int = 12,
    foreign: bool = False,
    prefix: str = "d",
) -> tuple[Deal, ...]:
    """Sales with everything that a measure may ask for, and returns of some of them."""
    sold = draw(st.lists(_sales(within, foreign=foreign), max_size=most))
    named = [attrs.evolve(deal, id=f"{prefix}{number}") for number, deal in enumerate(sold)]
    return (*named, *draw(_returns(named, prefix)))


_PARTICULARS: tuple[Sequence[Any], ...] = (
    PEOPLE,
    (*CLIENTS, None),
    PRODUCTS,
    TERRITORIES,
    (6, 12, 24, 36),  # months of the contract
    range(1, 10),  # quantity
    range(13),  # cost, in tenths of the amount
    range(10),  # discount, in tenths of the list amount
)


def _particulars() -> st.SearchStrategy[tuple[Any, ...]]:
    """One choice of each; a single number tells all of them, since deals are many."""

    def choose(number: int) -> tuple[Any, ...]:
        chosen: list[Any] = []
        for choices in _PARTICULARS:
            number, which = divmod(number, len(choices))
            chosen.append(choices[which])
        return tuple(chosen)

    return st.integers(0, prod(map(len, _PARTICULARS)) - 1).map(choose)


@st.composite
def _sales(draw: st.DrawFn, within: Period, *, foreign: bool) -> Deal:
    minor = draw(st.one_of(st.integers(1, 10**4), st.integers(10**5, 10**6)))
    day = within.start + timedelta(draw(st.integers(0, within.days - 1)))
    currency = draw(st.sampled_from(["PHP", "PHP", "EUR"])) if foreign else "PHP"
    person, client, product, territory, months, quantity, cost, discount = draw(_particulars())
    return Deal(
        id="",
        date=day,
        person=person,
        amount=Money.from_minor(minor, currency),
        client=client,
        product=product,
        quantity=Decimal(quantity),
        cost=Money.from_minor(minor * cost // 10, currency),
        list_amount=Money.from_minor(minor * 10 // (10 - discount), currency),
        attributes={"territory": territory, "term_months": str(months)},
    )


@st.composite
def _returns(draw: st.DrawFn, sold: Sequence[Deal], prefix: str) -> tuple[Deal, ...]:
    """Returns of quarters of some deals, each deal at most once, on a later day of the year."""
    if not sold:
        return ()
    given_back = draw(
        st.lists(
            st.tuples(
                st.integers(0, len(sold) - 1), st.integers(1, _QUARTERS), st.integers(0, 200)
            ),
            max_size=3,
            unique_by=lambda row: row[0],
        )
    )
    rows = (_given_back(sold[which], *part) for which, *part in given_back)
    found = (deal for deal in rows if deal.amount.minor < 0)
    return tuple(attrs.evolve(deal, id=f"{prefix}r{n}") for n, deal in enumerate(found))


def _given_back(deal: Deal, quarters: int, later: int) -> Deal:
    def part(money: Money) -> Money:
        return Money.from_minor(-(money.minor * quarters // _QUARTERS), money.currency)

    return attrs.evolve(
        deal,
        date=min(deal.date + timedelta(later), YEAR.last_day),
        amount=part(deal.amount),
        cost=None if deal.cost is None else part(deal.cost),
        list_amount=None if deal.list_amount is None else part(deal.list_amount),
        quantity=None if deal.quantity is None else deal.quantity * quarters / _QUARTERS,
        kind=DealKind.RETURN,
        returns=deal.id,
    )


# --- what belongs to deals ------------------------------------------------------------------------


@st.composite
def _splits(draw: st.DrawFn, sold: Sequence[Deal], *, most: int = 2) -> tuple[Share, ...]:
    """Splits of some deals between two or three people; the shares of each sum to one."""
    found: list[Share] = []
    for deal in draw(_some(sold, most)):
        people = draw(st.lists(st.sampled_from(PEOPLE), min_size=2, max_size=3, unique=True))
        weights = [draw(st.integers(1, 9)) for _ in people]
        found += (
            Share(deal=deal.id, person=who, share=Fraction(weight, sum(weights)))
            for who, weight in zip(people, weights, strict=True)
        )
    return tuple(found)


@st.composite
def _overlays(draw: st.DrawFn, sold: Sequence[Deal]) -> tuple[Share, ...]:
    chosen = draw(_some(sold, 2))
    return tuple(
        Share(
            deal=deal.id,
            person=draw(st.sampled_from(PEOPLE)),
            share=Fraction(draw(st.integers(1, 10)), 10),
            kind=ShareKind.OVERLAY,
        )
        for deal in chosen
    )


@st.composite
def _assignments(draw: st.DrawFn) -> tuple[Assignment, ...]:
    """Every territory in the hands of somebody, of two people one after the other for some."""
    found: list[Assignment] = []
    for territory in TERRITORIES:
        who, next_one = draw(st.sampled_from(PEOPLE)), draw(st.sampled_from([None, *PEOPLE]))
        change = YEAR.start + timedelta(draw(st.integers(1, YEAR.days - 1)))
        until = None if next_one is None else change - timedelta(1)
        found.append(Assignment(attribute="territory", value=territory, person=who, until=until))
        if next_one is not None:
            found.append(
                Assignment(attribute="territory", value=territory, person=next_one, start=change)
            )
    return tuple(found)


@st.composite
def _invoices(draw: st.DrawFn, sold: Sequence[Deal], prefix: str) -> tuple[Invoice, ...]:
    """Up to all of some deals, in quarters of their amounts."""
    found: list[Invoice] = []
    for deal in draw(_some(sold, 4)):
        for money, day in draw(_parts(deal)):
            due = draw(st.none() | st.integers(0, 60))
            found.append(
                Invoice(
                    id=f"{prefix}i{len(found)}",
                    deal=deal.id,
                    date=day,
                    amount=money,
                    due=None if due is None else day + timedelta(due),
                )
            )
    return tuple(found)


@st.composite
def _payments(
    draw: st.DrawFn, sold: Sequence[Deal], invoices: Sequence[Invoice], prefix: str
) -> tuple[Payment, ...]:
    found: list[Payment] = []
    for deal in draw(_some(sold, 4)):
        asked = [None, *(one.id for one in invoices if one.deal == deal.id)]
        for money, day in draw(_parts(deal)):
            found.append(
                Payment(
                    id=f"{prefix}p{len(found)}",
                    deal=deal.id,
                    date=day,
                    amount=money,
                    invoice=draw(st.sampled_from(asked)),
                )
            )
    return tuple(found)


@st.composite
def _parts(draw: st.DrawFn, deal: Deal) -> list[tuple[Money, date]]:
    """Parts of a deal's amount, none above the whole, on days from the deal's own on."""
    days = sorted(draw(st.lists(st.integers(0, 150), min_size=1, max_size=2)))
    halves = draw(st.booleans())
    found: list[tuple[Money, date]] = []
    for number, later in enumerate(days):
        minor = deal.amount.minor // 2 if len(days) > 1 or halves else deal.amount.minor
        if number == 1 and not halves:
            minor = deal.amount.minor - minor
        found.append((Money.from_minor(minor, deal.amount.currency), deal.date + timedelta(later)))
    return found


def _some(sold: Sequence[Deal], most: int) -> st.SearchStrategy[list[Deal]]:
    if not sold:
        return st.just([])
    numbers = st.lists(st.integers(0, len(sold) - 1), max_size=most, unique=True)
    return numbers.map(lambda chosen: [sold[number] for number in chosen])


def _contacts() -> st.SearchStrategy[tuple[Contact, ...]]:
    one = st.builds(
        Contact,
        person=st.sampled_from(PEOPLE),
        date=st.dates(YEAR.start, YEAR.last_day),
        kind=st.sampled_from(["visit", "visit", "call"]),
        client=st.sampled_from([*CLIENTS, None]),
    )
    return st.lists(one, max_size=5).map(tuple)


def _fulfilments() -> st.SearchStrategy[tuple[Fulfilment, ...]]:
    def done(person: str, occasion: DueOccasion, later: int) -> Fulfilment:
        return Fulfilment(
            person=person,
            duty=occasion.duty,
            occasion=occasion.due,
            done_on=occasion.due + timedelta(later),
        )

    one = st.builds(done, st.sampled_from(PEOPLE), st.sampled_from(OCCASIONS), st.integers(-2, 9))
    by = st.lists(one, max_size=6, unique_by=lambda item: (item.person, item.occasion))
    return by.map(tuple)


@st.composite
def adjustments(draw: st.DrawFn, periods: Sequence[Period]) -> tuple[Adjustment, ...]:
    """Up to two changes by hand, of any of the periods."""
    rows = st.tuples(
        st.sampled_from(PEOPLE), st.sampled_from(periods), st.integers(-(10**5), 10**5)
    )
    return tuple(
        Adjustment(
            id=f"a{number}",
            person=person,
            period=period,
            amount=Money.from_minor(minor, "PHP"),
            reason="agreed",
            author="hr",
            date=period.last_day,
        )
        for number, (person, period, minor) in enumerate(draw(st.lists(rows, max_size=2)))
    )


def rates_of_exchange() -> st.SearchStrategy[tuple[ExchangeRate, ...]]:
    """What a bank paid for a euro, from three days of the year on."""
    rate = st.integers(1, 9000).map(lambda number: Fraction(number, 100))

    def published(rates: tuple[Fraction, ...]) -> tuple[ExchangeRate, ...]:
        days = zip(_RATE_DAYS, rates, strict=True)
        return tuple(
            ExchangeRate(source="bank", base="EUR", quote="PHP", date=day, rate=rate)
            for day, rate in days
        )

    return st.tuples(rate, rate, rate).map(published)


# --- together -------------------------------------------------------------------------------------


@st.composite
def known_facts(
    draw: st.DrawFn,
    *,
    within: Period = YEAR,
    periods: Sequence[Period] = (),
    foreign: bool = False,
    most: int = 12,
    prefix: str = "d",
) -> Facts:
    """Facts that hang together; adjustments are of the ``periods``."""
    made = draw(deals(within=within, most=most, foreign=foreign, prefix=prefix))
    sold = [deal for deal in made if deal.kind is DealKind.SALE]
    invoices = draw(_invoices(sold, prefix))
    return Facts(
        made,
        shares=(*draw(_splits(sold)), *draw(_overlays(sold))),
        assignments=draw(_assignments()),
        invoices=invoices,
        payments=draw(_payments(sold, invoices, prefix)),
        contacts=draw(_contacts()),
        fulfilments=draw(_fulfilments()),
        adjustments=draw(adjustments(periods)) if periods else (),
        rates=draw(rates_of_exchange()),
    )


@st.composite
def any_facts(
    draw: st.DrawFn, *, within: Period = YEAR, periods: Sequence[Period] = (), most: int = 12
) -> Facts:
    """Facts as tables may hold them.

    Shares do not sum to one or name a person twice, returns name no deal or one that is not
    known, or give back more than it; costs and quantities are missing, amounts are in other
    currencies, and somebody is nobody's payee.
    """
    sound = draw(known_facts(within=within, periods=periods, foreign=True, most=most))
    spoilt = tuple(draw(_spoilt(deal)) for deal in sound.deals)
    wrong = st.sampled_from([None, Fraction(0), Fraction("0.9999"), Fraction(2)])
    shares = list(sound.shares)
    share = draw(wrong)
    if shares and share is not None:
        shares[0] = attrs.evolve(shares[0], share=share)
    is_short = draw(st.booleans())
    return with_facts(
        sound,
        deals=spoilt,
        shares=shares,
        assignments=sound.assignments[: len(sound.assignments) // 2 if is_short else None],
        rates=sound.rates.rates[: draw(st.integers(0, 3))],
    )


@st.composite
def _spoilt(draw: st.DrawFn, deal: Deal) -> Deal:
    """The deal, or the deal with one thing missing or wrong."""
    change: dict[str, Any] = draw(
        st.sampled_from(
            [
                *[{}] * 8,
                {"cost": None},
                {"quantity": None},
                {"list_amount": None},
                {"person": "eve"},
                {"attributes": {"term_months": "a year"}},
                {"returns": "nothing"} if deal.kind is DealKind.RETURN else {},
                {"returns": None},
                {"amount": deal.amount + deal.amount},
            ]
        )
    )
    return attrs.evolve(deal, **change)


def with_facts(known: Facts, **changed: Any) -> Facts:
    """The facts, with some kinds of them exchanged."""
    return Facts(**{**_kinds(known), **changed})


def joined(first: Facts, second: Facts) -> Facts:
    """Both together; assignments and rates are those of the first."""
    one, other = _kinds(first), _kinds(second)
    fixed = ("assignments", "rates")
    return Facts(
        **{name: one[name] if name in fixed else (*one[name], *other[name]) for name in one}
    )


def _kinds(known: Facts) -> dict[str, tuple[Any, ...]]:
    return {
        "deals": known.deals,
        "shares": known.shares,
        "assignments": known.assignments,
        "invoices": known.invoices,
        "payments": known.payments,
        "contacts": known.contacts,
        "fulfilments": known.fulfilments,
        "adjustments": known.adjustments,
        "rates": known.rates.rates,
    }


@st.composite
def batches(draw: st.DrawFn, known: Facts, count: int) -> tuple[Facts, ...]:
    """What was known early, then more and more, and everything in the end.

    A deal comes with its shares, and before or with its returns, invoices and payments. Some
    deals are known with a wrong amount or person at first.
    """
    steps = st.integers(0, count - 1)
    came = {deal.id: draw(steps) for deal in known.deals}
    for deal in known.deals:
        if deal.returns in came:
            came[deal.id] = max(came[deal.id], came[deal.returns])
    wrong = {deal.id: draw(_mistakes(count)) for deal in known.deals if deal.returns is None}
    moneys: tuple[Invoice | Payment, ...] = (*known.invoices, *known.payments)
    later = {thing: max(came.get(thing.deal, 0), draw(steps)) for thing in moneys}
    rest = (*known.contacts, *known.fulfilments, *known.adjustments)
    others: dict[object, int] = {thing: draw(steps) for thing in rest}

    def at(step: int, deal: Deal) -> Deal:
        until, change = wrong.get(deal.id, (0, None))
        return attrs.evolve(deal, **change(deal)) if step < until else deal

    return tuple(
        with_facts(
            known,
            deals=[at(step, deal) for deal in known.deals if came[deal.id] <= step],
            shares=[share for share in known.shares if came.get(share.deal, 0) <= step],
            invoices=[thing for thing in known.invoices if later[thing] <= step],
            payments=[thing for thing in known.payments if later[thing] <= step],
            contacts=[thing for thing in known.contacts if others[thing] <= step],
            fulfilments=[thing for thing in known.fulfilments if others[thing] <= step],
            adjustments=[thing for thing in known.adjustments if others[thing] <= step],
        )
        for step in range(count)
    )


def _doubled(deal: Deal) -> dict[str, Any]:
    return {"amount": deal.amount + deal.amount}


def _of_another(deal: Deal) -> dict[str, Any]:
    return {"person": PEOPLE[PEOPLE.index(deal.person) - 1]}


def _mistakes(count: int) -> st.SearchStrategy[tuple[int, Any]]:
    """Until which step a deal is wrong, and how; most never are."""
    wrong = st.tuples(st.integers(1, count - 1), st.sampled_from([_doubled, _of_another]))
    return st.one_of(st.just((0, None)), st.just((0, None)), wrong)
