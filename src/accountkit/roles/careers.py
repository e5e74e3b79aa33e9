"""Careers: which role may follow on a role, and what it takes."""

from __future__ import annotations

import attrs

from accountkit.roles.requirements import months_of_experience
from accountkit.values.texts import Text
from accountkit.values.validators import identifier

__all__ = ["CareerStep"]


@attrs.frozen(kw_only=True)
class CareerStep:
    """A step from the role to another one, or to a credential on the way."""

    id: str = attrs.field(validator=identifier, metadata={"doc": "the step's id"})
    text: Text = attrs.field(metadata={"doc": "what a document says of the step"})
    to: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "id of the role it leads to; left out: no role of its own"},
    )
    experience_months: int | None = attrs.field(
        default=None,
        validator=months_of_experience,
        metadata={"doc": "the experience it takes, in months"},
    )
    source: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "ids of the source rows it comes from"}
    )
    note: str | None = attrs.field(
        default=None, metadata={"doc": "remark for the people who keep the handbook"}
    )
