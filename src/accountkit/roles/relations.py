"""Relations: how a role stands to the offices it deals with.

A relation names a *party* of the role (``accountkit.roles.parties``), never a person, and the
clause that states it. Which person that is on a day is in ``accountkit.roles.organisation``.
"""

from __future__ import annotations

import enum

import attrs

from accountkit.errors import TermsError
from accountkit.values.validators import identifier

__all__ = ["Relation", "RelationKind", "Transfer"]


class RelationKind(enum.Enum):
    """What the party is to the role."""

    REPORTS_TO = "reports_to"
    APPOINTED_BY = "appointed_by"
    DISMISSED_BY = "dismissed_by"
    ON_PROPOSAL_OF = "on_proposal_of"
    APPROVED_BY = "approved_by"
    CONSULTS = "consults"
    HANDS_WORK_TO = "hands_work_to"
    SUPERVISES = "supervises"
    SUBSTITUTED_BY = "substituted_by"
    QUOTA_SET_BY = "quota_set_by"
    PROPOSES_TO = "proposes_to"
    INFORMS = "informs"
    TAKES_ASSIGNMENTS_FROM = "takes_assignments_from"
    REQUESTS_FROM = "requests_from"
    REQUIRES_CONDITIONS_OF = "requires_conditions_of"
    WORKS_WITH = "works_with"
    REPORTS_RESULTS_TO = "reports_results_to"
    SUPPORTED_BY = "supported_by"
    SERVES = "serves"


class Transfer(enum.Enum):
    """What passes to a substitute."""

    RIGHTS = "rights"
    DUTIES = "duties"
    RESPONSIBILITY = "responsibility"


@attrs.frozen(kw_only=True)
class Relation:
    """That a party stands in one relation to the role.

    Raises:
        TermsError: something passes to a party that is no substitute.
    """

    kind: RelationKind = attrs.field(metadata={"doc": "what the party is to the role"})
    party: str = attrs.field(validator=identifier, metadata={"doc": "id of the role's party"})
    clause: str | None = attrs.field(
        default=None, validator=identifier, metadata={"doc": "id of the clause that states it"}
    )
    transfers: tuple[Transfer, ...] = attrs.field(
        default=(), metadata={"doc": "what passes to a substitute"}
    )
    source: tuple[str, ...] = attrs.field(
        default=(), metadata={"doc": "ids of the source rows it comes from"}
    )
    note: str | None = attrs.field(
        default=None, metadata={"doc": "remark for the people who keep the handbook"}
    )

    def __attrs_post_init__(self) -> None:
        if self.transfers and self.kind is not RelationKind.SUBSTITUTED_BY:
            raise TermsError(
                f"relation {self.kind.value} to {self.party}",
                "passes something on, and the party is no substitute",
                f"leave transfers out, or say kind: {RelationKind.SUBSTITUTED_BY.value}",
                path=("transfers",),
            )
