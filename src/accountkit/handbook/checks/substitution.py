"""Rules about absences and orders of substitution.

Orders that contradict each other are found by rule ``organisation``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from itertools import combinations
from typing import TYPE_CHECKING

from accountkit.errors import Problems, TermsError, did_you_mean
from accountkit.handbook.checks._common import (
    error,
    place_in_organisation,
    sound_organisation,
    unknown,
    warning,
)
from accountkit.handbook.findings import Finding
from accountkit.roles._dated import shared_days
from accountkit.roles.acting import covered_by
from accountkit.roles.relations import RelationKind, Transfer
from accountkit.values.periods import Period

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook
    from accountkit.roles.absences import Absence
    from accountkit.roles.organisation import Organisation
    from accountkit.roles.role import Role
    from accountkit.roles.substitution import SubstitutionOrder

__all__ = ["absent_deputies", "missing_orders", "order_terms", "two_absences"]


def order_terms(handbook: Handbook) -> Iterator[Finding]:
    """Clauses and caps of an order are those of the roles it covers, and the clauses can pass."""
    organisation = sound_organisation(handbook)
    if organisation is None:
        return
    for index, order in enumerate(organisation.substitution_orders):
        seats = dict.fromkeys(item.position for item in covered_by(organisation, order))
        roles = [role for seat in seats for role in _role_of(handbook, organisation, seat)]
        if roles:
            for problem in (*_wrong_clauses(order, roles), *_wrong_caps(order, roles)):
                path = ("substitution_orders", index, *problem.path)
                yield error("order-terms", problem, place_in_organisation(handbook, path))


def _role_of(handbook: Handbook, organisation: Organisation, seat: str) -> Iterator[Role]:
    """The role of a position, as it is there; nothing if other rules report that there is none."""
    role_id = organisation.position(seat).role
    if role_id in handbook.role_ids and role_id in handbook.role_set.by_id:
        with suppress(Problems):
            yield handbook.role_set.resolved(role_id, seat).role


def _wrong_clauses(order: SubstitutionOrder, roles: Iterable[Role]) -> Iterator[TermsError]:
    known: dict[str, Transfer] = {}
    for role in roles:
        known |= {clause.id: Transfer.DUTIES for clause in role.duties}
        known |= {clause.id: Transfer.RIGHTS for clause in role.rights}
        known |= {clause.id: Transfer.RESPONSIBILITY for clause in role.responsibilities}
    for place, clause in enumerate(order.clauses):
        if clause not in known:
            yield TermsError(
                f"order {order.id}",
                f'lets clause "{clause}" pass, which is no duty, right or responsibility of'
                " the role",
                did_you_mean(clause, known, "give the id of one of these clauses"),
                path=("clauses", place),
            )
        elif known[clause] not in order.transfers:
            kind = known[clause].value
            yield TermsError(
                f"order {order.id}",
                f"names clause {clause}, and {kind} do not pass",
                f"add {kind} to transfers, or take the clause out",
                path=("clauses", place),
            )


def _wrong_caps(order: SubstitutionOrder, roles: Iterable[Role]) -> Iterator[TermsError]:
    limits = {right.limit.id: right.limit for role in roles for right in role.rights if right.limit}
    for place, cap in enumerate(order.caps):
        limit = limits.get(cap.limit)
        if limit is None:
            yield unknown(f"order {order.id}", "limit", cap.limit, limits, ("caps", place, "limit"))
        elif cap.unit is not limit.unit:
            yield TermsError(
                f"order {order.id}",
                f"caps {limit.id}, which is counted in {limit.unit.value}, in another unit",
                f"give it in {limit.unit.value}",
                path=("caps", place),
            )
        elif cap.limit in {earlier.limit for earlier in order.caps[:place]}:
            yield TermsError(
                f"order {order.id}", f"caps {cap.limit} twice", "keep one", path=("caps", place)
            )


def absent_deputies(handbook: Handbook) -> Iterator[Finding]:
    """A deputy is not away on a day on which an order lets them act."""
    organisation = sound_organisation(handbook)
    if organisation is None:
        return
    for index, order in enumerate(organisation.substitution_orders):
        for absence in organisation.absences:
            days = shared_days(order, absence) if absence.person == order.deputy else None
            if days is not None:
                yield warning(
                    "absent-deputy",
                    TermsError(
                        f"order {order.id}",
                        f"has the deputy {order.deputy}, who is away as well {_told(days)}",
                        "name another deputy for those days",
                    ),
                    place_in_organisation(handbook, ("substitution_orders", index, "deputy")),
                )


def missing_orders(handbook: Handbook) -> Iterator[Finding]:
    """An absence has an order, where the role says that somebody substitutes for its holder."""
    organisation = sound_organisation(handbook)
    if organisation is None:
        return
    for index, absence in enumerate(organisation.absences):
        for position, role, days in _without_order(handbook, organisation, absence):
            yield warning(
                "missing-order",
                TermsError(
                    f"absence of {absence.person}",
                    f"has no order for position {position} {_told(days)}, and role {role} says"
                    " that its holder is substituted",
                    "write an order of substitution for those days",
                ),
                place_in_organisation(handbook, ("absences", index)),
            )


def _without_order(
    handbook: Handbook, organisation: Organisation, absence: Absence
) -> Iterator[tuple[str, str, Period]]:
    """Positions that nobody is told to act in, with their role and the first days of it."""
    covered = [
        item
        for order in organisation.substitution_orders
        for item in covered_by(organisation, order)
    ]
    for held in organisation.appointments:
        days = shared_days(absence, held) if held.person == absence.person else None
        if days is None:
            continue
        ordered = [
            item.days
            for item in covered
            if item.position == held.position and item.absent in {None, absence.person}
        ]
        open_days = _first_gap(days, ordered)
        for role in _role_of(handbook, organisation, held.position):
            if open_days is not None and role.related(RelationKind.SUBSTITUTED_BY):
                yield held.position, role.id, open_days


def _first_gap(days: Period, ordered: Iterable[Period]) -> Period | None:
    """The first days that none of the others has, if there are any."""
    start = days.start
    for other in sorted(ordered):
        if other.start > start:
            return Period(start, min(other.start, days.end))
        start = max(start, other.end)
        if start >= days.end:
            return None
    return Period(start, days.end)


def two_absences(handbook: Handbook) -> Iterator[Finding]:
    """A person is away for one reason at a time."""
    organisation = sound_organisation(handbook)
    if organisation is None:
        return
    for (_, first), (index, second) in combinations(enumerate(organisation.absences), 2):
        days = shared_days(first, second) if first.person == second.person else None
        if days is not None:
            yield warning(
                "two-absences",
                TermsError(
                    f"absence of {second.person}",
                    f"meets another one {_told(days)}",
                    "let one end the day before the other starts",
                ),
                place_in_organisation(handbook, ("absences", index)),
            )


def _told(days: Period) -> str:
    if days.end == date.max:
        return f"from {days.start} on"
    if days.days == 1:
        return f"on {days.start}"
    return f"from {days.start} to {days.last_day}"
