"""Posting properties: what is known of a role and its posting, by the names of schema.org.

A property that nothing is known for is left out, never filled in. Of several values each stands by
itself in a list, and money keeps all its digits.

Source:
    schema.org, ``JobPosting`` and the types of its properties.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING

from accountkit.documents.formats import country_text
from accountkit.roles.codes import CodeScheme
from accountkit.roles.duties import Duty
from accountkit.roles.knowledge import Knowledge
from accountkit.roles.pay_mechanisms import PayKind
from accountkit.roles.qualities import Quality
from accountkit.roles.requirements import Requirement
from accountkit.roles.skills import Skill
from accountkit.roles.working_conditions import ConditionNature, WorkingCondition

if TYPE_CHECKING:
    from accountkit.documents._json_text import Json
    from accountkit.documents._posted import PostedClause
    from accountkit.roles.codes import OccupationCode
    from accountkit.roles.postings import PostedPay, Posting, WorkPlace

__all__ = ["posting_properties", "role_properties"]

_SCHEMES: Mapping[CodeScheme, str] = MappingProxyType(
    {
        CodeScheme.ISCO_08: "ISCO-08",
        CodeScheme.ESCO: "ESCO",
        CodeScheme.SOC: "SOC",
        CodeScheme.ONET_SOC: "O*NET-SOC",
        CodeScheme.PSOC: "PSOC",
        CodeScheme.OKPDTR: "OKPDTR",
    }
)
_BY_RESULTS = frozenset(
    {
        PayKind.VARIABLE_PART,
        PayKind.COMMISSION,
        PayKind.QUOTA_PAY,
        PayKind.DEFERRED_BONUS,
        PayKind.AWARD_IN_KIND,
        PayKind.BONUS_PER_DEAL,
    }
)
_HOURS = frozenset({ConditionNature.HOURS, ConditionNature.OVERTIME})
_BENEFITS = frozenset({ConditionNature.ADVANTAGE})
_MACHINES = "en"
"""The language of names that only programs read."""


def posting_properties(posting: Posting, company: str) -> dict[str, Json]:
    """What a posting knows: who offers the post, where, since when, for how long and what pay."""
    until = posting.valid_through
    return _known(
        {
            "identifier": {"@type": "PropertyValue", "name": company, "value": posting.id},
            "datePosted": posting.posted_on.isoformat(),
            "validThrough": None if until is None else until.isoformat(),
            "hiringOrganization": {"@type": "Organization", "name": company},
            "jobLocation": _one_or_all([_place(place) for place in posting.places]),
            "jobLocationType": "TELECOMMUTE" if posting.is_remote else None,
            "applicantLocationRequirements": _one_or_all(
                [_country(code) for code in posting.residence]
            ),
            "employmentType": _one_or_all([kind.value.upper() for kind in posting.employment]),
            "totalJobOpenings": posting.openings,
            "baseSalary": None if posting.pay is None else _salary(posting.pay),
            "applicationContact": None if posting.apply_at is None else _contact(posting.apply_at),
            "directApply": posting.applies_directly,
        }
    )


def role_properties(
    clauses: Sequence[PostedClause],
    pay: Sequence[tuple[PayKind, str]],
    codes: Sequence[OccupationCode],
) -> dict[str, Json]:
    """What a role knows: the work, what it takes, its conditions, and how results are paid."""
    return _known(
        {
            "responsibilities": _texts(clauses, Duty),
            "qualifications": _texts(clauses, Requirement, Quality),
            "skills": _texts(clauses, Knowledge, Skill),
            "workHours": _conditions(clauses, _HOURS),
            "jobBenefits": _conditions(clauses, _BENEFITS),
            "incentiveCompensation": _one_or_all(
                [text for kind, text in pay if kind in _BY_RESULTS]
            ),
            "occupationalCategory": _one_or_all([_category(code) for code in codes]),
        }
    )


def _known(properties: Mapping[str, Json | None]) -> dict[str, Json]:
    return {name: value for name, value in properties.items() if value is not None}


def _one_or_all(values: Sequence[Json]) -> Json | None:
    return tuple(values) if len(values) > 1 else values[0] if values else None


def _texts(clauses: Iterable[PostedClause], *kinds: type) -> Json | None:
    return _one_or_all([item.sentence for item in clauses if isinstance(item.clause, kinds)])


def _conditions(
    clauses: Iterable[PostedClause], natures: frozenset[ConditionNature]
) -> Json | None:
    return _one_or_all(
        [
            item.sentence
            for item in clauses
            if isinstance(item.clause, WorkingCondition) and item.clause.nature in natures
        ]
    )


def _place(place: WorkPlace) -> Json:
    address: dict[str, Json | None] = {
        "@type": "PostalAddress",
        "streetAddress": place.street,
        "addressLocality": place.locality,
        "addressRegion": place.region,
        "postalCode": place.postal_code,
        "addressCountry": place.country,
    }
    return {"@type": "Place", "address": _known(address)}


def _country(code: str) -> Json:
    name = country_text(code, locale=_MACHINES)
    return {"@type": "Country", "name": name, "identifier": code}


def _salary(pay: PostedPay) -> Json:
    value: dict[str, Json] = {"@type": "QuantitativeValue"}
    if pay.least == pay.most:
        value["value"] = pay.least.amount
    else:
        value |= {"minValue": pay.least.amount, "maxValue": pay.most.amount}
    value["unitText"] = pay.per.value.upper()
    return {"@type": "MonetaryAmount", "currency": pay.least.currency, "value": value}


def _contact(address: str) -> Json:
    kind = "url" if "://" in address else "email"
    return {"@type": "ContactPoint", kind: address}


def _category(code: OccupationCode) -> Json:
    """The code with its scheme; an address of ESCO is the address of the category."""
    category: dict[str, Json | None] = {
        "@type": "CategoryCode",
        "name": code.title,
        "codeValue": code.code,
        "url": code.code if code.scheme is CodeScheme.ESCO else None,
        "inCodeSet": {
            "@type": "CategoryCodeSet",
            "name": _SCHEMES[code.scheme],
            "version": code.version,
        },
    }
    return _known(category)
