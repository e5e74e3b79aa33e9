"""Requirements: the schooling, experience and credentials that a role asks for.

Experience is in whole months. What the holder must know, be able to do and be like has classes of
its own (``accountkit.roles.knowledge`` and its neighbours).
"""

from __future__ import annotations

import enum
from typing import ClassVar

import attrs

from accountkit.errors import TermsError
from accountkit.roles.conditions import Condition, check_conditions_printed
from accountkit.values.clauses import Clause
from accountkit.values.validators import at_least, identifier

__all__ = ["Education", "Qualification", "Requirement", "Strength", "months_of_experience"]


class Education(enum.Enum):
    """The schooling a role asks for, lowest first."""

    NONE = "none"
    SECONDARY = "secondary"
    VOCATIONAL = "vocational"
    HIGHER = "higher"
    """Any finished higher education."""

    BACHELOR = "bachelor"
    MASTER = "master"
    POSTGRADUATE = "postgraduate"


class Strength(enum.Enum):
    """How strongly something is asked for."""

    REQUIRED = "required"
    PREFERRED = "preferred"
    USEFUL = "useful"


def months_of_experience(
    instance: object, field: attrs.Attribute[int | None], value: int | None
) -> None:
    """Refuse fewer than no months; ``None`` passes. Zero says that none is asked for."""
    if value is not None:
        at_least(0)(instance, field, value)


@attrs.frozen(kw_only=True)
class Qualification:
    """Schooling, experience and credential that go together.

    Raises:
        TermsError: it is empty.
    """

    education: Education | None = attrs.field(default=None, metadata={"doc": "the schooling"})
    experience_months: int | None = attrs.field(
        default=None,
        validator=months_of_experience,
        metadata={"doc": "the least experience, in months; 0: none is asked for"},
    )
    credential: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "id of a certificate, licence or course"},
    )

    def __attrs_post_init__(self) -> None:
        if self.education is None and self.experience_months is None and self.credential is None:
            raise TermsError(
                "qualification", "asks for nothing", "give education, experience or a credential"
            )


@attrs.frozen(kw_only=True)
class Requirement(Clause):
    """What somebody must bring to be given the role.

    ``education``, ``experience_months`` and ``credential`` are asked for together;
    each of ``alternatives`` is enough instead of them.

    Raises:
        TermsError: it asks for nothing, or wording and data name different conditions.
    """

    KIND: ClassVar[str] = "requirement"

    education: Education | None = attrs.field(default=None, metadata={"doc": "the schooling"})
    experience_months: int | None = attrs.field(
        default=None,
        validator=months_of_experience,
        metadata={"doc": "the least experience, in months; 0: none is asked for"},
    )
    credential: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "id of a certificate, licence or course"},
    )
    alternatives: tuple[Qualification, ...] = attrs.field(
        default=(), metadata={"doc": "what is enough instead"}
    )
    strength: Strength = attrs.field(
        default=Strength.REQUIRED, metadata={"doc": "required, preferred or useful"}
    )
    condition: Condition = attrs.field(
        default=Condition.OWN, metadata={"doc": "when it is asked for"}
    )

    def __attrs_post_init__(self) -> None:
        if self.education is None and self.experience_months is None and self.credential is None:
            raise TermsError(
                f"requirement {self.id}",
                "asks for nothing",
                "give education, experience_months or credential, or make it a provision",
            )
        check_conditions_printed(self.id, self.text, [self.condition])
