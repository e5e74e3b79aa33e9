"""The arithmetic of formulas, as a tree."""

from __future__ import annotations

from fractions import Fraction

import pytest

from accountkit.errors import TermsError
from accountkit.plans.expressions import (
    AttainmentOf,
    Difference,
    EarnedBy,
    Expression,
    Greatest,
    Least,
    Number,
    ParameterOf,
    Product,
    Ratio,
    Sum,
    ValueOf,
    walk,
)
from accountkit.wire import CONVERTER

TREE = Least(
    of=(
        Product(of=(ValueOf(measure="sales"), Number(value=Fraction(1, 10)))),
        Greatest(
            of=(
                Sum(of=(EarnedBy(component="base"), ParameterOf(name="extra"))),
                Difference(
                    of=AttainmentOf(measure="sales"),
                    less=Ratio(of=Number(value=Fraction(1)), by=Number(value=Fraction(2))),
                ),
            )
        ),
    )
)


def test_a_tree_is_walked_from_the_top() -> None:
    """Each part comes before what it is made of, in reading order."""
    assert [
        *("least", "product", "value_of", "number", "greatest", "sum", "earned_by"),
        *("parameter_of", "difference", "attainment_of", "ratio", "number", "number"),
    ] == [part.KIND for part in walk(TREE)]


def test_a_tree_is_read_back_as_it_was_written() -> None:
    """Handbooks and stores keep it as nested keys."""
    written = CONVERTER.unstructure(TREE)

    assert {"kind": "number", "value": "0.1"} == written["of"][0]["of"][1]
    assert TREE == CONVERTER.structure(written, Expression)  # type: ignore[arg-type]  # a union


def test_a_sum_of_nothing_is_refused() -> None:
    """Nothing would be compared or added."""
    for kind in (Sum, Product, Least, Greatest):
        with pytest.raises(TermsError) as error:
            kind(of=())
        assert "of: is empty; give at least one" == str(error.value)
