"""Role files: where a role goes that a command writes into a handbook."""

from __future__ import annotations

from pathlib import Path

from accountkit.errors import UsageError
from accountkit.handbook import Handbook

__all__ = ["file_for_role"]


def file_for_role(role_id: str, handbook: Handbook, folder: Path, *, replace: bool) -> str:
    """The file that a role belongs into, relative to the handbook.

    Raises:
        UsageError: the handbook has such a role, or the file holds something else.
    """
    own = handbook.origin.places.file_with("roles/", "id", role_id)
    if role_id in handbook.role_ids and not replace:
        raise UsageError(
            f"role {role_id}",
            "is in the handbook already",
            "give another id with --id, or write over it with --replace",
        )
    name = own or f"roles/{role_id}.yaml"
    if not own and (folder / name).exists():
        raise UsageError(f"file {name}", "holds another role", "give another id with --id")
    return name
