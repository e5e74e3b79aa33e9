"""Requirements: the schooling and experience that a role asks for.

Experience is in whole months. What the holder must know and be guided by is an ordinary
provision of the role.
"""

from __future__ import annotations

import enum
from typing import ClassVar

import attrs

from accountkit.errors import TermsError
from accountkit.values.clauses import Clause
from accountkit.values.validators import at_least

__all__ = ["Education", "Requirement", "Strength"]


class Education(enum.Enum):
    """The schooling a role asks for."""

    NONE = "none"
    SECONDARY = "secondary"
    VOCATIONAL = "vocational"
    HIGHER = "higher"


class Strength(enum.Enum):
    """How strongly something is asked for."""

    REQUIRED = "required"
    PREFERRED = "preferred"


def _months(instance: object, field: attrs.Attribute[int | None], value: int | None) -> None:
    """Refuse fewer than one month; ``None`` passes."""
    if value is not None:
        at_least(1)(instance, field, value)


@attrs.frozen(kw_only=True)
class Requirement(Clause):
    """What somebody must bring to be given the role.

    Raises:
        TermsError: it asks for nothing.
    """

    KIND: ClassVar[str] = "requirement"

    education: Education | None = attrs.field(default=None, metadata={"doc": "the schooling"})
    experience_months: int | None = attrs.field(
        default=None, validator=_months, metadata={"doc": "the least experience, in months"}
    )
    strength: Strength = attrs.field(
        default=Strength.REQUIRED, metadata={"doc": "required or preferred"}
    )

    def __attrs_post_init__(self) -> None:
        if self.education is None and self.experience_months is None:
            raise TermsError(
                f"requirement {self.id}",
                "asks for nothing",
                "give education or experience_months, or make it a provision",
            )
