"""The catalogue, read: ready-made roles, offices and jurisdictions as typed objects."""

from __future__ import annotations

from functools import cache
from importlib.resources.abc import Traversable
from typing import TypeVar

from accountkit import catalogue
from accountkit.handbook.conversion import structure
from accountkit.handbook.nodes import read_nodes
from accountkit.roles.laws import Jurisdiction
from accountkit.roles.parties import Office
from accountkit.roles.role import Role

__all__ = ["catalogue_jurisdiction", "catalogue_offices", "catalogue_role"]

T = TypeVar("T")


@cache
def catalogue_role(role_id: str) -> Role:
    """A ready-made role.

    Raises:
        UnknownNameError: the catalogue has no such role.
    """
    return _read(catalogue.role_file(role_id), Role)


@cache
def catalogue_offices() -> tuple[Office, ...]:
    """The posts and units that ready-made roles deal with."""
    return _read(catalogue.offices_file(), tuple[Office, ...])


@cache
def catalogue_jurisdiction(jurisdiction_id: str) -> Jurisdiction:
    """The laws of one place.

    Raises:
        UnknownNameError: the catalogue has no such jurisdiction.
    """
    return _read(catalogue.jurisdiction_file(jurisdiction_id), Jurisdiction)


def _read(file: Traversable, cls: type[T]) -> T:
    name = f"catalogue/{file.name}"
    return structure(read_nodes(file, name), cls, name)
