"""The handbook: a company's folder of YAML, read, checked and written back.

Messages name file, line and column. The format is the typed terms themselves
(``accountkit.handbook.conversion``); ``accountkit schema`` prints it as JSON Schema.
"""

from accountkit.handbook.catalogue import (
    catalogue_jurisdiction,
    catalogue_offices,
    catalogue_role,
)
from accountkit.handbook.checks import RULES, Rule
from accountkit.handbook.findings import Finding, Findings, Severity
from accountkit.handbook.handbook import Handbook
from accountkit.handbook.translations import Translation

__all__ = [
    "RULES",
    "Finding",
    "Findings",
    "Handbook",
    "Rule",
    "Severity",
    "Translation",
    "catalogue_jurisdiction",
    "catalogue_offices",
    "catalogue_role",
]
