"""Amortisation: over how many months the cost of obtaining a contract is spread in the books.

A commission that would not have been paid without the contract is an asset, and becomes expense
over the months in which the contract brings its benefit. It changes nothing of what a person is
paid. Terms only: the arithmetic is ``accountkit.settlement.amortisation``.
"""

from __future__ import annotations

import attrs

from accountkit.values.validators import at_least

__all__ = ["AmortisationRule"]


@attrs.frozen(kw_only=True)
class AmortisationRule:
    """How long the cost of a contract is spread, in a straight line.

    Units:
        Whole months from the month of the contract on. With ``expedient_months`` a cost that would
        be spread over no more months than these is expensed at once.

    Source:
        ASC 340-40-35-1 and IFRS 15.99 (straight line over the benefit); ASC 340-40-25-4 and
        IFRS 15.94 (practical expedient, one year or less). Neither has a default here.
    """

    months: int = attrs.field(
        validator=at_least(1), metadata={"doc": "months over which the contract brings benefit"}
    )
    expedient_months: int | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(at_least(1)),
        metadata={"doc": "months up to which it is expensed at once; left out: never"},
    )

    @property
    def is_expensed_at_once(self) -> bool:
        """Whether the practical expedient applies."""
        return self.expedient_months is not None and self.months <= self.expedient_months
