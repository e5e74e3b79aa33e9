"""Holdbacks: a share of what was earned that is kept back until a condition is met.

The arithmetic is ``accountkit.settlement.holdbacks``. Money is in the plan's currency.
"""

from __future__ import annotations

from fractions import Fraction

import attrs

from accountkit.errors import TermsError
from accountkit.plans.conditions import Gate
from accountkit.values.validators import at_least, identifier, not_negative

__all__ = ["Holdback", "Release"]


@attrs.frozen(kw_only=True)
class Release:
    """When what was held back is paid.

    What a period held is released in the first period, at the earliest ``after_periods`` later,
    whose ``gate`` it passes; without a gate it is released then in any case. With
    ``forfeited_after_periods`` what is still held after so many periods is forfeited.

    Raises:
        TermsError: it would be forfeited before it can be released.
    """

    after_periods: int = attrs.field(
        default=1, validator=at_least(1), metadata={"doc": "periods later, at the earliest"}
    )
    gate: Gate | None = attrs.field(
        default=None, metadata={"doc": "what must be reached in the period of release"}
    )
    forfeited_after_periods: int | None = attrs.field(
        default=None,
        validator=attrs.validators.optional(at_least(1)),
        metadata={"doc": "periods after which what is still held is forfeited"},
    )

    def __attrs_post_init__(self) -> None:
        last = self.forfeited_after_periods
        if last is not None and last < self.after_periods:
            raise TermsError(
                "release",
                f"is forfeited after {last} periods and released after {self.after_periods}",
                "let it be released first",
                path=("forfeited_after_periods",),
            )


@attrs.frozen(kw_only=True)
class Holdback:
    """A share of what the named components pay in a period is held back.

    Raises:
        TermsError: the share is above one.
    """

    id: str = attrs.field(validator=identifier, metadata={"doc": "the holdback's name"})
    clause: str = attrs.field(
        validator=identifier, metadata={"doc": "id of the plan's clause that states it"}
    )
    share: Fraction = attrs.field(validator=not_negative, metadata={"doc": "such as 10%"})
    components: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "ids of the components; left out: all of them"}
    )
    release: Release = attrs.field(metadata={"doc": "when it is paid"})

    def __attrs_post_init__(self) -> None:
        if self.share > 1:
            raise TermsError(
                f"holdback {self.id}",
                "holds back more than everything",
                "give a share up to 100%",
                path=("share",),
            )
