"""Parameters: numbers of a plan that differ by person or level, such as a commission rate.

The value that applies is the person's own, else that of the level of the person's position,
else the plan's. None of the three is a fault, never a default.
Rates are plain ratios; money is a number in the plan's currency.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import attrs

from accountkit.values.validators import identifier

__all__ = ["Parameter", "PersonalParameters"]


@attrs.frozen(kw_only=True)
class Parameter:
    """A named number that components of the plan refer to."""

    id: str = attrs.field(validator=identifier, metadata={"doc": "the parameter's name"})
    value: Fraction | None = attrs.field(
        default=None, metadata={"doc": "for everybody who has no value of their own or by level"}
    )
    by_level: Mapping[str, Fraction] = attrs.field(
        factory=dict[str, Fraction], metadata={"doc": "for each level of position"}
    )

    def for_level(self, level: str | None) -> Fraction | None:
        """The value that the plan itself gives a person of this level, if it gives one."""
        return self.by_level.get(level, self.value) if level is not None else self.value


@attrs.frozen(kw_only=True)
class PersonalParameters:
    """The values that hold for one person, whatever the plan or the level says."""

    person: str = attrs.field(validator=identifier, metadata={"doc": "whose, by id"})
    values: Mapping[str, Fraction] = attrs.field(metadata={"doc": "value by parameter name"})
