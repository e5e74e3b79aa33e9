"""ESCO records: occupations, and the skills that ESCO relates to them.

Labels and descriptions are by language. Records are the same whatever file they were read from.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import attrs

from accountkit.errors import Place, UnknownNameError, UsageError, did_you_mean

__all__ = ["ADDRESS", "EscoClassification", "EscoOccupation", "EscoRelation", "EscoSkill"]

ADDRESS = re.compile(r"https?://data\.europa\.eu/esco/occupation/[0-9A-Za-z.-]+")
"""What the address of an occupation looks like."""


@attrs.frozen(kw_only=True)
class EscoSkill:
    """A skill or field of knowledge.

    ``uri`` is its address, ``None`` in an extract that has names alone; ``is_knowledge`` is
    ``None`` where the source does not tell.
    """

    uri: str | None
    labels: Mapping[str, str]
    is_knowledge: bool | None


@attrs.frozen(kw_only=True)
class EscoRelation:
    """That an occupation asks for a skill; what is not essential is optional."""

    skill: EscoSkill
    is_essential: bool
    place: Place


@attrs.frozen(kw_only=True)
class EscoOccupation:
    """An occupation; ``code`` is ESCO's own below the ISCO group, such as 2434.1."""

    uri: str
    code: str | None
    isco: str | None
    labels: Mapping[str, str]
    others: Mapping[str, tuple[str, ...]]
    descriptions: Mapping[str, str]
    status: str
    regulated: str
    place: Place


@attrs.frozen(kw_only=True)
class EscoClassification:
    """One release of the classification, in some of its languages.

    ``groups`` has the names of the groups of ISCO-08 by code; ``None`` if they were not there.
    """

    release: str
    languages: tuple[str, ...]
    occupations: Mapping[str, EscoOccupation] = attrs.field(repr=False)
    relations: Mapping[str, tuple[EscoRelation, ...]] = attrs.field(repr=False)
    groups: Mapping[str, Mapping[str, str]] | None = attrs.field(repr=False)

    def occupation(self, name: str) -> EscoOccupation:
        """The occupation with an address, a code of ESCO or ISCO-08, or a preferred label.

        Raises:
            UnknownNameError: there is none.
            UsageError: there are several, as there are in most groups of ISCO-08.
        """
        found = self.occupations.get(name)
        if found is not None:
            return found
        called = [item for item in self.occupations.values() if name in _names(item)]
        if not called:
            raise UnknownNameError(
                f"occupation {name}", f"is not in ESCO {self.release}", self._near(name)
            )
        if len(called) > 1:
            told = ", ".join(f"{_label(item)} ({item.uri})" for item in called)
            raise UsageError(
                f"occupation {name}", f"is the code of {len(called)}: {told}", "give one address"
            )
        return called[0]

    def _near(self, name: str) -> str:
        known = {label: item.uri for item in self.occupations.values() for label in _names(item)}
        alias = {
            other.casefold(): _label(item)
            for item in self.occupations.values()
            for others in item.others.values()
            for other in others
        }
        if name.casefold() in alias:
            return f"it is another title of {alias[name.casefold()]}, so give that one"
        near = did_you_mean(name, [*known, *self.occupations])
        return near or "give its address, its code or its preferred label"


def _names(occupation: EscoOccupation) -> Iterable[str]:
    return filter(None, (occupation.code, occupation.isco, *occupation.labels.values()))


def _label(occupation: EscoOccupation) -> str:
    return next(iter(occupation.labels.values()), occupation.uri)
