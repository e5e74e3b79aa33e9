"""Findings: how they print, and which of them stop a pay run."""

from __future__ import annotations

import pytest

from accountkit.errors import Place, Problems, TermsError
from accountkit.handbook.findings import Findings, Severity, finding

PLACE = Place("plans/a.yaml", 3, 5)


def test_a_finding_reads_like_a_compilers_message() -> None:
    """Place, severity, sentence, rule."""
    found = finding("plans", Severity.WARNING, TermsError("plan a", "is odd", "mend it"), PLACE)

    assert "plans/a.yaml:3:5: warning: plan a: is odd; mend it (plans)" == str(found)


def test_a_problem_that_knows_its_place_keeps_it() -> None:
    """The place of the rule is for problems that have none."""
    problem = TermsError("plan a", "is odd", place=Place("data/a.csv", 9))

    assert "data/a.csv:9:1" == str(finding("plans", Severity.ERROR, problem, PLACE).place)


def test_only_errors_are_raised() -> None:
    """Warnings and notes pass; notes alone are clean."""
    note, warning, error = (
        finding("plans", severity, TermsError("plan a", severity.value), PLACE)
        for severity in (Severity.NOTE, Severity.WARNING, Severity.ERROR)
    )
    Findings((note, warning)).raise_for_errors()

    assert Findings((note,)).is_clean
    assert not Findings((warning,)).is_clean
    with pytest.raises(Problems) as caught:
        Findings((note, warning, error)).raise_for_errors()
    assert "plans/a.yaml:3:5: plan a: error" == str(caught.value)
