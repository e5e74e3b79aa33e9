"""The catalogue: ready-made roles, offices and laws, as handbook files that ship with the package.

What several roles share word for word is an item of the library, which they use by its id. This
module lists the files and opens them; ``accountkit.handbook`` reads what is in them. Every text is
in English, Filipino and Russian, and every clause names its source row. No file states a rate, an
amount or a date.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from accountkit.errors import UnknownNameError, did_you_mean

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = [
    "jurisdiction_file",
    "jurisdiction_ids",
    "library_files",
    "offices_file",
    "role_file",
    "role_ids",
]

_SUFFIX = ".yaml"


def role_ids() -> tuple[str, ...]:
    """Ids of the roles in the catalogue, in alphabetical order.

    >>> "key-account-manager" in role_ids()
    True
    """
    return _ids("roles")


def role_file(role_id: str) -> Traversable:
    """The file that holds one role (``accountkit.roles.Role``).

    Raises:
        UnknownNameError: the catalogue has no such role.
    """
    return _file("roles", "role", role_id)


def library_files() -> tuple[Traversable, ...]:
    """The files of the library, each a mapping from the id of an item to what it says."""
    found = (item for item in files(__name__).joinpath("library").iterdir())
    return tuple(sorted((item for item in found if item.name.endswith(_SUFFIX)), key=_name))


def jurisdiction_ids() -> tuple[str, ...]:
    """Ids of the jurisdictions in the catalogue, in alphabetical order.

    >>> jurisdiction_ids()
    ('PH', 'RU', 'neutral')
    """
    return _ids("laws")


def jurisdiction_file(jurisdiction_id: str) -> Traversable:
    """The file that holds the laws of one place (``accountkit.roles.Jurisdiction``).

    Raises:
        UnknownNameError: the catalogue has no such jurisdiction.
    """
    return _file("laws", "jurisdiction", jurisdiction_id)


def offices_file() -> Traversable:
    """The file that holds the offices roles refer to (a list of ``accountkit.roles.Office``)."""
    return files(__name__).joinpath("offices.yaml")


def _name(file: Traversable) -> str:
    return file.name


@cache
def _ids(folder: str) -> tuple[str, ...]:
    names = (item.name for item in files(__name__).joinpath(folder).iterdir())
    return tuple(sorted(name.removesuffix(_SUFFIX) for name in names if name.endswith(_SUFFIX)))


def _file(folder: str, kind: str, name: str) -> Traversable:
    known = _ids(folder)
    if name not in known:
        raise UnknownNameError(
            f"{kind} {name}",
            "is not in the catalogue",
            did_you_mean(name, known, f"the catalogue has {', '.join(known)}"),
        )
    return files(__name__).joinpath(folder, name + _SUFFIX)
