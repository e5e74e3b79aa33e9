"""The role set: the roles of a handbook with all their layers, and where each part is written.

A role is written here, extends other roles, or is adopted from the catalogue; the company changes
it, and a position changes it once more. What that comes to is worked out in
``accountkit.roles.resolution``; here the layers are found and their messages get their places.
"""

from __future__ import annotations

from collections import ChainMap
from collections.abc import Iterator
from functools import cached_property
from typing import TypeAlias

import attrs

from accountkit.errors import AccountkitError, Place, Problems, UnknownNameError, did_you_mean
from accountkit.handbook.catalogue import CATALOGUE_ROLES, catalogue_places, role_file_name
from accountkit.handbook.findings import placed
from accountkit.handbook.places import Places
from accountkit.roles.choices import RoleChoices
from accountkit.roles.inheritance import DerivedRole, Layer, Stage
from accountkit.roles.resolution import ResolvedRole, resolve
from accountkit.roles.role import Role

__all__ = ["RolePlaces", "RoleSet", "WrittenRole"]

WrittenRole: TypeAlias = Role | DerivedRole
Path: TypeAlias = tuple[str | int, ...]
Key: TypeAlias = tuple[str, str | None]
"""The id of a role, and of one of its positions."""


@attrs.frozen(kw_only=True)
class RoleSet:
    """The roles that a handbook has, written or adopted."""

    company: str = attrs.field(metadata={"doc": "the company's id"})
    written: tuple[WrittenRole, ...] = attrs.field(metadata={"doc": "roles written here"})
    choices: tuple[RoleChoices, ...] = attrs.field(metadata={"doc": "what is settled and changed"})
    places: Places = attrs.field(metadata={"doc": "where all that stands"})
    _resolved: dict[Key, ResolvedRole | Problems] = attrs.field(
        factory=dict[Key, "ResolvedRole | Problems"], init=False, eq=False, repr=False
    )

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the roles written or adopted here, each once."""
        adopted = (choices.role for choices in self.choices)
        return tuple(dict.fromkeys([*(role.id for role in self.written), *adopted]))

    @property
    def described(self) -> Iterator[Key]:
        """What has a description: each role there is, then each position with its own choices."""
        known = [role_id for role_id in self.ids if role_id in self.by_id]
        yield from ((role_id, None) for role_id in known)
        for choices in self.choices:
            if choices.position is not None and choices.role in known:
                yield choices.role, choices.position

    @cached_property
    def by_id(self) -> ChainMap[str, WrittenRole]:
        """Every role that may be extended: those written here, then those of the catalogue."""
        own = {role.id: role for role in reversed(self.written)}
        return ChainMap(own, CATALOGUE_ROLES)  # type: ignore[arg-type] # it is only read

    def check_known(self, role_id: str) -> None:
        """Refuse a role that is not here.

        Raises:
            UnknownNameError: it is neither written nor adopted, or the catalogue has none to adopt.
        """
        if role_id not in self.ids:
            raise UnknownNameError(
                f"role {role_id}",
                "is not in the handbook",
                did_you_mean(role_id, self.ids, f"it has {', '.join(self.ids) or 'no roles'}"),
            )
        if role_id not in self.by_id:
            raise UnknownNameError(
                f"role {role_id}",
                "is neither written here nor in the catalogue",
                did_you_mean(role_id, self.by_id, f"there is {', '.join(self.by_id)}"),
            )

    def settled(self, role_id: str, position: str | None = None) -> RoleChoices:
        """What is settled for a role, and for one of its positions before that."""
        general = self._choices(role_id, None)
        return general if position is None else self._choices(role_id, position).over(general)

    def resolved(self, role_id: str, position: str | None = None) -> ResolvedRole:
        """A role with what the company and the position change.

        Raises:
            Problems: its layers do not fit together; each problem in its place.
        """
        key = (role_id, position)
        if key not in self._resolved:
            self._resolved[key] = self._resolve(role_id, position)
        found = self._resolved[key]
        if isinstance(found, Problems):
            raise found
        return found

    def place(self, role_id: str, path: Path, position: str | None = None) -> Place | None:
        """Where a path that starts at a description of the role is written.

        ``path`` starts with ``role``, ``choices`` or ``jurisdiction``, as in the faults of
        ``accountkit.roles.RoleInCompany``.
        """
        match path:
            case ("role", *rest):
                layer, inside = self.resolved(role_id, position).origin(tuple(rest))
                return self.in_layer(role_id, position, layer, inside)
            case ("choices", *rest):
                found = self._place_of_choice(role_id, position, tuple(rest))
                return found or self.file(role_id)
            case _:
                return self.places.at("company.yaml", *path[:1])

    def places_of(self, role_id: str, position: str | None = None) -> RolePlaces:
        """Where the parts of one role are written, layer by layer."""
        return RolePlaces(role_set=self, role_id=role_id, position=position)

    def in_layer(self, role_id: str, position: str | None, layer: str, path: Path) -> Place | None:
        """Where a path through a layer's own file leads."""
        if layer == self._company_layer:
            return self.places.at(self._choices_file(role_id, None), *path)
        if position is not None and layer == _position_layer(position):
            return self.places.at(self._choices_file(role_id, position), *path)
        own = self.places.file_with("roles/", "id", layer)
        if own or any(role.id == layer for role in self.written):
            return self.places.at(own, *path)
        if layer not in CATALOGUE_ROLES:
            return None
        return catalogue_places(layer).at(role_file_name(layer), *path)

    def file(self, role_id: str) -> Place | None:
        """Where a role is written or adopted here; ``None`` if it is nowhere."""
        name = self.places.file_with("roles/", "id", role_id)
        return self.places.at(name or self.places.file_with("roles/", "role", role_id))

    def _choices(self, role_id: str, position: str | None) -> RoleChoices:
        found = (c for c in self.choices if (c.role, c.position) == (role_id, position))
        return next(found, RoleChoices(role=role_id, position=position))

    def _resolve(self, role_id: str, position: str | None) -> ResolvedRole | Problems:
        try:
            return resolve(role_id, self.by_id, tuple(self._layers(role_id, position)))
        except Problems as problems:
            return Problems(
                f"role {role_id} cannot be resolved",
                [self._placed(role_id, position, problem) for problem in problems.problems],
            )

    def _layers(self, role_id: str, position: str | None) -> Iterator[Layer]:
        company = self._choices(role_id, None).changes
        yield Layer(name=self._company_layer, stage=Stage.COMPANY, changes=company)
        if position is not None:
            own = self._choices(role_id, position).changes
            yield Layer(name=_position_layer(position), stage=Stage.POSITION, changes=own)

    @property
    def _company_layer(self) -> str:
        return f"company {self.company}"

    def _placed(
        self, role_id: str, position: str | None, problem: AccountkitError
    ) -> AccountkitError:
        match problem.path:
            case (str(layer), *inside):
                return placed(problem, self.in_layer(role_id, position, layer, tuple(inside)))
            case _:
                return placed(problem, self.file(role_id))

    def _place_of_choice(self, role_id: str, position: str | None, path: Path) -> Place | None:
        """Where a choice stands: in the position's file, else in the company's."""
        match path:
            case (str(field), int(at), *rest):
                item = getattr(self.settled(role_id, position), field)[at]
            case _:
                return self.places.at(self._choices_file(role_id, position), *path)
        for holder in dict.fromkeys((position, None)):
            for index, own in enumerate(getattr(self._choices(role_id, holder), field)):
                if own is item:
                    return self.places.at(self._choices_file(role_id, holder), field, index, *rest)
        return None

    def _choices_file(self, role_id: str, position: str | None) -> str:
        files = self.places.files_with("roles/", "role", role_id)
        return next((f for f in files if self.places.value(f, "position") == position), "")


@attrs.frozen(kw_only=True)
class RolePlaces:
    """Where the parts of one role, or of one of its positions, are written."""

    role_set: RoleSet
    role_id: str
    position: str | None = None

    def in_layer(self, layer: str, path: Path) -> Place | None:
        """Where a path through a layer's own file leads."""
        return self.role_set.in_layer(self.role_id, self.position, layer, path)

    def of_part(self, path: Path) -> Place | None:
        """Where a part stands; ``path`` is as in the faults of a described role."""
        return self.role_set.place(self.role_id, path, self.position)


def _position_layer(position: str) -> str:
    return f"position {position}"
