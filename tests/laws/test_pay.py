"""Laws of pay (design 5.15) over drawn plans, people and deals."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
from hypothesis import given
from hypothesis import strategies as st

from accountkit.engine.pay import evaluate
from accountkit.engine.pay.credit import credit
from accountkit.errors import TermsError
from accountkit.facts.deals import Deal, Facts
from accountkit.plans.bound import BoundPlan
from accountkit.plans.plan import Plan
from accountkit.plans.quotas import Quota
from accountkit.settlement.statements import Line, Outcome
from accountkit.settlement.trace import Step, StepKind
from accountkit.testing.pay import (
    MEASURES,
    QUARTER,
    a_bonus,
    a_bound_plan,
    a_commission,
    a_plan,
    any_bound_plans,
    any_plans,
    bound_plans,
    facts,
    plans,
    quotas,
    roundings,
    some_facts,
)
from accountkit.testing.strategies import rates, ratios
from accountkit.values.ladders import Band, Ladder, LadderShape
from accountkit.values.money import Amount, Money
from accountkit.values.ratios import ratio_text
from accountkit.values.rounding import Rounding, RoundingMode, RoundingPoint

SALES_ONLY = bound_plans(measures=["sales"])


@st.composite
def rising_tables(draw: st.DrawFn) -> Ladder:
    """Tables from zero up whose rates never fall."""
    starts = sorted({Fraction(0), *draw(st.sets(ratios(0, 3), max_size=4))})
    values = sorted(draw(st.lists(rates(), min_size=len(starts), max_size=len(starts))))
    shape = draw(st.sampled_from([LadderShape.SLICED, LadderShape.WHOLE]))
    bands = zip(starts, values, strict=True)
    return Ladder(shape, tuple(Band(start=start, value=value) for start, value in bands))


@given(
    rising_tables(),
    st.tuples(st.integers(0, 10**9), st.integers(0, 10**9)),
    ratios(0, 2),
    roundings(),
)
def test_pay_never_falls_as_attainment_rises(
    table: Ladder, centavos: tuple[int, int], gate: Fraction, rounding: Rounding
) -> None:
    """On a rising table, sliced or whole, with a gate and a bonus, more sales never pay less."""
    low, high = sorted(centavos)
    bound = a_bound_plan(
        {
            "ana": a_plan(
                a_commission(table, at_least=ratio_text(gate)),
                a_bonus("PHP 500.00", at_least="110%"),
                rounding=rounding,
            )
        },
        quotas={"ana": "3_000_000"},
    )
    paid = [
        evaluate(bound, some_facts(f"ana 2026-01-15 {Money.from_minor(minor, 'PHP').amount}"))
        for minor in (low, high)
    ]
    assert paid[0].statement("ana").total <= paid[1].statement("ana").total


@given(facts(), any_bound_plans(), st.randoms(use_true_random=False))
def test_the_order_of_deals_does_not_matter(known: Facts, bound: BoundPlan, chance: Any) -> None:
    """The same deals in another order give the same statements, traces and faults."""
    shuffled = list(known.deals)
    chance.shuffle(shuffled)
    assert evaluate(bound, known) == evaluate(bound, Facts(shuffled))


@given(facts(), SALES_ONLY, st.data())
def test_a_deal_in_two_parts_counts_as_much_as_in_one(
    known: Facts, bound: BoundPlan, data: st.DataObject
) -> None:
    """Sums do not depend on how sales are batched: two deals of one day are one deal."""
    parts: list[Deal] = []
    for deal in known.deals:
        part = data.draw(st.integers(0, abs(deal.amount.minor)))
        first = Money.from_minor(part if deal.amount.minor > 0 else -part, "PHP")
        parts.append(attrs.evolve(deal, id=f"{deal.id}-1", amount=first))
        parts.append(attrs.evolve(deal, id=f"{deal.id}-2", amount=deal.amount - first))
    assert evaluate(bound, known, trace=False) == evaluate(bound, Facts(parts), trace=False)


@given(facts(), any_bound_plans())
def test_tracing_changes_no_figure(known: Facts, bound: BoundPlan) -> None:
    """With tracing off the statements lack their steps and are the same in all else."""
    traced = evaluate(bound, known)
    without_steps = tuple(
        attrs.evolve(one, lines=tuple(attrs.evolve(line, steps=()) for line in one.lines))
        for one in traced.statements
    )
    assert attrs.evolve(traced, statements=without_steps) == evaluate(bound, known, trace=False)


@given(facts(), bound_plans())
def test_replaying_a_trace_gives_its_line(known: Facts, bound: BoundPlan) -> None:
    """The recorded steps, worked out again by their own numbers, lead to the line's amounts."""
    outcome = evaluate(bound, known)
    for statement in outcome.statements:
        assert statement.total == Money.sum((line.amount for line in statement.lines), "PHP")
        for line in statement.lines:
            replay(line, outcome, known)


def replay(line: Line, outcome: Outcome, known: Facts) -> None:
    """Work out a line from its steps alone."""
    value = Fraction(0)
    is_open = True
    for step in line.steps:
        figures = {name: number(figure) for name, figure in step.inputs.items()}
        match step.kind:
            case StepKind.MEASURE:
                assert counted(step, outcome, known) == number(step.result)
            case StepKind.ATTAINMENT:
                assert figures["measured"] / figures["quota"] == step.result
            case StepKind.NO_QUOTA:
                is_open = False
            case StepKind.GATE:
                reached = figures["attainment"]
                is_open = (
                    reached >= figures["at_least"]
                    if "at_least" in figures
                    else reached > figures["above"]
                )
                assert int(is_open) == step.result
            case StepKind.SLICE | StepKind.RATE:
                times = figures.get("times", Fraction(1))
                assert figures["base"] * figures["rate"] * times == number(step.result)
                value += number(step.result)
            case StepKind.BONUS:
                value += number(step.result)
            case StepKind.ROUNDING:
                assert line.amount == step.result
                if step.inputs["point"] == "component":
                    mode = RoundingMode(step.inputs["mode"])
                    assert Amount(figures["exact"], "PHP").round(mode) == line.amount
    assert line.exact.value == (value if is_open else 0)


def number(figure: object) -> Fraction:
    """The number of a figure; names have none that is used."""
    match figure:
        case Amount():
            return figure.value
        case Money():
            return Fraction(figure.amount)
        case Fraction() | int():
            return Fraction(figure)
        case _:
            return Fraction(0)


def counted(step: Step, outcome: Outcome, known: Facts) -> Fraction:
    """What the deals that a step names come to."""
    deals = [deal for deal in known.deals if deal.id in step.deals]
    if outcome.measure(step.subject).IS_MONEY:
        return Fraction(sum((deal.amount.amount for deal in deals), Decimal()))
    return Fraction(len({deal.client for deal in deals}))


@given(facts(), bound_plans(), st.sampled_from(RoundingMode))
def test_rounded_together_the_lines_add_up(
    known: Facts, bound: BoundPlan, mode: RoundingMode
) -> None:
    """Rounded on the statement, lines sum to the rounded sum, each within a centavo of exact."""
    rounding = Rounding(mode, RoundingPoint.STATEMENT)
    payees = (
        attrs.evolve(payee, plan=attrs.evolve(payee.plan, rounding=rounding))
        for payee in bound.payees
    )
    for statement in evaluate(attrs.evolve(bound, payees=tuple(payees)), known).statements:
        exact = Amount.sum((line.exact for line in statement.lines), "PHP")
        assert exact.round(mode) == statement.total
        assert statement.total == Money.sum((line.amount for line in statement.lines), "PHP")
        for line in statement.lines:
            assert abs(line.amount.exact.value - line.exact.value) < Fraction(1, 100)


@given(facts(), bound_plans(), st.integers(1, 3))
def test_an_override_credits_a_deal_once_to_the_superior_of_its_day(
    known: Facts, bound: BoundPlan, level: int
) -> None:
    """Climbing the reporting line of each deal's own date finds exactly those it is credited to."""
    expected: Counter[tuple[str, str]] = Counter()
    if level <= deepest(bound):
        for deal in known.dated(QUARTER):
            holder: str | None = deal.person
            for _ in range(level):
                line = bound.superiors.get(holder or "")
                holder = line.get(deal.date) if line is not None else None
            if holder is not None:
                expected[holder, deal.id] += 1
    credited = credit(bound, known, QUARTER.start)
    everybody = {deal.person for deal in known.deals} | {who for who, _ in expected}
    everybody |= {payee.person for payee in bound.payees}
    found = Counter(
        (person, deal.id) for person in everybody for deal in credited.of(person, level)
    )
    assert expected == found
    assert all(count == 1 for count in found.values())


def deepest(bound: BoundPlan) -> int:
    """The highest level of any override."""
    parts = [part for payee in bound.payees for part in payee.plan.components]
    return max((getattr(part, "level", 0) for part in parts), default=0)


@given(facts(), any_bound_plans())
def test_each_person_stands_alone(known: Facts, bound: BoundPlan) -> None:
    """Nobody's fault or figure changes what another is paid; each has a statement or faults."""
    together = evaluate(bound, known)
    paid = {statement.payee: statement for statement in together.statements}
    faulted = {fault.person for fault in together.faults}
    assert paid.keys().isdisjoint(faulted)
    for payee in bound.payees:
        alone = evaluate(attrs.evolve(bound, payees=(payee,)), known)
        assert paid.get(payee.person) == next(
            (one for one in alone.statements if one.payee == payee.person), None
        )


@given(plans())
def test_a_well_formed_plan_is_one(plan: Plan) -> None:
    """The strategy gives plans whose every component has its clause and its measures."""
    assert set(MEASURES) >= set(plan.measures_used())
    assert {"rate", "sum"} >= set(plan.parameters_used())
    for part in plan.components:
        assert part.clause == plan.clause(part.clause).id


@given(any_plans())
def test_a_plan_is_sound_or_refused_with_the_part_at_fault(fields: dict[str, Any]) -> None:
    """What a careless author writes is a plan, or an error that leads to the field."""
    error = refusal(fields)
    if error is None:
        assert set(MEASURES) >= set(Plan(**fields).measures_used())
    else:
        assert error.path
        assert error.path[0] in fields
        assert error.remedy


def refusal(fields: dict[str, Any]) -> TermsError | None:
    """Why there is no such plan, or nothing if there is."""
    try:
        Plan(**fields)
    except TermsError as error:
        return error
    return None


@given(quotas())
def test_a_drawn_quota_is_above_zero(quota: Quota) -> None:
    """The strategy gives quotas that an attainment can be divided by."""
    assert quota.target > 0
    assert quota.measure in MEASURES
