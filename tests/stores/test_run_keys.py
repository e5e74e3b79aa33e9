"""The key of a pay run: the same for the same run, another for any other."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest

from accountkit.errors import UsageError
from accountkit.facts import (
    Adjustment,
    Assignment,
    Contact,
    Deal,
    ExchangeRate,
    Facts,
    Fulfilment,
    Invoice,
    Payment,
    Share,
)
from accountkit.plans import (
    AwayDays,
    Axis,
    BoundPlan,
    Commission,
    DueOccasion,
    Participants,
    Payee,
    Plan,
    SalesSum,
)
from accountkit.stores import run_key
from accountkit.values import (
    Band,
    Clause,
    Ladder,
    LadderShape,
    Money,
    Period,
    PeriodKind,
    Text,
    Timeline,
    Weekday,
    WorkingWeek,
)

QUARTER = Period.quarter(2026, 1)
DEAL = Deal(id="1", date=date(2026, 1, 9), person="ana", amount=Money.parse("PHP 100.00"))


def plan(rate: str = "0.01") -> Plan:
    """A commission at one rate."""
    return Plan(
        id="sales",
        title=Text.of(en="Sales"),
        currency="PHP",
        period=PeriodKind.QUARTER,
        start=date(2026, 1, 1),
        roles=("seller",),
        participants=Participants.APPOINTED,
        clauses=(Clause(id="commission", text=Text.of(en="Commission.")),),
        components=(
            Commission(
                id="commission",
                clause="commission",
                measure="sales",
                over=Axis.AMOUNT,
                ladder=Ladder(
                    shape=LadderShape.SLICED,
                    bands=(Band(start=Fraction(0), end=None, value=Fraction(rate)),),
                ),
            ),
        ),
    )


def bound(rate: str = "0.01", quota: int = 100, superior: str = "head") -> BoundPlan:
    """One person under the plan."""
    payee = Payee(
        person="ana",
        name="Ana Cruz",
        plan=plan(rate),
        parameters={"commission_rate": Fraction(1, 3)},
        quotas={"sales": Fraction(quota)},
    )
    return BoundPlan(
        period=QUARTER,
        label="2026-Q1",
        payees=(payee,),
        measures={"sales": SalesSum(id="sales", title=Text.of(en="sales"))},
        superiors={"ana": Timeline.always(superior)},
    )


def test_the_same_run_has_the_same_key() -> None:
    """The key is 64 hexadecimal digits and depends on nothing but what was promised and sold."""
    key = run_key([bound()], Facts([DEAL]))

    assert key == run_key([bound()], Facts([DEAL]))
    assert 64 == len(key)


@pytest.mark.parametrize(
    "other",
    [bound(rate="0.02"), bound(quota=101), bound(superior="deputy")],
    ids=["rate", "quota", "superior"],
)
def test_another_promise_is_another_run(other: BoundPlan) -> None:
    """A rate, a quota or a line of reporting that changes makes a new run."""
    assert run_key([bound()], Facts([DEAL])) != run_key([other], Facts([DEAL]))


@pytest.mark.parametrize(
    "change",
    [
        {"amount": Money.parse("PHP 100.01")},
        {"date": date(2026, 1, 10)},
        {"person": "ben"},
        {"client": "c1"},
        {"id": "2"},
        {"product": "p1"},
        {"quantity": Decimal(2)},
        {"cost": Money.parse("PHP 1.00")},
        {"list_amount": Money.parse("PHP 120.00")},
        {"returns": "0"},
        {"attributes": {"territory": "north"}},
    ],
    ids=lambda change: next(iter(change)),
)
def test_another_fact_is_another_run(change: dict[str, object]) -> None:
    """Whatever of a deal can change a figure changes the key."""
    changed = attrs.evolve(DEAL, **change)  # type: ignore[arg-type]  # one field of any type

    assert run_key([bound()], Facts([DEAL])) != run_key([bound()], Facts([changed]))


def test_deals_after_the_period_do_not_matter() -> None:
    """New sales of the next quarter leave the run of this one as it was."""
    later = attrs.evolve(DEAL, id="9", date=date(2026, 4, 1))

    assert run_key([bound()], Facts([DEAL])) == run_key([bound()], Facts([DEAL, later]))


def test_the_order_in_which_deals_are_read_does_not_matter() -> None:
    """A table sorted another way is the same table."""
    other = attrs.evolve(DEAL, id="0")

    assert run_key([bound()], Facts([DEAL, other])) == run_key([bound()], Facts([other, DEAL]))


def test_people_paid_in_other_periods_are_part_of_the_key() -> None:
    """A company whose plans run by the month and by the quarter can keep its runs, too."""
    others = attrs.evolve(bound(), elsewhere=frozenset({"cora", "dan"}))

    assert run_key([others], Facts([DEAL])) == run_key([others], Facts([DEAL]))
    assert run_key([bound()], Facts([DEAL])) != run_key([others], Facts([DEAL]))


@pytest.mark.parametrize(
    "known",
    [
        {"shares": [Share(deal="1", person="ben", share=Fraction(1))]},
        {"assignments": [Assignment(attribute="client", value="c1", person="ben")]},
        {"invoices": [Invoice(id="i", deal="1", date=DEAL.date, amount=DEAL.amount)]},
        {"payments": [Payment(id="p", deal="1", date=DEAL.date, amount=DEAL.amount)]},
        {"contacts": [Contact(person="ana", date=DEAL.date, kind="visit")]},
        {
            "fulfilments": [
                Fulfilment(
                    person="ana", duty="plan", occasion=date(2026, 3, 31), done_on=date(2026, 4, 2)
                )
            ]
        },
        {
            "adjustments": [
                Adjustment(
                    id="a",
                    person="ana",
                    period=QUARTER,
                    amount=DEAL.amount,
                    reason="a mistake in 2025",
                    author="ben",
                    date=date(2026, 4, 2),
                )
            ]
        },
        {
            "rates": [
                ExchangeRate(
                    source="bsp",
                    base="USD",
                    quote="PHP",
                    date=DEAL.date,
                    rate=Fraction(58),
                )
            ]
        },
    ],
    ids=lambda known: next(iter(known)),
)
def test_every_kind_of_fact_counts(known: dict[str, Any]) -> None:
    """One more fact of any kind that belongs to the period makes another run."""
    assert run_key([bound()], Facts([DEAL])) != run_key([bound()], Facts([DEAL], **known))


def test_facts_after_the_period_do_not_matter() -> None:
    """What is invoiced, paid, visited and adjusted later changes nothing of this quarter."""
    day, later = date(2026, 4, 1), Period.quarter(2026, 2)
    facts = Facts(
        [DEAL],
        invoices=[Invoice(id="i", deal="1", date=day, amount=DEAL.amount)],
        payments=[Payment(id="p", deal="1", date=day, amount=DEAL.amount)],
        contacts=[Contact(person="ana", date=day, kind="visit")],
        fulfilments=[Fulfilment(person="ana", duty="plan", occasion=day, done_on=day)],
        adjustments=[
            Adjustment(
                id="a",
                person="ana",
                period=later,
                amount=DEAL.amount,
                reason="a bonus",
                author="ben",
                date=day,
            )
        ],
    )

    assert run_key([bound()], Facts([DEAL])) == run_key([bound()], facts)


def test_what_happened_before_is_part_of_the_key() -> None:
    """What a period opens with comes from the chain before it, and from what was paid for that."""
    earlier = attrs.evolve(bound(), period=Period.quarter(2025, 4), label="2025-Q4")
    facts = Facts([DEAL])
    chain = run_key([earlier, bound()], facts)

    assert chain != run_key([bound()], facts)
    assert chain != run_key([attrs.evolve(earlier, elsewhere=frozenset({"dan"})), bound()], facts)
    assert chain != run_key([earlier, bound()], facts, ["f" * 64])
    assert run_key([bound()], facts, ["a", "b"]) != run_key([bound()], facts, ["b", "a"])


@pytest.mark.parametrize(
    "change",
    [
        {"since": date(2025, 1, 1)},
        {"participation": (Period(date(2025, 1, 1), date.max),)},
        {"absences": (AwayDays(kind="leave", days=Period.month(2026, 1)),)},
        {"earlier_quotas": ((Period.quarter(2025, 4), {"sales": Fraction(1)}),)},
        {"occasions": (DueOccasion(duty="plan", due=date(2026, 1, 5), last_day=date(2026, 1, 9)),)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_whatever_is_known_of_a_person_is_part_of_the_key(change: dict[str, Any]) -> None:
    """Tenure, participation, absences, earlier quotas and duties due may all change a figure."""
    (payee,) = bound().payees
    other = attrs.evolve(bound(), payees=(attrs.evolve(payee, **change),))

    assert run_key([bound()], Facts([DEAL])) != run_key([other], Facts([DEAL]))


def test_frames_and_working_days_are_part_of_the_key() -> None:
    """Where the year begins, and which days are worked, may change a figure."""
    key = run_key([bound()], Facts([DEAL]))
    framed = attrs.evolve(bound(), frames={PeriodKind.YEAR: Period.year(2026)})
    working = attrs.evolve(bound(), working_week=WorkingWeek(days=(Weekday.MONDAY,)))

    assert 3 == len({key, run_key([framed], Facts([DEAL])), run_key([working], Facts([DEAL]))})


def test_equal_plans_that_are_two_objects_are_one() -> None:
    """The key is of what the plans say."""
    (payee,) = bound().payees
    ben = attrs.evolve(payee, person="ben")
    twice = attrs.evolve(bound(), payees=(payee, ben))
    again = attrs.evolve(bound(), payees=(payee, attrs.evolve(ben, plan=plan())))

    assert run_key([twice], Facts([DEAL])) == run_key([again], Facts([DEAL]))


def test_a_run_without_a_period_has_no_key() -> None:
    """A chain has at least the open period."""
    with pytest.raises(UsageError, match="run: has no period; bind at least the open one"):
        run_key([], Facts())
