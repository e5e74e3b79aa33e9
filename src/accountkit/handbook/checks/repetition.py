"""The rule that everything stands once, in the handbook and in its tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from accountkit.errors import Place, TermsError
from accountkit.handbook.checks._common import error, placed_quotas
from accountkit.handbook.findings import Finding
from accountkit.values.periods import Period

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook

__all__ = ["repeated"]


def repeated(handbook: Handbook) -> Iterator[Finding]:
    """Roles, choices, plans, postings, quotas and personal parameters stand once each."""
    places = handbook.origin.places
    named = {
        ("roles/", "id", "role"): [role.id for role in handbook.roles],
        ("roles/", "role", "choices of role"): [
            choices.role for choices in handbook.choices if choices.position is None
        ],
        ("roles/", "position", "choices of position"): [
            choices.position for choices in handbook.choices if choices.position is not None
        ],
        ("plans/", "id", "plan"): [plan.id for plan in handbook.plans],
        ("postings/", "id", "posting"): [posting.id for posting in handbook.postings],
    }
    for (folder, key, what), ids in named.items():
        for name in _twice(ids):
            files = places.files_with(folder, key, name)
            where = places.at(files[-1], key) if files else None
            yield _again(f"{what} {name}", files[0] if files else None, where)
    for person in _twice(row.person for row in handbook.parameters):
        last = max(i for i, row in enumerate(handbook.parameters) if row.person == person)
        where = places.at("parameters.yaml", "parameters", last, "person")
        yield _again(f"parameters of {person}", None, where)
    first: dict[tuple[str, str, Period], Place | None] = {}
    for quota, place_of in placed_quotas(handbook):
        target = (quota.person, quota.measure, quota.period)
        if target in first:
            label = handbook.company.calendar.label(quota.period)
            what = f"quota of {quota.person} for {quota.measure} in {label}"
            yield _again(what, first[target], place_of("person"))
        first.setdefault(target, place_of("person"))


def _twice(names: Iterable[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


def _again(subject: str, first: str | Place | None, where: Place | None) -> Finding:
    stands = "stands twice" if first is None else f"stands twice, first in {first}"
    return error("repeated", TermsError(subject, stands, "keep one"), where)
