"""The deals that are known."""

from __future__ import annotations

from datetime import date

import attrs
import pytest

from accountkit.errors import InputError
from accountkit.facts import Client, Deal, DealKind, Facts
from accountkit.testing.pay import QUARTER, some_facts
from accountkit.values.periods import Period

ROWS = (
    "ana 2026-04-01 3.00 acme",
    "ana 2026-01-01 1.00 bolt",
    "ben 2026-03-31 2.00 acme",
    "ana 2026-03-31 -2.00",
    "ana 2025-12-31 5.00 bolt",
)


def ids(deals: tuple[Deal, ...]) -> list[str]:
    """The deals by id."""
    return [deal.id for deal in deals]


def test_deals_are_in_order_of_date_and_id() -> None:
    """However they are given; two of one day by their ids."""
    known = some_facts(*ROWS)
    assert ["d5", "d2", "d3", "d4", "d1"] == ids(known.deals)
    assert known == Facts(reversed(known.deals))
    assert hash(known) == hash(Facts(reversed(known.deals)))


def test_the_deals_of_a_period_include_its_last_day() -> None:
    """And neither the day before its first nor the day after."""
    assert ["d2", "d3", "d4"] == ids(some_facts(*ROWS).dated(QUARTER))


def test_deals_are_known_by_client() -> None:
    """Earliest first; a deal without a client is nobody's."""
    by_client = some_facts(*ROWS).by_client
    assert {"acme": ["d3", "d1"], "bolt": ["d5", "d2"]} == {
        client: ids(deals) for client, deals in by_client.items()
    }


def test_facts_span_from_the_first_deal_to_the_last() -> None:
    """Both days included; without a deal there is no span."""
    assert Period.parse("2025-12-31..2026-04-01") == some_facts(*ROWS).span
    assert None is Facts().span


def test_the_same_deal_twice_is_refused() -> None:
    """It would be paid twice; so would two deals under one id, whatever their dates."""
    (deal,) = some_facts("ana 2026-01-15 100.00").deals
    later = attrs.evolve(deal, date=date(2026, 2, 1))
    for twice in ([deal, deal], [later, deal]):
        with pytest.raises(InputError) as error:
            Facts(twice)
        assert "deal d1: is given more than once; keep one of them" == str(error.value)


def test_facts_are_not_equal_to_anything_else() -> None:
    """Nor to other deals."""
    assert some_facts(*ROWS) != some_facts(*ROWS[:-1])
    assert some_facts() != ()


def test_facts_say_how_many_they_are() -> None:
    """A line in a log, not thousands."""
    assert "Facts(5 deals)" == repr(some_facts(*ROWS))


def test_a_return_is_a_deal_below_zero() -> None:
    """Specimens follow the rule that tables are read by."""
    kinds = {deal.id: deal.kind for deal in some_facts(*ROWS).deals}
    assert {DealKind.RETURN} == {kinds.pop("d4")}
    assert {DealKind.SALE} == set(kinds.values())


def test_a_client_has_a_name_to_print() -> None:
    """Documents print the name, deals hold the id."""
    assert "Acme Trading" == Client(id="acme", name="Acme Trading").name
