"""The handbook as its readers ask it: roles, periods, data and pay."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from accountkit.errors import InputError, UnknownNameError, UsageError
from accountkit.handbook import Handbook
from accountkit.values import Period

EXAMPLES = Path(__file__).parents[2] / "examples"
HABAGAT = EXAMPLES / "habagat"
Company = Callable[..., Path]


def test_a_role_that_nobody_wrote() -> None:
    """The nearest one is named."""
    with pytest.raises(UnknownNameError, match=r"did you mean head-of-sales\?"):
        Handbook.load(HABAGAT).role("head-of-sale")


def test_roles_written_and_adopted() -> None:
    """Own roles come before those of the catalogue that the company settled."""
    assert (
        "commercial-director",
        "general-director",
        "head-of-sales",
        "key-account-manager",
    ) == Handbook.load(HABAGAT).role_ids


def test_periods() -> None:
    """A label is one period, a range all that the plans are reckoned in."""
    handbook = Handbook.load(HABAGAT)

    assert (Period.quarter(2026, 1),) == handbook.periods("2026-Q1")
    assert tuple(Period.quarter(2026, q) for q in (1, 2, 3)) == handbook.periods("2026-Q1..2026-Q3")
    assert (Period.quarter(2026, 1),) == handbook.periods("2026-01..2026-03")


@pytest.mark.parametrize("text", ["2026-Q5", "2026-Q2..2026-Q1", "2026-01..2026-02", "soon", ""])
def test_a_period_that_is_none(text: str) -> None:
    """Nothing is guessed."""
    with pytest.raises(InputError):
        Handbook.load(HABAGAT).periods(text)


def test_a_period_without_a_plan() -> None:
    """The message says when the plans run."""
    with pytest.raises(UsageError, match=r"2025-Q1: is not a period of any plan; account-manager"):
        Handbook.load(HABAGAT).bind(Period.quarter(2025, 1))
    with pytest.raises(UsageError, match=r"2026-01: is not a period of any plan"):
        Handbook.load(HABAGAT).bind(Period.month(2026, 1))


def test_data_that_nobody_named() -> None:
    """AdventureWorks leaves its data folder open; the message says how to name it."""
    handbook = Handbook.load(EXAMPLES / "adventureworks")

    assert handbook.data_folder is None
    with pytest.raises(UsageError, match="name the data folder"):
        handbook.facts()


def test_the_folder_named_on_the_run_comes_first(tmp_path: Path) -> None:
    """``--data`` overrules the mapping."""
    assert tmp_path == Handbook.load(HABAGAT, tmp_path).data_folder
    assert HABAGAT / "data" == Handbook.load(HABAGAT).data_folder


def test_handbooks_are_equal_when_they_say_the_same(company: Company) -> None:
    """Wherever they stand and in whatever order roles and plans were given."""
    folder = company()
    one = Handbook.load(folder)
    other = Handbook.load(folder, folder)

    assert one == other
    assert one != Handbook.load(HABAGAT)


def test_a_company_without_tables_has_no_facts(company: Company) -> None:
    """Quotas and deals may come from Python alone."""
    assert () == Handbook.load(company()).facts().deals
