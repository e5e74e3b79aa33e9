"""Postings: advertisements of a role, and what the role itself does not know.

When it is posted, where the work is done, what is paid and where to apply are facts of the posting;
duties and requirements are those of the role. An advertisement of both together is made in
``accountkit.documents.job_posting``. Days are calendar days, the last day of a posting included.
"""

from __future__ import annotations

import enum
import re
from datetime import date
from typing import Any

import attrs

from accountkit.errors import InputError, TermsError
from accountkit.values._quotes import quoted
from accountkit.values.countries import check_country
from accountkit.values.money import Money
from accountkit.values.validators import identifier

__all__ = ["EmploymentType", "PayUnit", "PostedPay", "Posting", "WorkPlace"]

_ADDRESS = re.compile(r"https?://[^\s/?#@]+\.[^\s]+|[^\s@:/<>]+@[^\s@:/<>]+\.[^\s@:/<>]+")


class EmploymentType(enum.Enum):
    """How somebody is employed; job searches know these words and no others."""

    FULL_TIME = "full_time"
    PART_TIME = "part_time"
    CONTRACTOR = "contractor"
    TEMPORARY = "temporary"
    INTERN = "intern"
    VOLUNTEER = "volunteer"
    PER_DIEM = "per_diem"
    OTHER = "other"


class PayUnit(enum.Enum):
    """The time that a sum of base pay is for."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


def _country(instance: object, field: attrs.Attribute[str], value: str) -> None:
    """Refuse what is no country's code."""
    del instance
    try:
        check_country(value)
    except InputError as error:
        raise TermsError(error.subject, error.problem, error.remedy, path=(field.name,)) from None


def _not_blank(instance: object, field: attrs.Attribute[Any], value: str | None) -> None:
    """Refuse a text without a word; ``None`` passes."""
    del instance
    if value is not None and not value.strip():
        is_needed = field.default is attrs.NOTHING
        raise TermsError(
            field.name.replace("_", " "),
            "is empty",
            "write it" if is_needed else "write it, or leave it out",
            path=(field.name,),
        )


def _each_once(instance: Posting, field: attrs.Attribute[Any], value: tuple[Any, ...]) -> None:
    """Refuse the same thing twice in a list."""
    for position, item in enumerate(value):
        if item in value[:position]:
            name = item.value if isinstance(item, EmploymentType) else str(item)
            raise TermsError(
                f"posting {instance.id}",
                f"names {name} twice under {field.name}",
                "keep one",
                path=(field.name, position),
            )


@attrs.frozen(kw_only=True)
class WorkPlace:
    """A place where the holder reports to work.

    Raises:
        TermsError: nobody has the country's code, or a line of the address is empty.
    """

    country: str = attrs.field(
        validator=_country, metadata={"doc": "its country, as ISO 3166-1 writes it: PH"}
    )
    locality: str = attrs.field(validator=_not_blank, metadata={"doc": "the city or municipality"})
    region: str | None = attrs.field(
        default=None, validator=_not_blank, metadata={"doc": "the region, province or state"}
    )
    street: str | None = attrs.field(
        default=None, validator=_not_blank, metadata={"doc": "house and street"}
    )
    postal_code: str | None = attrs.field(
        default=None, validator=_not_blank, metadata={"doc": "the code of the post office"}
    )

    def __str__(self) -> str:
        lines = (self.street, self.locality, self.region, self.postal_code, self.country)
        return ", ".join(line for line in lines if line is not None)


@attrs.frozen(kw_only=True)
class PostedPay:
    """The base pay that a posting names: from the least to the most for a unit of time.

    Raises:
        TermsError: the least is nothing or above the most, or the two are in different currencies.
    """

    least: Money = attrs.field(metadata={"doc": "the least base pay offered"})
    most: Money = attrs.field(metadata={"doc": "the most; the same where there is no range"})
    per: PayUnit = attrs.field(metadata={"doc": "hour, day, week, month or year"})

    def __attrs_post_init__(self) -> None:
        if self.least.currency != self.most.currency:
            raise TermsError(
                "pay",
                f"is in two currencies, {self.least.currency} and {self.most.currency}",
                "give both sums in the one that is paid",
                path=("most",),
            )
        if self.least <= Money.zero(self.least.currency):
            raise TermsError(
                "pay", f"starts at {self.least}", "give a sum above zero", path=("least",)
            )
        if self.least > self.most:
            raise TermsError(
                "pay",
                f"the least, {self.least}, is above the most, {self.most}",
                "give the smaller sum as least",
                path=("least",),
            )


@attrs.frozen(kw_only=True)
class Posting:
    """One advertisement of a role, or of one position of it.

    Raises:
        TermsError: it names neither a place nor says that the work is remote, ends before it is
            posted, names something twice, or a part of it is no such thing.
    """

    id: str = attrs.field(
        validator=identifier, metadata={"doc": "the posting's id, by which applicants refer to it"}
    )
    role: str = attrs.field(validator=identifier, metadata={"doc": "id of the role advertised"})
    position: str | None = attrs.field(
        default=None,
        validator=identifier,
        metadata={"doc": "id of the one position to be filled; left out: the role as such"},
    )
    posted_on: date = attrs.field(metadata={"doc": "the day on which it is first posted"})
    valid_through: date | None = attrs.field(
        default=None, metadata={"doc": "the last day to apply; left out: it has no end"}
    )
    places: tuple[WorkPlace, ...] = attrs.field(
        default=(), validator=_each_once, metadata={"doc": "where the holder reports to work"}
    )
    is_remote: bool = attrs.field(
        default=False, metadata={"doc": "whether all the work is done from home or elsewhere"}
    )
    residence: tuple[str, ...] = attrs.field(
        default=(),
        validator=_each_once,
        metadata={"doc": "countries where those may live who work remotely"},
    )
    employment: tuple[EmploymentType, ...] = attrs.field(
        default=(), validator=_each_once, metadata={"doc": "full time, part time and so on"}
    )
    openings: int | None = attrs.field(
        default=None, metadata={"doc": "how many are wanted; left out: the posting does not say"}
    )
    pay: PostedPay | None = attrs.field(
        default=None, metadata={"doc": "the base pay; left out: the posting names none"}
    )
    apply_at: str | None = attrs.field(
        default=None, metadata={"doc": "a web address or a mail address that takes applications"}
    )
    applies_directly: bool | None = attrs.field(
        default=None,
        metadata={"doc": "whether one applies on the posting's own page; left out: not said"},
    )
    note: str | None = attrs.field(
        default=None, metadata={"doc": "remark for the people who keep the handbook"}
    )

    def __attrs_post_init__(self) -> None:
        self._check_where()
        if self.valid_through is not None and self.valid_through < self.posted_on:
            raise self._wrong(
                "valid_through",
                f"ends on {self.valid_through}, before it is posted on {self.posted_on}",
                "give a later last day",
            )
        if self.openings is not None and self.openings < 1:
            raise self._wrong(
                "openings", f"has {self.openings} openings", "give one or more, or leave it out"
            )
        if self.apply_at is not None and not _ADDRESS.fullmatch(self.apply_at):
            raise self._wrong(
                "apply_at",
                f"takes applications at {quoted(self.apply_at)}, which is no address",
                "write it as https://habagat.example/jobs or jobs@habagat.example",
            )

    def _check_where(self) -> None:
        if not self.places and not self.is_remote:
            raise self._wrong(
                "places",
                "names no place of work and is not remote",
                "name a place, or write is_remote: true",
            )
        if self.is_remote and not self.residence:
            raise self._wrong(
                "residence",
                "is remote and does not say where those may live who apply",
                "name at least one country under residence",
            )
        if self.residence and not self.is_remote:
            raise self._wrong(
                "residence",
                "says where those may live who work remotely, and is not remote",
                "leave residence out, or write is_remote: true",
            )
        for position, country in enumerate(self.residence):
            try:
                check_country(country)
            except InputError as error:
                raise TermsError(
                    error.subject, error.problem, error.remedy, path=("residence", position)
                ) from None

    def _wrong(self, field: str, problem: str, remedy: str) -> TermsError:
        return TermsError(f"posting {self.id}", problem, remedy, path=(field,))
