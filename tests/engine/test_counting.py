"""What is counted by each kind of measure: deals, units, margins, money received, duties done."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from typing import Any

import pytest

from accountkit.engine.pay.credit import credit
from accountkit.engine.pay.measure import Counting, Measured, looks_back_to, window
from accountkit.errors import TermsError
from accountkit.plans import (
    Collections,
    Contacts,
    DealCount,
    DistinctClients,
    Event,
    FulfilmentShare,
    MarginSum,
    Measure,
    OverdueReceivables,
    SalesSum,
    Selection,
    UnitSum,
    Whose,
)
from accountkit.plans.faults import Missing
from accountkit.testing.pay import (
    EVERY_MEASURE,
    a_bound_plan,
    a_commission,
    a_plan,
    at_original_rate,
    frames_of,
    some_facts,
)
from accountkit.values.calendars import PeriodKind
from accountkit.values.periods import Period
from accountkit.values.texts import Text

TITLE = Text.of(en="measure")
PLAN = a_plan(a_commission("10%"))


def measured(
    what: Measure | str,
    *rows: str,
    facts: dict[str, Any] | None = None,
    priced: bool = False,
    **options: Any,
) -> Measured:
    """A measure of Ana, in the first quarter of 2026 unless another period is named."""
    measure = EVERY_MEASURE[what] if isinstance(what, str) else what
    options = {"superiors": {"ben": "ana"}, **options}
    bound = a_bound_plan({"ana": options.pop("plan", PLAN)}, **options)
    known = some_facts(*rows, **(facts or {}))
    payee, credits_ = bound.payees[0], credit(bound, known, looks_back_to(measure, bound))
    counting = Counting(payee, known, partial(credits_.credited, payee))
    return counting.count(measure, window(measure, bound), priced=priced)


def value(what: Measure | str, *rows: str, **options: Any) -> Fraction:
    """Its value."""
    return measured(what, *rows, **options).value


def deals(found: Measured) -> list[str]:
    """The deals that it was counted from."""
    return [deal.id for deal in found.deals]


HALF = {"shares": ["d1 ana 1/2", "d1 ben 1/2"]}

# --- sums and counts of deals ---------------------------------------------------------------------


def test_a_margin_is_the_amount_less_the_cost_of_what_is_credited() -> None:
    """Half of 100 - 60, all of 50 - 55, and what came back of 30 - 10: 20 - 5 - 20."""
    rows = (
        "ana 2026-01-15 100.00 cost=60",
        "ana 2026-01-16 50.00 cost=55",
        "ana 2026-01-17 -30.00 cost=-10",
    )
    assert Fraction(-5) == value("margin", *rows, facts=HALF)


def test_what_is_given_away_costs_what_it_costs() -> None:
    """A sample of 0.00 that cost 7."""
    assert Fraction(-7) == value("margin", "ana 2026-01-15 0.00 cost=7")


def test_a_deal_without_a_cost_is_a_fault() -> None:
    """A cost of the whole amount leaves nothing, and no cost leaves nobody the wiser."""
    assert Fraction(0) == value("margin", "ana 2026-01-15 1.00 cost=1")
    with pytest.raises(Missing, match="cost of deal d1"):
        value("margin", "ana 2026-01-15 1.00")


@pytest.mark.parametrize("written", ["4", "-4"])
def test_units_that_come_back_are_taken_off_however_they_are_written(written: str) -> None:
    """Half of 10 units, less 4."""
    rows = ("ana 2026-01-15 100.00 quantity=10", f"ana 2026-01-16 -40.00 quantity={written}")
    assert Fraction(1) == value("units", *rows, facts=HALF)


def test_a_deal_without_a_quantity_is_a_fault() -> None:
    """It is not one unit."""
    with pytest.raises(Missing, match="quantity of deal d1"):
        value("units", "ana 2026-01-15 100.00")


def test_deals_are_counted_by_their_shares_and_returns_are_not() -> None:
    """Half of one, all of another; what came back is no deal less."""
    rows = ("ana 2026-01-15 1.00", "ana 2026-01-16 1.00", "ana 2026-01-17 -1.00")
    found = measured("deals", *rows, facts=HALF)
    assert Fraction(3, 2) == found.value
    assert ["d1", "d2"] == deals(found)


def test_each_client_counts_once() -> None:
    """Acme bought twice and Bolt once; a return of Crest and a deal of nobody are no client."""
    found = measured(
        "clients",
        "ana 2026-01-15 1.00 acme",
        "ana 2026-01-16 1.00 acme",
        "ana 2026-01-17 1.00 bolt",
        "ana 2026-01-18 -1.00 crest",
        "ana 2026-01-19 1.00",
    )
    assert Fraction(2) == found.value
    assert ["d1", "d2", "d3"] == deals(found)


def test_a_measure_of_some_deals_counts_those() -> None:
    """Chairs alone: 2 of 7."""
    chairs = SalesSum(id="chairs", title=TITLE, where=Selection(products=("chair",)))
    rows = ("ana 2026-01-15 2.00 product=chair", "ana 2026-01-16 5.00 product=lamp")
    found = measured(chairs, *rows)
    assert (Fraction(2), ["d1"]) == (found.value, deals(found))


@pytest.mark.parametrize(
    "whose, expected",
    [(Whose.OWN, 1), (Whose.REPORTS, 2), (Whose.TEAM, 2), (Whose.OWN_AND_TEAM, 3)],
)
def test_a_measure_counts_own_deals_or_those_of_the_team(whose: Whose, expected: int) -> None:
    """1 of Ana's, 2 of Ben's, who reports to her."""
    rows = ("ana 2026-01-15 1.00 quantity=1", "ben 2026-01-16 2.00 quantity=2")
    assert Fraction(expected) == value(SalesSum(id="s", title=TITLE, whose=whose), *rows)
    assert Fraction(expected) == value(UnitSum(id="u", title=TITLE, whose=whose), *rows)


def test_a_team_has_each_client_and_each_deal_once() -> None:
    """Ana and Ben share a deal of Acme; one deal and one client of both together."""
    row = "ana 2026-01-15 1.00 acme"
    count = DealCount(id="d", title=TITLE, whose=Whose.OWN_AND_TEAM)
    clients = DistinctClients(id="c", title=TITLE, whose=Whose.OWN_AND_TEAM)
    assert Fraction(1) == value(count, row, facts=HALF)
    assert Fraction(1) == value(clients, row, facts=HALF)


# --- windows --------------------------------------------------------------------------------------

YEAR = (
    "ana 2025-12-31 1.00",
    "ana 2026-01-01 2.00",
    "ana 2026-03-31 4.00",
    "ana 2026-04-01 8.00",
    "ana 2026-05-31 16.00",
    "ana 2026-06-01 32.00",
)


@pytest.mark.parametrize(
    "kind, total", [(PeriodKind.QUARTER, 24), (PeriodKind.HALF, 30), (PeriodKind.YEAR, 30)]
)
def test_a_sum_to_date_begins_with_the_frame_and_ends_with_the_period(
    kind: PeriodKind, total: int
) -> None:
    """In May: from 1 April, or from 1 January; nothing of June."""
    what = SalesSum(id="sales", title=TITLE, to_date=kind)
    assert Fraction(total) == value(what, *YEAR, period="2026-05")


@pytest.mark.parametrize("months, total", [(1, 16), (2, 24), (5, 30), (6, 31)])
def test_a_rolling_sum_looks_back_over_whole_months(months: int, total: int) -> None:
    """Up to the end of May; one month is May itself, six begin on 1 December."""
    what = SalesSum(id="sales", title=TITLE, rolling_months=months)
    assert Fraction(total) == value(what, *YEAR, period="2026-05")


def test_a_sum_to_date_needs_to_know_its_frame() -> None:
    """A period across two quarters lies in none."""
    what = SalesSum(id="sales", title=TITLE, to_date=PeriodKind.QUARTER)
    days = Period.parse("2026-03-15..2026-04-14")
    assert PeriodKind.QUARTER not in frames_of(days)
    with pytest.raises(TermsError, match="lies in no quarter that is known"):
        value(what, period=days)


# --- as it is invoiced and paid -------------------------------------------------------------------

INVOICES = [
    "d1 2025-12-31 10.00",
    "d1 2026-01-01 30.00",
    "d1 2026-03-31 40.00",
    "d1 2026-04-01 20.00",
]
"""Of a deal of 100.00: 70.00 are in the first quarter."""


@pytest.mark.parametrize(
    "event, facts",
    [(Event.INVOICE, {"invoices": INVOICES}), (Event.CASH, {"payments": INVOICES})],
)
def test_a_deal_counts_as_it_is_invoiced_or_paid(event: Event, facts: dict[str, Any]) -> None:
    """70 in the quarter, whenever the deal was made; of half of it 35, of its margin of 40 28."""
    row = "ana 2025-06-01 100.00 cost=60"
    what = SalesSum(id="sales", title=TITLE, counted_at=event)
    margin = MarginSum(id="margin", title=TITLE, counted_at=event)
    found = measured(what, row, facts=facts)
    assert (Fraction(70), ["d1"]) == (found.value, deals(found))
    assert Fraction(35) == value(what, row, facts={**facts, **HALF})
    assert Fraction(28) == value(margin, row, facts=facts)


def test_a_refund_counts_below_zero() -> None:
    """50 paid and 20 of it paid back."""
    facts = {"payments": ["d1 2026-01-10 50.00", "d1 2026-02-10 -20.00"]}
    assert Fraction(30) == value("cash", "ana 2026-01-01 100.00", facts=facts)


def test_a_return_counts_on_its_own_day_whatever_was_invoiced() -> None:
    """70 invoiced, less 25 that came back in March."""
    rows = ("ana 2025-06-01 100.00", "ana 2026-03-15 -25.00 returns=d1")
    assert Fraction(45) == value("invoiced", *rows, facts={"invoices": INVOICES})
    later = ("ana 2025-06-01 100.00", "ana 2026-04-15 -25.00 returns=d1")
    assert Fraction(70) == value("invoiced", *later, facts={"invoices": INVOICES})


def test_what_is_taken_back_at_the_original_rate_is_not_priced() -> None:
    """It counts against the quota, and 70 are what the rate applies to."""
    plan = a_plan(a_commission("10%"), returns=at_original_rate(attainment_falls=True))
    rows = ("ana 2025-06-01 100.00", "ana 2026-03-15 -25.00 returns=d1")
    facts = {"invoices": INVOICES}
    assert Fraction(45) == value("invoiced", *rows, facts=facts, plan=plan)
    assert Fraction(70) == value("invoiced", *rows, facts=facts, plan=plan, priced=True)


def test_a_payment_for_a_deal_of_nothing_is_a_fault() -> None:
    """No part of it can be told."""
    facts = {"payments": ["d1 2026-01-16 5.00"]}
    for what in ("cash", "collected"):
        with pytest.raises(Missing, match="cash of deal d1"):
            value(what, "ana 2026-01-15 0.00", facts=facts)
    assert Fraction(0) == value("cash", "ana 2026-01-15 0.00")


# --- collections and what is overdue --------------------------------------------------------------


def test_collections_are_the_payments_of_the_period_by_share() -> None:
    """70 of the quarter, half of them Ana's; returns collect nothing."""
    rows = ("ana 2025-06-01 100.00", "ana 2026-02-01 -10.00 returns=d1")
    assert Fraction(70) == value("collected", *rows, facts={"payments": INVOICES})
    assert Fraction(35) == value("collected", *rows, facts={"payments": INVOICES, **HALF})


def overdue(*invoices: str, payments: list[str] | None = None, **others: Any) -> Fraction:
    """What is overdue at the end of March, by more than ten days, of a deal of 1,000."""
    facts = {"invoices": invoices, "payments": payments or [], **others}
    return value("overdue", "ana 2025-06-01 1000.00", facts=facts)


@pytest.mark.parametrize("due, owed", [("2026-03-20", 100), ("2026-03-21", 0)])
def test_an_invoice_is_overdue_when_more_than_the_days_of_grace_have_passed(
    due: str, owed: int
) -> None:
    """From 20 March to 31 March are eleven days, from the 21st ten."""
    assert Fraction(owed) == overdue(f"d1 2026-01-01 100.00 {due}")


def test_an_invoice_without_a_due_date_is_due_on_its_own_day() -> None:
    """20 March is late by eleven days."""
    assert Fraction(100) == overdue("d1 2026-03-20 100.00")
    assert Fraction(0) == overdue("d1 2026-03-21 100.00")


@pytest.mark.parametrize(
    "payments, owed",
    [
        (["d1 2026-03-31 30.00 i1"], 170),  # on the last day: 70 of the first, 100 of the second
        (["d1 2026-04-01 30.00 i1"], 200),  # a day too late
        (["d1 2026-03-01 150.00 i1"], 100),  # more than the first: the second is not paid by it
        (["d1 2026-03-01 150.00"], 50),  # for no invoice by name: the first, then the second
        (["d1 2026-03-01 40.00", "d1 2026-03-02 80.00 i1"], 80),  # 20 left of the first, 20 on
        (["d1 2026-03-01 500.00"], 0),
        (["d1 2026-03-01 50.00", "d1 2026-03-02 -20.00"], 170),  # 20 of it was paid back
    ],
)
def test_what_was_paid_by_the_last_day_is_deducted(payments: list[str], owed: int) -> None:
    """Two invoices of 100, due in January and in February."""
    invoices = ("d1 2026-01-01 100.00 2026-01-31", "d1 2026-02-01 100.00 2026-02-28")
    assert Fraction(owed) == overdue(*invoices, payments=payments)


def test_what_is_not_due_yet_takes_payments_after_what_is() -> None:
    """150 for no invoice by name: 100 for the one that is late, 50 for the one that is not."""
    invoices = ("d1 2026-02-01 100.00 2026-06-30", "d1 2026-02-02 100.00 2026-02-28")
    assert Fraction(0) == overdue(*invoices, payments=["d1 2026-03-01 150.00"])
    assert Fraction(10) == overdue(*invoices, payments=["d1 2026-03-01 90.00"])


def test_overdue_money_is_shared_as_the_deal_is() -> None:
    """Half of 100."""
    found = overdue("d1 2026-01-01 100.00", shares=["d1 ana 1/2", "d1 ben 1/2"])
    assert Fraction(50) == found


# --- contacts and duties --------------------------------------------------------------------------


def test_contacts_of_the_kinds_named_are_counted() -> None:
    """Two visits of Ana's in the quarter; a call, one of Ben's and one of April are not."""
    contacts = [
        "ana 2026-01-01 visit acme",
        "ana 2026-03-31 visit",
        "ana 2026-01-02 call",
        "ben 2026-01-03 visit",
        "ana 2026-04-01 visit",
    ]
    assert Fraction(2) == value("visits", facts={"contacts": contacts})
    both = Contacts(id="both", title=TITLE, kinds=("visit", "call"))
    assert Fraction(3) == value(both, facts={"contacts": contacts})


DUE = {
    "ana": [
        "report 2025-12-31 2026-01-05",
        "report 2026-01-31 2026-02-05",
        "report 2026-02-28 2026-03-05",
        "visit 2026-03-01 2026-03-01",
        "report 2026-03-31 2026-04-05",
    ]
}
"""Three reports fall due in the quarter."""


@pytest.mark.parametrize(
    "done, share",
    [
        ([], "0"),
        (["ana report 2026-01-31 2026-02-05"], "1/3"),  # on the last day in time
        (["ana report 2026-01-31 2026-02-06"], "0"),
        (["ben report 2026-01-31 2026-02-05"], "0"),
        (["ana visit 2026-03-01 2026-03-01"], "0"),
        (["ana report 2026-03-31 2026-04-05"], "1/3"),  # due in the quarter, done after it
        (["ana report 2025-12-31 2026-01-01"], "0"),  # due in the quarter before
        (["ana report 2026-01-31 2026-02-01", "ana report 2026-01-31 2026-02-20"], "1/3"),
    ],
)
def test_an_occasion_is_met_by_its_last_day(done: list[str], share: str) -> None:
    """By the person; done again later, it stays met."""
    assert Fraction(share) == value("reports", due=DUE, facts={"fulfilments": done})


def test_where_nothing_fell_due_the_measure_says_what_holds_or_it_is_a_fault() -> None:
    """All of it, as the measure of the specimen has it."""
    assert Fraction(1) == value("reports")
    silent = FulfilmentShare(id="reports", title=TITLE, duties=("report",))
    with pytest.raises(Missing, match="reports of ana"):
        value(silent)


# --- how far back ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "what, first",
    [
        (SalesSum(id="m", title=TITLE), "2026-01-01"),
        (SalesSum(id="m", title=TITLE, rolling_months=6), "2025-10-01"),
        (SalesSum(id="m", title=TITLE, counted_at=Event.CASH), "0001-01-01"),
        (Collections(id="m", title=TITLE), "0001-01-01"),
        (OverdueReceivables(id="m", title=TITLE, grace_days=0), "0001-01-01"),
        (Contacts(id="m", title=TITLE, kinds=("visit",)), "2026-01-01"),
    ],
)
def test_a_measure_says_how_far_back_its_deals_may_lie(what: Measure, first: str) -> None:
    """Money received may be for a deal of any day."""
    bound = a_bound_plan({"ana": PLAN})
    assert first == looks_back_to(what, bound).isoformat()
