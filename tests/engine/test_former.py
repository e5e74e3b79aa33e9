"""People who have left, and of whom something is still open."""

from __future__ import annotations

import attrs

from accountkit.engine.pay import evaluate_sequence, evaluate_through
from accountkit.facts.known import Facts
from accountkit.plans.bound import BoundPlan
from accountkit.plans.crediting import Crediting, LeaverPolicy, Leavers
from accountkit.plans.payments import Instalment, Payment
from accountkit.plans.plan import Participants, Plan
from accountkit.testing.pay import a_bound_plan, a_commission, a_plan, some_facts
from accountkit.values.calendars import PeriodKind
from accountkit.values.money import Money
from accountkit.values.periods import Period
from accountkit.values.ratios import parse_ratio

UNTIL_EXIT = Crediting(leavers=Leavers(policy=LeaverPolicy.EARN_UNTIL_EXIT))
IN_PARTS = Payment(
    instalments=(
        Instalment(after_months=0, share=parse_ratio("40%")),
        Instalment(after_months=3, share=parse_ratio("60%")),
    )
)


def monthly(**options: object) -> Plan:
    """A monthly plan of ten percent."""
    fields = {"period": PeriodKind.MONTH, "crediting": UNTIL_EXIT, **options}
    payment = fields.pop("payment", None)
    return a_plan(a_commission("10%", payment=payment), **fields)


def months(plan: Plan, people: dict[int, tuple[str, ...]]) -> list[BoundPlan]:
    """The bound plans of months of 2026, each with the people who take part in it."""
    return [
        a_bound_plan(
            dict.fromkeys(who, plan), period=Period.month(2026, month), label=f"2026-{month:02}"
        )
        for month, who in people.items()
    ]


def test_instalments_of_somebody_who_left_are_paid_when_they_fall_due() -> None:
    """50,000 at 10% on 15 January is 5,000: 2,000 at once, 3,000 on 15 April; ana left before."""
    bounds = months(monthly(payment=IN_PARTS), {1: ("ana",), 2: (), 3: (), 4: (), 5: ()})
    outcomes = list(evaluate_sequence(bounds, some_facts("ana 2026-01-15 50000.00")))
    totals = [[str(one.total) for one in outcome.statements] for outcome in outcomes]
    assert [["PHP 2000.00"], ["PHP 0.00"], ["PHP 0.00"], ["PHP 3000.00"], []] == totals
    assert not any(outcome.faults for outcome in outcomes)
    assert () == outcomes[3].statements[0].lines


def test_a_late_deal_of_somebody_who_left_is_a_difference() -> None:
    """Ben's January is paid without a deal of 5,000, which turns up in February: 500 more."""
    bounds = months(monthly(), {1: ("ana", "ben"), 2: ("ana",)})
    early = some_facts("ben 2026-01-10 100.00")
    (paid,) = evaluate_sequence(bounds[:1], early)
    late = Facts(
        [*early.deals, attrs.evolve(some_facts("ben 2026-01-20 5000.00").deals[0], id="x")]
    )
    outcome = evaluate_through(bounds, late, paid=[paid])
    assert Money.parse("PHP 500.00") == outcome.statement("ben").total


def test_an_adjustment_is_paid_also_to_whoever_would_not_take_part() -> None:
    """Ana has neither a quota nor a deal: 500.00 are hers all the same; zoe has no plan at all."""
    plan = monthly(participants=Participants.ACTIVE)
    facts = some_facts(
        adjustments=["ana 2026-01 500.00", "zoe 2026-01 7.00"],
    )
    (outcome,) = evaluate_sequence(months(plan, {1: ("ana", "ben")}), facts)
    assert ["ana"] == [statement.payee for statement in outcome.statements]
    assert Money.parse("PHP 500.00") == outcome.statement("ana").total
    assert [
        (
            "adjustment a2 of zoe for 2026-01: is PHP 7.00, and no plan covers the person; "
            "name the person's role in a plan, or mend the adjustment"
        )
    ] == [fault.message for fault in outcome.faults]
