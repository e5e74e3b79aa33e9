"""Imports: draft roles made of published occupations, from files that somebody downloaded.

``read_onet`` and ``read_esco`` read a release of a classification; ``draft_from_onet`` and
``draft_from_esco`` make a role of one of its occupations. Nothing of a classification comes with
accountkit. What an import cannot settle comes with the draft as typed doubts, and the words that
the licence asks for are a clause of it.
"""

from accountkit.handbook.imports.doubts import Doubt, DoubtKind, SourceRow
from accountkit.handbook.imports.esco import EscoClassification, read_esco
from accountkit.handbook.imports.esco_draft import draft_from_esco
from accountkit.handbook.imports.imported import ImportedRole
from accountkit.handbook.imports.onet import OnetDatabase, read_onet
from accountkit.handbook.imports.onet_draft import draft_from_onet

__all__ = [
    "Doubt",
    "DoubtKind",
    "EscoClassification",
    "ImportedRole",
    "OnetDatabase",
    "SourceRow",
    "draft_from_esco",
    "draft_from_onet",
    "read_esco",
    "read_onet",
]
