"""The wire form: what terms look like as plain data, and that they come back the same."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from cattrs import ClassValidationError
from hypothesis import given

from accountkit.errors import InputError
from accountkit.plans import BoundPlan, Measure, Plan, SalesSum
from accountkit.settlement.trace import Figure, Step, StepKind
from accountkit.testing.pay import plans
from accountkit.testing.strategies import ladders, texts
from accountkit.values import Amount, Band, Ladder, Money, Period, Text
from accountkit.wire import CONVERTER, kinds_in, members, noun, shown, wire_key


def back(value: Any, kind: Any) -> Any:
    """A value through JSON and back."""
    return CONVERTER.structure(json.loads(json.dumps(CONVERTER.unstructure(value, kind))), kind)


@pytest.mark.parametrize(
    "value, kind, written",
    [
        (Decimal("9" * 36 + ".10"), Decimal, "9" * 36 + ".10"),
        (Fraction(1, 8), Fraction, "0.125"),
        (Fraction(2, 3), Fraction, "2/3"),
        (Money.parse("PHP -1.50"), Money, "PHP -1.50"),
        (Amount(Fraction(1, 3), "PHP"), Amount, "PHP 1/3"),
        (Period.quarter(2026, 1), Period, "2026-Q1"),
        (date(2026, 1, 31), date, "2026-01-31"),
        (3, int, 3),
        (True, bool, True),
        (Text.of(en="no", fil="ñ"), Text, {"en": "no", "fil": "ñ"}),
        (StepKind.GATE, StepKind, "gate"),
    ],
)
def test_values_are_written_as_people_write_them(value: Any, kind: Any, written: Any) -> None:
    """Texts for all that must stay exact; what is written is read back."""
    assert written == CONVERTER.unstructure(value, kind)
    assert value == back(value, kind)


@pytest.mark.parametrize(
    "figure",
    [
        Money.parse("PHP 1.50"),
        Amount(Fraction(1, 3), "PHP"),
        Fraction(22, 7),
        138,
        "half_up",
    ],
)
def test_figures_of_a_trace_keep_their_kind(figure: Figure) -> None:
    """A count of 1 is not a ratio of 1, and a word is no number."""
    step = Step(kind=StepKind.RATE, subject="sales", result=figure, inputs={"base": figure})
    again = back(step, Step)

    assert step == again
    assert type(figure) is type(again.result) is type(again.inputs["base"])


@pytest.mark.parametrize("data", [[], {}, {"money": 5}, {"sum": "PHP 1.00"}, "PHP 1.00"])
def test_a_figure_that_is_none(data: Any) -> None:
    """What accountkit did not write is refused, and never an internal error."""
    kind: Any = Figure
    with pytest.raises(InputError):
        CONVERTER.structure(data, kind)


def test_the_key_of_a_field() -> None:
    """A band is written from, to and rate; otherwise the field is the key."""
    assert ["from", "to", "rate"] == [wire_key(Band, field.name) for field in members(Band)]
    assert "from" == wire_key(SalesSum, "from_")
    assert {"from": "0", "rate": "1"} == CONVERTER.unstructure(
        Band(start=Fraction(0), value=Fraction(1))
    )


def test_alternatives_are_told_apart_by_kind() -> None:
    """The kind stands first, and a union of anything else has none."""
    measure = SalesSum(id="sales", title=Text.of(en="sales"))

    assert ["sales_sum", "margin_sum", "unit_sum"] == list(kinds_in(Measure))[:3]
    assert {} == kinds_in(int | None)
    assert "kind" == next(iter(CONVERTER.unstructure(measure)))
    assert measure == back(measure, Measure)


def test_words_of_messages() -> None:
    """Classes are called by their words, and long words are cut."""
    assert "sales sum" == noun(SalesSum)
    assert "a\\nb" == shown("a\nb")
    assert 60 == len(shown("x" * 1000))


def test_a_set_is_written_in_order() -> None:
    """What has no order of its own is always written the same."""
    bound = BoundPlan(
        period=Period.quarter(2026, 1),
        label="2026-Q1",
        payees=(),
        measures={},
        superiors={},
        elsewhere=frozenset({"cora", "ana", "ben"}),
    )

    assert ["ana", "ben", "cora"] == CONVERTER.unstructure(bound)["elsewhere"]


def test_mappings_cannot_be_changed() -> None:
    """A term that was read is as frozen as one that was built."""
    kind: Any = Mapping[str, Fraction]
    found = CONVERTER.structure({"a": "1"}, kind)

    assert {"a": Fraction(1)} == found
    with pytest.raises(TypeError):
        found["a"] = Fraction(2)


@pytest.mark.parametrize("data", [True, "1.0", "1e3", "", " 1", "٣", None, ["1"]])
def test_a_whole_number_that_is_none(data: Any) -> None:
    """Counts are digits; a truth value is no count."""
    with pytest.raises(InputError):
        CONVERTER.structure(data, int)


def test_every_problem_of_an_object_is_collected() -> None:
    """Not the first one alone."""
    with pytest.raises(ClassValidationError) as caught:
        CONVERTER.structure({"id": "a b", "titel": {}, "kind": "sales_sum"}, SalesSum)

    assert 2 == len(caught.value.exceptions)


@given(ladder=ladders())
def test_ladders_come_back(ladder: Ladder) -> None:
    """To the last digit of every band."""
    assert ladder == back(ladder, Ladder)


@given(text=texts())
def test_texts_come_back(text: Text) -> None:
    """In all languages and forms."""
    assert text == back(text, Text)


@given(plan=plans())
def test_plans_come_back(plan: Plan) -> None:
    """Whatever they pay."""
    assert plan == back(plan, Plan)
