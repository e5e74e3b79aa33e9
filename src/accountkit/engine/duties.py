"""Duties followed up: what falls due for a person, what is done, and what is late.

Terms are bound for a person and a period (``accountkit.roles.tenures``), facts are fulfilments;
both are judged as of a day that the caller names. A duty falls due only on days on which its
position is held. A duty that cannot be judged is told with the reason, and the others are judged
all the same.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from operator import attrgetter

import attrs

from accountkit.engine.recurrences import days_of, last_day
from accountkit.errors import AccountkitError, InputError, TermsError, UsageError, did_you_mean
from accountkit.facts.fulfilments import Fulfilment
from accountkit.roles.description import RoleInCompany
from accountkit.roles.duties import Duty
from accountkit.roles.recurrences import Recurrence
from accountkit.roles.tenures import BoundDuties, Tenure
from accountkit.values.periods import Period

__all__ = ["Agenda", "Occasion", "Series", "Status", "Unjudged", "agenda_of"]


class Status(enum.Enum):
    """How an occasion stands as of a day."""

    UPCOMING = "upcoming"
    """Not done, and the day due is still to come."""

    DUE = "due"
    """Not done; the day due has come and the last day in time has not passed."""

    DONE = "done"
    """Done on the last day in time or before."""

    DONE_LATE = "done_late"
    """Done after the last day in time."""

    LATE = "late"
    """Not done, and the last day in time has passed."""


@attrs.frozen(kw_only=True)
class Occasion:
    """A day on which a duty falls due, and how that stands.

    ``fulfilment`` is ``None`` while it is not known to be done.
    """

    duty: str
    due: date
    last_day: date
    status: Status
    fulfilment: Fulfilment | None


@attrs.frozen(kw_only=True)
class Series:
    """The occasions of one duty in one position without a break, earliest first; at least one."""

    position: str
    role: RoleInCompany
    duty: Duty
    recurrence: Recurrence
    occasions: tuple[Occasion, ...]


@attrs.frozen(kw_only=True)
class Unjudged:
    """A duty of which nobody can say when it falls due, why, and the first position it is in."""

    position: str
    role: RoleInCompany
    duty: Duty
    problem: TermsError

    @property
    def key(self) -> tuple[str, str]:
        """What is told of it; it is told once, in however many positions it stands so."""
        return (self.role.role.id, self.problem.message)


@attrs.frozen(kw_only=True)
class Agenda:
    """What falls due for a person in a period, as of a day.

    ``series`` are in the order in which positions were taken and duties are printed, and so are the
    duties ``unjudged``. ``strays`` are fulfilments of this period that belong to none of its
    occasions. ``company`` is the company's id.
    """

    company: str
    person: str
    name: str
    period: Period
    on: date
    series: tuple[Series, ...]
    unjudged: tuple[Unjudged, ...] = ()
    strays: tuple[Fulfilment, ...] = ()

    @property
    def occasions(self) -> tuple[Occasion, ...]:
        """All occasions, earliest first; those of one day in the order of their series."""
        return tuple(occasion for occasion, _ in self.dated())

    def dated(self) -> Iterator[tuple[Occasion, Series]]:
        """All occasions, earliest first, each with the series that it belongs to."""
        pairs = [(occasion, series) for series in self.series for occasion in series.occasions]
        return iter(sorted(pairs, key=lambda pair: pair[0].due))

    def stray_problem(self, fulfilment: Fulfilment) -> InputError:
        """What is wrong with a fulfilment that belongs to no occasion here."""
        subject = f"fulfilment of {fulfilment.duty}"
        days = [item.due for item in self.occasions if item.duty == fulfilment.duty]
        if not days:
            duties = dict.fromkeys(series.duty.id for series in self.series)
            return InputError(
                subject,
                f"names a duty that did not fall due for {self.person} within {self.period}",
                did_you_mean(fulfilment.duty, duties, f"there is {', '.join(duties) or 'none'}"),
            )
        nearest = min(days, key=lambda day: (abs(day - fulfilment.occasion), day))
        return InputError(
            subject,
            f"names {fulfilment.occasion}, on which it did not fall due for {self.person}",
            f"name the day on which it did; the nearest is {nearest}",
        )


def agenda_of(duties: BoundDuties, fulfilments: Iterable[Fulfilment], *, on: date) -> Agenda:
    """What falls due for a person in a period, and how each occasion stands as of a day.

    Fulfilments of others are passed over, and so is what was done only after ``on``.

    Raises:
        InputError: the last day in time lies beyond the year 9999.
    """
    known = [
        fulfilment
        for fulfilment in fulfilments
        if fulfilment.person == duties.person
        and fulfilment.occasion in duties.period
        and fulfilment.done_on <= on
    ]
    following = _Following(duties, {(item.duty, item.occasion): item for item in known}, on)
    series = tuple(following.series())
    dated = {(item.duty, item.due) for part in series for item in part.occasions}
    unjudged = {item.duty.id for item in following.unjudged}
    return Agenda(
        company=duties.company,
        person=duties.person,
        name=duties.name,
        period=duties.period,
        on=on,
        series=series,
        unjudged=tuple(following.unjudged),
        strays=tuple(
            item
            for item in known
            if (item.duty, item.occasion) not in dated and item.duty not in unjudged
        ),
    )


@attrs.frozen
class _Held:
    """A duty in the position that brought it last, and the first day it is not held any more."""

    position: str
    duty: Duty
    recurrence: Recurrence
    end: date


class _Following:
    """The duties of one person being followed up, with those met on the way that cannot be."""

    def __init__(
        self, duties: BoundDuties, done: Mapping[tuple[str, date], Fulfilment], on: date
    ) -> None:
        self._duties = duties
        self._done = done
        self._on = on
        self._held: dict[str, _Held] = {}
        self.unjudged: list[Unjudged] = []

    def series(self) -> Iterator[Series]:
        """The series of every duty that falls due at least once."""
        for tenure in sorted(self._duties.tenures, key=attrgetter("period")):
            for duty in tenure.role.role.duties:
                found = self._followed(tenure, duty)
                if found is not None and found.occasions:
                    yield found

    def _followed(self, tenure: Tenure, duty: Duty) -> Series | None:
        try:
            recurrence = tenure.role.falls_due(duty)
            if recurrence is None:
                return None
            period = self._not_yet_held(tenure, duty, recurrence)
            days = () if period is None else days_of(recurrence, period)
            occasions = tuple(self._occasion(duty, recurrence, day) for day in days)
        except (TermsError, UsageError) as error:
            self._refuse(tenure, duty, error)
            return None
        return Series(
            position=tenure.position,
            role=tenure.role,
            duty=duty,
            recurrence=recurrence,
            occasions=occasions,
        )

    def _not_yet_held(self, tenure: Tenure, duty: Duty, recurrence: Recurrence) -> Period | None:
        """The days of a tenure that no earlier one covers: two seats do not make a duty due twice.

        Tenures come in the order of their first days, so what is covered is covered without gaps.
        """
        held = self._held.get(duty.id)
        start, end = tenure.period.start, tenure.period.end
        if held is not None and held.end > start:
            if (held.duty, held.recurrence) != (duty, recurrence):
                raise TermsError(
                    f"position {tenure.position}",
                    f"has it at the same time as {held.position}, in other words or on other days",
                    "give the two duties different ids",
                )
            start, end = held.end, max(held.end, end)
        self._held[duty.id] = _Held(tenure.position, duty, recurrence, end)
        return Period(start, end) if start < end else None

    def _occasion(self, duty: Duty, recurrence: Recurrence, due: date) -> Occasion:
        last = last_day(due, recurrence.grace, self._duties.working_week)
        done = self._done.get((duty.id, due))
        return Occasion(
            duty=duty.id,
            due=due,
            last_day=last,
            status=_status(due, last, None if done is None else done.done_on, self._on),
            fulfilment=done,
        )

    def _refuse(self, tenure: Tenure, duty: Duty, error: AccountkitError) -> None:
        told = f"{error.subject} {error.problem}"
        found = Unjudged(
            position=tenure.position,
            role=tenure.role,
            duty=duty,
            problem=TermsError(f"duty {duty.id}", told, error.remedy),
        )
        if found.key not in [item.key for item in self.unjudged]:
            self.unjudged.append(found)


def _status(due: date, last: date, done_on: date | None, on: date) -> Status:
    if done_on is not None:
        return Status.DONE if done_on <= last else Status.DONE_LATE
    if on < due:
        return Status.UPCOMING
    return Status.DUE if on <= last else Status.LATE
