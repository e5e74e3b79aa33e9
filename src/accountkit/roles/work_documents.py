"""Work documents: the papers that a role is governed by, uses, or produces.

The description of the role itself is made in ``accountkit.documents``.
"""

from __future__ import annotations

import enum

import attrs

from accountkit.roles.titles import name_forms
from accountkit.values.texts import Text
from accountkit.values.validators import identifier

__all__ = ["DocumentUse", "WorkDocument"]


class DocumentUse(enum.Enum):
    """What a role does with a paper."""

    GOVERNED_BY = "governed_by"
    USES = "uses"
    PRODUCES = "produces"


@attrs.frozen(kw_only=True)
class WorkDocument:
    """A paper outside the description, which wording names as ``{document id}``."""

    id: str = attrs.field(validator=identifier, metadata={"doc": "the paper's id"})
    title: Text = attrs.field(validator=name_forms, metadata={"doc": "how clauses call it"})
    kind: DocumentUse = attrs.field(metadata={"doc": "governed by, uses or produces"})
    source: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "ids of the source rows it comes from"}
    )
    note: str | None = attrs.field(
        default=None, metadata={"doc": "remark for the people who keep the handbook"}
    )
