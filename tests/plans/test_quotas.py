"""Quotas: how much is wanted."""

from __future__ import annotations

from decimal import Decimal

import pytest

from accountkit.errors import TermsError
from accountkit.plans.quotas import Quota
from accountkit.testing.pay import QUARTER


def test_a_quota_below_zero_is_refused() -> None:
    """A target is zero or more; what zero means is for the plan to say."""
    with pytest.raises(TermsError) as error:
        Quota(person="ana", measure="sales", period=QUARTER, target=Decimal(-1))
    assert "target: -1 is below zero; give zero or more" == str(error.value)
    assert (
        Decimal(0) == Quota(person="ana", measure="sales", period=QUARTER, target=Decimal(0)).target
    )
