"""Definitions of what is counted: no field has a hidden default."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import attrs
import pytest

from accountkit.errors import TermsError
from accountkit.plans.measures import (
    ActiveClients,
    Contacts,
    FulfilmentShare,
    NewClients,
    OverdueReceivables,
    Quotient,
    SalesSum,
    UnitSum,
    WeightedSum,
    Weighting,
    measures_within,
)
from accountkit.testing.pay import MEASURES
from accountkit.values.calendars import PeriodKind
from accountkit.values.texts import Text


@pytest.mark.parametrize(
    "kind, definition",
    [
        (ActiveClients, ("window_months", "least_sales", "least_amount")),
        (NewClients, ("quiet_months", "least_amount")),
        (OverdueReceivables, ("grace_days",)),
        (Contacts, ("kinds",)),
        (FulfilmentShare, ("duties",)),
    ],
)
def test_a_definition_has_no_hidden_default(kind: Any, definition: tuple[str, ...]) -> None:
    """What companies define differently is stated, or the measure does not load."""
    fields = attrs.fields_dict(kind)
    assert all(fields[name].default is attrs.NOTHING for name in definition)


TITLE = Text.of(en="it")


@pytest.mark.parametrize(
    "kind, fields, message",
    [
        (
            SalesSum,
            {"to_date": PeriodKind.YEAR, "rolling_months": 3},
            "measure m: is both to date and rolling; state one of to_date and rolling_months",
        ),
        (
            UnitSum,
            {"rolling_months": 0},
            "rolling_months: 0 is less than 1; give a number from 1 up",
        ),
        (
            OverdueReceivables,
            {"grace_days": -1},
            "grace_days: -1 is less than 0; give a number from 0 up",
        ),
        (Contacts, {"kinds": ()}, "kinds: is empty; give at least one"),
        (FulfilmentShare, {"duties": ()}, "duties: is empty; give at least one"),
        (WeightedSum, {"of": ()}, "of: is empty; give at least one"),
        (
            Quotient,
            {"dividend": "a b", "divisor": "c"},
            (
                'dividend: "a b" holds a space; use letters a to z, digits, "-", "_" and ".",'
                " at most 100 of them"
            ),
        ),
    ],
)
def test_a_measure_that_is_not_sound(kind: Any, fields: dict[str, Any], message: str) -> None:
    """Each says what is wrong and what to write."""
    with pytest.raises(TermsError) as error:
        kind(id="m", title=TITLE, **fields)
    assert message == str(error.value)


def test_what_a_measure_is_made_of() -> None:
    """A weighted sum of its parts, a quotient of two; the others count facts themselves."""
    weights = (
        Weighting(measure="b", weight=Fraction(2)),
        Weighting(measure="a", weight=Fraction(1)),
    )
    assert ["b", "a"] == list(measures_within(WeightedSum(id="m", title=TITLE, of=weights)))
    assert ["x", "y"] == list(
        measures_within(Quotient(id="m", title=TITLE, dividend="x", divisor="y"))
    )
    assert [] == list(measures_within(MEASURES["sales"]))


@pytest.mark.parametrize(
    "measure, field",
    [("active", "window_months"), ("active", "least_sales"), ("new", "quiet_months")],
)
def test_windows_and_counts_start_at_one(measure: str, field: str) -> None:
    """No month and no sale define nothing."""
    what: Any = MEASURES[measure]
    with pytest.raises(TermsError) as error:
        attrs.evolve(what, **{field: 0})
    assert f"{field}: 0 is less than 1; give a number from 1 up" == str(error.value)


def test_sales_are_money_and_clients_are_counted() -> None:
    """The unit of a measure is known from its kind."""
    assert {"sales": True, "active": False, "new": False} == {
        name: measure.IS_MONEY for name, measure in MEASURES.items()
    }
