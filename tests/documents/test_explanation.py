"""Explanations: each kind of step as a sentence with its numbers, in both languages."""

from __future__ import annotations

from fractions import Fraction

import pytest

from accountkit.documents import Depth, explain
from accountkit.documents.pay_words import PAY_WORDS, PayWords
from accountkit.engine.pay import evaluate
from accountkit.plans import Gate, WithoutQuota
from accountkit.plans.components import Component
from accountkit.settlement.prospects import Utmost
from accountkit.testing.pay import (
    a_bonus,
    a_bound_plan,
    a_commission,
    a_ladder,
    a_plan,
    an_override,
    some_facts,
)
from accountkit.values import Below, Rounding, RoundingMode, RoundingPoint


def sentences(
    *components: Component,
    sales: str = "100.00",
    quota: str | None = "80",
    superiors: dict[str, str] | None = None,
    **options: object,
) -> list[str]:
    """What is told of Ana's pay after one deal of hers, or of somebody under her."""
    people = {"ana": a_plan(*components, **options)}
    seller = "ana" if superiors is None else next(iter(superiors))
    bound = a_bound_plan(
        people,
        quotas={} if quota is None else {"ana": quota},
        superiors=superiors,
        elsewhere=frozenset({seller} - {"ana"}),
    )
    outcome = evaluate(bound, some_facts(f"{seller} 2026-01-15 {sales}"))
    lines = explain(outcome, "ana", locale="en").text("plain").splitlines()
    return [line.removeprefix("– ") for line in lines if line.startswith("– ")]


FLAT = a_ladder("whole", "0% 4%")


def test_a_sliced_ladder_over_amounts() -> None:
    """Each band prices its own slice: 50 at 10% and 50 at 20%."""
    told = sentences(a_commission(a_ladder("sliced", "0 10%", "50 20%"), "amount"), quota=None)

    assert [
        "Sales: ₱100.00, counted from 1 deal.",
        "From ₱0.00 to ₱50.00: ₱50.00 × 10% = ₱5.00.",
        "From ₱50.00 to ₱100.00: ₱50.00 × 20% = ₱10.00.",
        "₱15.00 rounded half up is ₱15.00.",
    ] == told


def test_a_whole_ladder_over_attainment() -> None:
    """125% of the quota reaches a band that prices everything."""
    told = sentences(a_commission(FLAT))

    assert "Attainment of sales: ₱100.00 ÷ ₱80.00 = 125%." in told
    assert "₱100.00 × 4% = ₱4.00." in told


def test_an_attainment_without_end() -> None:
    """100 of 30 is 333.3333… percent, and the dots say that it goes on."""
    assert "Attainment of sales: ₱100.00 ÷ ₱30.00 = 333.3333…%." in sentences(
        a_commission(FLAT), quota="30"
    )


@pytest.mark.parametrize(
    "bound, told",
    [
        ("at_least 125%", "Gate: 125% of sales is at least 125%, so this pays."),
        ("at_least 130%", "Gate: 125% of sales is below 130%, so this pays nothing."),
        ("above 120%", "Gate: 125% of sales is above 120%, so this pays."),
        ("above 125%", "Gate: 125% of sales is not above 125%, so this pays nothing."),
    ],
)
def test_a_gate(bound: str, told: str) -> None:
    """The sentence says which way the comparison went, and what follows."""
    kind, percent = bound.split()
    limit = Fraction(percent.removesuffix("%")) / 100
    gate = (
        Gate(attainment_of="sales", at_least=limit)
        if kind == "at_least"
        else Gate(attainment_of="sales", above=limit)
    )

    assert told in sentences(a_commission(FLAT, gates=(gate,)))


def test_no_quota_where_the_plan_says_what_that_means() -> None:
    """That there is none is told, and so is where the zero comes from."""
    told = sentences(a_bonus("PHP 500.00"), quota=None, without_quota=WithoutQuota.ZERO)

    assert "There is no quota for sales, and the plan says that this then pays nothing." in told


def test_an_override_further_up_the_line() -> None:
    """The sales are those of the people two steps below."""
    told = sentences(
        an_override("1%", level=2), superiors={"cora": "ben", "ben": "ana"}, quota=None
    )

    assert (
        "Sales of the people 2 steps down the line of reporting: ₱100.00, counted from 1 deal."
        in told
    )
    assert "₱100.00 × 1% = ₱1.00." in told


def test_lines_rounded_together() -> None:
    """A plan that rounds the statement says so on each line."""
    rounding = Rounding(mode=RoundingMode.HALF_EVEN, point=RoundingPoint.STATEMENT)
    told = sentences(a_commission(a_ladder("whole", "0% 4.005%")), rounding=rounding)

    assert "₱4.005, rounded half to even together with the other lines, is ₱4.00." in told


LADDER = a_ladder("sliced", "0% 1", "100% 1.5")


def paragraphs(*components: Component, sales: str, depth: Depth = Depth.LINES) -> list[str]:
    """What is told of Ana's pay with a quota of 80, and why it is not more, line by line."""
    bound = a_bound_plan(
        {"ana": a_plan(*components)},
        quotas={"ana": "80"},
        parameters={"ana": {"rate": "1.5%"}},
    )
    outcome = evaluate(bound, some_facts(f"ana 2026-01-15 {sales}"))
    page = explain(outcome, "ana", locale="en", depth=depth, more=True).text("plain")
    return [line for line in page.splitlines() if line]


def test_what_is_missing_at_the_gate() -> None:
    """60% of 80.00 are 48.00, and 40.00 were sold."""
    assert (
        "Why not more: the gate opens at ₱48.00 (sales); counted: ₱40.00, missing: ₱8.00."
    ) == paragraphs(a_commission(FLAT, at_least="60%"), sales="40.00")[-1]


def test_what_is_missing_at_the_next_band() -> None:
    """The rate beyond the quota is one and a half times Ana's own, which is 1.5%."""
    assert (
        "Why not more: the next band, with the rate 1.5 × 1.5%, is reached at ₱80.00 (sales);"
        " counted: ₱60.00, missing: ₱20.00."
    ) == paragraphs(a_commission(LADDER, times="rate"), sales="60.00")[-1]


def test_a_rate_that_was_never_looked_up() -> None:
    """Where nothing was priced the trace does not know the person's own rate, only its name."""
    ladder = a_ladder("sliced", "50% 2", below=Below.ZERO)

    assert (
        "with the rate 2 × rate, is reached at ₱40.00 (sales)"
        in (paragraphs(a_commission(ladder, times="rate"), sales="10.00")[-1])
    )


def test_the_next_point_of_a_curve_is_where_the_rate_moves_to() -> None:
    """It is not a band: the rate rises on the way."""
    curve = a_ladder("curve", "0% 1%", "200% 3%")

    assert (
        "Why not more: the rate moves on to 3% at ₱160.00 (sales); counted: ₱60.00,"
        " missing: ₱100.00."
    ) == paragraphs(a_commission(curve), sales="60.00")[-1]


def test_nothing_further_to_reach() -> None:
    """Each kind of component has its own reason."""
    told = paragraphs(
        a_commission(LADDER, times="rate"), a_bonus("PHP 5.00"), an_override("1%"), sales="90.00"
    )

    assert [
        "Why not more: this is the highest band of the plan.",
        "Why not more: the bonus is paid whole, and there is no higher one.",
        "Why not more: the rate is the same for every amount.",
    ] == [line for line in told if line.startswith("Why not more")]


def test_the_depths_of_an_explanation() -> None:
    """Lines tell the clause, steps the arithmetic too, deals their ids too."""
    told = {depth: paragraphs(a_commission(FLAT), sales="40.00", depth=depth) for depth in Depth}
    steps = {
        depth: [line for line in lines if line.startswith("–")] for depth, lines in told.items()
    }

    assert all("commission" in lines for lines in told.values())
    assert [] == steps[Depth.LINES]
    assert 4 == len(steps[Depth.STEPS])
    assert "– Deals: d1." == steps[Depth.DEALS][1]


@pytest.mark.parametrize("words", PAY_WORDS.values(), ids=lambda words: words.language)
def test_every_language_says_whatever_is_the_utmost(words: PayWords) -> None:
    """A plan may end in any of them."""
    assert {utmost.value for utmost in Utmost} == set(words.ahead.utmost)
