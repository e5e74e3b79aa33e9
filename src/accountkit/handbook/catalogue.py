"""The catalogue, read: ready-made roles, offices and jurisdictions as typed objects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from accountkit import catalogue
from accountkit.errors import Place
from accountkit.handbook.composition import Library, compose
from accountkit.handbook.conversion import structure
from accountkit.handbook.nodes import MapNode, Node, find, read_nodes
from accountkit.handbook.places import Places
from accountkit.roles.inheritance import DerivedRole
from accountkit.roles.laws import Jurisdiction
from accountkit.roles.parties import Office
from accountkit.roles.resolution import ResolvedRole, resolve
from accountkit.roles.role import Role

__all__ = [
    "CATALOGUE",
    "CATALOGUE_ROLES",
    "CatalogueRoles",
    "catalogue_jurisdiction",
    "catalogue_library",
    "catalogue_offices",
    "catalogue_places",
    "catalogue_role",
    "law_place",
    "office_place",
    "resolved_catalogue_role",
    "role_file_name",
]

CATALOGUE = "catalogue/"
"""What messages put before the names of files of the catalogue."""

_OFFICES = f"{CATALOGUE}offices.yaml"


def catalogue_role(role_id: str) -> Role:
    """A ready-made role, with all that it extends.

    Raises:
        UnknownNameError: the catalogue has no such role.
    """
    return resolved_catalogue_role(role_id).role


@cache
def resolved_catalogue_role(role_id: str) -> ResolvedRole:
    """A ready-made role with the story of each of its clauses.

    Raises:
        UnknownNameError: the catalogue has no such role.
    """
    catalogue.role_file(role_id)
    return resolve(role_id, CATALOGUE_ROLES)


class CatalogueRoles(Mapping[str, Role | DerivedRole]):
    """The roles of the catalogue as they are written, each read when it is first asked for."""

    def __getitem__(self, role_id: str) -> Role | DerivedRole:
        if role_id not in catalogue.role_ids():
            raise KeyError(role_id)
        return _written_role(role_id)

    def __iter__(self) -> Iterator[str]:
        return iter(catalogue.role_ids())

    def __len__(self) -> int:
        return len(catalogue.role_ids())


CATALOGUE_ROLES = CatalogueRoles()
"""Every ready-made role by its id."""


@cache
def catalogue_offices() -> tuple[Office, ...]:
    """The posts and units that ready-made roles deal with."""
    return structure(_offices_node(), tuple[Office, ...], _OFFICES)


@cache
def catalogue_jurisdiction(jurisdiction_id: str) -> Jurisdiction:
    """The laws of one place.

    Raises:
        UnknownNameError: the catalogue has no such jurisdiction.
    """
    name = _jurisdiction_name(jurisdiction_id)
    return structure(_jurisdiction_node(jurisdiction_id), Jurisdiction, name)


def office_place(office_id: str) -> Place | None:
    """Where the title of a ready-made office stands; ``None`` if there is no such office."""
    ids = [office.id for office in catalogue_offices()]
    if office_id not in ids:
        return None
    return find(_offices_node(), (ids.index(office_id), "title"))


def law_place(jurisdiction_id: str, law_id: str) -> Place | None:
    """Where the name of a law stands; ``None`` if the catalogue has no such law."""
    ids = [law.id for law in catalogue_jurisdiction(jurisdiction_id).laws]
    if law_id not in ids:
        return None
    return find(_jurisdiction_node(jurisdiction_id), ("laws", ids.index(law_id), "title"))


@cache
def catalogue_library() -> Library:
    """The items that roles use by id, as they are written."""
    library: dict[str, MapNode] = {}
    for file in catalogue.library_files():
        node = read_nodes(file, f"{CATALOGUE}library/{file.name}")
        entries = node.entries if isinstance(node, MapNode) else ()
        library |= {key.text: item for key, item in entries if isinstance(item, MapNode)}
    return library


def role_file_name(role_id: str) -> str:
    """How messages call the file of a ready-made role."""
    return f"{CATALOGUE}roles/{role_id}.yaml"


def catalogue_places(role_id: str) -> Places:
    """Where each part of a ready-made role stands."""
    places = Places()
    places.put(role_file_name(role_id), _role_node(role_id))
    return places


@cache
def _role_node(role_id: str) -> Node:
    name = role_file_name(role_id)
    return compose(read_nodes(catalogue.role_file(role_id), name), catalogue_library(), name)


@cache
def _written_role(role_id: str) -> Role | DerivedRole:
    node = _role_node(role_id)
    name = role_file_name(role_id)
    is_derived = isinstance(node, MapNode) and node.get("extends") is not None
    return structure(node, DerivedRole, name) if is_derived else structure(node, Role, name)


@cache
def _offices_node() -> Node:
    return read_nodes(catalogue.offices_file(), _OFFICES)


@cache
def _jurisdiction_node(jurisdiction_id: str) -> Node:
    file = catalogue.jurisdiction_file(jurisdiction_id)
    return read_nodes(file, _jurisdiction_name(jurisdiction_id))


def _jurisdiction_name(jurisdiction_id: str) -> str:
    return f"{CATALOGUE}laws/{jurisdiction_id}.yaml"
