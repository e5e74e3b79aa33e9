"""Faults of substitution: orders that leave open who acts, or let nobody act.

Names are known to exist when these are looked for (``accountkit.roles._organisation_faults``).
Dates: a fault names the first day on which it shows.
"""

from __future__ import annotations

from datetime import date
from itertools import combinations, product
from typing import TYPE_CHECKING

import attrs

from accountkit.errors import TermsError
from accountkit.roles._dated import shared_days
from accountkit.roles.acting import covered_by
from accountkit.roles.substitution import SubstitutionMode
from accountkit.values.periods import Period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from accountkit.roles.acting import Covered
    from accountkit.roles.organisation import Organisation
    from accountkit.roles.substitution import SubstitutionOrder

__all__ = ["substitution_faults"]


def substitution_faults(organisation: Organisation) -> Iterator[TermsError]:
    """Orders without a seat or a signature, orders that disagree, and deputies in a circle."""
    yield from _without_seat(organisation)
    yield from _without_signature(organisation)
    yield from _own_deputies(organisation)
    yield from _disagreements(organisation)
    yield from _cycles(organisation)


def _without_seat(organisation: Organisation) -> Iterator[TermsError]:
    for index, order in enumerate(organisation.substitution_orders):
        if not covered_by(organisation, order):
            yield TermsError(
                f"order {order.id}",
                f"covers nothing, since {order.absent} holds no position on its days",
                "check its dates and the appointments",
                path=("substitution_orders", index),
            )


def _without_signature(organisation: Organisation) -> Iterator[TermsError]:
    for index, order in enumerate(organisation.substitution_orders):
        if not organisation.positions_of(order.signed_by, order.issued_on):
            yield TermsError(
                f"order {order.id}",
                f"is signed by {order.signed_by}, who holds no position on {order.issued_on}",
                "name somebody who holds one",
                path=("substitution_orders", index, "signed_by"),
            )


def _own_deputies(organisation: Organisation) -> Iterator[TermsError]:
    """Orders for a position whose holder is the deputy; a person's own are refused when made."""
    for index, order in enumerate(organisation.substitution_orders):
        for held in organisation.appointments:
            days = shared_days(held, order)
            if (held.person, held.position) == (order.deputy, order.position) and days:
                yield TermsError(
                    f"order {order.id}",
                    f"lets {order.deputy} stand in for themselves, holding {held.position}"
                    f" on {days.start}",
                    "name another deputy",
                    path=("substitution_orders", index, "deputy"),
                )
                break


def _disagreements(organisation: Organisation) -> Iterator[TermsError]:
    numbered = enumerate(organisation.substitution_orders)
    for (_, first), (index, second) in combinations(numbered, 2):
        if not _disagree(first, second):
            continue
        pairs = product(covered_by(organisation, first), covered_by(organisation, second))
        met = next((found for one, other in pairs if (found := _meet(one, other))), None)
        if met is not None:
            position, day = met
            yield TermsError(
                f"order {second.id}",
                f"{_contrast(first, second)} in position {position} on {day}",
                "end one the day before the other starts, or let them pass different clauses",
                path=("substitution_orders", index),
            )


def _disagree(one: SubstitutionOrder, other: SubstitutionOrder) -> bool:
    """Whether they cannot both hold for one seat: they let the same pass in two ways."""
    is_same = (one.deputy, one.mode, one.caps) == (other.deputy, other.mode, other.caps)
    is_shared = one.mode is other.mode is SubstitutionMode.SHARE and one.deputy != other.deputy
    meet_in_clauses = (
        not one.clauses or not other.clauses or not set(one.clauses).isdisjoint(other.clauses)
    )
    meet = meet_in_clauses and not set(one.transfers).isdisjoint(other.transfers)
    return meet and not is_same and not is_shared


def _meet(one: Covered, other: Covered) -> tuple[str, date] | None:
    """The seat that two orders cover for the same holder, and the first day on which they do."""
    days = one.days.overlap(other.days)
    are_for_one = one.absent is None or other.absent is None or one.absent == other.absent
    if days is None or one.position != other.position or not are_for_one:
        return None
    return one.position, days.start


def _contrast(first: SubstitutionOrder, second: SubstitutionOrder) -> str:
    if first.deputy == second.deputy:
        return f"and order {first.id} let {second.deputy} act in different ways"
    return f"lets {second.deputy}, and order {first.id} lets {first.deputy}, act"


@attrs.frozen
class _StandIn:
    """That a person is to be stood in for on some days, and the place of the order that says so."""

    person: str
    deputy: str
    days: Period
    index: int


def _cycles(organisation: Organisation) -> Iterator[TermsError]:
    all_of_them = list(_stand_ins(organisation))
    seen: set[frozenset[str]] = set()
    for day in sorted({item.days.start for item in all_of_them}):
        stand_ins = [item for item in all_of_them if day in item.days]
        for item in stand_ins:
            circle = _way(stand_ins, item.deputy, item.person)
            if circle and frozenset(circle) not in seen:
                seen.add(frozenset(circle))
                yield TermsError(
                    f"order {organisation.substitution_orders[item.index].id}",
                    f"comes back to {item.person} on {day}: {' to '.join((item.person, *circle))}",
                    "name another deputy in one of the orders",
                    path=("substitution_orders", item.index),
                )


def _stand_ins(organisation: Organisation) -> Iterator[_StandIn]:
    """Each person for whom an order lets somebody else act."""
    for index, order in enumerate(organisation.substitution_orders):
        for held in organisation.appointments:
            days = shared_days(held, order)
            is_covered = order.absent == held.person or order.position == held.position
            if days is not None and is_covered and order.deputy != held.person:
                yield _StandIn(held.person, order.deputy, days, index)


def _way(stand_ins: list[_StandIn], start: str, end: str) -> tuple[str, ...]:
    """The shortest way from one person to another, each deputy followed by their own."""
    ways: dict[str, tuple[str, ...]] = {start: (start,)}
    reached = dict(ways)
    while ways and end not in reached:
        ways = {
            item.deputy: (*ways[item.person], item.deputy)
            for item in stand_ins
            if item.person in ways and item.deputy not in reached
        }
        reached |= ways
    return reached.get(end, ())
