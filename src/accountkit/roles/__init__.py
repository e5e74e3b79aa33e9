"""Terms of a role: what the work is, what its holder must and may do, and where it sits."""

from accountkit.roles.absences import Absence, AbsenceKind
from accountkit.roles.acting import Acting, Superior
from accountkit.roles.careers import CareerStep
from accountkit.roles.choices import (
    ApprovalOrder,
    GrantedLimit,
    PartyChoice,
    PlanTitle,
    RoleChoices,
)
from accountkit.roles.codes import CodeScheme, OccupationCode
from accountkit.roles.comparison import (
    ChangeKind,
    FieldChange,
    ItemChange,
    Nature,
    RoleComparison,
    compare,
)
from accountkit.roles.conditions import Condition
from accountkit.roles.description import RoleInCompany
from accountkit.roles.duties import ConditionalPart, Duty
from accountkit.roles.heads import RoleHead, StaffCategory
from accountkit.roles.inheritance import (
    Addition,
    DerivedRole,
    Layer,
    Removal,
    Rewording,
    RoleChanges,
    Stage,
)
from accountkit.roles.knowledge import Knowledge
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
from accountkit.roles.pay_mechanisms import PayKind, PayMechanism
from accountkit.roles.postings import EmploymentType, PayUnit, PostedPay, Posting, WorkPlace
from accountkit.roles.printed_texts import PartKind, PrintedText, TextPart, TextRun
from accountkit.roles.qualities import PrintedQuality, Quality, QualityNature
from accountkit.roles.recurrences import Grace, Recurrence, RecurrenceChoice
from accountkit.roles.relations import Relation, RelationKind, Transfer
from accountkit.roles.requirements import Education, Qualification, Requirement, Strength
from accountkit.roles.resolution import Deed, DeedKind, ResolvedRole, resolve
from accountkit.roles.responsibilities import Bound, Responsibility
from accountkit.roles.rights import Act, Limit, LimitPer, LimitUnit, Right, Scope
from accountkit.roles.role import Approval, Role
from accountkit.roles.role_terms import RoleTerms, same_terms, terms_of
from accountkit.roles.sections import (
    ConditionSection,
    DutySection,
    GeneralSection,
    Provision,
    QualificationSection,
    ResponsibilitySection,
    RightSection,
    RoleClause,
    Section,
)
from accountkit.roles.signatures import Signature, SignatureKind
from accountkit.roles.skills import Skill
from accountkit.roles.substitution import SubstitutionMode, SubstitutionOrder
from accountkit.roles.targets import Target, TargetUnit
from accountkit.roles.tenures import BoundDuties, Tenure
from accountkit.roles.titles import Loan
from accountkit.roles.version_history import VersionHistory
from accountkit.roles.version_register import VersionRegister
from accountkit.roles.versions import RoleVersion, VersionState
from accountkit.roles.work_documents import DocumentUse, WorkDocument
from accountkit.roles.working_conditions import ConditionNature, WorkingCondition

__all__ = [
    "Absence",
    "AbsenceKind",
    "Act",
    "Acting",
    "Addition",
    "Appointment",
    "Approval",
    "ApprovalOrder",
    "Bound",
    "BoundDuties",
    "CareerStep",
    "ChangeKind",
    "CodeScheme",
    "Condition",
    "ConditionNature",
    "ConditionSection",
    "ConditionalPart",
    "Deed",
    "DeedKind",
    "DerivedRole",
    "DocumentUse",
    "Duty",
    "DutySection",
    "Education",
    "EmploymentType",
    "FieldChange",
    "GeneralSection",
    "Grace",
    "GrantedLimit",
    "ItemChange",
    "Jurisdiction",
    "Knowledge",
    "Law",
    "Layer",
    "Limit",
    "LimitPer",
    "LimitUnit",
    "Loan",
    "Nature",
    "OccupationCode",
    "Office",
    "OfficeKind",
    "Organisation",
    "PartKind",
    "Party",
    "PartyChoice",
    "PayKind",
    "PayMechanism",
    "PayUnit",
    "Person",
    "PlanTitle",
    "Position",
    "PostedPay",
    "Posting",
    "PrintedQuality",
    "PrintedText",
    "Provision",
    "Qualification",
    "QualificationSection",
    "Quality",
    "QualityNature",
    "Recurrence",
    "RecurrenceChoice",
    "Relation",
    "RelationKind",
    "Removal",
    "ReportingLine",
    "Requirement",
    "ResolvedRole",
    "Responsibility",
    "ResponsibilitySection",
    "Rewording",
    "Right",
    "RightSection",
    "Role",
    "RoleChanges",
    "RoleChoices",
    "RoleClause",
    "RoleComparison",
    "RoleHead",
    "RoleInCompany",
    "RoleTerms",
    "RoleVersion",
    "Scope",
    "Seat",
    "Section",
    "Signature",
    "SignatureKind",
    "Skill",
    "StaffCategory",
    "Stage",
    "Strength",
    "SubstitutionMode",
    "SubstitutionOrder",
    "Superior",
    "Target",
    "TargetUnit",
    "Tenure",
    "TextPart",
    "TextRun",
    "Transfer",
    "VersionHistory",
    "VersionRegister",
    "VersionState",
    "WorkDocument",
    "WorkPlace",
    "WorkingCondition",
    "compare",
    "resolve",
    "same_terms",
    "terms_of",
]
