"""Specimens of pay built by hand are what their words say."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction

from accountkit.facts.deals import DealKind
from accountkit.facts.splits import ShareKind
from accountkit.plans.expressions import ValueOf
from accountkit.plans.payments import Condition
from accountkit.testing.pay import (
    EVERY_MEASURE,
    a_bonus,
    a_bound_plan,
    a_cap,
    a_chain,
    a_commission,
    a_deal,
    a_draw,
    a_formula,
    a_gate,
    a_grid,
    a_guarantee,
    a_holdback,
    a_ladder,
    a_minimum,
    a_plan,
    a_profile,
    a_scorecard,
    a_spiff,
    a_standing_rule,
    a_step,
    an_award,
    an_override,
    at_original_rate,
    in_instalments,
    paid_at,
    some_facts,
)
from accountkit.values.calendars import PeriodKind
from accountkit.values.money import Money
from accountkit.values.periods import Period


def test_a_plan_has_a_clause_for_everything_that_names_one() -> None:
    """One plan of everything is sound, and its clauses are those that its terms name."""
    payout = a_ladder("step", "0% 0", "100% 1")
    plan = a_plan(
        a_commission("1%", payment=paid_at("cash", safety_days=30)),
        a_step(a_ladder("step", "0% 0", "100% 500")),
        a_bonus("PHP 5.00"),
        a_spiff("PHP 5.00"),
        a_scorecard("PHP 100.00", ("sales", "60%", payout), ("new", "40%", payout)),
        an_override("1%"),
        a_formula(ValueOf(measure="margin")),
        an_award(),
        caps=(a_cap("PHP 5.00", "bonus", excess="carried"),),
        holdbacks=(a_holdback("10%"),),
        guarantees=(a_guarantee("PHP 5.00"),),
        draws=(a_draw("PHP 5.00"),),
        minimum_pay=a_minimum("PHP 1.00"),
        returns=at_original_rate(window_months=6),
        standing=(a_standing_rule("2 watch", "3/6 probation"),),
        profile=a_profile("watch lawful", "probation lawful human"),
    )
    assert [
        "commission",
        "step",
        "bonus",
        "spiff",
        "scorecard",
        "override",
        "formula",
        "award",
        "cap",
        "holdback",
        "guarantee",
        "draw",
        "standing",
        "minimum",
        "returns",
    ] == [clause.id for clause in plan.clauses]
    assert {"sales", "active", "new", "margin"} == set(a_bound_plan({"ana": plan}).measures)


def test_every_measure_is_called_by_its_id() -> None:
    """A measure of every kind, each under its own id."""
    assert len({type(measure) for measure in EVERY_MEASURE.values()}) == len(
        {measure.KIND for measure in EVERY_MEASURE.values()}
    )
    assert all(name == measure.id for name, measure in EVERY_MEASURE.items())


def test_a_gate_a_grid_and_instalments_are_read_from_words() -> None:
    """What a handbook would say in several lines stands in one."""
    assert Fraction(4, 5) == a_gate("attainment_of sales", at_least="80%").bound
    grid = a_grid("margin 0% 20%", "attainment 0% 100%", rows=["1% 2%", "2% 3%"])
    row = grid.row((Fraction(1, 4),))
    assert row is not None
    assert Fraction(3, 100) == row.value_at(Fraction(1))
    _, second = in_instalments("0 40%", "6 60% employed").instalments
    assert (6, Fraction(3, 5), Condition.EMPLOYED) == (
        second.after_months,
        second.share,
        second.condition,
    )


def test_a_row_of_a_deal_says_what_a_table_would() -> None:
    """Names that are no column of deals are attributes; less than zero is a return."""
    deal = a_deal("ana 2026-01-15 -100.00 acme id=r1 returns=d1 cost=-60 quantity=2 size=big")
    assert DealKind.RETURN is deal.kind
    assert ("r1", "d1", "acme") == (deal.id, deal.returns, deal.client)
    assert Money.parse("PHP -60.00") == deal.cost
    assert Decimal(2) == deal.quantity
    assert {"size": "big"} == deal.attributes


def test_other_facts_are_rows_too() -> None:
    """Everything that facts know is read from a few words, in the currency of its deal."""
    known = some_facts(
        "ana 2026-01-15 100.00 currency=EUR",
        shares=["d1 ana 1/2", "d1 ben 1/2"],
        overlays=["d1 cora 10%"],
        assignments=["client acme ana 2026-01-01 2026-03-31", "client bolt ben"],
        invoices=["d1 2026-02-01 50.00 2026-03-01"],
        payments=["d1 2026-02-10 50.00 i1"],
        contacts=["ana 2026-01-05 visit acme"],
        fulfilments=["ana report 2026-01-10 2026-01-12"],
        adjustments=["ana 2026-Q1 -5.00"],
        rates=["bank EUR PHP 2026-01-01 60.5"],
    )
    assert 2 == sum(share.kind is ShareKind.SPLIT for share in known.shares)
    assert Money.parse("EUR 50.00") == known.invoices[0].amount == known.payments[0].amount
    assert (date(2026, 3, 1), "i1") == (known.invoices[0].due, known.payments[0].invoice)
    assert [date(2026, 3, 31), None] == [one.until for one in known.assignments]
    assert Money.parse("PHP -5.00") == known.adjustments[0].amount
    assert Fraction(121, 2) == known.rates.rates[0].rate
    assert ("visit", "report") == (known.contacts[0].kind, known.fulfilments[0].duty)


def test_a_chain_knows_the_earlier_quotas_of_its_year() -> None:
    """The third quarter knows the quotas of the first two; the next year starts anew."""
    plan = a_plan(a_commission("1%"))
    chain = a_chain(
        {"ana": plan}, "2026-Q1", "2026-Q2", "2026-Q3", "2027-Q1", quotas={"ana": "100"}
    )
    third, new_year = chain[2].payees[0], chain[3].payees[0]
    assert [Period.quarter(2026, 1), Period.quarter(2026, 2)] == [
        period for period, _ in third.earlier_quotas
    ]
    assert all(quotas == {"sales": 100} for _, quotas in third.earlier_quotas)
    assert () == new_year.earlier_quotas
    assert Period.half(2026, 2) == chain[2].frame(PeriodKind.HALF)


def test_a_bound_plan_says_who_was_there_and_who_was_away() -> None:
    """Tenure, participation, absences and occasions are read from rows, by person."""
    bound = a_bound_plan(
        {"ana": a_plan(a_commission("1%"))},
        since={"ana": "2025-07-01"},
        took_part={"ana": ["2026-01-01..2026-01-31", "2026-03-01..2026-03-15"]},
        away={"ana": ["leave 2026-01-05..2026-01-09"]},
        due={"ana": ["report 2026-01-10 2026-01-15"]},
        period="2026-Q1",
    )
    (ana,) = bound.payees
    assert (date(2025, 7, 1), date(2026, 3, 15)) == (ana.since, ana.left_on)
    assert 5 == ana.absences[0].days.days
    assert date(2026, 1, 15) == ana.occasions[0].last_day
