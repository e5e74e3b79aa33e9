"""Statement data: what JSON has of a statement, from the specimen that was settled by hand."""

from __future__ import annotations

import json

import attrs

from accountkit.documents.statement_data import told_statement
from accountkit.settlement.statements import Outcome
from accountkit.values import Money


def test_lines_are_as_they_have_always_been(settled: Outcome) -> None:
    """Programs that read them need not change."""
    told = told_statement(settled.statement("maria"))

    assert ("maria", "2026-Q1", "PHP", "63500.00") == tuple(
        told[key] for key in ("payee", "period", "currency", "total")
    )
    assert [
        {"component": "commission", "amount": "100000.00", "clause": "sellers:5.1"},
        {"component": "bonus", "amount": "5000.00", "clause": "sellers:5.2"},
    ] == told["lines"]


def test_everything_that_is_paid_is_told(settled: Outcome) -> None:
    """Movements one by one, with their deals; adjustments and differences with their reasons."""
    told = told_statement(settled.statement("maria"))

    assert {
        "kind": "deferred",
        "term": "commission",
        "clause": "sellers:5.1",
        "deal": "d1",
        "pay": "-20000.00",
        "balance": "20000.00",
    } == told["movements"][1]
    assert [
        {
            "id": "a1",
            "amount": "1500.00",
            "reason": "wrong price list in March",
            "author": "Ramon Cruz",
            "date": "2026-04-02",
        }
    ] == told["adjustments"]
    assert [
        {
            "period": "2025-Q4",
            "item": "commission",
            "clause": "sellers:5.1",
            "paid": "40000.00",
            "fresh": "40250.00",
            "amount": "250.00",
            "reason": "late_facts",
        }
    ] == told["differences"]


def test_what_is_not_paid_is_told_apart(settled: Outcome) -> None:
    """Attainments, balances, awards, advice and the summary."""
    told = told_statement(settled.statement("maria"))

    assert {"measure": "sales", "measured": "2000000", "quota": "1600000", "ratio": "1.25"} == (
        told["attainments"][0]
    )
    assert {
        "term": "start-draw",
        "opening": "9000.00",
        "movements": "-4000.00",
        "closing": "5000.00",
    } == told["balances"][3]
    assert ("2026-03-31", "2026-06-30", "PHP 12000.00") == tuple(
        told["awards"][0][key] for key in ("earned_on", "released_on", "taxable_value")
    )
    assert ("probation", True, "people") == tuple(
        told["advice"][0][key] for key in ("recommendation", "lawful", "decided_by")
    )
    assert {
        "earned": "105000.00",
        "capped": "-10000.00",
        "held": "-36500.00",
        "released": "8000.00",
        "taken_back": "-750.00",
        "recovered": "-4000.00",
        "adjusted": "1500.00",
        "differed": "250.00",
        "paid": "63500.00",
    } == told["summary"]


def test_it_is_json(settled: Outcome) -> None:
    """Plain texts, lists and truth values; no number that a reader could round."""
    told = told_statement(settled.statement("maria"))

    assert told == json.loads(json.dumps(told))


def test_what_a_statement_does_not_have_is_left_out(settled: Outcome) -> None:
    """A statement of lines alone has no more keys than it needs."""
    plain = attrs.evolve(
        settled.statement("maria"),
        attainments=(),
        movements=(),
        adjustments=(),
        differences=(),
        balances=(),
        awards=(),
        advice=(),
        total=Money.of("105000.00", "PHP"),
    )

    assert ["payee", "period", "currency", "total", "lines"] == list(told_statement(plain))
