"""What is counted: sales, active clients and new clients, at the edges of their definitions."""

from __future__ import annotations

from fractions import Fraction
from functools import partial

import pytest

from accountkit.engine.pay.credit import credit
from accountkit.engine.pay.measure import Counting, Measured, window
from accountkit.facts.known import Facts
from accountkit.plans.measures import ActiveClients, Measure, NewClients, SalesSum
from accountkit.testing.pay import (
    QUARTER,
    a_bound_plan,
    a_commission,
    a_ladder,
    a_plan,
    some_facts,
)
from accountkit.values.money import Money
from accountkit.values.periods import Period
from accountkit.values.texts import Text

TITLE = Text.of(en="measure")
SALES = SalesSum(id="sales", title=TITLE)
BOUND = a_bound_plan({"ana": a_plan(a_commission(a_ladder("sliced", "0% 5%")))})


def active(*, months: int = 6, sales: int = 2, amount: str = "1000.00") -> ActiveClients:
    """Active: in so many months, at least so many sales and so much money."""
    return ActiveClients(
        id="active",
        title=TITLE,
        window_months=months,
        least_sales=sales,
        least_amount=Money.of(amount, "PHP"),
    )


def new(*, quiet: int = 6, amount: str = "1000.00") -> NewClients:
    """New: so many months of silence before, and so much money in the period."""
    return NewClients(
        id="new", title=TITLE, quiet_months=quiet, least_amount=Money.of(amount, "PHP")
    )


def anas(what: Measure, facts: Facts) -> Measured:
    """The measure of Ana in the first quarter of 2026."""
    days = window(what, BOUND)
    credits_ = credit(BOUND, facts, days.start)
    payee = BOUND.payees[0]
    counting = Counting(payee, facts, partial(credits_.credited, payee))
    return counting.count(what, days)


def count(what: Measure, *rows: str) -> int:
    """How many clients Ana has, from these deals."""
    return int(anas(what, some_facts(*rows)).value)


# --- sales ----------------------------------------------------------------------------------------


def test_returns_reduce_sales() -> None:
    """100.00 and 50.25 sold, 30.10 taken back: 120.15."""
    measured = anas(
        SALES, some_facts("ana 2026-01-05 100.00", "ana 2026-02-05 50.25", "ana 2026-03-05 -30.10")
    )
    assert Fraction("120.15") == measured.value
    assert ["d1", "d2", "d3"] == [deal.id for deal in measured.deals]


def test_returns_may_exceed_sales() -> None:
    """A quarter of returns alone is below zero, not zero."""
    assert Fraction(-40) == anas(SALES, some_facts("ana 2026-01-05 -40.00")).value


def test_sales_are_those_of_the_period() -> None:
    """The days before its first and after its last do not count."""
    facts = some_facts(
        "ana 2025-12-31 1.00", "ana 2026-01-01 2.00", "ana 2026-03-31 4.00", "ana 2026-04-01 8.00"
    )
    assert Fraction(6) == anas(SALES, facts).value


def test_no_deal_is_a_sum_of_zero() -> None:
    """Zero is a result."""
    assert Measured(value=Fraction(0), deals=()) == anas(SALES, some_facts())


# --- active clients -------------------------------------------------------------------------------


def test_the_window_of_active_clients_ends_with_the_period() -> None:
    """Six months up to 31 March begin on 1 October; sales and new clients look at the period."""
    assert Period.parse("2025-10-01..2026-03-31") == window(active(months=6), BOUND)
    assert QUARTER == window(SALES, BOUND) == window(new(), BOUND)


@pytest.mark.parametrize("first, clients", [("2025-10-01", 1), ("2025-09-30", 0)])
def test_the_first_day_of_the_window_counts(first: str, clients: int) -> None:
    """Two sales are needed: one on the window's first day counts, a day earlier it does not."""
    assert clients == count(active(), f"ana {first} 900.00 acme", "ana 2026-02-01 900.00 acme")


def test_the_window_may_be_shorter_than_the_period() -> None:
    """One month up to 31 March is March alone."""
    rows = ("ana 2026-02-28 2000.00 acme", "ana 2026-03-01 2000.00 bolt")
    assert 1 == count(active(months=1, sales=1), *rows)


@pytest.mark.parametrize("second, clients", [("100.00", 1), ("99.99", 0)])
def test_an_active_client_reaches_exactly_the_least_amount(second: str, clients: int) -> None:
    """900.00 and 100.00 make the 1,000.00 that is asked for; a centavo less does not."""
    assert clients == count(active(), "ana 2026-01-10 900.00 acme", f"ana 2026-01-11 {second} acme")


def test_returns_reduce_the_amount_of_a_client_and_are_no_sales() -> None:
    """Acme has one sale and a return where two sales are asked; Bolt's return leaves 999.00."""
    assert 0 == count(
        active(),
        "ana 2026-01-10 5000.00 acme",
        "ana 2026-01-20 -10.00 acme",
        "ana 2026-01-10 900.00 bolt",
        "ana 2026-01-11 900.00 bolt",
        "ana 2026-01-20 -801.00 bolt",
    )


def test_a_client_is_active_for_whom_it_buys_from() -> None:
    """One sale by Ana and one by Ben are not two of Ana's; deals without a client are no client."""
    facts = some_facts(
        "ana 2026-01-10 5000.00 acme",
        "ben 2026-01-11 5000.00 acme",
        "ana 2026-01-10 5000.00",
        "ana 2026-01-11 5000.00",
        "ana 2026-01-10 600.00 crest",
        "ana 2026-01-11 600.00 crest",
    )
    measured = anas(active(), facts)
    assert Fraction(1) == measured.value
    assert ["d5", "d6"] == [deal.id for deal in measured.deals]


# --- new clients ----------------------------------------------------------------------------------


def test_a_client_that_never_bought_before_is_new() -> None:
    """And counts once, however often it buys."""
    rows = ("ana 2026-01-15 600.00 acme", "ana 2026-02-15 600.00 acme")
    assert 1 == count(new(), *rows)


@pytest.mark.parametrize("before, clients", [("2025-07-14", 1), ("2025-07-15", 0)])
def test_six_quiet_months_must_be_whole(before: str, clients: int) -> None:
    """The first sale is on 15 January: the silence must hold from 15 July to 14 January."""
    assert clients == count(new(quiet=6), f"ana {before} 10.00 acme", "ana 2026-01-15 5000.00 acme")


def test_quiet_months_count_back_from_the_date() -> None:
    """From 31 March one month back is 28 February: a sale that day breaks the silence."""
    last = "ana 2026-03-31 5000.00 acme"
    assert 0 == count(new(quiet=1), "ben 2026-02-28 10.00 acme", last)
    assert 1 == count(new(quiet=1), "ben 2026-02-27 10.00 acme", last)


def test_a_sale_by_anybody_breaks_the_silence() -> None:
    """Ben sold to Acme in December, so it is not new to the company in January."""
    assert 0 == count(new(), "ben 2025-12-20 1.00 acme", "ana 2026-01-15 5000.00 acme")


def test_a_return_breaks_no_silence() -> None:
    """Goods that come back are not a purchase."""
    assert 1 == count(new(), "ben 2025-12-20 -1.00 acme", "ana 2026-01-15 5000.00 acme")


def test_a_client_is_new_for_who_made_the_first_sale() -> None:
    """Ben sold first, two days before Ana: Acme is not Ana's."""
    assert 0 == count(new(), "ben 2026-01-13 1.00 acme", "ana 2026-01-15 5000.00 acme")


def test_two_first_sales_of_one_day_go_by_the_id_of_the_deal() -> None:
    """Whatever order they are given in, d1 comes before d2."""
    assert 1 == count(new(), "ana 2026-01-15 5000.00 acme", "ben 2026-01-15 5000.00 acme")
    assert 0 == count(new(), "ben 2026-01-15 5000.00 acme", "ana 2026-01-15 5000.00 acme")


@pytest.mark.parametrize("returned, clients", [("-500.00", 1), ("-500.01", 0)])
def test_a_new_client_reaches_exactly_the_least_amount(returned: str, clients: int) -> None:
    """1,500.00 sold less 500.00 returned is the 1,000.00 that is asked for."""
    assert clients == count(new(), "ana 2026-01-15 1500.00 acme", f"ana 2026-03-15 {returned} acme")


def test_returns_alone_open_no_client() -> None:
    """There is no first sale in the period, even where no amount is asked for."""
    assert 0 == count(new(amount="-100.00"), "ana 2026-01-15 -1.00 acme")


def test_the_deals_of_new_clients_are_named() -> None:
    """All of the period with that client, returns too; none of other clients."""
    facts = some_facts(
        "ana 2026-01-15 5000.00 acme",
        "ana 2026-02-15 -5.00 acme",
        "ana 2026-02-16 10.00 bolt",
        "ana 2026-02-17 10.00",
    )
    assert ["d1", "d2"] == [deal.id for deal in anas(new(), facts).deals]
