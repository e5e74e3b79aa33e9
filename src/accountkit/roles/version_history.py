"""The history of versions: which of them stood in for which, and what held on a day.

Every question takes a day, and there is no "current". Versions of one position go before those of
its role. To whom a version applied is asked of ``accountkit.roles.version_register``.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from accountkit.errors import UnknownNameError
from accountkit.roles.versions import RoleVersion, VersionState

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["VersionHistory"]

_DAY = timedelta(days=1)


@attrs.frozen
class VersionHistory:
    """The versions of a company's roles.

    Those of a role are told apart by their numbers. Where dates contradict each other, which
    ``accountkit.roles.version_register`` finds, the higher number counts.
    """

    versions: tuple[RoleVersion, ...] = attrs.field(metadata={"doc": "versions of all roles"})

    def versions_of(self, role: str) -> tuple[RoleVersion, ...]:
        """The versions of a role and of its positions, by number."""
        return self._of_role.get(role, ())

    def version(self, role: str, number: int) -> RoleVersion:
        """The version of a role with this number.

        Raises:
            UnknownNameError: there is none.
        """
        for version in self.versions_of(role):
            if version.number == number:
                return version
        numbers = [str(version.number) for version in self.versions_of(role)]
        has = f"it has {', '.join(numbers)}" if numbers else "approve one first"
        raise UnknownNameError(f"role {role}", f"has no version {number}", has)

    def next_number(self, role: str) -> int:
        """The number of the version to be approved next."""
        return max((version.number for version in self.versions_of(role)), default=0) + 1

    def latest(self, role: str, position: str | None = None) -> RoleVersion | None:
        """The version approved last, of the position or else of the role."""
        own, general = self._series(role, position), self._series(role, None)
        return next(reversed(own or general), None)

    def predecessor(self, version: RoleVersion) -> RoleVersion | None:
        """The version that it supersedes."""
        series = self._series(version.role, version.position)
        return next((item for item in reversed(series) if item.number < version.number), None)

    def successor(self, version: RoleVersion) -> RoleVersion | None:
        """The version that supersedes it."""
        series = self._series(version.role, version.position)
        return next((item for item in series if item.number > version.number), None)

    def state(self, version: RoleVersion, on: date) -> VersionState:
        """What a version is on a day."""
        if on < version.approved_on:
            return VersionState.DRAFT
        later = self.successor(version)
        if later is not None and later.effective_from <= on:
            return VersionState.SUPERSEDED
        return VersionState.APPROVED

    def last_day(self, version: RoleVersion) -> date | None:
        """The last day on which a version holds; ``None`` while nothing takes its place."""
        later = self.successor(version)
        return None if later is None else later.effective_from - _DAY

    def in_force(self, role: str, on: date, position: str | None = None) -> RoleVersion | None:
        """The version that holds on a day, of the position or else of the role."""
        for series in (self._series(role, position), self._series(role, None)):
            holding = [version for version in series if version.effective_from <= on]
            if holding:
                return holding[-1]
        return None

    def _series(self, role: str, position: str | None) -> tuple[RoleVersion, ...]:
        """The versions that supersede one another."""
        return tuple(item for item in self.versions_of(role) if item.position == position)

    @cached_property
    def _of_role(self) -> Mapping[str, tuple[RoleVersion, ...]]:
        found: defaultdict[str, list[RoleVersion]] = defaultdict(list)
        for version in sorted(self.versions, key=lambda item: item.number):
            found[version.role].append(version)
        return {role: tuple(versions) for role, versions in found.items()}
