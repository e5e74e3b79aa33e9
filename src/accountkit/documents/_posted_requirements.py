"""Requirements as figures: schooling and months of experience in the words that searches know.

A search knows one schooling, one length of experience, and whether the experience does in place of
the schooling. What is asked for otherwise is told in words only, since half of it would be wrong.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from accountkit.documents.posting_rules import NO_REQUIREMENTS
from accountkit.roles.conditions import Condition
from accountkit.roles.requirements import Education, Qualification, Requirement, Strength

if TYPE_CHECKING:
    from accountkit.documents._json_text import Json

__all__ = ["requirement_properties", "untold_requirements"]

_CREDENTIALS: Mapping[Education, str] = MappingProxyType(
    {
        Education.SECONDARY: "high school",
        Education.VOCATIONAL: "professional certificate",
        Education.HIGHER: "bachelor degree",
        Education.BACHELOR: "bachelor degree",
        Education.MASTER: "postgraduate degree",
        Education.POSTGRADUATE: "postgraduate degree",
    }
)
"""The least schooling that is enough, in the words of a search."""

_NO_SCHOOLING = (None, Education.NONE)


def untold_requirements(requirements: Iterable[Requirement]) -> tuple[Requirement, ...]:
    """What is required, and in a way that figures cannot tell."""
    musts = _musts(requirements)
    return () if _can_be_told(musts) else musts


def requirement_properties(requirements: Iterable[Requirement]) -> dict[str, Json]:
    """What is required, in figures as far as those can tell it."""
    musts = _musts(requirements)
    if not _can_be_told(musts):
        return {}
    months = [*_months(musts), *(number for must in musts for number in _months(must.alternatives))]
    found: dict[str, Json] = {}
    for must in musts:
        if must.education is not None:
            found["educationRequirements"] = _schooling(must.education)
    if months:
        found["experienceRequirements"] = _experience(max(months))
    if any(must.alternatives for must in musts):
        found["experienceInPlaceOfEducation"] = True
    return found


def _musts(requirements: Iterable[Requirement]) -> tuple[Requirement, ...]:
    return tuple(
        item
        for item in requirements
        if item.strength is Strength.REQUIRED and item.condition is Condition.OWN
    )


def _can_be_told(musts: tuple[Requirement, ...]) -> bool:
    match musts:
        case (Requirement(alternatives=(_, *_)) as only,):
            return _takes_experience_instead(only)
        case _:
            asked = [(must.education is not None, bool(must.experience_months)) for must in musts]
            once = all(sum(kind) <= 1 for kind in zip(*asked, strict=True))
            return once and not any(must.alternatives for must in musts)


def _takes_experience_instead(must: Requirement) -> bool:
    """Whether schooling alone is asked for, and experience alone is enough instead of it."""
    match must.alternatives:
        case (Qualification(credential=None) as instead,):
            return (
                must.education not in _NO_SCHOOLING
                and not must.experience_months
                and must.credential is None
                and instead.education in _NO_SCHOOLING
                and bool(instead.experience_months)
            )
        case _:
            return False


def _months(stated: Iterable[Requirement | Qualification]) -> list[int]:
    return [item.experience_months for item in stated if item.experience_months is not None]


def _schooling(education: Education) -> Json:
    if education is Education.NONE:
        return NO_REQUIREMENTS
    return {
        "@type": "EducationalOccupationalCredential",
        "credentialCategory": _CREDENTIALS[education],
    }


def _experience(months: int) -> Json:
    if months == 0:
        return NO_REQUIREMENTS
    return {"@type": "OccupationalExperienceRequirements", "monthsOfExperience": months}
