"""Layouts: profiles of how pages are set."""

from __future__ import annotations

import attrs
import pytest

from accountkit.documents.layouts import PLAIN_LAYOUT, layout_for
from accountkit.errors import UsageError


def test_a_layout_goes_by_its_id() -> None:
    """The nearest id is offered for one that nobody knows."""
    assert "gost-r-7.0.97-2025" == layout_for("gost-r-7.0.97-2025").id
    with pytest.raises(UsageError, match="layout plane: does not exist; did you mean plain\\?"):
        layout_for("plane")


def test_a_page_number_stands_where_one_can() -> None:
    """A layout of one's own is checked before any page is set."""
    with pytest.raises(UsageError) as refused:
        attrs.evolve(PLAIN_LAYOUT, page_number="top")

    assert (
        'layout plain: no page number can stand at "top"; write top-centre or bottom-centre'
    ) == str(refused.value)
