"""Conditions: when a component of a plan pays at all.

A *gate* asks for an attainment; an *eligibility* asks for a personal parameter. Both are decided
in ``accountkit.engine.pay.earn``. Bounds are plain ratios or numbers, never percents.
"""

from __future__ import annotations

from fractions import Fraction

import attrs

from accountkit.errors import TermsError
from accountkit.values.validators import identifier

__all__ = ["Eligibility", "Gate"]


def _one_bound(subject: str, **bounds: Fraction | None) -> None:
    stated = [name for name, bound in bounds.items() if bound is not None]
    if len(stated) != 1:
        names = " or ".join(bounds)
        found = "has no bound" if not stated else f"has {len(stated)} bounds"
        raise TermsError(subject, found, f"state one of {names}")


@attrs.frozen(kw_only=True)
class Gate:
    """The component pays nothing until the attainment of a measure is reached.

    ``at_least`` lets the exact value through, ``above`` does not.

    Raises:
        TermsError: none or both of the bounds are given.
    """

    attainment_of: str = attrs.field(
        validator=identifier, metadata={"doc": "id of the measure whose attainment is asked"}
    )
    at_least: Fraction | None = attrs.field(
        default=None, metadata={"doc": "lowest attainment that passes, such as 50%"}
    )
    above: Fraction | None = attrs.field(
        default=None, metadata={"doc": "attainment that must be exceeded"}
    )

    def __attrs_post_init__(self) -> None:
        _one_bound("gate", at_least=self.at_least, above=self.above)

    @property
    def bound(self) -> Fraction:
        """The stated bound, whichever it is."""
        bound = self.above if self.at_least is None else self.at_least
        assert bound is not None  # noqa: S101 - the constructor saw to it
        return bound

    def passes(self, attainment: Fraction) -> bool:
        """Whether an attainment gets through."""
        return attainment >= self.bound if self.above is None else attainment > self.bound


@attrs.frozen(kw_only=True)
class Eligibility:
    """The component is for those whose personal parameter is as stated.

    Raises:
        TermsError: none or several of the bounds are given.
    """

    parameter: str = attrs.field(validator=identifier, metadata={"doc": "name of the parameter"})
    equal: Fraction | None = attrs.field(default=None, metadata={"doc": "it is exactly this"})
    at_least: Fraction | None = attrs.field(default=None, metadata={"doc": "it is this or more"})
    above: Fraction | None = attrs.field(default=None, metadata={"doc": "it is more than this"})

    def __attrs_post_init__(self) -> None:
        _one_bound(
            f"eligibility by {self.parameter}",
            equal=self.equal,
            at_least=self.at_least,
            above=self.above,
        )

    def admits(self, value: Fraction) -> bool:
        """Whether a person with this value of the parameter may earn the component."""
        if self.equal is not None:
            return value == self.equal
        if self.at_least is not None:
            return value >= self.at_least
        return self.above is not None and value > self.above
