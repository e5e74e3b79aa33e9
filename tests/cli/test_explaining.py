"""Explaining pay, as a shell runs it, on the tutorial's company."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path


def explain(handbook: Path, person: str, *arguments: str) -> str:
    """What is printed of the first quarter of 2026."""
    command = (sys.executable, "-m", "accountkit", "explain", handbook, person)
    done = subprocess.run(
        [*map(str, command), "--period", "2026-Q1", *arguments],
        check=False,
        capture_output=True,
        encoding="utf-8",
    )
    assert (0, "") == (done.returncode, done.stderr)
    return done.stdout


def test_why_it_is_not_more(bulaklak: Path) -> None:
    """60% of 250,000.00 are 150,000.00, and Nilo sold 135,500.00."""
    told = "the gate opens at ₱150,000.00 (sales); counted: ₱135,500.00, missing: ₱14,500.00."

    assert told in explain(bulaklak, "nilo", "--more")
    assert told not in explain(bulaklak, "nilo")


def test_why_it_is_not_more_for_programs(bulaklak: Path) -> None:
    """For each line with its period, beside the statements."""
    found = json.loads(explain(bulaklak, "nilo", "--more", "--json"))["more"]

    assert [
        {
            "period": "2026-Q1",
            "component": "commission",
            "kind": "missed_gate",
            "bound": "0.6",
            "reach": {
                "measure": "sales",
                "counted": {"amount": "PHP 135500"},
                "needed": {"amount": "PHP 150000"},
                "missing": {"amount": "PHP 14500"},
            },
        }
    ] == found


def test_the_depths(bulaklak: Path) -> None:
    """Lines without arithmetic, steps unless told, deals as --deals has always named them."""
    lines, steps, deals = (
        explain(bulaklak, "lea", "--depth", depth) for depth in ("lines", "steps", "deals")
    )

    assert "–" not in lines
    assert steps == explain(bulaklak, "lea")
    assert "– Deals: A-101, A-103, A-105, A-106." in deals.splitlines()
    assert deals == explain(bulaklak, "lea", "--deals")
