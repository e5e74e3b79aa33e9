"""When what was earned becomes due."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

import pytest

from accountkit.errors import TermsError
from accountkit.plans.measures import Event
from accountkit.plans.payments import Condition, Instalment, Payment

HALF = Fraction(1, 2)


@pytest.mark.parametrize(
    "build, message",
    [
        (
            Payment,
            "payment: does not say when it is due; state one of at or instalments",
        ),
        (
            lambda: Payment(
                at=Event.CASH, instalments=(Instalment(after_months=0, share=Fraction(1)),)
            ),
            "payment: says twice when it is due; state one of at or instalments",
        ),
        (
            lambda: Payment(at=Event.BOOKING),
            (
                "payment: is due at booking, as it is without payment terms; leave the payment "
                "terms out"
            ),
        ),
        (
            lambda: Payment(at=Event.INVOICE, safety_days=30),
            (
                "payment: states safety days and does not wait for cash; leave safety_days out, "
                "or make it at: cash"
            ),
        ),
        (
            lambda: Payment(instalments=(Instalment(after_months=0, share=HALF),)),
            "payment: instalments sum to 50%; let them sum to 100%",
        ),
        (
            lambda: Payment(
                instalments=(
                    Instalment(after_months=6, share=HALF),
                    Instalment(after_months=0, share=HALF),
                )
            ),
            (
                "payment: instalments do not fall due one after the other; list them from the "
                "earliest to the latest, each month once"
            ),
        ),
        (
            lambda: Payment(
                instalments=(
                    Instalment(after_months=6, share=HALF),
                    Instalment(after_months=6, share=HALF),
                )
            ),
            (
                "payment: instalments do not fall due one after the other; list them from the "
                "earliest to the latest, each month once"
            ),
        ),
    ],
)
def test_what_does_not_fit_is_refused(build: Callable[[], object], message: str) -> None:
    """Each message says what is wrong and what to write instead."""
    with pytest.raises(TermsError) as error:
        build()
    assert message == str(error.value)


def test_an_instalment_has_no_condition_unless_it_says_so() -> None:
    """Thirds are exact: three of them are the whole."""
    thirds = tuple(Instalment(after_months=n, share=Fraction(1, 3)) for n in (0, 6, 12))
    payment = Payment(instalments=thirds)
    assert {Condition.NONE} == {part.condition for part in payment.instalments}
