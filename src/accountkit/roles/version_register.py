"""The register: versions of roles, their signatures, and who held the roles when.

Every question takes a day, and there is no "current": which version applied to whom, what somebody
had signed by then, who still had to.
"""

from __future__ import annotations

from datetime import date, timedelta

import attrs

from accountkit.errors import TermsError
from accountkit.roles._version_faults import signature_faults, version_faults
from accountkit.roles.organisation import Appointment, Organisation
from accountkit.roles.signatures import Signature, SignatureKind
from accountkit.roles.version_history import VersionHistory
from accountkit.roles.versions import RoleVersion

__all__ = ["VersionRegister"]

_DAY = timedelta(days=1)


@attrs.frozen(kw_only=True)
class VersionRegister:
    """The versions and signatures of a company, and who held which position when.

    Ask ``version_faults`` and ``signature_faults`` before relying on it.
    """

    history: VersionHistory = attrs.field(metadata={"doc": "the versions"})
    signatures: tuple[Signature, ...] = attrs.field(metadata={"doc": "in the order of recording"})
    organisation: Organisation = attrs.field(metadata={"doc": "people and their appointments"})

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
            version = self.history.in_force(role, on, name)
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
        return self.history.in_force(role, first, seat)

    def signed(self, person: str, role: str, on: date) -> RoleVersion | None:
        """The version that a person had read and signed last by the end of a day."""
        own = [
            item
            for item in self.signatures
            if (item.person, item.role, item.kind) == (person, role, SignatureKind.ACQUAINTANCE)
            and item.signed_on <= on
        ]
        last = max(own, key=lambda item: (item.signed_on, item.version), default=None)
        return None if last is None else self.history.version(role, last.version)

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
        """Ids of the people who hold on a day what a version is for.

        Before its first day that is whoever it will apply to if nothing else changes.
        """
        role, day = version.role, max(on, version.effective_from)
        held = (item for item in self.appointments(role) if item.holds(on))
        return tuple(
            dict.fromkeys(
                item.person
                for item in held
                if self.history.in_force(role, day, item.position) == version
            )
        )

    def unsigned(self, version: RoleVersion, on: date) -> tuple[str, ...]:
        """Ids of the holders on a day who had not read and signed a version by then.

        Everybody has signed when there are none.
        """
        read = self.readers(version, on)
        return tuple(person for person in self.holders(version, on) if person not in read)

    def version_faults(self, version: RoleVersion) -> tuple[TermsError, ...]:
        """What is wrong with a version, recorded or about to be; ``path`` leads through it."""
        return tuple(version_faults(self, version))

    def signature_faults(
        self, signature: Signature, earlier: tuple[Signature, ...]
    ) -> tuple[TermsError, ...]:
        """What is wrong with a signature beside those recorded before it."""
        return tuple(signature_faults(self, signature, earlier))
