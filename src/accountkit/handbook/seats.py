"""Seats: the positions of a handbook, each with its role as it is there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from accountkit.roles.description import RoleInCompany

if TYPE_CHECKING:
    from accountkit.handbook.handbook import Handbook

__all__ = ["roles_by_position"]


def roles_by_position(handbook: Handbook) -> dict[str, RoleInCompany]:
    """The role of each position, by the position's id.

    Raises:
        UnknownNameError: the handbook has no such role.
        Problems: what a role extends and what is changed in it do not fit together.
    """
    seats = handbook.organisation.positions
    return {seat.id: handbook.role(seat.role, seat.id) for seat in seats}
