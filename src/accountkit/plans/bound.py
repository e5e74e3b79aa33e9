"""The bound plan: the plans, people and quotas of one period, joined and resolved.

This is everything that pay needs except the facts. Each payee has one plan, the values of its
parameters and the quotas of the period; reporting lines are timelines, so that a deal finds the
superior of its own date. A person whom no single plan fits is a fault here already.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import cached_property

import attrs

from accountkit.errors import TermsError
from accountkit.plans._measure_faults import measure_faults
from accountkit.plans.faults import Fault
from accountkit.plans.measures import Measure
from accountkit.plans.plan import Plan
from accountkit.values.calendars import PeriodKind
from accountkit.values.periods import Period
from accountkit.values.timelines import Timeline
from accountkit.values.working_weeks import WorkingWeek

__all__ = ["AwayDays", "BoundPlan", "DueOccasion", "Payee"]


@attrs.frozen(kw_only=True)
class AwayDays:
    """Days on which a person was absent, and the kind of absence."""

    kind: str
    days: Period


@attrs.frozen(kw_only=True)
class DueOccasion:
    """An occasion of a recurring duty: the day it fell due, and the last day in time."""

    duty: str
    due: date
    last_day: date


@attrs.frozen(kw_only=True)
class Payee:
    """A person with the plan, parameters and quotas that apply in the period.

    ``since`` is the first day of tenure; ``None`` when nobody said. ``participation`` are the days
    on which the person holds a position of the plan, of any period, in order; empty means every
    day. Absences and occasions due are those of the whole time that the plan looks at.

    A former payee no longer takes part in the plan: nothing is earned, and only what is still open
    is settled.

    Units:
        ``quotas`` by measure id, in the measure's unit, as they are given and before the plan's
        quota rules; ``earlier_quotas`` the same for the earlier periods of the year that the
        period lies in, oldest first; ``parameters`` by name.
    """

    person: str
    name: str
    plan: Plan
    parameters: Mapping[str, Fraction]
    quotas: Mapping[str, Fraction]
    earlier_quotas: tuple[tuple[Period, Mapping[str, Fraction]], ...] = ()
    since: date | None = None
    participation: tuple[Period, ...] = ()
    absences: tuple[AwayDays, ...] = ()
    occasions: tuple[DueOccasion, ...] = ()
    is_former: bool = False

    @property
    def left_on(self) -> date | None:
        """The last day of participation; ``None`` when the person is not known to leave.

        Participation without an end reaches to the last day that a calendar has.
        """
        if not self.participation or self.participation[-1].end == date.max:
            return None
        return self.participation[-1].last_day


@attrs.frozen(kw_only=True)
class BoundPlan:
    """All that is promised to whom in one period.

    ``elsewhere`` names people whose plans are reckoned in periods of another length. ``frames``
    are the quarter, half and year that the period lies in, by the company's calendar.

    Raises:
        TermsError: a person is there twice; a plan needs a measure that is not there, in another
            currency, or of a kind that its component cannot use.
    """

    period: Period
    label: str
    payees: tuple[Payee, ...]
    measures: Mapping[str, Measure]
    superiors: Mapping[str, Timeline[str]]
    faults: tuple[Fault, ...] = ()
    elsewhere: frozenset[str] = frozenset()
    frames: Mapping[PeriodKind, Period] = attrs.field(factory=dict[PeriodKind, Period])
    working_week: WorkingWeek | None = None

    def __attrs_post_init__(self) -> None:
        seen: set[str] = set()
        for payee in self.payees:
            if payee.person in seen:
                raise TermsError(
                    f"payee {payee.person}", "is there twice", "bind one plan to each person"
                )
            seen.add(payee.person)
        for plan in self.plans:
            for fault in measure_faults(plan, self.measures):
                raise fault

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """The plans of the payees, each once."""
        return tuple({payee.plan.id: payee.plan for payee in self.payees}.values())

    def frame(self, kind: PeriodKind) -> Period:
        """The quarter, half or year that the period lies in.

        Raises:
            TermsError: nobody said which it is.
        """
        if kind not in self.frames:
            raise TermsError(
                f"period {self.label}",
                f"lies in no {kind.value} that is known",
                "bind the plan with its frames",
            )
        return self.frames[kind]
