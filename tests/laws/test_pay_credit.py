"""Laws of credit and measures: a deal counts once, whoever shares it, in whatever order."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from fractions import Fraction
from itertools import pairwise
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accountkit.engine.pay import evaluate
from accountkit.facts.known import Facts
from accountkit.facts.splits import ShareKind
from accountkit.plans.bound import BoundPlan
from accountkit.plans.conversions import Conversion, RateDate
from accountkit.plans.crediting import Crediting, Overlays
from accountkit.plans.plan import WithoutQuota
from accountkit.plans.quotas import DayCount, RollUp
from accountkit.settlement.statements import Outcome
from accountkit.testing.drawn_facts import YEAR, any_facts, known_facts, with_facts
from accountkit.testing.drawn_plans import (
    any_whole_bound_plans,
    whole_bound_plans,
    whole_plans,
)
from accountkit.testing.pay import (
    PEOPLE,
    a_bound_plan,
    a_commission,
    a_ladder,
    a_plan,
    a_quota_rule,
    some_facts,
)
from accountkit.values.money import Money
from accountkit.values.periods import Period
from accountkit.values.ratios import ratio_text

HEAVY = settings(max_examples=settings().max_examples // 3)  # each example is a whole plan
pytestmark = pytest.mark.filterwarnings("ignore:Generating overly large repr")

SALES_BY_PERSON = a_commission("100%")
IN_THE_YEAR: Any = {"period": YEAR}


def sales_of(outcome: Outcome) -> dict[str, Fraction]:
    """What each person's sales come to, under a plan that pays them whole."""
    return {one.payee: one.line("commission").exact.value for one in outcome.statements}


def total_of(known: Facts) -> Fraction:
    """The sum of all deals."""
    return sum((deal.amount.exact.value for deal in known.deals), Fraction(0))


@given(known_facts(), st.sampled_from([None, "territory"]))
def test_shares_of_deals_are_conserved(known: Facts, by_attribute: str | None) -> None:
    """Split, assigned or neither: what counts for all people together is every deal once."""
    crediting = Crediting(by_attribute=by_attribute)
    plan = a_plan(SALES_BY_PERSON, crediting=crediting)
    bound = a_bound_plan(dict.fromkeys(PEOPLE, plan), **IN_THE_YEAR)
    shares = [share for share in known.shares if share.kind is ShareKind.SPLIT]
    outcome = evaluate(bound, with_facts(known, shares=shares), trace=False)
    assert outcome.faults == ()
    assert total_of(known) == sum(sales_of(outcome).values())


@given(known_facts())
def test_overlays_come_on_top_of_the_whole(known: Facts) -> None:
    """With overlays people have more by the overlay shares of the deals, and no less."""
    plan = a_plan(SALES_BY_PERSON, crediting=Crediting(overlays=Overlays.CREDIT))
    bound = a_bound_plan(dict.fromkeys(PEOPLE, plan), **IN_THE_YEAR)
    deals = known.by_id
    extra: defaultdict[str, Fraction] = defaultdict(Fraction)
    for share in known.shares:
        if share.kind is ShareKind.OVERLAY:
            given_back = known.returns_of.get(share.deal, ())
            for deal in (deals[share.deal], *given_back):
                extra[share.person] += deal.amount.exact.value * share.share
    splits = [share for share in known.shares if share.kind is ShareKind.SPLIT]
    without = sales_of(evaluate(bound, with_facts(known, shares=splits), trace=False))
    with_them = sales_of(evaluate(bound, known, trace=False))
    assert {who: sold + extra[who] for who, sold in without.items()} == with_them


@given(known_facts())
def test_whoever_is_above_all_has_every_deal_once(known: Facts) -> None:
    """Own and team together, a deal shared by several reports counts once, for the whole."""
    plan = a_plan(a_commission("100%", measure="all_sales"))
    line = dict(pairwise(PEOPLE))
    bound = a_bound_plan(dict.fromkeys(PEOPLE, plan), superiors=line, **IN_THE_YEAR)
    splits = [share for share in known.shares if share.kind is ShareKind.SPLIT]
    outcome = evaluate(bound, with_facts(known, shares=splits), trace=False)
    assert total_of(known) == sales_of(outcome)[PEOPLE[-1]]


@HEAVY
@given(any_facts(), any_whole_bound_plans(), st.randoms(use_true_random=False))
def test_the_order_of_facts_does_not_matter(known: Facts, bound: BoundPlan, chance: Any) -> None:
    """Every kind of fact in another order gives the same statements, traces and faults."""
    kinds = ("deals", "shares", "assignments", "invoices", "payments", "contacts")
    shuffled: dict[str, list[Any]] = {}
    for kind in kinds:
        shuffled[kind] = list(getattr(known, kind))
        chance.shuffle(shuffled[kind])
    assert evaluate(bound, known) == evaluate(bound, with_facts(known, **shuffled))


@HEAVY
@given(any_facts(), any_whole_bound_plans())
def test_the_same_again_gives_the_same(known: Facts, bound: BoundPlan) -> None:
    """Nothing but the plan and the facts has a say: a second evaluation is equal to the first."""
    assert evaluate(bound, known) == evaluate(bound, with_facts(known))


@HEAVY
@given(known_facts(), whole_bound_plans(plans=whole_plans(fixed={"conversion": None})))
def test_a_currency_that_is_worth_the_same_changes_nothing(known: Facts, bound: BoundPlan) -> None:
    """Deals in euros, at a rate of one, are paid as if they had been in pesos."""
    at_one = Conversion(on=RateDate.FIXED, fixed={"EUR": Fraction(1)})
    payees = tuple(
        attrs.evolve(payee, plan=attrs.evolve(payee.plan, conversion=at_one))
        for payee in bound.payees
    )
    in_pesos = evaluate(bound, known, trace=False)
    in_euros = evaluate(attrs.evolve(bound, payees=payees), abroad(known), trace=False)
    assert in_pesos.statements == in_euros.statements
    assert in_pesos.accounts == in_euros.accounts


def abroad(known: Facts) -> Facts:
    """The same facts, with euros for pesos."""

    def euros(money: Money | None) -> Money | None:
        return None if money is None else Money(money.amount, "EUR")

    return with_facts(
        known,
        deals=[
            attrs.evolve(
                deal,
                amount=Money(deal.amount.amount, "EUR"),
                cost=euros(deal.cost),
                list_amount=euros(deal.list_amount),
            )
            for deal in known.deals
        ],
        invoices=[
            attrs.evolve(one, amount=Money(one.amount.amount, "EUR")) for one in known.invoices
        ],
        payments=[
            attrs.evolve(one, amount=Money(one.amount.amount, "EUR")) for one in known.payments
        ],
    )


# --- quotas ---------------------------------------------------------------------------------------


@given(st.integers(1, 89), st.integers(1, 10**6))
def test_the_days_before_and_from_a_day_make_the_whole_quota(day: int, target: int) -> None:
    """Who leaves and who takes over have, together, the quota of somebody who was there always."""
    first = Period.quarter(2026, 1)
    change = first.start + timedelta(day)
    rule = a_quota_rule(proration=DayCount.CALENDAR_DAYS)
    plan = a_plan(a_commission(a_ladder("whole", "0% 1%")), quota_rules=(rule,))
    bound = a_bound_plan(
        {"ana": plan, "ben": plan},
        quotas={"ana": str(target), "ben": str(target)},
        took_part={
            "ana": str(Period(first.start, change)),
            "ben": str(Period(change, first.end)),
        },
    )
    outcome = evaluate(bound, some_facts(f"ana {first.start} 10", f"ben {change} 10"))
    quotas = [one.attainments[0].quota for one in outcome.statements]
    assert len(quotas) == len(PEOPLE[:2])
    assert target == sum(quotas)


@given(st.lists(st.integers(0, 10**6), min_size=1, max_size=3), st.integers(0, 100))
def test_a_rolled_up_quota_is_that_of_the_reports(quotas: list[int], more: int) -> None:
    """Quotas of the reports, less the over-assignment, make the superior's, to the last digit."""
    over = Fraction(more, 100)
    rule = a_quota_rule(measure="all_sales", roll_up=RollUp(over_assignment=over))
    plan = a_plan(
        a_commission(a_ladder("whole", "0% 1%"), measure="all_sales"),
        quota_rules=(rule,),
        without_quota=WithoutQuota.ZERO,
    )
    reports = PEOPLE[: len(quotas)]
    bound = a_bound_plan(
        dict.fromkeys((*reports, "dan"), plan),
        quotas={
            who: {"all_sales": ratio_text(Fraction(quota))}
            for who, quota in zip(reports, quotas, strict=True)
        },
        superiors=dict.fromkeys(reports, "dan"),
    )
    outcome = evaluate(bound, some_facts("dan 2026-01-05 10"))
    expected = Fraction(sum(quotas)) / (1 + over)
    found = [one.quota for one in outcome.statement("dan").attainments]
    assert found == ([expected] if expected else [])
