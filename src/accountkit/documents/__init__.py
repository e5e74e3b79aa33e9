"""Documents: what accountkit puts on paper, as a neutral tree and in formats."""

from accountkit.documents.agenda import duty_agenda
from accountkit.documents.approval import approve
from accountkit.documents.chart import Chart, organisation_chart
from accountkit.documents.comparison import compared_roles, describe_comparison
from accountkit.documents.document import Document
from accountkit.documents.explanation import Depth, explain
from accountkit.documents.fingerprints import fingerprint
from accountkit.documents.job_description import describe
from accountkit.documents.job_posting import Advertisement, advertise
from accountkit.documents.origins import explain_role, origins_of
from accountkit.documents.statement import pay_list, pay_statement
from accountkit.documents.substitution_order import describe_order

__all__ = [
    "Advertisement",
    "Chart",
    "Depth",
    "Document",
    "advertise",
    "approve",
    "compared_roles",
    "describe",
    "describe_comparison",
    "describe_order",
    "duty_agenda",
    "explain",
    "explain_role",
    "fingerprint",
    "organisation_chart",
    "origins_of",
    "pay_list",
    "pay_statement",
]
