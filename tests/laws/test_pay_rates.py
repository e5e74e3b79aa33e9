"""Laws of rate tables: more is never paid less on a rising table, and tenfold is paid tenfold."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from accountkit.engine.pay import evaluate
from accountkit.facts.known import Facts
from accountkit.plans.bound import BoundPlan
from accountkit.plans.components import Accumulate, Bonus, Commission, Component
from accountkit.plans.plan import NegativeResult
from accountkit.plans.rate_tables import Axis
from accountkit.testing.drawn_components import sixtieths
from accountkit.testing.drawn_facts import with_facts
from accountkit.testing.pay import (
    a_bonus,
    a_bound_plan,
    a_commission,
    a_plan,
    a_scorecard,
    a_step,
    bound_plans,
    facts,
    roundings,
    some_facts,
)
from accountkit.values.ladders import Band, Below, Edge, Ladder, LadderShape
from accountkit.values.money import Money
from accountkit.values.ratios import ratio_text
from accountkit.values.rounding import Rounding

PRICING = (LadderShape.SLICED, LadderShape.WHOLE, LadderShape.CURVE)
GRANTING = (LadderShape.STEP, LadderShape.WHOLE, LadderShape.CURVE)


@st.composite
def rising_tables(
    draw: st.DrawFn, shapes: tuple[LadderShape, ...] = PRICING, most: int = 1
) -> Ladder:
    """Tables whose values never fall, of any shape, from zero or with nothing below."""
    starts = sorted(draw(st.sets(sixtieths(0, 3), min_size=2, max_size=5)))
    few = st.lists(sixtieths(0, most), min_size=len(starts), max_size=len(starts))
    values = sorted(draw(few))
    bands = zip(starts, values, strict=True)
    return Ladder(
        draw(st.sampled_from(shapes)),
        tuple(Band(start=start, value=value) for start, value in bands),
        edge=draw(st.sampled_from(Edge)),
        below=Below.ZERO,
    )


@given(
    st.one_of(
        st.builds(a_commission, rising_tables()),
        st.builds(a_step, rising_tables(GRANTING, 1000)),
        rising_tables(GRANTING, 2).map(
            lambda ladder: a_scorecard("PHP 900.00", ("sales", "1", ladder))
        ),
        st.builds(a_commission, rising_tables(), accumulate=st.just(Accumulate.YEAR_TO_DATE)),
    ),
    st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)),
    sixtieths(0, 2),
    roundings(),
)
def test_pay_never_falls_as_attainment_rises(
    part: Component, centavos: tuple[int, int], gate: Fraction, rounding: Rounding
) -> None:
    """On a rising table of any shape, with a gate and a bonus, more sales never pay less."""
    plan = a_plan(
        part,
        a_bonus("PHP 500.00", at_least=ratio_text(gate), clause=part.clause),
        rounding=rounding,
    )
    bound = a_bound_plan({"ana": plan}, quotas={"ana": "3_000_000"})
    paid = [
        evaluate(bound, some_facts(f"ana 2026-01-15 {Money.from_minor(minor, 'PHP').amount}"))
        for minor in sorted(centavos)
    ]
    assert paid[0].statement("ana").total <= paid[1].statement("ana").total


@given(rising_tables((LadderShape.SLICED,)), st.integers(0, 10**7))
def test_a_sliced_table_has_no_cliff(table: Ladder, centavos: int) -> None:
    """At rates of 100% at most, a centavo more of sales is never paid more than a centavo."""
    bound = a_bound_plan({"ana": a_plan(a_commission(table))}, quotas={"ana": "30_000"})
    low, high = (
        evaluate(bound, some_facts(f"ana 2026-01-15 {Money.from_minor(minor, 'PHP').amount}"))
        .statement("ana")
        .line("commission")
        .exact.value
        for minor in (centavos, centavos + 1)
    )
    assert low <= high <= low + Fraction(1, 100)


@given(facts(), bound_plans(measures=["sales"]))
def test_tenfold_in_everything_is_paid_tenfold(known: Facts, bound: BoundPlan) -> None:
    """Deals, quotas, sums and bands of money times ten: every exact amount is times ten."""
    bound = _carrying(bound)
    payees = tuple(
        attrs.evolve(
            payee,
            plan=attrs.evolve(
                payee.plan, components=tuple(map(_tenfold_part, payee.plan.components))
            ),
            quotas={name: 10 * quota for name, quota in payee.quotas.items()},
            parameters={**payee.parameters, "sum": 10 * payee.parameters["sum"]},
        )
        for payee in bound.payees
    )
    tenfold = with_facts(
        known, deals=[attrs.evolve(deal, amount=_tenfold(deal.amount)) for deal in known.deals]
    )
    before = _exact(bound, known)
    after = _exact(attrs.evolve(bound, payees=payees), tenfold)
    assert {key: 10 * value for key, value in before.items()} == after


def _carrying(bound: BoundPlan) -> BoundPlan:
    """The same, where a negative result is carried: a tenth of a centavo is none, a centavo is."""
    payees = tuple(
        attrs.evolve(payee, plan=attrs.evolve(payee.plan, negative=NegativeResult.CARRY))
        for payee in bound.payees
    )
    return attrs.evolve(bound, payees=payees)


def _exact(bound: BoundPlan, known: Facts) -> dict[tuple[str, str], Fraction]:
    """The exact amount of every line."""
    return {
        (one.payee, line.component): line.exact.value
        for one in evaluate(bound, known, trace=False).statements
        for line in one.lines
    }


def _tenfold(money: Money) -> Money:
    return Money.from_minor(10 * money.minor, money.currency)


def _tenfold_part(part: Component) -> Component:
    changed: dict[str, Any] = {}
    if isinstance(part, Bonus) and part.amount is not None:
        changed["amount"] = _tenfold(part.amount)
    if isinstance(part, Commission) and part.over is Axis.AMOUNT and part.ladder is not None:
        bands = tuple(Band(start=10 * band.start, value=band.value) for band in part.ladder.bands)
        changed["ladder"] = attrs.evolve(part.ladder, bands=bands)
    return attrs.evolve(part, **changed)
