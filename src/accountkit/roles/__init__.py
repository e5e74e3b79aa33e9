"""Terms of a role: what the work is, what its holder must and may do, and where it sits."""

from accountkit.roles.conditions import Condition
from accountkit.roles.description import (
    GrantedLimit,
    PartyChoice,
    PlanTitle,
    RoleChoices,
    RoleInCompany,
)
from accountkit.roles.duties import ConditionalPart, Duty
from accountkit.roles.laws import Jurisdiction, Law
from accountkit.roles.organisation import (
    Appointment,
    Organisation,
    Person,
    Position,
    ReportingLine,
    Seat,
)
from accountkit.roles.parties import Office, OfficeKind, Party
from accountkit.roles.requirements import Education, Requirement, Strength
from accountkit.roles.responsibilities import Bound, Responsibility
from accountkit.roles.rights import Act, Limit, LimitPer, LimitUnit, Right, Scope
from accountkit.roles.role import Approval, Role
from accountkit.roles.sections import (
    DutySection,
    GeneralSection,
    Provision,
    ResponsibilitySection,
    RightSection,
    Section,
)
from accountkit.roles.targets import Target, TargetUnit
from accountkit.roles.titles import Loan

__all__ = [
    "Act",
    "Appointment",
    "Approval",
    "Bound",
    "Condition",
    "ConditionalPart",
    "Duty",
    "DutySection",
    "Education",
    "GeneralSection",
    "GrantedLimit",
    "Jurisdiction",
    "Law",
    "Limit",
    "LimitPer",
    "LimitUnit",
    "Loan",
    "Office",
    "OfficeKind",
    "Organisation",
    "Party",
    "PartyChoice",
    "Person",
    "PlanTitle",
    "Position",
    "Provision",
    "ReportingLine",
    "Requirement",
    "Responsibility",
    "ResponsibilitySection",
    "Right",
    "RightSection",
    "Role",
    "RoleChoices",
    "RoleInCompany",
    "Scope",
    "Seat",
    "Section",
    "Strength",
    "Target",
    "TargetUnit",
]
