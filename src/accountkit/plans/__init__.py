"""Terms of pay: measures, quotas, components and the plan. Nothing here computes."""

from accountkit.plans.bound import BoundPlan, Payee
from accountkit.plans.components import Axis, Bonus, Commission, Component, Override
from accountkit.plans.conditions import Eligibility, Gate
from accountkit.plans.faults import Fault
from accountkit.plans.measures import ActiveClients, Measure, NewClients, SalesSum
from accountkit.plans.parameters import Parameter
from accountkit.plans.plan import Participants, Plan, WithoutQuota
from accountkit.plans.quotas import Quota

__all__ = [
    "ActiveClients",
    "Axis",
    "Bonus",
    "BoundPlan",
    "Commission",
    "Component",
    "Eligibility",
    "Fault",
    "Gate",
    "Measure",
    "NewClients",
    "Override",
    "Parameter",
    "Participants",
    "Payee",
    "Plan",
    "Quota",
    "SalesSum",
    "WithoutQuota",
]
