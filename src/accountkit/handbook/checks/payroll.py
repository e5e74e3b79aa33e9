"""Rules about the hand-over to payroll: that the columns hold what plans pay."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from accountkit.handbook.checks._common import error, unknown
from accountkit.handbook.findings import Finding

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook

__all__ = ["payroll"]

_FILE = "payroll.yaml"


def payroll(handbook: Handbook) -> Iterator[Finding]:
    """Columns of payroll.yaml name components that a plan has."""
    known = dict.fromkeys(part.id for plan in handbook.plans for part in plan.components)
    columns = handbook.payroll.columns if handbook.payroll else ()
    for position, column in enumerate(columns):
        if column.component is not None and column.component not in known:
            problem = unknown(f"column {column.header}", "component", column.component, known)
            place = handbook.origin.places.at(_FILE, "columns", position, "component")
            yield error("payroll", problem, place)
