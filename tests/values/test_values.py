"""The front of the package: every name, and nothing heavy."""

from __future__ import annotations

import subprocess
import sys

import pytest

from accountkit import values
from accountkit.values.money import Money


def test_every_name_is_found_on_first_use() -> None:
    """The name is the same object as in its module."""
    for name in values.__all__:
        assert getattr(values, name) is getattr(values, name)
        assert name in dir(values)
    assert Money is values.Money
    with pytest.raises(AttributeError, match="has no attribute 'Monney'"):
        _ = values.Monney  # pyright: ignore[reportAttributeAccessIssue]


def test_importing_values_brings_neither_babel_nor_dateutil() -> None:
    """Reading terms must not cost more than it needs; both are fetched when they are used."""
    program = (
        "import sys; from accountkit.values import Money, Period, Ladder, FiscalCalendar, Text;"
        "print([name for name in ('babel', 'dateutil') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert "[]" == done.stdout.strip()
