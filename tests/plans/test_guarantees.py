"""The least that somebody is paid for a while."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from accountkit.errors import TermsError
from accountkit.plans.guarantees import Guarantee, MinimumPay, While
from accountkit.values.money import Money

SUM = Money.parse("PHP 1000.00")
HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    "build, message",
    [
        (
            lambda: Guarantee(id="g", clause="c", holds=While.ALWAYS),
            "guarantee g: has no amount; state one of amount or amount_from",
        ),
        (
            lambda: Guarantee(
                id="g",
                clause="c",
                holds=While.ALWAYS,
                amount=SUM,
                share_of_average=HALF,
                average_periods=3,
            ),
            "guarantee g: states a sum and a share of the average; state one of them",
        ),
        (
            lambda: Guarantee(id="g", clause="c", holds=While.ALWAYS, share_of_average=HALF),
            (
                "guarantee g: needs share_of_average and average_periods together; state both, "
                "or neither"
            ),
        ),
        (
            lambda: Guarantee(id="g", clause="c", holds=While.TENURE, amount=SUM),
            (
                "guarantee g: needs tenure_months where it holds in the first months, and only "
                "there; state holds: tenure and tenure_months together"
            ),
        ),
        (
            lambda: Guarantee(
                id="g", clause="c", holds=While.ALWAYS, amount=SUM, absence_kinds=("leave",)
            ),
            (
                "guarantee g: needs absence_kinds where it holds during absence, and only there; "
                "state holds: absence and absence_kinds together"
            ),
        ),
        (
            lambda: MinimumPay(clause="c"),
            "minimum pay: has no amount; state one of amount or amount_from",
        ),
        (
            lambda: MinimumPay(clause="c", amount=Money.parse("PHP -1.00")),
            "minimum pay: pays PHP -1.00, less than nothing; give zero or more",
        ),
    ],
)
def test_what_does_not_fit_is_refused(build: Callable[[], object], message: str) -> None:
    """Each message says what is wrong and what to write instead."""
    with pytest.raises(TermsError) as error:
        build()
    assert message == str(error.value)
