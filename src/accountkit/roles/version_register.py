"""The register: the versions of a company's roles with their signatures, and what follows.

Every question takes a day, and there is no "current": which version applied to whom, what somebody
had signed by then, who still had to. Versions of one position go before those of its role. What is
wrong with the records is in ``accountkit.roles._version_faults``.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from accountkit.errors import TermsError, UnknownNameError
from accountkit.roles._version_faults import signature_faults, version_faults
from accountkit.roles.organisation import Appointment, Organisation
from accountkit.roles.signatures import Signature, SignatureKind
from accountkit.roles.versions import RoleVersion, VersionState

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["VersionRegister"]

_DAY = timedelta(days=1)


@attrs.frozen(kw_only=True)
class VersionRegister:
    """The versions and signatures of a company, and who held which position when.

    Ask ``version_faults`` and ``signature_faults`` before relying on it. Where dates contradict
    each other, the higher number counts.
    """

    versions: tuple[RoleVersion, ...] = attrs.field(metadata={"doc": "versions of all roles"})
    signatures: tuple[Signature, ...] = attrs.field(metadata={"doc": "in the order of recording"})
    organisation: Organisation = attrs.field(metadata={"doc": "people and their appointments"})

    # --- versions ---------------------------------------------------------------------------------

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

    # --- people -----------------------------------------------------------------------------------

    def appointments(self, role: str) -> tuple[Appointment, ...]:
        """The appointments to positions of a role, in the order given."""
        seats = {item.id for item in self.organisation.positions if item.role == role}
        return tuple(item for item in self.organisation.appointments if item.position in seats)

    def applied_to(self, person: str, on: date) -> tuple[RoleVersion, ...]:
        """The versions that held for a person on a day, one for each role held; none without one.

        Raises:
            UnknownNameError: nobody is called that.
        """
        found: dict[tuple[str, int], RoleVersion] = {}
        for name in self.organisation.positions_of(person, on):
            role = self.organisation.position(name).role
            version = self.in_force(role, on, name)
            if version is not None:
                found[role, version.number] = version
        return tuple(found.values())

    def engagement(self, person: str, role: str, on: date) -> date | None:
        """The first day of the time without a break in which a person held a role on that day.

        ``None`` if the person did not hold it.
        """
        held = [item for item in self.appointments(role) if item.person == person]
        first: date | None = None
        for item in sorted(held, key=lambda item: item.start, reverse=True):
            reached = on if first is None else first - _DAY
            if item.holds(reached):
                first = item.start
        return first

    def at_engagement(self, person: str, role: str, on: date) -> RoleVersion | None:
        """The version that held on the first day of the time in which a person held a role.

        ``on`` is a day of that time. ``None`` if the person did not hold the role on it, or if no
        version held when that time began.
        """
        first = self.engagement(person, role, on)
        if first is None:
            return None
        seats = self.organisation.positions_of(person, first)
        seat = next(name for name in seats if self.organisation.position(name).role == role)
        return self.in_force(role, first, seat)

    def signed(self, person: str, role: str, on: date) -> RoleVersion | None:
        """The version that a person had read and signed last by the end of a day."""
        own = [
            item
            for item in self.signatures
            if (item.person, item.role, item.kind) == (person, role, SignatureKind.ACQUAINTANCE)
            and item.signed_on <= on
        ]
        last = max(own, key=lambda item: (item.signed_on, item.version), default=None)
        return None if last is None else self.version(role, last.version)

    def signatures_of(self, version: RoleVersion) -> tuple[Signature, ...]:
        """All signatures under a version, in the order of recording."""
        key = (version.role, version.number)
        return tuple(item for item in self.signatures if (item.role, item.version) == key)

    def readers(self, version: RoleVersion, on: date) -> tuple[str, ...]:
        """Ids of the people who had read and signed a version by the end of a day."""
        signed = (
            item
            for item in self.signatures_of(version)
            if item.kind is SignatureKind.ACQUAINTANCE and item.signed_on <= on
        )
        return tuple(dict.fromkeys(item.person for item in signed))

    def holders(self, version: RoleVersion, on: date) -> tuple[str, ...]:
        """Ids of the people to whom a version applied on a day."""
        return tuple(
            dict.fromkeys(
                item.person
                for item in self.appointments(version.role)
                if item.holds(on) and self.in_force(version.role, on, item.position) == version
            )
        )

    def unsigned(self, version: RoleVersion, on: date) -> tuple[str, ...]:
        """Ids of the people to whom a version applied on a day and who had not signed it by then.

        Everybody has signed when there are none.
        """
        read = self.readers(version, on)
        return tuple(person for person in self.holders(version, on) if person not in read)

    # --- what is wrong ----------------------------------------------------------------------------

    def version_faults(self, version: RoleVersion) -> tuple[TermsError, ...]:
        """What is wrong with a version, recorded or about to be; ``path`` leads through it."""
        return tuple(version_faults(self, version))

    def signature_faults(
        self, signature: Signature, earlier: tuple[Signature, ...]
    ) -> tuple[TermsError, ...]:
        """What is wrong with a signature beside those recorded before it."""
        return tuple(signature_faults(self, signature, earlier))

    def _series(self, role: str, position: str | None) -> tuple[RoleVersion, ...]:
        """The versions that supersede one another."""
        return tuple(item for item in self.versions_of(role) if item.position == position)

    @cached_property
    def _of_role(self) -> Mapping[str, tuple[RoleVersion, ...]]:
        found: defaultdict[str, list[RoleVersion]] = defaultdict(list)
        for version in sorted(self.versions, key=lambda item: item.number):
            found[version.role].append(version)
        return {role: tuple(versions) for role, versions in found.items()}
