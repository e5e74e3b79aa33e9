"""A fault is one sentence."""

from __future__ import annotations

import attrs

from accountkit.plans.faults import Fault
from accountkit.testing.pay import QUARTER

FAULT = Fault(
    person="ana",
    period=QUARTER,
    subject="quota of ana for sales in 2026-Q1",
    problem="is missing",
    remedy="give it",
)


def test_a_fault_is_a_sentence_with_its_clause() -> None:
    """Subject, problem, remedy, and the clause that needed it, if one did."""
    sentence = "quota of ana for sales in 2026-Q1: is missing; give it"
    assert sentence == FAULT.message
    assert f"{sentence} [commission]" == attrs.evolve(FAULT, clause="commission").message
