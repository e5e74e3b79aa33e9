"""Versions on disk: the files that keep them, and whether a role still says what was approved.

A version is one file that is written once. Signatures stand in one file for all roles; each new one
goes to its end.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from accountkit.errors import UsageError
from accountkit.handbook.folder import write_folder
from accountkit.handbook.parts import Signatures
from accountkit.roles.role_terms import same_terms, terms_of
from accountkit.roles.versions import RoleVersion

if TYPE_CHECKING:
    from accountkit.roles.description import RoleInCompany
    from accountkit.roles.signatures import Signature
    from accountkit.roles.version_history import VersionHistory

__all__ = ["approved_version", "keep_signatures", "keep_version", "version_file"]


def version_file(version: RoleVersion) -> str:
    """The name of a version's file within the folder of the handbook."""
    return f"versions/{version.role}.{version.number}.yaml"


def keep_version(folder: Path, version: RoleVersion) -> Path:
    """Write a version to its file, whole or not at all.

    Returns:
        The file.

    Raises:
        UsageError: the file is there already.
    """
    file = folder / version_file(version)
    if file.exists():
        raise UsageError(
            f"file {file}", "is there already", "a version is never changed; approve another one"
        )
    write_folder(folder, [(version_file(version), version)])
    return file


def keep_signatures(folder: Path, signatures: tuple[Signature, ...]) -> None:
    """Write all signatures to their file, whole or not at all."""
    write_folder(folder, [("signatures.yaml", Signatures(signatures=signatures))])


def approved_version(history: VersionHistory, described: RoleInCompany) -> RoleVersion | None:
    """The version that a role is still the same as: the last one of its position or of the role."""
    latest = history.latest(described.role.id, described.choices.position)
    if latest is None or not same_terms(latest.terms, terms_of(described, latest.languages)):
        return None
    return latest
