"""Conditions: when a component of a plan pays at all.

A *gate* asks how far a measure or another component has come; an *eligibility* asks for a
personal parameter. Both are decided in ``accountkit.engine.pay.earn``. Bounds are plain ratios
or numbers, never percents; those on components are amounts in the plan's currency.
"""

from __future__ import annotations

from fractions import Fraction
from functools import cached_property

import attrs

from accountkit.errors import TermsError
from accountkit.plans._bounds import is_within, one_bound, stated_bound
from accountkit.values.validators import identifier

__all__ = ["Eligibility", "Gate"]

_SUBJECTS = ("attainment_of", "value_of", "earned_by")


@attrs.frozen(kw_only=True)
class Gate:
    """Nothing is paid until what the gate asks about lies on the right side of its bound.

    It asks about one of three things: the attainment of a measure (measure ÷ quota), the value of
    a measure itself, or what another component of the plan earned in the period, exactly and
    before rounding. ``at_least`` and ``at_most`` let the exact bound through, ``above`` and
    ``below`` do not.

    Raises:
        TermsError: it asks about nothing or several things, or states no bound or several.
    """

    attainment_of: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "id of the measure whose attainment is asked"},
    )
    value_of: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "id of the measure whose value is asked"},
    )
    earned_by: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "id of the component whose amount is asked"},
    )
    at_least: Fraction | None = attrs.field(
        default=None, metadata={"doc": "lowest value that passes, such as 50%"}
    )
    above: Fraction | None = attrs.field(
        default=None, metadata={"doc": "value that must be exceeded"}
    )
    at_most: Fraction | None = attrs.field(
        default=None, metadata={"doc": "highest value that passes"}
    )
    below: Fraction | None = attrs.field(
        default=None, metadata={"doc": "value that must not be reached"}
    )

    def __attrs_post_init__(self) -> None:
        asked = [name for name in _SUBJECTS if getattr(self, name) is not None]
        if len(asked) != 1:
            found = "asks about nothing" if not asked else f"asks about {' and '.join(asked)}"
            raise TermsError("gate", found, f"state one of {', '.join(_SUBJECTS)}")
        one_bound("gate", self)

    @cached_property
    def bound(self) -> Fraction:
        """The stated bound, whichever it is."""
        return stated_bound(self)[1]

    @cached_property
    def bound_name(self) -> str:
        """Which bound is stated: at_least, above, at_most or below."""
        return stated_bound(self)[0]

    def passes(self, value: Fraction) -> bool:
        """Whether a value gets through."""
        return is_within(self.bound_name, self.bound, value)


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
        bounds = {"equal": self.equal, "at_least": self.at_least, "above": self.above}
        stated = [name for name, bound in bounds.items() if bound is not None]
        if len(stated) != 1:
            found = "has no bound" if not stated else f"has {len(stated)} bounds"
            raise TermsError(
                f"eligibility by {self.parameter}", found, f"state one of {' or '.join(bounds)}"
            )

    def admits(self, value: Fraction) -> bool:
        """Whether a person with this value of the parameter may earn the component."""
        if self.equal is not None:
            return value == self.equal
        if self.at_least is not None:
            return value >= self.at_least
        return self.above is not None and value > self.above
