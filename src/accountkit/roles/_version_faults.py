"""Faults of versions and signatures: records that contradict each other or the organisation.

The same rules hold for a record that is about to be made. That texts are what their fingerprints
say is checked where fingerprints are computed, in ``accountkit.handbook.checks.versions``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from accountkit.errors import TermsError, UnknownNameError, did_you_mean
from accountkit.roles.signatures import Signature, SignatureKind
from accountkit.roles.versions import RoleVersion, VersionState

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from accountkit.roles.version_register import VersionRegister

__all__ = ["signature_faults", "version_faults"]


def version_faults(register: VersionRegister, version: RoleVersion) -> Iterator[TermsError]:
    """What is wrong with a version: its number, its dates, and its approver."""
    yield from _number(register, version)
    before = register.history.predecessor(version)
    if before is not None and version.approved_on < before.approved_on:
        yield TermsError(
            version.name,
            f"is approved on {version.approved_on}, before version {before.number} was on"
            f" {before.approved_on}",
            "number versions in the order of their approval",
            path=("approved_on",),
        )
    if before is not None and version.effective_from <= before.effective_from:
        yield TermsError(
            version.name,
            f"is in force from {version.effective_from}, and version {before.number} from"
            f" {before.effective_from}",
            "let each version start later than the one before",
            path=("effective_from",),
        )
    order = version.terms.choices.approved_by_order
    if order is not None and order.day != version.approved_on:
        yield TermsError(
            version.name,
            f"is approved on {version.approved_on}, and the order that approves it is of"
            f" {order.day}",
            "give the day of the order",
            path=("approved_on",),
        )
    yield from _approver(register, version)


def _number(register: VersionRegister, version: RoleVersion) -> Iterator[TermsError]:
    numbers = [
        item.number for item in register.history.versions_of(version.role) if item is not version
    ]
    if version.number in numbers:
        yield TermsError(version.name, "stands twice", "keep one", path=("number",))
    if version.number > 1 and version.number - 1 not in numbers:
        yield TermsError(
            version.name,
            f"follows on no version {version.number - 1}",
            "restore the file that is missing",
            path=("number",),
        )


def _approver(register: VersionRegister, version: RoleVersion) -> Iterator[TermsError]:
    who, day = version.approved_by, version.approved_on
    unknown = _unknown_person(register, version.name, who, ("approved_by",))
    if unknown is not None:
        yield unknown
    elif not register.organisation.positions_of(who, day):
        yield TermsError(
            version.name,
            f"is approved by {who}, who holds no position on {day}",
            "name somebody who does",
            path=("approved_by",),
        )
    elif _holds(register, version, who, day):
        yield TermsError(
            version.name,
            f"is approved by {who}, who holds the role on {day}",
            "let somebody else approve it",
            path=("approved_by",),
        )


def signature_faults(
    register: VersionRegister, signature: Signature, earlier: Sequence[Signature]
) -> Iterator[TermsError]:
    """What is wrong with a signature: whom and what it names, its day, and that it is the first."""
    unknown = _unknown_person(register, _name(signature), signature.person, ("person",))
    if unknown is not None:
        yield unknown
    try:
        version = register.history.version(signature.role, signature.version)
        text = version.text(signature.language)
    except UnknownNameError as error:
        key = "version" if error.subject.startswith("role") else "language"
        yield TermsError(error.subject, error.problem, error.remedy, path=(key,))
        return
    if signature.fingerprint != text.fingerprint:
        yield TermsError(
            _name(signature),
            f"is bound to another text than {version.name} has in {text.language}",
            "restore the version that was signed",
            path=("fingerprint",),
        )
    yield from _repeated(signature, earlier)
    yield from _wrong_day(register, signature, version)
    if unknown is None:
        yield from _wrong_person(register, signature, version)


def _repeated(signature: Signature, earlier: Sequence[Signature]) -> Iterator[TermsError]:
    for other in earlier:
        if _same(signature) == _same(other):
            yield TermsError(
                _name(signature),
                f"is there already: {other.kind.value} of version {other.version} of"
                f" {other.role} in {other.language}, on {other.signed_on}",
                "keep one",
            )
            return


def _same(signature: Signature) -> tuple[object, ...]:
    return (
        signature.person,
        signature.role,
        signature.version,
        signature.language,
        signature.kind,
    )


def _wrong_day(
    register: VersionRegister, signature: Signature, version: RoleVersion
) -> Iterator[TermsError]:
    day = signature.signed_on
    if signature.kind is SignatureKind.AGREEMENT:
        if day > version.approved_on:
            yield _dated(
                signature,
                f"agrees on {day}, and {version.name} was approved on {version.approved_on}",
                "date it no later than the approval",
            )
        return
    match register.history.state(version, day):
        case VersionState.DRAFT:
            yield _dated(
                signature,
                f"is of {day}, and {version.name} was approved on {version.approved_on}",
                "date it from the approval on, or sign as agreement",
            )
        case VersionState.SUPERSEDED:
            later = register.history.in_force(version.role, day, version.position)
            last = register.history.last_day(version)
            yield _dated(
                signature,
                f"is of {day}, and {version.name} was in force until {last}",
                f"sign version {later.number}" if later else "sign the later version",
            )
        case VersionState.APPROVED:
            pass


def _dated(signature: Signature, problem: str, remedy: str) -> TermsError:
    return TermsError(_name(signature), problem, remedy, path=("signed_on",))


def _wrong_person(
    register: VersionRegister, signature: Signature, version: RoleVersion
) -> Iterator[TermsError]:
    who, day = signature.person, signature.signed_on
    if signature.kind is SignatureKind.APPROVAL and _holds(register, version, who, day):
        yield TermsError(
            _name(signature),
            f"approves {version.name}, which {who} holds on {day}",
            "let somebody else approve it",
            path=("person",),
        )
    if signature.kind is SignatureKind.ACQUAINTANCE and not any(
        item.person == who and (item.until is None or item.until >= day)
        for item in register.appointments(version.role)
        if version.position in {None, item.position}
    ):
        yield TermsError(
            _name(signature),
            f"is of somebody who holds no position with {version.name} on {day} or later",
            "add the appointment first, or sign as agreement",
            path=("person",),
        )


def _holds(register: VersionRegister, version: RoleVersion, person: str, on: date) -> bool:
    return any(
        item.person == person and item.holds(on)
        for item in register.appointments(version.role)
        if version.position in {None, item.position}
    )


def _unknown_person(
    register: VersionRegister, subject: str, person: str, path: tuple[str, ...]
) -> TermsError | None:
    known = [item.id for item in register.organisation.people]
    if person in known:
        return None
    return TermsError(
        subject,
        f'names person "{person}", who does not exist',
        did_you_mean(person, known, "add the person"),
        path=path,
    )


def _name(signature: Signature) -> str:
    return f"signature of {signature.person}"
