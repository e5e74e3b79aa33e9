"""The key of a pay run: the same for the same run, another for any other."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import attrs
import pytest

from accountkit.facts.deals import Deal, Facts
from accountkit.plans import (
    Axis,
    BoundPlan,
    Commission,
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
    key = run_key(bound(), Facts([DEAL]))

    assert key == run_key(bound(), Facts([DEAL]))
    assert 64 == len(key)


@pytest.mark.parametrize(
    "other",
    [bound(rate="0.02"), bound(quota=101), bound(superior="deputy")],
    ids=["rate", "quota", "superior"],
)
def test_another_promise_is_another_run(other: BoundPlan) -> None:
    """A rate, a quota or a line of reporting that changes makes a new run."""
    assert run_key(bound(), Facts([DEAL])) != run_key(other, Facts([DEAL]))


@pytest.mark.parametrize(
    "change",
    [
        {"amount": Money.parse("PHP 100.01")},
        {"date": date(2026, 1, 10)},
        {"person": "ben"},
        {"client": "c1"},
        {"id": "2"},
    ],
    ids=lambda change: next(iter(change)),
)
def test_another_fact_is_another_run(change: dict[str, object]) -> None:
    """Whatever of a deal can change a figure changes the key."""
    changed = attrs.evolve(DEAL, **change)  # type: ignore[arg-type]  # one field of any type

    assert run_key(bound(), Facts([DEAL])) != run_key(bound(), Facts([changed]))


def test_deals_after_the_period_do_not_matter() -> None:
    """New sales of the next quarter leave the run of this one as it was."""
    later = attrs.evolve(DEAL, id="9", date=date(2026, 4, 1))

    assert run_key(bound(), Facts([DEAL])) == run_key(bound(), Facts([DEAL, later]))


def test_the_order_in_which_deals_are_read_does_not_matter() -> None:
    """A table sorted another way is the same table."""
    other = attrs.evolve(DEAL, id="0")

    assert run_key(bound(), Facts([DEAL, other])) == run_key(bound(), Facts([other, DEAL]))


def test_people_paid_in_other_periods_are_part_of_the_key() -> None:
    """A company whose plans run by the month and by the quarter can keep its runs, too."""
    others = attrs.evolve(bound(), elsewhere=frozenset({"cora", "dan"}))

    assert run_key(others, Facts([DEAL])) == run_key(others, Facts([DEAL]))
    assert run_key(bound(), Facts([DEAL])) != run_key(others, Facts([DEAL]))
