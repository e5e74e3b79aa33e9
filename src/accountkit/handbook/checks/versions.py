"""Rules about versions: that they are what was approved and signed, and who still has to sign."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from typing import TYPE_CHECKING

from accountkit.errors import AccountkitError, Problems, TermsError
from accountkit.handbook.checks._common import error, organisation_of
from accountkit.handbook.findings import Finding, Severity, finding
from accountkit.roles.version_register import VersionRegister
from accountkit.roles.versions import RoleVersion
from accountkit.wire import is_intact

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook

__all__ = ["drafts", "signatures", "unsigned", "versions"]

_ABOUT_PEOPLE = {("person",), ("approved_by",)}


def versions(handbook: Handbook) -> Iterator[Finding]:
    """Versions are as they were approved, numbered without gaps and dated one after the other."""
    register = _register(handbook)
    for version, file in _filed(handbook):
        for problem in (*_changed(version), *register.version_faults(version)):
            if _is_sure(handbook, problem):
                yield error("versions", problem, handbook.origin.places.at(file, *problem.path))


def _changed(version: RoleVersion) -> Iterator[TermsError]:
    """What is not as its fingerprint says: one of the texts, else anything else in the file."""
    texts = [
        TermsError(
            version.name,
            f"has another text in {text.language} than was approved",
            "restore the file as it was approved",
            path=("texts", index, "fingerprint"),
        )
        for index, text in enumerate(version.texts)
        if not is_intact(text)
    ]
    yield from texts
    if not texts and not is_intact(version):
        yield TermsError(
            version.name,
            "was changed after its approval",
            "restore the file as it was approved",
            path=("fingerprint",),
        )


def signatures(handbook: Handbook) -> Iterator[Finding]:
    """Signatures are bound to the text of a version, by people and on days that can be."""
    register, places = _register(handbook), handbook.origin.places
    for index, signature in enumerate(handbook.signatures):
        for problem in register.signature_faults(signature, handbook.signatures[:index]):
            if _is_sure(handbook, problem):
                place = places.at("signatures.yaml", "signatures", index, *problem.path)
                yield error("signatures", problem, place)


def drafts(handbook: Handbook) -> Iterator[Finding]:
    """A role still says what its last version says."""
    for role_id, position in _versioned(handbook):
        latest = handbook.history.latest(role_id, position)
        if latest is None:
            continue
        # What cannot be described is reported by the rule for roles.
        with suppress(AccountkitError, Problems):
            if handbook.approved(role_id, position) is None:
                changed = TermsError(
                    f"role {role_id}" if position is None else f"position {position}",
                    f"has changed since {latest.name} was approved on {latest.approved_on}",
                    "approve it again once it is ready",
                )
                yield finding("drafts", Severity.NOTE, changed, handbook.role_set.file(role_id))


def _versioned(handbook: Handbook) -> Iterator[tuple[str, str | None]]:
    """The roles that have versions, and those of their positions that have choices of their own."""
    roles = dict.fromkeys(version.role for version in handbook.versions)
    yield from ((role, None) for role in roles)
    for choices in handbook.choices:
        if choices.position is not None and choices.role in roles:
            yield choices.role, choices.position


def unsigned(handbook: Handbook) -> Iterator[Finding]:
    """Whoever holds a role has read and signed the last version that applies to them."""
    register = _register(handbook)
    for version, file in _filed(handbook):
        if handbook.history.successor(version) is not None:
            continue
        waiting = dict.fromkeys(_last_held(register, version))
        for person in register.readers(version, date.max):
            waiting.pop(person, None)
        if waiting:
            missing = TermsError(
                version.name,
                f"is not signed by {', '.join(waiting)}",
                "record who has read it with accountkit sign",
            )
            yield finding("unsigned", Severity.NOTE, missing, handbook.origin.places.at(file))


def _last_held(register: VersionRegister, version: RoleVersion) -> Iterator[str]:
    """Ids of the people to whom a version applies on the last day of an appointment."""
    for item in register.appointments(version.role):
        last = item.until or date.max
        if register.history.in_force(version.role, last, item.position) is version:
            yield item.person


def _register(handbook: Handbook) -> VersionRegister:
    """The register, also while the staff tables cannot be read."""
    return VersionRegister(
        history=handbook.history,
        signatures=handbook.signatures,
        organisation=organisation_of(handbook),
    )


def _is_sure(handbook: Handbook, problem: TermsError) -> bool:
    """Whether a problem does not come of staff tables that cannot be read just now."""
    if problem.path[:1] not in _ABOUT_PEOPLE:
        return True
    try:
        _ = handbook.records
    except (AccountkitError, Problems):
        return False
    return True


def _filed(handbook: Handbook) -> Iterator[tuple[RoleVersion, str]]:
    """Each version with the name of its file; a number that stands twice has two files."""
    places = handbook.origin.places
    left: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for version in handbook.versions:
        key = (version.role, version.number)
        if key not in left:
            files = places.files_with("versions/", "role", version.role)
            number = str(version.number)
            left[key] = [file for file in files if places.value(file, "number") == number]
        yield version, left[key].pop(0) if left[key] else ""
