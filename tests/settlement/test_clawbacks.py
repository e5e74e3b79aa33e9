"""Clawbacks: what returns take back at the rate at which the deal was paid."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest

from accountkit.facts.deals import Deal, DealKind
from accountkit.facts.invoices import Payment as Received
from accountkit.facts.known import Facts
from accountkit.plans.faults import Missing
from accountkit.plans.guarantees import Guarantee, While
from accountkit.plans.measures import Event
from accountkit.plans.payments import Instalment, Payment
from accountkit.plans.plan import NegativeResult, Plan
from accountkit.plans.returns import ReturnRule, Returns
from accountkit.settlement import Account, DealPart, Statement
from accountkit.testing.pay import a_bonus, a_commission, a_ladder, a_plan
from accountkit.values.ladders import Band, Ladder, LadderShape
from accountkit.values.money import Amount, Money

Months = Callable[..., list[Statement]]
Totals = Callable[..., list[str]]
Moves = Callable[[Statement], list[str]]
Settled = list[tuple[Statement, Account]]

SOLD = date(2026, 1, 15)


def taking_back(payment: Payment | None = None, **options: Any) -> Plan:
    """A plan that takes back at the original rate, and carries what comes out below zero."""
    returns = Returns(
        rule=ReturnRule.ORIGINAL_RATE, clause="bonus", attainment_falls=False, **options
    )
    part = a_commission(
        a_ladder("sliced", "0 10%"), "amount", id="bonus", clause="bonus", payment=payment
    )
    return a_plan(part, returns=returns, negative=NegativeResult.CARRY)


def sold_and_returned(*returns: str, amount: str = "1000") -> Facts:
    """Deal ``d`` of 15 January, and returns of rows such as ``2026-02-10 200``."""
    deals = [Deal(id="d", date=SOLD, person="ana", amount=Money.parse(f"PHP {amount}"))]
    for number, row in enumerate(returns, start=1):
        day, back = row.split()
        deals.append(
            Deal(
                id=f"r{number}",
                date=date.fromisoformat(day),
                person="ana",
                amount=-Money.parse(f"PHP {back}"),
                kind=DealKind.RETURN,
                returns="d",
            )
        )
    return Facts(deals)


def behind(amount: str = "1000", deal: str = "d", weight: int = 1) -> DealPart:
    """The deal behind what January earned."""
    return DealPart(
        deal=deal, date=SOLD, amount=Amount(Fraction(amount), "PHP"), weight=Fraction(weight)
    )


def taken(moves: list[str]) -> list[str]:
    """Those of the rows that tell of something taken back or forfeited."""
    return [row for row in moves if row.startswith(("taken_back", "forfeited"))]


def test_a_return_takes_back_its_part_of_what_was_paid(months: Months, moves: Moves) -> None:
    """The deal of 1,000 earned 100; 200 given back take 20."""
    made = months(
        taking_back(),
        "100",
        "50",
        facts=sold_and_returned("2026-02-10 200"),
        parts={1: (behind(),)},
    )

    assert ["100.00", "30.00"] == [str(one.total.amount) for one in made]
    assert ["taken_back returns d -20.00 0.00"] == moves(made[1])


def test_returns_never_take_more_than_was_paid(totals: Totals) -> None:
    """A third three times: 33.33, 33.33 and 33.33 of 100; the rounding leaves a centavo."""
    facts = sold_and_returned("2026-02-10 300", "2026-03-10 300", "2026-04-10 300", amount="900")
    assert ["100.00", "66.67", "66.67", "66.67"] == totals(
        taking_back(), "100", "100", "100", "100", facts=facts, parts={1: (behind("900"),)}
    )


def test_rounding_up_stops_at_what_was_paid(totals: Totals) -> None:
    """0.05 for a deal given back in two halves: 0.03 (0.025), then 0.02, and not 0.03 again."""
    facts = sold_and_returned("2026-02-10 500", "2026-03-10 500")
    assert ["0.05", "0.97", "0.98"] == totals(
        taking_back(), "0.05", "1", "1", facts=facts, parts={1: (behind(),)}
    )


def test_a_return_in_the_month_of_its_deal_counts(totals: Totals) -> None:
    """Sold and given back in full in January: 100 less 100."""
    facts = sold_and_returned("2026-01-20 1000")
    assert ["0.00"] == totals(taking_back(), "100", facts=facts, parts={1: (behind(),)})


def test_a_lift_to_a_minimum_is_not_taken_back(months: Months, moves: Moves) -> None:
    """A commission of 5 was lifted to 10; the clawback takes 5, and 5 stay.

    Source:
        Xactly Incent, commission clawback.
    """
    first_month = Guarantee(
        id="least",
        clause="bonus",
        amount=Money.parse("PHP 10.00"),
        holds=While.TENURE,
        tenure_months=1,
    )
    plan = taking_back()
    returns, negative = plan.returns, NegativeResult.PAY_BACK
    plan = a_plan(a_bonus("PHP 1"), returns=returns, negative=negative, guarantees=(first_month,))
    made = months(
        plan,
        "5",
        "0",
        facts=sold_and_returned("2026-02-10 100", amount="100"),
        parts={1: (behind("100"),)},
        payee={"since": date(2026, 1, 1)},
    )

    assert ["10.00", "-5.00"] == [str(one.total.amount) for one in made]
    assert ["taken_back returns d -5.00 0.00"] == moves(made[1])


def test_bands_say_which_share_is_taken(totals: Totals) -> None:
    """Seven months after the deal 40% of 2,133,000 are taken back, 853,200.

    70% up to six whole months, 40% from the seventh to the twelfth, nothing later.

    Source:
        hjryoo-ai/ga-commission-engine, golden case 11: 0.4 × (1,890,000 + 6 × 40,500).
    """
    share = a_ladder("step", "0 0.7", "7 0.4", "13 0")
    facts = sold_and_returned("2026-08-15 1000")
    paid = ["1890000", *["40500"] * 6, "0"]
    assert (
        "-853200.00"
        == totals(
            a_plan(
                a_bonus("PHP 1"),
                returns=taking_back(share=share).returns,
                negative=NegativeResult.PAY_BACK,
            ),
            *paid,
            facts=facts,
            parts=dict.fromkeys(range(1, 8), (behind(),)),
        )[-1]
    )
    assert (
        "0.00"
        == totals(
            taking_back(share=share),
            *["100"],
            *["0"] * 13,
            facts=sold_and_returned("2027-02-15 1000"),
            parts={1: (behind(),)},
        )[-1]
    )


def test_prorated_it_falls_with_the_days_of_the_window(totals: Totals) -> None:
    """15 January to 15 April are 90 days; on 1 March 45 are left: half of 100."""
    assert ["100.00", "50.00", "50.00"] == totals(
        taking_back(window_months=3, prorated=True),
        "100",
        "50",
        "100",
        facts=sold_and_returned("2026-03-01 1000"),
        parts={1: (behind(),)},
    )


@pytest.mark.parametrize("day, total", [("2026-02-15", "0.00"), ("2026-02-16", "100.00")])
def test_a_return_later_than_the_window_is_ignored(totals: Totals, day: str, total: str) -> None:
    """One month from 15 January: on 15 February it still counts, on the 16th it does not."""
    assert (
        total
        == totals(
            taking_back(window_months=1),
            "100",
            "100",
            facts=sold_and_returned(f"{day} 1000"),
            parts={1: (behind(),)},
        )[-1]
    )


def test_an_earning_is_kept_while_a_return_can_reach_it(
    settle_months: Callable[..., Settled],
) -> None:
    """Window of two months from 15 January: after March nothing can come any more."""
    made = settle_months(taking_back(window_months=2), "100", "0", "0", parts={1: (behind(),)})
    assert [1, 1, 0] == [len(account.earnings) for _, account in made]

    for_ever = settle_months(taking_back(), "100", *["0"] * 30, parts={1: (behind(),)})
    assert 1 == len(for_ever[-1][1].earnings)


def test_what_is_not_paid_yet_is_forfeited_first(months: Months, moves: Moves) -> None:
    """100 in halves, now and in a year; 60% given back: 50 pending are lost, 10 are taken."""
    halves = Payment(
        instalments=(
            Instalment(after_months=0, share=Fraction(1, 2)),
            Instalment(after_months=12, share=Fraction(1, 2)),
        )
    )
    made = months(
        taking_back(halves),
        "100",
        "0",
        facts=sold_and_returned("2026-02-10 600"),
        parts={1: (behind(),)},
    )

    assert ["forfeited bonus d 0.00 -50.00", "taken_back returns d -10.00 0.00"] == taken(
        moves(made[1])
    )
    assert "0.00" == str(made[1].balances[0].closing.amount)


def test_of_a_deal_given_back_in_part_the_rest_is_paid_with_the_rest_of_the_cash(
    months: Months,
) -> None:
    """1,000 earn 100; 200 are given back and forfeit 20; the 800 that are owed release 80."""
    facts = sold_and_returned("2026-02-10 200")
    received = Received(id="p", deal="d", date=date(2026, 3, 5), amount=Money.parse("PHP 800"))
    made = months(
        taking_back(Payment(at=Event.CASH)),
        "100",
        "0",
        "0",
        facts=Facts(facts.deals, payments=[received]),
        parts={1: (behind(),)},
    )

    assert ["0.00", "0.00", "80.00"] == [str(one.total.amount) for one in made]
    assert ["100.00", "80.00", "0.00"] == [str(one.balances[0].closing.amount) for one in made]


def test_a_deal_that_was_never_collected_and_was_given_back_pays_nothing(months: Months) -> None:
    """70% are forfeited, and the rest waits for cash that does not come."""
    share = a_ladder("step", "0 0.7", "7 0.4")
    made = months(
        taking_back(Payment(at=Event.CASH), share=share),
        "100",
        "0",
        "0",
        facts=sold_and_returned("2026-02-10 1000"),
        parts={1: (behind(),)},
    )

    assert ["0.00", "0.00", "0.00"] == [str(one.total.amount) for one in made]
    assert "30.00" == str(made[-1].balances[0].closing.amount)


def test_nothing_is_taken_for_a_deal_that_earned_nothing(totals: Totals) -> None:
    """The account knows another deal only."""
    assert ["100.00", "100.00"] == totals(
        taking_back(),
        "100",
        "100",
        facts=sold_and_returned("2026-02-10 1000"),
        parts={1: (behind(deal="other"),)},
    )


def test_under_the_other_rules_nothing_is_taken_back(totals: Totals) -> None:
    """The engine counts such returns where they belong; the settlement leaves them alone."""
    plan = a_plan(a_bonus("PHP 1"), returns=Returns(rule=ReturnRule.IN_PERIOD))
    assert ["100.00", "100.00"] == totals(
        plan,
        "100",
        "100",
        facts=sold_and_returned("2026-02-10 1000"),
        parts={1: (behind(),)},
    )


def test_a_share_that_the_table_does_not_give_is_a_fault(totals: Totals) -> None:
    """The last band ends at six months, and seven have passed."""
    share = Ladder(LadderShape.STEP, (Band(start=Fraction(0), end=Fraction(6), value=Fraction(1)),))
    with pytest.raises(Missing, match="share taken back for deal d"):
        totals(
            taking_back(share=share),
            "100",
            *["0"] * 7,
            facts=sold_and_returned("2026-08-15 1000"),
            parts={1: (behind(),)},
        )
