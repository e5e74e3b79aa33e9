"""A small company on disk, to be edited by the tests of the handbook."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from accountkit.handbook import Handbook, Severity

FILES = {
    "company.yaml": """
id: tala
name: Tala Trading
currency: PHP
jurisdiction: neutral
languages: [en]
calendar: {kind: fiscal}
""",
    "measures.yaml": "measures: [{kind: sales_sum, id: sales, title: {en: sales}}]\n",
    "organisation.yaml": """
people:
  - {id: ana, name: Ana}
  - {id: ben, name: Ben}
positions:
  - {id: head, role: seller}
  - {id: north, role: seller, level: junior, reports_to: head}
appointments:
  - {person: ben, position: head, start: 2025-01-01}
  - {person: ana, position: north, start: 2025-01-01}
""",
    "roles/seller.yaml": """
id: seller
title: {en: {bare: seller, indefinite: a seller}}
sections:
  - kind: duties
    id: duties
    title: {en: Duties}
    clauses: [{id: sell, text: {en: Sells.}}]
""",
    "plans/sales.yaml": """
id: sales
title: {en: Sales}
currency: PHP
period: quarter
start: 2026-01-01
until: 2026-12-31
roles: [seller]
participants: appointed
parameters: [{id: rate, by_level: {junior: 1%}, value: 2%}]
clauses: [{id: commission, text: {en: A share of sales.}}]
components:
  - kind: commission
    id: commission
    clause: commission
    measure: sales
    over: amount
    times: rate
    ladder: {shape: sliced, bands: [{from: 0, rate: 1}]}
""",
}

Company = Callable[..., Path]


@pytest.fixture
def company(tmp_path: Path) -> Company:
    """Writes the company, with some files instead of its own (``__`` stands for ``/``)."""

    def write(**files: str) -> Path:
        named = {f"{name.replace('__', '/')}.yaml": text for name, text in files.items()}
        for name, text in {**FILES, **named}.items():
            file = tmp_path / "tala" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text.lstrip("\n"), encoding="utf-8")
        return tmp_path / "tala"

    return write


@pytest.fixture
def texts() -> Mapping[str, str]:
    """The files of the company as they are, by name."""
    return FILES


@pytest.fixture
def findings(company: Company) -> Callable[..., list[str]]:
    """The errors and warnings found in the company with some files instead of its own."""

    def found(**files: str) -> list[str]:
        return [
            str(item)
            for item in Handbook.load(company(**files)).check().findings
            if item.severity is not Severity.NOTE
        ]

    return found


@pytest.fixture
def notes(company: Company) -> Callable[..., list[str]]:
    """The notes on the company with some files instead of its own."""

    def found(**files: str) -> list[str]:
        return [
            str(item)
            for item in Handbook.load(company(**files)).check().findings
            if item.severity is Severity.NOTE
        ]

    return found
