"""Releases: when what deals earned is paid, by invoice, by cash and in instalments."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from accountkit.facts.deals import Deal, DealKind
from accountkit.facts.invoices import Invoice
from accountkit.facts.invoices import Payment as Received
from accountkit.facts.known import Facts
from accountkit.plans.faults import Missing
from accountkit.plans.measures import Event
from accountkit.plans.payments import Condition, Instalment, Payment
from accountkit.plans.plan import NegativeResult, Plan
from accountkit.settlement import Account, DealPart, Statement, StepKind
from accountkit.testing.pay import a_commission, a_ladder, a_plan
from accountkit.values.money import Amount, Money
from accountkit.values.periods import Period

Months = Callable[..., list[Statement]]
Totals = Callable[..., list[str]]
Moves = Callable[[Statement], list[str]]
Settled = list[tuple[Statement, Account]]

SOLD = date(2026, 1, 15)


def paying(payment: Payment | None, **options: Any) -> Plan:
    """A plan whose one component has payment terms."""
    part = a_commission(
        a_ladder("sliced", "0 10%"), "amount", id="bonus", clause="bonus", payment=payment
    )
    return a_plan(part, **options)


def instalments(*rows: str, condition: Condition = Condition.NONE) -> Payment:
    """Instalments of rows such as ``12 1/5``: months and share."""
    parts = (row.split() for row in rows)
    return Payment(
        instalments=tuple(
            Instalment(after_months=int(months), share=Fraction(share), condition=condition)
            for months, share in parts
        )
    )


def a_deal(name: str = "d", amount: str = "10000", **options: Any) -> Deal:
    """A deal of 15 January."""
    return Deal(id=name, date=SOLD, person="ana", amount=Money.parse(f"PHP {amount}"), **options)


def a_return(day: str, amount: str) -> Deal:
    """So much of deal ``d`` is given back."""
    return Deal(
        id=f"r{day}",
        date=date.fromisoformat(day),
        person="ana",
        amount=-Money.parse(f"PHP {amount}"),
        kind=DealKind.RETURN,
        returns="d",
    )


def received(*rows: str) -> list[Received]:
    """Payments for deal ``d`` of rows such as ``2026-02-05 5000``."""
    return [
        Received(
            id=f"p{number}",
            deal="d",
            date=date.fromisoformat(row.split()[0]),
            amount=Money.parse(f"PHP {row.split()[1]}"),
        )
        for number, row in enumerate(rows)
    ]


def behind(weight: str = "1", deal: str = "d") -> DealPart:
    """A deal behind what January earned."""
    return DealPart(
        deal=deal, date=SOLD, amount=Amount(Fraction(10000), "PHP"), weight=Fraction(weight)
    )


CASH = paying(Payment(at=Event.CASH))
JANUARY = {1: (behind(),)}


def test_half_of_the_cash_releases_half(months: Months, moves: Moves) -> None:
    """A deal of 10,000 earned 1,000; 5,000 are received, so 500 are paid.

    Source:
        QuotaPath, payouts eligibility.
    """
    facts = Facts([a_deal()], payments=received("2026-02-05 5000"))
    made = months(CASH, "1000", "0", facts=facts, parts=JANUARY)

    assert ["0.00", "500.00"] == [str(one.total.amount) for one in made]
    assert ["deferred bonus d -1000.00 1000.00"] == moves(made[0])
    assert ["released bonus d 500.00 -500.00"] == moves(made[1])
    assert "500.00" == str(made[1].balances[0].closing.amount)


def test_what_is_released_equals_what_was_earned_in_the_end(totals: Totals) -> None:
    """100 in three thirds of the cash: 33.33, 33.34 (66.67 by then) and 33.33."""
    facts = Facts(
        [a_deal(amount="9000")],
        payments=received("2026-01-31 3000", "2026-02-05 3000", "2026-03-05 3000"),
    )
    assert ["33.33", "33.34", "33.33", "0.00"] == totals(
        CASH, "100", "0", "0", "0", facts=facts, parts=JANUARY
    )


def test_what_is_received_twice_over_releases_no_more(totals: Totals) -> None:
    """20,000 for a deal of 10,000."""
    facts = Facts([a_deal()], payments=received("2026-01-31 20000"))
    assert ["1000.00"] == totals(CASH, "1000", facts=facts, parts=JANUARY)


def test_a_refund_takes_nothing_back_of_what_was_released(totals: Totals) -> None:
    """8,000 came in, 3,000 went back, and then 4,000 came: 800, nothing, 100."""
    facts = Facts(
        [a_deal()], payments=received("2026-01-31 8000", "2026-02-05 -3000", "2026-03-05 4000")
    )
    assert ["800.00", "0.00", "100.00"] == totals(
        CASH, "1000", "0", "0", facts=facts, parts=JANUARY
    )


@pytest.mark.parametrize("day, total", [("2026-01-21", "1000.00"), ("2026-01-22", "0.00")])
def test_a_payment_must_lie_for_its_safety_days(totals: Totals, day: str, total: str) -> None:
    """Ten days: one of the 21st counts on the 31st, one of the 22nd does not."""
    facts = Facts([a_deal()], payments=received(f"{day} 10000"))
    plan = paying(Payment(at=Event.CASH, safety_days=10))
    assert [total] == totals(plan, "1000", facts=facts, parts=JANUARY)


def test_invoices_release_in_proportion(totals: Totals) -> None:
    """A quarter is invoiced in January and the rest in March."""
    invoices = [
        Invoice(id="i", deal="d", date=date(2026, 1, 31), amount=Money.parse("PHP 2500")),
        Invoice(id="j", deal="d", date=date(2026, 3, 1), amount=Money.parse("PHP 7500")),
    ]
    facts = Facts([a_deal()], invoices=invoices)
    assert ["250.00", "0.00", "750.00"] == totals(
        paying(Payment(at=Event.INVOICE)), "1000", "0", "0", facts=facts, parts=JANUARY
    )


def test_the_amount_is_shared_out_over_its_deals(months: Months, moves: Moves) -> None:
    """100 over three equal deals: 33.34, 33.33, 33.33; the second is paid for."""
    deals = [a_deal(), a_deal("e"), a_deal("f")]
    payments = [Received(id="p", deal="e", date=date(2026, 1, 20), amount=Money.parse("PHP 10000"))]
    parts = tuple(behind(deal=name) for name in "def")
    (made,) = months(CASH, "100", facts=Facts(deals, payments=payments), parts={1: parts})

    assert [
        "deferred bonus d -33.34 33.34",
        "deferred bonus e -33.33 33.33",
        "deferred bonus f -33.33 33.33",
        "released bonus e 33.33 -33.33",
    ] == moves(made)


def test_what_is_given_back_need_not_be_collected(totals: Totals) -> None:
    """200 of 1,000 come back in February and count there as -20; 800 in March release all.

    100 - 20 is what 800 earn at a tenth.
    """
    plan = paying(Payment(at=Event.CASH), negative=NegativeResult.PAY_BACK)
    facts = Facts(
        [a_deal(amount="1000"), a_return("2026-02-10", "200")],
        payments=received("2026-03-05 800"),
    )
    assert ["0.00", "-20.00", "100.00"] == totals(
        plan, "100", "-20", "0", facts=facts, parts=JANUARY
    )


def test_a_deal_given_back_in_full_waits_for_nothing(totals: Totals) -> None:
    """Its -100 count in February, and so its 100 are paid."""
    plan = paying(Payment(at=Event.CASH), negative=NegativeResult.PAY_BACK)
    facts = Facts([a_deal(amount="1000"), a_return("2026-02-10", "1000")])
    assert ["0.00", "0.00"] == totals(plan, "100", "-100", facts=facts, parts=JANUARY)


def test_an_amount_without_deals_is_due_at_once(months: Months, moves: Moves) -> None:
    """A floor pays 50 though nothing was sold."""
    (made,) = months(CASH, "50")

    assert ["deferred bonus -50.00 50.00", "released bonus 50.00 -50.00"] == moves(made)


def test_a_deal_that_is_gone_is_a_fault(totals: Totals) -> None:
    """Pay waits for it, and nobody can say whether it was collected."""
    with pytest.raises(Missing) as missing:
        totals(CASH, "1000", parts=JANUARY)
    assert ("deal d", "is not known, and PHP 1000.00 of ana waits for it") == (
        missing.value.subject,
        missing.value.problem,
    )


def test_payments_in_another_currency_than_the_deal_are_a_fault(totals: Totals) -> None:
    """Nobody says at which rate they pay for it."""
    payment = Received(id="p", deal="d", date=SOLD, amount=Money.parse("USD 5.00"))
    with pytest.raises(Missing, match="payments of deal d"):
        totals(CASH, "1000", facts=Facts([a_deal()], payments=[payment]), parts=JANUARY)


# --- instalments ----------------------------------------------------------------------------------


def test_four_years_of_instalments(totals: Totals) -> None:
    """1,890,000 at 40, 20, 20 and 20%: 756,000 at once and 378,000 in each of three Januaries.

    Source:
        hjryoo-ai/ga-commission-engine, golden case 17.
    """
    plan = paying(instalments("0 2/5", "12 1/5", "24 1/5", "36 1/5"))
    paid = totals(plan, "1890000", *["0"] * 36, facts=Facts([a_deal()]), parts=JANUARY)

    due = {number: amount for number, amount in enumerate(paid) if amount != "0.00"}
    assert {0: "756000.00", 12: "378000.00", 24: "378000.00", 36: "378000.00"} == due


def test_instalments_sum_exactly(totals: Totals) -> None:
    """100 in thirds: 33.34, 33.33, 33.33."""
    plan = paying(instalments("0 1/3", "1 1/3", "2 1/3"))
    assert ["33.34", "33.33", "33.33", "0.00"] == totals(
        plan, "100", "0", "0", "0", facts=Facts([a_deal()]), parts=JANUARY
    )


def test_without_a_deal_the_months_count_from_the_periods_last_day(totals: Totals) -> None:
    """31 January and one month is 28 February."""
    assert ["50.00", "50.00"] == totals(paying(instalments("0 1/2", "1 1/2")), "100", "0")


def test_less_than_nothing_is_spread_as_well(totals: Totals) -> None:
    """-100 in halves."""
    plan = paying(instalments("0 1/2", "1 1/2"), negative=NegativeResult.PAY_BACK)
    assert ["-50.00", "-50.00", "0.00"] == totals(plan, "-100", "0", "0")


def test_an_instalment_is_forfeited_when_the_deal_is_not_in_force(
    months: Months, moves: Moves
) -> None:
    """Cancelled on the very day of the second half."""
    plan = paying(instalments("0 1/2", "1 1/2", condition=Condition.DEAL_IN_FORCE))
    facts = Facts([a_deal(), a_return("2026-02-15", "10000")])
    made = months(plan, "100", "0", facts=facts, parts=JANUARY)

    assert ["50.00", "0.00"] == [str(one.total.amount) for one in made]
    assert ["forfeited bonus d 0.00 -50.00"] == moves(made[1])


@pytest.mark.parametrize("day, amount", [("2026-02-15", "9999.99"), ("2026-02-16", "10000")])
def test_a_deal_is_in_force_until_all_of_it_is_given_back(
    totals: Totals, day: str, amount: str
) -> None:
    """In part, or a day too late: the half is paid."""
    plan = paying(instalments("0 1/2", "1 1/2", condition=Condition.DEAL_IN_FORCE))
    facts = Facts([a_deal(), a_return(day, amount)])
    assert ["50.00", "50.00"] == totals(plan, "100", "0", facts=facts, parts=JANUARY)


@pytest.mark.parametrize("last, total", [("2026-02-15", "50.00"), ("2026-02-14", "0.00")])
def test_an_instalment_is_forfeited_when_the_person_has_left(
    totals: Totals, last: str, total: str
) -> None:
    """Employed to the day of the instalment, or to the day before."""
    plan = paying(instalments("0 1/2", "1 1/2", condition=Condition.EMPLOYED))
    stay = Period.parse(f"2026-01-01..{last}")
    assert ["50.00", total] == totals(
        plan,
        "100",
        "0",
        facts=Facts([a_deal()]),
        parts=JANUARY,
        payee={"participation": (stay,)},
    )


def test_what_falls_due_in_one_period_is_released_one_by_one(months: Months, moves: Moves) -> None:
    """A deal of 15 November that is known in January only: two of three thirds are due."""
    late = DealPart(
        deal="d", date=date(2025, 11, 15), amount=Amount(Fraction(1), "PHP"), weight=Fraction(1)
    )
    plan = paying(instalments("0 1/3", "1 1/3", "3 1/3"))
    (made,) = months(plan, "90", parts={1: (late,)})

    assert ["released bonus d 30.00 -30.00"] * 2 == moves(made)[1:]


def test_terms_that_are_gone_release_nothing(settle_months: Callable[..., Settled]) -> None:
    """The next plan pays at once and says nothing of what is open: it stays, and is shown."""
    facts = Facts([a_deal()])
    ((_, account),) = settle_months(CASH, "1000", facts=facts, parts=JANUARY)
    ((statement, after),) = settle_months(paying(None), "10", facts=facts, opening=account, start=2)

    assert "10.00" == str(statement.total.amount)
    assert {"bonus": Money.parse("PHP 1000.00")} == after.balances


def test_the_trace_tells_what_was_shared_and_what_was_released(months: Months) -> None:
    """100 for a deal that is half collected."""
    facts = Facts([a_deal()], payments=received("2026-01-20 5000"))
    (made,) = months(CASH, "100", facts=facts, parts=JANUARY)

    deferred, released = made.movements
    assert [StepKind.SHARED] == [step.kind for step in deferred.steps]
    assert [(StepKind.RELEASE, Fraction(1, 2))] == [
        (step.kind, step.inputs["share"]) for step in released.steps
    ]


def test_an_account_forgets_what_is_paid(settle_months: Callable[..., Settled]) -> None:
    """Once it is released, nothing of the deal is kept."""
    facts = Facts([a_deal()], payments=received("2026-02-20 10000"))
    made = settle_months(CASH, "100", "0", facts=facts, parts=JANUARY)

    assert [1, 0] == [len(account.earnings) for _, account in made]
    assert {} == made[1][1].balances
