"""Parts: the files of a handbook folder, and what each of them may hold.

Every class here is the top level of one file. ``company.yaml`` holds a
``accountkit.handbook.company.Company``, a file in ``roles/`` a role, a role that extends others, or
the choices for a role, a file in ``plans/`` a plan, one in ``postings/`` a posting, one in
``versions/`` a version of a role, ``facts.yaml`` a ``accountkit.handbook.mapping.FactsMapping``,
``payroll.yaml`` a ``accountkit.handbook.payroll.PayrollMapping``.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from accountkit.handbook.acceptances import Acceptances
from accountkit.handbook.company import Company
from accountkit.handbook.mapping import FactsMapping
from accountkit.handbook.payroll import PayrollMapping
from accountkit.plans.measures import Measure
from accountkit.plans.parameters import PersonalParameters
from accountkit.plans.plan import Plan
from accountkit.plans.quotas import Quota
from accountkit.roles.absences import Absence
from accountkit.roles.choices import RoleChoices
from accountkit.roles.inheritance import DerivedRole
from accountkit.roles.organisation import Appointment, Person, Position
from accountkit.roles.parties import Office
from accountkit.roles.postings import Posting
from accountkit.roles.role import Role
from accountkit.roles.signatures import Signature
from accountkit.roles.substitution import SubstitutionOrder
from accountkit.roles.versions import RoleVersion
from accountkit.values.validators import unique_ids

__all__ = [
    "FILES",
    "FOLDERS",
    "Measures",
    "Offices",
    "OrganisationChart",
    "Parameters",
    "Quotas",
    "Signatures",
]


@attrs.frozen(kw_only=True)
class Measures:
    """The file ``measures.yaml``."""

    measures: tuple[Measure, ...] = attrs.field(
        validator=unique_ids, metadata={"doc": "what the company counts"}
    )


@attrs.frozen(kw_only=True)
class Offices:
    """The file ``offices.yaml``: posts and units beyond those of the catalogue."""

    offices: tuple[Office, ...] = attrs.field(
        validator=unique_ids, metadata={"doc": "posts and units that clauses name"}
    )


@attrs.frozen(kw_only=True)
class OrganisationChart:
    """The file ``organisation.yaml``."""

    people: tuple[Person, ...] = attrs.field(
        default=(), validator=unique_ids, metadata={"doc": "everybody who may hold a position"}
    )
    positions: tuple[Position, ...] = attrs.field(
        default=(), validator=unique_ids, metadata={"doc": "the seats and who they report to"}
    )
    appointments: tuple[Appointment, ...] = attrs.field(
        default=(), metadata={"doc": "who held which seat when"}
    )
    absences: tuple[Absence, ...] = attrs.field(
        default=(), metadata={"doc": "who was away when, and why"}
    )
    substitution_orders: tuple[SubstitutionOrder, ...] = attrs.field(
        default=(), validator=unique_ids, metadata={"doc": "who acts for whom, from when to when"}
    )


@attrs.frozen(kw_only=True)
class Parameters:
    """The file ``parameters.yaml``."""

    parameters: tuple[PersonalParameters, ...] = attrs.field(
        metadata={"doc": "numbers that hold for one person"}
    )


@attrs.frozen(kw_only=True)
class Quotas:
    """The file ``quotas.yaml``."""

    quotas: tuple[Quota, ...] = attrs.field(metadata={"doc": "targets by person and period"})


@attrs.frozen(kw_only=True)
class Signatures:
    """The file ``signatures.yaml``."""

    signatures: tuple[Signature, ...] = attrs.field(
        metadata={"doc": "who signed which version, in the order of recording"}
    )


FILES: Mapping[str, type] = {
    "company.yaml": Company,
    "measures.yaml": Measures,
    "offices.yaml": Offices,
    "organisation.yaml": OrganisationChart,
    "parameters.yaml": Parameters,
    "quotas.yaml": Quotas,
    "signatures.yaml": Signatures,
    "facts.yaml": FactsMapping,
    "payroll.yaml": PayrollMapping,
    "acceptances.yaml": Acceptances,
}
"""The class of each file of the folder; all but ``company.yaml`` may be missing."""

FOLDERS: Mapping[str, tuple[type, ...]] = {
    "roles": (Role, DerivedRole, RoleChoices),
    "plans": (Plan,),
    "postings": (Posting,),
    "versions": (RoleVersion,),
}
"""The classes that each file of a subfolder may hold."""
