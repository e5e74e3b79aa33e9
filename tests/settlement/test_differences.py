"""Differences: what closed periods come to now, less what was paid for them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

import attrs

from accountkit.facts.adjustments import Adjustment
from accountkit.plans.faults import Fault
from accountkit.plans.plan import Plan
from accountkit.plans.rate_tables import Axis
from accountkit.settlement import Difference, Line, Movement, MovementKind, Outcome, Statement
from accountkit.settlement.differences import differences
from accountkit.testing.pay import MEASURES, a_commission, a_ladder, a_plan
from accountkit.values.money import Money
from accountkit.values.periods import Period

JANUARY, FEBRUARY, MARCH = (Period.month(2026, month) for month in (1, 2, 3))


def a_rate(percent: int) -> Plan:
    """A plan with one rate for all sales."""
    ladder = a_ladder("whole", f"0 {percent}%")
    return a_plan(a_commission(ladder, Axis.AMOUNT.value))


PLAN = a_rate(1)


def movement(kind: MovementKind, term: str, pay: str) -> Movement:
    """A movement of the pay."""
    return Movement(
        kind=kind,
        term=term,
        clause="commission",
        pay=Money.parse(f"PHP {pay}"),
        balance=Money.parse("PHP 0"),
    )


def paid(
    amount: str,
    *movements: Movement,
    person: str = "ana",
    period: Period = JANUARY,
    posted: Sequence[Difference] = (),
    adjustments: tuple[Adjustment, ...] = (),
) -> Statement:
    """A statement with a commission; its total is not looked at."""
    money = Money.parse(amount if " " in amount else f"PHP {amount}")
    return Statement(
        payee=person,
        name=person.title(),
        plan="plan",
        period=period,
        label=str(period),
        lines=(Line(component="commission", clause="commission", exact=money.exact, amount=money),),
        attainments=(),
        total=money,
        movements=movements,
        differences=tuple(posted),
        adjustments=adjustments,
    )


def outcome(
    *statements: Statement,
    period: Period = JANUARY,
    plan: Plan = PLAN,
    faulted: tuple[str, ...] = (),
) -> Outcome:
    """The outcome of a period."""
    faults = (
        Fault(person=who, period=period, subject="s", problem="p", remedy="r") for who in faulted
    )
    return Outcome(
        period=period,
        label=str(period),
        plans=(plan,),
        measures=tuple(MEASURES.values()),
        statements=statements,
        faults=tuple(faults),
    )


def rows(found: Sequence[Difference]) -> list[str]:
    """Differences as rows: period, item, paid, fresh, difference and reason."""
    return [
        " ".join(
            (
                one.label,
                one.item,
                str(one.paid.amount),
                str(one.fresh.amount),
                str(one.amount.amount),
                one.reason.value,
            )
        )
        for one in found
    ]


def of_ana(before: Sequence[Outcome], now: Sequence[Outcome]) -> list[str]:
    """What is posted to Ana."""
    return rows(differences(before, now).get("ana", ()))


def test_nothing_new_is_no_difference() -> None:
    """The same sums."""
    assert {} == differences([outcome(paid("100"))], [outcome(paid("100"))])


def test_a_late_fact_is_posted() -> None:
    """100 were paid and 120 should have been."""
    assert ["2026-01 commission 100.00 120.00 20.00 late_facts"] == of_ana(
        [outcome(paid("100"))], [outcome(paid("120"))]
    )


def test_what_was_posted_already_is_not_posted_again() -> None:
    """February paid 20 for January; now it is 125, and 5 are left."""
    (first,) = differences([outcome(paid("100"))], [outcome(paid("120"))])["ana"]
    february = outcome(paid("50", posted=[first], period=FEBRUARY), period=FEBRUARY)
    fresh = outcome(paid("50", period=FEBRUARY), period=FEBRUARY)

    assert {} == differences([outcome(paid("100")), february], [outcome(paid("120")), fresh])
    assert ["2026-01 commission 120.00 125.00 5.00 late_facts"] == of_ana(
        [outcome(paid("100")), february], [outcome(paid("125")), fresh]
    )


def test_changed_terms_are_the_reason() -> None:
    """The rate was 1% and is 2% now, for January too."""
    assert ["2026-01 commission 100.00 200.00 100.00 changed_terms"] == of_ana(
        [outcome(paid("100"))], [outcome(paid("200"), plan=a_rate(2))]
    )


def test_a_changed_measure_is_a_change_of_terms() -> None:
    """Only one that the plan needs."""
    before, now = outcome(paid("100")), outcome(paid("120"))
    sales, active, new = now.measures
    odd = attrs.evolve(sales, title=PLAN.title)
    changed = attrs.evolve(now, measures=(odd, active, new))
    unneeded = attrs.evolve(now, measures=(sales, active))

    assert of_ana([before], [changed])[0].endswith("changed_terms")
    assert of_ana([before], [unneeded])[0].endswith("late_facts")


def test_movements_are_compared_by_their_term() -> None:
    """A cap cut 10 and cuts 15 now; the draw advanced nothing."""
    before = paid("100", movement(MovementKind.CAPPED, "cap", "-10"))
    now = paid(
        "105",
        movement(MovementKind.CAPPED, "cap", "-15"),
        movement(MovementKind.ADVANCED, "draw", "30"),
    )
    assert [
        "2026-01 commission 100.00 105.00 5.00 late_facts",
        "2026-01 cap -10.00 -15.00 -5.00 late_facts",
        "2026-01 draw 0.00 30.00 30.00 late_facts",
    ] == of_ana([outcome(before)], [outcome(now)])


def test_what_payment_terms_keep_is_no_difference() -> None:
    """20 more are earned, and deferred: nothing more is due for January."""
    before = paid("100", movement(MovementKind.DEFERRED, "commission", "-100"))
    now = paid("120", movement(MovementKind.DEFERRED, "commission", "-120"))
    assert [] == of_ana([outcome(before)], [outcome(now)])


def test_what_only_passed_a_result_on_is_no_item() -> None:
    """Carried over, offset, postponed, paid later and waived are settled with the open period."""
    passed_on = (
        MovementKind.OFFSET,
        MovementKind.PAID_LATER,
        MovementKind.CARRIED_OVER,
        MovementKind.WAIVED,
        MovementKind.POSTPONED,
    )
    now = paid("100", *(movement(kind, "negative", "7") for kind in passed_on))
    assert [] == of_ana([outcome(paid("100"))], [outcome(now)])


def test_a_late_adjustment_is_posted() -> None:
    """It was entered for January after January was paid."""
    late = Adjustment(
        id="a1",
        person="ana",
        period=JANUARY,
        amount=Money.parse("PHP 9.00"),
        reason="agreed",
        author="ben",
        date=date(2026, 3, 1),
    )
    (found,) = differences([outcome(paid("100"))], [outcome(paid("100", adjustments=(late,)))])[
        "ana"
    ]
    assert ("a1", None, Money.parse("PHP 9.00")) == (found.item, found.clause, found.amount)


def test_who_had_a_fault_then_is_paid_the_whole() -> None:
    """Nothing was paid for January."""
    assert ["2026-01 commission 0.00 100.00 100.00 late_facts"] == of_ana(
        [outcome(faulted=("ana",))], [outcome(paid("100"))]
    )


def test_of_whom_there_is_a_fault_now_nothing_is_said() -> None:
    """Others are posted what is theirs."""
    found = differences(
        [outcome(paid("100"), paid("10", person="ben"))],
        [outcome(paid("11", person="ben"), faulted=("ana",))],
    )
    assert ["ben"] == list(found)


def test_whom_no_plan_covers_any_more_gives_it_back() -> None:
    """No statement and no fault: nothing is due for January."""
    assert ["2026-01 commission 100.00 0.00 -100.00 late_facts"] == of_ana(
        [outcome(paid("100"))], [outcome()]
    )


def test_a_line_that_is_gone_is_taken_back_under_its_clause() -> None:
    """The component was paid and is not in the fresh statement."""
    now = attrs.evolve(paid("0"), lines=())
    (found,) = differences([outcome(paid("100"))], [outcome(now)])["ana"]
    assert ("commission", "commission", Money.parse("PHP -100.00")) == (
        found.item,
        found.clause,
        found.amount,
    )


def test_every_closed_period_is_compared() -> None:
    """In the order of the periods; one that is not reckoned anew is left out."""
    before = [
        outcome(paid("1", period=period), period=period) for period in (JANUARY, FEBRUARY, MARCH)
    ]
    now = [outcome(paid("2", period=period), period=period) for period in (JANUARY, MARCH)]
    assert ["2026-01", "2026-03"] == [row.split()[0] for row in of_ana(before, now)]


def test_sums_in_two_currencies_are_two_differences() -> None:
    """Paid in pesos, and due in dollars now: what was paid comes back, what is due is paid."""
    found = differences([outcome(paid("100"))], [outcome(paid("USD 2.00"))])["ana"]
    assert {Money.parse("USD 2.00"), Money.parse("PHP -100.00")} == {one.amount for one in found}


def test_paid_and_differences_are_the_fresh_sums() -> None:
    """January was paid with 100, and comes to 120 and then to 90: 20 more, then 30 less."""
    closed = [outcome(paid("100"))]
    for number, amount in enumerate(["120", "90", "90"], start=2):
        period = Period.month(2026, number)
        fresh = [outcome(paid(amount))]
        fresh += [outcome(paid("1", period=one.period), period=one.period) for one in closed[1:]]
        posted = differences(closed, fresh).get("ana", ())
        closed.append(outcome(paid("1", period=period, posted=posted), period=period))

    january = [one for made in closed[1:] for one in made.statements[0].differences]
    assert [20, -30] == [one.amount.exact.value for one in january]
    assert Fraction(90) == 100 + sum(one.amount.exact.value for one in january)
