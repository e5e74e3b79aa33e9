"""Replay: a step's result from its inputs alone."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from accountkit.settlement.replay import replay
from accountkit.settlement.trace import Figure, Step, StepKind
from accountkit.values.money import Amount, Money
from accountkit.values.ratios import parse_ratio


def figure(text: str) -> Figure:
    """``PHP 1.00`` is money, ``~PHP 1/3`` an exact amount, ``'word`` a word, else a number."""
    if text.startswith("'"):
        return text[1:]
    if text.startswith("~"):
        currency, value = text[1:].split()
        return Amount(Fraction(value), currency)
    return Money.parse(text) if " " in text else parse_ratio(text)


def step(kind: str, result: str, subject: str = "subject", **inputs: str) -> Step:
    """A step of figures as they are written."""
    read: dict[str, Any] = {name: figure(text) for name, text in inputs.items()}
    return Step(kind=StepKind(kind), subject=subject, result=figure(result), inputs=read)


RIGHT = [
    step("conversion", "~PHP 565", amount="~USD 10", rate="56.5"),
    step("conversion", "~PHP 0.67", amount="~USD 1", rate="2/3", mode="'half_up"),
    step("weighted", "6", measure="'sales", value="12", weight="1/2"),
    step("quotient", "3", dividend="~PHP 12", divisor="~PHP 4"),
    step("quota", "~PHP 40", target="~PHP 110", ramp="1/2", days="4/5", over_assignment="1/10"),
    step("quota", "~PHP 55", target="~PHP 110", ramp="1/2"),
    step("attainment", "1.2", measured="~PHP 120", quota="~PHP 100"),
    step("no_quota", "0"),
    step("gate", "1", asked="'attainment_of", value="0.8", at_least="0.8"),
    step("gate", "0", asked="'attainment_of", value="0.8", above="0.8"),
    step("gate", "1", asked="'value_of", value="~PHP 5", at_most="5"),
    step("gate", "0", asked="'value_of", value="5", below="5"),
    step("position", "0.8", value="0.8", row="0.5"),
    step("slice", "~PHP 3", start="0", width="100", base="~PHP 100", rate="1%", times="3"),
    step("rate", "~PHP 30", base="~PHP 1000", rate="3%"),
    step("deal", "~PHP 6", base="~PHP 100", rate="3%", times="1", kicker="2"),
    step("deal", "~PHP 10", sum="PHP 20.00", share="1/2"),
    step("deal", "~PHP -3", base="~PHP 6", share="1/2"),
    step("before", "~PHP 20", to_date="~PHP 70", before="~PHP 50"),
    step("spiff", "~PHP 125", count="2.5", amount="~PHP 50"),
    step("score", "~PHP 45", target="~PHP 100", weight="30%", payout="1.5"),
    step("formula", "6", subject="sum", **{"1": "1", "2": "2", "3": "3"}),
    step("formula", "-1", subject="difference", **{"1": "1", "2": "2"}),
    step("formula", "6", subject="product", **{"1": "3", "2": "2"}),
    step("formula", "3/2", subject="ratio", **{"1": "3", "2": "2"}),
    step("formula", "2", subject="least", **{"1": "3", "2": "2"}),
    step("formula", "3", subject="greatest", **{"1": "3", "2": "2"}),
    step("kicker", "~PHP 15", value="~PHP 10", factor="1.5"),
    step("cap", "~PHP 8", value="~PHP 10", most="~PHP 8"),
    step("floor", "~PHP 10", value="~PHP 8", least="~PHP 10"),
    step("rounding", "PHP 0.33", exact="~PHP 1/3", mode="'half_up", point="'component"),
    step("rounding", "PHP 0.34", exact="~PHP 1/3", mode="'half_up", point="'statement"),
    step("rounding", "PHP 0.40", exact="~PHP 1/3", mode="'half_up", point="'deal"),
    step("shared", "PHP 0.34", whole="PHP 1.00", share="1/3", raised="1"),
    step("shared", "PHP -0.33", whole="PHP -1.00", share="1/3", raised="0"),
    step("shared", "PHP 0.67", whole="PHP 1.00", share="2/3", mode="'half_up"),
    step("release", "PHP 0.34", earned="PHP 1.00", share="2/3", before="PHP 0.33", mode="'up"),
    step(
        "clawback",
        "PHP 5.00",
        earned="PHP 100.00",
        returned="1/2",
        share="40%",
        before="PHP 10.00",
        most="PHP 5.00",
        mode="'down",
    ),
    step("limit", "PHP -2.00", value="PHP 5.00", sum="PHP 3.00"),
]
"""Steps whose results follow from their inputs, worked by hand."""

WRONG = [
    step("gate", "1", asked="'attainment_of", value="0.79", at_least="0.8"),
    step("slice", "~PHP 4", start="0", width="100", base="~PHP 100", rate="1%", times="3"),
    step("rounding", "PHP 0.34", exact="~PHP 1/3", mode="'half_up", point="'component"),
    step("rounding", "PHP 0.35", exact="~PHP 1/3", mode="'half_up", point="'statement"),
    step("shared", "PHP 0.35", whole="PHP 1.00", share="1/3", raised="1"),
    step("limit", "PHP 2.00", value="PHP 5.00", sum="PHP 3.00"),
    step("limit", "PHP 0.33", value="~PHP 2/3", sum="~PHP 1"),
    step("no_quota", "1"),
]
"""Steps whose results do not."""


def name(one: Step) -> str:
    """What a step is called in the list of tests."""
    return " ".join((one.kind.value, one.subject, str(one.result), *one.inputs))


@pytest.mark.parametrize("right", RIGHT, ids=name)
def test_a_result_follows_from_its_inputs(right: Step) -> None:
    """Worked by hand, as the kind of step says."""
    assert right.result == replay(right)


@pytest.mark.parametrize("wrong", WRONG, ids=name)
def test_a_result_that_does_not_follow_is_found(wrong: Step) -> None:
    """Replaying gives another figure."""
    assert wrong.result != replay(wrong)


@pytest.mark.parametrize("kind", ["measure", "step", "bonus"])
def test_what_was_found_and_not_worked_out_is_given_back(kind: str) -> None:
    """The inputs do not say how it came about."""
    found = step(kind, "~PHP 12")
    assert found.result == replay(found)


def test_every_kind_of_step_is_replayed() -> None:
    """None is forgotten."""
    tried = {one.kind for one in RIGHT} | {StepKind.MEASURE, StepKind.STEP, StepKind.BONUS}
    assert set(StepKind) == tried
