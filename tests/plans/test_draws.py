"""Advances on pay that is not yet earned."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest

from accountkit.errors import TermsError
from accountkit.plans.draws import Draw, Recovery
from accountkit.values.money import Money

SUM = Money.parse("PHP 1000.00")


@pytest.mark.parametrize(
    "build, message",
    [
        (
            lambda: Draw(id="d", clause="c", amount=SUM, is_recoverable=True),
            "draw d: is recoverable and does not say how; add recovery:",
        ),
        (
            lambda: Draw(id="d", clause="c", amount=SUM, is_recoverable=False, recovery=Recovery()),
            (
                "draw d: is not recoverable and says how it is recovered; leave recovery out, or "
                "make it recoverable"
            ),
        ),
        (
            lambda: Draw(id="d", clause="c", is_recoverable=False),
            "draw d: has no amount; state one of amount or amount_from",
        ),
        (
            lambda: Draw(
                id="d",
                clause="c",
                amount=SUM,
                is_recoverable=False,
                start=date(2026, 2, 1),
                until=date(2026, 1, 31),
            ),
            "draw d: ends on 2026-01-31, before it starts on 2026-02-01; swap the dates",
        ),
        (
            lambda: Recovery(share=Fraction(11, 10)),
            "share: is 110%; give 0% to 100%",
        ),
        (
            lambda: Recovery(most=Money.parse("PHP -1.00")),
            "recovery: takes at most PHP -1.00; give zero or more",
        ),
        (
            lambda: Recovery(start=date(2026, 1, 1), start_after_months=3),
            "recovery: says twice when it starts; state one of start and start_after_months",
        ),
    ],
)
def test_what_does_not_fit_is_refused(build: Callable[[], object], message: str) -> None:
    """Each message says what is wrong and what to write instead."""
    with pytest.raises(TermsError) as error:
        build()
    assert message == str(error.value)


def test_a_draw_is_recovered_whole_unless_it_says_otherwise() -> None:
    """All of the pay above it, without a limit, from the first period on, and never forgiven."""
    silent = Recovery()
    assert (Fraction(1), None, None, None, None) == (
        silent.share,
        silent.most,
        silent.start,
        silent.start_after_months,
        silent.forgiven_after_months,
    )
