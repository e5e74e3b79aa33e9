"""Definitions of what is counted: no field has a hidden default."""

from __future__ import annotations

from typing import Any

import attrs
import pytest

from accountkit.errors import TermsError
from accountkit.plans.measures import ActiveClients, NewClients, SalesSum
from accountkit.testing.pay import MEASURES


@pytest.mark.parametrize("kind", [ActiveClients, NewClients, SalesSum])
def test_a_definition_has_no_hidden_default(kind: Any) -> None:
    """What companies define differently is stated, or the measure does not load."""
    assert all(field.default is attrs.NOTHING for field in attrs.fields(kind))


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
