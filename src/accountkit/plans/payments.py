"""Payment terms: when what a component earned becomes due.

Without payment terms a component is due in the period that earned it. With them its amount is
attributed to the deals behind it and becomes due with their invoices, with the cash collected for
them, or in instalments. What is released never exceeds what was earned, and equals it in the end.
The arithmetic is ``accountkit.settlement.releases``. Months count from each deal's date; of a
component that has no deals of its own, such as a bonus, from the period's last day.
"""

from __future__ import annotations

import enum
from fractions import Fraction

import attrs

from accountkit.errors import TermsError
from accountkit.plans.measures import Event
from accountkit.values.ratios import percent_text
from accountkit.values.validators import at_least, not_negative

__all__ = ["Condition", "Instalment", "Payment"]


class Condition(enum.Enum):
    """What must hold on the day an instalment falls due; if it does not, it is forfeited."""

    NONE = "none"
    """Nothing: it is paid in any case."""

    DEAL_IN_FORCE = "deal_in_force"
    """The deal was not given back or cancelled in full by that day."""

    EMPLOYED = "employed"
    """The person still holds a position of the plan on that day."""


@attrs.frozen(kw_only=True)
class Instalment:
    """One part of what a deal earned, and when it falls due."""

    after_months: int = attrs.field(
        validator=at_least(0), metadata={"doc": "months after the deal's date; 0 is at once"}
    )
    share: Fraction = attrs.field(validator=not_negative, metadata={"doc": "such as 40%"})
    condition: Condition = attrs.field(
        default=Condition.NONE, metadata={"doc": "what must hold on that day"}
    )


@attrs.frozen(kw_only=True)
class Payment:
    """How the amount of a component is released, deal by deal.

    At invoice or cash, a deal's amount is released in proportion to what was invoiced, or
    received, of the deal's amount by the period's end; ``safety_days`` is how long a payment must
    lie before it counts. In instalments it is shared out over them, by largest remainder.

    Raises:
        TermsError: it has both an event and instalments, or neither; shares do not sum to one;
            months do not rise; safety days without cash.
    """

    at: Event | None = attrs.field(
        default=None, metadata={"doc": "invoice, or cash in proportion to what is collected"}
    )
    safety_days: int = attrs.field(
        default=0,
        validator=at_least(0),
        metadata={"doc": "days after a payment before it counts"},
    )
    instalments: tuple[Instalment, ...] = attrs.field(
        default=(), metadata={"doc": "the parts, earliest first"}
    )

    def __attrs_post_init__(self) -> None:
        if (self.at is None) == (not self.instalments):
            found = (
                "does not say when it is due" if self.at is None else "says twice when it is due"
            )
            raise TermsError("payment", found, "state one of at or instalments")
        if self.at is Event.BOOKING:
            raise TermsError(
                "payment",
                "is due at booking, as it is without payment terms",
                "leave the payment terms out",
                path=("at",),
            )
        if self.safety_days and self.at is not Event.CASH:
            raise TermsError(
                "payment",
                "states safety days and does not wait for cash",
                "leave safety_days out, or make it at: cash",
                path=("safety_days",),
            )
        if self.instalments:
            self._check_instalments()

    def _check_instalments(self) -> None:
        total = sum((part.share for part in self.instalments), Fraction(0))
        if total != 1:
            raise TermsError(
                "payment",
                f"instalments sum to {percent_text(total)}",
                "let them sum to 100%",
                path=("instalments",),
            )
        months = [part.after_months for part in self.instalments]
        if months != sorted(set(months)):
            raise TermsError(
                "payment",
                "instalments do not fall due one after the other",
                "list them from the earliest to the latest, each month once",
                path=("instalments",),
            )
