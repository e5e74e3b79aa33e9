"""Posting rules: what a search for jobs asks of a posting in schema.org's words.

The rules look at the finished data and know nothing of how they were made, so that any posting can
be held to them. What Google requires is required here; what it recommends may be missing, and must
be right where it is there.

Source:
    schema.org, ``JobPosting``; Google Search Central, structured data for job postings, with the
    properties on schooling and experience that are in beta.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from decimal import Decimal, InvalidOperation
from html import unescape
from typing import Any, TypeAlias, cast

from accountkit.errors import InputError
from accountkit.values._quotes import quoted

__all__ = ["CREDENTIALS", "NO_REQUIREMENTS", "posting_faults"]

CREDENTIALS = (
    "high school",
    "associate degree",
    "bachelor degree",
    "professional certificate",
    "postgraduate degree",
)
"""The words for schooling that a search knows, as ``credentialCategory``."""

NO_REQUIREMENTS = "no requirements"
"""What stands in place of a requirement where none is made."""

Path: TypeAlias = tuple[str | int, ...]
Object: TypeAlias = Mapping[str, Any]
Rule: TypeAlias = Callable[[Object], Iterator[InputError]]

_CONTEXT = re.compile(r"https?://(?:www\.)?schema\.org/?")
_REQUIRED = ("title", "description", "datePosted", "hiringOrganization")
_TEXTS = ("title", "description")
_EMPLOYMENT = (
    "FULL_TIME",
    "PART_TIME",
    "CONTRACTOR",
    "TEMPORARY",
    "INTERN",
    "VOLUNTEER",
    "PER_DIEM",
    "OTHER",
)
_UNITS = ("HOUR", "DAY", "WEEK", "MONTH", "YEAR")
_REMOTE = "TELECOMMUTE"
_CONFIDENTIAL = "confidential"
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:T.+)?", re.ASCII)
_PARAGRAPH = re.compile(r"<(?:p|br|li)\b|\n", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_CURRENCY = re.compile(r"[A-Z]{3}")


def posting_faults(data: Any) -> tuple[InputError, ...]:
    """What a search for jobs would refuse in a posting that was read from JSON-LD.

    ``path`` of a fault leads to the property that is wrong or missing.
    """
    if not isinstance(data, Mapping):
        return (_fault((), "is no object of JSON", "write its properties in braces"),)
    posting = {name: value for name, value in cast("Object", data).items() if value is not None}
    return tuple(fault for rule in _RULES for fault in rule(posting))


def _kind(posting: Object) -> Iterator[InputError]:
    context = posting.get("@context")
    if not isinstance(context, str) or not _CONTEXT.fullmatch(context):
        yield _fault(("@context",), "is not in the words of schema.org", "write https://schema.org")
    if posting.get("@type") != "JobPosting":
        yield _fault(("@type",), "is not said to be a JobPosting", "write JobPosting as @type")


def _required(posting: Object) -> Iterator[InputError]:
    for name in _REQUIRED:
        value = posting.get(name)
        if _is_blank(value) or (name in _TEXTS and not isinstance(value, str)):
            yield _fault((name,), f"has no {name}, which is required", "add it")


def _description(posting: Object) -> Iterator[InputError]:
    text, title = posting.get("description"), posting.get("title")
    if not isinstance(text, str) or not text.strip():
        return
    if not _PARAGRAPH.search(text):
        yield _fault(
            ("description",), "is described without paragraphs", "write it in HTML, with <p>"
        )
    if isinstance(title, str) and _words(text) == _words(title):
        yield _fault(
            ("description",), "is described by its title alone", "say what the work is in full"
        )


def _words(text: str) -> str:
    """The words without tags and spacing, in small letters."""
    return " ".join(unescape(_TAG.sub(" ", text)).split()).casefold()


def _dates(posting: Object) -> Iterator[InputError]:
    days: dict[str, str] = {}
    for name in ("datePosted", "validThrough"):
        value = posting.get(name)
        if not _is_blank(value):
            if _is_day(value):
                days[name] = str(value)[:10]
            else:
                yield _fault(
                    (name,), f"has {quoted(value)} as {name}", "write it as 2026-01-31 (ISO 8601)"
                )
    if len(days) == 2 and days["validThrough"] < days["datePosted"]:  # noqa: PLR2004 - both of them
        yield _fault(("validThrough",), "ends before it is posted", "give a later day")


def _is_day(value: Any) -> bool:
    if not isinstance(value, str) or not _DAY.fullmatch(value):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _organisation(posting: Object) -> Iterator[InputError]:
    value = posting.get("hiringOrganization")
    if _is_blank(value) or value == _CONFIDENTIAL:
        return
    if _is_blank(_object(value, "Organization").get("name")):
        yield _fault(
            ("hiringOrganization",),
            "does not name who hires",
            f"write an Organization with its name, or {_CONFIDENTIAL}",
        )


def _where(posting: Object) -> Iterator[InputError]:
    places = _each(posting, "jobLocation")
    if not places and not (_is_remote(posting) and _each(posting, "applicantLocationRequirements")):
        yield _fault(
            ("jobLocation",),
            "has no jobLocation",
            f"add it, or {_REMOTE} with applicantLocationRequirements",
        )
    for path, place in places:
        address = _object(_object(place, "Place").get("address"), "PostalAddress")
        if not address:
            yield _fault(path, "has a place without an address", "write a Place with PostalAddress")
        elif _is_nameless(address.get("addressCountry")):
            yield _fault(
                (*path, "address", "addressCountry"),
                "has an address without a country",
                "add addressCountry, such as PH",
            )


def _remote(posting: Object) -> Iterator[InputError]:
    countries = _each(posting, "applicantLocationRequirements")
    if "jobLocationType" in posting and not _is_remote(posting):
        yield _fault(
            ("jobLocationType",),
            f"has {quoted(posting['jobLocationType'])} as jobLocationType",
            f"write {_REMOTE}, or leave it out",
        )
    if _is_remote(posting) and not countries:
        yield _fault(
            ("applicantLocationRequirements",),
            "is remote and does not say where those may live who apply",
            "add applicantLocationRequirements with at least one country",
        )
    if countries and not _is_remote(posting):
        yield _fault(
            ("applicantLocationRequirements",),
            "says where those may live who apply, and is not remote",
            f"write jobLocationType {_REMOTE}, or leave it out",
        )
    for path, country in countries:
        if _is_blank(_object(country).get("name")):
            yield _fault(path, "names no country to live in", "write a Country with its name")


def _is_remote(posting: Object) -> bool:
    return bool(posting.get("jobLocationType") == _REMOTE)


def _employment(posting: Object) -> Iterator[InputError]:
    for path, word in _each(posting, "employmentType"):
        if word not in _EMPLOYMENT:
            yield _fault(
                path,
                f"has {quoted(word)} as employmentType",
                f"write one of {', '.join(_EMPLOYMENT)}",
            )


def _salary(posting: Object) -> Iterator[InputError]:
    if "baseSalary" not in posting:
        return
    salary = _object(posting["baseSalary"], "MonetaryAmount")
    path, value = ("baseSalary", "value"), _object(salary.get("value"), "QuantitativeValue")
    if not value:
        yield _fault(
            ("baseSalary",),
            "has pay that is no sum",
            "write a MonetaryAmount whose value is a QuantitativeValue",
        )
        return
    if not isinstance(code := salary.get("currency"), str) or not _CURRENCY.fullmatch(code):
        yield _fault(("baseSalary", "currency"), "has pay in no currency", "add it, such as PHP")
    if value.get("unitText") not in _UNITS:
        yield _fault(
            (*path, "unitText"),
            "has pay for no unit of time",
            f"write one of {', '.join(_UNITS)} as unitText",
        )
    sums = [_number(value.get(name)) for name in ("value", "minValue", "maxValue")]
    match sums:
        case [Decimal(), None, None]:
            pass
        case [None, Decimal() as least, Decimal() as most] if least <= most:
            pass
        case _:
            yield _fault(
                path, "has pay that is no range", "give value, or minValue and a higher maxValue"
            )


def _schooling(posting: Object) -> Iterator[InputError]:
    for path, needed in _each(posting, "educationRequirements"):
        if isinstance(needed, str):
            continue
        words = [word for _, word in _each(_object(needed), "credentialCategory")]
        if not words or not all(word in CREDENTIALS for word in words):
            yield _fault(
                (*path, "credentialCategory"),
                "asks for schooling in words that no search knows",
                f"write one of {', '.join(CREDENTIALS)}, or {NO_REQUIREMENTS}",
            )
    for path, needed in _each(posting, "experienceRequirements"):
        if isinstance(needed, str):
            continue
        months = _number(_object(needed).get("monthsOfExperience"))
        if months is None or months < 0:
            yield _fault(
                (*path, "monthsOfExperience"),
                "asks for experience without a number of months",
                f"write monthsOfExperience from 0 up, or {NO_REQUIREMENTS}",
            )


def _in_place(posting: Object) -> Iterator[InputError]:
    flag = posting.get("experienceInPlaceOfEducation", False)
    both = all(name in posting for name in ("educationRequirements", "experienceRequirements"))
    if flag is True and not both:
        yield _fault(
            ("experienceInPlaceOfEducation",),
            "takes experience in place of schooling and does not ask for both",
            "add educationRequirements and experienceRequirements",
        )


def _small(posting: Object) -> Iterator[InputError]:
    for name in ("directApply", "experienceInPlaceOfEducation"):
        if name in posting and not isinstance(posting[name], bool):
            yield _fault((name,), f"has {quoted(posting[name])} as {name}", "write true or false")
    openings = posting.get("totalJobOpenings", 1)
    if not isinstance(openings, int) or isinstance(openings, bool) or openings < 1:
        yield _fault(
            ("totalJobOpenings",),
            f"has {quoted(openings)} as totalJobOpenings",
            "write a whole number from 1 up",
        )


_RULES: tuple[Rule, ...] = (
    _kind,
    _required,
    _description,
    _dates,
    _organisation,
    _where,
    _remote,
    _employment,
    _salary,
    _schooling,
    _in_place,
    _small,
)


def _each(posting: Object, name: str) -> list[tuple[Path, Any]]:
    """The values of a property that may have one or a list of them, with the path to each."""
    value = posting.get(name)
    if isinstance(value, list | tuple):
        items = cast("list[Any]", value)
        return [((name, position), item) for position, item in enumerate(items)]
    return [] if value is None else [((name,), value)]


def _object(value: Any, kind: str | None = None) -> Object:
    """The value if it is an object, and of the kind if one is asked for; else an empty one."""
    found: Object = cast("Object", value) if isinstance(value, Mapping) else {}
    return found if kind in {None, found.get("@type")} else {}


def _is_blank(value: Any) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())


def _is_nameless(country: Any) -> bool:
    """Whether a country is neither told by a text nor by an object with a name."""
    return _is_blank(country if isinstance(country, str) else _object(country).get("name"))


def _number(value: Any) -> Decimal | None:
    """A number, which schema.org lets stand as text, too."""
    if isinstance(value, bool):
        return None
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _fault(path: Path, problem: str, remedy: str) -> InputError:
    return InputError("posting", problem, remedy, path=path)
