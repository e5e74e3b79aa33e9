"""What an expression comes to."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest

from accountkit.engine.pay import evaluate
from accountkit.engine.pay.formulas import work_out
from accountkit.plans import (
    AttainmentOf,
    Component,
    Difference,
    EarnedBy,
    Eligibility,
    Expression,
    Greatest,
    Least,
    Number,
    ParameterOf,
    Product,
    Ratio,
    Sum,
    ValueOf,
    WithoutQuota,
)
from accountkit.plans.faults import Missing
from accountkit.testing.pay import (
    a_bound_plan,
    a_commission,
    a_formula,
    a_limit,
    a_plan,
    some_facts,
)


class Anas:
    """What is known of Ana."""

    def measured(self, measure: str) -> Fraction:
        """800 of anything."""
        return {"sales": Fraction(800)}[measure]

    def attained(self, measure: str) -> Fraction:
        """80% of anything."""
        return {"sales": Fraction(4, 5)}[measure]

    def earned(self, component: str) -> Fraction:
        """A third of a peso."""
        return {"commission": Fraction(1, 3)}[component]

    def parameter(self, name: str) -> Fraction:
        """2.5."""
        return {"rate": Fraction(5, 2)}[name]


def number(text: str) -> Number:
    """A number of a plan."""
    return Number(value=Fraction(text))


def tell_nobody(kind: str, result: Fraction, operands: Mapping[str, Fraction]) -> None:
    """Take no note of an operation."""
    del kind, result, operands


def worked_out(expression: Expression) -> Fraction:
    """What it comes to for Ana."""
    return work_out(expression, Anas(), "component formula of ana", tell_nobody)


SIX, FOUR = number("6"), number("4")


@pytest.mark.parametrize(
    "expression, expected",
    [
        (number("0.1"), "1/10"),
        (ValueOf(measure="sales"), "800"),
        (AttainmentOf(measure="sales"), "4/5"),
        (EarnedBy(component="commission"), "1/3"),
        (ParameterOf(name="rate"), "5/2"),
        (Sum(of=(SIX, FOUR, number("-1/2"))), "19/2"),
        (Sum(of=(SIX,)), "6"),
        (Difference(of=SIX, less=FOUR), "2"),
        (Difference(of=FOUR, less=SIX), "-2"),
        (Product(of=(SIX, FOUR, number("1/3"))), "8"),
        (Product(of=(SIX, number("0"))), "0"),
        (Ratio(of=SIX, by=FOUR), "3/2"),
        (Ratio(of=number("0"), by=FOUR), "0"),
        (Least(of=(SIX, FOUR, number("5"))), "4"),
        (Greatest(of=(FOUR, SIX, number("5"))), "6"),
        # 800 x 0.8 - max(6, 2.5 x 4) = 640 - 10
        (
            Difference(
                of=Product(of=(ValueOf(measure="sales"), AttainmentOf(measure="sales"))),
                less=Greatest(of=(SIX, Product(of=(ParameterOf(name="rate"), FOUR)))),
            ),
            "630",
        ),
    ],
)
def test_each_operation_is_exact(expression: Expression, expected: str) -> None:
    """Thirds stay thirds."""
    assert Fraction(expected) == worked_out(expression)


def test_division_by_zero_is_a_fault() -> None:
    """And never zero."""
    with pytest.raises(Missing) as found:
        worked_out(Ratio(of=SIX, by=Difference(of=FOUR, less=FOUR)))
    assert ("component formula of ana", "divides by zero") == (
        found.value.subject,
        found.value.problem,
    )


def test_operations_are_told_from_the_inside_out() -> None:
    """4 + 6 first, then its product with 2.5; what is looked up is no operation."""
    told: list[tuple[str, Fraction, Mapping[str, Fraction]]] = []

    def note(kind: str, result: Fraction, operands: Mapping[str, Fraction]) -> None:
        told.append((kind, result, operands))

    expression = Product(of=(ParameterOf(name="rate"), Sum(of=(FOUR, SIX))))
    work_out(expression, Anas(), "formula", note)
    assert [
        ("sum", Fraction(10), {"1": Fraction(4), "2": Fraction(6)}),
        ("product", Fraction(25), {"1": Fraction(5, 2), "2": Fraction(10)}),
    ] == told


# --- of a plan ------------------------------------------------------------------------------------


def lines(*parts: Component, quota: str | None = "1000", **options: object) -> list[str]:
    """What somebody who sold 800.00 is paid for each component."""
    plan = a_plan(*parts, **options)
    quotas = {} if quota is None else {"ana": quota}
    bound = a_bound_plan({"ana": plan}, quotas=quotas, parameters={"ana": {"grade": "1"}})
    statement = evaluate(bound, some_facts("ana 2026-01-15 800.00")).statement("ana")
    return [str(line.amount.amount) for line in statement.lines]


TENTH = a_formula(Product(of=(EarnedBy(component="commission"), number("1/10"))))


def test_a_formula_reads_another_component_after_its_cap_and_before_rounding() -> None:
    """5% of 800 is 40, capped at 33.33, of which a tenth is 3.333; 0.07% is 0.56, of that 0.056."""
    capped = a_commission("5%", cap=a_limit("PHP 33.33"))
    assert ["33.33", "3.33"] == lines(capped, TENTH)
    assert ["0.56", "0.06"] == lines(a_commission("0.07%"), TENTH)


def test_a_formula_may_stand_before_what_it_reads() -> None:
    """The statement keeps the plan's order."""
    assert ["4.00", "40.00"] == lines(TENTH, a_commission("5%"))


def test_a_component_that_is_not_for_somebody_earned_nothing() -> None:
    """Only grade 2 has the commission; a tenth of nothing is nothing."""
    for_others = a_commission("5%", eligible=Eligibility(parameter="grade", equal=Fraction(2)))
    assert ["0.00"] == lines(for_others, TENTH)


def test_a_formula_pays_nothing_without_the_quota_that_it_reads() -> None:
    """100 and 0.8 times 50 are 140; where having no quota pays nothing, so does the formula."""
    expression = Sum(of=(number("100"), Product(of=(AttainmentOf(measure="sales"), number("50")))))
    formula = a_formula(expression)
    assert ["140.00"] == lines(formula)
    assert ["0.00"] == lines(formula, quota=None, without_quota=WithoutQuota.ZERO)
